#include "app/widgets/group-rows.h"

#include <glib/gi18n.h>

/* The place of the row that has the keyboard; -1: none. */
static int
focused_row (GtkWidget *group, GPtrArray *rows)
{
  GtkRoot *root = gtk_widget_get_root (group);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < rows->len; i++)
    if (focus == g_ptr_array_index (rows, i) ||
        gtk_widget_is_ancestor (focus, g_ptr_array_index (rows, i)))
      return (int) i;
  return -1;
}

void
way_group_rows_replace (AdwPreferencesGroup *group,
                        GPtrArray *rows,
                        GPtrArray *made,
                        GtkWidget *other)
{
  int focus = focused_row (GTK_WIDGET (group), rows);

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < made->len; i++)
    {
      g_ptr_array_add (rows, g_ptr_array_index (made, i));
      adw_preferences_group_add (group, g_ptr_array_index (made, i));
    }
  g_ptr_array_set_size (made, 0);
  if (focus >= 0)
    gtk_widget_grab_focus (
        rows->len > 0 ? g_ptr_array_index (rows, MIN ((guint) focus, rows->len - 1)) : other);
}

static void
on_open (GtkWidget *button)
{
  const char *uri = g_object_get_data (G_OBJECT (button), "way-uri");

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (button)), uri, GDK_CURRENT_TIME);
}

GtkWidget *
way_group_rows_make_link (const char *title, const char *link, const char *uri)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Open %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "way-uri", g_strdup (uri), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open), NULL);
  return button;
}

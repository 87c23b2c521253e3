#include "app/widgets/zone-chooser.h"

#include "core/base/zone.h"

#define IDS "way-zone-ids"

/* "America/Argentina/Buenos_Aires" is "Buenos Aires (America/Argentina)": the search of a drop-down looks at the
 * beginning (transfer full). */
static char *
make_label (const char *id)
{
  const char *slash = strrchr (id, '/');

  if (slash == NULL)
    return g_strdup (id);
  g_autofree char *city = g_strdelimit (g_strdup (slash + 1), "_", ' ');
  return g_strdup_printf ("%s (%.*s)", city, (int) (slash - id), id);
}

GtkWidget *
way_zone_chooser_new (const char *label, const char *none)
{
  GStrv ids = way_zone_list_ids ();
  GtkStringList *labels = gtk_string_list_new ((const char *const[]) { none, NULL });

  for (char **id = ids; *id != NULL; id++)
    gtk_string_list_take (labels, make_label (*id));
  GtkWidget *chooser = gtk_drop_down_new (
      G_LIST_MODEL (labels), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), TRUE);
  /* The row that holds it names the drop-down, and not the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (chooser)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (chooser), IDS, ids, (GDestroyNotify) g_strfreev);
  return chooser;
}

const char *
way_zone_chooser_get_id (GtkWidget *chooser)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser));
  char **ids = g_object_get_data (G_OBJECT (chooser), IDS);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL : ids[selected - 1];
}

#include "app/setup/calendar-page.h"

#include <glib/gi18n.h>

struct _WayCalendarPage
{
  AdwBin parent_instance;

  GPtrArray *readings; /* of WayBusyReading * */
  GHashTable *rows;    /* path → GtkWidget * */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (WayCalendarPage, way_calendar_page, ADW_TYPE_BIN)

/* A row is named as its file. */
static gboolean
find (WayCalendarPage *self, const char *path, guint *index)
{
  for (*index = 0; *index < self->readings->len; (*index)++)
    if (g_str_equal (way_busy_reading_get_path (g_ptr_array_index (self->readings, *index)), path))
      return TRUE;
  return FALSE;
}

static void
remove_row (WayCalendarPage *self, GtkWidget *row)
{
  guint index;

  if (find (self, gtk_widget_get_name (row), &index))
    g_ptr_array_remove_index (self->readings, index);
  g_hash_table_remove (self->rows, gtk_widget_get_name (row));
  adw_preferences_group_remove (self->group, row);
}

static void
on_remove (WayCalendarPage *self, GtkWidget *button)
{
  remove_row (self, gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));
}

static void
add_row (WayCalendarPage *self, const char *path, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("way-remove-symbolic");
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);

  gtk_widget_set_name (row, path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_preferences_group_add (self->group, row);
  g_hash_table_insert (self->rows, g_strdup (path), row);
}

static char *
content_text (const WayCalendarContent *content)
{
  g_autofree char *events = g_strdup_printf (
      ngettext ("%d event", "%d events", (gulong) content->n_events), content->n_events);
  g_autofree char *busy = g_strdup_printf (
      ngettext ("%u busy time", "%u busy times", content->events->len), content->events->len);

  if (content->skipped->len == 0)
    /* Translators: a count of events, a count of busy times. */
    return g_strdup_printf (_ ("%s, %s"), events, busy);
  /* Translators: a count of events, a count of busy times, and how many could not be read. */
  return g_strdup_printf (_ ("%s, %s, %u could not be read"), events, busy, content->skipped->len);
}

void
way_calendar_page_take (WayCalendarPage *self, WayBusyReading *reading)
{
  const char *path = way_busy_reading_get_path (reading);
  g_autofree char *text = content_text (way_busy_reading_get_content (reading));
  GtkWidget *old = g_hash_table_lookup (self->rows, path);

  if (old != NULL)
    remove_row (self, old);
  g_ptr_array_add (self->readings, reading);
  add_row (self, path, text);
}

GPtrArray *
way_calendar_page_get_readings (WayCalendarPage *self)
{
  return self->readings;
}

static void
way_calendar_page_finalize (GObject *object)
{
  WayCalendarPage *self = WAY_CALENDAR_PAGE (object);

  g_ptr_array_unref (self->readings);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (way_calendar_page_parent_class)->finalize (object);
}

static void
way_calendar_page_class_init (WayCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_calendar_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/setup/calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayCalendarPage, group);
}

static void
way_calendar_page_init (WayCalendarPage *self)
{
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) way_busy_reading_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

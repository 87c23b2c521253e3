#include "app/setup/calendar-page.h"

#include "core/calendar/input.h"
#include "core/calendar/worker.h"

#include <glib/gi18n.h>

struct _WayCalendarPage
{
  AdwBin parent_instance;

  GPtrArray *paths; /* of char * */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (WayCalendarPage, way_calendar_page, ADW_TYPE_BIN)

static void
on_remove (WayCalendarPage *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint index = 0;

  if (g_ptr_array_find_with_equal_func (self->paths, g_object_get_data (G_OBJECT (row), "way-path"),
                                        g_str_equal, &index))
    g_ptr_array_remove_index (self->paths, index);
  adw_preferences_group_remove (self->group, row);
}

static void
add_row (WayCalendarPage *self, const char *path, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("way-remove-symbolic");
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (row), "way-path", g_strdup (path), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->paths, g_strdup (path));
}

static char *
content_text (const WayCalendarContent *content)
{
  g_autofree char *events = g_strdup_printf (
      ngettext ("%d event", "%d events", (gulong) content->n_events), content->n_events);
  g_autofree char *busy =
      g_strdup_printf (ngettext ("%u busy time in the next year", "%u busy times in the next year",
                                 content->events->len),
                       content->events->len);

  if (content->skipped->len == 0)
    /* Translators: a count of events, a count of busy times. */
    return g_strdup_printf (_ ("%s, %s"), events, busy);
  /* Translators: a count of events, a count of busy times, and how many could not be read. */
  return g_strdup_printf (_ ("%s, %s, %u could not be read"), events, busy, content->skipped->len);
}

void
way_calendar_page_add (WayCalendarPage *self, const char *path, WayZone *zone, gint64 now_utc)
{
  const WayCalendarReadOptions options = { .zone = way_zone_get_id (zone),
                                           .from_utc = now_utc,
                                           .to_utc = now_utc + 365 * 86400LL,
                                           .all_day_busy = TRUE };
  g_autoptr (GError) error = NULL;
  g_auto (WayCalendarInput) file = { 0 };
  g_autoptr (WayCalendarContent) content = NULL;

  if (g_ptr_array_find_with_equal_func (self->paths, path, g_str_equal, NULL))
    return;
  if (way_calendar_input_read (path, &file, &error))
    content = way_calendar_read_isolated (&file, path, &options, &error);
  if (content == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "assistant.say", "s", error->message);
      return;
    }
  g_autofree char *text = content_text (content);
  add_row (self, path, text);
}

GPtrArray *
way_calendar_page_get_paths (WayCalendarPage *self)
{
  return self->paths;
}

static void
way_calendar_page_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_CALENDAR_PAGE (object)->paths);
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
  self->paths = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

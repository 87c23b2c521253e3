#include "app/calendar/import-dialog.h"

#include "app/session.h"
#include "app/widgets/zone-chooser.h"

#include <glib/gi18n.h>

#define MOST_PROBLEMS 100 /* that are shown; the count tells of the rest */

/* Of an unknown zone's chooser: which it is. */
#define TZID "way-tzid"

struct _WayImportDialog
{
  AdwWindow parent_instance;

  WayBusyReading *reading;
  gboolean closed;        /* the file may still be read */
  gboolean reading_again; /* with what the person said: it is accepted then */
  GPtrArray *choosers;    /* of GtkWidget *: of the zones that nobody knows */
  GtkStack *pages;
  GtkLabel *reading_label;
  AdwStatusPage *failed;
  GtkWidget *import_button;
  AdwPreferencesGroup *contents;
  AdwActionRow *events_row;
  AdwActionRow *busy_row;
  GtkSwitch *all_day;
  AdwPreferencesGroup *zones;
  AdwPreferencesGroup *problems;
};

G_DEFINE_FINAL_TYPE (WayImportDialog, way_import_dialog, ADW_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return ADW_ACTION_ROW (row);
}

static char *
count_events (int n)
{
  return g_strdup_printf (ngettext ("%d event", "%d events", (gulong) n), n);
}

static void
add_unknown (WayImportDialog *self, const WayCalendarTimes *it)
{
  g_autofree char *events = count_events (it->n_events);
  /* Translators: a count of events, and a time zone */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s; not known, so read in %s unless you choose"), events, it->zone);
  g_autofree char *label = g_strdup_printf (_ ("What “%s” is"), it->tzid);
  AdwActionRow *row = add_row (self->zones, it->tzid, subtitle);
  GtkWidget *chooser = way_zone_chooser_new (label, _ ("As here"));

  g_object_set_data_full (G_OBJECT (chooser), TZID, g_strdup (it->tzid), g_free);
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_action_row_add_suffix (row, chooser);
  adw_action_row_set_activatable_widget (row, chooser);
  g_ptr_array_add (self->choosers, chooser);
}

/* "Europe/Paris", "Romance Standard Time, 12 events". */
static void
add_zone (WayImportDialog *self, const WayCalendarTimes *it)
{
  g_autofree char *events = count_events (it->n_events);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  switch (it->kind)
    {
    case WAY_TIMES_UNKNOWN:
      add_unknown (self, it);
      return;
    case WAY_TIMES_OF_FILE:
      title = g_strdup (it->tzid);
      /* Translators: a count of events */
      subtitle = g_strdup_printf (_ ("%s, by rules of the file"), events);
      break;
    case WAY_TIMES_FLOATING:
      title = g_strdup (it->zone);
      subtitle = g_strdup_printf (_ ("%s in no time zone"), events);
      break;
    case WAY_TIMES_ALL_DAY:
      title = g_strdup (it->zone);
      subtitle = g_strdup_printf (
          ngettext ("%d all-day event", "%d all-day events", (gulong) it->n_events), it->n_events);
      break;
    case WAY_TIMES_ANSWERED:
    case WAY_TIMES_NAMED:
    case WAY_TIMES_IN_UTC:
    default:
      title = g_strdup (it->zone);
      subtitle = *it->tzid == '\0' || g_str_equal (it->tzid, it->zone)
                     ? g_strdup (events)
                     /* Translators: a count of events, and the name of a time zone in a file */
                     : g_strdup_printf (_ ("%s in “%s”"), events, it->tzid);
    }
  add_row (self->zones, title, subtitle);
}

static void
show_zones (WayImportDialog *self, const GPtrArray *times)
{
  /* What is asked comes first. */
  for (int asked = 1; asked >= 0; asked--)
    for (guint i = 0; i < times->len; i++)
      {
        const WayCalendarTimes *it = g_ptr_array_index (times, i);
        if ((it->kind == WAY_TIMES_UNKNOWN) == (asked == 1))
          add_zone (self, it);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->zones), times->len > 0);
}

static void
show_problems (WayImportDialog *self, const GPtrArray *skipped)
{
  for (guint i = 0; i < MIN (skipped->len, MOST_PROBLEMS); i++)
    {
      const WayCalendarSkip *it = g_ptr_array_index (skipped, i);
      /* Translators: a line of a file */
      g_autofree char *line = g_strdup_printf (_ ("Line %d"), it->line);
      add_row (self->problems, it->reason, line);
    }
  if (skipped->len > MOST_PROBLEMS)
    {
      guint rest = skipped->len - MOST_PROBLEMS;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", rest), rest);
      add_row (self->problems, more, _ ("waymark-cli busy add --dry-run lists all of them"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problems), skipped->len > 0);
}

static void
show_content (WayImportDialog *self)
{
  const WayCalendarContent *content = way_busy_reading_get_content (self->reading);
  const char *path = way_busy_reading_get_path (self->reading);
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *name = g_markup_escape_text (*content->name ? content->name : base, -1);
  g_autofree char *events = g_strdup_printf ("%d", content->n_events);
  g_autofree char *busy = g_strdup_printf ("%u", content->events->len);

  adw_preferences_group_set_title (self->contents, name);
  adw_action_row_add_suffix (self->events_row, gtk_label_new (events));
  adw_action_row_add_suffix (self->busy_row, gtk_label_new (busy));
  if (content->n_own > 0)
    {
      g_autofree char *own = g_strdup_printf (
          ngettext ("%d of them is your own plan’s, and does not block",
                    "%d of them are your own plan’s, and do not block", (gulong) content->n_own),
          content->n_own);
      adw_action_row_set_subtitle (self->events_row, own);
    }
  show_zones (self, content->times);
  show_problems (self, content->skipped);
  gtk_stack_set_visible_child_name (self->pages, "content");
  gtk_widget_set_sensitive (self->import_button, TRUE);
  gtk_widget_grab_focus (self->import_button);
}

static void
show_failure (WayImportDialog *self, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->failed, markup);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

static void
accept (WayImportDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer reading, GCancellable *cancellable)
{
  GError *error = NULL;

  if (way_busy_reading_run (reading, TRUE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  WayImportDialog *self = WAY_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->closed)
    return;
  if (!done)
    show_failure (self, error->message);
  else if (self->reading_again)
    accept (self);
  else
    show_content (self);
}

/* The task holds the dialog, and with it what is read. */
static void
start_reading (WayImportDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);

  gtk_stack_set_visible_child_name (self->pages, "reading");
  gtk_widget_set_sensitive (self->import_button, FALSE);
  g_task_set_task_data (task, self->reading, NULL);
  g_task_run_in_thread (task, read_in_thread);
}

/* Says to the reading what the person said; whether that changes anything. */
static gboolean
give_answers (WayImportDialog *self)
{
  gboolean all_day = gtk_switch_get_active (self->all_day);
  gboolean changed = all_day != way_busy_reading_get_all_day_busy (self->reading);

  way_busy_reading_set_all_day_busy (self->reading, all_day);
  for (guint i = 0; i < self->choosers->len; i++)
    {
      GtkWidget *chooser = g_ptr_array_index (self->choosers, i);
      const char *id = way_zone_chooser_get_id (chooser);
      if (id == NULL)
        continue;
      way_busy_reading_answer (self->reading, g_object_get_data (G_OBJECT (chooser), TZID), id,
                               NULL);
      changed = TRUE;
    }
  return changed;
}

static void
on_import (WayImportDialog *self)
{
  self->reading_again = give_answers (self);
  if (self->reading_again)
    start_reading (self);
  else
    accept (self);
}

WayBusyReading *
way_import_dialog_take_reading (WayImportDialog *self)
{
  return g_steal_pointer (&self->reading);
}

static void
way_import_dialog_dispose (GObject *object)
{
  WAY_IMPORT_DIALOG (object)->closed = TRUE;
  G_OBJECT_CLASS (way_import_dialog_parent_class)->dispose (object);
}

static void
way_import_dialog_finalize (GObject *object)
{
  WayImportDialog *self = WAY_IMPORT_DIALOG (object);

  way_busy_reading_free (self->reading);
  g_ptr_array_unref (self->choosers);
  G_OBJECT_CLASS (way_import_dialog_parent_class)->finalize (object);
}

static void
way_import_dialog_class_init (WayImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_import_dialog_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", WAY_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/calendar/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, reading_label);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, events_row);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, busy_row);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, all_day);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, zones);
  gtk_widget_class_bind_template_child (widget_class, WayImportDialog, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_import_dialog_init (WayImportDialog *self)
{
  self->choosers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_import_dialog_new (WayStore *store, const char *path, GError **error)
{
  g_autoptr (WayZone) zone = way_session_zone (store);
  WayBusyReading *reading =
      way_busy_reading_new (store, path, way_zone_get_id (zone), TRUE, way_session_now (), error);

  if (reading == NULL)
    return NULL;
  WayImportDialog *self = g_object_new (WAY_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_ ("Reading %s…"), base);
  self->reading = reading;
  gtk_label_set_text (self->reading_label, label);
  start_reading (self);
  return GTK_WIDGET (self);
}

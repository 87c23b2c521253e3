#include "app/calendar/calendar-actions.h"

#include "app/calendar/import-dialog.h"
#include "app/calendar/moved-dialog.h"
#include "app/session.h"
#include "app/window-private.h"

#include <glib/gi18n.h>

static void
say_error (WayWindow *window, const GError *error)
{
  way_window_say (window, error->message, NULL, NULL);
}

static char *
describe_report (const WayBusyReport *report)
{
  if (report->failed->len > 0)
    return g_strdup (g_ptr_array_index (report->failed, 0));
  if (report->added + report->updated + report->removed == 0)
    return g_strdup (_ ("Nothing differs from what is known already"));
  /* Translators: counts of busy times */
  return g_strdup_printf (_ ("%d busy times added, %d changed, %d removed, %d unchanged"),
                          report->added, report->updated, report->removed, report->unchanged);
}

/* The toast of an import, and the question about what was moved of ours. */
static void
show_report (WayWindow *window, const WayBusyReport *report)
{
  gboolean changed = report->added + report->updated + report->removed > 0;
  gboolean asked = way_moved_dialog_offer (GTK_WINDOW (window), way_window_get_store (window));
  g_autofree char *message = describe_report (report);

  if (changed)
    way_window_say (window, message, _ ("_Plan"), "win.plan");
  else if (!asked || report->failed->len > 0)
    way_window_say (window, message, NULL, NULL);
}

static void
on_accepted (WayWindow *window, WayImportDialog *dialog)
{
  g_autoptr (WayBusyReading) reading = way_import_dialog_take_reading (dialog);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayBusyReport) report =
      way_busy_keep (way_window_get_store (window), reading, way_session_now (), &error);

  if (report != NULL)
    show_report (window, report);
  else
    say_error (window, error);
}

void
way_calendar_actions_import (WayWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = way_import_dialog_new (way_window_get_store (window), path, &error);

  if (dialog == NULL)
    {
      say_error (window, error);
      return;
    }
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_accepted), window, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open Calendar"), data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) calendars = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (calendars, _ ("Calendar files"));
  gtk_file_filter_add_suffix (calendars, "ics");
  gtk_file_filter_add_suffix (calendars, "ifb");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), calendars);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  way_window_choose_file (data, chooser, way_calendar_actions_import);
}

static void
run_refresh (GTask *task, gpointer source, gpointer readings, GCancellable *cancellable)
{
  way_busy_refresh_run (readings);
  g_task_return_boolean (task, TRUE);
}

static void
on_refreshed (GObject *source, GAsyncResult *result, gpointer data)
{
  WayWindow *window = WAY_WINDOW (source);
  WayStore *store = way_window_get_store (window);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return; /* closed while the files were read */
  g_autoptr (WayBusyReport) report = way_busy_refresh_keep (
      store, g_task_get_task_data (G_TASK (result)), way_session_now (), &error);
  if (report != NULL)
    show_report (window, report);
  else
    say_error (window, error);
}

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *readings =
      way_busy_refresh_new (way_window_get_store (data), way_session_now (), &error);

  if (readings == NULL)
    {
      say_error (data, error);
      return;
    }
  g_autoptr (GTask) task = g_task_new (data, NULL, on_refreshed, NULL);
  g_task_set_task_data (task, readings, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, run_refresh);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (way_busy_remove (way_window_get_store (data), g_variant_get_int64 (parameter),
                       way_session_now (), &error))
    way_window_say (data, _ ("Calendar removed"), _ ("_Undo"), "win.undo");
  else
    say_error (data, error);
}

static void
on_review_moved (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_moved_dialog_offer (data, way_window_get_store (data));
}

static gboolean
is_calendar (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".ics") || g_str_has_suffix (lower, ".ifb");
}

static gboolean
on_drop (WayWindow *window, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    {
      way_window_say (window, _ ("Only files on this computer can be used"), NULL, NULL);
      return FALSE;
    }
  if (is_calendar (path))
    way_calendar_actions_import (window, path);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-guide", "s", path);
  return TRUE;
}

void
way_calendar_actions_install (WayWindow *window)
{
  static const GActionEntry entries[] = {
    { "import-calendar", on_import, NULL, NULL, NULL, { 0 } },
    { "refresh-calendars", on_refresh, NULL, NULL, NULL, { 0 } },
    { "remove-calendar", on_remove, "x", NULL, NULL, { 0 } },
    { "review-moved", on_review_moved, NULL, NULL, NULL, { 0 } },
  };
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (drop));
}

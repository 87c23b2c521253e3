/* The "win." actions: what menus, buttons, shortcuts and other widgets reach the window by. */
#include "app/window-actions.h"

#include "app/calendar/live-dialog.h"
#include "app/calendar/live-follower.h"
#include "app/plan/draft-dialog.h"
#include "app/plan/hours-dialog.h"
#include "app/plan/what-if-dialog.h"
#include "app/session.h"
#include "app/setup/assistant.h"
#include "app/window-private.h"
#include "core/calendar/busy.h"
#include "core/calendar/export.h"
#include "core/guide/library.h"
#include "core/guide/reader.h"
#include "core/planner/draft.h"

#include <glib/gi18n.h>

static void
say_error (WayWindow *self, const GError *error)
{
  way_window_say (self, error->message, NULL, NULL);
}

static void
on_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_window_show_view (data, g_variant_get_string (parameter, NULL));
}

static void
on_show_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_window_say (data, g_variant_get_string (parameter, NULL), _ ("_Undo"), "win.undo");
}

static void
on_show_message (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_window_say (data, g_variant_get_string (parameter, NULL), NULL, NULL);
}

/* Shows @dialog, or why there is none. */
static void
present (WayWindow *self, GtkWidget *dialog, const GError *error)
{
  if (dialog == NULL)
    {
      say_error (self, error);
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_new_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, way_assistant_new (way_window_get_store (data)), NULL);
}

static void
on_hours (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;

  present (data, way_hours_dialog_new (way_window_get_store (data), &error), error);
}

static void
on_what_if (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;

  present (data, way_what_if_dialog_new (way_window_get_store (data), &error), error);
}

static void
on_live_calendar (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, way_live_dialog_new (way_window_get_store (data)), NULL);
}

static void
on_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  WayStore *store = way_window_get_store (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDraft) draft = way_draft_new (store, way_session_now (), &error);

  if (draft == NULL)
    say_error (self, error);
  else if (draft->changes->len + draft->unplaced->len + draft->late->len == 0)
    way_window_say (self, _ ("The plan is up to date: nothing to change"), NULL, NULL);
  else
    present (self, way_draft_dialog_new (store, g_steal_pointer (&draft)), NULL);
}

typedef gboolean (*StepFunc) (WayStore *store, char **name, GError **error);

/* Undo and redo differ in the call and the words only. */
static void
step_history (WayWindow *self, StepFunc step, const char *format)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (!step (way_window_get_store (self), &name, &error))
    {
      say_error (self, error);
      return;
    }
  g_autofree char *message = g_strdup_printf (format, name);
  way_window_say (self, message, NULL, NULL);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* Translators: the name of an action: "Undone: Plan" */
  step_history (data, way_store_undo, _ ("Undone: %s"));
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_history (data, way_store_redo, _ ("Done again: %s"));
}

/* The choice of a calendar's file dialog. */
#define ALL_DAY_CHOICE "all-day"

/* Shows @chooser, and calls @on_file with the window, the path and the dialog once a file was chosen. */
typedef void (*FileFunc) (WayWindow *self, const char *path, GtkFileChooser *chooser);

static void
on_chosen (GtkNativeDialog *dialog, int response, WayWindow *self)
{
  FileFunc on_file = (FileFunc) g_object_get_data (G_OBJECT (dialog), "way-on-file");
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    on_file (self, path, GTK_FILE_CHOOSER (dialog));
  else if (file != NULL)
    way_window_say (self, _ ("Only files on this computer can be used"), NULL, NULL);
  g_object_unref (dialog);
}

static void
choose_file (WayWindow *self, GtkFileChooserNative *chooser, FileFunc on_file)
{
  g_object_set_data (G_OBJECT (chooser), "way-on-file", (gpointer) on_file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* What of the plan the file is to hold; the first is the one to begin with. */
#define CONTENTS_CHOICE "contents"

static const char *const contents_ids[] = { "events", "changes", "todos", "free-busy", NULL };

static WayExportOptions
contents_to_options (const char *id)
{
  return (WayExportOptions) { .kinds = WAY_EXPORT_ALL,
                              .from_date = WAY_DATE_NONE,
                              .to_date = WAY_DATE_NONE,
                              .changes_only = g_strcmp0 (id, "changes") == 0,
                              .form = g_strcmp0 (id, "todos") == 0       ? WAY_EXPORT_AS_TODOS
                                      : g_strcmp0 (id, "free-busy") == 0 ? WAY_EXPORT_AS_FREE_BUSY
                                                                         : WAY_EXPORT_AS_EVENTS };
}

/* "98 entries written to “plan.ics”", and what that is against what the file was sent before (transfer
 * full). */
static char *
describe_export (const char *path, const WayExportResult *result)
{
  g_autofree char *name = g_path_get_basename (path);

  if (!result->written)
    return g_strdup_printf (_ ("Nothing has changed since “%s” was written"), name);
  if (result->kept_path != NULL)
    {
      g_autofree char *kept = g_path_get_basename (result->kept_path);
      return g_strdup_printf (_ ("“%s” had been changed by somebody else; that is kept as “%s”"),
                              name, kept);
    }
  if (result->sent_utc != 0 && result->added + result->changed + result->cancelled == 0)
    return g_strdup_printf (_ ("“%s” is written; nothing has changed since the last time"), name);
  if (result->sent_utc != 0)
    /* Translators: the name of a file, and counts of events */
    return g_strdup_printf (_ ("“%s”: %d new, %d changed, %d cancelled"), name, result->added,
                            result->changed, result->cancelled);
  return g_strdup_printf (ngettext ("%d event written to “%s”", "%d events written to “%s”",
                                    (gulong) result->n_entries),
                          result->n_entries, name);
}

static void
export_to (WayWindow *self, const char *path, GtkFileChooser *chooser)
{
  const WayExportOptions options =
      contents_to_options (gtk_file_chooser_get_choice (chooser, CONTENTS_CHOICE));
  g_autoptr (GError) error = NULL;
  g_auto (WayExportResult) result = { 0 };

  if (!way_export_to_file (way_window_get_store (self), &options, path, way_session_now (), &result,
                           &error))
    {
      say_error (self, error);
      return;
    }
  g_autofree char *message = describe_export (path, &result);
  way_window_say (self, message, NULL, NULL);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *labels[] = { _ ("The whole plan"), _ ("What has changed since this file was written"),
                           _ ("Milestones and checklist as to-dos"), _ ("When you study, not what"),
                           NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export Plan"), data, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendar files"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_suffix (filter, "ifb");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "waymark-plan.ics");
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), CONTENTS_CHOICE, _ ("Contents"),
                               (const char **) contents_ids, labels);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (chooser), CONTENTS_CHOICE, contents_ids[0]);
  choose_file (data, chooser, export_to);
}

static void
import_guide (WayWindow *self, const char *path, GtkFileChooser *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayGuide) guide = way_guide_read_file (path, &error);
  WayGuideMerge merge = { 0 };

  if (guide == NULL ||
      !way_library_import (way_window_get_store (self), guide, way_session_now (), &merge, &error))
    {
      say_error (self, error);
      return;
    }
  way_window_show_view (self, "library");
  if (merge.added + merge.changed + merge.removed == 0)
    {
      way_window_say (self, _ ("This guide is in the library already, nothing differs"), NULL,
                      NULL);
      return;
    }
  /* Translators: counts of items of a guide. */
  g_autofree char *message =
      g_strdup_printf (_ ("“%s”: %d added, %d changed, %d removed"), guide->title, merge.added,
                       merge.changed, merge.removed);
  way_window_say (self, message, _ ("_Undo"), "win.undo");
}

static void
on_import_guide (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_file (data,
               gtk_file_chooser_native_new (_ ("Import Guide"), data, GTK_FILE_CHOOSER_ACTION_OPEN,
                                            _ ("_Import"), NULL),
               import_guide);
}

static void
import_calendar (WayWindow *self, const char *path, GtkFileChooser *chooser)
{
  WayStore *store = way_window_get_store (self);
  g_autoptr (WayZone) zone = way_session_zone (store);
  gboolean all_day =
      g_strcmp0 (gtk_file_chooser_get_choice (chooser, ALL_DAY_CHOICE), "false") != 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayBusyReport) report =
      way_busy_add (store, path, way_zone_get_id (zone), all_day, way_session_now (), &error);

  if (report == NULL)
    {
      say_error (self, error);
      return;
    }
  g_autofree char *message =
      report->added + report->removed + report->updated == 0
          ? g_strdup (_ ("This calendar is known already, nothing differs"))
          : g_strdup_printf (_ ("%d busy times added, %d removed, %d unchanged, %d skipped"),
                             report->added, report->removed, report->unchanged, report->skipped);
  way_window_say (self, message, _ ("_Plan"), "win.plan");
}

static void
on_import_calendar (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Plan Around a Calendar"), data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);

  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), ALL_DAY_CHOICE,
                               _ ("All-day events block their days"), NULL, NULL);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (chooser), ALL_DAY_CHOICE, "true");
  choose_file (data, chooser, import_calendar);
}

static void
on_remove_calendar (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (way_busy_remove (way_window_get_store (data), g_variant_get_int64 (parameter),
                       way_session_now (), &error))
    way_window_say (data, _ ("Calendar removed"), _ ("_Undo"), "win.undo");
  else
    say_error (data, error);
}

static void
set_enabled (WayWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_enabled (WayWindow *self)
{
  WayStore *store = way_window_get_store (self);
  g_autoptr (WayAction) undo = way_store_peek_undo (store);
  g_autoptr (WayAction) redo = way_store_peek_redo (store);
  gboolean planned = way_plan_exists (store);

  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);
  set_enabled (self, "plan", planned);
  set_enabled (self, "hours", planned);
  set_enabled (self, "what-if", planned);
  set_enabled (self, "export", planned);
  set_enabled (self, "live-calendar", planned);
}

void
way_window_install_actions (WayWindow *self)
{
  static const GActionEntry entries[] = {
    { "view", on_view, "s", NULL, NULL, { 0 } },
    { "new-plan", on_new_plan, NULL, NULL, NULL, { 0 } },
    { "hours", on_hours, NULL, NULL, NULL, { 0 } },
    { "what-if", on_what_if, NULL, NULL, NULL, { 0 } },
    { "plan", on_plan, NULL, NULL, NULL, { 0 } },
    { "export", on_export, NULL, NULL, NULL, { 0 } },
    { "live-calendar", on_live_calendar, NULL, NULL, NULL, { 0 } },
    { "undo", on_undo, NULL, NULL, NULL, { 0 } },
    { "redo", on_redo, NULL, NULL, NULL, { 0 } },
    { "import-guide", on_import_guide, NULL, NULL, NULL, { 0 } },
    { "import-calendar", on_import_calendar, NULL, NULL, NULL, { 0 } },
    { "remove-calendar", on_remove_calendar, "x", NULL, NULL, { 0 } },
    { "show-undo", on_show_undo, "s", NULL, NULL, { 0 } },
    { "show-message", on_show_message, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (way_window_get_store (self), "changed", G_CALLBACK (update_enabled),
                           self, G_CONNECT_SWAPPED);
  update_enabled (self);
  way_live_follower_install (self);
}

/* The "win." actions: what menus, buttons, shortcuts and other widgets reach the window by. */
#include "app/window-actions.h"

#include "app/archive/archive-actions.h"
#include "app/calendar/calendar-actions.h"
#include "app/calendar/calendar-watcher.h"
#include "app/calendar/export-dialog.h"
#include "app/calendar/live-dialog.h"
#include "app/calendar/live-follower.h"
#include "app/plan/draft-dialog.h"
#include "app/plan/hours-dialog.h"
#include "app/plan/what-if-dialog.h"
#include "app/roadmap/roadmap-actions.h"
#include "app/session.h"
#include "app/setup/assistant.h"
#include "app/skills/gap-work-dialog.h"
#include "app/skills/skill-files-actions.h"
#include "app/store/backups-dialog.h"
#include "app/store/history-dialog.h"
#include "app/store/store-watcher.h"
#include "app/window-private.h"
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
on_show_block (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_window_show_block (data, g_variant_get_int64 (parameter));
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
  GtkWidget *dialog = way_hours_dialog_new (way_window_get_store (data), &error);

  present (data, dialog, error);
}

static void
on_what_if (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = way_what_if_dialog_new (way_window_get_store (data), &error);

  present (data, dialog, error);
}

static void
on_plan_gap (GSimpleAction *action, GVariant *skill, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog =
      way_gap_work_dialog_new (way_window_get_store (data), g_variant_get_int64 (skill), &error);

  present (data, dialog, error);
}

static void
on_live_calendar (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, way_live_dialog_new (way_window_get_store (data)), NULL);
}

static void
on_backups (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, way_backups_dialog_new (way_window_get_store (data)), NULL);
}

static void
on_history (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, way_history_dialog_new (way_window_get_store (data)), NULL);
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

/* From then on GTK's own action of this name shows it. */
static void
on_show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/waymark/Waymark/shortcuts.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  gtk_application_window_set_help_overlay (data, GTK_SHORTCUTS_WINDOW (overlay));
  gtk_window_present (GTK_WINDOW (overlay));
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

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, way_export_dialog_new (way_window_get_store (data)), NULL);
}

static void
import_guide (WayWindow *self, const char *path)
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
on_open_guide (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  import_guide (data, g_variant_get_string (parameter, NULL));
}

static void
on_import_guide (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_window_choose_file (data,
                          gtk_file_chooser_native_new (_ ("Import Guide"), data,
                                                       GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"),
                                                       NULL),
                          import_guide);
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
  gboolean writable = !way_store_is_read_only (store), planned = way_plan_exists (store);

  set_enabled (self, "undo", writable && undo != NULL);
  set_enabled (self, "redo", writable && redo != NULL);
  way_window_name_history (self, undo != NULL ? undo->name : NULL,
                           redo != NULL ? redo->name : NULL);
  set_enabled (self, "plan", writable && planned);
  set_enabled (self, "plan-gap", writable);
  set_enabled (self, "hours", writable && planned);
  set_enabled (self, "what-if", writable && planned);
  set_enabled (self, "export", writable && planned);
  set_enabled (self, "live-calendar", writable && planned);
}

/* Marks in rows are left: they answer with the reason. */
static void
disable_writing (WayWindow *self)
{
  static const char *const names[] = { "new-plan",        "import-guide",      "open-guide",
                                       "import-calendar", "refresh-calendars", "remove-calendar",
                                       "review-moved",    "import-skills" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    set_enabled (self, names[i], FALSE);
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
    { "plan-gap", on_plan_gap, "x", NULL, NULL, { 0 } },
    { "export", on_export, NULL, NULL, NULL, { 0 } },
    { "live-calendar", on_live_calendar, NULL, NULL, NULL, { 0 } },
    { "backups", on_backups, NULL, NULL, NULL, { 0 } },
    { "history", on_history, NULL, NULL, NULL, { 0 } },
    { "undo", on_undo, NULL, NULL, NULL, { 0 } },
    { "redo", on_redo, NULL, NULL, NULL, { 0 } },
    { "show-help-overlay", on_show_shortcuts, NULL, NULL, NULL, { 0 } },
    { "import-guide", on_import_guide, NULL, NULL, NULL, { 0 } },
    { "open-guide", on_open_guide, "s", NULL, NULL, { 0 } },
    { "show-block", on_show_block, "x", NULL, NULL, { 0 } },
    { "show-undo", on_show_undo, "s", NULL, NULL, { 0 } },
    { "show-message", on_show_message, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (way_window_get_store (self), "changed", G_CALLBACK (update_enabled),
                           self, G_CONNECT_SWAPPED);
  update_enabled (self);
  way_archive_actions_install (self);
  way_calendar_actions_install (self);
  way_roadmap_actions_install (self);
  way_skill_files_actions_install (self);
  way_store_watcher_install (self);
  if (way_store_is_read_only (way_window_get_store (self)))
    disable_writing (self);
  else
    {
      way_calendar_watcher_install (self);
      way_live_follower_install (self);
    }
}

#include "app/store/backups-dialog.h"

#include "app/format.h"
#include "app/session.h"
#include "core/store/backup.h"
#include "core/store/restore.h"

#include <glib/gi18n.h>

#define WAY_TYPE_BACKUPS_DIALOG (way_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayBackupsDialog, way_backups_dialog, WAY, BACKUPS_DIALOG, AdwWindow)

struct _WayBackupsDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayRestore *restore; /* that is asked about */
  AdwToastOverlay *toasts;
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* of GtkWidget * */
};

G_DEFINE_FINAL_TYPE (WayBackupsDialog, way_backups_dialog, ADW_TYPE_WINDOW)

static void
say (WayBackupsDialog *self, const char *message)
{
  g_autofree char *title = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

/* Why it was written; the word itself for one that is none of ours. */
static const char *
name_reason (const char *reason)
{
  static const struct
  {
    const char *reason;
    const char *name;
  } names[] = {
    { "daily", N_ ("Daily") },
    { "manual", N_ ("By hand") },
    { "migration", N_ ("Before an update of the data") },
    { "import", N_ ("Before an import") },
    { "restore", N_ ("Before a restore") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].reason, reason))
      return _ (names[i].name);
  return reason;
}

/* "Monday, 4 January 2027, 08:00" (transfer full). */
static char *
name_time (WayStore *store, gint64 time_utc)
{
  g_autoptr (WayZone) zone = way_session_zone (store);
  int minute;
  WayDate date = way_zone_to_local (zone, time_utc, &minute);
  g_autofree char *day = way_format_day (date);

  /* Translators: a day, and a time of it */
  return g_strdup_printf (_ ("%s, %02d:%02d"), day, minute / 60, minute % 60);
}

/* "Blocks: 12 come back, 30 go, 4 change", a line for each table that differs (transfer full). */
static char *
describe_changes (const GPtrArray *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const WayRestoreChange *it = g_ptr_array_index (changes, i);
      if (it->added + it->removed + it->changed > 0)
        /* Translators: the name of what is counted, and counts */
        g_string_append_printf (text, _ ("%s: %d come back, %d go, %d change\n"),
                                way_restore_name_table (it->table), it->added, it->removed,
                                it->changed);
    }
  if (text->len == 0)
    return g_strdup (_ ("It has just what there is now."));
  g_string_append (text,
                   _ ("\nWhat there is now is kept as a backup, and Undo brings it back at once."));
  return g_strdup (text->str);
}

/* Behind the question, which still looks at its parent when it closes. */
static gboolean
close_later (gpointer self)
{
  gtk_window_close (self);
  return G_SOURCE_REMOVE;
}

static void
on_response (WayBackupsDialog *self, const char *response)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (WayRestore) restore = g_steal_pointer (&self->restore);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "restore"))
    return;
  if (!way_restore_run (restore, way_session_now (), &error))
    {
      say (self, error->message);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s", _ ("Backup restored"));
  g_idle_add_full (G_PRIORITY_DEFAULT, close_later, g_object_ref (self), g_object_unref);
}

static void
ask (WayBackupsDialog *self, const WayBackup *backup, const GPtrArray *changes)
{
  g_autofree char *time = name_time (self->store, backup->time_utc);
  g_autofree char *heading = g_strdup_printf (_ ("Restore the Backup of %s?"), time);
  g_autofree char *body = describe_changes (changes);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore",
                                    _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_restore (WayBackupsDialog *self, GtkWidget *button)
{
  const WayBackup *backup = g_object_get_data (G_OBJECT (button), "way-backup");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->restore, way_restore_free);
  self->restore = way_restore_new (self->store, backup->path, &error);
  g_autoptr (GPtrArray) changes =
      self->restore != NULL ? way_restore_preview (self->restore, &error) : NULL;
  if (changes != NULL)
    ask (self, backup, changes);
  else
    say (self, error->message);
}

/* Takes @backup. */
static void
add_row (WayBackupsDialog *self, WayBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *restore = gtk_button_new_with_mnemonic (_ ("_Restore…"));
  g_autofree char *title = name_time (self->store, backup->time_utc);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autoptr (WayBackupSummary) summary = way_backup_describe (backup->path, NULL);
  g_autofree char *counts = way_backup_summary_to_text (summary);
  /* Translators: why a backup was written, its size, and what is in it */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s, %s\n%s"), name_reason (backup->reason), size, counts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (restore), "way-backup", backup,
                          (GDestroyNotify) way_backup_free);
  g_signal_connect_object (restore, "clicked", G_CALLBACK (on_restore), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), restore);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
reload (WayBackupsDialog *self)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (way_store_get_path (self->store), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_free_func (backups, NULL);
  for (guint i = 0; i < backups->len; i++)
    add_row (self, g_ptr_array_index (backups, i));
  adw_preferences_group_set_description (
      self->group,
      backups->len > 0
          ? _ ("One is written each day, and before an update, an import or a restore")
          : _ ("None yet. One is written each day, and before an update, an import or a "
               "restore."));
}

static void
on_back_up (WayBackupsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      way_store_backup (self->store, NULL, "manual", way_session_now (), &error);

  say (self, path != NULL ? _ ("Backup written and checked") : error->message);
  reload (self);
}

static void
on_show_folder (WayBackupsDialog *self)
{
  g_autofree char *folder = way_store_backups_folder (way_store_get_path (self->store));
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
way_backups_dialog_dispose (GObject *object)
{
  WayBackupsDialog *self = WAY_BACKUPS_DIALOG (object);

  g_clear_pointer (&self->restore, way_restore_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_backups_dialog_parent_class)->dispose (object);
}

static void
way_backups_dialog_class_init (WayBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_backups_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/store/backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayBackupsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayBackupsDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, on_back_up);
  gtk_widget_class_bind_template_callback (widget_class, on_show_folder);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_backups_dialog_init (WayBackupsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_backups_dialog_new (WayStore *store)
{
  WayBackupsDialog *self = g_object_new (WAY_TYPE_BACKUPS_DIALOG, NULL);

  self->store = g_object_ref (store);
  reload (self);
  return GTK_WIDGET (self);
}

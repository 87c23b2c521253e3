#include "app/archive/archive-actions.h"

#include "app/session.h"
#include "app/window-private.h"
#include "core/base/error.h"
#include "core/store/archive.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST_LISTED 6

static GtkFileChooserNative *
make_chooser (WayWindow *window, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (title, GTK_WINDOW (window), action, accept, NULL);
  g_autoptr (GtkFileFilter) archives = gtk_file_filter_new ();

  gtk_file_filter_set_name (archives, _ ("Archives"));
  gtk_file_filter_add_suffix (archives, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), archives);
  return chooser;
}

static void
export_to (WayWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (way_archive_export (way_window_get_store (window), path, &error))
    way_window_say (window, _ ("Everything is in the archive"), NULL, NULL);
  else
    way_window_say (window, error->message, NULL, NULL);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *day = way_date_to_iso (way_session_today (way_window_get_store (data)));
  g_autofree char *name = g_strdup_printf ("waymark-%s.json", day);
  GtkFileChooserNative *chooser =
      make_chooser (data, _ ("Export Archive"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  way_window_choose_file (data, chooser, export_to);
}

/* The first lines of what is wrong, without the name of the file before each. */
static char *
describe_problems (const char *message, const char *path)
{
  g_autofree char *prefix = g_strconcat (path, ": ", NULL);
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);
  GString *text = g_string_new (NULL);
  guint n = g_strv_length (lines);

  for (guint i = 0; i < MIN (n, MOST_LISTED); i++)
    g_string_append_printf (text, "%s\n\n",
                            lines[i] + (g_str_has_prefix (lines[i], prefix) ? strlen (prefix) : 0));
  if (n > MOST_LISTED)
    g_string_append (text, _ ("There are more problems."));
  else
    g_string_append (text, _ ("Nothing was changed."));
  return g_string_free (text, FALSE);
}

static void
show_problems (WayWindow *window, const char *message, const char *path)
{
  g_autofree char *body = describe_problems (message, path);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (window), _ ("This Archive Cannot Be Imported"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response (WayWindow *window, const char *response, AdwMessageDialog *dialog)
{
  WayArchive *archive = g_object_get_data (G_OBJECT (dialog), "way-archive");
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "import"))
    return;
  if (way_archive_import (archive, way_window_get_store (window), way_session_now (), NULL, &error))
    way_window_say (window, _ ("Archive imported"), _ ("_Undo"), "win.undo");
  else
    way_window_say (window, error->message, NULL, NULL);
}

/* What a person knows by name of what is replaced. */
static char *
describe_counts (const GPtrArray *counts, const char *path)
{
  static const struct
  {
    const char *table, *title;
  } known[] = { { "guide", N_ ("Guides") },
                { "block", N_ ("Blocks") },
                { "busy_calendar", N_ ("Calendars to plan around") } };
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, _ ("Everything in Waymark is replaced by what is in “%s”. Undo brings it back."),
      shown);
  for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
    for (guint i = 0; i < counts->len; i++)
      {
        const WayArchiveCount *it = g_ptr_array_index (counts, i);
        if (!g_str_equal (it->table, known[k].table))
          continue;
        g_string_append (text, "\n\n");
        /* Translators: what it is, how many there are now, how many there will be: "Blocks: 93 → 88" */
        g_string_append_printf (text, _ ("%s: %d → %d"), _ (known[k].title), (int) it->now,
                                (int) it->in_archive);
      }
  return g_string_free (text, FALSE);
}

/* Takes @archive. */
static void
ask (WayWindow *window, WayArchive *archive, const GPtrArray *counts, const char *path)
{
  g_autofree char *body = describe_counts (counts, path);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (window), _ ("Import This Archive?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "import",
                                    _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "way-archive", archive,
                          (GDestroyNotify) way_archive_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
run_read (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  WayArchive *archive = way_archive_read (path, &error);

  if (archive != NULL)
    g_task_return_pointer (task, archive, (GDestroyNotify) way_archive_free);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  WayWindow *window = WAY_WINDOW (source);
  WayStore *store = way_window_get_store (window);
  const char *path = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (WayArchive) archive = g_task_propagate_pointer (G_TASK (result), &error);

  if (store == NULL)
    return; /* closed while the file was read */
  g_autoptr (GPtrArray) counts =
      archive != NULL ? way_archive_compare (archive, store, &error) : NULL;
  if (g_error_matches (error, WAY_ERROR, WAY_ERROR_INVALID))
    show_problems (window, error->message, path);
  else if (counts == NULL)
    way_window_say (window, error->message, NULL, NULL);
  else if (!way_archive_differs (counts))
    way_window_say (window, _ ("Nothing in the archive differs from what is here"), NULL, NULL);
  else
    ask (window, g_steal_pointer (&archive), counts, path);
}

static void
import_from (WayWindow *window, const char *path)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, on_read, NULL);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, run_read);
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_window_choose_file (
      data, make_chooser (data, _ ("Import Archive"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open")),
      import_from);
}

void
way_archive_actions_install (WayWindow *window)
{
  static const GActionEntry entries[] = {
    { "export-archive", on_export, NULL, NULL, NULL, { 0 } },
    { "import-archive", on_import, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

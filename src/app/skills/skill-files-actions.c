#include "app/skills/skill-files-actions.h"

#include "app/session.h"
#include "app/skills/import-dialog.h"
#include "app/window-private.h"
#include "core/base/file.h"
#include "core/skills/export.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
import_from (WayWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = way_skills_import_dialog_new (way_window_get_store (window), path, &error);

  if (dialog == NULL)
    {
      way_window_say (window, error->message, NULL, NULL);
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open Table"), data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  add_filter (chooser, _ ("Tables"), (const char *const[]) { "csv", "tsv", "txt", NULL });
  way_window_choose_file (data, chooser, import_from);
}

static gboolean
write_skills (WayWindow *window, const char *path, GError **error)
{
  WayStore *store = way_window_get_store (window);
  g_autoptr (WayMatrix) matrix = way_matrix_load (store, way_session_today (store), error);

  if (matrix == NULL)
    return FALSE;
  gboolean markdown = g_str_has_suffix (path, ".md") || g_str_has_suffix (path, ".markdown");
  g_autofree char *text =
      markdown ? way_skills_export_markdown (matrix) : way_skills_export_csv (matrix);
  return way_file_write (path, text, strlen (text), error);
}

static void
export_to (WayWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (write_skills (window, path, &error))
    way_window_say (window, _ ("The skills are in the file"), NULL, NULL);
  else
    way_window_say (window, error->message, NULL, NULL);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *day = way_date_to_iso (way_session_today (way_window_get_store (data)));
  g_autofree char *name = g_strdup_printf ("skills-%s.csv", day);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export Skills"), data, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  add_filter (chooser, _ ("Tables and Markdown"),
              (const char *const[]) { "csv", "md", "markdown", NULL });
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  way_window_choose_file (data, chooser, export_to);
}

void
way_skill_files_actions_install (WayWindow *window)
{
  static const GActionEntry entries[] = {
    { "import-skills", on_import, NULL, NULL, NULL, { 0 } },
    { "export-skills", on_export, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

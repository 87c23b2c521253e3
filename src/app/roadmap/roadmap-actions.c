#include "config.h"

#include "app/roadmap/roadmap-actions.h"

#include "app/roadmap/paper-file.h"
#include "app/roadmap/paper-print.h"
#include "app/session.h"
#include "app/window-private.h"
#include "core/planner/settings.h"

#include <glib/gi18n.h>

#define SCALE  "scale" /* a choice in the file dialog */
#define FORMAT "way-format"

static WayPaper *
make_paper (WayWindow *window)
{
  WayStore *store = way_window_get_store (window);
  g_autoptr (GError) error = NULL;
  WayPaper *paper = way_paper_new (store, way_session_today (store), &error);

  if (paper == NULL)
    way_window_say (window, error->message, NULL, NULL);
  return paper;
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, WayWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: the reason, a sentence. */
  g_autofree char *message = g_strdup_printf (_ ("Not printed: %s"), error->message);
  way_window_say (window, message, NULL, NULL);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayPaper *paper = make_paper (window);

  if (paper == NULL)
    return;
  g_autoptr (GtkPrintOperation) operation = way_paper_print_new (paper);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), window, 0);
  /* An error is told by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

/* The name with the end that says what it is (transfer full). */
static char *
complete_name (const char *path, WayPaperFormat format)
{
  if (way_paper_format_of (path, WAY_PAPER_N_FORMATS) != WAY_PAPER_N_FORMATS)
    return g_strdup (path);
  return g_strconcat (path, ".", way_paper_format_to_string (format), NULL);
}

static void
remember_folder (const char *path)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    g_settings_set_string (settings, "roadmap-folder", uri);
}

static void
export_to (WayWindow *window, WayPaperFormat chosen, double scale, const char *chosen_path)
{
  g_autofree char *path = complete_name (chosen_path, chosen);
  g_autoptr (WayPaper) paper = make_paper (window);
  g_autoptr (GError) error = NULL;

  if (paper == NULL)
    return;
  if (!way_paper_write (paper, way_paper_format_of (path, chosen), scale, path, &error))
    {
      way_window_say (window, error->message, NULL, NULL);
      return;
    }
  remember_folder (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("Roadmap exported to “%s”"), shown);
  way_window_say (window, message, NULL, NULL);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, WayWindow *window)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  WayPaperFormat format =
      (WayPaperFormat) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), FORMAT));
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const char *scale = format == WAY_PAPER_PNG ? gtk_file_chooser_get_choice (chooser, SCALE) : NULL;

  if (path != NULL)
    export_to (window, format, scale != NULL ? g_ascii_strtod (scale, NULL) : 2, path);
  else if (file != NULL)
    way_window_say (window, _ ("Only files on this computer can be used"), NULL, NULL);
  g_object_unref (dialog);
}

/* The first one is what is chosen: GTK's own dialog begins with it whatever it is told. */
static void
add_scale (GtkFileChooser *chooser)
{
  const char *values[] = { "2", "4", "1", NULL };
  const char *titles[] = { _ ("Sharp (2×)"), _ ("Very sharp (4×)"), _ ("As on the screen (1×)"),
                           NULL };

  gtk_file_chooser_add_choice (chooser, SCALE, _ ("Resolution"), values, titles);
}

static void
start_in_last_folder (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *uri = g_settings_get_string (settings, "roadmap-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  static const char *const filters[WAY_PAPER_N_FORMATS] = { N_ ("PDF documents"),
                                                            N_ ("PNG pictures"),
                                                            N_ ("SVG drawings") };
  const char *word = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strconcat ("roadmap.", word, NULL);
  WayPaperFormat format = way_paper_format_of (name, WAY_PAPER_PDF);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Export Roadmap"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (filters[format]));
  gtk_file_filter_add_suffix (filter, way_paper_format_to_string (format));
  gtk_file_chooser_add_filter (chooser, filter);
  if (format == WAY_PAPER_PNG)
    add_scale (chooser);
  start_in_last_folder (chooser);
  gtk_file_chooser_set_current_name (chooser, name);
  g_object_set_data (G_OBJECT (dialog), FORMAT, GINT_TO_POINTER (format));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
update_enabled (WayWindow *window)
{
  static const char *const names[] = { "print-roadmap", "export-roadmap" };
  gboolean planned = way_plan_exists (way_window_get_store (window));

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), names[i])), planned);
}

void
way_roadmap_actions_install (WayWindow *window)
{
  static const GActionEntry entries[] = {
    { "print-roadmap", on_print, NULL, NULL, NULL, { 0 } },
    { "export-roadmap", on_export, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_signal_connect_object (way_window_get_store (window), "changed", G_CALLBACK (update_enabled),
                           window, G_CONNECT_SWAPPED);
  update_enabled (window);
}

/* Reading and checking run in threads, one at a time: what the person changes meanwhile is done when the thread is
 * through. Only what is compared with is read from the store here, as the store is this thread's. */
#include "app/skills/import-dialog.h"

#include "app/session.h"
#include "app/skills/import-rows.h"
#include "app/widgets/outcome.h"
#include "core/base/file.h"

#include <glib/gi18n.h>

/* Columns that can be chosen for; further ones are left out. */
#define MOST_COLUMNS 60

static const char separators[] = { '\0', ',', ';', '\t' };

struct _WaySkillsImportDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  char *path;
  WaySkillsImport *import;     /* %NULL: the file cannot be read, or not yet */
  const WayImportCheck *check; /* %NULL: not yet */
  gboolean running;            /* a thread has the import */
  gboolean read_wanted, check_wanted;
  gboolean closed;
  GPtrArray *combos; /* of AdwComboRow: by column */

  GtkStack *pages;
  GtkLabel *reading_label;
  GtkWidget *import_button;
  AdwPreferencesGroup *file_group;
  AdwComboRow *encoding;
  AdwComboRow *separator;
  AdwPreferencesGroup *failed;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *preview;
  AdwPreferencesGroup *problems;
  GtkWidget *leave_out_row;
  GtkSwitch *leave_out;
  GtkLabel *summary;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (WaySkillsImportDialog, way_skills_import_dialog, ADW_TYPE_WINDOW)

static void go_on (WaySkillsImportDialog *self);

static const char *
separator_title (char separator)
{
  switch (separator)
    {
    case ',':
      return _ ("Comma");
    case ';':
      return _ ("Semicolon");
    case '\t':
      return _ ("Tab");
    default:
      /* Translators: the encoding or the separator of a file is found out */
      return _ ("Automatic");
    }
}

/* Why nothing can be imported now; %NULL: it can. */
static const char *
find_reason (WaySkillsImportDialog *self)
{
  const WayImportCheck *check = self->check;

  if (self->import == NULL)
    return _ ("Choose another encoding or separator, or mend the file.");
  if (check->refusal != NULL)
    return check->refusal;
  if (check->n[WAY_IMPORT_BAD] > 0 && !gtk_switch_get_active (self->leave_out))
    return _ (
        "Nothing is imported while rows have problems. Mend the file, or leave those rows out.");
  if (check->n[WAY_IMPORT_NEW] + check->n[WAY_IMPORT_SCORED] + check->n[WAY_IMPORT_CHANGED] == 0)
    return _ ("Nothing differs from what is here.");
  return NULL;
}

static void
show_reason (WaySkillsImportDialog *self, const char *reason)
{
  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_sensitive (self->import_button, reason == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason != NULL ? reason : "",
                                  -1);
}

static void
show_check (WaySkillsImportDialog *self)
{
  g_autofree char *summary = way_import_check_summary (self->check);

  gtk_label_set_text (self->summary, self->check->refusal == NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), self->check->refusal == NULL);
  gtk_widget_set_visible (self->leave_out_row, self->check->n[WAY_IMPORT_BAD] > 0);
  way_import_rows_show (self->preview, self->check);
  way_import_rows_show_problems (self->problems, self->check);
  show_reason (self, find_reason (self));
}

/* What the file was read as, and its columns. */
static void
show_table (WaySkillsImportDialog *self)
{
  const WayCsv *csv = way_skills_import_get_csv (self->import);
  guint n = way_skills_import_get_n_columns (self->import);
  /* Translators: an encoding, as UTF-8 */
  g_autofree char *encoding =
      g_strdup_printf (_ ("Read as %s"), way_text_encoding_to_string (way_csv_get_encoding (csv)));
  /* Translators: Comma, Semicolon or Tab */
  g_autofree char *separator =
      g_strdup_printf (_ ("Read as: %s"), separator_title (way_csv_get_separator (csv)));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding), encoding);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->separator), separator);
  for (guint i = 0; i < MIN (n, MOST_COLUMNS); i++)
    {
      AdwComboRow *row = way_import_rows_add_column (self->columns, self->import, i);
      g_ptr_array_add (self->combos, row);
    }
  if (n > MOST_COLUMNS)
    way_import_rows_add_more (self->columns, n - MOST_COLUMNS);
  gtk_widget_set_visible (GTK_WIDGET (self->failed), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
}

static void
show_failure (WaySkillsImportDialog *self, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_preferences_group_set_description (self->failed, markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding), "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->separator), "");
  gtk_widget_set_visible (GTK_WIDGET (self->failed), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), FALSE);
  show_reason (self, find_reason (self));
}

static void
on_column (WaySkillsImportDialog *self)
{
  self->check_wanted = TRUE;
  go_on (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  WaySkillsImportDialog *self = WAY_SKILLS_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  WaySkillsImport *import = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  self->import = import;
  if (self->closed)
    return;
  if (import == NULL)
    show_failure (self, error->message);
  else
    show_table (self);
  for (guint i = 0; i < self->combos->len; i++)
    g_signal_connect_object (g_ptr_array_index (self->combos, i), "notify::selected",
                             G_CALLBACK (on_column), self, G_CONNECT_SWAPPED);
  self->check_wanted = import != NULL;
  gtk_stack_set_visible_child_name (self->pages, "content");
  go_on (self);
}

/* What a thread needs to read the file. */
typedef struct
{
  char *path;
  WayTextEncoding encoding;
  char separator;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->path);
  g_free (reading);
}

static void
run_read (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = way_file_read (reading->path, WAY_CSV_MAX_BYTES, &error);
  WaySkillsImport *import =
      bytes != NULL ? way_skills_import_new (bytes, reading->encoding, reading->separator, &error)
                    : NULL;

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) way_skills_import_free);
  else
    g_task_return_error (task, error);
}

static void
start_reading (WaySkillsImportDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);
  Reading *reading = g_new0 (Reading, 1);

  self->check = NULL;
  g_clear_pointer (&self->import, way_skills_import_free);
  g_ptr_array_set_size (self->combos, 0);
  way_import_rows_clear (self->columns);
  reading->path = g_strdup (self->path);
  reading->encoding = (WayTextEncoding) adw_combo_row_get_selected (self->encoding);
  reading->separator = separators[adw_combo_row_get_selected (self->separator)];
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, run_read);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  WaySkillsImportDialog *self = WAY_SKILLS_IMPORT_DIALOG (source);
  gboolean first = gtk_window_get_focus (GTK_WINDOW (self)) == NULL;

  self->running = FALSE;
  self->check = g_task_propagate_pointer (G_TASK (result), NULL);
  if (self->closed)
    return;
  show_check (self);
  if (first)
    gtk_widget_grab_focus (gtk_widget_get_sensitive (self->import_button)
                               ? self->import_button
                               : GTK_WIDGET (self->encoding));
  go_on (self);
}

static void
run_check (GTask *task, gpointer source, gpointer import, GCancellable *cancellable)
{
  g_task_return_pointer (task, (gpointer) way_skills_import_check (import), NULL);
}

static void
start_checking (WaySkillsImportDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_checked, NULL);
  g_autoptr (GError) error = NULL;

  self->check = NULL;
  for (guint i = 0; i < way_skills_import_get_n_columns (self->import); i++)
    way_skills_import_set_column (
        self->import, i,
        i < self->combos->len
            ? (WayImportColumn) adw_combo_row_get_selected (g_ptr_array_index (self->combos, i))
            : WAY_COLUMN_LEFT_OUT);
  if (!way_skills_import_load (self->import, self->store, way_session_today (self->store), &error))
    {
      self->running = FALSE;
      g_clear_pointer (&self->import, way_skills_import_free);
      show_failure (self, error->message);
      return;
    }
  g_task_set_task_data (task, self->import, NULL);
  g_task_run_in_thread (task, run_check);
}

/* Does what is wanted next, unless a thread is still at work. */
static void
go_on (WaySkillsImportDialog *self)
{
  gboolean read = self->read_wanted;

  if (self->running || !(read || (self->check_wanted && self->import != NULL)))
    return;
  self->running = TRUE;
  self->read_wanted = self->check_wanted = FALSE;
  gtk_widget_set_sensitive (self->import_button, FALSE);
  if (read)
    start_reading (self);
  else
    start_checking (self);
}

static void
on_form (WaySkillsImportDialog *self)
{
  self->read_wanted = TRUE;
  go_on (self);
}

static void
on_leave_out (WaySkillsImportDialog *self)
{
  if (self->check != NULL)
    show_reason (self, find_reason (self));
}

static void
on_import (WaySkillsImportDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->running || self->check == NULL || find_reason (self) != NULL)
    return;
  done = way_skills_import_run (self->import, self->store, gtk_switch_get_active (self->leave_out),
                                way_session_today (self->store), way_session_now (), &error);
  g_autofree char *summary = way_import_check_summary (self->check);
  way_tell_outcome (parent, self->store, done, summary, error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
way_skills_import_dialog_dispose (GObject *object)
{
  WAY_SKILLS_IMPORT_DIALOG (object)->closed = TRUE;
  G_OBJECT_CLASS (way_skills_import_dialog_parent_class)->dispose (object);
}

static void
way_skills_import_dialog_finalize (GObject *object)
{
  WaySkillsImportDialog *self = WAY_SKILLS_IMPORT_DIALOG (object);

  way_skills_import_free (self->import);
  g_ptr_array_unref (self->combos);
  g_free (self->path);
  g_object_unref (self->store);
  G_OBJECT_CLASS (way_skills_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, reading_label);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, file_group);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, encoding);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, separator);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, leave_out_row);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, leave_out);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsImportDialog, reason);
}

static void
way_skills_import_dialog_class_init (WaySkillsImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_skills_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_skills_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/skills/import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_out);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
offer_forms (WaySkillsImportDialog *self)
{
  g_autoptr (GtkStringList) encodings = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (encodings, separator_title ('\0'));
  for (guint i = WAY_TEXT_UTF_8; i < WAY_TEXT_N_ENCODINGS; i++)
    gtk_string_list_append (encodings, way_text_encoding_to_string (i));
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    gtk_string_list_append (titles, separator_title (separators[i]));
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (encodings));
  adw_combo_row_set_model (self->separator, G_LIST_MODEL (titles));
  g_signal_connect_object (self->encoding, "notify::selected", G_CALLBACK (on_form), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->separator, "notify::selected", G_CALLBACK (on_form), self,
                           G_CONNECT_SWAPPED);
}

static void
way_skills_import_dialog_init (WaySkillsImportDialog *self)
{
  self->combos = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_forms (self);
}

GtkWidget *
way_skills_import_dialog_new (WayStore *store, const char *path, GError **error)
{
  if (way_store_is_read_only (store))
    {
      g_propagate_error (error, g_error_copy (way_store_get_read_only_reason (store)));
      return NULL;
    }
  WaySkillsImportDialog *self = g_object_new (WAY_TYPE_SKILLS_IMPORT_DIALOG, NULL);
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_ ("Reading %s…"), base);
  g_autofree char *markup = g_markup_escape_text (base, -1);
  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  gtk_label_set_text (self->reading_label, label);
  adw_preferences_group_set_title (self->file_group, markup);
  self->read_wanted = TRUE;
  go_on (self);
  return GTK_WIDGET (self);
}

#include "app/skills/import-rows.h"

#include <glib/gi18n.h>

#define MOST_ROWS    10
#define MOST_SAMPLES 3

/* Of a group: its rows (GPtrArray). */
#define ROWS "way-import-rows"

void
way_import_rows_clear (AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_object_set_data (G_OBJECT (group), ROWS, NULL);
}

static void
add (AdwPreferencesGroup *group, GtkWidget *row)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (group), ROWS, rows, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (rows, row);
  adw_preferences_group_add (group, row);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  add (group, row);
  return ADW_ACTION_ROW (row);
}

void
way_import_rows_add_more (AdwPreferencesGroup *group, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  add_row (group, text, "");
}

static const char *
kind_word (WayImportKind kind)
{
  static const char *const words[WAY_IMPORT_N_KINDS] = {
    /* Translators: what becomes of a row of a table that is imported */
    N_ ("Problem"), N_ ("New"), N_ ("New score"), N_ ("Changed"), N_ ("Unchanged"),
  };

  return _ (words[kind]);
}

/* "Data, score 3, target 4, by Ada, 4 January 2027" */
static char *
describe (const WayImportRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (row->group != NULL)
    g_ptr_array_add (parts, g_strdup (row->group));
  if (row->current == WAY_SKILL_BLANK)
    g_ptr_array_add (parts, g_strdup (_ ("score made blank")));
  else if (row->current != WAY_IMPORT_NOT_SAID)
    g_ptr_array_add (parts, g_strdup_printf (_ ("score %d"), row->current));
  if (row->target == WAY_SKILL_BLANK)
    g_ptr_array_add (parts, g_strdup (_ ("target made blank")));
  else if (row->target != WAY_IMPORT_NOT_SAID)
    g_ptr_array_add (parts, g_strdup_printf (_ ("target %d"), row->target));
  if (*row->by != '\0')
    /* Translators: a person who gave a score */
    g_ptr_array_add (parts, g_strdup_printf (_ ("by %s"), row->by));
  if (row->date != WAY_DATE_NONE)
    g_ptr_array_add (parts, way_date_format (row->date, "%-e %B %Y"));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the items of a list */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static void
show_row (AdwPreferencesGroup *group, const WayImportRow *row)
{
  g_autofree char *details = describe (row);
  g_autofree char *line = g_strdup_printf (_ ("Line %u"), row->line);
  GtkWidget *kind = gtk_label_new (kind_word (row->kind));
  AdwActionRow *widget = add_row (group, *row->title != '\0' ? row->title : line, details);

  if (row->kind == WAY_IMPORT_BAD)
    adw_action_row_add_prefix (widget, gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  if (row->kind == WAY_IMPORT_UNCHANGED)
    gtk_widget_add_css_class (kind, "dim-label");
  adw_action_row_add_suffix (widget, kind);
}

void
way_import_rows_show (AdwPreferencesGroup *group, const WayImportCheck *check)
{
  guint n = check->rows->len;

  way_import_rows_clear (group);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    show_row (group, &g_array_index (check->rows, WayImportRow, i));
  if (n > MOST_ROWS)
    way_import_rows_add_more (group, n - MOST_ROWS);
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

void
way_import_rows_show_problems (AdwPreferencesGroup *group, const WayImportCheck *check)
{
  way_import_rows_clear (group);
  for (guint i = 0; i < check->problems->len; i++)
    {
      const WayImportProblem *it = g_ptr_array_index (check->problems, i);
      g_autofree char *place = it->column != NULL
                                   /* Translators: a line of a file, and the heading of a column */
                                   ? g_strdup_printf (_ ("Line %u, %s"), it->line, it->column)
                                   : g_strdup_printf (_ ("Line %u"), it->line);
      add_row (group, it->reason, place);
    }
  if (check->n_problems > check->problems->len)
    way_import_rows_add_more (group, check->n_problems - check->problems->len);
  gtk_widget_set_visible (GTK_WIDGET (group), check->n_problems > 0);
}

/* "2, 4, blank": the first values of a column. */
static char *
list_samples (const WayCsv *csv, guint column)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i < way_csv_get_n_records (csv) && samples->len < MOST_SAMPLES; i++)
    {
      if (column >= way_csv_get_n_fields (csv, i))
        continue;
      const char *field = way_csv_unguard (way_csv_get_field (csv, i, column));
      char *text = g_strstrip (g_strdelimit (g_strdup (field), "\r\n\t", ' '));
      if (*text != '\0')
        g_ptr_array_add (samples, text);
      else
        g_free (text);
    }
  g_ptr_array_add (samples, NULL);
  return g_strjoinv (_ (", "), (char **) samples->pdata);
}

AdwComboRow *
way_import_rows_add_column (AdwPreferencesGroup *group, const WaySkillsImport *import, guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *samples = list_samples (way_skills_import_get_csv (import), column);

  for (guint i = 0; i < WAY_COLUMN_N; i++)
    gtk_string_list_append (titles, way_import_column_title (i));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 way_skills_import_get_heading (import, column));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), way_skills_import_get_column (import, column));
  add (group, row);
  return ADW_COMBO_ROW (row);
}

#include "core/skills/import.h"

#include "core/base/error.h"
#include "core/skills/history.h"
#include "core/skills/import-private.h"

#include <glib/gi18n-lib.h>

static void
problem_free (WayImportProblem *problem)
{
  g_free (problem->column);
  g_free (problem->reason);
  g_free (problem);
}

/* The columns that the heading names; a field that two of them may be is the first one's. */
static void
propose_columns (WaySkillsImport *self)
{
  gboolean taken[WAY_COLUMN_N] = { FALSE };

  self->headings = g_new0 (char *, self->n_columns + 1);
  self->columns = g_new0 (WayImportColumn, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = way_csv_unguard (way_csv_get_field (self->csv, 0, i));
      char *heading = g_strstrip (g_strdelimit (g_strdup (cell), "\r\n\t", ' '));
      WayImportColumn column = way_import_column_guess (heading);
      if (*heading == '\0')
        {
          g_free (heading);
          heading = g_strdup_printf (_ ("Column %u"), i + 1);
        }
      self->headings[i] = heading;
      self->columns[i] = taken[column] ? WAY_COLUMN_LEFT_OUT : column;
      taken[column] = column != WAY_COLUMN_LEFT_OUT;
    }
}

WaySkillsImport *
way_skills_import_new (GBytes *bytes, WayTextEncoding encoding, char separator, GError **error)
{
  g_autoptr (WayCsv) csv = way_csv_read (bytes, encoding, separator, error);

  if (csv == NULL)
    return NULL;
  if (way_csv_get_n_records (csv) == 0)
    {
      g_set_error_literal (
          error, WAY_ERROR, WAY_ERROR_INVALID,
          _ ("There is no table in the file. Its first row names the columns, and each "
             "row below is a skill."));
      return NULL;
    }
  WaySkillsImport *self = g_new0 (WaySkillsImport, 1);
  self->n_columns = way_csv_get_n_fields (csv, 0);
  self->csv = g_steal_pointer (&csv);
  propose_columns (self);
  return self;
}

static void
clear_check (WaySkillsImport *self)
{
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->skills, g_array_unref);
  g_clear_pointer (&self->new_by_name, g_hash_table_unref);
  g_clear_pointer (&self->known_index, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->check.rows, g_array_unref);
  g_clear_pointer (&self->check.problems, g_ptr_array_unref);
  g_free (self->check.refusal);
  self->check = (WayImportCheck) { 0 };
  self->n_new = self->n_scores = 0;
}

static void
clear_known (WaySkillsImport *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->events, g_hash_table_unref);
  g_clear_pointer (&self->matrix, way_matrix_free);
}

void
way_skills_import_free (WaySkillsImport *self)
{
  if (self == NULL)
    return;
  clear_check (self);
  clear_known (self);
  way_csv_free (self->csv);
  g_strfreev (self->headings);
  g_free (self->columns);
  g_free (self);
}

const WayCsv *
way_skills_import_get_csv (const WaySkillsImport *self)
{
  return self->csv;
}

guint
way_skills_import_get_n_columns (const WaySkillsImport *self)
{
  return self->n_columns;
}

const char *
way_skills_import_get_heading (const WaySkillsImport *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, "");
  return self->headings[column];
}

WayImportColumn
way_skills_import_get_column (const WaySkillsImport *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, WAY_COLUMN_LEFT_OUT);
  return self->columns[column];
}

void
way_skills_import_set_column (WaySkillsImport *self, guint column, WayImportColumn what)
{
  g_return_if_fail (column < self->n_columns && what < WAY_COLUMN_N);
  self->columns[column] = what;
}

static void
index_names (WaySkillsImport *self)
{
  self->by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->matrix->skills->len; i++)
    {
      WaySkill *skill = g_ptr_array_index (self->matrix->skills, i);
      g_autofree char *key = way_import_name_key (skill->title);
      GPtrArray *skills = g_hash_table_lookup (self->by_name, key);
      if (skills == NULL)
        {
          skills = g_ptr_array_new ();
          g_hash_table_insert (self->by_name, g_steal_pointer (&key), skills);
        }
      g_ptr_array_add (skills, skill);
    }
}

/* The last score of each day. */
static void
index_events (WaySkillsImport *self, const GPtrArray *history)
{
  self->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < history->len; i++)
    {
      const WaySkillEvent *event = g_ptr_array_index (history, i);
      if (!event->is_target)
        g_hash_table_insert (self->events,
                             way_import_event_key (event->skill_id, event->rater, event->date),
                             GINT_TO_POINTER (event->value));
    }
}

gboolean
way_skills_import_load (WaySkillsImport *self, WayStore *store, WayDate today, GError **error)
{
  g_autoptr (WayMatrix) matrix = way_matrix_load (store, today, error);
  g_autoptr (GPtrArray) history = matrix != NULL ? way_skill_history (store, 0, error) : NULL;

  if (history == NULL)
    return FALSE;
  clear_check (self);
  clear_known (self);
  self->today = today;
  self->matrix = g_steal_pointer (&matrix);
  index_names (self);
  index_events (self, history);
  return TRUE;
}

/* %FALSE with a refusal: without a name for skills, or with two columns for the same. */
static gboolean
check_columns (WaySkillsImport *self)
{
  const char *first[WAY_COLUMN_N] = { NULL };

  for (guint i = 0; i < self->n_columns; i++)
    {
      WayImportColumn column = self->columns[i];
      if (column > WAY_COLUMN_KEPT && first[column] != NULL)
        /* Translators: headings of two columns, and what they are */
        self->check.refusal =
            g_strdup_printf (_ ("Both “%s” and “%s” are set to be: %s. Choose one of them."),
                             first[column], self->headings[i], way_import_column_title (column));
      if (self->check.refusal != NULL)
        return FALSE;
      first[column] = self->headings[i];
    }
  if (first[WAY_COLUMN_SKILL] == NULL)
    self->check.refusal = g_strdup (_ ("No column is the name of the skill. Say which one is."));
  return self->check.refusal == NULL;
}

static void
begin_check (WaySkillsImport *self)
{
  clear_check (self);
  self->texts = g_string_chunk_new (4096);
  self->skills = g_array_new (FALSE, FALSE, sizeof (WayImportSkill));
  self->new_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known_index = g_hash_table_new (NULL, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->check.rows = g_array_new (FALSE, FALSE, sizeof (WayImportRow));
  self->check.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
}

/* What a skill is told by all its rows shows at the first one. */
static void
count_kinds (WaySkillsImport *self)
{
  GArray *rows = self->check.rows;

  for (guint i = 0; i < self->skills->len; i++)
    {
      const WayImportSkill *skill = &g_array_index (self->skills, WayImportSkill, i);
      WayImportRow *row = &g_array_index (rows, WayImportRow, skill->row);
      if (row->kind == WAY_IMPORT_UNCHANGED &&
          (way_import_texts_differ (skill) || way_import_target_differs (skill)))
        row->kind = WAY_IMPORT_CHANGED;
    }
  for (guint i = 0; i < rows->len; i++)
    self->check.n[g_array_index (rows, WayImportRow, i).kind]++;
}

const WayImportCheck *
way_skills_import_check (WaySkillsImport *self)
{
  gboolean right;

  g_return_val_if_fail (self->matrix != NULL, NULL);
  begin_check (self);
  right = check_columns (self);
  for (guint i = 1; right && i < way_csv_get_n_records (self->csv); i++)
    {
      WayImportRow row;
      if (!way_import_read_row (self, i, &row))
        continue;
      if (row.kind != WAY_IMPORT_BAD)
        right = way_import_place_row (self, &row);
      if (right)
        g_array_append_val (self->check.rows, row);
    }
  if (right)
    count_kinds (self);
  return &self->check;
}

static gboolean
check_again (WaySkillsImport *self,
             WayStore *store,
             gboolean leave_out,
             WayDate today,
             GError **error)
{
  if (!way_skills_import_load (self, store, today, error))
    return FALSE;
  const WayImportCheck *check = way_skills_import_check (self);
  if (check->refusal == NULL && (leave_out || check->n[WAY_IMPORT_BAD] == 0))
    return TRUE;
  g_autofree char *problems = way_import_check_describe (check);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, problems);
  return FALSE;
}

gboolean
way_skills_import_run (WaySkillsImport *self,
                       WayStore *store,
                       gboolean leave_out,
                       WayDate today,
                       gint64 now_utc,
                       GError **error)
{
  if (!way_store_begin (store, _ ("Import Skills"), now_utc, error))
    return FALSE;
  if (check_again (self, store, leave_out, today, error) &&
      way_import_write (self, store, now_utc, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

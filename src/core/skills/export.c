#include "core/skills/export.h"

#include "core/skills/history.h"
#include "core/skills/import.h"

#include <string.h>

static const WayImportColumn matrix_columns[] = {
  WAY_COLUMN_SKILL,      WAY_COLUMN_GROUP, WAY_COLUMN_CURRENT,  WAY_COLUMN_TARGET,
  WAY_COLUMN_GAP_ACTION, WAY_COLUMN_NOTE,  WAY_COLUMN_SYNONYMS, WAY_COLUMN_INTERVIEWS,
  WAY_COLUMN_JOB_ADS,    WAY_COLUMN_DATE,
};

static const WayImportColumn history_columns[] = {
  WAY_COLUMN_SKILL, WAY_COLUMN_GROUP, WAY_COLUMN_CURRENT, WAY_COLUMN_DATE, WAY_COLUMN_BY,
};

static void
append_headings (GString *out, const WayImportColumn *columns, guint n)
{
  const char *cells[WAY_COLUMN_N];

  for (guint i = 0; i < n; i++)
    cells[i] = way_import_column_heading (columns[i]);
  way_csv_append (out, cells, n, TRUE);
}

/* "" for what is not known (transfer full). */
static char *
number_cell (int value, int blank)
{
  return value == blank ? g_strdup ("") : g_strdup_printf ("%d", value);
}

/* The import splits at ";" unless each has a line: a lone name with one in it gets an empty line behind it. */
static char *
synonyms_cell (const char *synonyms)
{
  if (strchr (synonyms, ';') != NULL)
    return g_strconcat (synonyms, strchr (synonyms, '\n') != NULL ? "" : "\n", NULL);
  g_auto (GStrv) names = g_strsplit (synonyms, "\n", -1);
  return g_strjoinv ("; ", names);
}

/* (transfer full) */
static char *
make_cell (const WaySkill *skill, WayImportColumn column)
{
  switch ((int) column)
    {
    case WAY_COLUMN_SKILL:
      return g_strdup (skill->title);
    case WAY_COLUMN_GROUP:
      return g_strdup (skill->group);
    case WAY_COLUMN_CURRENT:
      return number_cell (skill->score, WAY_SKILL_BLANK);
    case WAY_COLUMN_TARGET:
      return number_cell (skill->target, WAY_SKILL_BLANK);
    case WAY_COLUMN_GAP_ACTION:
      return g_strdup (skill->gap_action);
    case WAY_COLUMN_NOTE:
      return g_strdup (skill->note);
    case WAY_COLUMN_SYNONYMS:
      return synonyms_cell (skill->synonyms);
    case WAY_COLUMN_INTERVIEWS:
      return number_cell (skill->interview_percent, WAY_SKILL_UNKNOWN);
    case WAY_COLUMN_JOB_ADS:
      return number_cell (skill->ad_percent_typed, WAY_SKILL_UNKNOWN);
    case WAY_COLUMN_DATE:
      return skill->score == WAY_SKILL_BLANK ? g_strdup ("") : way_date_to_iso (skill->score_date);
    default:
      return g_strdup ("");
    }
}

char *
way_skills_export_csv (const WayMatrix *matrix)
{
  GString *out = g_string_new (NULL);

  append_headings (out, matrix_columns, G_N_ELEMENTS (matrix_columns));
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      char *cells[G_N_ELEMENTS (matrix_columns)];
      for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
        cells[c] = make_cell (g_ptr_array_index (matrix->skills, i), matrix_columns[c]);
      way_csv_append (out, (const char *const *) cells, G_N_ELEMENTS (cells), TRUE);
      for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
        g_free (cells[c]);
    }
  return g_string_free (out, FALSE);
}

static guint
hash_event (gconstpointer data)
{
  const WaySkillEvent *event = data;

  return g_str_hash (event->rater) ^ (guint) event->skill_id * 31 ^ (guint) event->date;
}

static gboolean
same_day (gconstpointer a, gconstpointer b)
{
  const WaySkillEvent *x = a, *y = b;

  return x->skill_id == y->skill_id && x->date == y->date && g_str_equal (x->rater, y->rater);
}

static void
append_event (GString *out, const WaySkill *skill, const WaySkillEvent *event)
{
  g_autofree char *score =
      event->value == WAY_SKILL_BLANK ? g_strdup ("blank") : g_strdup_printf ("%d", event->value);
  g_autofree char *date = way_date_to_iso (event->date);
  const char *const cells[] = { skill->title, skill->group, score, date, event->rater };

  way_csv_append (out, cells, G_N_ELEMENTS (cells), TRUE);
}

char *
way_skills_export_history (const WayMatrix *matrix, const GPtrArray *events)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GHashTable) skills = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) last = g_hash_table_new (hash_event, same_day);

  for (guint i = 0; i < matrix->skills->len; i++)
    {
      WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      g_hash_table_insert (skills, &skill->id, skill);
    }
  for (guint i = 0; i < events->len; i++)
    {
      WaySkillEvent *event = g_ptr_array_index (events, i);
      if (!event->is_target)
        g_hash_table_replace (last, event, event);
    }
  append_headings (out, history_columns, G_N_ELEMENTS (history_columns));
  for (guint i = 0; i < events->len; i++)
    {
      const WaySkillEvent *event = g_ptr_array_index (events, i);
      const WaySkill *skill = g_hash_table_lookup (skills, &event->skill_id);
      if (skill != NULL && !event->is_target && g_hash_table_lookup (last, event) == event)
        append_event (out, skill, event);
    }
  return g_string_free (out, FALSE);
}

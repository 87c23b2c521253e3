#include "core/skills/score-table.h"

static void
way_score_row_free (gpointer data)
{
  WayScoreRow *row = data;

  g_free (row->title);
  g_free (row->group);
  g_free (row->scores);
  g_free (row);
}

static void
clear_table (gpointer data)
{
  WayScoreTable *table = data;

  g_array_unref (table->dates);
  g_ptr_array_unref (table->rows);
}

WayScoreTable *
way_score_table_ref (WayScoreTable *table)
{
  return g_rc_box_acquire (table);
}

void
way_score_table_unref (WayScoreTable *table)
{
  g_rc_box_release_full (table, clear_table);
}

guint
way_score_table_last (const WayScoreTable *table)
{
  return table->dates->len - 1;
}

WayDate
way_score_table_date (const WayScoreTable *table, guint column)
{
  return g_array_index (table->dates, WayDate, column);
}

/* What a guide said stays until the person says something. */
static void
fill_scores (int *scores, const GArray *dates, int first, const GArray *points)
{
  guint next = 0;
  int score = first;

  for (guint i = 0; i < dates->len; i++)
    {
      while (points != NULL && next < points->len &&
             g_array_index (points, WaySkillPoint, next).date <= g_array_index (dates, WayDate, i))
        score = g_array_index (points, WaySkillPoint, next++).score;
      scores[i] = score;
    }
}

/* The score that @skill came with. */
static int
first_score (const WaySkill *skill, const WayMatrix *first, const GArray *points)
{
  const WaySkill *before = first != NULL ? way_matrix_find (first, skill->id) : NULL;

  if (points == NULL)
    return skill->score;
  return before != NULL ? before->score : WAY_SKILL_BLANK;
}

WayScoreTable *
way_score_table_new (const WayMatrix *matrix,
                     const WayMatrix *first,
                     GHashTable *points,
                     const GArray *dates)
{
  WayScoreTable *table = g_rc_box_new0 (WayScoreTable);

  table->dates = g_array_copy ((GArray *) dates);
  table->rows = g_ptr_array_new_full (matrix->skills->len, way_score_row_free);
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      const GArray *own = g_hash_table_lookup (points, &skill->id);
      WayScoreRow *row = g_new0 (WayScoreRow, 1);
      row->skill_id = skill->id;
      row->title = g_strdup (skill->title);
      row->group = g_strdup (skill->group);
      row->target = skill->target;
      row->scores = g_new0 (int, dates->len);
      fill_scores (row->scores, dates, first_score (skill, first, own), own);
      g_ptr_array_add (table->rows, row);
    }
  return table;
}

/* The quarters up to @date; without any score there is still that day. */
static GArray *
load_dates (WayStore *store, WayDate date, WayDate today, GError **error)
{
  GArray *dates = way_skill_quarters (store, today, error);
  guint n = 0;

  if (dates == NULL)
    return NULL;
  while (n < dates->len && g_array_index (dates, WayDate, n) <= date)
    n++;
  g_array_set_size (dates, n);
  if (n == 0)
    g_array_append_val (dates, date);
  return dates;
}

WayScoreTable *
way_score_table_load (WayStore *store, WayDate date, WayDate today, GError **error)
{
  g_autoptr (GArray) dates = load_dates (store, date, today, error);

  if (dates == NULL)
    return NULL;
  g_autoptr (WayMatrix) matrix = way_matrix_load (store, date, error);
  if (matrix == NULL)
    return NULL;
  g_autoptr (GHashTable) points = way_skill_points (store, error);
  if (points == NULL)
    return NULL;
  g_autoptr (WayMatrix) first =
      way_matrix_load (store, way_date_from_ymd (WAY_DATE_MIN_YEAR, 1, 1), error);
  if (first == NULL)
    return NULL;
  return way_score_table_new (matrix, first, points, dates);
}

gboolean
way_score_table_change (const WayScoreTable *table,
                        const WayScoreRow *row,
                        guint column,
                        int *change)
{
  int now = row->scores[way_score_table_last (table)], then = row->scores[column];

  if (now == WAY_SKILL_BLANK || then == WAY_SKILL_BLANK)
    return FALSE;
  *change = now - then;
  return TRUE;
}

guint
way_score_table_count (const WayScoreTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const WayScoreRow *row = g_ptr_array_index (table->rows, i);
      if (row->scores[way_score_table_last (table)] != WAY_SKILL_BLANK)
        n++;
    }
  return n;
}

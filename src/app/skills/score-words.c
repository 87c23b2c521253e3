#include "app/skills/score-words.h"

#include <glib/gi18n.h>

char *
way_score_words_value (int score)
{
  return score != WAY_SKILL_BLANK ? g_strdup_printf ("%d", score) : g_strdup (_ ("blank"));
}

/* With the sign that is as wide as a plus. */
static char *
signed_number (int number)
{
  return number < 0 ? g_strdup_printf ("−%d", -number)
                    : g_strdup_printf (number > 0 ? "+%d" : "%d", number);
}

char *
way_score_words_change (const WayScoreTable *table, const WayScoreRow *row, int column)
{
  int change;

  return way_score_table_change (table, row, (guint) column, &change) ? signed_number (change)
                                                                      : g_strdup ("");
}

char *
way_score_words_gap (const WayScoreTable *table, const WayScoreRow *row)
{
  int score = row->scores[way_score_table_last (table)];

  if (score == WAY_SKILL_BLANK || row->target == WAY_SKILL_BLANK)
    return g_strdup ("");
  return row->target >= score ? g_strdup_printf ("%d", row->target - score)
                              : g_strdup_printf ("−%d", score - row->target);
}

char *
way_score_words_line (const WayScoreTable *table, const WayScoreRow *row, int compared)
{
  g_autofree char *score = way_score_words_value (row->scores[way_score_table_last (table)]);
  g_autofree char *target = way_score_words_value (row->target);
  g_autofree char *change =
      compared >= 0 ? way_score_words_change (table, row, compared) : g_strdup ("");

  if (*change == '\0')
    /* Translators: a score and a target, each from 1 to 5, or "blank" */
    return g_strdup_printf (_ ("%s, target %s"), score, target);
  g_autofree char *quarter =
      way_skill_quarter_label (way_score_table_date (table, (guint) compared));
  /* Translators: a score, a target, a difference and a quarter: "3, target 4, +1 since Q4 2026" */
  return g_strdup_printf (_ ("%s, target %s, %s since %s"), score, target, change, quarter);
}

char *
way_score_words_quarter (WayDate date, WayDate today)
{
  return date == today ? g_strdup (_ ("Now")) : way_skill_quarter_label (date);
}

char *
way_score_words_since (const WayScoreTable *table, int column)
{
  g_autofree char *quarter = way_skill_quarter_label (way_score_table_date (table, (guint) column));

  /* Translators: the heading of differences to a quarter: "Since Q4 2026" */
  return g_strdup_printf (_ ("Since %s"), quarter);
}

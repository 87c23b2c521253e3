/* What the heat map says of its columns and cells. */
#include "app/skills/heat-map-private.h"
#include "app/skills/score-words.h"

#include <glib/gi18n.h>

int
way_heat_map_n_columns (const WayHeatMap *self)
{
  return self->table != NULL ? (int) self->table->dates->len + (self->compared >= 0) : 0;
}

char *
way_heat_map_column_title (const WayHeatMap *self, int column)
{
  if (column >= (int) self->table->dates->len)
    return way_score_words_since (self->table, self->compared);
  return way_score_words_quarter (way_score_table_date (self->table, (guint) column), self->today);
}

static char *
describe_value (const WayHeatMap *self, const WayScoreRow *row, int column)
{
  if (column < (int) self->table->dates->len)
    return way_score_words_value (row->scores[column]);
  char *change = way_score_words_change (self->table, row, self->compared);
  if (*change != '\0')
    return change;
  g_free (change);
  return g_strdup (_ ("not known"));
}

char *
way_heat_map_describe_cell (const WayHeatMap *self, int line, int column)
{
  const WayHeatMapLine *it = &g_array_index (self->lines, WayHeatMapLine, line);

  if (it->row == NULL)
    return g_strdup (it->heading);
  if (column < 0)
    return g_strdup (it->row->title);
  g_autofree char *quarter = way_heat_map_column_title (self, column);
  g_autofree char *value = describe_value (self, it->row, column);
  /* Translators: a skill, a quarter, and a score: "System design, Q4 2026: 3" */
  return g_strdup_printf (_ ("%s, %s: %s"), it->row->title, quarter, value);
}

char *
way_heat_map_describe (WayHeatMap *self)
{
  return self->cursor_line >= 0
             ? way_heat_map_describe_cell (self, self->cursor_line, self->cursor_column)
             : g_strdup ("");
}

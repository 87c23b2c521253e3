/* The scores of all skills at the ends of quarters: what the charts of the history show, and their tables. */
#pragma once

#include "core/skills/history.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 skill_id;
  char *title;
  char *group;
  int target;  /* on the last day of the table; %WAY_SKILL_BLANK */
  int *scores; /* one for each of its days; %WAY_SKILL_BLANK */
} WayScoreRow;

typedef struct
{
  GArray *
      dates; /* of WayDate, oldest first, never empty: the last days of quarters up to the one that is shown */
  GPtrArray *rows; /* of WayScoreRow, in the order of the matrix */
} WayScoreTable;

/* Reads the table up to @date: the last day of a quarter that way_skill_quarters() has, or @today. */
WayScoreTable *way_score_table_load (WayStore *store, WayDate date, WayDate today, GError **error);

/**
 * way_score_table_new:
 * @matrix: as of the last of @dates
 * @first: (nullable): the matrix before there was a score of the person's own: what came with the guides
 * @points: as of way_skill_points()
 * @dates: (element-type WayDate): oldest first, one at least
 *
 * The same, from what was read. Pure.
 */
WayScoreTable *way_score_table_new (const WayMatrix *matrix,
                                    const WayMatrix *first,
                                    GHashTable *points,
                                    const GArray *dates);
/* It is shared, and never changes. */
WayScoreTable *way_score_table_ref (WayScoreTable *table);
void way_score_table_unref (WayScoreTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayScoreTable, way_score_table_unref)

/* The column of the day that is shown: the last one. */
guint way_score_table_last (const WayScoreTable *table);
WayDate way_score_table_date (const WayScoreTable *table, guint column);

/* The score on the last day minus that of @column; %FALSE where one of them is blank. */
gboolean way_score_table_change (const WayScoreTable *table,
                                 const WayScoreRow *row,
                                 guint column,
                                 int *change);

/* How many skills have a score on the last day. */
guint way_score_table_count (const WayScoreTable *table);

G_END_DECLS

/* What a chart shows as a table: a row for each skill, numbers at the right, "blank" where there is none. */
#pragma once

#include "core/skills/score-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_SCORE_LIST (way_score_list_get_type ())
G_DECLARE_FINAL_TYPE (WayScoreList, way_score_list, WAY, SCORE_LIST, AdwBin)

/* @compared: a column; -1: none. @quarters: a column for each quarter, as the heat map;
 * else score, target and gap, as bars and radar. */
void way_score_list_show (WayScoreList *self,
                          WayScoreTable *table,
                          int compared,
                          gboolean quarters,
                          WayDate today);

G_END_DECLS

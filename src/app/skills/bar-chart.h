/* The scores of one day as bars, skill by skill, with a mark for the target of each. */
#pragma once

#include "core/skills/score-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_BAR_CHART (way_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (WayBarChart, way_bar_chart, WAY, BAR_CHART, AdwBin)

/* @compared: a column; -1: none */
void way_bar_chart_show (WayBarChart *self, WayScoreTable *table, int compared);

G_END_DECLS

/* The radar where there is something to draw: of 3 to 12 skills that have a score, with the names of those that have
 * none beside it; else it says why not. */
#pragma once

#include "core/skills/score-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_RADAR_CHART (way_radar_chart_get_type ())
G_DECLARE_FINAL_TYPE (WayRadarChart, way_radar_chart, WAY, RADAR_CHART, AdwBin)

/* "cursor-moved": what way_radar_chart_describe() says is another. Its button does "history.form" of its page. */

/* @compared: a column; -1: none */
void way_radar_chart_show (WayRadarChart *self, WayScoreTable *table, int compared);

/* As of way_radar_describe(); "" while there is no radar (transfer full). */
char *way_radar_chart_describe (WayRadarChart *self);

G_END_DECLS

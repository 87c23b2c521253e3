/* Some skills as axes of a radar: the score of each, and its target. Skills without a score have no place in it. */
#pragma once

#include "core/skills/score-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_RADAR (way_radar_get_type ())
G_DECLARE_FINAL_TYPE (WayRadar, way_radar, WAY, RADAR, GtkWidget)

/* "cursor-moved": what way_radar_describe() says is another. */

/* @rows: (element-type WayScoreRow): from 3 to 12 of @table that have a score, or none.
 * @compared: a column; -1: none */
void way_radar_show (WayRadar *self, WayScoreTable *table, GPtrArray *rows, int compared);

/* "System design: 3, target 4", of the axis with the cursor; "" without one (transfer full). */
char *way_radar_describe (WayRadar *self);

G_END_DECLS

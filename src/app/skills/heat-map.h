/* Skills by quarters, a cell for each score: its number, on ground that is the fuller the higher it is. A blank is an
 * empty, hatched cell. Titles of rows and columns stay in sight; a table beside it says the same. */
#pragma once

#include "core/skills/score-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_HEAT_MAP (way_heat_map_get_type ())
G_DECLARE_FINAL_TYPE (WayHeatMap, way_heat_map, WAY, HEAT_MAP, GtkWidget)

/* Scrolls by itself: the child of a GtkScrolledWindow. "cursor-moved": what way_heat_map_describe() says is another. */

/* @compared: a column whose difference to the last one stands behind
 * it; -1: none. The cursor and the scroll position stay. */
void way_heat_map_show (WayHeatMap *self, WayScoreTable *table, int compared, WayDate today);

/* "System design, Q4 2026: 3", of the cell with the cursor; "" without one (transfer full). */
char *way_heat_map_describe (WayHeatMap *self);

G_END_DECLS

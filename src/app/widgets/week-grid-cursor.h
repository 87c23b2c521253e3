/* The cursor of the grid, and the brush. */
#pragma once

#include "app/widgets/week-grid-private.h"

G_BEGIN_DECLS

/* Says where the cursor is and what is there, and draws it. */
void way_week_grid_tell_cursor (WayWeekGrid *self);

void way_week_grid_move (WayWeekGrid *self, WayWeekCell cursor, gboolean extend);

/* Asks for @stroke. */
void way_week_grid_paint (WayWeekGrid *self, const WayWeekStroke *stroke);

G_END_DECLS

/* Painting on the grid with the pointer. */
#pragma once

#include "app/widgets/week-grid-private.h"

G_BEGIN_DECLS

void way_week_grid_add_drag (WayWeekGrid *self);
void way_week_grid_cancel_drag (WayWeekGrid *self);

G_END_DECLS

/* Which hours of the grid are to be seen. */
#pragma once

#include "app/widgets/week-grid.h"

G_BEGIN_DECLS

/* Whether the hours before 6:00 are there; they always are when something is in them. */
void way_week_grid_set_early (WayWeekGrid *self, gboolean early);
gboolean way_week_grid_get_early (WayWeekGrid *self);
gboolean way_week_grid_needs_early (WayWeekGrid *self);

/* Keeps minutes of the day in sight, wherever the page has scrolled. */
void way_week_grid_scroll_to (WayWeekGrid *self, int from_minute, int to_minute);

G_END_DECLS

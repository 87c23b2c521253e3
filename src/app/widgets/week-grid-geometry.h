/* Where days and minutes lie on the grid, and what is selected. */
#pragma once

#include "app/widgets/week-grid-private.h"

G_BEGIN_DECLS

gboolean way_week_grid_is_rtl (WayWeekGrid *self);

int way_week_grid_weekday (const WayWeekGrid *self, int column);
int way_week_grid_first_minute (const WayWeekGrid *self);

/* The left edge of a column, mirrored where the language runs from the right, and its width. */
double way_week_grid_x (WayWeekGrid *self, int column);
double way_week_grid_width (WayWeekGrid *self);
double way_week_grid_y (const WayWeekGrid *self, int minute);

/* Where a point of the widget is in the week; a point outside is put to the nearest edge. */
int way_week_grid_column_at (WayWeekGrid *self, double x);
int way_week_grid_minute_at (const WayWeekGrid *self, double y);

/* Mask of 1 << weekday of the columns from @a to @b, in any order. */
guint way_week_grid_weekdays_between (const WayWeekGrid *self, int a, int b);

/* What painting the selection would be. */
WayWeekStroke way_week_grid_selection (WayWeekGrid *self);
gboolean way_week_grid_is_extended (const WayWeekGrid *self);

/* What the brush does with hours like those of @stroke: it takes away what is all there. */
WayWeekChange way_week_grid_choose (const WayWeekGrid *self, const WayWeekStroke *stroke);

G_END_DECLS

/* A week of hours to paint on: a column for each weekday, with a cursor for the keyboard. It shows and asks; whoever
 * holds the availability answers "stroke". */
#pragma once

#include "core/planner/week.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_WEEK_GRID (way_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (WayWeekGrid, way_week_grid, WAY, WEEK_GRID, GtkWidget)

/* Signals: "stroke", with a const WayWeekStroke *: the person has painted; "cursor-moved". */

/* Shows @availability, of WayAvailability. */
void way_week_grid_set_availability (WayWeekGrid *self, const GArray *availability);

/* What the next stroke paints. */
void way_week_grid_set_brush (WayWeekGrid *self, guint kinds, gboolean preferred);

/* The weekday of the cursor, and those of the selection: a mask of 1 << weekday. */
int way_week_grid_get_weekday (WayWeekGrid *self);
guint way_week_grid_get_weekdays (WayWeekGrid *self);

G_END_DECLS

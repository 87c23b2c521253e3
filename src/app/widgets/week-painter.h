/* The availability of a week, painted with the pointer or the keyboard: for all kinds or for one of them, with a
 * step back for each stroke. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_WEEK_PAINTER (way_week_painter_get_type ())
G_DECLARE_FINAL_TYPE (WayWeekPainter, way_week_painter, WAY, WEEK_PAINTER, AdwBin)

/* Signal "changed": the person has painted, or taken a stroke back. */

/* Begins with @availability, of WayAvailability. */
void way_week_painter_set_availability (WayWeekPainter *self, const GArray *availability);

/* What is painted, of WayAvailability. Borrowed, until the next change. */
const GArray *way_week_painter_get_availability (WayWeekPainter *self);

/* The windows of @weekday were written elsewhere; that is a step of its own, however many letters it took. */
void way_week_painter_put_day (WayWeekPainter *self, int weekday, const GArray *windows);

G_END_DECLS

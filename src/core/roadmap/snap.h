/* Where something that is dragged along a line of time comes to rest. Pure. */
#pragma once

#include "core/roadmap/time-scale.h"

G_BEGIN_DECLS

/**
 * way_snap_day:
 * @day: the beginning of a day, and parts of it
 * @dates: (element-type WayDate): those that attract it, from a few pixels around them; %NULL: none
 * @attracted: (out) (optional): whether one of them did
 *
 * Else it is the closest day, and where days are too narrow to hit one, the closest Monday.
 *
 * Returns: a date
 */
WayDate
way_snap_day (const WayTimeScale *scale, double day, const GArray *dates, gboolean *attracted);

G_END_DECLS

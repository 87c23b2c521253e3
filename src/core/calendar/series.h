/* A guide's reviews as one event that repeats. */
#pragma once

#include "core/base/zone.h"
#include "core/calendar/writer.h"

G_BEGIN_DECLS

/**
 * way_series_new:
 * @times: (element-type WayCalendarEntry): all of the series by start, none all-day; they must outlive it
 * @first: the first of @times that is wanted
 * @n: how many of them, at least 1
 * @months: between two of them
 * @master: (out caller-allocates): the event; its UID is for the caller to set
 *
 * The rule is the weekday of the month and the time that most of all @times have, whichever are wanted: so one
 * that moves is a change of that one.
 *
 * Returns: (transfer full): the series of @master
 */
WayCalendarSeries *way_series_new (const GPtrArray *times,
                                   guint first,
                                   guint n,
                                   int months,
                                   WayZone *zone,
                                   WayCalendarEntry *master);
void way_series_free (WayCalendarSeries *series);

G_END_DECLS

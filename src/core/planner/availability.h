/* Free windows: the availability map on the real timeline, less busy time. Pure. */
#pragma once

#include "core/base/interval.h"
#include "core/base/zone.h"
#include "core/planner/settings.h"

G_BEGIN_DECLS

/* When blocks may lie: the week, and what single days say otherwise. Borrowed. */
typedef struct
{
  const GArray *week;     /* of WayAvailability */
  const GArray *days_off; /* of WayDaysOff: days without windows; %NULL: none */
  const GArray *extra; /* of WayExtraHours: windows of single days, also of days off; %NULL: none */
} WayAvailabilityMap;

/**
 * way_availability_windows:
 * @kind: only stretches that allow this kind
 * @preferred: only stretches of preferred hours
 * @from_date, @to_date: both included
 * @taken: a normal interval set that no window may meet
 *
 * Windows are minutes of the zone's real timeline: a 23-hour day has its hour less. They end with @to_date.
 *
 * Returns: (element-type WayInterval) (transfer full): by start, never overlapping; two of different days
 * may touch and stay two: a block crosses midnight only inside a window that does
 */
GArray *way_availability_windows (const WayAvailabilityMap *map,
                                  WayBlockKind kind,
                                  gboolean preferred,
                                  WayZone *zone,
                                  WayDate from_date,
                                  WayDate to_date,
                                  const GArray *taken);

/* @busy widened by @buffer_minutes on both sides: a normal set (transfer full). */
GArray *way_availability_buffered (const GArray *busy, int buffer_minutes);

/* Reads "18:30-21:30, 22:00-00:30 drill mock, 07:00-08:00 preferred" (hyphen or en dash) as windows of @weekday
 * and appends them to @availability: for all kinds when none is named. An empty text has none.
 * %WAY_ERROR_INVALID, with nothing appended. */
gboolean
way_availability_parse_times (const char *text, int weekday, GArray *availability, GError **error);

/* The inverse, of the windows of @weekday (transfer full). */
char *way_availability_format_times (const GArray *availability, int weekday);

/* Reads "2027-02-01..2027-02-07" or one day, as way_date_parse() knows days, and appends it to @days_off.
 * %WAY_ERROR_INVALID, with nothing appended. */
gboolean
way_availability_parse_days_off (const char *text, WayDate today, GArray *days_off, GError **error);

/* The inverse (transfer full). */
char *way_availability_format_days_off (const WayDaysOff *days_off);

/* Reads "2027-01-09 10:00-12:00" (a day, and times as above) and appends it to @extra_hours.
 * %WAY_ERROR_INVALID, with nothing appended. */
gboolean way_availability_parse_extra_hours (const char *text,
                                             WayDate today,
                                             GArray *extra_hours,
                                             GError **error);

/* The inverse (transfer full). */
char *way_availability_format_extra_hours (const WayExtraHours *extra_hours);

G_END_DECLS

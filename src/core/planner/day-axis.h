/* The vertical axis of days that stand side by side, as in a week view. Pure.
 *
 * Every minute of every day has a place of its own, also where clocks change: a stretch that comes twice on one
 * day is there twice on the axis, and the other days leave it out; a stretch that one day lacks is left out there.
 * So the same time of day is at the same height in all days, and a length is never wrong. */
#pragma once

#include "core/base/zone.h"

G_BEGIN_DECLS

typedef struct _WayDayAxis WayDayAxis;

/* Of @n_days days from @first_date on. @zone must outlive it. */
WayDayAxis *way_day_axis_new (WayZone *zone, WayDate first_date, int n_days);
void way_day_axis_free (WayDayAxis *axis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayDayAxis, way_day_axis_free)

/* Minutes from top to bottom: 1440, and what comes twice. */
int way_day_axis_length (const WayDayAxis *axis);

/* The instants at which day @day (from 0) begins and ends. */
gint64 way_day_axis_start (const WayDayAxis *axis, int day);
gint64 way_day_axis_end (const WayDayAxis *axis, int day);

/* Which day @utc lies in; -1 before the first, n_days behind the last. */
int way_day_axis_day (const WayDayAxis *axis, gint64 utc);

/* Minutes from the top at which @utc, of day @day, lies; the end of a day is at the bottom of what it has. */
double way_day_axis_minute (const WayDayAxis *axis, int day, gint64 utc);

/* The instant at @minute of day @day; in a stretch that the day leaves out, the one at which it goes on. */
gint64 way_day_axis_utc (const WayDayAxis *axis, int day, double minute);

/* The minute of the wall clock that a label at @minute says, 0…1440. @again: it has come before. */
int way_day_axis_wall (const WayDayAxis *axis, int minute, gboolean *again);

/* A stretch of the axis, in minutes. */
typedef struct
{
  int from;
  int to;
} WayDayGap;

/* (element-type WayDayGap) what day @day leaves out, in order (transfer none). */
const GArray *way_day_axis_gaps (const WayDayAxis *axis, int day);

G_END_DECLS

/* Dates and times as the person reads them. All results are transfer full. */
#pragma once

#include "core/base/zone.h"

G_BEGIN_DECLS

/* "Monday, 4 January 2027" */
char *way_format_day (WayDate date);

/* "4 Jan", or "4 Jan 2028" when the year is not that of @today. */
char *way_format_day_short (WayDate date, WayDate today);

/* "18:30 – 19:30" */
char *way_format_times (WayZone *zone, gint64 start_utc, gint64 end_utc);

/* "Monday"; 1 = Monday … 7 = Sunday */
char *way_format_weekday (int weekday);

/* The first day of the week in this locale: 1 = Monday … 7 = Sunday. */
int way_format_first_weekday (void);

/* "6 h", "45 min", "1 h 30 min" */
char *way_format_minutes (int minutes);

G_END_DECLS

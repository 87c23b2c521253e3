/* Dates and times as the person reads them. All results are transfer full. */
#pragma once

#include "core/base/zone.h"

G_BEGIN_DECLS

/* "Monday, 4 January 2027" */
char *way_format_day (WayDate date);

/* "4 Jan", or "4 Jan 2028" when the year is not that of @today. */
char *way_format_day_short (WayDate date, WayDate today);

/* "4 January 2027" */
char *way_format_date (WayDate date);

/* From the first day to the last one, "4 – 9 Jan", "28 Jan – 3 Feb 2028", or one day: "4 Jan". */
char *way_format_days (WayDate from, WayDate to, WayDate today);

/* How much earlier or later something is: "5 weeks earlier", "3 days later", "on the same day". */
char *way_format_difference (int days);

/* "18:30 – 19:30" */
char *way_format_times (WayZone *zone, gint64 start_utc, gint64 end_utc);

/* "18:30" */
char *way_format_time (WayZone *zone, gint64 utc);

/* "18:30", of a minute of the day */
char *way_format_clock (int minute);

/* "today", "tomorrow", "in 8 days", "yesterday", "3 days ago"; for a place of its own, not inside a sentence. */
char *way_format_days_ahead (int days);

/* "Monday"; 1 = Monday … 7 = Sunday */
char *way_format_weekday (int weekday);

/* "Mon" */
char *way_format_weekday_short (int weekday);

/* The first day of the week in this locale: 1 = Monday … 7 = Sunday. */
int way_format_first_weekday (void);

/* "6 h", "45 min", "1 h 30 min" */
char *way_format_minutes (int minutes);

G_END_DECLS

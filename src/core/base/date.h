/* Civil dates: a day on the calendar, without a time and without a zone.
 *
 * A WayDate counts days since 1970-01-01 in the proleptic Gregorian calendar, so that a difference
 * is a plain subtraction. Conversions follow the era algorithm of Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 WayDate;

/* "No date": before every real one. */
#define WAY_DATE_NONE G_MININT32

/* The years a plan may lie in; input outside is refused with a message. */
#define WAY_DATE_MIN_YEAR 1970
#define WAY_DATE_MAX_YEAR 2200

/* Weekdays as ISO 8601 numbers them. */
enum
{
  WAY_MONDAY = 1,
  WAY_SUNDAY = 7,
};

WayDate way_date_from_ymd (int year, int month, int day);
void way_date_to_ymd (WayDate date, int *year, int *month, int *day);

/* 1 = Monday … 7 = Sunday. */
int way_date_weekday (WayDate date);

/* The Monday of the ISO week of @date. */
WayDate way_date_week_start (WayDate date);

/* The same day of the month @months later (or earlier), or the last day of that month. */
WayDate way_date_add_months (WayDate date, int months);

/* The same weekday of the month @months later, as the second Tuesday; the fifth is always the last one. */
WayDate way_date_add_months_by_weekday (WayDate date, int months);

/* Which of its weekday in its month @date is: 1 … 4, or -1 for a fifth one, which not every month has. */
int way_date_week_of_month (WayDate date);

/* Whether year, month and day name a day that exists, between the years above. */
gboolean way_date_is_valid_ymd (int year, int month, int day);

/* "2027-01-04" (transfer full); "" for WAY_DATE_NONE. */
char *way_date_to_iso (WayDate date);

/* As @format of g_date_time_format() says, in the person's language (transfer full). */
char *way_date_format (WayDate date, const char *format);

/**
 * way_date_parse:
 * @text: "2027-01-04", "today", "tomorrow", "+3d", "+2w", "+1m" or "next monday"
 * @today: the day that relative dates count from
 * @date: (out): the date
 *
 * Returns: %TRUE, or %FALSE with %WAY_ERROR_INVALID
 */
gboolean way_date_parse (const char *text, WayDate today, WayDate *date, GError **error);

/**
 * way_instant_parse:
 * @text: "2027-01-04T08:00:00Z"
 * @utc: (out): seconds since 1970-01-01T00:00:00Z
 *
 * Returns: %TRUE, or %FALSE with %WAY_ERROR_INVALID
 */
gboolean way_instant_parse (const char *text, gint64 *utc, GError **error);

/* "2027-01-04T08:00:00Z" (transfer full). */
char *way_instant_to_iso (gint64 utc);

/**
 * way_clock_parse:
 * @text: "18:30"; "24:00" is the end of a day
 *
 * Returns: minutes since midnight, 0…1440, or -1 when @text is no clock time
 */
int way_clock_parse (const char *text);

G_END_DECLS

#include "core/base/date.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

WayDate
way_date_from_ymd (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

void
way_date_to_ymd (WayDate date, int *year, int *month, int *day)
{
  int z = date + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

int
way_date_weekday (WayDate date)
{
  /* 1970-01-01 was a Thursday. */
  int from_monday = (date + 3) % 7;

  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

WayDate
way_date_week_start (WayDate date)
{
  return date - (way_date_weekday (date) - WAY_MONDAY);
}

static int
days_in_month (int year, int month)
{
  return g_date_get_days_in_month (month, year);
}

WayDate
way_date_add_months (WayDate date, int months)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  int total = year * 12 + (month - 1) + months;
  year = total / 12;
  month = total % 12 + 1;
  return way_date_from_ymd (year, month, MIN (day, days_in_month (year, month)));
}

int
way_date_week_of_month (WayDate date)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  return day <= 28 ? (day - 1) / 7 + 1 : -1;
}

WayDate
way_date_add_months_by_weekday (WayDate date, int months)
{
  int year, month, day, week = way_date_week_of_month (date);
  WayDate to = way_date_add_months (date, months);

  way_date_to_ymd (to, &year, &month, &day);
  /* Back from the last of the seven days that it may be. */
  WayDate last = way_date_from_ymd (year, month, week > 0 ? 7 * week : days_in_month (year, month));
  return last - (way_date_weekday (last) - way_date_weekday (date) + 7) % 7;
}

gboolean
way_date_is_valid_ymd (int year, int month, int day)
{
  return year >= WAY_DATE_MIN_YEAR && year <= WAY_DATE_MAX_YEAR && month >= 1 && month <= 12 &&
         day >= 1 && day <= days_in_month (year, month);
}

char *
way_date_to_iso (WayDate date)
{
  int year, month, day;

  if (date == WAY_DATE_NONE)
    return g_strdup ("");
  way_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Reads exactly @width digits. */
static gboolean
read_digits (const char **at, int width, int *value)
{
  *value = 0;
  for (int i = 0; i < width; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *value = *value * 10 + (**at - '0');
    }
  return TRUE;
}

static gboolean
read_iso_date (const char **at, WayDate *date)
{
  int year, month, day;

  if (!read_digits (at, 4, &year) || *(*at)++ != '-' || !read_digits (at, 2, &month) ||
      *(*at)++ != '-' || !read_digits (at, 2, &day) || !way_date_is_valid_ymd (year, month, day))
    return FALSE;
  *date = way_date_from_ymd (year, month, day);
  return TRUE;
}

/* "+3d", "+2w", "+1m". */
static gboolean
read_offset (const char *text, WayDate today, WayDate *date)
{
  char *end = NULL;

  if (text[0] != '+' || !g_ascii_isdigit (text[1]))
    return FALSE;
  gint64 count = g_ascii_strtoll (text + 1, &end, 10);
  if (count > 36500 || strlen (end) != 1)
    return FALSE;
  switch (g_ascii_tolower (*end))
    {
    case 'd':
      *date = today + count;
      return TRUE;
    case 'w':
      *date = today + 7 * MIN (count, 5000);
      return TRUE;
    case 'm':
      *date = way_date_add_months (today, MIN (count, 1200));
      return TRUE;
    default:
      return FALSE;
    }
}

/* "next monday": the first such day after today. */
static gboolean
read_next_weekday (const char *text, WayDate today, WayDate *date)
{
  static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday" };

  if (g_ascii_strncasecmp (text, "next ", 5) != 0)
    return FALSE;
  for (int i = 0; i < 7; i++)
    if (g_ascii_strcasecmp (text + 5, names[i]) == 0)
      {
        int ahead = (i + 1 - way_date_weekday (today) + 7) % 7;
        *date = today + (ahead == 0 ? 7 : ahead);
        return TRUE;
      }
  return FALSE;
}

char *
way_date_format (WayDate date, const char *format)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return g_date_time_format (time, format);
}

gboolean
way_date_parse (const char *text, WayDate today, WayDate *date, GError **error)
{
  const char *at = text;

  if (g_ascii_strcasecmp (text, "today") == 0)
    *date = today;
  else if (g_ascii_strcasecmp (text, "tomorrow") == 0)
    *date = today + 1;
  else if (read_offset (text, today, date) || read_next_weekday (text, today, date))
    return TRUE;
  else if (!read_iso_date (&at, date) || *at != '\0')
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is not a date. Write it as 2027-01-04, today, tomorrow, +3d, +2w or "
                      "“next monday”."),
                   text);
      return FALSE;
    }
  return TRUE;
}

gboolean
way_instant_parse (const char *text, gint64 *utc, GError **error)
{
  const char *at = text;
  WayDate date;
  int hour, minute, second;

  if (!read_iso_date (&at, &date) || *at++ != 'T' || !read_digits (&at, 2, &hour) || *at++ != ':' ||
      !read_digits (&at, 2, &minute) || *at++ != ':' || !read_digits (&at, 2, &second) ||
      *at++ != 'Z' || *at != '\0' || hour > 23 || minute > 59 || second > 59)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is not an instant. Write it in UTC as 2027-01-04T08:00:00Z."), text);
      return FALSE;
    }
  *utc = (gint64) date * 86400 + hour * 3600 + minute * 60 + second;
  return TRUE;
}

char *
way_instant_to_iso (gint64 utc)
{
  gint64 day = utc / 86400 - (utc % 86400 < 0);
  int second = (int) (utc - day * 86400);
  g_autofree char *date = way_date_to_iso ((WayDate) day);

  return g_strdup_printf ("%sT%02d:%02d:%02dZ", date, second / 3600, second / 60 % 60, second % 60);
}

int
way_clock_parse (const char *text)
{
  int hour, minute;
  const char *at = text;

  if (!read_digits (&at, 2, &hour) || *at++ != ':' || !read_digits (&at, 2, &minute) ||
      *at != '\0' || minute > 59 || hour * 60 + minute > 1440)
    return -1;
  return hour * 60 + minute;
}

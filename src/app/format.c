#include "app/format.h"

#include <glib/gi18n.h>
#include <langinfo.h>

char *
way_format_day (WayDate date)
{
  /* Translators: see g_date_time_format(): "Monday, 4 January 2027" */
  return way_date_format (date, _ ("%A, %-d %B %Y"));
}

char *
way_format_day_short (WayDate date, WayDate today)
{
  int year, this_year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  way_date_to_ymd (today, &this_year, &month, &day);
  /* Translators: see g_date_time_format(): "4 Jan", and "4 Jan 2028" */
  return way_date_format (date, year == this_year ? _ ("%-d %b") : _ ("%-d %b %Y"));
}

char *
way_format_date (WayDate date)
{
  /* Translators: see g_date_time_format(): "4 January 2027" */
  return way_date_format (date, _ ("%-d %B %Y"));
}

char *
way_format_days (WayDate from, WayDate to, WayDate today)
{
  int from_year, from_month, to_year, to_month, day;

  way_date_to_ymd (from, &from_year, &from_month, &day);
  way_date_to_ymd (to, &to_year, &to_month, &day);
  g_autofree char *last = way_format_day_short (to, today);
  if (from == to)
    return g_steal_pointer (&last);
  /* The year, and the month, are said once when they are the same. */
  g_autofree char *first = from_year != to_year ? way_format_day_short (from, today)
                           : from_month != to_month
                               ? way_format_day_short (from, from)
                               /* Translators: see g_date_time_format(): the "4" of "4 – 9 Jan" */
                               : way_date_format (from, _ ("%-d"));
  /* Translators: from a day to a day: "28 Jan – 3 Feb 2028" */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

static char *
format_later (int weeks, int days)
{
  if (weeks == 0)
    return g_strdup_printf (ngettext ("%d day later", "%d days later", (gulong) days), days);
  if (days == 0)
    return g_strdup_printf (ngettext ("%d week later", "%d weeks later", (gulong) weeks), weeks);
  return g_strdup_printf (ngettext ("about %d week later", "about %d weeks later", (gulong) weeks),
                          weeks);
}

static char *
format_earlier (int weeks, int days)
{
  if (weeks == 0)
    return g_strdup_printf (ngettext ("%d day earlier", "%d days earlier", (gulong) days), days);
  if (days == 0)
    return g_strdup_printf (ngettext ("%d week earlier", "%d weeks earlier", (gulong) weeks),
                            weeks);
  return g_strdup_printf (
      ngettext ("about %d week earlier", "about %d weeks earlier", (gulong) weeks), weeks);
}

char *
way_format_difference (int days)
{
  int length = ABS (days);
  /* Up to two weeks days are as easy to grasp, and exact. */
  int weeks = length < 14 && length % 7 != 0 ? 0 : (length + 3) / 7;
  int rest = weeks == 0 ? length : length % 7;

  if (days == 0)
    return g_strdup (_ ("on the same day"));
  return days > 0 ? format_later (weeks, rest) : format_earlier (weeks, rest);
}

char *
way_format_weekday (int weekday)
{
  /* 1970-01-05 was a Monday. */
  return way_date_format (3 + weekday, "%A");
}

char *
way_format_weekday_short (int weekday)
{
  return way_date_format (3 + weekday, "%a");
}

int
way_format_first_weekday (void)
{
#ifdef __GLIBC__
  /* The first weekday counts from the day that WEEK_1STDAY names, a Sunday or a Monday. */
  int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  guint base = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int monday_based = base == 19971130 ? first - 1 : first;

  return monday_based < 1 ? WAY_SUNDAY : (monday_based - 1) % 7 + 1;
#else
  return WAY_MONDAY;
#endif
}

char *
way_format_clock (int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, minute / 60 % 24, minute % 60, 0);

  /* Translators: a time of the day, see g_date_time_format(): "18:30" */
  return g_date_time_format (time, _ ("%H:%M"));
}

char *
way_format_time (WayZone *zone, gint64 utc)
{
  int minute;

  way_zone_to_local (zone, utc, &minute);
  return way_format_clock (minute);
}

char *
way_format_times (WayZone *zone, gint64 start_utc, gint64 end_utc)
{
  g_autofree char *start = way_format_time (zone, start_utc);
  g_autofree char *end = way_format_time (zone, end_utc);

  /* Translators: from a time to a time: "18:30 – 19:30" */
  return g_strdup_printf (_ ("%s – %s"), start, end);
}

char *
way_format_minutes (int minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf (_ ("%d h"), minutes / 60);
  if (minutes < 60)
    return g_strdup_printf (_ ("%d min"), minutes);
  return g_strdup_printf (_ ("%d h %d min"), minutes / 60, minutes % 60);
}

char *
way_format_days_ahead (int days)
{
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  if (days == -1)
    return g_strdup (_ ("yesterday"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
}

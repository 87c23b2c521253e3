#include "core/calendar/recurrence.h"

#include "core/base/date.h"
#include "core/calendar/private.h"

#define END ICAL_RECURRENCE_ARRAY_MAX

/* A day with what the parts of a rule ask about it. */
typedef struct
{
  gint64 day; /* since 1970-01-01 */
  int year, month, month_day, month_days;
  int year_day, year_days;
  int weekday; /* 1 = Sunday, as libical counts */
} Day;

static int
weekday_of (gint64 day)
{
  /* 1 January 1970 was a Thursday. */
  return (int) (((day + 4) % 7 + 7) % 7) + 1;
}

static int
days_of_year (int year)
{
  return way_date_from_ymd (year + 1, 1, 1) - way_date_from_ymd (year, 1, 1);
}

static Day
look_at (gint64 day)
{
  Day it = { .day = day, .weekday = weekday_of (day) };

  way_date_to_ymd ((WayDate) day, &it.year, &it.month, &it.month_day);
  it.month_days = g_date_get_days_in_month (it.month, (GDateYear) it.year);
  it.year_day = (int) (day - way_date_from_ymd (it.year, 1, 1)) + 1;
  it.year_days = days_of_year (it.year);
  return it;
}

/* The first day of week 1 of @year: the first week with four days of it. */
static gint64
first_week (int year, int week_start)
{
  gint64 fourth = way_date_from_ymd (year, 1, 4);

  return fourth - (weekday_of (fourth) - week_start + 7) % 7;
}

/* @list has @value, which counts from the front, or what it is from the back: the last of @n is -1. */
static gboolean
has (const short *list, int value, int n)
{
  for (; *list != END; list++)
    if (*list == value || *list == value - n - 1)
      return TRUE;
  return FALSE;
}

static gboolean
in_week (const struct icalrecurrencetype *rule, const Day *it)
{
  int week_start = rule->week_start == ICAL_NO_WEEKDAY ? 2 : (int) rule->week_start;
  int year = it->year;

  if (it->day >= first_week (year + 1, week_start))
    year++;
  else if (it->day < first_week (year, week_start))
    year--;
  gint64 first = first_week (year, week_start);
  int n = (int) (first_week (year + 1, week_start) - first) / 7;
  return has (rule->by_week_no, (int) (it->day - first) / 7 + 1, n);
}

/* "2MO" is the second Monday of the month, or of the year when the rule names no months. */
static gboolean
on_weekday (const struct icalrecurrencetype *rule, const Day *it)
{
  gboolean of_year = rule->freq == ICAL_YEARLY_RECURRENCE && rule->by_month[0] == END;
  gboolean counts = rule->freq == ICAL_YEARLY_RECURRENCE ||
                    rule->freq == ICAL_MONTHLY_RECURRENCE; /* a week has one of each */
  int at = of_year ? it->year_day : it->month_day, n = of_year ? it->year_days : it->month_days;

  for (const short *day = rule->by_day; *day != END; day++)
    {
      int position = counts ? icalrecurrencetype_day_position (*day) : 0;
      if ((int) icalrecurrencetype_day_day_of_week (*day) == it->weekday &&
          (position == 0 || position == (at - 1) / 7 + 1 || -position == (n - at) / 7 + 1))
        return TRUE;
    }
  return FALSE;
}

/* What the rule leaves open comes from the start. */
static gboolean
is_like_start (const struct icalrecurrencetype *rule, const Day *it, const Day *start)
{
  gboolean days =
      rule->by_month_day[0] != END || rule->by_year_day[0] != END || rule->by_day[0] != END;

  if (days)
    return TRUE;
  switch (rule->freq)
    {
    case ICAL_YEARLY_RECURRENCE:
      if (rule->by_week_no[0] != END)
        return it->weekday == start->weekday;
      return it->month_day == start->month_day &&
             (rule->by_month[0] != END || it->month == start->month);
    case ICAL_MONTHLY_RECURRENCE:
      return it->month_day == start->month_day;
    case ICAL_WEEKLY_RECURRENCE:
      return it->weekday == start->weekday;
    default:
      return TRUE;
    }
}

static gboolean
day_matches (const struct icalrecurrencetype *rule, gint64 day, const Day *start)
{
  Day it = look_at (day);

  return (rule->by_month[0] == END || has (rule->by_month, it.month, 100)) &&
         (rule->by_month_day[0] == END || has (rule->by_month_day, it.month_day, it.month_days)) &&
         (rule->by_year_day[0] == END || has (rule->by_year_day, it.year_day, it.year_days)) &&
         (rule->by_day[0] == END || on_weekday (rule, &it)) &&
         (rule->by_week_no[0] == END || in_week (rule, &it)) && is_like_start (rule, &it, start);
}

/* The values of @list, or @fallback alone, to @values of at most 61; how many. */
static int
list_values (const short *list, int fallback, int values[64])
{
  int n = 0;

  for (; list[n] != END && n < 61; n++)
    values[n] = list[n];
  if (n == 0)
    values[n++] = fallback;
  return n;
}

/* The times of a day that matches; @hour: of an hourly period, else -1. */
static void
add_times (WayRecurrence *self, gint64 day, int hour)
{
  const struct icalrecurrencetype *rule = self->rule;
  int second = (int) (self->start - way_local_day (self->start) * 86400);
  int hours[64], minutes[64], seconds[64];
  gint64 time = day * 86400;

  if (self->is_date)
    {
      g_array_append_val (self->times, time);
      return;
    }
  if (hour >= 0 && rule->by_hour[0] != END && !has (rule->by_hour, hour, 100))
    return;
  int n_hours = list_values (rule->by_hour, second / 3600, hours);
  int n_minutes = list_values (rule->by_minute, second / 60 % 60, minutes);
  int n_seconds = list_values (rule->by_second, second % 60, seconds);
  if (hour >= 0)
    {
      hours[0] = hour;
      n_hours = 1;
    }
  for (int h = 0; h < n_hours; h++)
    for (int m = 0; m < n_minutes; m++)
      for (int s = 0; s < n_seconds; s++)
        {
          /* A leap second is read as the second before it. */
          time = day * 86400 + hours[h] * 3600 + minutes[m] * 60 + MIN (seconds[s], 59);
          g_array_append_val (self->times, time);
        }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Sorted, each once, the positions of the set that the rule asks for, and none before the start. */
static void
choose_times (WayRecurrence *self)
{
  GArray *times = self->times;
  guint n = 0, kept = 0;

  g_array_sort (times, compare_times);
  for (guint i = 0; i < times->len; i++)
    if (n == 0 || g_array_index (times, gint64, n - 1) != g_array_index (times, gint64, i))
      g_array_index (times, gint64, n++) = g_array_index (times, gint64, i);
  for (guint i = 0; i < n; i++)
    {
      gint64 time = g_array_index (times, gint64, i);
      if (time >= self->start &&
          (self->rule->by_set_pos[0] == END || has (self->rule->by_set_pos, (int) i + 1, (int) n)))
        g_array_index (times, gint64, kept++) = time;
    }
  g_array_set_size (times, kept);
}

/* Months since year 0 of a day. */
static int
month_index (gint64 day)
{
  int year, month, month_day;

  way_date_to_ymd ((WayDate) day, &year, &month, &month_day);
  return year * 12 + month - 1;
}

/* Where the period begins, in days or, of an hourly rule, in hours; and how long it is. */
static gint64
period_start (const WayRecurrence *self, gint64 period, int *length)
{
  const struct icalrecurrencetype *rule = self->rule;
  gint64 day = way_local_day (self->start), step = period * rule->interval;
  int week_start = rule->week_start == ICAL_NO_WEEKDAY ? 2 : (int) rule->week_start;

  *length = 1;
  switch (rule->freq)
    {
    case ICAL_YEARLY_RECURRENCE:
      {
        int year = (int) (month_index (day) / 12 + step);
        *length = days_of_year (year);
        return way_date_from_ymd (year, 1, 1);
      }
    case ICAL_MONTHLY_RECURRENCE:
      {
        int month = (int) (month_index (day) + step);
        *length = g_date_get_days_in_month (month % 12 + 1, (GDateYear) (month / 12));
        return way_date_from_ymd (month / 12, month % 12 + 1, 1);
      }
    case ICAL_WEEKLY_RECURRENCE:
      *length = 7;
      return day - (weekday_of (day) - week_start + 7) % 7 + step * 7;
    case ICAL_HOURLY_RECURRENCE:
      return day * 24 + (self->start - day * 86400) / 3600 + step;
    case ICAL_DAILY_RECURRENCE:
    default:
      return day + step;
    }
}

/* How many days a period has at most. */
static int
longest_period (const struct icalrecurrencetype *rule)
{
  return rule->freq == ICAL_YEARLY_RECURRENCE    ? 366
         : rule->freq == ICAL_MONTHLY_RECURRENCE ? 31
         : rule->freq == ICAL_WEEKLY_RECURRENCE  ? 7
                                                 : 1;
}

void
way_recurrence_init (WayRecurrence *self,
                     const struct icalrecurrencetype *rule,
                     gint64 start,
                     gboolean is_date,
                     gint64 reach)
{
  gint64 unit = rule->freq == ICAL_HOURLY_RECURRENCE ? 3600 : longest_period (rule) * 86400LL;

  *self = (WayRecurrence) { .rule = rule, .start = start, .is_date = is_date };
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* Periods are at most that long, so this is not too far. */
  if (rule->count == 0 && reach > start)
    self->period = MAX (0, (reach - start) / (unit * rule->interval) - 1);
}

void
way_recurrence_clear (WayRecurrence *self)
{
  g_clear_pointer (&self->times, g_array_unref);
}

gint64
way_recurrence_next (WayRecurrence *self, gint64 *steps)
{
  Day start = look_at (way_local_day (self->start));
  gboolean hourly = self->rule->freq == ICAL_HOURLY_RECURRENCE;
  int length;
  gint64 first = period_start (self, self->period++, &length);

  g_array_set_size (self->times, 0);
  for (int i = 0; i < length; i++)
    {
      gint64 day = hourly ? way_local_day (first * 3600) : first + i;
      int hour = hourly ? (int) (first - day * 24) : -1;
      if (day_matches (self->rule, day, &start))
        add_times (self, day, hour);
    }
  *steps += 1 + length / 16 + self->times->len;
  choose_times (self);
  return hourly ? first * 3600 : first * 86400;
}

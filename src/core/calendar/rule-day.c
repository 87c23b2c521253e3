#include "core/calendar/rule-day.h"

#include "core/base/date.h"

static int
weekday_of (gint64 day)
{
  /* 1 January 1970 was a Thursday. */
  return (int) (((day + 3) % 7 + 7) % 7);
}

static gint64
year_begin (gint64 year)
{
  return way_date_from_ymd ((int) year, 1, 1);
}

gint64
way_rule_first_week (gint64 year, int week_start)
{
  gint64 fourth = year_begin (year) + 3;

  return fourth - (weekday_of (fourth) - week_start + 7) % 7;
}

static void
enter_month (WayRuleDay *it)
{
  it->month_days = g_date_get_days_in_month (it->month, (GDateYear) it->year);
}

static void
enter_year (WayRuleDay *it)
{
  gint64 first = year_begin (it->year);

  it->year_day = (int) (it->day - first) + 1;
  it->year_days = (int) (year_begin (it->year + 1) - first);
}

void
way_rule_day_set (WayRuleDay *it, gint64 day)
{
  *it = (WayRuleDay) { .day = day, .weekday = weekday_of (day) };
  way_date_to_ymd ((WayDate) day, &it->year, &it->month, &it->month_day);
  enter_month (it);
  enter_year (it);
}

void
way_rule_day_step (WayRuleDay *it)
{
  it->day++;
  it->weekday = it->weekday == 6 ? 0 : it->weekday + 1;
  it->year_day++;
  if (++it->month_day <= it->month_days)
    return;
  it->month_day = 1;
  it->month = it->month % 12 + 1;
  it->year += it->month == 1;
  enter_month (it);
  if (it->month == 1)
    enter_year (it);
}

int
way_rule_week_year (const WayRule *rule, const WayRuleDay *it)
{
  if (it->year_day <= 3 && it->day < way_rule_first_week (it->year, rule->week_start))
    return it->year - 1;
  return it->year_day > it->year_days - 3 &&
                 it->day >= way_rule_first_week (it->year + 1, rule->week_start)
             ? it->year + 1
             : it->year;
}

static gboolean
in_week (const WayRule *rule, const WayRuleDay *it)
{
  int year = way_rule_week_year (rule, it);
  gint64 first = way_rule_first_week (year, rule->week_start);
  int n = (int) (way_rule_first_week (year + 1, rule->week_start) - first) / 7;

  return way_rule_set_has (&rule->week_no, (int) (it->day - first) / 7 + 1, n);
}

/* "2MO" is the second Monday of the month, or of the year when a yearly rule names no months. */
static gboolean
on_weekday (const WayRule *rule, const WayRuleDay *it)
{
  gboolean of_year = rule->freq == WAY_FREQ_YEARLY && !rule->month.given;
  int at = of_year ? it->year_day : it->month_day, n = of_year ? it->year_days : it->month_days;

  return (rule->weekdays >> it->weekday & 1) != 0 ||
         way_bit (&rule->nth[it->weekday], (at - 1) / 7 + 1) ||
         way_bit (&rule->nth_from_back[it->weekday], (n - at) / 7 + 1);
}

gboolean
way_rule_day_matches (const WayRule *rule, const WayRuleDay *it)
{
  return (!rule->has_weekdays || on_weekday (rule, it)) &&
         (!rule->month_day.given ||
          way_rule_set_has (&rule->month_day, it->month_day, it->month_days)) &&
         (!rule->year_day.given ||
          way_rule_set_has (&rule->year_day, it->year_day, it->year_days)) &&
         (!rule->week_no.given || in_week (rule, it));
}

#include "core/calendar/recurrence.h"

#include "core/base/date.h"

#define DAY_S     G_GINT64_CONSTANT (86400)
#define LAST      G_GINT64_CONSTANT (253402300799) /* 9999-12-31T23:59:59 */
#define LAST_YEAR 9999
#define PRICE     16 /* of a time, in places looked at */

/* Times of a period that BYSETPOS may choose among: as many as a day has seconds, and some. */
#define MAX_CHOICE 100000

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gint64
year_begin (gint64 year)
{
  return way_date_from_ymd ((int) year, 1, 1);
}

static const WayRuleDay *
look_at (WayRecurrence *self, gint64 day)
{
  WayRuleDay *it = &self->today;

  if (day == it->day + 1)
    way_rule_day_step (it);
  else if (day != it->day)
    way_rule_day_set (it, day);
  return it;
}

/* Seconds of a period that has always as many; 0 for months and years. */
static gint64
seconds_of (WayFreq freq)
{
  static const int seconds[] = { 1, 60, 3600, 86400, 7 * 86400, 0, 0 };

  return seconds[freq];
}

/* Where weeks of the rule begin, on the wall clock. 5 January 1970 was a Monday. */
static gint64
offset_of_periods (const WayRule *rule)
{
  return rule->freq == WAY_FREQ_WEEKLY ? (4 + rule->week_start) * DAY_S : 0;
}

/* The number of the period that @time lies in. A yearly rule with BYWEEKNO goes by the years that weeks belong
 * to: "week number one of the calendar year" may begin in the old one (RFC 5545 section 3.3.10). libical, ical4j
 * and lib-recur find the weeks of every INTERVALth year in the same way; dateutil takes the days of that year of the
 * calendar, which tears its first and last weeks apart. The first year is the one that the week of DTSTART
 * belongs to, or DTSTART itself could be left out. */
static gint64
period_at (WayRecurrence *self, gint64 time)
{
  const WayRule *rule = &self->rule;

  if (rule->freq < WAY_FREQ_MONTHLY)
    return floor_div (time - offset_of_periods (rule), seconds_of (rule->freq));
  const WayRuleDay *it = look_at (self, floor_div (time, DAY_S));
  if (rule->freq == WAY_FREQ_MONTHLY)
    return it->year * 12 + it->month - 1;
  return rule->week_no.given ? way_rule_week_year (rule, it) : it->year;
}

/* When that period begins; %G_MAXINT64 beyond all years. */
static gint64
period_begin (const WayRecurrence *self, gint64 period)
{
  const WayRule *rule = &self->rule;

  if (rule->freq < WAY_FREQ_MONTHLY)
    return offset_of_periods (rule) + period * seconds_of (rule->freq);
  gint64 year = rule->freq == WAY_FREQ_MONTHLY ? period / 12 : period;
  if (year > LAST_YEAR)
    return G_MAXINT64;
  if (rule->freq == WAY_FREQ_MONTHLY)
    return way_date_from_ymd ((int) year, (int) (period % 12) + 1, 1) * DAY_S;
  return (rule->week_no.given ? way_rule_first_week (year, rule->week_start) : year_begin (year)) *
         DAY_S;
}

/* The first of @bits from @from on, below @n; @n when there is none. */
static int
first_from (guint64 bits, int from, int n)
{
  bits = from < 64 ? bits >> from << from : 0;
  return bits == 0 ? n : __builtin_ctzll (bits);
}

/* @time when its hour, minute and second meet the rule, else the first one behind it that does, or the end of
 * the day. */
static gint64
time_of_day (const WayRule *rule, gint64 time)
{
  gint64 midnight = floor_div (time, DAY_S) * DAY_S;
  int at = (int) (time - midnight), hour = at / 3600, minute = at / 60 % 60;
  guint64 hours = rule->hour.front[0], minutes = rule->minute.front[0];
  guint64 seconds = rule->second.front[0];
  int h = first_from (hours, hour, 24), m = first_from (minutes, h == hour ? minute : 0, 60);
  int s = first_from (seconds, h == hour && m == minute ? at % 60 : 0, 60);

  if (s == 60)
    {
      s = first_from (seconds, 0, 60);
      m = first_from (minutes, minute + 1, 60);
    }
  if (m == 60)
    {
      s = first_from (seconds, 0, 60);
      m = first_from (minutes, 0, 60);
      h = first_from (hours, hour + 1, 24);
    }
  return h == 24 ? midnight + DAY_S : midnight + h * 3600 + m * 60 + s;
}

/* The first time that is not before @time and meets the rule but for INTERVAL; or, when it has looked to the end
 * of the month, that end. */
static gint64
next_in_month (WayRecurrence *self, gint64 time)
{
  const WayRule *rule = &self->rule;
  const WayRuleDay *it = look_at (self, floor_div (time, DAY_S));
  gint64 end = (it->day + it->month_days - it->month_day + 1) * DAY_S;

  if (rule->month.given && !way_rule_set_has (&rule->month, it->month, 0))
    return end;
  for (; time < end; time = (it->day + 1) * DAY_S)
    {
      self->budget--;
      it = look_at (self, floor_div (time, DAY_S));
      if (!way_rule_day_matches (rule, it))
        continue;
      gint64 next = time_of_day (rule, time);
      if (next < (it->day + 1) * DAY_S)
        return next;
    }
  return end;
}

/* @time when it meets the rule, else a later one; there is none between the two. */
static gint64
forward (WayRecurrence *self, gint64 time)
{
  const WayRule *rule = &self->rule;

  if (rule->interval > 1)
    {
      gint64 period = period_at (self, time), past = (period - self->period) % rule->interval;
      if (past != 0)
        return period_begin (self, period - past + rule->interval);
    }
  return next_in_month (self, time);
}

/* The first time from @time to @end that meets all but BYSETPOS. */
static WayRecurrenceResult
find (WayRecurrence *self, gint64 time, gint64 end, gint64 *found)
{
  for (gint64 next; time <= end; time = next)
    {
      next = forward (self, time);
      self->budget--;
      if (self->budget <= 0)
        return WAY_RECURRENCE_SPENT;
      if (next == time)
        {
          self->budget -= PRICE;
          *found = time;
          return WAY_RECURRENCE_TIME;
        }
    }
  return WAY_RECURRENCE_END;
}

/* The times of the period that @time, its first one, lies in, and of them the positions the rule asks for. */
static WayRecurrenceResult
choose (WayRecurrence *self, gint64 time)
{
  GArray *times = self->chosen;
  gint64 end = MIN (period_begin (self, period_at (self, time) + 1), LAST + 1);
  WayRecurrenceResult result = WAY_RECURRENCE_TIME;
  guint kept = 0;

  g_array_set_size (times, 0);
  self->next_chosen = 0;
  self->cursor = end;
  for (; result == WAY_RECURRENCE_TIME; result = find (self, time + 1, end - 1, &time))
    {
      if (times->len == MAX_CHOICE)
        return WAY_RECURRENCE_CROWDED;
      g_array_append_val (times, time);
    }
  /* Of a set that is not whole the positions are not known. */
  for (guint i = 0, n = times->len; i < n && result == WAY_RECURRENCE_END; i++)
    if ((i < 366 && way_bit (self->rule.set_pos.front, (int) i + 1)) ||
        (n - i <= 366 && way_bit (self->rule.set_pos.back, (int) (n - i))))
      g_array_index (times, gint64, kept++) = g_array_index (times, gint64, i);
  g_array_set_size (times, kept);
  return result == WAY_RECURRENCE_END ? WAY_RECURRENCE_TIME : result;
}

static WayRecurrenceResult
next_chosen (WayRecurrence *self, gint64 end, gint64 *time)
{
  for (;;)
    {
      while (self->next_chosen < self->chosen->len)
        {
          *time = g_array_index (self->chosen, gint64, self->next_chosen++);
          if (*time > end)
            return WAY_RECURRENCE_END;
          if (*time >= self->start)
            return WAY_RECURRENCE_TIME;
        }
      WayRecurrenceResult result = find (self, self->cursor, end, time);
      if (result == WAY_RECURRENCE_TIME)
        result = choose (self, *time);
      if (result != WAY_RECURRENCE_TIME)
        return result;
    }
}

WayRecurrenceResult
way_recurrence_next (WayRecurrence *self, gint64 end, gint64 *time)
{
  end = MIN (end, LAST);
  if (self->never)
    return WAY_RECURRENCE_END;
  if (self->chosen != NULL)
    return next_chosen (self, end, time);
  WayRecurrenceResult result = find (self, self->cursor, end, time);
  if (result == WAY_RECURRENCE_TIME)
    self->cursor = *time + 1;
  return result;
}

static void
complete_time (WayRuleSet *set, gboolean limits, int n, int of_start)
{
  if (set->given)
    return;
  if (!limits)
    set->front[0] = G_GUINT64_CONSTANT (1) << of_start;
  else
    set->front[0] = (G_GUINT64_CONSTANT (1) << n) - 1;
}

/* "Information, not contained in the rule, […] [is] derived from the Start Time" (RFC 5545 section 3.3.10). */
static void
complete (WayRule *rule, const WayRuleDay *start, int second_of_day)
{
  complete_time (&rule->hour, rule->freq <= WAY_FREQ_HOURLY, 24, second_of_day / 3600);
  complete_time (&rule->minute, rule->freq <= WAY_FREQ_MINUTELY, 60, second_of_day / 60 % 60);
  complete_time (&rule->second, rule->freq <= WAY_FREQ_SECONDLY, 60, second_of_day % 60);
  if (rule->has_weekdays || rule->month_day.given || rule->year_day.given ||
      rule->freq < WAY_FREQ_WEEKLY)
    return;
  if (rule->freq == WAY_FREQ_WEEKLY || rule->week_no.given)
    {
      rule->has_weekdays = TRUE;
      rule->weekdays = (guint8) (1 << start->weekday);
      return;
    }
  way_rule_set_add (&rule->month_day, start->month_day);
  if (rule->freq == WAY_FREQ_YEARLY && !rule->month.given)
    way_rule_set_add (&rule->month, start->month);
}

static gint64
greatest_common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;
      a = b;
      b = rest;
    }
  return a;
}

/* Whether periods of less than a day ever begin at a time of day that the rule names: every other second from
 * an even one on has no BYSECOND=1, and would be looked for to the end of the range. */
static gboolean
meets_times_of_day (WayRecurrence *self)
{
  const WayRule *rule = &self->rule;
  gint64 unit = seconds_of (rule->freq);
  gint64 step = greatest_common_divisor (DAY_S, unit * (rule->interval % DAY_S));
  gint64 first = period_begin (self, self->period) % step;

  for (gint64 at = (first + step) % step; at < DAY_S; at += step)
    {
      gint64 next = time_of_day (rule, at);
      self->budget--;
      if (next < MIN (at + unit, DAY_S))
        return TRUE;
    }
  return FALSE;
}

static int
count_bits (guint64 bits)
{
  return __builtin_popcountll (bits);
}

/* Whether a period can have as many times as BYSETPOS counts. */
static gboolean
meets_positions (const WayRule *rule)
{
  static const int days[] = { 1, 1, 1, 1, 7, 31, 366 };
  gint64 most = days[rule->freq];

  most *= rule->freq <= WAY_FREQ_HOURLY ? 1 : count_bits (rule->hour.front[0]);
  most *= rule->freq <= WAY_FREQ_MINUTELY ? 1 : count_bits (rule->minute.front[0]);
  most *= rule->freq <= WAY_FREQ_SECONDLY ? 1 : count_bits (rule->second.front[0]);
  for (int i = 1; i <= MIN (most, 366); i++)
    if (way_bit (rule->set_pos.front, i) || way_bit (rule->set_pos.back, i))
      return TRUE;
  return FALSE;
}

void
way_recurrence_init (WayRecurrence *self,
                     const WayRule *rule,
                     gint64 start,
                     gint64 reach,
                     gint64 budget)
{
  gint64 day = floor_div (start, DAY_S);

  *self = (WayRecurrence) { .rule = *rule, .start = start, .budget = budget * PRICE };
  way_rule_day_set (&self->today, day);
  complete (&self->rule, &self->today, (int) (start - day * DAY_S));
  self->period = period_at (self, start);
  self->cursor = MAX (start, MIN (reach, LAST));
  if (rule->freq < WAY_FREQ_DAILY)
    self->never = !meets_times_of_day (self);
  if (!rule->set_pos.given)
    return;
  /* The set of a period begins with the period, also before the start. */
  self->never = self->never || !meets_positions (&self->rule);
  self->cursor = period_begin (self, period_at (self, self->cursor));
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
}

gint64
way_recurrence_get_budget (const WayRecurrence *self)
{
  return floor_div (self->budget, PRICE);
}

void
way_recurrence_clear (WayRecurrence *self)
{
  g_clear_pointer (&self->chosen, g_array_unref);
}

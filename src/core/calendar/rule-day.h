/* A day with what the parts of a rule ask about it, and the weeks that a year has. */
#pragma once

#include "core/calendar/rule.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 day; /* since 1970-01-01 */
  int year, month, month_day, month_days;
  int year_day, year_days;
  int weekday; /* 0 = Monday */
} WayRuleDay;

void way_rule_day_set (WayRuleDay *it, gint64 day);

/* The next day, by counting on: cheaper. */
void way_rule_day_step (WayRuleDay *it);

/* The first day of week 1 of @year: the first week with four days of it. */
gint64 way_rule_first_week (gint64 year, int week_start);

/* The year whose weeks @it lies in, which near its ends is not the year of the calendar. */
int way_rule_week_year (const WayRule *rule, const WayRuleDay *it);

/* Whether the parts that name days have @it; BYMONTH apart. */
gboolean way_rule_day_matches (const WayRule *rule, const WayRuleDay *it);

G_END_DECLS

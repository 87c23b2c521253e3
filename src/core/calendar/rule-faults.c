/* What RFC 5545 section 3.3.10 does not allow in a rule, and programs write all the same. Never without a
 * word: a part that is one more condition wherever it is read is one (python-dateutil; lib-recur in its lax modes;
 * RFC 2445 still allowed most of them; libical refuses the rule), a part that cannot mean anything is ignored,
 * and where readers disagree the rule is not followed. */
#include "core/calendar/rule.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (char **reason, const char *text)
{
  *reason = g_strdup (text);
  return FALSE;
}

static gboolean
has_numbered_days (const WayRule *rule)
{
  for (int i = 0; i < 7; i++)
    if ((rule->nth[i] | rule->nth_from_back[i]) != 0)
      return TRUE;
  return FALSE;
}

/* A week has one of each weekday, whatever its number: so dateutil. */
static void
drop_numbers (WayRule *rule)
{
  for (int i = 0; i < 7; i++)
    {
      if ((rule->nth[i] | rule->nth_from_back[i]) != 0)
        rule->weekdays |= (guint8) (1 << i);
      rule->nth[i] = rule->nth_from_back[i] = 0;
    }
  rule->faults |= WAY_RULE_NUMBERED_DAYS;
}

/* "The BYSECOND, BYMINUTE and BYHOUR rule parts […] MUST be ignored" there. */
static void
drop_times (WayRule *rule)
{
  if (rule->hour.given || rule->minute.given || rule->second.given)
    rule->faults |= WAY_RULE_TIMES;
  rule->hour = rule->minute = rule->second = (WayRuleSet) { 0 };
}

/* BYSETPOS of what is one time a period anyway: libical and lib-recur ignore it, dateutil finds nothing behind the
 * first position. */
static void
drop_lone_position (WayRule *rule)
{
  WayRuleSet set_pos = rule->set_pos;

  rule->set_pos = (WayRuleSet) { 0 };
  if (way_rule_has_conditions (rule))
    rule->set_pos = set_pos;
  else if (set_pos.given)
    rule->faults |= WAY_RULE_LONE_POSITION;
}

static void
note_conditions (WayRule *rule)
{
  WayFreq freq = rule->freq;

  if (rule->month_day.given && freq == WAY_FREQ_WEEKLY)
    rule->faults |= WAY_RULE_MONTH_DAYS;
  if (rule->year_day.given && freq >= WAY_FREQ_DAILY && freq <= WAY_FREQ_MONTHLY)
    rule->faults |= WAY_RULE_YEAR_DAYS;
  if (rule->week_no.given && freq != WAY_FREQ_YEARLY)
    rule->faults |= WAY_RULE_WEEKS;
}

gboolean
way_rule_settle (WayRule *rule, gboolean is_date, char **reason)
{
  gboolean weekly =
      rule->freq == WAY_FREQ_WEEKLY || (rule->freq == WAY_FREQ_YEARLY && rule->week_no.given);

  /* A date has no hours: each would be the same midnight again, and use up COUNT. */
  if (is_date && rule->freq < WAY_FREQ_DAILY)
    return refuse (reason,
                   _ ("It lasts whole days and repeats within one; its first time was kept."));
  /* Every Monday (dateutil), every day (lib-recur) or the first one of a month? */
  if (rule->freq < WAY_FREQ_WEEKLY && has_numbered_days (rule))
    return refuse (reason,
                   _ ("Its repeat rule numbers weekdays of a day; its first time was kept."));
  if (weekly && has_numbered_days (rule))
    drop_numbers (rule);
  if (is_date)
    drop_times (rule);
  note_conditions (rule);
  drop_lone_position (rule);
  if (rule->until[0] != '\0' && rule->count > 0)
    {
      rule->faults |= WAY_RULE_TWO_ENDS;
      rule->count = 0;
    }
  return TRUE;
}

const char *
way_rule_fault_text (WayRuleFault fault)
{
  switch (fault)
    {
    case WAY_RULE_NUMBERED_DAYS:
      return _ (
          "Its repeat rule numbers the weekdays of a week (BYDAY); the numbers were ignored.");
    case WAY_RULE_MONTH_DAYS:
      return _ (
          "Its weekly repeat rule names days of the month (BYMONTHDAY), which is not allowed; "
          "they were read as one more condition.");
    case WAY_RULE_YEAR_DAYS:
      return _ (
          "Its repeat rule names days of the year (BYYEARDAY), which is not allowed in a daily, "
          "weekly or monthly one; they were read as one more condition.");
    case WAY_RULE_WEEKS:
      return _ (
          "Its repeat rule names weeks of the year (BYWEEKNO), which is only allowed in a yearly "
          "one; they were read as one more condition.");
    case WAY_RULE_LONE_POSITION:
      return _ ("Its repeat rule names positions (BYSETPOS) of no list; they were ignored.");
    case WAY_RULE_TIMES:
      return _ ("Its repeat rule names times of day, but it lasts whole days; they were ignored.");
    case WAY_RULE_TWO_ENDS:
      return _ ("Its repeat rule has a number of times and a last day; the last day was followed.");
    default:
      return "";
    }
}

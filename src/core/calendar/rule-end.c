/* A rule with its end, on the wall clock of its series. */
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>

gint64
way_file_time_last_local (const WayFileTime *time, gint64 utc, WayZone *floating)
{
  /* No zone is two days from UTC. */
  gint64 low = utc - 2 * 86400, high = utc + 2 * 86400;

  while (low < high)
    {
      gint64 middle = low + (high - low + 1) / 2;
      if (way_file_time_at (time, middle, floating) <= utc)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* UNTIL on the wall clock of the series, for rules run without a zone. */
static gboolean
read_until (const char *text, const WayFileTime *start, WayZone *floating, gint64 *local)
{
  WayFileTime until;

  /* "99991231T235959Z" stands for no end. */
  if (g_ascii_strtoll (text, NULL, 10) / 10000 > 2200)
    return TRUE;
  if (!way_file_time_parse (text, &until))
    return FALSE;
  *local = until.local;
  if (start->is_date)
    *local = way_local_day (until.local) * 86400;
  else if (until.is_date)
    *local += 86399; /* the whole local day counts */
  else if (until.is_utc && !start->is_utc)
    *local = way_file_time_last_local (start, until.local, floating);
  return TRUE;
}

/* A rule of one time a period has its last one by arithmetic: a series of 1970 with a COUNT is skipped to as
 * one without. */
static void
count_ahead (WayRule *rule, gint64 start, gint64 *until)
{
  static const int seconds[] = { 1, 60, 3600, 86400, 7 * 86400 };
  gint64 span;

  if (rule->count == 0 || rule->freq > WAY_FREQ_WEEKLY || way_rule_has_conditions (rule))
    return;
  if (!__builtin_mul_overflow (rule->count - 1, rule->interval * seconds[rule->freq], &span) &&
      span < G_MAXINT64 / 2)
    *until = start + span;
  rule->count = 0;
}

gboolean
way_rule_prepare (const char *value,
                  const WayFileTime *start,
                  WayZone *floating,
                  WayRule *rule,
                  gint64 *until,
                  char **reason)
{
  *until = G_MAXINT64;
  if (!way_rule_parse (value, rule, reason) || !way_rule_settle (rule, start->is_date, reason))
    return FALSE;
  if (rule->until[0] != '\0' && !read_until (rule->until, start, floating, until))
    {
      *reason =
          g_strdup (_ ("The end of its repeat rule cannot be read; its first time was kept."));
      return FALSE;
    }
  count_ahead (rule, start->local, until);
  return TRUE;
}

#include "core/planner/explain.h"

#include <glib/gi18n-lib.h>

char *
way_explain_date (WayDate date)
{
  /* Translators: a day, see g_date_time_format(): "14 February 2027". */
  return way_date_format (date, _ ("%-d %B %Y"));
}

char *
way_explain_limits (guint limits)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (limits & WAY_LIMIT_WEEKLY)
    g_ptr_array_add (parts, _ ("the weekly hours"));
  if (limits & WAY_LIMIT_DAILY)
    g_ptr_array_add (parts, _ ("the daily limit"));
  if (limits & WAY_LIMIT_WINDOWS)
    g_ptr_array_add (parts, _ ("free windows"));
  if (limits & WAY_LIMIT_ROW)
    g_ptr_array_add (parts, _ ("the days in a row"));
  if (limits & WAY_LIMIT_DATES)
    g_ptr_array_add (parts, _ ("its own dates"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* The first and last day of the weeks or days with @limit, and how many there are. */
static int
count_binding (const GArray *binding, WayPlanLimit limit, WayDate *first, WayDate *last)
{
  int n = 0;

  for (guint i = 0; i < binding->len; i++)
    {
      WayBinding it = g_array_index (binding, WayBinding, i);
      if (it.limit != limit)
        continue;
      *first = n++ == 0 ? it.date : *first;
      *last = it.date + (limit == WAY_LIMIT_WEEKLY ? 6 : 0);
    }
  return n;
}

char *
way_explain_binding (const GArray *binding)
{
  GString *text = g_string_new (NULL);
  WayDate first, last;
  int n = count_binding (binding, WAY_LIMIT_WEEKLY, &first, &last);

  if (n > 0)
    {
      g_autofree char *from = way_explain_date (first);
      g_autofree char *to = way_explain_date (last);
      /* Translators: two days. */
      add_sentence (text,
                    g_strdup_printf (ngettext ("The hours of %d week from %s to %s are used up.",
                                               "The hours of %d weeks from %s to %s are used up.",
                                               (gulong) n),
                                     n, from, to));
    }
  n = count_binding (binding, WAY_LIMIT_DAILY, &first, &last);
  if (n > 0)
    add_sentence (text,
                  g_strdup_printf (ngettext ("The daily limit is reached on %d day.",
                                             "The daily limit is reached on %d days.", (gulong) n),
                                   n));
  n = count_binding (binding, WAY_LIMIT_WINDOWS, &first, &last);
  if (n > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%d day has no free time left.",
                                                   "%d days have no free time left.", (gulong) n),
                                         n));
  n = count_binding (binding, WAY_LIMIT_ROW, &first, &last);
  if (n > 0)
    add_sentence (
        text, g_strdup_printf (ngettext ("%d day is kept free after a row of days.",
                                         "%d days are kept free after a row of days.", (gulong) n),
                               n));
  return g_string_free (text, FALSE);
}

char *
way_explain_weekday (int weekday)
{
  /* Day 4, the fifth of January 1970, was a Monday. */
  return way_date_format (3 + weekday, "%A");
}

char *
way_explain_fix (const WayFix *fix, const WayPlanSettings *before, const WayPlanSettings *after)
{
  switch (fix->kind)
    {
    case WAY_FIX_WEEKLY:
      /* Translators: numbers of hours: "7.5 hours a week instead of 6". */
      return g_strdup_printf (_ ("%g hours a week instead of %g"), fix->minutes / 60.0,
                              before->weekly_minutes / 60.0);
    case WAY_FIX_DAILY:
      return g_strdup_printf (_ ("Up to %g hours a day instead of %g"), fix->minutes / 60.0,
                              before->daily_minutes / 60.0);
    case WAY_FIX_WINDOW:
      {
        g_autofree char *day = way_explain_weekday (fix->window.weekday);
        /* Translators: a day of the week, and two times: "Also use Sunday, 10:00–12:00". */
        return g_strdup_printf (_ ("Also use %s, %02d:%02d–%02d:%02d"), day,
                                fix->window.from_minute / 60, fix->window.from_minute % 60,
                                fix->window.to_minute / 60, fix->window.to_minute % 60);
      }
    case WAY_FIX_TARGET:
      {
        gboolean longer = after->until_date != before->until_date;
        g_autofree char *target =
            way_explain_date (longer ? after->until_date : after->target_date);
        /* Translators: a day. */
        return g_strdup_printf (_ ("Finish by %s"), target);
      }
    case WAY_FIX_LOW:
    default:
      return g_strdup (_ ("Plan the low end of the guide’s ranges"));
    }
}

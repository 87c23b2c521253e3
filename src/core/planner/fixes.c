#include "core/planner/fixes.h"

#define LONGEST_DAY    (16 * 60)
#define LONGEST_DELAY  (3 * 366)
#define WINDOW_START   (10 * 60)
#define WINDOW_MINUTES 120

void
way_fix_apply (const WayFix *fix, const WaySchedulerInput *input, WayFixedInput *fixed)
{
  fixed->in = *input;
  fixed->availability = g_array_copy ((GArray *) input->availability);
  fixed->items = g_array_copy ((GArray *) input->items);
  fixed->in.availability = fixed->availability;
  fixed->in.items = fixed->items;
  switch (fix->kind)
    {
    case WAY_FIX_WEEKLY:
      fixed->in.weekly_minutes = fix->minutes;
      break;
    case WAY_FIX_DAILY:
      fixed->in.daily_minutes = fix->minutes;
      break;
    case WAY_FIX_WINDOW:
      g_array_append_val (fixed->availability, fix->window);
      break;
    case WAY_FIX_TARGET:
      fixed->in.to_date = fix->to_date;
      for (guint i = 0; i < fixed->items->len; i++)
        {
          WayWorkItem *item = &g_array_index (fixed->items, WayWorkItem, i);
          if (item->ideal_date == WAY_DATE_NONE && item->due_date != WAY_DATE_NONE)
            item->due_date += fix->due_days;
        }
      break;
    case WAY_FIX_LOW:
    default:
      for (guint i = 0; i < fixed->items->len; i++)
        {
          WayWorkItem *item = &g_array_index (fixed->items, WayWorkItem, i);
          item->minutes = MAX (0, item->minutes - item->spare_minutes);
          item->spare_minutes = 0;
        }
    }
}

void
way_fixed_input_clear (WayFixedInput *fixed)
{
  g_clear_pointer (&fixed->availability, g_array_unref);
  g_clear_pointer (&fixed->items, g_array_unref);
}

gboolean
way_fix_helps (const WayScheduleCheck *before, const WayScheduleCheck *after)
{
  gboolean work_is_fine = before->unplaced == 0 && before->max_lateness <= 0;

  return after->unplaced == 0 && after->max_lateness <= 0 &&
         (work_is_fine ? after->appointments == 0 : after->appointments <= before->appointments);
}

/* What is looked for, and from where. */
typedef struct
{
  const WaySchedulerInput *input;
  WayScheduleCheck before;
} Search;

/* Plans again with @fix, and keeps what came out. */
static gboolean
try_fix (const Search *s, WayFix *fix)
{
  g_auto (WayFixedInput) fixed = { 0 };

  way_fix_apply (fix, s->input, &fixed);
  fix->check = way_scheduler_estimate (&fixed.in);
  return way_fix_helps (&s->before, &fix->check);
}

/* The smallest n in 1…@most for which set (fix, n) helps, by doubling, then halving: more never hurts.
 * %FALSE when not even @most does. */
static gboolean
find_least (const Search *s,
            WayFix *fix,
            int most,
            void (*set) (const Search *s, WayFix *fix, int n))
{
  int low = 0, high = 1;

  for (;;)
    {
      high = MIN (high, most);
      set (s, fix, high);
      if (most > 0 && try_fix (s, fix))
        break;
      if (high >= most)
        return FALSE;
      low = high;
      high *= 2;
    }
  while (high - low > 1)
    {
      int middle = low + (high - low) / 2;
      set (s, fix, middle);
      if (try_fix (s, fix))
        high = middle;
      else
        low = middle;
    }
  set (s, fix, high);
  return try_fix (s, fix);
}

/* The next full step above the limit, and n - 1 more. */
static int
raised (int minutes, int n)
{
  return (minutes / WAY_HOURS_STEP_MINUTES + n) * WAY_HOURS_STEP_MINUTES;
}

static void
set_weekly (const Search *s, WayFix *fix, int n)
{
  fix->minutes = raised (s->input->weekly_minutes, n);
}

static void
set_daily (const Search *s, WayFix *fix, int n)
{
  fix->minutes = raised (s->input->daily_minutes, n);
}

static void
set_end (const Search *s, WayFix *fix, int n)
{
  fix->to_date = s->input->to_date + n;
}

static void
find_limit (const Search *s,
            WayFixKind kind,
            int limit,
            int longest,
            void (*set) (const Search *, WayFix *, int),
            GArray *fixes)
{
  WayFix fix = { .kind = kind };

  if (find_least (s, &fix, (longest - limit) / WAY_HOURS_STEP_MINUTES, set))
    g_array_append_val (fixes, fix);
}

static gboolean
has_window_on (const Search *s, int weekday)
{
  for (guint i = 0; i < s->input->availability->len; i++)
    if (g_array_index (s->input->availability, WayAvailability, i).weekday == weekday)
      return TRUE;
  return FALSE;
}

/* Two hours on a day of the week that has none, or else on one that has; from Sunday back. */
static void
find_window (const Search *s, GArray *fixes)
{
  for (int pass = 0; pass < 2; pass++)
    for (int weekday = WAY_SUNDAY; weekday >= WAY_MONDAY; weekday--)
      {
        WayFix fix = { .kind = WAY_FIX_WINDOW,
                       .window = { weekday, WAY_BLOCK_ALL_KINDS, WINDOW_START,
                                   WINDOW_START + WINDOW_MINUTES, FALSE } };
        if (has_window_on (s, weekday) != (pass == 1) || !try_fix (s, &fix))
          continue;
        g_array_append_val (fixes, fix);
        return;
      }
}

/* Due dates as late as the plan is: what that takes is known without a search. */
static gboolean
move_due_dates (const Search *s, WayFix *fix)
{
  try_fix (s, fix);
  fix->due_days += fix->check.max_lateness > 0 ? fix->check.max_lateness : 0;
  return fix->check.unplaced == 0 && try_fix (s, fix);
}

/* Whether everything has a place when the plan ends so many days later, early or late. */
static void
set_end_without_due (const Search *s, WayFix *fix, int n)
{
  set_end (s, fix, n);
  fix->due_days = LONGEST_DELAY * 2;
}

static void
find_target (const Search *s, GArray *fixes)
{
  WayFix fix = { .kind = WAY_FIX_TARGET, .to_date = s->input->to_date };

  if (s->before.unplaced > 0)
    {
      if (!find_least (s, &fix, LONGEST_DELAY, set_end_without_due))
        return;
      fix.due_days = 0;
    }
  if (move_due_dates (s, &fix))
    g_array_append_val (fixes, fix);
}

static gboolean
has_range (const WaySchedulerInput *input)
{
  for (guint i = 0; i < input->items->len; i++)
    if (g_array_index (input->items, WayWorkItem, i).spare_minutes > 0)
      return TRUE;
  return FALSE;
}

/* What is told of a fix is what the scheduler will find. */
static void
check_exactly (const WaySchedulerInput *input, WayFix *fix)
{
  g_auto (WayFixedInput) fixed = { 0 };

  if (input->days_in_row <= 0)
    return;
  way_fix_apply (fix, input, &fixed);
  fix->check = way_scheduler_check (&fixed.in);
}

const char *
way_fix_kind_to_string (WayFixKind kind)
{
  static const char *const words[] = { "weekly_cap", "daily_cap", "availability", "target",
                                       "blocks_low" };

  return words[kind];
}

GArray *
way_fixes_find (const WaySchedulerInput *input, const WayScheduleCheck *before)
{
  GArray *fixes = g_array_new (FALSE, FALSE, sizeof (WayFix));
  Search s = { input, *before };
  WayFix low = { .kind = WAY_FIX_LOW };

  if (s.before.unplaced == 0 && s.before.appointments == 0 && s.before.max_lateness <= 0)
    return fixes;
  find_limit (&s, WAY_FIX_WEEKLY, input->weekly_minutes, WAY_MOST_WEEKLY_MINUTES, set_weekly,
              fixes);
  find_limit (&s, WAY_FIX_DAILY, input->daily_minutes, LONGEST_DAY, set_daily, fixes);
  find_window (&s, fixes);
  find_target (&s, fixes);
  if (has_range (input) && try_fix (&s, &low))
    g_array_append_val (fixes, low);
  for (guint i = 0; i < fixes->len; i++)
    check_exactly (input, &g_array_index (fixes, WayFix, i));
  return fixes;
}

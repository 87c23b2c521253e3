/* The scheduler lets all work be as late as the worst-off item has to be, and spreads it evenly. A gap action has a day
 * that the person named, and often room before it: so its item is due earlier by that lateness, as far as no block more
 * stays without a place and nothing is later than before. */
#include "core/planner/facts.h"

/* What may not get worse. */
typedef struct
{
  WayScheduleCheck check;
  int lateness; /* days by which work may be late, be it for what is fixed */
} Before;

static Before
look_before (const WayPlanTask *task, WayZone *zone)
{
  Before before = { .check = way_scheduler_check (&task->input) };

  before.lateness = before.check.max_lateness;
  for (guint i = 0; i < task->fixed->len; i++)
    {
      WayFixedBlock it = g_array_index (task->fixed, WayFixedBlock, i);
      if (it.item == WAY_NO_ITEM)
        continue;
      const WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, it.item);
      WayDate date = way_zone_to_local (zone, it.start_utc, NULL);
      if (item->ideal_date == WAY_DATE_NONE && item->due_date != WAY_DATE_NONE)
        before.lateness = MAX (before.lateness, date - item->due_date);
    }
  return before;
}

static gboolean
is_as_good (const WayPlanTask *task, const Before *before)
{
  WayScheduleCheck check = way_scheduler_estimate (&task->input);

  return check.unplaced <= before->check.unplaced &&
         check.appointments <= before->check.appointments && check.max_lateness <= before->lateness;
}

/* (element-type guint) the items of gap actions with work left, those that are due first first (transfer full). */
static GArray *
list_gaps (const WayPlanTask *task)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < task->workload->items->len; i++)
    {
      const WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, i);
      guint at = gaps->len;
      if (g_array_index (task->workload->sources, WayWorkSource, i).gap == NULL ||
          item->minutes == 0)
        continue;
      while (at > 0 &&
             g_array_index (task->workload->items, WayWorkItem, g_array_index (gaps, guint, at - 1))
                     .due_date > item->due_date)
        at--;
      g_array_insert_val (gaps, at, i);
    }
  return gaps;
}

static void
shift (WayPlanTask *task, guint item, int days)
{
  g_array_index (task->workload->items, WayWorkItem, item).due_date -= days;
}

/* Shifts the item by as many days as make nothing worse, at most @most. */
static void
shift_most (WayPlanTask *task, guint item, int most, const Before *before)
{
  int good = 0, bad = most + 1;

  while (bad - good > 1)
    {
      int days = good + (bad - good) / 2;
      shift (task, item, days);
      gboolean fine = is_as_good (task, before);
      shift (task, item, -days);
      *(fine ? &good : &bad) = days;
    }
  shift (task, item, good);
}

void
way_plan_task_keep_gap_dates (WayPlanTask *task)
{
  g_autoptr (GArray) gaps = list_gaps (task);

  if (gaps->len == 0)
    return;
  Before before = look_before (task, task->input.zone);
  if (before.lateness <= 0)
    return;
  for (guint i = 0; i < gaps->len; i++)
    shift (task, g_array_index (gaps, guint, i), before.lateness);
  if (is_as_good (task, &before))
    return;
  for (guint i = 0; i < gaps->len; i++)
    shift (task, g_array_index (gaps, guint, i), -before.lateness);
  for (guint i = 0; i < gaps->len; i++)
    shift_most (task, g_array_index (gaps, guint, i), before.lateness, &before);
}

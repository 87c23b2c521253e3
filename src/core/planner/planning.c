#include "core/planner/private.h"

void
way_planning_count (WayPlanning *p, int day, int minutes)
{
  if (day < 0 || day >= p->n_days)
    return;
  p->day_minutes[day] += minutes;
  p->week_minutes[day / 7] += minutes;
  p->day_blocks[day]++;
}

void
way_planning_take (const WayPlanning *p, GArray *set, gint64 start_utc, gint64 end_utc)
{
  gint64 rest = (gint64) p->in->break_minutes * 60;

  way_interval_set_add (set, start_utc - rest, end_utc + rest);
}

GArray *
way_planning_windows (const WayPlanning *p, WayBlockKind kind, gboolean preferred)
{
  WayAvailabilityMap map = { p->in->availability, p->in->days_off, p->in->extra_hours };

  return way_availability_windows (&map, kind, preferred, p->in->zone, p->in->from_date,
                                   p->in->to_date, p->taken);
}

void
way_planning_put (WayPlanning *p, guint item, gint64 start_utc, int minutes, gboolean stayed)
{
  const WayWorkItem *work = &WAY_ITEM (p, item);
  WayScheduledBlock block = {
    .item = item,
    .start_utc = start_utc,
    .end_utc = start_utc + (gint64) minutes * 60,
    .reason = { .due_date = work->due_date, .ideal_date = work->ideal_date, .stayed = stayed },
  };

  g_array_append_val (p->out->blocks, block);
}

int
way_planning_compare_items (const WayPlanning *p, guint a, guint b)
{
  const WayWorkItem *x = &WAY_ITEM (p, a), *y = &WAY_ITEM (p, b);
  /* No due date comes last. */
  guint x_due = (guint) x->due_date + (guint) G_MAXINT,
        y_due = (guint) y->due_date + (guint) G_MAXINT;

  if (x_due != y_due)
    return x_due < y_due ? -1 : 1;
  if (x->ideal_date != y->ideal_date)
    return x->ideal_date < y->ideal_date ? -1 : 1;
  if (x->release_date != y->release_date)
    return x->release_date < y->release_date ? -1 : 1;
  int ids = g_strcmp0 (x->id, y->id);
  return ids != 0 ? ids : (a > b) - (a < b);
}

int
way_planning_leftover (const WayPlanning *p)
{
  int blocks = -p->placed;

  for (guint j = 0; j < p->jobs->len; j++)
    blocks += WAY_JOB (p, j).blocks;
  return blocks;
}

gint64
way_planning_sum_squares (const WayPlanning *p, const GArray *shares, int *work)
{
  gint64 sum = 0;

  memset (work, 0, sizeof (int) * (gsize) p->n_days);
  for (guint i = 0; i < shares->len; i++)
    {
      const WayShare *it = &g_array_index (shares, WayShare, i);
      work[p->room->segment_day[it->segment]] += it->blocks;
    }
  for (int d = 0; d < p->n_days; d++)
    {
      gint64 load = p->room->day_blocks[d] + work[d];
      sum += load * load;
    }
  return sum;
}

gboolean
way_planning_row_allows (const WayPlanning *p, int day)
{
  int first = day, last = day;

  if (p->in->days_in_row <= 0 || p->day_blocks[day] > 0)
    return TRUE;
  while (first > 0 && p->day_blocks[first - 1] > 0)
    first--;
  while (last + 1 < p->n_days && p->day_blocks[last + 1] > 0)
    last++;
  int row = last - first + 1 + (first == 0 ? p->row_before : 0) +
            (last == p->n_days - 1 ? p->row_after : 0);
  return row <= p->in->days_in_row;
}

void
way_scheduler_result_free (WaySchedulerResult *schedule)
{
  g_array_unref (schedule->blocks);
  g_array_unref (schedule->unscheduled);
  g_array_unref (schedule->binding);
  g_free (schedule);
}

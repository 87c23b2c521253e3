/* Order costs nothing. When each job's release is at least that of what it waits for, and each bound at
 * most that of what waits for it, then handing out the slots of any feasible schedule in order of time,
 * always to the released job with the nearest bound (ties: the one that others wait for), is feasible
 * again and keeps the order: a job that may start finds what it waits for released and more urgent.
 * So the order becomes days here, and never a constraint of the flow. */
#include "core/planner/private.h"

#define N_ORDERS(p) ((p)->in->order != NULL ? (p)->in->order->len : 0)
#define ORDER(p, i) g_array_index ((p)->in->order, WayWorkOrder, (i))

/* Ranks of all items: an item after what it waits for, else in the order of the input. */
static int *
rank_items (const WayPlanning *p)
{
  guint n = p->in->items->len, done = 0;
  int *rank = g_new (int, n + 1);
  g_autofree int *waits = g_new0 (int, n + 1);
  gboolean any = TRUE;

  for (guint i = 0; i < n; i++)
    rank[i] = -1;
  for (guint i = 0; i < N_ORDERS (p); i++)
    waits[ORDER (p, i).then]++;
  while (done < n && any)
    {
      any = FALSE;
      for (guint i = 0; i < n; i++)
        {
          if (rank[i] >= 0 || waits[i] > 0)
            continue;
          rank[i] = (int) done++;
          any = TRUE;
          for (guint k = 0; k < N_ORDERS (p); k++)
            if (ORDER (p, k).first == i)
              waits[ORDER (p, k).then]--;
        }
    }
  /* A circle is refused before; here it only must not hang. */
  for (guint i = 0; i < n; i++)
    if (rank[i] < 0)
      rank[i] = (int) done++;
  return rank;
}

static int
compare_jobs (gconstpointer a, gconstpointer b)
{
  const WayJob *x = a, *y = b;

  return x->rank - y->rank;
}

static void
collect_jobs (WayPlanning *p, const int *rank)
{
  for (guint i = 0; i < p->in->items->len; i++)
    {
      const WayWorkItem *item = &WAY_ITEM (p, i);
      if (item->ideal_date != WAY_DATE_NONE || item->minutes <= 0)
        continue;
      int due = item->due_date == WAY_DATE_NONE ? G_MAXINT : item->due_date - p->first_date;
      WayJob job = {
        .item = i,
        .blocks = (item->minutes - 1) / item->block_minutes + 1,
        .release = MAX (0, item->release_date - p->first_date),
        .due = due,
        .bound = due,
        .last = p->n_days - 1,
        .rank = rank[i],
      };
      g_array_append_val (p->jobs, job);
    }
  g_array_sort (p->jobs, compare_jobs);
  for (guint j = 0; j < p->jobs->len; j++)
    p->job_of[WAY_JOB (p, j).item] = (int) j;
}

/* A day is free for what comes after a fixed block when all its slots are; else the next day is. */
static int
first_day_after (const WayPlanning *p, const WayFixedBlock *block)
{
  int day = way_planning_day (p, block->start_utc);

  if (day < 0 || day >= p->n_days)
    return MAX (0, day);
  int at = p->room->first_slot[day];
  gboolean free = at == p->room->first_slot[day + 1] ||
                  g_array_index (p->room->slots, WaySlot, at).start_utc >= block->end_utc;
  return free ? day : day + 1;
}

static int
last_day_before (const WayPlanning *p, const WayFixedBlock *block)
{
  int day = way_planning_day (p, block->start_utc);

  if (day < 0 || day >= p->n_days)
    return MIN (p->n_days - 1, day);
  int at = p->room->first_slot[day + 1] - 1;
  gboolean free = at < p->room->first_slot[day] ||
                  g_array_index (p->room->slots, WaySlot, at).end_utc <= block->start_utc;
  return free ? day : day - 1;
}

/* What waits for an item with fixed blocks waits for those, too, and the other way round. */
static void
keep_order_with_fixed (WayPlanning *p)
{
  for (guint f = 0; f < p->in->fixed->len; f++)
    {
      const WayFixedBlock *block = &g_array_index (p->in->fixed, WayFixedBlock, f);
      for (guint k = 0; block->item != WAY_NO_ITEM && k < N_ORDERS (p); k++)
        {
          int then = p->job_of[ORDER (p, k).then], first = p->job_of[ORDER (p, k).first];
          if (ORDER (p, k).first == block->item && then >= 0)
            WAY_JOB (p, then).release = MAX (WAY_JOB (p, then).release, first_day_after (p, block));
          if (ORDER (p, k).then == block->item && first >= 0)
            WAY_JOB (p, first).last = MIN (WAY_JOB (p, first).last, last_day_before (p, block));
        }
    }
}

/* Pairs by rank: releases go down the order, bounds and last days up it. */
static void
propagate (WayPlanning *p)
{
  guint n = p->jobs->len;
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint j = 0; j < n; j++)
    g_ptr_array_add (before, g_array_new (FALSE, FALSE, sizeof (int)));
  for (guint k = 0; k < N_ORDERS (p); k++)
    {
      int first = p->job_of[ORDER (p, k).first], then = p->job_of[ORDER (p, k).then];
      if (first >= 0 && then >= 0)
        g_array_append_val (g_ptr_array_index (before, then), first);
    }
  for (guint j = 0; j < n; j++)
    {
      const GArray *list = g_ptr_array_index (before, j);
      for (guint k = 0; k < list->len; k++)
        WAY_JOB (p, j).release =
            MAX (WAY_JOB (p, j).release, WAY_JOB (p, g_array_index (list, int, k)).release);
    }
  for (guint j = n; j-- > 0;)
    {
      const GArray *list = g_ptr_array_index (before, j);
      for (guint k = 0; k < list->len; k++)
        {
          WayJob *first = &WAY_JOB (p, g_array_index (list, int, k));
          first->bound = MIN (first->bound, WAY_JOB (p, j).bound);
          first->last = MIN (first->last, WAY_JOB (p, j).last);
        }
    }
}

void
way_planning_make_jobs (WayPlanning *p)
{
  g_autofree int *rank = rank_items (p);

  p->jobs = g_array_new (FALSE, FALSE, sizeof (WayJob));
  p->job_of = g_new (int, p->in->items->len + 1);
  for (guint i = 0; i < p->in->items->len; i++)
    p->job_of[i] = -1;
  collect_jobs (p, rank);
  keep_order_with_fixed (p);
  propagate (p);
}

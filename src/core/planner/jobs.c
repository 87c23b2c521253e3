/* Order costs nothing. When each job's release is at least that of what it waits for, and each bound at
 * most that of what waits for it, then handing out the slots of any feasible schedule in order of time,
 * always to the released job with the nearest bound (ties: the one that others wait for), is feasible
 * again and keeps the order: a job that may start finds what it waits for released and more urgent.
 * So the order becomes days here, and never a constraint of the flow. */
#include "core/planner/private.h"

#define N_ORDERS(p) ((p)->in->order != NULL ? (p)->in->order->len : 0)
#define ORDER(p, i) g_array_index ((p)->in->order, WayWorkOrder, (i))

static int
compare_ready (gconstpointer a, gconstpointer b, gpointer planning)
{
  return way_planning_compare_items (planning, GPOINTER_TO_UINT (a), GPOINTER_TO_UINT (b));
}

/* What waits for each item: @first says where its part of the list begins; n + 1 of them. */
static guint *
list_waiting (const WayPlanning *p, guint *first)
{
  guint n = p->in->items->len, *list = g_new (guint, N_ORDERS (p) + 1);

  for (guint k = 0; k < N_ORDERS (p); k++)
    first[ORDER (p, k).first + 1]++;
  for (guint i = 0; i < n; i++)
    first[i + 1] += first[i];
  g_autofree guint *at = g_memdup2 (first, sizeof (guint) * (n + 1));
  for (guint k = 0; k < N_ORDERS (p); k++)
    list[at[ORDER (p, k).first]++] = ORDER (p, k).then;
  return list;
}

/* All items, each after what it waits for: of those that are ready always the first one (Kahn). */
static GArray *
sort_items (WayPlanning *p)
{
  guint n = p->in->items->len;
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *first = g_new0 (guint, n + 1);
  g_autofree guint *waiting = list_waiting (p, first);
  g_autofree int *waits = g_new0 (int, n + 1);
  g_autoptr (GSequence) ready = g_sequence_new (NULL);

  for (guint k = 0; k < N_ORDERS (p); k++)
    waits[ORDER (p, k).then]++;
  for (guint i = 0; i < n; i++)
    if (waits[i] == 0)
      g_sequence_insert_sorted (ready, GUINT_TO_POINTER (i), compare_ready, p);
  while (!g_sequence_is_empty (ready))
    {
      GSequenceIter *next = g_sequence_get_begin_iter (ready);
      guint item = GPOINTER_TO_UINT (g_sequence_get (next));
      g_sequence_remove (next);
      g_array_append_val (sorted, item);
      for (guint k = first[item]; k < first[item + 1]; k++)
        if (--waits[waiting[k]] == 0)
          g_sequence_insert_sorted (ready, GUINT_TO_POINTER (waiting[k]), compare_ready, p);
    }
  return sorted;
}

static void
collect_jobs (WayPlanning *p)
{
  g_autoptr (GArray) sorted = sort_items (p);

  for (guint k = 0; k < sorted->len; k++)
    {
      guint i = g_array_index (sorted, guint, k);
      const WayWorkItem *item = &WAY_ITEM (p, i);
      if (item->ideal_date != WAY_DATE_NONE || item->minutes <= 0)
        continue;
      WayJob job = {
        .item = i,
        .blocks = (item->minutes - 1) / item->block_minutes + 1,
        .release = p->room->first_segment[CLAMP (item->release_date - p->first_date, 0, p->n_days)],
        .due = item->due_date == WAY_DATE_NONE ? G_MAXINT : item->due_date - p->first_date,
        .last = p->room->n_segments - 1,
      };
      p->job_of[i] = (int) p->jobs->len;
      p->n_groups = MAX (p->n_groups, item->group);
      g_array_append_val (p->jobs, job);
    }
}

/* What waits for an item with fixed blocks waits for those, too, and the other way round. */
static void
keep_order_with_fixed (WayPlanning *p)
{
  for (guint f = 0; f < p->in->fixed->len; f++)
    {
      const WayFixedBlock *block = &g_array_index (p->in->fixed, WayFixedBlock, f);
      int day = way_planning_day (p, block->start_utc);
      for (guint k = 0; block->item != WAY_NO_ITEM && k < N_ORDERS (p); k++)
        {
          int then = p->job_of[ORDER (p, k).then], first = p->job_of[ORDER (p, k).first];
          if (ORDER (p, k).first == block->item && then >= 0)
            WAY_JOB (p, then).release = MAX (
                WAY_JOB (p, then).release, way_room_segment_behind (p->room, day, block->end_utc));
          if (ORDER (p, k).then == block->item && first >= 0)
            WAY_JOB (p, first).last = MIN (
                WAY_JOB (p, first).last, way_room_segment_before (p->room, day, block->start_utc));
        }
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const WayJobPair *x = a, *y = b;

  return x->then != y->then ? x->then - y->then : x->first - y->first;
}

/* The order of items as one of jobs: where one of the two has no blocks, there is nothing to wait for. */
static void
collect_pairs (WayPlanning *p)
{
  for (guint k = 0; k < N_ORDERS (p); k++)
    {
      WayJobPair it = { p->job_of[ORDER (p, k).first], p->job_of[ORDER (p, k).then] };
      if (it.first >= 0 && it.then >= 0)
        g_array_append_val (p->pairs, it);
    }
  g_array_sort (p->pairs, compare_pairs);
}

/* Pairs come by the job that waits, and jobs after what they wait for: one walk up or down is enough. */
static void
pass_down (WayPlanning *p)
{
  for (guint i = 0; i < p->pairs->len; i++)
    {
      WayJob *then = &WAY_JOB (p, WAY_PAIR (p, i).then);
      then->release = MAX (then->release, WAY_JOB (p, WAY_PAIR (p, i).first).release);
    }
  for (guint i = p->pairs->len; i-- > 0;)
    {
      WayJob *first = &WAY_JOB (p, WAY_PAIR (p, i).first);
      first->last = MIN (first->last, WAY_JOB (p, WAY_PAIR (p, i).then).last);
    }
}

void
way_planning_set_bounds (WayPlanning *p)
{
  for (guint j = 0; j < p->jobs->len; j++)
    WAY_JOB (p, j).bound = WAY_JOB (p, j).left_out ? G_MAXINT : WAY_JOB (p, j).due;
  for (guint i = p->pairs->len; i-- > 0;)
    {
      WayJob *first = &WAY_JOB (p, WAY_PAIR (p, i).first);
      first->bound = MIN (first->bound, WAY_JOB (p, WAY_PAIR (p, i).then).bound);
    }
}

gboolean
way_planning_waits (const WayPlanning *p, int then, int first)
{
  guint low = 0, high = p->pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (WAY_PAIR (p, middle).then < then)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < p->pairs->len && WAY_PAIR (p, low).then == then; low++)
    if (WAY_PAIR (p, low).first == first ||
        (WAY_PAIR (p, low).first > first && way_planning_waits (p, WAY_PAIR (p, low).first, first)))
      return TRUE;
  return FALSE;
}

void
way_planning_make_jobs (WayPlanning *p)
{
  p->jobs = g_array_new (FALSE, FALSE, sizeof (WayJob));
  p->pairs = g_array_new (FALSE, FALSE, sizeof (WayJobPair));
  p->job_of = g_new (int, p->in->items->len + 1);
  for (guint i = 0; i < p->in->items->len; i++)
    p->job_of[i] = -1;
  collect_jobs (p);
  collect_pairs (p);
  keep_order_with_fixed (p);
  pass_down (p);
  way_planning_set_bounds (p);
}

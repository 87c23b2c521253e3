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
        .bound = item->due_date == WAY_DATE_NONE ? G_MAXINT : item->due_date - p->first_date,
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

/* Releases go down the order, bounds and last segments up it. */
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
  p->jobs = g_array_new (FALSE, FALSE, sizeof (WayJob));
  p->job_of = g_new (int, p->in->items->len + 1);
  for (guint i = 0; i < p->in->items->len; i++)
    p->job_of[i] = -1;
  collect_jobs (p);
  keep_order_with_fixed (p);
  propagate (p);
}

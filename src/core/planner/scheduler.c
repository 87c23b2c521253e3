/* The story: what is busy or fixed takes its time; appointments are placed; ordinary work becomes jobs and
 * days, the flow says how early all of it can be over and how evenly it spreads, and each block gets its
 * time of day. */
#include "core/planner/scheduler.h"

#include "core/planner/private.h"

/* What else was possible in the block's week, by the limits of a day and the dates of its item. */
static void
find_other_days (const WayPlanning *p, WayScheduledBlock *block, int day)
{
  const WayJob *job = p->job_of[block->item] >= 0 ? &WAY_JOB (p, p->job_of[block->item]) : NULL;

  for (int other = day / 7 * 7; job != NULL && other < day / 7 * 7 + 7; other++)
    {
      int first = p->room->first_segment[other], next = p->room->first_segment[other + 1];
      if (other == day || next <= job->release || first > job->last ||
          p->day_blocks[other] - p->room->day_blocks[other] >= p->room->day_caps[other])
        continue;
      if (first > way_job_deadline (p, job, p->lateness))
        block->reason.urgent = TRUE;
      else
        block->reason.open_days |= 1u << (other % 7);
    }
}

/* What a reason says about loads is said when all loads are known. */
static void
complete_reasons (WayPlanning *p)
{
  for (guint i = 0; i < p->out->blocks->len; i++)
    {
      WayScheduledBlock *block = &g_array_index (p->out->blocks, WayScheduledBlock, i);
      int day = way_planning_day (p, block->start_utc);
      int minutes = (int) ((block->end_utc - block->start_utc) / 60);
      block->reason.day_minutes = p->day_minutes[day] - minutes;
      block->reason.week_minutes = p->week_minutes[day / 7] - minutes;
      find_other_days (p, block, day);
    }
}

static int
compare_unscheduled (gconstpointer a, gconstpointer b)
{
  const WayUnscheduled *x = a, *y = b;

  return (x->item > y->item) - (x->item < y->item);
}

static void
list_unscheduled (WayPlanning *p)
{
  g_autofree int *left = g_new0 (int, p->in->items->len + 1);

  for (guint j = 0; j < p->jobs->len; j++)
    left[WAY_JOB (p, j).item] = WAY_ITEM (p, WAY_JOB (p, j).item).minutes;
  for (guint i = 0; i < p->out->blocks->len; i++)
    {
      const WayScheduledBlock *block = &g_array_index (p->out->blocks, WayScheduledBlock, i);
      left[block->item] -= (int) ((block->end_utc - block->start_utc) / 60);
    }
  for (guint i = 0; i < p->in->items->len; i++)
    {
      if (left[i] <= 0)
        continue;
      WayUnscheduled it = { i, left[i], WAY_JOB (p, p->job_of[i]).limits };
      g_array_append_val (p->out->unscheduled, it);
    }
  g_array_sort (p->out->unscheduled, compare_unscheduled);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const WayScheduledBlock *x = a, *y = b;

  return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
}

/* Days with fixed blocks that join the first or the last day of the plan from outside. */
static void
count_rows (WayPlanning *p)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < p->in->fixed->len; i++)
    {
      gint64 start_utc = g_array_index (p->in->fixed, WayFixedBlock, i).start_utc;
      g_hash_table_add (days, GINT_TO_POINTER (way_planning_day (p, start_utc)));
    }
  while (g_hash_table_contains (days, GINT_TO_POINTER (-p->row_before - 1)))
    p->row_before++;
  while (g_hash_table_contains (days, GINT_TO_POINTER (p->n_days + p->row_after)))
    p->row_after++;
}

static void
count_fixed (WayPlanning *p)
{
  p->taken = way_availability_buffered (p->in->busy, p->in->buffer_minutes);
  for (guint i = 0; i < p->in->fixed->len; i++)
    {
      const WayFixedBlock *block = &g_array_index (p->in->fixed, WayFixedBlock, i);
      way_planning_take (p, p->taken, block->start_utc, block->end_utc);
      way_planning_count (p, way_planning_day (p, block->start_utc),
                          (int) ((block->end_utc - block->start_utc) / 60));
    }
  way_interval_set_normalize (p->taken);
}

static void
planning_init (WayPlanning *p, const WaySchedulerInput *input)
{
  p->in = input;
  p->out = g_new0 (WaySchedulerResult, 1);
  p->out->blocks = g_array_new (FALSE, FALSE, sizeof (WayScheduledBlock));
  p->out->unscheduled = g_array_new (FALSE, FALSE, sizeof (WayUnscheduled));
  p->out->binding = g_array_new (FALSE, FALSE, sizeof (WayBinding));
  p->out->max_lateness = WAY_NO_LATENESS;
  p->first_date = way_date_week_start (input->from_date);
  p->n_days = 7 * (MAX (0, input->to_date - p->first_date) / 7 + 1);
  p->day_minutes = g_new0 (int, p->n_days);
  p->week_minutes = g_new0 (int, p->n_days / 7);
  p->day_blocks = g_new0 (int, p->n_days);
  /* Whole minutes: a "now" within one rounds up. */
  p->now_utc = (input->not_before_utc + 59) / 60 * 60;
  count_fixed (p);
  if (input->days_in_row > 0)
    count_rows (p);
  way_planning_place_appointments (p);
  way_planning_lay_out (p);
  way_planning_make_jobs (p);
}

static void
planning_clear (WayPlanning *p)
{
  g_free (p->day_minutes);
  g_free (p->week_minutes);
  g_free (p->day_blocks);
  g_free (p->job_of);
  g_array_unref (p->taken);
  g_array_unref (p->jobs);
  g_array_unref (p->pairs);
  way_room_free (p->room);
}

WaySchedulerResult *
way_scheduler_solve (const WaySchedulerInput *input)
{
  WayPlanning p = { 0 };

  planning_init (&p, input);
  if (p.jobs->len > 0)
    {
      g_autoptr (GArray) shares = way_planning_spread_in_rows (&p);
      way_planning_explain_lateness (&p, p.out->binding);
      way_planning_explain_jobs (&p, shares);
      way_planning_place (&p, shares);
    }
  g_array_sort (p.out->blocks, compare_blocks);
  complete_reasons (&p);
  list_unscheduled (&p);
  way_planning_measure (&p);
  planning_clear (&p);
  return p.out;
}

static WayScheduleCheck
check_input (const WaySchedulerInput *input, gboolean quick)
{
  WayPlanning p = { .quick = quick };
  WayScheduleCheck check = { 0, 0, WAY_NO_LATENESS };

  planning_init (&p, input);
  check.appointments = (int) p.out->unscheduled->len;
  if (p.jobs->len > 0)
    {
      g_autoptr (GArray) shares = input->days_in_row > 0 ? way_planning_spread_in_rows (&p) : NULL;
      if (shares == NULL)
        way_planning_find_lateness (&p);
      check.max_lateness = p.least;
      check.unplaced = -p.placed;
    }
  for (guint j = 0; j < p.jobs->len; j++)
    check.unplaced += WAY_JOB (&p, j).blocks;
  planning_clear (&p);
  way_scheduler_result_free (p.out);
  return check;
}

WayScheduleCheck
way_scheduler_check (const WaySchedulerInput *input)
{
  return check_input (input, FALSE);
}

WayScheduleCheck
way_scheduler_estimate (const WaySchedulerInput *input)
{
  return check_input (input, TRUE);
}

/* The smallest maximum lateness, exactly. At lateness L every job has a deadline, and a schedule is a flow;
 * a larger L only adds arcs, so the smallest L with a full flow is found by halving. The minimum cut of
 * the flow at L - 1 proves that no schedule does better, and names why. */
#include "core/planner/network.h"

/* Blocks that find a place at @lateness; the flow that shows it goes to @kept when it is not %NULL. */
static int
placeable (const WayPlanning *p, int lateness, WayNetwork **kept)
{
  g_autoptr (WayNetwork) network = way_network_new (p, lateness, WAY_NETWORK_FREE);
  gint64 placed = way_flow_maximize (network->flow, WAY_NETWORK_SOURCE, WAY_NETWORK_SINK);

  if (kept != NULL)
    *kept = g_steal_pointer (&network);
  return (int) placed;
}

/* How late the fixed blocks are: nothing makes them earlier. */
static int
fixed_lateness (const WayPlanning *p)
{
  int worst = WAY_NO_LATENESS;

  for (guint f = 0; f < p->in->fixed->len; f++)
    {
      const WayFixedBlock *block = &g_array_index (p->in->fixed, WayFixedBlock, f);
      if (block->item != WAY_NO_ITEM)
        worst = MAX (worst, way_planning_lateness (p, block->item, block->start_utc));
    }
  return worst;
}

int
way_planning_lateness (const WayPlanning *p, guint item, gint64 start_utc)
{
  const WayWorkItem *it = &WAY_ITEM (p, item);

  if (it->ideal_date != WAY_DATE_NONE || it->due_date == WAY_DATE_NONE)
    return WAY_NO_LATENESS;
  return way_planning_day (p, start_utc) + p->first_date - it->due_date;
}

/* At @late no deadline stops anything, at @early every bounded job is too late before it may start. */
static void
lateness_range (const WayPlanning *p, int *early, int *late)
{
  *early = 0;
  *late = 0;
  for (guint j = 0; j < p->jobs->len; j++)
    {
      const WayJob *job = &WAY_JOB (p, j);
      if (job->bound == G_MAXINT)
        continue;
      int release =
          job->release < p->room->n_segments ? p->room->segment_day[job->release] : p->n_days;
      *early = MIN (*early, release - job->bound - 1);
      *late = MAX (*late, p->n_days - job->bound);
    }
}

/* The lateness of what is placed and fixed. */
void
way_planning_measure (WayPlanning *p)
{
  p->out->max_lateness = fixed_lateness (p);
  for (guint i = 0; i < p->out->blocks->len; i++)
    {
      const WayScheduledBlock *block = &g_array_index (p->out->blocks, WayScheduledBlock, i);
      int lateness = way_planning_lateness (p, block->item, block->start_utc);
      p->out->max_lateness = MAX (p->out->max_lateness, lateness);
    }
}

/* How late the plan is now, when there is one: a new one will hardly differ. */
static int
guess_lateness (const WayPlanning *p)
{
  int worst = WAY_NO_LATENESS;

  for (guint i = 0; p->in->previous != NULL && i < p->in->previous->len; i++)
    {
      const WayPreviousBlock *it = &g_array_index (p->in->previous, WayPreviousBlock, i);
      worst = MAX (worst, way_planning_lateness (p, it->item, it->start_utc));
    }
  return worst;
}

/* Moves @late to @at when all that can be placed is at that lateness, else @early. */
static void
look_at (const WayPlanning *p, int at, int *early, int *late)
{
  if (at <= *early || at >= *late)
    return;
  if (placeable (p, at, NULL) == p->placed)
    *late = at;
  else
    *early = at;
}

/* Halves [early, late] until they are neighbours: at late all that can be placed is, at early not; or until both
 * are the early end. The first looks are at the guess and right below it; a wrong one only costs them. */
static void
narrow (const WayPlanning *p, int *early, int *late)
{
  int guess = guess_lateness (p), end = *early;

  if (guess != WAY_NO_LATENESS)
    {
      look_at (p, guess, early, late);
      look_at (p, guess - 1, early, late);
    }
  while (*late - *early > 1)
    look_at (p, *early + (*late - *early) / 2, early, late);
  if (*early == end && placeable (p, end, NULL) == p->placed)
    *late = end;
}

/* What stops the blocks without a place, with no due date in the way and all jobs asking for one. */
static void
list_leftover_binding (WayPlanning *p, int late, GArray *binding)
{
  g_autoptr (WayNetwork) network = NULL;
  g_autoptr (GArray) jobs = g_array_copy (p->jobs);

  for (guint j = 0; j < p->jobs->len; j++)
    WAY_JOB (p, j).left_out = FALSE;
  placeable (p, late, &network);
  for (guint j = 0; j < p->jobs->len; j++)
    WAY_JOB (p, j).left_out = g_array_index (jobs, WayJob, j).left_out;
  way_network_list_binding (network, binding);
}

/* The flow of what was placed, with no due date in the way, tells for each job what stops one block more of it. */
void
way_planning_explain_jobs (WayPlanning *p, const GArray *shares)
{
  g_autoptr (WayNetwork) network = NULL;
  g_autofree int *placed = g_new0 (int, p->jobs->len + 1);
  int early, late;

  if (way_planning_leftover (p) == 0)
    return;
  for (guint i = 0; i < shares->len; i++)
    placed[g_array_index (shares, WayShare, i).job] += g_array_index (shares, WayShare, i).blocks;
  lateness_range (p, &early, &late);
  g_autoptr (GArray) jobs = p->jobs;
  p->jobs = g_array_copy (jobs);
  for (guint j = 0; j < p->jobs->len; j++)
    {
      WAY_JOB (p, j).blocks = placed[j];
      WAY_JOB (p, j).left_out = FALSE;
    }
  placeable (p, late, &network);
  for (guint j = 0; j < jobs->len; j++)
    if (placed[j] < g_array_index (jobs, WayJob, j).blocks)
      g_array_index (jobs, WayJob, j).limits = way_network_limits_of (network, (int) j);
  g_array_unref (p->jobs);
  p->jobs = g_steal_pointer (&jobs);
}

void
way_planning_measure_lateness (WayPlanning *p)
{
  int early, late, fixed = fixed_lateness (p);

  lateness_range (p, &early, &late);
  p->placed = placeable (p, late, NULL);
  narrow (p, &early, &late);
  /* At the early end no job that is due finds a place. */
  p->least = late > early ? late : WAY_NO_LATENESS;
  p->lateness = MAX (late, fixed);
  p->worst = MAX (p->least, fixed);
}

void
way_planning_explain_lateness (WayPlanning *p, GArray *binding)
{
  g_autoptr (WayNetwork) proof = NULL;
  int early, late;

  lateness_range (p, &early, &late);
  if (way_planning_leftover (p) > 0)
    list_leftover_binding (p, late, binding);
  else if (p->least != WAY_NO_LATENESS && p->least == p->lateness)
    {
      placeable (p, p->least - 1, &proof);
      way_network_list_binding (proof, binding);
    }
}

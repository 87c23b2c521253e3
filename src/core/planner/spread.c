/* The objectives behind lateness in one flow of least cost, each with a price above all that the next ones
 * can win: the sum over days of (blocks)², the number of blocks that stay, the shares of groups in each week, the
 * blocks in preferred hours.
 *
 * Why that is exact: the costs of a day are convex in its blocks (2k + 1 for each further one, and more from
 * the one on that finds no preferred hours), so a network with one arc for each further block uses them in
 * order; its cheapest flow of the largest amount is an optimum of the weighted sum (Ahuja, Magnanti, Orlin,
 * section 14.3), and with prices like these an optimum of the sum is one of the objectives in their order. */
#include "core/planner/network.h"

/* The largest plan for which order is worth a flow of its own. */
#define SMALL_PLAN_BLOCKS 400

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const WayShare *x = a, *y = b;

  return x->segment != y->segment ? x->segment - y->segment : x->job - y->job;
}

/* Adds up the shares of one job in one segment, and sorts. */
static void
merge_shares (GArray *shares)
{
  guint n = 0;

  g_array_sort (shares, compare_shares);
  for (guint i = 0; i < shares->len; i++)
    {
      WayShare it = g_array_index (shares, WayShare, i);
      WayShare *last = n > 0 ? &g_array_index (shares, WayShare, n - 1) : NULL;
      if (last != NULL && last->segment == it.segment && last->job == it.job)
        last->blocks += it.blocks;
      else
        g_array_index (shares, WayShare, n++) = it;
    }
  g_array_set_size (shares, n);
}

/* What came through the node for any segment of a week is handed out in the order of jobs and time. */
static void
read_week (const WayNetwork *network, int week, const int *of_job, GArray *shares)
{
  const WayPlanning *p = network->planning;
  int job = 0, left = 0;

  for (int s = p->room->first_segment[7 * week]; s < p->room->first_segment[7 * week + 7]; s++)
    for (int room = way_flow_on (network->flow, network->any_arcs[s]); room > 0;)
      {
        while (left == 0)
          left = of_job[job++];
        WayShare share = { job - 1, s, MIN (left, room) };
        g_array_append_val (shares, share);
        left -= share.blocks;
        room -= share.blocks;
      }
  g_assert (job <= (int) p->jobs->len && left == 0);
}

static GArray *
read_shares (const WayNetwork *network)
{
  const WayPlanning *p = network->planning;
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (WayShare));
  int n_weeks = p->n_days / 7, n_jobs = (int) p->jobs->len;
  g_autofree int *any = g_new0 (int, (gsize) n_weeks *n_jobs + 1);

  for (guint i = 0; i < network->job_arcs->len; i++)
    {
      const WayJobArc *it = &g_array_index (network->job_arcs, WayJobArc, i);
      WayShare share = { it->job, it->segment, way_flow_on (network->flow, it->arc) };
      if (share.blocks == 0)
        continue;
      if (it->segment < 0)
        any[it->week * n_jobs + it->job] += share.blocks;
      else
        g_array_append_val (shares, share);
    }
  for (int week = 0; week < n_weeks; week++)
    read_week (network, week, any + (gsize) week * n_jobs, shares);
  merge_shares (shares);
  return shares;
}

/* Whether what waits for something has no block before its last one. Within a segment, placing keeps the
 * order. */
static gboolean
keeps_order (const WayPlanning *p, const GArray *shares)
{
  guint n = p->jobs->len;
  g_autofree int *first = g_new (int, n + 1);
  g_autofree int *last = g_new (int, n + 1); /* of a job, and of all that it waits for */

  for (guint j = 0; j < n; j++)
    {
      first[j] = G_MAXINT;
      last[j] = -1;
    }
  for (guint i = 0; i < shares->len; i++)
    {
      const WayShare *it = &g_array_index (shares, WayShare, i);
      first[it->job] = MIN (first[it->job], it->segment);
      last[it->job] = MAX (last[it->job], it->segment);
    }
  for (guint i = 0; i < p->pairs->len; i++)
    {
      WayJobPair it = WAY_PAIR (p, i);
      if (first[it.then] < last[it.first])
        return FALSE;
      last[it.then] = MAX (last[it.then], last[it.first]);
    }
  return TRUE;
}

/* Gives each job the number of the group of jobs that its order ties it to; 0 for one that stands alone. */
static int *
group_jobs (const WayPlanning *p)
{
  guint n = p->jobs->len;
  int *group = g_new0 (int, n + 1);
  gboolean changed = TRUE;

  for (guint i = 0; i < p->pairs->len; i++)
    {
      WayJobPair it = WAY_PAIR (p, i);
      group[it.first] = group[it.then] = MAX (group[it.first], MAX (group[it.then], (int) i + 1));
    }
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < p->pairs->len; i++)
        {
          WayJobPair it = WAY_PAIR (p, i);
          if (group[it.first] == group[it.then])
            continue;
          group[it.first] = group[it.then] = MAX (group[it.first], group[it.then]);
          changed = TRUE;
        }
    }
  return group;
}

/* The job of @group that takes the next slot in @segment: released, with work left, the nearest deadline. */
static int
next_job (const WayPlanning *p, const int *group_of, const int *left, int group, int segment)
{
  int best = -1, best_deadline = 0;

  for (guint j = 0; j < p->jobs->len; j++)
    {
      const WayJob *job = &WAY_JOB (p, j);
      int deadline = way_job_deadline (p, job, p->lateness);
      if (group_of[j] != group || left[j] == 0 || job->release > segment ||
          (best >= 0 && deadline >= best_deadline))
        continue;
      best = (int) j;
      best_deadline = deadline;
    }
  return best;
}

/* Hands the same segments out again, in order (see jobs.c for why that is feasible). */
static GArray *
restore_order (const WayPlanning *p, const GArray *shares)
{
  g_autofree int *group = group_jobs (p);
  g_autofree int *left = g_new0 (int, p->jobs->len + 1);
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (WayShare));

  for (guint i = 0; i < shares->len; i++)
    left[g_array_index (shares, WayShare, i).job] += g_array_index (shares, WayShare, i).blocks;
  for (guint i = 0; i < shares->len; i++)
    {
      WayShare it = g_array_index (shares, WayShare, i);
      for (int k = 0; k < it.blocks; k++)
        {
          int job =
              group[it.job] > 0 ? next_job (p, group, left, group[it.job], it.segment) : it.job;
          WayShare share = { job, it.segment, 1 };
          g_assert (job >= 0);
          left[job]--;
          g_array_append_val (sorted, share);
        }
    }
  merge_shares (sorted);
  return sorted;
}

static GArray *
spread_with (const WayPlanning *p, WayNetworkCosts costs)
{
  g_autoptr (WayNetwork) network = way_network_new (p, p->lateness, costs);

  way_flow_maximize_cheaply (network->flow, WAY_NETWORK_SOURCE, WAY_NETWORK_SINK);
  return read_shares (network);
}

GArray *
way_planning_spread (WayPlanning *p)
{
  g_autoptr (GArray) shares = spread_with (p, WAY_NETWORK_EVEN);

  /* Of several best flows one may keep the order by itself, without blocks that move for it. Groups that
   * share the weeks keep their days when those are handed out anew. */
  if (!keeps_order (p, shares) && p->placed <= SMALL_PLAN_BLOCKS && p->n_groups < 2)
    {
      g_array_unref (shares);
      shares = spread_with (p, WAY_NETWORK_ORDERED);
    }
  return keeps_order (p, shares) ? g_steal_pointer (&shares) : restore_order (p, shares);
}

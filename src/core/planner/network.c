#include "core/planner/network.h"

enum
{
  NODE_ANY,
  NODE_DAY,
  NODE_WEEK = NODE_DAY + 7,
  NODES_PER_WEEK,
};

static int
job_node (int job)
{
  return 2 + job;
}

static int
week_node (const WayPlanning *p, int week, int which)
{
  return 2 + (int) p->jobs->len + week * NODES_PER_WEEK + which;
}

static int
day_node (const WayPlanning *p, int day)
{
  return week_node (p, day / 7, NODE_DAY + day % 7);
}

/* One block more on a day with n blocks adds (n + 1)² - n² = 2n + 1. */
static void
add_day (WayNetwork *self, int day)
{
  const WayPlanning *p = self->planning;
  const WayRoom *room = p->room;
  int from = day_node (p, day), to = week_node (p, day / 7, NODE_WEEK);

  self->any_arcs[day] =
      way_flow_add (self->flow, week_node (p, day / 7, NODE_ANY), from, room->day_caps[day], 0);
  if (self->costs == WAY_NETWORK_FREE)
    way_flow_add (self->flow, from, to, room->day_caps[day], 0);
  else
    for (int k = 0; k < room->day_caps[day]; k++)
      way_flow_add (self->flow, from, to, 1,
                    self->even_price * (2 * (room->day_blocks[day] + k) + 1));
}

static void
add_job_arc (WayNetwork *self, int job, int day, int week, int blocks, gint64 cost)
{
  const WayPlanning *p = self->planning;
  /* By the rearrangement inequality the sum of rank · day is largest when both are in order. */
  gint64 order = self->costs == WAY_NETWORK_ORDERED ? -(gint64) job * day : 0;
  int to = day < 0 ? week_node (p, week, NODE_ANY) : day_node (p, day);
  WayJobArc it = { job, week, day,
                   way_flow_add (self->flow, job_node (job), to, blocks, cost + order) };

  g_array_append_val (self->job_arcs, it);
}

static void
add_job (WayNetwork *self, int job, int lateness)
{
  const WayPlanning *p = self->planning;
  const WayJob *it = &WAY_JOB (p, job);
  int last = way_job_deadline (p, it, lateness);

  way_flow_add (self->flow, WAY_NETWORK_SOURCE, job_node (job), it->blocks, 0);
  for (int week = it->release / 7; week <= last / 7 && last >= it->release; week++)
    {
      if (p->room->week_caps[week] == 0)
        continue;
      if (7 * week >= it->release && 7 * week + 6 <= last && self->costs != WAY_NETWORK_ORDERED)
        add_job_arc (self, job, -1, week, it->blocks, 0);
      else
        for (int day = MAX (7 * week, it->release); day <= MIN (7 * week + 6, last); day++)
          if (p->room->day_caps[day] > 0)
            add_job_arc (self, job, day, week, it->blocks, 0);
    }
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const WayShare *x = a, *y = b;

  return x->job != y->job ? x->job - y->job : x->day - y->day;
}

/* Where blocks of jobs are now: shares by job and day (transfer full). */
static GArray *
previous_shares (const WayPlanning *p)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (WayShare));
  guint n = 0;

  for (guint i = 0; p->in->previous != NULL && i < p->in->previous->len; i++)
    {
      const WayPreviousBlock *it = &g_array_index (p->in->previous, WayPreviousBlock, i);
      WayShare share = { p->job_of[it->item], way_planning_day (p, it->start_utc), 1 };
      if (share.job >= 0 && share.day >= 0 && share.day < p->n_days)
        g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);
  for (guint i = 0; i < shares->len; i++)
    {
      WayShare it = g_array_index (shares, WayShare, i);
      WayShare *last = n > 0 ? &g_array_index (shares, WayShare, n - 1) : NULL;
      if (last != NULL && compare_shares (last, &it) == 0)
        last->blocks++;
      else
        g_array_index (shares, WayShare, n++) = it;
    }
  g_array_set_size (shares, n);
  return shares;
}

static void
add_previous (WayNetwork *self, int lateness)
{
  const WayPlanning *p = self->planning;
  g_autoptr (GArray) shares = previous_shares (p);

  for (guint i = 0; i < shares->len; i++)
    {
      WayShare it = g_array_index (shares, WayShare, i);
      const WayJob *job = &WAY_JOB (p, it.job);
      if (it.day >= job->release && it.day <= way_job_deadline (p, job, lateness) &&
          p->room->day_caps[it.day] > 0)
        add_job_arc (self, it.job, it.day, it.day / 7, it.blocks, -self->stay_price);
    }
}

WayNetwork *
way_network_new (const WayPlanning *p, int lateness, WayNetworkCosts costs)
{
  WayNetwork *self = g_new0 (WayNetwork, 1);
  int n_weeks = p->n_days / 7;

  self->planning = p;
  self->costs = costs;
  self->stay_price =
      costs == WAY_NETWORK_ORDERED ? (gint64) (p->placed + 1) * (p->jobs->len + 1) * p->n_days : 1;
  self->even_price = self->stay_price * (p->placed + 1);
  self->flow = way_flow_new (week_node (p, n_weeks, 0));
  self->job_arcs = g_array_new (FALSE, FALSE, sizeof (WayJobArc));
  self->any_arcs = g_new (int, p->n_days);
  if (costs != WAY_NETWORK_FREE)
    add_previous (self, lateness);
  for (guint j = 0; j < p->jobs->len; j++)
    add_job (self, (int) j, lateness);
  for (int day = 0; day < p->n_days; day++)
    add_day (self, day);
  for (int week = 0; week < n_weeks; week++)
    way_flow_add (self->flow, week_node (p, week, NODE_WEEK), WAY_NETWORK_SINK,
                  p->room->week_caps[week], 0);
  return self;
}

void
way_network_free (WayNetwork *self)
{
  if (self == NULL)
    return;
  way_flow_free (self->flow);
  g_array_unref (self->job_arcs);
  g_free (self->any_arcs);
  g_free (self);
}

void
way_network_list_binding (const WayNetwork *self, GArray *binding)
{
  const WayPlanning *p = self->planning;

  for (int day = 0; day < p->n_days; day++)
    {
      gboolean week_before = way_flow_before_cut (self->flow, week_node (p, day / 7, NODE_WEEK));
      WayBinding it = { WAY_LIMIT_WEEKLY, p->first_date + day };
      if (day % 7 == 0 && week_before)
        g_array_append_val (binding, it);
      if (week_before || !way_flow_before_cut (self->flow, day_node (p, day)))
        continue;
      it.limit = p->room->day_limited[day] ? WAY_LIMIT_DAILY : WAY_LIMIT_WINDOWS;
      g_array_append_val (binding, it);
    }
}

#include "core/planner/network.h"

/* Of arcs that are no limit, so that the cut goes through what really is full. */
#define UNLIMITED (G_MAXINT / 2)

/* Blocks of a group in one week that cost more and more; further ones cost the same. */
#define MOST_SHARED 60

/* Nodes: source, sink, jobs, for each week "any" and its sum, days, segments, and for each group its weeks. */
static int
job_node (int job)
{
  return 2 + job;
}

static int
any_node (const WayPlanning *p, int week)
{
  return 2 + (int) p->jobs->len + week;
}

static int
week_node (const WayPlanning *p, int week)
{
  return any_node (p, p->n_days / 7) + week;
}

static int
day_node (const WayPlanning *p, int day)
{
  return week_node (p, p->n_days / 7) + day;
}

/* Most days are one segment and need one node only. */
static int
segment_node (const WayPlanning *p, int segment)
{
  const WayRoom *room = p->room;
  int day = room->segment_day[segment];

  return room->first_segment[day + 1] - room->first_segment[day] == 1
             ? day_node (p, day)
             : day_node (p, p->n_days) + segment;
}

static int
group_node (const WayPlanning *p, guint group, int week)
{
  return day_node (p, p->n_days) + p->room->n_segments + (int) (group - 1) * p->n_days / 7 + week;
}

/* One block more on a day with n blocks adds (n + 1)² - n² = 2n + 1. */
static void
add_day (WayNetwork *self, int day)
{
  const WayPlanning *p = self->planning;
  const WayRoom *room = p->room;
  int from = day_node (p, day), to = week_node (p, day / 7);

  for (int s = room->first_segment[day]; s < room->first_segment[day + 1]; s++)
    {
      int cap = way_room_segment_cap (room, s), node = segment_node (p, s);
      self->any_arcs[s] = way_flow_add (self->flow, any_node (p, day / 7), node, UNLIMITED, 0);
      if (node != from)
        way_flow_add (self->flow, node, from, cap, 0);
    }
  if (self->costs == WAY_NETWORK_FREE)
    way_flow_add (self->flow, from, to, room->day_caps[day], 0);
  else
    for (int k = 0; k < room->day_caps[day]; k++)
      way_flow_add (self->flow, from, to, 1,
                    self->even_price * (2 * (room->day_blocks[day] + k) + 1) +
                        (k < room->preferred_slots[day] ? 0 : self->preferred_price));
}

/* Blocks of a group in one week cost the more the more they are, and the less the larger its share is: so the
 * cheapest way is that all groups get on in each week. */
static void
add_groups (WayNetwork *self)
{
  const WayPlanning *p = self->planning;
  g_autofree int *shares = g_new0 (int, p->n_groups + 1);

  for (guint j = 0; j < p->jobs->len; j++)
    shares[WAY_ITEM (p, WAY_JOB (p, j).item).group] = WAY_ITEM (p, WAY_JOB (p, j).item).share;
  for (guint group = 1; group <= p->n_groups; group++)
    for (int week = 0; week < p->n_days / 7 && shares[group] > 0; week++)
      for (int k = 0; k < MIN (p->room->week_caps[week], p->placed); k++)
        way_flow_add (self->flow, group_node (p, group, week), any_node (p, week), 1,
                      self->share_price * (2 * MIN (k, MOST_SHARED) + 1) * 100 / shares[group]);
}

static void
add_job_arc (WayNetwork *self, int job, int segment, int week, int blocks, gint64 cost)
{
  const WayPlanning *p = self->planning;
  gint64 order = self->ranks != NULL ? -(gint64) self->ranks[job] * segment : 0;
  guint group = self->share_price > 0 ? WAY_ITEM (p, WAY_JOB (p, job).item).group : 0;
  int to = segment >= 0 ? segment_node (p, segment)
           : group > 0  ? group_node (p, group, week)
                        : any_node (p, week);
  WayJobArc it = { job, week, segment,
                   way_flow_add (self->flow, job_node (job), to, blocks, cost + order) };

  g_array_append_val (self->job_arcs, it);
}

/* The largest flow keeps the way to days and weeks that take nothing: they belong to the proof. */
static gboolean
is_of_use (const WayNetwork *self, int cap)
{
  return cap > 0 || self->costs == WAY_NETWORK_FREE;
}

static void
add_job (WayNetwork *self, int job, int lateness)
{
  const WayPlanning *p = self->planning;
  const WayRoom *room = p->room;
  const WayJob *it = &WAY_JOB (p, job);
  int last = way_job_deadline (p, it, lateness);

  way_flow_add (self->flow, WAY_NETWORK_SOURCE, job_node (job), it->left_out ? 0 : it->blocks, 0);
  if (it->release > last)
    return;
  for (int week = room->segment_day[it->release] / 7; week <= room->segment_day[last] / 7; week++)
    {
      int from = room->first_segment[7 * week], to = room->first_segment[7 * week + 7] - 1;
      if (!is_of_use (self, room->week_caps[week]))
        continue;
      if (from >= it->release && to <= last && self->costs != WAY_NETWORK_ORDERED)
        add_job_arc (self, job, -1, week, UNLIMITED, 0);
      else
        for (int s = MAX (from, it->release); s <= MIN (to, last); s++)
          if (is_of_use (self, way_room_segment_cap (room, s)))
            add_job_arc (self, job, s, week, UNLIMITED, 0);
    }
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const WayShare *x = a, *y = b;

  return x->job != y->job ? x->job - y->job : x->segment - y->segment;
}

/* Where blocks of jobs are now and may stay: shares by job and segment (transfer full). */
static GArray *
previous_shares (const WayPlanning *p)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (WayShare));
  guint n = 0;

  for (guint i = 0; p->in->previous != NULL && i < p->in->previous->len; i++)
    {
      const WayPreviousBlock *it = &g_array_index (p->in->previous, WayPreviousBlock, i);
      WayShare share = { p->job_of[it->item], way_room_segment_at (p->room, it->start_utc), 1 };
      if (share.job >= 0 && share.segment >= 0 && it->start_utc >= p->now_utc &&
          way_room_is_open (p->room, it->start_utc))
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
      if (it.segment >= job->release && it.segment <= way_job_deadline (p, job, lateness) &&
          way_room_segment_cap (p->room, it.segment) > 0)
        add_job_arc (self, it.job, it.segment, p->room->segment_day[it.segment] / 7, it.blocks,
                     -self->stay_price);
    }
}

/* How many jobs in a row come before each one, less those that come behind it (transfer full). By the rearrangement
 * inequality the sum of rank · time is largest when both are in order, so what waits is drawn back, and what others
 * wait for is drawn forward. */
static int *
rank_jobs (const WayPlanning *p)
{
  guint n = p->jobs->len;
  int *ranks = g_new0 (int, n + 1);
  g_autofree int *behind = g_new0 (int, n + 1);

  for (guint i = 0; i < p->pairs->len; i++)
    {
      WayJobPair it = WAY_PAIR (p, i);
      ranks[it.then] = MAX (ranks[it.then], ranks[it.first] + 1);
    }
  for (guint i = p->pairs->len; i-- > 0;)
    {
      WayJobPair it = WAY_PAIR (p, i);
      behind[it.first] = MAX (behind[it.first], behind[it.then] + 1);
    }
  for (guint j = 0; j < n; j++)
    ranks[j] -= behind[j];
  return ranks;
}

/* Each price is above all that the ones below it can win together. */
static void
set_prices (WayNetwork *self)
{
  const WayPlanning *p = self->planning;
  gint64 most = p->placed + 1, price = 1;

  if (self->costs == WAY_NETWORK_ORDERED)
    price = most * 2 * (p->jobs->len + 1) * p->room->n_segments;
  if (p->room->preferred->len > 0)
    {
      self->preferred_price = price;
      price *= most;
    }
  if (p->n_groups > 1 && self->costs == WAY_NETWORK_EVEN)
    {
      self->share_price = price;
      price *= most * (2 * MOST_SHARED + 1) * 100;
    }
  self->stay_price = price;
  self->even_price = price * most;
}

WayNetwork *
way_network_new (const WayPlanning *p, int lateness, WayNetworkCosts costs)
{
  WayNetwork *self = g_new0 (WayNetwork, 1);
  int n_weeks = p->n_days / 7;

  self->planning = p;
  self->costs = costs;
  self->ranks = costs == WAY_NETWORK_ORDERED ? rank_jobs (p) : NULL;
  set_prices (self);
  self->flow = way_flow_new (group_node (p, p->n_groups + 1, 0));
  self->job_arcs = g_array_new (FALSE, FALSE, sizeof (WayJobArc));
  self->any_arcs = g_new (int, p->room->n_segments + 1);
  if (costs != WAY_NETWORK_FREE)
    add_previous (self, lateness);
  for (guint j = 0; j < p->jobs->len; j++)
    add_job (self, (int) j, lateness);
  if (self->share_price > 0)
    add_groups (self);
  for (int day = 0; day < p->n_days; day++)
    add_day (self, day);
  for (int week = 0; week < n_weeks; week++)
    way_flow_add (self->flow, week_node (p, week), WAY_NETWORK_SINK, p->room->week_caps[week], 0);
  return self;
}

void
way_network_free (WayNetwork *self)
{
  if (self == NULL)
    return;
  way_flow_free (self->flow);
  g_array_unref (self->job_arcs);
  g_free (self->ranks);
  g_free (self->any_arcs);
  g_free (self);
}

/* A day that is cut off from its week is full. One that is not reached itself has full segments where
 * some of those are. */
static gboolean
is_day_full (const WayNetwork *self, int day)
{
  const WayPlanning *p = self->planning;
  const WayRoom *room = p->room;

  if (way_flow_before_cut (self->flow, day_node (p, day)))
    return !way_flow_before_cut (self->flow, week_node (p, day / 7));
  for (int s = room->first_segment[day]; s < room->first_segment[day + 1]; s++)
    if (way_flow_before_cut (self->flow, segment_node (p, s)))
      return TRUE;
  return FALSE;
}

void
way_network_list_binding (const WayNetwork *self, GArray *binding)
{
  const WayPlanning *p = self->planning;

  for (int day = 0; day <= p->in->to_date - p->first_date; day++)
    {
      WayBinding week = { WAY_LIMIT_WEEKLY, p->first_date + day };
      WayBinding full = { p->room->day_stop[day], p->first_date + day };
      if (day % 7 == 0 && way_flow_before_cut (self->flow, week_node (p, day / 7)))
        g_array_append_val (binding, week);
      if (is_day_full (self, day) && p->first_date + day >= p->in->from_date)
        g_array_append_val (binding, full);
    }
}

guint
way_network_limits_of (WayNetwork *self, int job)
{
  const WayPlanning *p = self->planning;
  g_autoptr (GArray) binding = g_array_new (FALSE, FALSE, sizeof (WayBinding));
  guint limits = 0;

  if (WAY_JOB (p, job).release > WAY_JOB (p, job).last)
    return WAY_LIMIT_DATES;
  way_flow_explore (self->flow, job_node (job), WAY_NETWORK_SOURCE);
  way_network_list_binding (self, binding);
  for (guint i = 0; i < binding->len; i++)
    limits |= g_array_index (binding, WayBinding, i).limit;
  return limits != 0 ? limits : WAY_LIMIT_WINDOWS;
}

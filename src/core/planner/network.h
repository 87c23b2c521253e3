/* Ordinary work as a flow: source → jobs → segments → days → weeks → sink. A job reaches the segments of a week
 * through one node when it may use all of them, so arcs grow with jobs × weeks. */
#pragma once

#include "core/planner/flow.h"
#include "core/planner/private.h"

G_BEGIN_DECLS

/**
 * WayNetworkCosts: what a flow of least cost is to achieve
 * @WAY_NETWORK_FREE: nothing; for the largest flow
 * @WAY_NETWORK_EVEN: the least sum of (blocks of a day)², then the most blocks that stay on their day, then
 * groups that share each week, then the most in preferred hours
 * @WAY_NETWORK_ORDERED: then that what waits comes later; for small plans, as every segment has a price
 */
typedef enum
{
  WAY_NETWORK_FREE,
  WAY_NETWORK_EVEN,
  WAY_NETWORK_ORDERED,
} WayNetworkCosts;

typedef struct
{
  int job;
  int week;
  int segment; /* -1: any one of the week */
  int arc;
} WayJobArc;

typedef struct
{
  const WayPlanning *planning;
  WayNetworkCosts costs;
  int *ranks;             /* of jobs in their order; %NULL: order has no price */
  gint64 preferred_price; /* of a block outside preferred hours: more than all that order can win */
  gint64 share_price;     /* of a block of a group in a week; 0: groups do not matter */
  gint64 stay_price;      /* of a block that leaves its place */
  gint64 even_price;      /* of a unit of the sum of squares: more than all blocks that stay */
  WayFlow *flow;
  GArray *job_arcs; /* of WayJobArc, by job, then time */
  int *any_arcs;    /* by segment: from the week's node for any of them */
} WayNetwork;

enum
{
  WAY_NETWORK_SOURCE,
  WAY_NETWORK_SINK,
};

/* No job after its deadline at @lateness. */
WayNetwork *way_network_new (const WayPlanning *p, int lateness, WayNetworkCosts costs);
void way_network_free (WayNetwork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayNetwork, way_network_free)

/* After a largest flow: the limits that stop a larger one (element-type WayBinding). */
void way_network_list_binding (const WayNetwork *self, GArray *binding);

/* After a largest flow: what stops a further block of @job, a mask of WayPlanLimit. */
guint way_network_limits_of (WayNetwork *self, int job);

G_END_DECLS

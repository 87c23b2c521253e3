/* Ordinary work as a flow: source → jobs → days → weeks → sink. A job reaches the days of a week through
 * one node when it may use all seven, so arcs grow with jobs × weeks. */
#pragma once

#include "core/planner/flow.h"
#include "core/planner/private.h"

G_BEGIN_DECLS

typedef struct
{
  int job;
  int week;
  int day; /* -1: any day of the week */
  int arc;
} WayJobArc;

typedef struct
{
  const WayPlanning *planning;
  WayFlow *flow;
  GArray *job_arcs; /* of WayJobArc, by job, then time */
  int *any_arcs;    /* by day: from the week's node for any day; with 0 for a day without room */
} WayNetwork;

enum
{
  WAY_NETWORK_SOURCE,
  WAY_NETWORK_SINK,
};

/* No job after its deadline at @lateness. @with_costs: each further block of a day costs more, and a
 * block that stays on its day costs less; else all is free. */
WayNetwork *way_network_new (const WayPlanning *p, int lateness, gboolean with_costs);
void way_network_free (WayNetwork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayNetwork, way_network_free)

/* After a largest flow: the limits that stop a larger one (element-type WayBinding). */
void way_network_list_binding (const WayNetwork *self, GArray *binding);

G_END_DECLS

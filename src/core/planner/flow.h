/* Minimum-cost flow on integers: Dinic's algorithm for the largest flow, the primal-dual method for the
 * cheapest of the largest flows (Ahuja, Magnanti, Orlin, "Network Flows", sections 7.5 and 9.8).
 *
 * Deterministic: arcs are looked at in the order in which they were added, so among flows of one cost the
 * first arcs are used first. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WayFlow WayFlow;

WayFlow *way_flow_new (int n_nodes);
void way_flow_free (WayFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFlow, way_flow_free)

/* Adds an arc and returns its number. There must be no cycle of negative cost. */
int way_flow_add (WayFlow *self, int from, int to, int capacity, gint64 cost);

/* Both start from the flow that is there, which must be 0 for the second. The amount that was added. */
gint64 way_flow_maximize (WayFlow *self, int source, int sink);
gint64 way_flow_maximize_cheaply (WayFlow *self, int source, int sink);

/* The flow on arc @arc. */
int way_flow_on (const WayFlow *self, int arc);

/* As if @node were the source and @without did not exist: what way_flow_before_cut() tells from then on. */
void way_flow_explore (WayFlow *self, int node, int without);

/* After any of the above: whether @node is on the source's side of the minimum cut nearest to the
 * source. Arcs from that side to the other are full: they are what stops a larger flow. */
gboolean way_flow_before_cut (const WayFlow *self, int node);

G_END_DECLS

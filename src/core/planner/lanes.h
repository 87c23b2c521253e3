/* Lanes: how things of one day that overlap in time stand side by side. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 start_utc, end_utc;
  int lane;    /* out: from 0 */
  int n_lanes; /* out: how many there are where this one is */
} WayLane;

/**
 * way_lanes_assign:
 * @lanes: (element-type WayLane): by start
 *
 * Each takes the first lane that is free at its start; those that overlap, also by way of others, share the
 * number of lanes. That is the least number there can be: the lanes of intervals are a colouring of an interval
 * graph, where first fit by start is optimal (Golumbic, Algorithmic Graph Theory and Perfect Graphs, 1980).
 */
void way_lanes_assign (GArray *lanes);

G_END_DECLS

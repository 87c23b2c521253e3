/* What the timeline says in words. All transfer full. */
#pragma once

#include "app/roadmap/timeline.h"

G_BEGIN_DECLS

/* The days that the person set for @phase: "you set: from 12 January 2027"; "" for none. */
char *way_timeline_describe_set_days (const WayRoadmapPhase *phase);

/* What is there; %NULL for nothing. */
char *way_timeline_describe (WayTimeline *self, double x, double y);

char *way_timeline_describe_phase (WayTimeline *self, const WayRoadmapPhase *phase);
char *way_timeline_describe_point (WayTimeline *self, const WayRoadmapPoint *point);
char *way_timeline_describe_drag (WayTimeline *self); /* "12 Jan – 20 Feb, +5 days" */

G_END_DECLS

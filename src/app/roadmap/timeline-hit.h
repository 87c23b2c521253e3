/* What lies where on the timeline, and what is selected. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

int way_timeline_row_at (WayTimeline *self, double y);            /* index in rows; -1 */
int way_timeline_mark_at (WayTimeline *self, double x, double y); /* index of a point; -1 */
WayTimelineHit way_timeline_hit (WayTimeline *self, double x, double y);
WayTimelineHit way_timeline_selected (WayTimeline *self); /* what the keyboard is on */
const WayRoadmapPhase *way_timeline_find_phase (WayTimeline *self, gint64 id);
int way_timeline_find_mark (WayTimeline *self, gboolean checklist, gint64 id);
void way_timeline_select (WayTimeline *self, const WayTimelineHit *hit);

G_END_DECLS

/* What lies over the bars of the timeline. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

/* Slack, baseline and what is being moved, over all else. */
void way_timeline_draw_overlay (WayTimeline *self, GtkSnapshot *snapshot);

G_END_DECLS

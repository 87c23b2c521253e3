/* The picture of the timeline. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

void way_timeline_draw (WayTimeline *self, GtkSnapshot *snapshot);

G_END_DECLS

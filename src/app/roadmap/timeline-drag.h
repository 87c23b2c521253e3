/* Moving phases and points along the timeline. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

/* All but the last two return whether the event was for them. */
gboolean way_timeline_drag_begin (WayTimeline *self, double x, double y);
gboolean way_timeline_drag_update (WayTimeline *self, double dx, double dy, gboolean is_free);
gboolean way_timeline_drag_end (WayTimeline *self);
gboolean way_timeline_drag_key (WayTimeline *self, guint key, GdkModifierType state);
void way_timeline_drag_start_by_keys (WayTimeline *self);
void way_timeline_drag_cancel (WayTimeline *self);

G_END_DECLS

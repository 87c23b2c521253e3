/* What a person does on the timeline. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

void way_timeline_add_input (WayTimeline *self);

G_END_DECLS

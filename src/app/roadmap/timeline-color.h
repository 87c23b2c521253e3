/* The colours of the timeline. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

/* A colour of style.css, or of the text for %NULL. */
GdkRGBA way_timeline_color (WayTimeline *self, const char *name, float alpha);

G_END_DECLS

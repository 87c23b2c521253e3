/* A week as a small picture: its days side by side, its blocks in them by time of day. What changes is strong: an
 * outline where it was, filled where it comes. The text beside it says the same. */
#pragma once

#include "core/planner/draft-weeks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DRAFT_STRIP (way_draft_strip_get_type ())
G_DECLARE_FINAL_TYPE (WayDraftStrip, way_draft_strip, WAY, DRAFT_STRIP, GtkWidget)

/* @bars: (element-type WayDraftBar). @hours: mask of 1 << hour: those to show; the rest of a day has
 * no room. */
void way_draft_strip_show (WayDraftStrip *self, GArray *bars, gboolean after, guint hours);

G_END_DECLS

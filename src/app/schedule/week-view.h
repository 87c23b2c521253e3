/* The week: seven days side by side, or as many as there is room for; names of the days above, and what takes all of
 * a day. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_WEEK_VIEW (way_week_view_get_type ())
G_DECLARE_FINAL_TYPE (WayWeekView, way_week_view, WAY, WEEK_VIEW, AdwBin)

/* Signals: "dates-changed": it shows other days; "block-activated" (gint64 id, GdkRectangle *area in the view). */

/* Shows @store, and follows its changes. Once. */
void way_week_view_set_store (WayWeekView *self, WayStore *store);

/* Shows the days around @date: its week, or those from it on where there is room for fewer. */
void way_week_view_set_date (WayWeekView *self, WayDate date);

/* What it shows; the last day is included. */
void way_week_view_get_range (WayWeekView *self, WayDate *from, WayDate *to);

/* Where the block is in the view. */
gboolean way_week_view_find (WayWeekView *self, gint64 block_id, GdkRectangle *area);

/* Puts the keyboard on the block. */
void way_week_view_focus_block (WayWeekView *self, gint64 block_id);

G_END_DECLS

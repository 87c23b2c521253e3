/* The clock of a block: start, pause, finish, the minutes worked, and putting them right. */
#pragma once

#include "core/planner/schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_BLOCK_CLOCK (way_block_clock_get_type ())
G_DECLARE_FINAL_TYPE (WayBlockClock, way_block_clock, WAY, BLOCK_CLOCK, GtkWidget)

/* The buttons activate "mark.start", "mark.pause", "mark.finish" and "mark.minutes". @block: borrowed until the next
 * one. */
void way_block_clock_set_block (WayBlockClock *self, const WayBlock *block, gint64 now_utc);

/* Shows what a clock that runs has counted since. */
void way_block_clock_tick (WayBlockClock *self, gint64 now_utc);

G_END_DECLS

/* The clock of a block that is worked on.
 *
 * It is kept as an instant in the database (block.started_utc), so it runs on while the window is closed and the
 * program ended, and knows nothing of zones. Paused: state "started" without an instant. One block's clock runs
 * at a time.
 *
 * Nobody can say what was done while a laptop slept or a clock was forgotten over night. So one stretch counts at
 * most as long as the block was planned, and %WAY_TIMER_OVERRUN_MINUTES more; a clock that was set back counts
 * nothing. What came out wrong is put right by hand. */
#pragma once

#include "core/planner/schedule.h"

G_BEGIN_DECLS

#define WAY_TIMER_OVERRUN_MINUTES 60

/* From its start to its end. */
int way_timer_planned_minutes (const WayBlock *block);

/* Worked on @block at @now_utc, the running stretch included, to the nearest minute; -1: unknown. */
int way_timer_minutes (const WayBlock *block, gint64 now_utc);

/* Whether the running stretch is longer than what is counted of it. */
gboolean way_timer_is_cut (const WayBlock *block, gint64 now_utc);

/* What @block adds to the work done: its minutes; the planned ones when it was marked as done and nobody knows. */
int way_timer_done_minutes (const WayBlock *block, gint64 now_utc);

/* The block whose clock runs (transfer full); %NULL without @error: none does. */
WayBlock *way_timer_load_running (WayStore *store, GError **error);

/* Starts the clock of a block that is not done, or goes on with it; another one that runs is paused. One action;
 * nothing when it runs already. %WAY_ERROR_INVALID for a block that is done. */
gboolean way_timer_start (WayStore *store, gint64 block_id, gint64 now_utc, GError **error);

/* Adds the running stretch to the minutes and stops the clock; nothing when it does not run. */
gboolean way_timer_pause (WayStore *store, gint64 block_id, gint64 now_utc, GError **error);

/* Marks the block as done, with the minutes of its clock. */
gboolean way_timer_finish (WayStore *store, gint64 block_id, gint64 now_utc, GError **error);

/* Corrects the minutes worked (-1: unknown); a clock that runs goes on from there. 0…1440. */
gboolean way_timer_set_minutes (WayStore *store,
                                gint64 block_id,
                                int minutes,
                                gint64 now_utc,
                                GError **error);

/* Writes the columns of the clock, inside a running action. @started_utc: 0: it does not run; @minutes: -1 for
 * unknown. */
gboolean way_timer_write (WayStore *store,
                          gint64 block_id,
                          const char *state,
                          gint64 started_utc,
                          int minutes,
                          GError **error);

G_END_DECLS

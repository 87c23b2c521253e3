/* A notification when the planned time of a block whose clock runs is over: once, and only to somebody who does not
 * look at the window. */
#pragma once

#include "core/planner/schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The stretch of a clock that was told of already; zero at first. */
typedef struct
{
  gint64 block_id;
  gint64 started_utc;
} WayOverNotice;

/* To be called after each change, and each minute that a clock runs. @running: the block whose clock runs (nullable) */
void way_over_notice_update (WayOverNotice *self,
                             GtkWidget *view,
                             const WayBlock *running,
                             gint64 now_utc);

G_END_DECLS

/* Days side by side, hours from top to bottom: blocks as tiles, busy time behind them, free hours shaded. Blocks are
 * dragged, stretched and made with the pointer or with keys; what is done to one goes through the actions "block.…".
 *
 * Signals: "block-activated" (gint64 id, GdkRectangle *area), "step" (int: -1, 1): a key asks for the days before
 * or after. */
#pragma once

#include "core/base/zone.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DAY_GRID (way_day_grid_get_type ())
G_DECLARE_FINAL_TYPE (WayDayGrid, way_day_grid, WAY, DAY_GRID, GtkWidget)

/* Room for the hours, at the side where the language begins, pixels. */
#define WAY_DAY_GRID_GUTTER 56

/* What there is to show. All are taken. */
typedef struct
{
  WayZone *zone;
  WayDate first_date;
  int n_days;
  GPtrArray *blocks; /* of WayBlock *, by start */
  GPtrArray *busy;   /* of WayCalendarEvent *, by start */
  GArray *open;      /* of WayInterval: hours free for blocks of some kind */
  GArray *preferred; /* of WayInterval: those that are liked best */
  int block_minutes; /* of a new block */
  gint64 now_utc;
  gboolean read_only;
} WayDayGridContent;

void way_day_grid_show (WayDayGrid *self, const WayDayGridContent *content);

/* Moves the line of the present time. */
void way_day_grid_set_now (WayDayGrid *self, gint64 now_utc);

/* Pixels from the top at which to begin, so that of @height pixels as many blocks as can be are in sight; without
 * blocks, the first free hour. */
double way_day_grid_first_y (WayDayGrid *self, double height);

/* Where the block is, if it is there. */
gboolean way_day_grid_find (WayDayGrid *self, gint64 block_id, GdkRectangle *area);

/* Puts the keyboard on the block. */
void way_day_grid_focus_block (WayDayGrid *self, gint64 block_id);

G_END_DECLS

/* What the grid, its drawing and its editing share. */
#pragma once

#include "app/schedule/day-grid.h"
#include "core/calendar/busy.h"
#include "core/planner/day-axis.h"
#include "core/planner/schedule.h"

G_BEGIN_DECLS

#define WAY_DAY_GRID_TOP       10 /* pixels above midnight, for half a label */
#define WAY_GRID_SNAP_MINUTES  15
#define WAY_GRID_STEP_MINUTES  30  /* of the cursor */
#define WAY_GRID_SCROLL_MARGIN 24  /* pixels around what is brought in sight */
#define WAY_GRID_SCALE         0.8 /* pixels a minute, to begin with */

/* The part of a block or of a busy event that lies in one day. */
typedef struct
{
  guint index; /* in the blocks, or in the busy events */
  int day;
  double from, to; /* minutes of the axis */
  int lane, n_lanes;
} WayDayPart;

/**
 * WayGridEdit: what is being done to a block
 * @WAY_EDIT_NONE: nothing
 * @WAY_EDIT_ADD: a new one is drawn
 * @WAY_EDIT_MOVE: it is moved as it is
 * @WAY_EDIT_START: its start is moved
 * @WAY_EDIT_END: its end is moved
 */
typedef enum
{
  WAY_EDIT_NONE,
  WAY_EDIT_ADD,
  WAY_EDIT_MOVE,
  WAY_EDIT_START,
  WAY_EDIT_END,
} WayGridEdit;

struct _WayDayGrid
{
  GtkWidget parent_instance;

  WayDayGridContent content;
  WayDayAxis *axis;
  GArray *parts;      /* of WayDayPart, of blocks */
  GArray *busy_parts; /* of WayDayPart */
  GPtrArray *tiles;   /* of WayBlockTile *, one for each part; owned by being children */
  double scale;       /* pixels a minute */
  double pointer_y;   /* where the pointer was last in what is in sight, pixels from its top */

  /* The cursor of the keyboard. */
  int cursor_day;
  double cursor_minute;

  /* The edit under way. */
  WayGridEdit edit;
  gint64 edit_id; /* 0: a new block */
  gint64 edit_start, edit_end;
  gint64 old_start, old_end;
  gint64 grip_utc;         /* where the pointer took hold */
  double press_x, press_y; /* where a button went down */
  double drag_x, drag_y;   /* where the pointer is */
  guint scroll_tick;       /* while the pointer drags */
  GtkGesture *drag;        /* owned by the widget */
  char *edit_overlap;      /* what it would overlap; %NULL: nothing */
};

/* day-grid-geometry.c */

/* Left edge and width of a day, pixels, mirrored where the language runs from the right. */
double way_day_grid_day_x (WayDayGrid *self, int day);
double way_day_grid_day_width (WayDayGrid *self);
double way_day_grid_y (WayDayGrid *self, double minute);

/* The day at @x, in range, and the minute of the axis at @y. */
int way_day_grid_day_at (WayDayGrid *self, double x);
double way_day_grid_minute_at (WayDayGrid *self, double y);

/* Where @part is. @busy: it is one of busy time. */
GdkRectangle way_day_grid_area (WayDayGrid *self, const WayDayPart *part, gboolean busy);

/* The part of a block at a point, -1: none; the last one is on top. */
int way_day_grid_part_at (WayDayGrid *self, double x, double y);

const WayBlock *way_day_grid_block_of (WayDayGrid *self, int part);

/* Only so far that the stretch is in sight: selecting something that is seen moves nothing. */
void way_day_grid_scroll_to (WayDayGrid *self, double top, double bottom);

/* Tells "block-activated" of @part. */
void way_day_grid_activate (WayDayGrid *self, int part);

/* Tells "step". */
void way_day_grid_step (WayDayGrid *self, int direction);

/* Says where the cursor is to whom does not see it. */
void way_day_grid_tell_cursor (WayDayGrid *self);

/* day-grid-draw.c */

void way_day_grid_draw_ground (WayDayGrid *self, GtkSnapshot *snapshot);
/* It is to be called again when another part comes in sight. */
void way_day_grid_draw_tiles (WayDayGrid *self, GtkSnapshot *snapshot);
void way_day_grid_draw_top (WayDayGrid *self, GtkSnapshot *snapshot);

/* day-grid-edit.c: an edit begins, is shown again after each step, and ends as an action or as nothing. */

/* The gestures. */
void way_day_grid_edit_install (WayDayGrid *self);
void way_day_grid_edit_begin (WayDayGrid *self,
                              WayGridEdit edit,
                              gint64 id,
                              gint64 start_utc,
                              gint64 end_utc);
void way_day_grid_edit_show (WayDayGrid *self);
void way_day_grid_edit_commit (WayDayGrid *self);
void way_day_grid_edit_cancel (WayDayGrid *self);

/* day-grid-zoom.c: closer and further away by actions, keys, and the wheel with Ctrl. */

void way_day_grid_zoom_class_init (GtkWidgetClass *widget_class);
void way_day_grid_zoom_install (WayDayGrid *self);

/* day-grid-keys.c */

gboolean way_day_grid_on_key (WayDayGrid *self, guint key, guint code, GdkModifierType state);

G_END_DECLS

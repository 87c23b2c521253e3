/* What the grid is made of, for its own files. Each says in its header what it offers, and includes only those that it
 * stands on: -geometry at the bottom; on it -hours and -words, then -draw and -cursor, then -drag, then -keys; and the
 * widget itself at the top. What a lower file has for a higher one, it says by a signal. */
#pragma once

#include "app/widgets/week-grid.h"

G_BEGIN_DECLS

#define WAY_WEEK_GRID_EARLY 360 /* minutes of the day before which it is early */
#define WAY_WEEK_GRID_STEP  15  /* minutes that a drag snaps to */
#define WAY_WEEK_GRID_SLOT  30  /* minutes of a cell of the cursor */
#define WAY_WEEK_GRID_SLOTS (1440 / WAY_WEEK_GRID_SLOT)

/* A cell of the cursor. */
typedef struct
{
  int column; /* from 0, in the order of the locale */
  int slot;   /* of WAY_WEEK_GRID_SLOT minutes, from midnight */
} WayWeekCell;

struct _WayWeekGrid
{
  GtkWidget parent_instance;

  WayWeek *week;
  guint kinds;
  gboolean preferred;
  gboolean early;
  int first_weekday;
  WayWeekCell cursor;
  WayWeekCell anchor; /* the other corner of the selection */
  gboolean dragging;
  gboolean far;      /* the pointer has left the place where the drag began */
  gboolean touching; /* a finger may scroll instead */
  double drag_x, drag_y;
  WayWeekStroke stroke; /* what a drag would paint */
  int gutter, heading;  /* pixels that the labels take */
  double hour;          /* pixels */
};

G_END_DECLS

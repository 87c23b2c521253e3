/* What the grid, its keys and its drawing share. */
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

int way_week_grid_weekday (const WayWeekGrid *self, int column);
int way_week_grid_first_minute (const WayWeekGrid *self);

/* The left edge of a column, mirrored where the language runs from the right, and its width. */
double way_week_grid_x (WayWeekGrid *self, int column);
double way_week_grid_width (WayWeekGrid *self);
double way_week_grid_y (const WayWeekGrid *self, int minute);

/* Where a point of the widget is in the week; a point outside is put to the nearest edge. */
int way_week_grid_column_at (WayWeekGrid *self, double x);
int way_week_grid_minute_at (const WayWeekGrid *self, double y);

/* Mask of 1 << weekday of the columns from @a to @b, in any order. */
guint way_week_grid_weekdays_between (const WayWeekGrid *self, int a, int b);

/* Keeps minutes of the day in sight, wherever the page has scrolled. */
void way_week_grid_scroll_to (WayWeekGrid *self, int from_minute, int to_minute);

/* What painting the selection would be. */
WayWeekStroke way_week_grid_selection (WayWeekGrid *self);
gboolean way_week_grid_is_extended (const WayWeekGrid *self);

/* What the brush does with hours like those of @stroke: it takes away what is all there. */
WayWeekChange way_week_grid_choose (const WayWeekGrid *self, const WayWeekStroke *stroke);

void way_week_grid_paint (WayWeekGrid *self, const WayWeekStroke *stroke);
void way_week_grid_move (WayWeekGrid *self, WayWeekCell cursor, gboolean extend);
void way_week_grid_add_drag (WayWeekGrid *self);
void way_week_grid_cancel_drag (WayWeekGrid *self);

/* "Mon – Wed, 18:30 – 21:00", with full or short names (transfer full). */
char *
way_week_grid_name_hours (const WayWeekGrid *self, const WayWeekStroke *stroke, gboolean full);

/* "Free for study, drill. Preferred." (transfer full) */
char *way_week_grid_describe (const WayWeekGrid *self, const WayWeekStroke *stroke);

gboolean way_week_grid_query_tooltip (GtkWidget *widget,
                                      int x,
                                      int y,
                                      gboolean keyboard,
                                      GtkTooltip *tooltip);
gboolean way_week_grid_on_key (WayWeekGrid *self, guint key, guint code, GdkModifierType state);
void way_week_grid_measure_labels (WayWeekGrid *self);
void way_week_grid_draw (WayWeekGrid *self, GtkSnapshot *snapshot);

G_END_DECLS

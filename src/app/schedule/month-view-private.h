/* What the files of the month share. */
#pragma once

#include "app/schedule/month-view.h"
#include "core/base/zone.h"
#include "core/planner/schedule.h"

G_BEGIN_DECLS

#define WAY_MONTH_WEEKS  6
#define WAY_MONTH_DAYS   (WAY_MONTH_WEEKS * 7)
#define WAY_MONTH_HEAD   28 /* pixels: names of the weekdays */
#define WAY_MONTH_NUMBER 22 /* pixels: the number of a day */
#define WAY_MONTH_CHIP   18 /* pixels: a block */
#define WAY_MONTH_INSET  3

struct _WayMonthView
{
  GtkWidget parent_instance;

  WayStore *store;
  WayZone *zone;
  WayDate date;       /* of the cursor */
  WayDate first_date; /* of the grid */
  WayDate today;
  GPtrArray *blocks;   /* of WayBlock *, by start */
  int *busy_minutes;   /* of each day, merged */
  guint *first_blocks; /* of each day, and the end: indices in blocks */
  guint timer;

  /* A block that is dragged to another day. */
  double press_x, press_y;
  int drag_block; /* index in blocks; -1: none */
  double drag_x, drag_y;
};

gboolean way_month_view_is_rtl (WayMonthView *self);

/* The area of day @i of the grid. */
GdkRectangle way_month_view_day_area (WayMonthView *self, int i);

/* The day at a point; -1: none. */
int way_month_view_day_at (WayMonthView *self, double x, double y);

/* How many blocks of a day there is room for, with a line for "3 more" where that is not all. */
guint way_month_view_shown_blocks (WayMonthView *self, int day);

/* Where block @row of day @day is. */
GdkRectangle way_month_view_chip_area (WayMonthView *self, int day, guint row);

/* As GtkWidgetClass.snapshot. */
void way_month_view_draw (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS

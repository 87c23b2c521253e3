/* The ground that all files of the grid stand on: where days and minutes lie, and what is selected. It changes nothing,
 * and knows none of the others. */
#include "app/widgets/week-grid-geometry.h"

#include <math.h>

gboolean
way_week_grid_is_rtl (WayWeekGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

int
way_week_grid_weekday (const WayWeekGrid *self, int column)
{
  return (self->first_weekday - 1 + column) % 7 + 1;
}

int
way_week_grid_first_minute (const WayWeekGrid *self)
{
  return self->early ? 0 : WAY_WEEK_GRID_EARLY;
}

double
way_week_grid_width (WayWeekGrid *self)
{
  return floor ((gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter) / 7.0);
}

double
way_week_grid_x (WayWeekGrid *self, int column)
{
  double width = way_week_grid_width (self);
  double right = gtk_widget_get_width (GTK_WIDGET (self)) - (7 - column) * width;

  return way_week_grid_is_rtl (self) ? (6 - column) * width : right;
}

double
way_week_grid_y (const WayWeekGrid *self, int minute)
{
  return self->heading + (minute - way_week_grid_first_minute (self)) / 60.0 * self->hour;
}

int
way_week_grid_column_at (WayWeekGrid *self, double x)
{
  double width = MAX (1, way_week_grid_width (self));
  double from = way_week_grid_is_rtl (self) ? 7 * width - x : x - way_week_grid_x (self, 0);

  return CLAMP ((int) floor (from / width), 0, 6);
}

int
way_week_grid_minute_at (const WayWeekGrid *self, double y)
{
  int first = way_week_grid_first_minute (self);

  return CLAMP ((int) floor ((y - self->heading) / self->hour * 60) + first, first, 1440 - 1);
}

gboolean
way_week_grid_is_extended (const WayWeekGrid *self)
{
  return self->cursor.column != self->anchor.column || self->cursor.slot != self->anchor.slot;
}

guint
way_week_grid_weekdays_between (const WayWeekGrid *self, int a, int b)
{
  guint weekdays = 0;

  for (int column = MIN (a, b); column <= MAX (a, b); column++)
    weekdays |= 1u << way_week_grid_weekday (self, column);
  return weekdays;
}

WayWeekStroke
way_week_grid_selection (WayWeekGrid *self)
{
  WayWeekCell a = self->cursor, b = self->anchor;
  WayWeekStroke stroke = { way_week_grid_weekdays_between (self, a.column, b.column),
                           MIN (a.slot, b.slot) * WAY_WEEK_GRID_SLOT,
                           (MAX (a.slot, b.slot) + 1) * WAY_WEEK_GRID_SLOT, self->kinds,
                           WAY_WEEK_FREE };

  stroke.change = way_week_grid_choose (self, &stroke);
  return stroke;
}

WayWeekChange
way_week_grid_choose (const WayWeekGrid *self, const WayWeekStroke *stroke)
{
  WayWeekStroke wanted = *stroke;

  wanted.change = self->preferred ? WAY_WEEK_PREFERRED : WAY_WEEK_FREE;
  if (!way_week_has (self->week, &wanted))
    return wanted.change;
  return self->preferred ? WAY_WEEK_NOT_PREFERRED : WAY_WEEK_CLEAR;
}

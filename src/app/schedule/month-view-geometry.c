/* Where the days of the month and their blocks are. */
#include "app/schedule/month-view-private.h"

gboolean
way_month_view_is_rtl (WayMonthView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

GdkRectangle
way_month_view_day_area (WayMonthView *self, int i)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / 7.0;
  double height =
      (gtk_widget_get_height (GTK_WIDGET (self)) - WAY_MONTH_HEAD) / (double) WAY_MONTH_WEEKS;
  int column = way_month_view_is_rtl (self) ? 6 - i % 7 : i % 7, row = i / 7;
  int x = (int) (column * width), y = WAY_MONTH_HEAD + (int) (row * height);

  return (GdkRectangle) { x, y, (int) ((column + 1) * width) - x,
                          WAY_MONTH_HEAD + (int) ((row + 1) * height) - y };
}

int
way_month_view_day_at (WayMonthView *self, double x, double y)
{
  for (int i = 0; i < WAY_MONTH_DAYS; i++)
    {
      GdkRectangle area = way_month_view_day_area (self, i);
      if (x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height)
        return i;
    }
  return -1;
}

guint
way_month_view_shown_blocks (WayMonthView *self, int day)
{
  GdkRectangle area = way_month_view_day_area (self, day);
  guint n = self->first_blocks[day + 1] - self->first_blocks[day];
  guint room = (guint) MAX (0, (area.height - WAY_MONTH_NUMBER - WAY_MONTH_INSET) / WAY_MONTH_CHIP);

  return n <= room ? n : room > 0 ? room - 1 : 0;
}

GdkRectangle
way_month_view_chip_area (WayMonthView *self, int day, guint row)
{
  GdkRectangle area = way_month_view_day_area (self, day);

  return (GdkRectangle) { area.x + WAY_MONTH_INSET,
                          area.y + WAY_MONTH_NUMBER + (int) row * WAY_MONTH_CHIP,
                          area.width - 2 * WAY_MONTH_INSET, WAY_MONTH_CHIP - 2 };
}

/* Where things are in the grid of days, and what is said of it: all other files of the grid stand on this one. */
#include "app/schedule/day-grid-private.h"

#include "app/format.h"

#include <glib/gi18n.h>
#include <math.h>

#define TILE_LEAST 16 /* pixels; a block of five minutes can be hit */
#define DAY_INSET  2  /* beside a day's line */
#define BUSY_SHOWS 6  /* of busy time, beside a block */

double
way_day_grid_day_width (WayDayGrid *self)
{
  return (double) (gtk_widget_get_width (GTK_WIDGET (self)) - WAY_DAY_GRID_GUTTER) /
         MAX (1, self->content.n_days);
}

double
way_day_grid_day_x (WayDayGrid *self, int day)
{
  double width = way_day_grid_day_width (self);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return (self->content.n_days - 1 - day) * width;
  return WAY_DAY_GRID_GUTTER + day * width;
}

double
way_day_grid_y (WayDayGrid *self, double minute)
{
  return WAY_DAY_GRID_TOP + minute * self->scale;
}

int
way_day_grid_day_at (WayDayGrid *self, double x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double along = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
  int day = (int) floor ((along - WAY_DAY_GRID_GUTTER) / way_day_grid_day_width (self));

  return CLAMP (day, 0, self->content.n_days - 1);
}

double
way_day_grid_minute_at (WayDayGrid *self, double y)
{
  return CLAMP ((y - WAY_DAY_GRID_TOP) / self->scale, 0, way_day_axis_length (self->axis));
}

GdkRectangle
way_day_grid_area (WayDayGrid *self, const WayDayPart *part, gboolean busy)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double room = way_day_grid_day_width (self) - 2 * DAY_INSET - (busy ? 0 : BUSY_SHOWS);
  double width = room / part->n_lanes;
  double x = way_day_grid_day_x (self, part->day) + DAY_INSET + (rtl && !busy ? BUSY_SHOWS : 0) +
             (rtl ? part->n_lanes - 1 - part->lane : part->lane) * width;
  double y = way_day_grid_y (self, part->from), bottom = way_day_grid_y (self, part->to);

  return (GdkRectangle) { (int) round (x), (int) round (y) + 1,
                          MAX (1, (int) round (x + width) - (int) round (x) - 1),
                          MAX (TILE_LEAST, (int) round (bottom) - (int) round (y) - 1) };
}

int
way_day_grid_part_at (WayDayGrid *self, double x, double y)
{
  for (int i = (int) self->parts->len - 1; i >= 0; i--)
    {
      GdkRectangle area =
          way_day_grid_area (self, &g_array_index (self->parts, WayDayPart, i), FALSE);
      if (x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height)
        return i;
    }
  return -1;
}

void
way_day_grid_activate (WayDayGrid *self, int part)
{
  const WayDayPart *it = &g_array_index (self->parts, WayDayPart, part);
  GdkRectangle area = way_day_grid_area (self, it, FALSE);

  g_signal_emit_by_name (self, "block-activated",
                         ((WayBlock *) g_ptr_array_index (self->content.blocks, it->index))->id,
                         &area);
}

void
way_day_grid_step (WayDayGrid *self, int direction)
{
  g_signal_emit_by_name (self, "step", direction);
}

void
way_day_grid_tell_cursor (WayDayGrid *self)
{
  gint64 utc = way_day_axis_utc (self->axis, self->cursor_day, self->cursor_minute);
  g_autofree char *day = way_format_day (self->content.first_date + self->cursor_day);
  g_autofree char *times =
      way_format_times (self->content.zone, utc, utc + (gint64) self->content.block_minutes * 60);
  /* Translators: where the cursor is: a day and the times of a block there */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s"), day, times);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const WayBlock *
way_day_grid_block_of (WayDayGrid *self, int part)
{
  return g_ptr_array_index (self->content.blocks,
                            g_array_index (self->parts, WayDayPart, part).index);
}

void
way_day_grid_scroll_to (WayDayGrid *self, double top, double bottom)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                               top - WAY_GRID_SCROLL_MARGIN, bottom + WAY_GRID_SCROLL_MARGIN);
}

/* The keyboard's way to what the pointer does in the grid of days. */
#include "app/schedule/day-grid-private.h"

#include "core/planner/block-change.h"

#include <math.h>

/* The part whose tile has the keyboard, -1: none. */
static int
focused_part (WayDayGrid *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; i < self->tiles->len; i++)
    if (g_ptr_array_index (self->tiles, i) == child)
      return (int) i;
  return -1;
}

static void
focus_part (WayDayGrid *self, int part)
{
  GdkRectangle area =
      way_day_grid_area (self, &g_array_index (self->parts, WayDayPart, part), FALSE);

  gtk_widget_grab_focus (g_ptr_array_index (self->tiles, part));
  way_day_grid_scroll_to (self, area.y, area.y + area.height);
}

/* The nearest block to the side, or the next one of the day. */
static void
move_focus (WayDayGrid *self, int from, int days, int rows)
{
  const WayDayPart *at = &g_array_index (self->parts, WayDayPart, from);
  int best = -1;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const WayDayPart *it = &g_array_index (self->parts, WayDayPart, i);
      gboolean wanted = rows != 0 ? it->day == at->day && ((int) i - from) * rows > 0
                                  : (it->day - at->day) * days > 0;
      double distance = rows != 0 ? abs ((int) i - from)
                                  : abs (it->day - at->day) * 10000.0 + fabs (it->from - at->from);
      if (!wanted || distance >= best_distance)
        continue;
      best = (int) i;
      best_distance = distance;
    }
  if (best >= 0)
    focus_part (self, best);
  else if (days != 0)
    way_day_grid_step (self, days);
}

/* The same time of day @days later. */
static gint64
add_days (WayDayGrid *self, gint64 utc, int days)
{
  int minute;
  WayDate date = way_zone_to_local (self->content.zone, utc, &minute);

  return way_zone_to_utc (self->content.zone, date + days, minute);
}

/* Alt with an arrow moves the block, with Shift its end. */
static void
edit_by_key (WayDayGrid *self, int part, int days, int steps, gboolean end)
{
  const WayBlock *block = way_day_grid_block_of (self, part);
  gint64 by = (gint64) steps * WAY_GRID_SNAP_MINUTES * 60, length;

  if (self->content.read_only)
    return;
  if (self->edit == WAY_EDIT_NONE)
    way_day_grid_edit_begin (self, end ? WAY_EDIT_END : WAY_EDIT_MOVE, block->id, block->start_utc,
                             block->end_utc);
  length = self->edit_end - self->edit_start;
  if (end)
    self->edit_end = CLAMP (self->edit_end + by, self->edit_start + WAY_LEAST_BLOCK_MINUTES * 60,
                            self->edit_start + WAY_MOST_BLOCK_MINUTES * 60);
  else
    {
      self->edit_start = add_days (self, self->edit_start, days) + by;
      self->edit_end = self->edit_start + length;
    }
  int day = way_day_axis_day (self->axis, self->edit_start);
  if (day >= 0 && day < self->content.n_days)
    {
      double y = way_day_grid_y (self, way_day_axis_minute (self->axis, day, self->edit_start));
      way_day_grid_scroll_to (self, y,
                              y + (double) (self->edit_end - self->edit_start) / 60 * self->scale);
    }
  way_day_grid_edit_show (self);
}

static void
move_cursor (WayDayGrid *self, int days, int steps)
{
  int length = way_day_axis_length (self->axis), day = self->cursor_day + days;

  if (day < 0 || day >= self->content.n_days)
    {
      way_day_grid_step (self, days);
      day = day < 0 ? self->content.n_days - 1 : 0;
    }
  self->cursor_day = day;
  self->cursor_minute = CLAMP (self->cursor_minute + steps * WAY_GRID_STEP_MINUTES, 0,
                               length - WAY_GRID_STEP_MINUTES);
  way_day_grid_scroll_to (self, way_day_grid_y (self, self->cursor_minute),
                          way_day_grid_y (self, self->cursor_minute + self->content.block_minutes));
  way_day_grid_tell_cursor (self);
}

/* %FALSE: it is no arrow. @days: along the days, @steps: down. */
static gboolean
read_arrow (WayDayGrid *self, guint key, int *days, int *steps)
{
  int along = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  *days = key == GDK_KEY_Left ? -along : key == GDK_KEY_Right ? along : 0;
  *steps = key == GDK_KEY_Up ? -1 : key == GDK_KEY_Down ? 1 : 0;
  return *days != 0 || *steps != 0;
}

static gboolean
on_edit_key (WayDayGrid *self, guint key)
{
  if (key == GDK_KEY_Escape)
    {
      way_day_grid_edit_cancel (self);
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
    }
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    way_day_grid_edit_commit (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_block_key (WayDayGrid *self, int part, guint key)
{
  gint64 id = way_day_grid_block_of (self, part)->id;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
    case GDK_KEY_Menu:
      way_day_grid_activate (self, part);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      gtk_widget_activate_action (GTK_WIDGET (self), "block.remove", "x", id);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_grid_key (WayDayGrid *self, guint key)
{
  gint64 utc = way_day_axis_utc (self->axis, self->cursor_day, self->cursor_minute);

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  if (!self->content.read_only)
    gtk_widget_activate_action (GTK_WIDGET (self), "schedule.add", "(xx)", utc,
                                utc + (gint64) self->content.block_minutes * 60);
  return TRUE;
}

gboolean
way_day_grid_on_key (WayDayGrid *self, guint key, guint code, GdkModifierType state)
{
  int part, days, steps;
  gboolean alt = (state & GDK_ALT_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->axis == NULL || (state & GDK_CONTROL_MASK))
    return FALSE;
  part = focused_part (self);
  if (self->edit != WAY_EDIT_NONE && on_edit_key (self, key))
    return TRUE;
  if (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    {
      way_day_grid_step (self, key == GDK_KEY_Page_Up ? -1 : 1);
      return TRUE;
    }
  if (!read_arrow (self, key, &days, &steps))
    return part >= 0 ? on_block_key (self, part, key) : on_grid_key (self, key);
  if (alt && part >= 0)
    edit_by_key (self, part, days, steps, shift && steps != 0);
  else if (part >= 0)
    move_focus (self, part, days, steps);
  else if (!alt)
    move_cursor (self, days, steps);
  else
    return FALSE;
  return TRUE;
}

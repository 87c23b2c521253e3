/* What the pointer does to blocks; the keys are in day-grid-keys.c. An edit is shown while it lasts; at its end it is one action of the
 * window, "block.move" or "schedule.add", or nothing. */
#include "app/schedule/day-grid-private.h"

#include "app/format.h"
#include "app/schedule/block-tile.h"
#include "core/planner/block-change.h"

#include <glib/gi18n.h>
#include <math.h>

#define EDGE        6 /* pixels at which an end is taken hold of */
#define SCROLL_STEP 12

static const char *
title_at (WayDayGrid *self, gint64 start_utc, gint64 end_utc)
{
  for (guint i = 0; i < self->content.busy->len; i++)
    {
      const WayCalendarEvent *it = g_ptr_array_index (self->content.busy, i);
      if (it->start_utc < end_utc && it->end_utc > start_utc)
        return it->title;
    }
  for (guint i = 0; i < self->content.blocks->len; i++)
    {
      const WayBlock *it = g_ptr_array_index (self->content.blocks, i);
      if (it->id != self->edit_id && it->start_utc < end_utc && it->end_utc > start_utc)
        return it->title;
    }
  return NULL;
}

static void
fade_tiles (WayDayGrid *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      WayBlockTile *tile = g_ptr_array_index (self->tiles, i);
      gboolean edited = self->edit != WAY_EDIT_NONE && self->edit_id != 0 &&
                        way_block_tile_get_id (tile) == self->edit_id;
      gtk_widget_set_opacity (GTK_WIDGET (tile), edited ? 0.4 : 1);
    }
}

void
way_day_grid_edit_show (WayDayGrid *self)
{
  g_autofree char *day =
      way_format_day (way_zone_to_local (self->content.zone, self->edit_start, NULL));
  g_autofree char *times = way_format_times (self->content.zone, self->edit_start, self->edit_end);
  g_autofree char *text = g_strdup_printf (_ ("%s, %s"), day, times);

  g_free (self->edit_overlap);
  self->edit_overlap = g_strdup (title_at (self, self->edit_start, self->edit_end));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  fade_tiles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_day_grid_edit_begin (WayDayGrid *self,
                         WayGridEdit edit,
                         gint64 id,
                         gint64 start_utc,
                         gint64 end_utc)
{
  self->edit = edit;
  self->edit_id = id;
  self->edit_start = self->old_start = start_utc;
  self->edit_end = self->old_end = end_utc;
  way_day_grid_edit_show (self);
}

void
way_day_grid_edit_cancel (WayDayGrid *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  self->edit = WAY_EDIT_NONE;
  g_clear_pointer (&self->edit_overlap, g_free);
  fade_tiles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_day_grid_edit_commit (WayDayGrid *self)
{
  gint64 id = self->edit_id, start = self->edit_start, end = self->edit_end;
  gboolean added = self->edit == WAY_EDIT_ADD;
  gboolean changed = start != self->old_start || end != self->old_end;

  way_day_grid_edit_cancel (self);
  if (added)
    gtk_widget_activate_action (GTK_WIDGET (self), "schedule.add", "(xx)", start, end);
  else if (changed)
    gtk_widget_activate_action (GTK_WIDGET (self), "block.move", "(xxx)", id, start, end);
}

/* To the nearest quarter of an hour of the day's own clock. */
static gint64
snap (gint64 utc, gint64 from_utc)
{
  gint64 step = WAY_GRID_SNAP_MINUTES * 60, rest = (utc - from_utc) % step;

  return utc - rest + (rest * 2 >= step ? step : 0);
}

static gint64
utc_at (WayDayGrid *self, double x, double y)
{
  return way_day_axis_utc (self->axis, way_day_grid_day_at (self, x),
                           way_day_grid_minute_at (self, y));
}

static gint64
day_start_at (WayDayGrid *self, double x)
{
  return way_day_axis_start (self->axis, way_day_grid_day_at (self, x));
}

static void
follow_pointer (WayDayGrid *self)
{
  gint64 day = day_start_at (self, self->drag_x);
  gint64 utc = utc_at (self, self->drag_x, self->drag_y), length = self->old_end - self->old_start;
  gint64 least = WAY_LEAST_BLOCK_MINUTES * 60, most = (gint64) WAY_MOST_BLOCK_MINUTES * 60;

  switch (self->edit)
    {
    case WAY_EDIT_MOVE:
      self->edit_start = snap (utc - (self->grip_utc - self->old_start), day);
      self->edit_end = self->edit_start + length;
      break;
    case WAY_EDIT_START:
      self->edit_start = CLAMP (snap (utc, day), self->old_end - most, self->old_end - least);
      break;
    case WAY_EDIT_END:
      self->edit_end = CLAMP (snap (utc, day), self->old_start + least, self->old_start + most);
      break;
    case WAY_EDIT_ADD:
      self->edit_start = MIN (snap (utc, day), self->grip_utc);
      self->edit_end = MAX (snap (utc, day), self->grip_utc);
      if (self->edit_end - self->edit_start < WAY_GRID_SNAP_MINUTES * 60)
        self->edit_end = self->edit_start + WAY_GRID_SNAP_MINUTES * 60;
      self->edit_end = MIN (self->edit_end, self->edit_start + most);
      break;
    case WAY_EDIT_NONE:
    default:
      return;
    }
  way_day_grid_edit_show (self);
}

/* The list of days goes on under a pointer that is held at its edge. */
static gboolean
on_scroll_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayDayGrid *self = WAY_DAY_GRID (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  double y = 0;

  if (scroller == NULL ||
      !gtk_widget_translate_coordinates (widget, scroller, self->drag_x, self->drag_y, NULL, &y))
    return G_SOURCE_CONTINUE;
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double before = gtk_adjustment_get_value (scroll), step = 0;
  if (y < WAY_GRID_SCROLL_MARGIN)
    step = -SCROLL_STEP;
  else if (y > gtk_widget_get_height (scroller) - WAY_GRID_SCROLL_MARGIN)
    step = SCROLL_STEP;
  if (step == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (scroll, before + step);
  self->drag_y += gtk_adjustment_get_value (scroll) - before;
  follow_pointer (self);
  return G_SOURCE_CONTINUE;
}

/* Which end of the part is under the pointer; low tiles can be moved everywhere but at their lower end. */
static WayGridEdit
grip_at (WayDayGrid *self, int part, double y)
{
  GdkRectangle area =
      way_day_grid_area (self, &g_array_index (self->parts, WayDayPart, part), FALSE);

  if (y >= area.y + area.height - EDGE)
    return WAY_EDIT_END;
  return y < area.y + EDGE && area.height > 4 * EDGE ? WAY_EDIT_START : WAY_EDIT_MOVE;
}

static void
on_drag_begin (WayDayGrid *self, double x, double y)
{
  self->press_x = self->drag_x = x;
  self->press_y = self->drag_y = y;
}

static void
start_dragging (WayDayGrid *self)
{
  int part = way_day_grid_part_at (self, self->press_x, self->press_y);

  self->grip_utc = utc_at (self, self->press_x, self->press_y);
  if (part >= 0)
    {
      const WayBlock *block = way_day_grid_block_of (self, part);
      way_day_grid_edit_begin (self, grip_at (self, part, self->press_y), block->id,
                               block->start_utc, block->end_utc);
    }
  else
    {
      self->grip_utc = snap (self->grip_utc, day_start_at (self, self->press_x));
      way_day_grid_edit_begin (self, WAY_EDIT_ADD, 0, self->grip_utc,
                               self->grip_utc + WAY_GRID_SNAP_MINUTES * 60);
    }
  /* Escape is to reach the edit. */
  gtk_widget_grab_focus (part >= 0 ? g_ptr_array_index (self->tiles, part) : GTK_WIDGET (self));
  self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick, NULL, NULL);
}

static void
on_drag (WayDayGrid *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->axis == NULL || self->content.read_only)
    return;
  if (self->edit == WAY_EDIT_NONE)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      start_dragging (self);
    }
  self->drag_x = self->press_x + dx;
  self->drag_y = self->press_y + dy;
  follow_pointer (self);
}

static void
on_drag_end (WayDayGrid *self)
{
  if (self->edit != WAY_EDIT_NONE)
    way_day_grid_edit_commit (self);
}

static void
on_released (WayDayGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  int part;

  if (self->axis == NULL || self->edit != WAY_EDIT_NONE ||
      gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y,
                                (int) x, (int) y))
    return;
  part = way_day_grid_part_at (self, x, y);
  if (part >= 0)
    {
      gtk_widget_grab_focus (g_ptr_array_index (self->tiles, part));
      way_day_grid_activate (self, part);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->cursor_day = way_day_grid_day_at (self, x);
  self->cursor_minute =
      floor (way_day_grid_minute_at (self, y) / WAY_GRID_STEP_MINUTES) * WAY_GRID_STEP_MINUTES;
  way_day_grid_tell_cursor (self);
  if (n_press == 2 && !self->content.read_only)
    {
      gint64 utc = way_day_axis_utc (self->axis, self->cursor_day, self->cursor_minute);
      gtk_widget_activate_action (GTK_WIDGET (self), "schedule.add", "(xx)", utc,
                                  utc + (gint64) self->content.block_minutes * 60);
    }
}

static void
on_menu (WayDayGrid *self, int n_press, double x, double y)
{
  int part = self->axis == NULL ? -1 : way_day_grid_part_at (self, x, y);

  if (part < 0)
    return;
  gtk_widget_grab_focus (g_ptr_array_index (self->tiles, part));
  way_day_grid_activate (self, part);
}

static void
on_motion (WayDayGrid *self, double x, double y)
{
  int part = self->axis == NULL ? -1 : way_day_grid_part_at (self, x, y);
  gboolean edge = part >= 0 && !self->content.read_only && grip_at (self, part, y) != WAY_EDIT_MOVE;

  if (self->edit == WAY_EDIT_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), edge        ? "ns-resize"
                                                        : part >= 0 ? "pointer"
                                                                    : NULL);
}

/* Whoever goes away with the keyboard has not said that it shall stay. */
static void
on_leave (WayDayGrid *self)
{
  if (self->edit != WAY_EDIT_NONE && self->scroll_tick == 0)
    way_day_grid_edit_cancel (self);
}

void
way_day_grid_edit_install (WayDayGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->drag = drag;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (on_menu), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (way_day_grid_edit_cancel), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

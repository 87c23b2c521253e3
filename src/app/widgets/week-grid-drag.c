/* Painting with the pointer: a drag snaps to quarters of an hour, a click paints a cell of the cursor. What is free
 * where it begins is erased; Ctrl and the right button always erase. A finger paints cells and scrolls otherwise. */
#include "app/widgets/week-grid-drag.h"

#include "app/widgets/week-grid-cursor.h"
#include "app/widgets/week-grid-geometry.h"
#include "app/widgets/week-grid-hours.h"

/* From where the drag began to @x, @y; the cell of the cursor as long as the pointer has not moved. */
static void
follow_drag (WayWeekGrid *self, double x, double y)
{
  int column = way_week_grid_column_at (self, self->drag_x);
  int minute = way_week_grid_minute_at (self, self->drag_y);
  int step = self->far ? WAY_WEEK_GRID_STEP : WAY_WEEK_GRID_SLOT;
  int other = self->far ? way_week_grid_minute_at (self, y) : minute;

  self->stroke.weekdays = way_week_grid_weekdays_between (
      self, column, self->far ? way_week_grid_column_at (self, x) : column);
  self->stroke.from_minute = MIN (minute, other) / step * step;
  self->stroke.to_minute = (MAX (minute, other) / step + 1) * step;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The page stays where it is: the pointer would be somewhere else otherwise. */
static void
take_focus (WayWeekGrid *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
}

/* The heading of a day selects it. */
static void
select_day (WayWeekGrid *self, int column)
{
  WayWeekCell first = { column, way_week_grid_first_minute (self) / WAY_WEEK_GRID_SLOT };
  WayWeekCell last = { column, WAY_WEEK_GRID_SLOTS - 1 };

  way_week_grid_move (self, last, FALSE);
  way_week_grid_move (self, first, TRUE);
}

static void
begin_drag (WayWeekGrid *self, double x, double y, gboolean erase)
{
  int column = way_week_grid_column_at (self, x), minute = way_week_grid_minute_at (self, y);
  int from = minute / WAY_WEEK_GRID_STEP * WAY_WEEK_GRID_STEP;

  self->dragging = TRUE;
  self->far = FALSE;
  self->drag_x = x;
  self->drag_y = y;
  self->stroke = (WayWeekStroke) { way_week_grid_weekdays_between (self, column, column), from,
                                   from + WAY_WEEK_GRID_STEP, self->kinds, WAY_WEEK_CLEAR };
  if (!erase)
    self->stroke.change = way_week_grid_choose (self, &self->stroke);
  way_week_grid_move (self, (WayWeekCell) { column, minute / WAY_WEEK_GRID_SLOT }, FALSE);
  follow_drag (self, x, y);
}

/* The labels of the hours are not. */
static gboolean
is_in_days (WayWeekGrid *self, double x)
{
  double left = MIN (way_week_grid_x (self, 0), way_week_grid_x (self, 6));

  return x >= left && x < left + 7 * way_week_grid_width (self);
}

static void
on_drag_begin (WayWeekGrid *self, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GdkDevice *device = gtk_gesture_get_device (gesture);

  self->touching = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  if ((button > GDK_BUTTON_PRIMARY && button != GDK_BUTTON_SECONDARY) || !is_in_days (self, x))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (!self->touching)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  take_focus (self);
  if (y < self->heading)
    select_day (self, way_week_grid_column_at (self, x));
  else
    begin_drag (self, x, y, button == GDK_BUTTON_SECONDARY || (state & GDK_CONTROL_MASK) != 0);
}

static void
on_drag_update (WayWeekGrid *self, double dx, double dy, GtkGesture *gesture)
{
  if (!self->dragging)
    return;
  self->far = self->far || gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy);
  if (self->far && self->touching)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      way_week_grid_cancel_drag (self);
      return;
    }
  follow_drag (self, self->drag_x + dx, self->drag_y + dy);
  if (self->far)
    {
      int minute = way_week_grid_minute_at (self, self->drag_y + dy);
      way_week_grid_scroll_to (self, minute, minute + WAY_WEEK_GRID_STEP);
    }
}

static void
on_drag_end (WayWeekGrid *self, double dx, double dy, GtkGesture *gesture)
{
  WayWeekStroke stroke = self->stroke;

  if (!self->dragging)
    return;
  self->dragging = FALSE;
  way_week_grid_paint (self, &stroke);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_week_grid_cancel_drag (WayWeekGrid *self)
{
  self->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_week_grid_add_drag (WayWeekGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (way_week_grid_cancel_drag), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

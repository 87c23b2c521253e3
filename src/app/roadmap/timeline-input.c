/* What the wheel, the pointer, fingers and keys do on the timeline. */
#include "app/roadmap/timeline-input.h"

#include "app/roadmap/timeline-drag.h"
#include "app/roadmap/timeline-geometry.h"
#include "app/roadmap/timeline-hit.h"
#include "app/roadmap/timeline-menu.h"

#include <math.h>

#define ZOOM_STEP 1.25
#define PAN_PART  0.15 /* of the line, with a key */

/* Ctrl zooms at the pointer; a wheel with Shift, or one that goes sideways, moves along. Up and down is for whom the
 * timeline is in. */
static gboolean
on_scroll (WayTimeline *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (state & GDK_CONTROL_MASK)
    way_timeline_zoom (self, way_timeline_mirror (self, self->pointer_x), pow (ZOOM_STEP, -dy));
  else if (dx != 0 || (state & GDK_SHIFT_MASK))
    way_timeline_pan (self, (dx != 0 ? dx : dy) * (way_timeline_is_rtl (self) ? -40 : 40));
  else
    return FALSE;
  return TRUE;
}

static void
on_motion (WayTimeline *self, double x, double y)
{
  static const char *const names[] = { NULL, "grab", "ew-resize", "ew-resize", "grab" };

  self->pointer_x = x;
  if (self->roadmap != NULL && !self->drag.moving)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), names[way_timeline_hit (self, x, y).part]);
}

static void
on_pinch_begin (WayTimeline *self)
{
  self->pinch = 1;
}

static void
on_pinch (WayTimeline *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y) || scale <= 0)
    return;
  way_timeline_zoom (self, way_timeline_mirror (self, x), scale / self->pinch);
  self->pinch = scale;
}

static void
on_drag_begin (WayTimeline *self, double x, double y)
{
  self->drag_from = self->scale.from;
  way_timeline_drag_begin (self, x, y);
}

static void
on_drag (WayTimeline *self, double dx, double dy, GtkGesture *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean far = gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, 0);

  if (!far && !self->drag.moving)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (way_timeline_drag_update (self, dx, dy, state & (GDK_ALT_MASK | GDK_SHIFT_MASK)))
    return;
  self->scale.from = self->drag_from;
  way_timeline_pan (self, way_timeline_is_rtl (self) ? dx : -dx);
}

static void
on_drag_end (WayTimeline *self)
{
  way_timeline_drag_end (self);
}

/* Says that a phase was chosen, or folds a heading. */
static void
activate_row (WayTimeline *self, int i)
{
  if (i < 0 || i >= (int) self->rows->len)
    return;
  const WayTimelineRow *row = &g_array_index (self->rows, WayTimelineRow, i);
  self->selected = i;
  self->mark = -1;
  if (row->phase != NULL)
    g_signal_emit_by_name (self, "phase-activated", row->phase->id);
  else
    {
      if (!g_hash_table_remove (self->folded, row->heading))
        g_hash_table_add (self->folded, g_strdup (row->heading));
      way_timeline_lay_out (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_released (WayTimeline *self, int n_press, double x, double y)
{
  int mark = way_timeline_mark_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mark >= 0)
    {
      self->mark = mark;
      self->selected = -1;
    }
  activate_row (self, way_timeline_row_at (self, y));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The menu of what is at the pointer, or under a finger that stays. */
static void
open_menu_at (WayTimeline *self, double x, double y)
{
  WayTimelineHit hit = way_timeline_hit (self, x, y);

  if (hit.part == WAY_TIMELINE_GROUND)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  way_timeline_drag_cancel (self);
  way_timeline_select (self, &hit);
  way_timeline_menu_open (self, x, y);
}

static void
on_secondary (WayTimeline *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
on_long_press (WayTimeline *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static gboolean
on_key (WayTimeline *self, guint key, guint code, GdkModifierType state)
{
  double step = self->scale.width * PAN_PART * (way_timeline_is_rtl (self) ? -1 : 1);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      way_timeline_pan (self, -step);
      break;
    case GDK_KEY_Right:
      way_timeline_pan (self, step);
      break;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      way_timeline_zoom (self, self->scale.width / 2, ZOOM_STEP);
      break;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      way_timeline_zoom (self, self->scale.width / 2, 1 / ZOOM_STEP);
      break;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      gtk_widget_activate_action (GTK_WIDGET (self), "timeline.fit", NULL);
      break;
    case GDK_KEY_t:
      gtk_widget_activate_action (GTK_WIDGET (self), "timeline.today", NULL);
      break;
    case GDK_KEY_Home:
      way_time_scale_center (&self->scale, self->scale.first);
      way_timeline_show_range (self);
      break;
    case GDK_KEY_End:
      way_time_scale_center (&self->scale, self->scale.last + 1);
      way_timeline_show_range (self);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate_row (self, self->selected);
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

/* Brings what the keyboard is on into sight of the window that scrolls up and down. */
static void
keep_in_sight (WayTimeline *self, double y, double height)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (window != NULL)
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)),
                               y, y + height);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_row (WayTimeline *self, int row)
{
  self->mark = -1;
  self->selected = row;
  keep_in_sight (self, row == 0 ? 0 : g_array_index (self->rows, WayTimelineRow, row).y,
                 row == 0 ? WAY_TIMELINE_RULER (self) + WAY_TIMELINE_ROW (self)
                          : WAY_TIMELINE_ROW (self));
}

/* Goes to a mark, and brings it on the screen. */
static gboolean
go_to_mark (WayTimeline *self, int mark)
{
  if (mark < 0 || mark >= (int) self->roadmap->points->len)
    return TRUE;
  const WayRoadmapPoint *point = g_ptr_array_index (self->roadmap->points, mark);
  double x = way_time_scale_x (&self->scale, point->due_date + 0.5), margin = 24;

  self->mark = mark;
  self->selected = -1;
  if (x < margin || x > self->scale.width - margin)
    way_timeline_pan (self, x < margin ? x - margin : x - self->scale.width + margin);
  keep_in_sight (self, self->marks_y - WAY_TIMELINE_MARKS, 2 * WAY_TIMELINE_MARKS);
  return TRUE;
}

/* On the marks, Left and Right go from one to the other. */
static gboolean
on_mark_key (WayTimeline *self, guint key, guint code, GdkModifierType state)
{
  int later = way_timeline_is_rtl (self) ? -1 : 1;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return on_key (self, key, code, state);
  switch (key)
    {
    case GDK_KEY_Left:
      return go_to_mark (self, self->mark - later);
    case GDK_KEY_Right:
      return go_to_mark (self, self->mark + later);
    case GDK_KEY_Up:
      select_row (self, (int) self->rows->len - 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      gtk_widget_activate_action (GTK_WIDGET (self), "timeline.set-dates", NULL);
      return TRUE;
    default:
      return on_key (self, key, code, state);
    }
}

/* Up and Down go through the rows to the marks, and out of the timeline at its ends. */
static gboolean
on_row_key (WayTimeline *self, guint key, guint code, GdkModifierType state)
{
  gboolean menu = key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK));

  if (self->roadmap == NULL || way_timeline_drag_key (self, key, state))
    return self->roadmap != NULL;
  if (menu)
    way_timeline_menu_open_selected (self);
  if (menu || self->mark >= 0)
    return menu || on_mark_key (self, key, code, state);
  if (key == GDK_KEY_Down && self->selected == (int) self->rows->len - 1 &&
      self->roadmap->points->len > 0)
    return go_to_mark (self, 0);
  int to = self->selected + (key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || to < 0 || to >= (int) self->rows->len)
    return on_key (self, key, code, state);
  select_row (self, to);
  return TRUE;
}

/* A move by keyboard ends where the keyboard goes away; the pointer keeps what it holds. */
static void
on_focus_leave (WayTimeline *self)
{
  if (self->drag.by_keys)
    way_timeline_drag_cancel (self);
}

void
way_timeline_add_input (WayTimeline *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_row_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (way_timeline_drag_cancel), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/* Moving phases and points along the timeline, by pointer and by keyboard. Nothing has moved when the move is over: it
 * asks "dates.phase" or "dates.due" for the days, and these say what comes of it. */
#include "app/roadmap/timeline-drag.h"

#include "app/roadmap/timeline-geometry.h"
#include "app/roadmap/timeline-hit.h"
#include "app/roadmap/timeline-text.h"
#include "core/roadmap/snap.h"

#include <math.h>

#define SCROLL_ZONE 36.0 /* pixels from the end of the line */
#define SCROLL_STEP 12.0 /* pixels a frame, at the end */

static void
set_cursor (WayTimeline *self, WayTimelinePart part, gboolean moving)
{
  static const char *const names[] = { NULL, "grab", "ew-resize", "ew-resize", "grab" };
  gboolean grabbed = moving && (part == WAY_TIMELINE_WHOLE || part == WAY_TIMELINE_POINT);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), grabbed ? "grabbing" : names[part]);
}

/* The beginnings of days that attract the start of something, or the end of its last day (@end). */
static GArray *
list_dates (WayTimeline *self, gboolean end)
{
  const WayTimelineHit *moved = &self->drag.hit;
  gboolean phase = moved->part != WAY_TIMELINE_POINT;
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (WayDate));
  WayDate today = self->today + end;

  g_array_append_val (dates, today);
  for (guint i = 0; i < self->roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *it = g_ptr_array_index (self->roadmap->phases, i);
      WayDate after = phase ? it->late_finish_date + 1 : it->late_finish_date;
      if (phase && it->id == moved->id)
        continue;
      g_array_append_val (dates, it->start_date);
      if (!it->ongoing)
        g_array_append_val (dates, after);
    }
  for (guint i = 0; i < self->roadmap->points->len; i++)
    {
      const WayRoadmapPoint *it = g_ptr_array_index (self->roadmap->points, i);
      WayDate due = it->due_date + end;
      if (phase || it->id != moved->id || it->checklist != moved->checklist)
        g_array_append_val (dates, due);
    }
  return dates;
}

/* By how many days the moved edge, @offset days from the beginning of the hit, comes to rest. */
static int
snap (WayTimeline *self, double moved, WayDate edge, gboolean end, gboolean *attracted)
{
  g_autoptr (GArray) dates = self->drag.free ? NULL : list_dates (self, end);

  if (self->drag.free)
    {
      *attracted = FALSE;
      return (int) floor (moved + 0.5);
    }
  return way_snap_day (&self->scale, edge + moved, dates, attracted) - edge;
}

/* The whole of a bar is attracted by its start, else by its end. */
static int
find_days (WayTimeline *self, double moved)
{
  const WayTimelineHit *hit = &self->drag.hit;
  gboolean by_start, by_end;

  if (hit->part == WAY_TIMELINE_END)
    return MAX (snap (self, moved, hit->end + 1, TRUE, &by_end), hit->start - hit->end);
  int days = snap (self, moved, hit->start, FALSE, &by_start);
  if (hit->part == WAY_TIMELINE_START && hit->end != WAY_DATE_NONE)
    return MIN (days, hit->end - hit->start);
  if (hit->part != WAY_TIMELINE_WHOLE || by_start || hit->end == WAY_DATE_NONE)
    return days;
  int at_end = snap (self, moved, hit->end + 1, TRUE, &by_end);
  return by_end ? at_end : days;
}

/* Says what the days would be; a picture says its description. */
static void
tell (WayTimeline *self)
{
  g_autofree char *text = way_timeline_describe_drag (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
follow_pointer (WayTimeline *self)
{
  WayTimelineDrag *drag = &self->drag;

  drag->days = find_days (self, way_timeline_day (self, drag->x) - drag->grab_day);
  tell (self);
}

/* Close to an end of the line, the line moves on under the pointer. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayTimeline *self = WAY_TIMELINE (widget);
  double x = way_timeline_mirror (self, self->drag.x);
  double before = MAX (0, SCROLL_ZONE - x), after = MAX (0, x - self->scale.width + SCROLL_ZONE);

  if (before + after == 0)
    return G_SOURCE_CONTINUE;
  way_timeline_pan (self, CLAMP ((after - before) / SCROLL_ZONE, -1, 1) * SCROLL_STEP);
  follow_pointer (self);
  return G_SOURCE_CONTINUE;
}

static void
stop (WayTimeline *self)
{
  WayTimelineDrag *drag = &self->drag;
  gboolean moved = drag->moving, by_pointer = moved && !drag->by_keys;

  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), drag->tick);
  memset (drag, 0, sizeof *drag);
  if (moved)
    way_timeline_show_range (self);
  if (by_pointer)
    set_cursor (self, WAY_TIMELINE_GROUND, FALSE);
}

void
way_timeline_drag_cancel (WayTimeline *self)
{
  gboolean by_pointer = self->drag.moving && !self->drag.by_keys;

  stop (self);
  self->drag.given_up = by_pointer;
}

/* Asks for the days. The move is over before: what is asked may read the roadmap again. */
static void
drop (WayTimeline *self)
{
  WayTimelineHit hit = self->drag.hit;
  const WayRoadmapPhase *phase =
      hit.part == WAY_TIMELINE_POINT ? NULL : way_timeline_find_phase (self, hit.id);
  int days = self->drag.days;
  WayDate start, end;

  way_timeline_drag_dates (&self->drag, &start, &end);
  stop (self);
  if (days == 0)
    return;
  if (hit.part == WAY_TIMELINE_POINT)
    gtk_widget_activate_action (GTK_WIDGET (self), "dates.due", "(bxi)", hit.checklist, hit.id,
                                start);
  else if (phase != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "dates.phase", "(xii)", hit.id,
                                hit.part == WAY_TIMELINE_END ? phase->release_date : start,
                                hit.part == WAY_TIMELINE_START ? phase->due_date : end);
}

gboolean
way_timeline_drag_begin (WayTimeline *self, double x, double y)
{
  way_timeline_drag_cancel (self);
  self->drag = (WayTimelineDrag) {
    .hit = way_timeline_hit (self, x, y),
    .grab_day = way_timeline_day (self, x),
    .start_x = x,
    .start_y = y,
    .x = x,
    .y = y,
  };
  return self->drag.hit.part != WAY_TIMELINE_GROUND;
}

gboolean
way_timeline_drag_update (WayTimeline *self, double dx, double dy, gboolean is_free)
{
  WayTimelineDrag *drag = &self->drag;

  if (drag->given_up)
    return TRUE;
  if (drag->hit.part == WAY_TIMELINE_GROUND || drag->by_keys)
    return FALSE;
  if (!drag->moving)
    {
      drag->moving = TRUE;
      drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
      way_timeline_select (self, &drag->hit);
      set_cursor (self, drag->hit.part, TRUE);
    }
  drag->x = drag->start_x + dx;
  drag->y = drag->start_y + dy;
  drag->free = is_free;
  follow_pointer (self);
  return TRUE;
}

gboolean
way_timeline_drag_end (WayTimeline *self)
{
  gboolean moved = self->drag.moving && !self->drag.by_keys, given_up = self->drag.given_up;

  if (moved)
    drop (self);
  else if (!self->drag.by_keys)
    stop (self);
  return moved || given_up;
}

/* Begins with the keyboard at what is selected; %FALSE when nothing is, or when it has no such part. */
static gboolean
begin_by_keys (WayTimeline *self, WayTimelinePart part)
{
  WayTimelineHit hit = way_timeline_selected (self);

  if (hit.part == WAY_TIMELINE_GROUND || (part == WAY_TIMELINE_END && hit.end == WAY_DATE_NONE))
    return FALSE;
  if (hit.part == WAY_TIMELINE_WHOLE)
    hit.part = part;
  stop (self);
  self->drag = (WayTimelineDrag) { .hit = hit, .moving = TRUE, .by_keys = TRUE };
  return TRUE;
}

void
way_timeline_drag_start_by_keys (WayTimeline *self)
{
  if (begin_by_keys (self, WAY_TIMELINE_WHOLE))
    tell (self);
}

/* Moves by @days, and keeps what moves on the screen. */
static void
step (WayTimeline *self, int days)
{
  WayTimelineDrag *drag = &self->drag;
  WayDate start, end;

  drag->days += days;
  if (drag->hit.part == WAY_TIMELINE_START && drag->hit.end != WAY_DATE_NONE)
    drag->days = MIN (drag->days, drag->hit.end - drag->hit.start);
  if (drag->hit.part == WAY_TIMELINE_END)
    drag->days = MAX (drag->days, drag->hit.start - drag->hit.end);
  way_timeline_drag_dates (drag, &start, &end);
  gboolean at_end = end != WAY_DATE_NONE && drag->hit.part != WAY_TIMELINE_START &&
                    (drag->hit.part == WAY_TIMELINE_END || days > 0);
  double x = way_time_scale_x (&self->scale, at_end ? end + 1 : start);
  double low = SCROLL_ZONE, high = self->scale.width - SCROLL_ZONE;
  if (x < low || x > high)
    way_timeline_pan (self, x < low ? x - low : x - high);
  tell (self);
}

/* Days that a key stands for, later ones in the direction of writing; 0: it is none of these. */
static int
days_of_key (WayTimeline *self, guint key, gboolean week)
{
  gboolean page = key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down;
  gboolean right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  gboolean left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  int later = page ? (key == GDK_KEY_Page_Down ? 1 : -1) : right ? 1 : left ? -1 : 0;

  if (!page && way_timeline_is_rtl (self))
    later = -later;
  return later * (page || week ? 7 : 1);
}

/* Alt takes hold of the whole, Shift of the first day, Ctrl of the last one. */
static WayTimelinePart
part_of_keys (GdkModifierType state)
{
  if (state & GDK_ALT_MASK)
    return WAY_TIMELINE_WHOLE;
  if (state & GDK_CONTROL_MASK)
    return WAY_TIMELINE_END;
  return state & GDK_SHIFT_MASK ? WAY_TIMELINE_START : WAY_TIMELINE_GROUND;
}

gboolean
way_timeline_drag_key (WayTimeline *self, guint key, GdkModifierType state)
{
  /* Shift makes it weeks, but where it is what takes hold of the first day. */
  gboolean more = (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) ||
                  (self->drag.by_keys && self->drag.hit.part != WAY_TIMELINE_START);
  int days = days_of_key (self, key, more && (state & GDK_SHIFT_MASK));
  WayTimelinePart part = part_of_keys (state);

  if (self->drag.moving && key == GDK_KEY_Escape)
    {
      way_timeline_drag_cancel (self);
      return TRUE;
    }
  if (self->drag.moving && !self->drag.by_keys)
    return FALSE;
  if (self->drag.moving && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      drop (self);
      return TRUE;
    }
  if (self->drag.moving)
    {
      if (days != 0)
        step (self, days);
      return days != 0 || key == GDK_KEY_Up || key == GDK_KEY_Down;
    }
  if (days == 0 || part == WAY_TIMELINE_GROUND || !begin_by_keys (self, part))
    return FALSE;
  step (self, days);
  return TRUE;
}

#include "app/roadmap/timeline-private.h"

#include "app/format.h"

#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_STEP 1.25
#define PAN_PART  0.15 /* of the line, with a key */

G_DEFINE_FINAL_TYPE (WayTimeline, way_timeline, GTK_TYPE_WIDGET)

enum
{
  PHASE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_rtl (WayTimeline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* From pixels on the screen to pixels along the line, and back. */
static double
mirror (WayTimeline *self, double x)
{
  return is_rtl (self) ? self->scale.width - x : x;
}

double
way_timeline_x (WayTimeline *self, double day)
{
  return mirror (self, way_time_scale_x (&self->scale, day));
}

WayDate
way_timeline_last_day (const WayTimeline *self, const WayRoadmapPhase *phase)
{
  return phase->ongoing ? self->scale.last : phase->late_finish_date;
}

/* Headings only where there are several guides. */
static gboolean
has_several_guides (const WayRoadmap *roadmap)
{
  const WayRoadmapPhase *first =
      roadmap->phases->len > 0 ? g_ptr_array_index (roadmap->phases, 0) : NULL;

  for (guint i = 1; i < roadmap->phases->len; i++)
    if (((WayRoadmapPhase *) g_ptr_array_index (roadmap->phases, i))->guide_id != first->guide_id)
      return TRUE;
  return FALSE;
}

static void
add_row (WayTimeline *self, const char *heading, const WayRoadmapPhase *phase)
{
  WayTimelineRow row = { heading, phase, self->height };

  g_array_append_val (self->rows, row);
  self->height += WAY_TIMELINE_ROW;
}

static void
lay_out (WayTimeline *self)
{
  gboolean several = self->headings || has_several_guides (self->roadmap);
  gint64 guide = 0;

  g_array_set_size (self->rows, 0);
  self->height = WAY_TIMELINE_RULER;
  for (guint i = 0; i < self->roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (self->roadmap->phases, i);
      if (several && phase->guide_id != guide)
        add_row (self, phase->guide_title, NULL);
      guide = phase->guide_id;
      if (!several || !g_hash_table_contains (self->folded, phase->guide_title))
        add_row (self, NULL, phase);
    }
  self->marks_y = self->height;
  self->load_y = self->marks_y + WAY_TIMELINE_MARKS;
  self->height = self->load_y + WAY_TIMELINE_LOAD;
  self->selected = MIN (self->selected, (int) self->rows->len - 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The days of all there is, with a little room behind for what goes on. */
static void
set_ends (WayTimeline *self)
{
  const WayRoadmap *roadmap = self->roadmap;
  WayDate first = roadmap->start_date, last = roadmap->end_date;

  for (guint i = 0; i < roadmap->points->len; i++)
    last = MAX (last, ((WayRoadmapPoint *) g_ptr_array_index (roadmap->points, i))->due_date);
  if (self->weeks->len > 0)
    last = MAX (last, g_array_index (self->weeks, WayWeekLoad, self->weeks->len - 1).monday + 6);
  gboolean fitted = self->scale.width > 0 && self->scale.first == 0;
  last += MAX (7, (last - first) / 12);
  gboolean changed = self->scale.first != first || self->scale.last != last;
  self->scale.first = first;
  self->scale.last = last;
  if (fitted || changed)
    way_time_scale_fit (&self->scale);
}

void
way_timeline_show (WayTimeline *self,
                   WayRoadmap *roadmap,
                   GArray *weeks,
                   GArray *reviews,
                   WayDate today)
{
  g_clear_pointer (&self->roadmap, way_roadmap_free);
  g_clear_pointer (&self->weeks, g_array_unref);
  g_clear_pointer (&self->reviews, g_array_unref);
  self->roadmap = roadmap;
  self->weeks = weeks;
  self->reviews = reviews;
  self->today = today;
  set_ends (self);
  lay_out (self);
}

void
way_timeline_set_headings (WayTimeline *self, gboolean headings)
{
  self->headings = headings;
}

gint64
way_timeline_get_selected (WayTimeline *self)
{
  const WayRoadmapPhase *phase =
      self->selected >= 0 ? g_array_index (self->rows, WayTimelineRow, self->selected).phase : NULL;

  return phase != NULL ? phase->id : 0;
}

double
way_timeline_get_height (WayTimeline *self)
{
  return self->height;
}

void
way_timeline_draw_on_paper (WayTimeline *self,
                            GtkSnapshot *snapshot,
                            PangoContext *fonts,
                            double width,
                            WayDate first,
                            WayDate last)
{
  self->paper = fonts;
  self->scale.width = width;
  self->scale.last = last;
  self->scale.from = first;
  self->scale.day_width = width / (last + 1 - first);
  way_timeline_draw (self, snapshot);
  self->paper = NULL;
}

/* Draws what the scale shows now, and says it. */
static void
show_range (WayTimeline *self)
{
  g_autofree char *from = way_format_date ((WayDate) floor (way_time_scale_day (&self->scale, 0)));
  g_autofree char *to =
      way_format_date ((WayDate) ceil (way_time_scale_day (&self->scale, self->scale.width)) - 1);
  /* Translators: the first and the last day that a timeline shows */
  g_autofree char *range = g_strdup_printf (_ ("%s to %s"), from, to);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom (WayTimeline *self, double x, double factor)
{
  way_time_scale_zoom (&self->scale, x, factor);
  show_range (self);
}

static void
pan (WayTimeline *self, double dx)
{
  way_time_scale_pan (&self->scale, dx);
  show_range (self);
}

static void
on_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  zoom (self, self->scale.width / 2, ZOOM_STEP);
}

static void
on_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  zoom (self, self->scale.width / 2, 1 / ZOOM_STEP);
}

static void
on_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  way_time_scale_fit (&WAY_TIMELINE (widget)->scale);
  show_range (WAY_TIMELINE (widget));
}

static void
on_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  way_time_scale_center (&self->scale, self->today + 0.5);
  show_range (self);
}

/* Ctrl zooms at the pointer; a wheel with Shift, or one that goes sideways, moves along. Up and down is for whom the
 * timeline is in. */
static gboolean
on_scroll (WayTimeline *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (state & GDK_CONTROL_MASK)
    zoom (self, mirror (self, self->pointer_x), pow (ZOOM_STEP, -dy));
  else if (dx != 0 || (state & GDK_SHIFT_MASK))
    pan (self, (dx != 0 ? dx : dy) * (is_rtl (self) ? -40 : 40));
  else
    return FALSE;
  return TRUE;
}

static void
on_motion (WayTimeline *self, double x, double y)
{
  self->pointer_x = x;
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
  zoom (self, mirror (self, x), scale / self->pinch);
  self->pinch = scale;
}

static void
on_drag_begin (WayTimeline *self)
{
  self->drag_from = self->scale.from;
}

static void
on_drag (WayTimeline *self, double dx, double dy, GtkGesture *gesture)
{
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, 0))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->scale.from = self->drag_from;
  pan (self, is_rtl (self) ? dx : -dx);
}

static int
row_at (WayTimeline *self, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      double top = g_array_index (self->rows, WayTimelineRow, i).y;
      if (y >= top && y < top + WAY_TIMELINE_ROW)
        return (int) i;
    }
  return -1;
}

static void
activate_row (WayTimeline *self, int i)
{
  if (i < 0 || i >= (int) self->rows->len)
    return;
  const WayTimelineRow *row = &g_array_index (self->rows, WayTimelineRow, i);
  self->selected = i;
  if (row->phase != NULL)
    g_signal_emit (self, signals[PHASE_ACTIVATED], 0, row->phase->id);
  else
    {
      if (!g_hash_table_remove (self->folded, row->heading))
        g_hash_table_add (self->folded, g_strdup (row->heading));
      lay_out (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_released (WayTimeline *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_row (self, row_at (self, y));
}

static gboolean
on_key (WayTimeline *self, guint key, guint code, GdkModifierType state)
{
  double step = self->scale.width * PAN_PART * (is_rtl (self) ? -1 : 1);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      pan (self, -step);
      break;
    case GDK_KEY_Right:
      pan (self, step);
      break;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom (self, self->scale.width / 2, ZOOM_STEP);
      break;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom (self, self->scale.width / 2, 1 / ZOOM_STEP);
      break;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      on_fit (GTK_WIDGET (self), NULL, NULL);
      break;
    case GDK_KEY_t:
      on_today (GTK_WIDGET (self), NULL, NULL);
      break;
    case GDK_KEY_Home:
      way_time_scale_center (&self->scale, self->scale.first);
      show_range (self);
      break;
    case GDK_KEY_End:
      way_time_scale_center (&self->scale, self->scale.last + 1);
      show_range (self);
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

/* Up and Down go through the rows, and out of the timeline at its ends. */
static gboolean
on_row_key (WayTimeline *self, guint key, guint code, GdkModifierType state)
{
  int to = self->selected + (key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || to < 0 || to >= (int) self->rows->len)
    return on_key (self, key, code, state);
  self->selected = to;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static char *
describe_phase (WayTimeline *self, const WayRoadmapPhase *phase)
{
  g_autofree char *start = way_format_date (phase->start_date);
  g_autofree char *early = phase->ongoing ? NULL : way_format_date (phase->early_finish_date);
  g_autofree char *late = phase->ongoing ? NULL : way_format_date (phase->late_finish_date);

  if (phase->ongoing)
    /* Translators: a phase, and a day */
    return g_strdup_printf (_ ("%s: from %s, ongoing"), phase->title, start);
  /* Translators: a phase, and three days */
  return g_strdup_printf (_ ("%s: %s to %s, at the latest %s"), phase->title, start, early, late);
}

/* What lies at @x in the row of marks (transfer full); %NULL: nothing. */
static char *
describe_marks (WayTimeline *self, double x)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (self->roadmap->points, i);
      g_autofree char *due = way_format_date (point->due_date);
      if (fabs (way_timeline_x (self, point->due_date + 0.5) - x) <= 8)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", due, point->title);
    }
  for (guint i = 0; i < self->reviews->len; i++)
    {
      WayDate date = g_array_index (self->reviews, WayDate, i);
      g_autofree char *day = way_format_date (date);
      if (fabs (way_timeline_x (self, date + 0.5) - x) <= 8)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", day, _ ("Review"));
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* "Week of 4 January 2027: 6 h, 2 h of them done" (transfer full). */
static char *
describe_week (WayTimeline *self, double x)
{
  WayDate monday =
      way_date_week_start ((WayDate) floor (way_time_scale_day (&self->scale, mirror (self, x))));

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const WayWeekLoad *week = &g_array_index (self->weeks, WayWeekLoad, i);
      g_autofree char *day = way_format_date (week->monday);
      g_autofree char *hours = way_format_minutes (week->minutes);
      g_autofree char *done = way_format_minutes (week->done);
      if (week->monday == monday)
        /* Translators: a day, and two lengths of time */
        return g_strdup_printf (_ ("Week of %s: %s, %s of them done"), day, hours, done);
    }
  return NULL;
}

static gboolean
way_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WayTimeline *self = WAY_TIMELINE (widget);
  int i = keyboard ? self->selected : row_at (self, y);
  const WayTimelineRow *row =
      i >= 0 && i < (int) self->rows->len ? &g_array_index (self->rows, WayTimelineRow, i) : NULL;
  g_autofree char *text = NULL;

  if (self->roadmap == NULL)
    return FALSE;
  if (row != NULL && row->phase != NULL)
    text = describe_phase (self, row->phase);
  else if (row == NULL && y >= self->load_y)
    text = describe_week (self, x);
  else if (row == NULL && y >= self->marks_y)
    text = describe_marks (self, x);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
way_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  if (self->roadmap != NULL && self->scale.width > 0)
    way_timeline_draw (self, snapshot);
}

static void
way_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  way_time_scale_set_width (&self->scale, width);
  if (self->roadmap != NULL)
    show_range (self);
}

static void
way_timeline_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) ceil (self->height) : 240;
}

static void
way_timeline_finalize (GObject *object)
{
  WayTimeline *self = WAY_TIMELINE (object);

  g_clear_pointer (&self->roadmap, way_roadmap_free);
  g_clear_pointer (&self->weeks, g_array_unref);
  g_clear_pointer (&self->reviews, g_array_unref);
  g_array_unref (self->rows);
  g_hash_table_unref (self->folded);
  G_OBJECT_CLASS (way_timeline_parent_class)->finalize (object);
}

static void
way_timeline_class_init (WayTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_timeline_finalize;
  widget_class->snapshot = way_timeline_snapshot;
  widget_class->measure = way_timeline_measure;
  widget_class->size_allocate = way_timeline_size_allocate;
  widget_class->query_tooltip = way_timeline_query_tooltip;
  signals[PHASE_ACTIVATED] = g_signal_new ("phase-activated", WAY_TYPE_TIMELINE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, on_zoom_in);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, on_zoom_out);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, on_fit);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, on_today);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_gestures (WayTimeline *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_row_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
way_timeline_init (WayTimeline *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (WayTimelineRow));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->height = WAY_TIMELINE_RULER;
  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_gestures (self);
}

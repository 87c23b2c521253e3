/* What lies over the bars of the timeline: how much slack they have, what was planned once, the days that the person
 * set, and what is being moved, with its days in a bubble. */
#include "app/roadmap/timeline-overlay.h"

#include "app/roadmap/timeline-color.h"
#include "app/roadmap/timeline-geometry.h"
#include "app/roadmap/timeline-text.h"
#include "core/roadmap/critical-path.h"

#include <math.h>

#define RADIUS        5.0f
#define PLANNED_Y     16.0 /* of the planned bar, below the top of the bar */
#define PLANNED_HIGH  4.0
#define GHOST_Y       15.5 /* of a bar as it would be, likewise */
#define GHOST_HIGH    5.5
#define MARK          6.0
#define BUBBLE_MARGIN 8.0

static graphene_rect_t
rect_of (double x, double y, double width, double height)
{
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

/* From the beginning of @first to the end of @last. */
static graphene_rect_t
rect_of_days (WayTimeline *self, WayDate first, WayDate last, double y, double height)
{
  double a = way_timeline_x (self, first), b = way_timeline_x (self, last + 1);

  return rect_of (MIN (a, b), y, MAX (3, fabs (b - a)), height);
}

static void
fill (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, const GdkRGBA *color)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
outline (GtkSnapshot *snapshot,
         const graphene_rect_t *rect,
         float radius,
         float width,
         const GdkRGBA *color)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, rect, radius);
  gtk_snapshot_append_border (snapshot, &round, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* The bar as it was planned: thin, below the one of now. */
static void
draw_planned_phase (WayTimeline *self, GtkSnapshot *snapshot, const WayTimelineRow *row)
{
  const WayRoadmapPhase *phase = row->phase;
  GdkRGBA color = way_timeline_color (self, NULL, 0.45f);
  WayDate last = phase->planned_late_finish_date != WAY_DATE_NONE ? phase->planned_late_finish_date
                                                                  : self->scale.last;

  if (phase->planned_start_date == WAY_DATE_NONE || last < phase->planned_start_date)
    return;
  graphene_rect_t rect =
      rect_of_days (self, phase->planned_start_date, last,
                    row->y + WAY_TIMELINE_BAR_Y (self) + PLANNED_Y, PLANNED_HIGH);
  fill (snapshot, &rect, 2, &color);
}

static void
draw_diamond (GtkSnapshot *snapshot, double x, double y, double size, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (x - size - 1), (float) (y - size - 1),
                                     (float) (2 * size + 2), (float) (2 * size + 2)));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, y - size);
  cairo_line_to (cr, x + size, y);
  cairo_line_to (cr, x, y + size);
  cairo_line_to (cr, x - size, y);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_planned_points (WayTimeline *self, GtkSnapshot *snapshot)
{
  GdkRGBA color = way_timeline_color (self, NULL, 0.6f);

  for (guint i = 0; i < self->roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (self->roadmap->points, i);
      if (point->planned_due_date != WAY_DATE_NONE)
        draw_diamond (snapshot, way_timeline_x (self, point->planned_due_date + 0.5),
                      self->marks_y + WAY_TIMELINE_MARKS / 2.0 + 4, 4, &color);
    }
}

/* A line from the finish to the latest one, with a stop at its end. */
static void
draw_slack (WayTimeline *self, GtkSnapshot *snapshot, const WayTimelineRow *row)
{
  const WayRoadmapPhase *phase = row->phase;
  GdkRGBA color = way_timeline_color (self, NULL, 0.6f);
  double middle = row->y + WAY_TIMELINE_BAR_Y (self) + WAY_TIMELINE_BAR / 2.0;

  if (phase->slack_days == WAY_NO_SLACK || phase->slack_days <= 0)
    return;
  double a = way_timeline_x (self, phase->late_finish_date + 1);
  double b = way_timeline_x (self, phase->latest_finish_date + 1);
  graphene_rect_t line = rect_of (MIN (a, b), middle - 0.75, fabs (b - a), 1.5);
  graphene_rect_t stop = rect_of (b - 0.75, middle - 4, 1.5, 8);
  gtk_snapshot_append_color (snapshot, &color, &line);
  gtk_snapshot_append_color (snapshot, &color, &stop);
}

static void
draw_critical (WayTimeline *self, GtkSnapshot *snapshot, const WayTimelineRow *row)
{
  GdkRGBA color = way_timeline_color (self, NULL, 0.9f);
  graphene_rect_t rect =
      rect_of_days (self, row->phase->start_date, way_timeline_last_day (self, row->phase),
                    row->y + WAY_TIMELINE_BAR_Y (self), WAY_TIMELINE_BAR);

  if (!way_critical_path_is_critical (row->phase))
    return;
  graphene_rect_inset (&rect, -1.5f, -1.5f);
  outline (snapshot, &rect, RADIUS + 1.5f, 2, &color);
}

/* A bracket at a day that the person set, open to the inside of the bar. */
static void
draw_set_day (WayTimeline *self, GtkSnapshot *snapshot, double day, double y, gboolean end)
{
  GdkRGBA color = way_timeline_color (self, "way_today", 1);
  double x = way_timeline_x (self, day), height = WAY_TIMELINE_BAR + 8;
  gboolean left = end != way_timeline_is_rtl (self);
  graphene_rect_t post = rect_of (x - 1, y - 4, 2, height);
  graphene_rect_t top = rect_of (left ? x - 5 : x, y - 4, 5, 2);
  graphene_rect_t foot = rect_of (left ? x - 5 : x, y + height - 6, 5, 2);

  gtk_snapshot_append_color (snapshot, &color, &post);
  gtk_snapshot_append_color (snapshot, &color, &top);
  gtk_snapshot_append_color (snapshot, &color, &foot);
}

/* The bar as it would be: hollow, below the one of now; full as far as the early finish. */
static void
draw_ghost (WayTimeline *self, GtkSnapshot *snapshot, const WayTimelineRow *row)
{
  GdkRGBA color = way_timeline_color (self, "way_mock", 1);

  for (guint i = 0; i < self->ghosts->len; i++)
    {
      const WayTimelineGhost *it = &g_array_index (self->ghosts, WayTimelineGhost, i);
      if (it->id != row->phase->id)
        continue;
      graphene_rect_t all = rect_of_days (self, it->start_date, it->late_finish_date,
                                          row->y + WAY_TIMELINE_BAR_Y (self) + GHOST_Y, GHOST_HIGH);
      graphene_rect_t early =
          rect_of_days (self, it->start_date, it->early_finish_date,
                        row->y + WAY_TIMELINE_BAR_Y (self) + GHOST_Y, GHOST_HIGH);
      fill (snapshot, &early, 2.5f, &color);
      outline (snapshot, &all, 2.5f, 1.5f, &color);
    }
}

static void
draw_row (WayTimeline *self, GtkSnapshot *snapshot, const WayTimelineRow *row)
{
  double y = row->y + WAY_TIMELINE_BAR_Y (self);

  /* One comparison at a time: there is room for one. */
  if (self->ghosts != NULL)
    draw_ghost (self, snapshot, row);
  else
    draw_planned_phase (self, snapshot, row);
  if (self->show_slack)
    draw_slack (self, snapshot, row);
  if (self->show_critical)
    draw_critical (self, snapshot, row);
  if (row->phase->release_date != WAY_DATE_NONE)
    draw_set_day (self, snapshot, row->phase->release_date, y, FALSE);
  if (row->phase->due_date != WAY_DATE_NONE)
    draw_set_day (self, snapshot, row->phase->due_date + 1, y, TRUE);
}

/* @text around @x, with its foot at @y, or with its head at @below where there is no room above. */
static void
draw_bubble (WayTimeline *self,
             GtkSnapshot *snapshot,
             const char *text,
             double x,
             double y,
             double below)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA ground = way_timeline_color (self, "theme_fg_color", 1);
  GdkRGBA color = way_timeline_color (self, "theme_bg_color", 1);
  double room = self->scale.width - 2 * BUBBLE_MARGIN;
  int width, height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room - 16)
    pango_layout_set_width (layout, (int) (MAX (20, room - 16) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, &width, &height);
  double w = width + 16, h = height + 8;
  double left =
      CLAMP (x - w / 2, BUBBLE_MARGIN, MAX (BUBBLE_MARGIN, self->scale.width - w - BUBBLE_MARGIN));
  double top = y - h >= 0 ? y - h : below;
  graphene_rect_t rect = rect_of (left, top, w, h);
  ground.alpha = 0.95f;
  fill (snapshot, &rect, 8, &ground);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left + 8, (float) top + 4));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* Where what is moved lies: the top of its bar or mark; -1: its guide is folded. */
static double
top_of_moved (WayTimeline *self)
{
  const WayTimelineHit *hit = &self->drag.hit;

  if (hit->part == WAY_TIMELINE_POINT)
    return self->marks_y + WAY_TIMELINE_MARKS / 2.0 - MARK;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WayTimelineRow *row = &g_array_index (self->rows, WayTimelineRow, i);
      if (row->phase != NULL && row->phase->id == hit->id)
        return row->y + WAY_TIMELINE_BAR_Y (self);
    }
  return -1;
}

/* What is moved stays, since nothing has moved yet; where it would be is drawn beside it. */
static void
draw_moved (WayTimeline *self, GtkSnapshot *snapshot)
{
  const WayTimelineDrag *drag = &self->drag;
  g_autofree char *text = way_timeline_describe_drag (self);
  GdkRGBA accent = way_timeline_color (self, "way_today", 1);
  GdkRGBA light = way_timeline_color (self, "way_today", 0.35f);
  double y = top_of_moved (self);
  WayDate start, end;

  if (y < 0)
    return;
  way_timeline_drag_dates (drag, &start, &end);
  WayDate last = end != WAY_DATE_NONE ? end : MAX (start, self->scale.last);
  graphene_rect_t rect = rect_of_days (self, start, last, y, WAY_TIMELINE_BAR);
  double middle = way_timeline_x (self, start + 0.5);
  if (drag->hit.part == WAY_TIMELINE_POINT)
    {
      rect = rect_of (middle - MARK - 2, y - 2, 2 * MARK + 4, 2 * MARK + 4);
      draw_diamond (snapshot, middle, y + MARK, MARK, &accent);
    }
  fill (snapshot, &rect, RADIUS, &light);
  outline (snapshot, &rect, RADIUS, 2, &accent);
  double edge = drag->hit.part == WAY_TIMELINE_END ? way_timeline_x (self, last + 1) : middle;
  draw_bubble (self, snapshot, text, drag->by_keys ? edge : drag->x, y - 6,
               y + WAY_TIMELINE_BAR + 6);
}

/* The mark that the keyboard is on, with its name. */
static void
draw_selected_mark (WayTimeline *self, GtkSnapshot *snapshot)
{
  const WayRoadmapPoint *point = g_ptr_array_index (self->roadmap->points, self->mark);
  g_autofree char *text = way_timeline_describe_point (self, point);
  GdkRGBA accent = way_timeline_color (self, "way_today", 1);
  double x = way_timeline_x (self, point->due_date + 0.5);
  double y = self->marks_y + WAY_TIMELINE_MARKS / 2.0;
  graphene_rect_t rect = rect_of (x - MARK - 4, y - MARK - 4, 2 * MARK + 8, 2 * MARK + 8);

  outline (snapshot, &rect, RADIUS, 2, &accent);
  draw_bubble (self, snapshot, text, x, y - MARK - 8, y + MARK + 8);
}

void
way_timeline_draw_overlay (WayTimeline *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WayTimelineRow *row = &g_array_index (self->rows, WayTimelineRow, i);
      if (row->phase != NULL)
        draw_row (self, snapshot, row);
    }
  draw_planned_points (self, snapshot);
  if (self->drag.moving)
    draw_moved (self, snapshot);
  else if (self->mark >= 0 && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    draw_selected_mark (self, snapshot);
}

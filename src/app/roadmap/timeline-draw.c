/* The drawing of the timeline, from the ruler down: nothing here changes anything. */
#include "app/roadmap/timeline-draw.h"

#include "app/format.h"
#include "app/roadmap/timeline-color.h"
#include "app/roadmap/timeline-geometry.h"
#include "app/roadmap/timeline-overlay.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>
#include <math.h>

#define RADIUS     5.0f
#define MARK       6.0  /* half of a mark, pixels */
#define TICK_ROOM  34.0 /* a label of the lower row of the ruler needs */
#define LABEL_SIZE 0.85

/* What a snapshot needs again and again. */
typedef struct
{
  WayTimeline *self;
  GtkSnapshot *snapshot;
  double width;
  GdkRGBA text, faint, line, study, today, milestone, review;
} Draw;

static PangoLayout *
make_layout (Draw *d, const char *text, double size, gboolean bold)
{
  PangoContext *context =
      d->self->paper != NULL ? d->self->paper : gtk_widget_get_pango_context (GTK_WIDGET (d->self));
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_unref (attributes);
  return layout;
}

static gboolean
fits (Draw *d, const char *text, double room, double size, gboolean bold)
{
  g_autoptr (PangoLayout) layout = make_layout (d, text, size, bold);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width <= room;
}

/* At @x, or at its right end there where the language runs from the right; cut at @room pixels, and never over the
 * edge. */
static void
put_text (Draw *d,
          const char *text,
          double x,
          double y,
          double room,
          double size,
          gboolean bold,
          const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (room < 8)
    return;
  layout = make_layout (d, text, size, bold);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      width = (int) room;
    }
  if (way_timeline_is_rtl (d->self))
    x -= width;
  x = CLAMP (x, 0, MAX (0, d->width - width));
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (d->snapshot, layout, color);
  gtk_snapshot_restore (d->snapshot);
}

/* "4", "4 Jan", "January 2027", "Q1", "2027" (transfer full). */
static char *
label_of (WayTimeUnit unit, WayDate date, gboolean upper)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  switch (unit)
    {
    case WAY_TIME_DAY:
    case WAY_TIME_WEEK:
      return g_strdup_printf ("%d", day);
    case WAY_TIME_MONTH:
      /* Translators: months on a timeline, see g_date_time_format(): "January 2027", "Jan" */
      return way_date_format (date, upper ? _ ("%B %Y") : _ ("%b"));
    case WAY_TIME_QUARTER:
      /* Translators: a quarter of a year */
      return g_strdup_printf (_ ("Q%d"), (month + 2) / 3);
    case WAY_TIME_YEAR:
    default:
      return g_strdup_printf ("%d", year);
    }
}

static void
draw_vertical (Draw *d, double day, double y, double height, double width, const GdkRGBA *color)
{
  double x = floor (way_timeline_x (d->self, day));

  gtk_snapshot_append_color (
      d->snapshot, color,
      &GRAPHENE_RECT_INIT ((float) (x - width / 2), (float) y, (float) width, (float) height));
}

/* One row of the ruler: labels at the beginning of each unit; the first one stays at the edge. What is cut off there has
 * none. */
static void
draw_labels (Draw *d, WayTimeUnit unit, double y, gboolean upper)
{
  const WayTimeScale *scale = &d->self->scale;
  double begin = way_time_scale_day (scale, 0), end = way_time_scale_day (scale, scale->width);
  gboolean rtl = way_timeline_is_rtl (d->self);

  for (WayDate at = way_time_unit_floor (unit, (WayDate) floor (begin)); at < end;)
    {
      WayDate next = way_time_unit_next (unit, at);
      double from = MAX (0, way_time_scale_x (scale, at));
      double room = MIN (way_time_scale_x (scale, next), d->width) - from - 6;
      g_autofree char *label = label_of (unit, at, upper);
      double x = rtl ? d->width - from - 4 : from + 4;
      /* A day that is out of sight is not said at the edge: the number would stand for another one. */
      if ((unit > WAY_TIME_WEEK || at >= begin) && fits (d, label, room, LABEL_SIZE, upper))
        put_text (d, label, x, y, room, LABEL_SIZE, upper, upper ? &d->text : &d->faint);
      at = next;
    }
}

/* Lines of the lower unit through the whole height, stronger where the upper one begins. */
static void
draw_grid (Draw *d, WayTimeUnit unit)
{
  const WayTimeScale *scale = &d->self->scale;
  WayTimeUnit above = way_time_unit_above (unit);
  double begin = way_time_scale_day (scale, 0), end = way_time_scale_day (scale, scale->width);

  for (WayDate at = way_time_unit_floor (unit, (WayDate) floor (begin)); at < end;
       at = way_time_unit_next (unit, at))
    draw_vertical (d, at, WAY_TIMELINE_RULER (d->self),
                   d->self->height - WAY_TIMELINE_RULER (d->self), 1, &d->line);
  for (WayDate at = way_time_unit_floor (above, (WayDate) floor (begin)); at < end;
       at = way_time_unit_next (above, at))
    draw_vertical (d, at, 0, d->self->height, 1, &d->line);
}

/* Stripes tell the late end of a range without a colour. */
static void
draw_late_end (Draw *d, double x, double y, double width)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, WAY_TIMELINE_BAR);
  GdkRGBA light = d->study, stripes = d->study;
  GskRoundedRect round;

  light.alpha *= 0.22f;
  stripes.alpha *= 0.5f;
  gsk_rounded_rect_init_from_rect (&round, &rect, RADIUS);
  gtk_snapshot_push_rounded_clip (d->snapshot, &round);
  gtk_snapshot_append_color (d->snapshot, &light, &rect);
  gtk_snapshot_append_repeating_linear_gradient (
      d->snapshot, &rect, &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (5, 5),
      (GskColorStop[]) {
          { 0, stripes }, { 0.3f, stripes }, { 0.3f, { 0, 0, 0, 0 } }, { 1, { 0, 0, 0, 0 } } },
      4);
  gtk_snapshot_pop (d->snapshot);
}

static void
draw_fading (Draw *d, double from, double to, double y)
{
  GdkRGBA none = d->study;
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) MIN (from, to), (float) y,
                                             (float) fabs (to - from), WAY_TIMELINE_BAR);

  none.alpha = 0;
  gtk_snapshot_append_linear_gradient (
      d->snapshot, &rect, &GRAPHENE_POINT_INIT ((float) from, 0),
      &GRAPHENE_POINT_INIT ((float) to, 0),
      (GskColorStop[]) { { 0, d->study }, { 0.6f, d->study }, { 1, none } }, 3);
}

/* What is done of a phase: a line along its foot. */
static void
draw_progress (Draw *d, const WayRoadmapPhase *phase, double from, double to, double y)
{
  GdkRGBA color = d->text;
  double share = phase->blocks > 0 ? (double) phase->blocks_done / phase->blocks : 0;
  double end = from + (to - from) * share;

  if (share > 0)
    way_draw_fill (d->snapshot, MIN (from, end), y + WAY_TIMELINE_BAR - 4, fabs (end - from), 3,
                   1.5f, &color);
}

static void
draw_phase (Draw *d, const WayTimelineRow *row, gboolean selected)
{
  WayTimeline *self = d->self;
  const WayRoadmapPhase *phase = row->phase;
  double y = row->y + WAY_TIMELINE_BAR_Y (self), from = way_timeline_x (self, phase->start_date);
  double late = way_timeline_x (self, way_timeline_last_day (self, phase) + 1);
  gboolean rtl = way_timeline_is_rtl (self);
  /* The title stays on the screen as long as its bar does. */
  double label = rtl ? MIN (from, d->width - 6) : MAX (from, 6);

  if (selected)
    {
      GdkRGBA color = d->today;
      color.alpha = 0.12f;
      gtk_snapshot_append_color (
          d->snapshot, &color,
          &GRAPHENE_RECT_INIT (0, (float) row->y, (float) d->width, WAY_TIMELINE_ROW (d->self)));
    }
  if (phase->ongoing)
    draw_fading (d, from, late, y);
  else
    {
      double early = way_timeline_x (self, phase->early_finish_date + 1);
      draw_late_end (d, MIN (from, late), y, MAX (3, fabs (late - from)));
      way_draw_fill (d->snapshot, MIN (from, early), y, MAX (3, fabs (early - from)),
                     WAY_TIMELINE_BAR, RADIUS, &d->study);
      draw_progress (d, phase, from, early, y);
    }
  if (phase->gate_closed_date != WAY_DATE_NONE)
    draw_vertical (d, phase->gate_closed_date + 1, y - 3, WAY_TIMELINE_BAR + 6, 3, &d->milestone);
  gboolean in_sight = MAX (from, late) > 0 && MIN (from, late) < d->width;
  put_text (d, phase->title, CLAMP (label, 6, d->width - 6), row->y + 4, d->width - 12, 1, in_sight,
            in_sight ? &d->text : &d->faint);
}

static void
draw_heading (Draw *d, const WayTimelineRow *row, gboolean selected)
{
  gboolean folded = g_hash_table_contains (d->self->folded, row->heading);
  gboolean rtl = way_timeline_is_rtl (d->self);
  /* Paper does not fold. */
  g_autofree char *text =
      d->self->paper != NULL
          ? g_strdup (row->heading)
          : g_strdup_printf ("%s %s", folded ? (rtl ? "◂" : "▸") : "▾", row->heading);

  if (selected)
    way_draw_fill (d->snapshot, 2, row->y + 6, d->width - 4, WAY_TIMELINE_ROW (d->self) - 14,
                   RADIUS, &d->line);
  put_text (d, text, rtl ? d->width - 8 : 8, row->y + 14 * d->self->em, d->width - 16, 1, FALSE,
            &d->faint);
}

/* A square on its corner: lines that stay lines on paper, too. */
static void
draw_diamond (Draw *d, double x, double y, const GdkRGBA *color, gboolean open)
{
  float half = (float) (MARK * G_SQRT2 / 2);
  graphene_rect_t square = GRAPHENE_RECT_INIT (-half, -half, 2 * half, 2 * half);
  const float widths[] = { 1.8f, 1.8f, 1.8f, 1.8f };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &square, 0);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_rotate (d->snapshot, 45);
  if (open)
    gtk_snapshot_append_border (d->snapshot, &outline, widths, colors);
  else
    gtk_snapshot_append_color (d->snapshot, color, &square);
  gtk_snapshot_restore (d->snapshot);
}

/* Diamonds for milestones, small squares for the checklist, circles for reviews; hollow while they are open. */
static void
draw_marks (Draw *d)
{
  WayTimeline *self = d->self;
  double y = self->marks_y + WAY_TIMELINE_MARKS / 2.0;

  for (guint i = 0; i < self->reviews->len; i++)
    {
      double x = way_timeline_x (self, g_array_index (self->reviews, WayDate, i) + 0.5);
      way_draw_fill (d->snapshot, x - MARK, y - MARK, 2 * MARK, 2 * MARK, (float) MARK, &d->review);
    }
  for (guint i = 0; i < self->roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (self->roadmap->points, i);
      double x = way_timeline_x (self, point->due_date + 0.5);
      gboolean open = point->done_date == WAY_DATE_NONE;
      if (!point->checklist)
        draw_diamond (d, x, y, &d->milestone, open);
      else
        way_draw_fill (d->snapshot, x - 3, y + (open ? -3 : -1), 6, open ? 6 : 2, 1, &d->milestone);
    }
}

/* The hours of each week; what is done of them is full, the rest light. */
static void
draw_load (Draw *d)
{
  WayTimeline *self = d->self;
  int most = 60;
  GdkRGBA light = d->study;

  light.alpha *= 0.35f;
  for (guint i = 0; i < self->weeks->len; i++)
    most = MAX (most, g_array_index (self->weeks, WayWeekLoad, i).minutes);
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const WayWeekLoad *week = &g_array_index (self->weeks, WayWeekLoad, i);
      double a = way_timeline_x (self, week->monday), b = way_timeline_x (self, week->monday + 7);
      double gap = fabs (b - a) > 6 ? 1 : 0, room = WAY_TIMELINE_LOAD (self) - 6 - 20 * self->em;
      double height = room * week->minutes / most, done = room * week->done / most;
      double foot = self->load_y + WAY_TIMELINE_LOAD (d->self) - 4;
      double x = MIN (a, b) + gap, width = MAX (1, fabs (b - a) - 2 * gap);
      if (MAX (a, b) < 0 || MIN (a, b) > d->width)
        continue;
      way_draw_fill (d->snapshot, x, foot - height, width, height, 2, &light);
      way_draw_fill (d->snapshot, x, foot - done, width, done, 2, &d->study);
    }
  g_autofree char *top = way_format_minutes (most);
  gboolean rtl = way_timeline_is_rtl (self);
  /* Translators: the hours of the fullest week */
  g_autofree char *label = g_strdup_printf (_ ("Hours a week, at most %s"), top);
  put_text (d, label, rtl ? d->width - 8 : 8, self->load_y, d->width - 16, LABEL_SIZE, FALSE,
            &d->faint);
}

static void
draw_today (Draw *d)
{
  WayTimeline *self = d->self;
  double x = way_timeline_x (self, self->today + 0.5);

  if (x >= 0 && x <= d->width)
    draw_vertical (d, self->today + 0.5, WAY_TIMELINE_RULER (d->self) - 6,
                   self->height - WAY_TIMELINE_RULER (d->self) + 6, 2, &d->today);
}

void
way_timeline_draw (WayTimeline *self, GtkSnapshot *snapshot)
{
  Draw d = { .self = self,
             .snapshot = snapshot,
             .width = self->scale.width,
             .text = way_timeline_color (self, NULL, 1),
             .faint = way_timeline_color (self, NULL, 0.7f),
             .line = way_timeline_color (self, NULL, 0.1f),
             .study = way_timeline_color (self, "way_study", 1),
             .today = way_timeline_color (self, "way_today", 1),
             .milestone = way_timeline_color (self, "way_milestone", 1),
             .review = way_timeline_color (self, "way_review", 1) };
  WayTimeUnit unit = way_time_scale_unit (&self->scale, TICK_ROOM * self->em);
  gboolean focus = gtk_widget_has_visible_focus (GTK_WIDGET (self));

  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) d.width, (float) MAX (self->height, 1)));
  draw_grid (&d, unit);
  draw_labels (&d, way_time_unit_above (unit), 4, TRUE);
  if (unit != WAY_TIME_YEAR)
    draw_labels (&d, unit, 4 + 20 * self->em, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WayTimelineRow *row = &g_array_index (self->rows, WayTimelineRow, i);
      gboolean selected = focus && self->selected == (int) i;
      if (row->phase != NULL)
        draw_phase (&d, row, selected);
      else
        draw_heading (&d, row, selected);
    }
  draw_marks (&d);
  if (self->show_load)
    draw_load (&d);
  draw_today (&d);
  way_timeline_draw_overlay (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

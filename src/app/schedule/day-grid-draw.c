/* The drawing of the grid: what lies behind the blocks, and what lies over them. Nothing here changes anything. */
#include "app/schedule/day-grid-private.h"

#include "app/format.h"

#include <glib/gi18n.h>
#include <math.h>

#define RADIUS   6.0f
#define NOW_DOT  4.0
#define HATCH    8.0 /* pixels between two lines */
#define LABEL    0.8 /* of the font */
#define ROW_ROOM 14  /* pixels; labels closer than that are left out */

typedef struct
{
  WayDayGrid *self;
  GtkSnapshot *snapshot;
  double width, height;
  GdkRGBA text, line, accent, open, preferred, busy, gap, warning;
} Draw;

static GdkRGBA
color_of (WayDayGrid *self, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= alpha;
  return color;
}

static Draw
begin_drawing (WayDayGrid *self, GtkSnapshot *snapshot)
{
  return (Draw) { .self = self,
                  .snapshot = snapshot,
                  .width = gtk_widget_get_width (GTK_WIDGET (self)),
                  .height = gtk_widget_get_height (GTK_WIDGET (self)),
                  .text = color_of (self, NULL, 0.7f),
                  .line = color_of (self, NULL, 0.12f),
                  .accent = color_of (self, "way_today", 1),
                  .open = color_of (self, "way_open", 0.10f),
                  .preferred = color_of (self, "way_open", 0.12f),
                  .busy = color_of (self, NULL, 0.14f),
                  .gap = color_of (self, NULL, 0.3f),
                  .warning = color_of (self, "error_color", 1) };
}

static void
fill (Draw *d, double x, double y, double width, double height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (
      d->snapshot, color,
      &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
fill_round (Draw *d, const GdkRectangle *area, const GdkRGBA *color)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round,
                                   &GRAPHENE_RECT_INIT ((float) area->x, (float) area->y,
                                                        (float) area->width, (float) area->height),
                                   RADIUS);
  gtk_snapshot_push_rounded_clip (d->snapshot, &round);
  fill (d, area->x, area->y, area->width, area->height, color);
  gtk_snapshot_pop (d->snapshot);
}

static void
outline (Draw *d, const GdkRectangle *area, float thick, const GdkRGBA *color)
{
  GskRoundedRect round;
  float widths[4] = { thick, thick, thick, thick };
  GdkRGBA colors[4] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&round,
                                   &GRAPHENE_RECT_INIT ((float) area->x, (float) area->y,
                                                        (float) area->width, (float) area->height),
                                   RADIUS);
  gtk_snapshot_append_border (d->snapshot, &round, widths, colors);
}

/* Lines from the lower left to the upper right: not only a colour. */
static void
hatch (Draw *d, double x, double y, double width, double height, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      d->snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  for (double at = -height; at < width; at += HATCH)
    {
      cairo_move_to (cr, x + at, y + height);
      cairo_line_to (cr, x + at + height, y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Inside @area, where the language begins; cut to @lines lines, 0: as many as fit. */
static void
put_text (Draw *d,
          const char *text,
          const GdkRectangle *area,
          int lines,
          gboolean bold,
          const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (d->self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (area->width < 12)
    {
      pango_attr_list_unref (attributes);
      return;
    }
  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, area->width * PANGO_SCALE);
  pango_layout_set_height (layout, lines > 0 ? -lines : area->height * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y));
  gtk_snapshot_append_layout (d->snapshot, layout, color);
  gtk_snapshot_restore (d->snapshot);
}

/* Hours that are free for blocks, cut into the days. */
static void
draw_hours (Draw *d, const GArray *hours, const GdkRGBA *color)
{
  WayDayGrid *self = d->self;

  for (guint i = 0; i < hours->len; i++)
    {
      WayInterval it = g_array_index (hours, WayInterval, i);
      for (int day = 0; day < self->content.n_days; day++)
        {
          gint64 from = MAX (it.start_utc, way_day_axis_start (self->axis, day));
          gint64 to = MIN (it.end_utc, way_day_axis_end (self->axis, day));
          if (from >= to)
            continue;
          double top = way_day_grid_y (self, way_day_axis_minute (self->axis, day, from));
          double bottom = way_day_grid_y (self, way_day_axis_minute (self->axis, day, to));
          fill (d, way_day_grid_day_x (self, day), top, way_day_grid_day_width (self), bottom - top,
                color);
        }
    }
}

static char *
hour_label (int minute, gboolean again)
{
  g_autofree char *text = way_format_clock (minute);

  /* Translators: an hour that comes twice on the day on which clocks are put back: "02:00 again" */
  return again ? g_strdup_printf (_ ("%s again"), text) : g_steal_pointer (&text);
}

/* The lines of the hours, and their names beside them, but for those that another label is too close to. */
static void
draw_ruler (Draw *d)
{
  WayDayGrid *self = d->self;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double x = rtl ? 0 : WAY_DAY_GRID_GUTTER;
  double last = -ROW_ROOM;

  for (int minute = 0; minute <= way_day_axis_length (self->axis); minute += 30)
    {
      double y = round (way_day_grid_y (self, minute));
      gboolean again;
      int wall = way_day_axis_wall (self->axis, minute, &again);
      GdkRGBA faint = d->line;
      faint.alpha *= wall % 60 == 0 ? 1 : 0.4f;
      fill (d, x, y, d->width - WAY_DAY_GRID_GUTTER, 1, &faint);
      if (wall % 60 != 0 || y - last < ROW_ROOM || wall == 1440)
        continue;
      g_autofree char *text = hour_label (wall, again);
      GdkRectangle area = { rtl ? (int) d->width - WAY_DAY_GRID_GUTTER + 6 : 6, (int) y - 8,
                            WAY_DAY_GRID_GUTTER - 10, again ? 32 : 16 };
      put_text (d, text, &area, again ? 2 : 1, FALSE, &d->text);
      last = y;
    }
  for (int day = 0; day < self->content.n_days; day++)
    fill (d, round (way_day_grid_day_x (self, day)), 0, 1, d->height, &d->line);
}

static void
draw_gaps (Draw *d)
{
  WayDayGrid *self = d->self;

  for (int day = 0; day < self->content.n_days; day++)
    {
      const GArray *gaps = way_day_axis_gaps (self->axis, day);
      for (guint i = 0; i < gaps->len; i++)
        {
          WayDayGap gap = g_array_index (gaps, WayDayGap, i);
          double top = way_day_grid_y (self, gap.from);
          hatch (d, way_day_grid_day_x (self, day), top, way_day_grid_day_width (self),
                 way_day_grid_y (self, gap.to) - top, &d->gap);
        }
    }
}

static void
draw_busy (Draw *d)
{
  WayDayGrid *self = d->self;

  for (guint i = 0; i < self->busy_parts->len; i++)
    {
      const WayDayPart *part = &g_array_index (self->busy_parts, WayDayPart, i);
      const WayCalendarEvent *event = g_ptr_array_index (self->content.busy, part->index);
      GdkRectangle area = way_day_grid_area (self, part, TRUE);
      fill_round (d, &area, &d->busy);
      /* The header names what takes all day. */
      if (event->all_day)
        continue;
      GdkRectangle inside = { area.x + 6, area.y + 1, area.width - 10, area.height - 2 };
      put_text (d, event->title, &inside, area.height < 34 ? 1 : 0, FALSE, &d->text);
    }
}

void
way_day_grid_draw_ground (WayDayGrid *self, GtkSnapshot *snapshot)
{
  Draw d = begin_drawing (self, snapshot);

  draw_hours (&d, self->content.open, &d.open);
  draw_hours (&d, self->content.preferred, &d.preferred);
  draw_ruler (&d);
  draw_gaps (&d);
  draw_busy (&d);
}

static void
draw_now (Draw *d)
{
  WayDayGrid *self = d->self;
  int day = way_day_axis_day (self->axis, self->content.now_utc);

  if (day < 0 || day >= self->content.n_days)
    return;
  double x = way_day_grid_day_x (self, day), width = way_day_grid_day_width (self);
  double y =
      round (way_day_grid_y (self, way_day_axis_minute (self->axis, day, self->content.now_utc)));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRectangle dot = { (int) ((rtl ? x + width : x) - NOW_DOT), (int) (y - NOW_DOT), 2 * NOW_DOT,
                       2 * NOW_DOT };
  fill (d, x, y - 1, width, 2, &d->accent);
  fill_round (d, &dot, &d->accent);
}

static void
draw_cursor (Draw *d)
{
  WayDayGrid *self = d->self;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)) || self->edit != WAY_EDIT_NONE)
    return;
  WayDayPart part = { 0,
                      self->cursor_day,
                      self->cursor_minute,
                      MIN (self->cursor_minute + self->content.block_minutes,
                           way_day_axis_length (self->axis)),
                      0,
                      1 };
  GdkRectangle area = way_day_grid_area (self, &part, TRUE);
  outline (d, &area, 2, &d->accent);
}

/* What the edit comes to, with its times; red and in words where it overlaps. */
static void
draw_edit (Draw *d)
{
  WayDayGrid *self = d->self;
  GdkRGBA color = self->edit_overlap != NULL ? d->warning : d->accent, ground = color,
          text = color_of (self, NULL, 1);
  gboolean told = FALSE;

  ground.alpha *= 0.25f;
  for (int day = 0; day < self->content.n_days && self->edit != WAY_EDIT_NONE; day++)
    {
      gint64 from = MAX (self->edit_start, way_day_axis_start (self->axis, day));
      gint64 to = MIN (self->edit_end, way_day_axis_end (self->axis, day));
      if (from >= to)
        continue;
      WayDayPart part = { 0,
                          day,
                          way_day_axis_minute (self->axis, day, from),
                          way_day_axis_minute (self->axis, day, to),
                          0,
                          1 };
      GdkRectangle area = way_day_grid_area (self, &part, TRUE);
      GdkRectangle inside = { area.x + 6, area.y + 2, area.width - 10, MAX (48, area.height) };
      g_autofree char *times =
          way_format_times (self->content.zone, self->edit_start, self->edit_end);
      /* Translators: times, and the title of what is there already */
      g_autofree char *overlap =
          self->edit_overlap != NULL
              ? g_strdup_printf (_ ("%s\noverlaps “%s”"), times, self->edit_overlap)
              : NULL;
      GdkRGBA cover = color_of (self, "view_bg_color", 0.85f);
      fill_round (d, &area, &cover);
      fill_round (d, &area, &ground);
      outline (d, &area, 2, &color);
      if (!told)
        put_text (d, overlap != NULL ? overlap : times, &inside, 0, TRUE, &text);
      told = TRUE;
    }
}

void
way_day_grid_draw_top (WayDayGrid *self, GtkSnapshot *snapshot)
{
  Draw d = begin_drawing (self, snapshot);

  draw_now (&d);
  draw_cursor (&d);
  draw_edit (&d);
}

/* The drawing of the grid: what lies behind the blocks, and what lies over them. Nothing here changes anything. */
#include "app/schedule/day-grid-private.h"

#include "app/format.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>
#include <math.h>

#define RADIUS   6.0f
#define NOW_DOT  4.0
#define HATCH    8.0 /* pixels between two lines */
#define ROW_ROOM 14  /* pixels; labels closer than that are left out */

typedef struct
{
  WayDayGrid *self;
  GtkSnapshot *snapshot;
  double width, height;
  GdkRGBA text, line, accent, open, preferred, busy, gap, warning;
} Draw;

static Draw
begin_drawing (WayDayGrid *self, GtkSnapshot *snapshot)
{
  return (Draw) { .self = self,
                  .snapshot = snapshot,
                  .width = gtk_widget_get_width (GTK_WIDGET (self)),
                  .height = gtk_widget_get_height (GTK_WIDGET (self)),
                  .text = way_draw_color (GTK_WIDGET (self), NULL, 0.7f),
                  .line = way_draw_line_color (GTK_WIDGET (self)),
                  .accent = way_draw_color (GTK_WIDGET (self), "way_today", 1),
                  .open = way_draw_color (GTK_WIDGET (self), "way_open", 0.10f),
                  .preferred = way_draw_color (GTK_WIDGET (self), "way_open", 0.12f),
                  .busy = way_draw_color (GTK_WIDGET (self), NULL, 0.14f),
                  .gap = way_draw_color (GTK_WIDGET (self), NULL, 0.3f),
                  .warning = way_draw_color (GTK_WIDGET (self), "error_color", 1) };
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
          way_draw_fill (d->snapshot, way_day_grid_day_x (self, day), top,
                         way_day_grid_day_width (self), bottom - top, 0, color);
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
      way_draw_fill (d->snapshot, x, y, d->width - WAY_DAY_GRID_GUTTER, 1, 0, &faint);
      if (wall % 60 != 0 || y - last < ROW_ROOM || wall == 1440)
        continue;
      g_autofree char *text = hour_label (wall, again);
      GdkRectangle area = { rtl ? (int) d->width - WAY_DAY_GRID_GUTTER + 6 : 6, (int) y - 8,
                            WAY_DAY_GRID_GUTTER - 10, again ? 32 : 16 };
      way_draw_text (GTK_WIDGET (self), d->snapshot, text, &area, again ? 2 : 1, WAY_DRAW_PLAIN,
                     &d->text);
      last = y;
    }
  for (int day = 0; day < self->content.n_days; day++)
    way_draw_fill (d->snapshot, round (way_day_grid_day_x (self, day)), 0, 1, d->height, 0,
                   &d->line);
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
      way_draw_fill (d->snapshot, area.x, area.y, area.width, area.height, RADIUS, &d->busy);
      /* The header names what takes all day. */
      if (event->all_day)
        continue;
      GdkRectangle inside = { area.x + 6, area.y + 1, area.width - 10, area.height - 2 };
      way_draw_text (GTK_WIDGET (self), d->snapshot, event->title, &inside,
                     area.height < 34 ? 1 : 0, WAY_DRAW_PLAIN, &d->text);
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

/* Only those in sight: one that is not takes as long to paint, and a week may have a hundred. */
void
way_day_grid_draw_tiles (WayDayGrid *self, GtkSnapshot *snapshot)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  float height = (float) gtk_widget_get_height (viewport);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      GtkWidget *tile = g_ptr_array_index (self->tiles, i);
      graphene_rect_t area;
      if (gtk_widget_compute_bounds (tile, viewport, &area) && area.origin.y < height &&
          area.origin.y + area.size.height > 0)
        gtk_widget_snapshot_child (GTK_WIDGET (self), tile, snapshot);
    }
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
  way_draw_fill (d->snapshot, x, y - 1, width, 2, 0, &d->accent);
  way_draw_fill (d->snapshot, dot.x, dot.y, dot.width, dot.height, RADIUS, &d->accent);
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
  way_draw_outline (d->snapshot, &area, RADIUS, 2, &d->accent);
}

/* What the edit comes to, with its times; red and in words where it overlaps. */
static void
draw_edit (Draw *d)
{
  WayDayGrid *self = d->self;
  GdkRGBA color = self->edit_overlap != NULL ? d->warning : d->accent, ground = color,
          text = way_draw_color (GTK_WIDGET (self), NULL, 1);
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
      GdkRGBA cover = way_draw_color (GTK_WIDGET (self), "view_bg_color", 0.85f);
      way_draw_fill (d->snapshot, area.x, area.y, area.width, area.height, RADIUS, &cover);
      way_draw_fill (d->snapshot, area.x, area.y, area.width, area.height, RADIUS, &ground);
      way_draw_outline (d->snapshot, &area, RADIUS, 2, &color);
      if (!told)
        way_draw_text (GTK_WIDGET (self), d->snapshot, overlap != NULL ? overlap : times, &inside,
                       0, WAY_DRAW_BOLD, &text);
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

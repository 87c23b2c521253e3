#include "app/roadmap/paper-legend.h"

#include <glib/gi18n.h>

#define SWATCH 22.0 /* points */
#define BAR    8.0
#define MARK   3.6 /* half of a mark */
#define GAP    14.0
#define LINE   15.0

typedef void (*DrawFunc) (cairo_t *cr, double x, double y);

/* The colours are those of the timeline on paper. */
static void
set_color (cairo_t *cr, const char *color, double alpha)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, color);
  rgba.alpha = (float) alpha;
  gdk_cairo_set_source_rgba (cr, &rgba);
}

static void
draw_bar (cairo_t *cr, double x, double y)
{
  set_color (cr, "#3584e4", 1);
  cairo_rectangle (cr, x, y - BAR / 2, SWATCH, BAR);
  cairo_fill (cr);
}

static void
draw_late (cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y - BAR / 2, SWATCH, BAR);
  cairo_clip (cr);
  set_color (cr, "#3584e4", 0.22);
  cairo_paint (cr);
  set_color (cr, "#3584e4", 0.5);
  cairo_set_line_width (cr, 1);
  for (double at = -BAR; at < SWATCH; at += 4.4)
    {
      cairo_move_to (cr, x + at, y + BAR / 2);
      cairo_line_to (cr, x + at + BAR, y - BAR / 2);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_ongoing (cairo_t *cr, double x, double y)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x, 0, x + SWATCH, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0.3, 0x35 / 255.0, 0x84 / 255.0, 0xe4 / 255.0, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 1, 0x35 / 255.0, 0x84 / 255.0, 0xe4 / 255.0, 0);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, x, y - BAR / 2, SWATCH, BAR);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_done (cairo_t *cr, double x, double y)
{
  draw_bar (cr, x, y);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, x, y + BAR / 2 - 2.4, SWATCH * 0.6, 1.8);
  cairo_fill (cr);
}

static void
draw_gate (cairo_t *cr, double x, double y)
{
  set_color (cr, "#26a269", 1);
  cairo_rectangle (cr, x + SWATCH / 2 - 1, y - BAR / 2 - 1, 2, BAR + 2);
  cairo_fill (cr);
}

static void
diamond (cairo_t *cr, double x, double y)
{
  set_color (cr, "#26a269", 1);
  cairo_move_to (cr, x, y - MARK);
  cairo_line_to (cr, x + MARK, y);
  cairo_line_to (cr, x, y + MARK);
  cairo_line_to (cr, x - MARK, y);
  cairo_close_path (cr);
}

/* Open and done. */
static void
draw_milestone (cairo_t *cr, double x, double y)
{
  cairo_set_line_width (cr, 1.1);
  diamond (cr, x + SWATCH / 2 - MARK - 1, y);
  cairo_stroke (cr);
  diamond (cr, x + SWATCH / 2 + MARK + 1.5, y);
  cairo_fill (cr);
}

static void
draw_checklist (cairo_t *cr, double x, double y)
{
  set_color (cr, "#26a269", 1);
  cairo_rectangle (cr, x + SWATCH / 2 - 2, y - 2, 4, 4);
  cairo_fill (cr);
}

static void
draw_review (cairo_t *cr, double x, double y)
{
  set_color (cr, "#e66100", 1);
  /* Not from where the text before it ended. */
  cairo_new_path (cr);
  cairo_arc (cr, x + SWATCH / 2, y, MARK, 0, 2 * G_PI);
  cairo_fill (cr);
}

static const struct
{
  DrawFunc draw;
  const char *text;
} items[] = {
  { draw_bar, N_ ("to the early finish") }, { draw_late, N_ ("to the late finish") },
  { draw_ongoing, N_ ("ongoing") },         { draw_done, N_ ("done of it") },
  { draw_gate, N_ ("gate closed") },        { draw_milestone, N_ ("milestone, open and done") },
  { draw_checklist, N_ ("checklist") },     { draw_review, N_ ("review") },
};

double
way_paper_legend (const WayPaperStyle *style, cairo_t *cr, double y)
{
  double x = 0, at = y;

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const char *text = _ (items[i].text);
      double width = SWATCH + 5 + way_paper_text_width (style, WAY_PAPER_FAINT, text) + 1;
      if (x > 0 && x + width > style->width)
        {
          x = 0;
          at += LINE;
        }
      if (cr != NULL)
        {
          /* A bar that fades is turned around, too. */
          cairo_save (cr);
          if (style->rtl)
            {
              cairo_translate (cr, style->width, 0);
              cairo_scale (cr, -1, 1);
            }
          items[i].draw (cr, x, at + LINE / 2);
          cairo_restore (cr);
          way_paper_text (style, cr, WAY_PAPER_FAINT, text, x + SWATCH + 5, at + 1.5,
                          width - SWATCH - 5, FALSE);
        }
      x += width + GAP;
    }
  return at + LINE - y;
}

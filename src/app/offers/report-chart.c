#include "app/offers/report-chart.h"

#include <math.h>

#define BAR    16.0 /* points */
#define ROOM   14.0 /* a number takes */
#define GAP    6.0
#define NAMES  0.22 /* of the width */
#define SWATCH 18.0
#define LINE   15.0

/* Those of the report as HTML. */
static const char *const colors[] = { "#99c1f1", "#8ff0a4", "#f9f06b", "#ffbe6f",
                                      "#dc8add", "#cdab8f", "#f66151", "#c0bfbc" };

/* @x: from the edge where lines begin */
static void
fill (const WayPaperStyle *style,
      cairo_t *cr,
      const char *color,
      double x,
      double y,
      double width,
      double height)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, color);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_rectangle (cr, style->rtl ? style->width - x - width : x, y, width, height);
  cairo_fill (cr);
}

/* The number of a part, in the middle of the place that it has. */
static void
draw_number (const WayPaperStyle *style, cairo_t *cr, guint i, double x, double y, double width)
{
  g_autofree char *text = g_strdup_printf ("%u", i + 1);
  double wide = way_paper_text_width (style, WAY_PAPER_PLAIN, text) + 1;

  way_paper_text (style, cr, WAY_PAPER_PLAIN, text, x + (width - wide) / 2, y, wide, FALSE);
}

double
way_report_chart_bar (const WayReportSection *section,
                      guint i,
                      const WayPaperStyle *style,
                      cairo_t *cr,
                      double y)
{
  const WayReportBar *bar = g_ptr_array_index (section->bars, i);
  double start = NAMES * style->width, whole = style->width - start, x = start;
  double height = way_paper_text (style, cr, WAY_PAPER_PLAIN, bar->label, 0, y + 2,
                                  start - WAY_PAPER_COLUMN_GAP, FALSE);

  if (cr != NULL)
    fill (style, cr, "#f0eff1", start, y, whole, BAR);
  for (guint part = 0; cr != NULL && part < section->n_parts; part++)
    {
      double width = bar->parts[part] * whole;
      fill (style, cr, colors[part % G_N_ELEMENTS (colors)], x, y, width, BAR);
      if (width >= ROOM)
        draw_number (style, cr, part, x, y + 2, width);
      x += width;
    }
  return MAX (BAR, height + 2) + GAP;
}

/* Each part is a row of the table. */
static const char *
part_title (const WayReportSection *section, guint part)
{
  return ((char **) g_ptr_array_index (section->rows, 1 + part))[0];
}

double
way_report_chart_legend (const WayReportSection *section,
                         const WayPaperStyle *style,
                         cairo_t *cr,
                         double y)
{
  double x = 0, at = y;

  for (guint i = 0; i < section->n_parts; i++)
    {
      const char *text = part_title (section, i);
      double room =
          MIN (way_paper_text_width (style, WAY_PAPER_FAINT, text) + 1, style->width - SWATCH - 4);
      if (x > 0 && x + SWATCH + 4 + room > style->width)
        {
          x = 0;
          at += LINE;
        }
      if (cr != NULL)
        {
          fill (style, cr, colors[i % G_N_ELEMENTS (colors)], x, at, SWATCH, LINE - 3);
          draw_number (style, cr, i, x, at, SWATCH);
        }
      at +=
          way_paper_text (style, cr, WAY_PAPER_FAINT, text, x + SWATCH + 4, at, room, FALSE) > LINE
              ? LINE
              : 0;
      x += SWATCH + 4 + room + 12;
    }
  return at + LINE - y;
}

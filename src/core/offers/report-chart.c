/* Totals as stacked bars. Each part has a colour and a number, which the legend repeats, and its table is below: no
 * one needs to tell colours. */
#include "core/offers/report-chart.h"

#include "core/offers/report-markup.h"

#include <glib/gi18n-lib.h>

#define WIDTH    600.0 /* of 100 points */
#define HEIGHT   28.0
#define COLORS   8    /* that the style sheet has */
#define ROOM     16.0 /* a number takes */
#define BASELINE 19.0

/* Numbers of SVG have a point in every language. */
static const char *
number (char *text, double value)
{
  return g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.1f", value);
}

static void
append_part (GString *html, guint index, const char *name, double x, double width, gboolean rtl)
{
  char from[G_ASCII_DTOSTR_BUF_SIZE], size[G_ASCII_DTOSTR_BUF_SIZE],
      middle[G_ASCII_DTOSTR_BUF_SIZE];
  double left = rtl ? WIDTH - x - width : x;

  g_string_append_printf (html, "<g><title>");
  way_report_append_html (html, name);
  g_string_append_printf (
      html, "</title><rect class=\"c%u\" x=\"%s\" y=\"0\" width=\"%s\" height=\"%.0f\"/>",
      index % COLORS, number (from, left), number (size, width), HEIGHT);
  if (width >= ROOM)
    g_string_append_printf (html, "<text x=\"%s\" y=\"%.0f\">%u</text>",
                            number (middle, left + width / 2), BASELINE, index + 1);
  g_string_append (html, "</g>");
}

/* Each part is a row of the table. */
static const char *
part_title (const WayReportSection *section, guint part)
{
  return ((char **) g_ptr_array_index (section->rows, 1 + part))[0];
}

static void
append_bar (GString *html, const WayReportSection *section, const WayReportBar *bar, gboolean rtl)
{
  double x = 0;

  g_string_append (html, "<dt><bdi>");
  way_report_append_html (html, bar->label);
  g_string_append_printf (
      html, "</bdi></dt>\n<dd><svg role=\"img\" viewBox=\"0 0 %.0f %.0f\" aria-label=\"", WIDTH,
      HEIGHT);
  way_report_append_html (html, bar->label);
  g_string_append_printf (
      html, "\"><rect class=\"ground\" x=\"0\" y=\"0\" width=\"%.0f\" height=\"%.0f\"/>", WIDTH,
      HEIGHT);
  for (guint i = 0; i < section->n_parts; i++)
    {
      double width = bar->parts[i] * WIDTH;
      append_part (html, i, part_title (section, i), x, width, rtl);
      x += width;
    }
  g_string_append (html, "</svg></dd>\n");
}

void
way_report_append_chart (GString *html, const WayReportSection *section, gboolean rtl)
{
  g_string_append (html, "<figure>\n<dl>\n");
  for (guint i = 0; i < section->bars->len; i++)
    append_bar (html, section, g_ptr_array_index (section->bars, i), rtl);
  g_string_append (html, "</dl>\n<figcaption><ol>\n");
  for (guint i = 0; i < section->n_parts; i++)
    {
      g_string_append_printf (html, "<li><span class=\"key c%u\">%u</span> <bdi>", i % COLORS,
                              i + 1);
      way_report_append_html (html, part_title (section, i));
      g_string_append (html, "</bdi></li>\n");
    }
  g_string_append (html, "</ol>\n");
  if (section->has_ranges)
    {
      g_string_append (html, "<p>");
      way_report_append_html (html, _ ("The bars show the middle of each range."));
      g_string_append (html, "</p>\n");
    }
  g_string_append (html, "</figcaption>\n</figure>\n");
}

/* The drawing of stacked bars: parts from zero on, a line where a mark is, and a thin line with ends from low to high. */
#include "app/offers/series-fill.h"
#include "app/offers/stacked-bars-private.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>
#include <math.h>

#define BAR_INSET 4
#define SEAM      1.0 /* between parts */
#define MARK      3.0
#define CAP       8.0

static void
draw_parts (WayStackedBars *self,
            GtkSnapshot *snapshot,
            const WayBarsLayout *layout,
            const WayChartRow *row,
            int y)
{
  double up = 0, down = 0;

  for (guint s = 0; s < self->chart->n_series; s++)
    {
      double part = row->parts[s];
      if (isnan (part) || part == 0)
        continue;
      double *sum = part < 0 ? &down : &up;
      double a = way_stacked_bars_x (layout, *sum), b = way_stacked_bars_x (layout, *sum + part);
      *sum += part;
      graphene_rect_t rect =
          way_stacked_bars_rect (self, MIN (a, b), y + BAR_INSET, MAX (1, fabs (b - a) - SEAM),
                                 layout->row - 2 * BAR_INSET);
      way_series_fill (GTK_WIDGET (self), snapshot, s, &rect);
    }
}

static void
draw_line (WayStackedBars *self,
           GtkSnapshot *snapshot,
           double x,
           double y,
           double width,
           double height,
           const GdkRGBA *color)
{
  graphene_rect_t rect = way_stacked_bars_rect (self, x, y, width, height);

  gtk_snapshot_append_color (snapshot, color, &rect);
}

static void
draw_range (WayStackedBars *self,
            GtkSnapshot *snapshot,
            const WayBarsLayout *layout,
            const WayChartRow *row,
            int y,
            const GdkRGBA *color)
{
  if (isnan (row->low) || isnan (row->high) || row->low == row->high)
    return;
  double a = way_stacked_bars_x (layout, row->low), b = way_stacked_bars_x (layout, row->high);
  double middle = y + layout->row / 2.0;
  draw_line (self, snapshot, a, middle - 0.5, b - a, 1, color);
  draw_line (self, snapshot, a, middle - CAP / 2, 1, CAP, color);
  draw_line (self, snapshot, b - 1, middle - CAP / 2, 1, CAP, color);
}

static void
draw_row (WayStackedBars *self,
          GtkSnapshot *snapshot,
          const WayBarsLayout *layout,
          guint at,
          const GdkRGBA *text)
{
  const WayChartRow *row = g_ptr_array_index (self->chart->rows, at);
  int y = way_stacked_bars_y (self, layout, at), middle = (layout->row - layout->line) / 2;
  double end =
      layout->to + (gtk_widget_get_width (GTK_WIDGET (self)) - layout->to - layout->totals);

  if (row->group != NULL)
    way_stacked_bars_text (self, snapshot, row->group, 0, y - layout->row + middle,
                           gtk_widget_get_width (GTK_WIDGET (self)), WAY_BARS_HEADING, text);
  way_stacked_bars_text (self, snapshot, row->title, 0, y + middle, layout->labels, WAY_BARS_START,
                         text);
  draw_parts (self, snapshot, layout, row, y);
  draw_range (self, snapshot, layout, row, y, text);
  if (!isnan (row->mark))
    draw_line (self, snapshot, way_stacked_bars_x (layout, row->mark) - MARK / 2, y + 1, MARK,
               layout->row - 2, text);
  way_stacked_bars_text (self, snapshot, row->total, end, y + middle, layout->totals, WAY_BARS_END,
                         text);
}

void
way_stacked_bars_draw (WayStackedBars *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA text = way_draw_color (widget, NULL, 1), line = way_draw_line_color (widget);
  const WayBarsLayout *layout = way_stacked_bars_lay_out (self, gtk_widget_get_width (widget));

  draw_line (self, snapshot, way_stacked_bars_x (layout, 0) - 1, 0, 1, layout->rows_height, &line);
  draw_line (self, snapshot, layout->to, 0, 1, layout->rows_height, &line);
  for (guint i = 0; i < self->chart->rows->len; i++)
    draw_row (self, snapshot, layout, i, &text);
  way_stacked_bars_draw_legend (self, snapshot, layout->rows_height);
}

/* The series of @row at @x; -1: none. */
static int
series_at (WayStackedBars *self, const WayBarsLayout *layout, const WayChartRow *row, double x)
{
  double up = 0, down = 0;

  for (guint s = 0; s < self->chart->n_series; s++)
    {
      if (isnan (row->parts[s]))
        continue;
      double *sum = row->parts[s] < 0 ? &down : &up;
      double a = way_stacked_bars_x (layout, *sum);
      double b = way_stacked_bars_x (layout, *sum + row->parts[s]);
      *sum += row->parts[s];
      if (x >= MIN (a, b) && x < MAX (a, b))
        return (int) s;
    }
  return -1;
}

gboolean
way_stacked_bars_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  WayStackedBars *self = WAY_STACKED_BARS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double from_start = rtl ? gtk_widget_get_width (widget) - x : x;

  if (self->chart == NULL || keyboard)
    return FALSE;
  const WayBarsLayout *layout = way_stacked_bars_lay_out (self, gtk_widget_get_width (widget));
  for (guint i = 0; i < self->chart->rows->len; i++)
    {
      const WayChartRow *row = g_ptr_array_index (self->chart->rows, i);
      int top = way_stacked_bars_y (self, layout, i);
      int series = series_at (self, layout, row, from_start);
      if (y < top || y >= top + layout->row || series < 0)
        continue;
      /* Translators: a row of a chart, a part of it, and how much that is: "Acme, Growth: 12.4" */
      g_autofree char *text = g_strdup_printf (_ ("%s, %s: %s"), row->title,
                                               self->chart->series[series], row->texts[series]);
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  return FALSE;
}

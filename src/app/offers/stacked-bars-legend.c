/* The legend of stacked bars: a swatch and a word for each part, in as many lines as they need. */
#include "app/offers/series-fill.h"
#include "app/offers/stacked-bars-private.h"
#include "app/widgets/draw.h"

#include <math.h>

#define ABOVE 12 /* pixels */
#define GAP   6
#define APART 18

/* What is at a place of the legend: the parts, then the mark, then the range. */
static const char *
entry_title (const WayChart *chart, guint entry)
{
  if (entry < chart->n_series)
    return chart->series[entry];
  if (entry == chart->n_series && chart->mark_title != NULL)
    return chart->mark_title;
  return chart->range_title;
}

static guint
n_entries (const WayChart *chart)
{
  return chart->n_series + (chart->mark_title != NULL) + (chart->range_title != NULL);
}

static void
draw_swatch (WayStackedBars *self, GtkSnapshot *snapshot, guint entry, double x, double y, int size)
{
  const WayChart *chart = self->chart;
  GdkRGBA text = way_draw_color (GTK_WIDGET (self), NULL, 1);
  double middle = x + size / 2.0;

  if (entry < chart->n_series)
    {
      graphene_rect_t rect = way_stacked_bars_rect (self, x, y, size, size);
      way_series_fill (GTK_WIDGET (self), snapshot, entry, &rect);
      return;
    }
  gboolean mark = entry == chart->n_series && chart->mark_title != NULL;
  graphene_rect_t line = mark ? way_stacked_bars_rect (self, middle - 1.5, y - 2, 3, size + 4)
                              : way_stacked_bars_rect (self, x, y + floor (size / 2.0), size, 1);
  gtk_snapshot_append_color (snapshot, &text, &line);
  for (int side = 0; side < 2 && !mark; side++)
    {
      graphene_rect_t cap = way_stacked_bars_rect (self, x + side * (size - 1), y + 2, 1, size - 4);
      gtk_snapshot_append_color (snapshot, &text, &cap);
    }
}

/* Draws where there is a @snapshot; the height. */
static int
flow (WayStackedBars *self, GtkSnapshot *snapshot, int width, int top)
{
  const WayChart *chart = self->chart;
  GdkRGBA color = way_draw_color (GTK_WIDGET (self), NULL, 1);
  double x = 0;

  if (chart->rows->len == 0 || n_entries (chart) == 0)
    return 0;
  int line = way_stacked_bars_lay_out (self, width)->line, size = (int) (line * 0.7),
      y = top + ABOVE;
  for (guint i = 0; i < n_entries (chart); i++)
    {
      const char *title = entry_title (chart, i);
      double room = way_stacked_bars_text (self, NULL, title, 0, 0, 0, WAY_BARS_START, NULL);
      double all = size + GAP + room;
      if (x > 0 && x + all > width)
        {
          x = 0;
          y += line + GAP;
        }
      if (snapshot != NULL)
        {
          draw_swatch (self, snapshot, i, x, y + (line - size) / 2.0, size);
          way_stacked_bars_text (self, snapshot, title, x + size + GAP, y,
                                 MIN (room + 1, width - size - GAP), WAY_BARS_START, &color);
        }
      x += all + APART;
    }
  return y + line - top;
}

int
way_stacked_bars_legend_height (WayStackedBars *self, int width)
{
  return flow (self, NULL, width, 0);
}

void
way_stacked_bars_draw_legend (WayStackedBars *self, GtkSnapshot *snapshot, int y)
{
  flow (self, snapshot, gtk_widget_get_width (GTK_WIDGET (self)), y);
}

/* Where the parts of stacked bars are, and how a text of them is written. */
#include "app/offers/stacked-bars-private.h"
#include "app/widgets/draw.h"

#include <math.h>

#define GAP         9   /* pixels between texts and bars */
#define MOST_LABELS 0.3 /* of the width */
#define ROW_PADDING 9

static int
line_height (WayStackedBars *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL ((int) (pango_font_metrics_get_height (metrics) * WAY_DRAW_LABEL));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
widen (WayBarsLayout *layout, double value)
{
  if (isnan (value))
    return;
  layout->least = MIN (layout->least, value);
  layout->most = MAX (layout->most, value);
}

/* What is negative is stacked the other way. */
static void
find_scale (const WayChart *chart, WayBarsLayout *layout)
{
  layout->least = 0;
  layout->most = isnan (chart->most) ? 0 : chart->most;
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const WayChartRow *row = g_ptr_array_index (chart->rows, i);
      double up = 0, down = 0;
      for (guint s = 0; s < chart->n_series; s++)
        if (!isnan (row->parts[s]))
          *(row->parts[s] < 0 ? &down : &up) += row->parts[s];
      widen (layout, up);
      widen (layout, down);
      widen (layout, row->mark);
      widen (layout, row->low);
      widen (layout, row->high);
    }
  if (layout->most <= layout->least)
    layout->most = layout->least + 1;
}

static double
text_width (WayStackedBars *self, const char *text)
{
  return way_stacked_bars_text (self, NULL, text, 0, 0, 0, WAY_BARS_START, NULL);
}

static void
lay_out (WayStackedBars *self, int width, WayBarsLayout *layout)
{
  const WayChart *chart = self->chart;

  *layout = (WayBarsLayout) { .line = line_height (self) };
  layout->row = layout->line + ROW_PADDING;
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const WayChartRow *row = g_ptr_array_index (chart->rows, i);
      layout->labels = MAX (layout->labels, text_width (self, row->title));
      layout->totals = MAX (layout->totals, text_width (self, row->total));
    }
  layout->labels = MIN (layout->labels, width * MOST_LABELS);
  layout->from = layout->labels + (layout->labels > 0 ? GAP : 0);
  layout->to =
      MAX (layout->from + WAY_BARS_LEAST, width - layout->totals - (layout->totals > 0 ? GAP : 0));
  layout->rows_height = way_stacked_bars_y (self, layout, chart->rows->len);
  find_scale (chart, layout);
}

const WayBarsLayout *
way_stacked_bars_lay_out (WayStackedBars *self, int width)
{
  if (self->width != width)
    lay_out (self, width, &self->layout);
  self->width = width;
  return &self->layout;
}

double
way_stacked_bars_x (const WayBarsLayout *layout, double value)
{
  return layout->from +
         (layout->to - layout->from) * (value - layout->least) / (layout->most - layout->least);
}

int
way_stacked_bars_y (WayStackedBars *self, const WayBarsLayout *layout, guint row)
{
  int y = (int) row * layout->row;

  for (guint i = 0; i < self->chart->rows->len && i <= row; i++)
    if (((const WayChartRow *) g_ptr_array_index (self->chart->rows, i))->group != NULL)
      y += layout->row;
  return y;
}

graphene_rect_t
way_stacked_bars_rect (WayStackedBars *self, double x, double y, double width, double height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double left = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;

  return GRAPHENE_RECT_INIT ((float) left, (float) y, (float) width, (float) height);
}

double
way_stacked_bars_text (WayStackedBars *self,
                       GtkSnapshot *snapshot,
                       const char *text,
                       double x,
                       double y,
                       double width,
                       WayBarsText style,
                       const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int natural;

  pango_attr_list_insert (attributes, pango_attr_scale_new (WAY_DRAW_LABEL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (style == WAY_BARS_HEADING)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &natural, NULL);
  if (color == NULL)
    return natural;
  if (width <= 0)
    width = natural + 1;
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, (style == WAY_BARS_END) != rtl ? PANGO_ALIGN_RIGHT
                                                                     : PANGO_ALIGN_LEFT);
  graphene_rect_t rect = way_stacked_bars_rect (self, x, y, width, 1);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &rect.origin);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return natural;
}

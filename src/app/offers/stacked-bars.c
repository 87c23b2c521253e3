#include "app/offers/stacked-bars-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (WayStackedBars, way_stacked_bars, GTK_TYPE_WIDGET)

static gboolean
has_same_room (const WayChart *a, const WayChart *b)
{
  if (a->rows->len != b->rows->len ||
      !g_strv_equal ((const char *const *) a->series, (const char *const *) b->series) ||
      g_strcmp0 (a->mark_title, b->mark_title) != 0 ||
      g_strcmp0 (a->range_title, b->range_title) != 0)
    return FALSE;
  for (guint i = 0; i < a->rows->len; i++)
    if ((((const WayChartRow *) g_ptr_array_index (a->rows, i))->group != NULL) !=
        (((const WayChartRow *) g_ptr_array_index (b->rows, i))->group != NULL))
      return FALSE;
  return TRUE;
}

void
way_stacked_bars_set_chart (WayStackedBars *self, const WayChart *chart)
{
  /* The height is that of the rows and of the legend. */
  gboolean same = self->chart != NULL && has_same_room (self->chart, chart);
  self->chart = chart;
  self->width = 0;
  if (same)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
way_stacked_bars_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  WayStackedBars *self = WAY_STACKED_BARS (widget);
  int width = for_size > 0 ? for_size : 300;

  if (self->chart == NULL)
    return;
  const WayBarsLayout *layout = way_stacked_bars_lay_out (self, width);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = layout->rows_height + way_stacked_bars_legend_height (self, width);
  else
    {
      *minimum = WAY_BARS_LEAST + (int) ceil (layout->totals) + 100;
      *natural = MAX (*minimum, 300);
    }
}

static GtkSizeRequestMode
way_stacked_bars_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
way_stacked_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (WAY_STACKED_BARS (widget)->chart != NULL)
    way_stacked_bars_draw (WAY_STACKED_BARS (widget), snapshot);
}

/* Other fonts, other widths. */
static void
way_stacked_bars_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (way_stacked_bars_parent_class)->css_changed (widget, change);
  WAY_STACKED_BARS (widget)->width = 0;
}

static void
way_stacked_bars_class_init (WayStackedBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = way_stacked_bars_measure;
  widget_class->get_request_mode = way_stacked_bars_get_request_mode;
  widget_class->css_changed = way_stacked_bars_css_changed;
  widget_class->snapshot = way_stacked_bars_snapshot;
  widget_class->query_tooltip = way_stacked_bars_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "stackedbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_stacked_bars_init (WayStackedBars *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
way_stacked_bars_new (void)
{
  return g_object_new (WAY_TYPE_STACKED_BARS, NULL);
}

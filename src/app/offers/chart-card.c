#include "app/offers/chart-card.h"

#include "app/offers/chart-table.h"
#include "app/offers/stacked-bars.h"
#include "app/widgets/wrap-layout.h"

#include <glib/gi18n.h>

struct _WayChartCard
{
  GtkWidget parent_instance;

  char *title;
  WayChart *chart;
  GtkLabel *heading;
  GtkLabel *empty;
  GtkWidget *switcher;
  GtkStack *stack;
  WayStackedBars *bars;
  WayChartTable *table;
};

enum
{
  PROP_TITLE = 1,
};

G_DEFINE_FINAL_TYPE (WayChartCard, way_chart_card, GTK_TYPE_WIDGET)

/* Only what is seen is made. */
static void
show (WayChartCard *self)
{
  if (self->chart == NULL || self->chart->rows->len == 0)
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0)
    way_chart_table_set_chart (self->table, self->chart);
}

void
way_chart_card_set_chart (WayChartCard *self, WayChart *chart)
{
  gboolean empty = chart->rows->len == 0;

  if (self->chart != NULL && way_chart_equal (self->chart, chart))
    {
      way_chart_free (chart);
      return;
    }
  way_stacked_bars_set_chart (self->bars, chart);
  way_chart_free (self->chart);
  self->chart = chart;
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !empty);
  gtk_widget_set_visible (self->switcher, !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), empty);
  gtk_label_set_text (self->empty, chart->empty != NULL ? chart->empty : "");
  show (self);
}

static void
way_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  WayChartCard *self = WAY_CHART_CARD (object);

  if (id == PROP_TITLE)
    self->title = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
way_chart_card_constructed (GObject *object)
{
  WayChartCard *self = WAY_CHART_CARD (object);
  /* Translators: what a chart shows. */
  g_autofree char *name = g_strdup_printf (_ ("%s; the table says the same"), self->title);

  G_OBJECT_CLASS (way_chart_card_parent_class)->constructed (object);
  gtk_label_set_text (self->heading, self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bars), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
way_chart_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_chart_card_parent_class)->dispose (object);
}

static void
way_chart_card_finalize (GObject *object)
{
  WayChartCard *self = WAY_CHART_CARD (object);

  way_chart_free (self->chart);
  g_free (self->title);
  G_OBJECT_CLASS (way_chart_card_parent_class)->finalize (object);
}

static void
way_chart_card_class_init (WayChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = way_chart_card_set_property;
  object_class->constructed = way_chart_card_constructed;
  object_class->dispose = way_chart_card_dispose;
  object_class->finalize = way_chart_card_finalize;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_type_ensure (WAY_TYPE_STACKED_BARS);
  g_type_ensure (WAY_TYPE_CHART_TABLE);
  g_type_ensure (WAY_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, WayChartCard, heading);
  gtk_widget_class_bind_template_child (widget_class, WayChartCard, empty);
  gtk_widget_class_bind_template_child (widget_class, WayChartCard, switcher);
  gtk_widget_class_bind_template_child (widget_class, WayChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, WayChartCard, bars);
  gtk_widget_class_bind_template_child (widget_class, WayChartCard, table);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartcard");
}

static void
way_chart_card_init (WayChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

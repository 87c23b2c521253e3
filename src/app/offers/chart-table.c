#include "app/offers/chart-table.h"

#include <glib/gi18n.h>

struct _WayChartTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkGrid *grid;
  int n_rows, n_columns;
};

G_DEFINE_FINAL_TYPE (WayChartTable, way_chart_table, GTK_TYPE_WIDGET)

static void
put (WayChartTable *self, int row, int column, const char *text)
{
  GtkWidget *label = gtk_grid_get_child_at (self->grid, column, row);

  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
      gtk_widget_add_css_class (label, row == 0 ? "caption-heading" : "numeric");
      gtk_grid_attach (self->grid, label, column, row, 1, 1);
    }
  gtk_label_set_text (GTK_LABEL (label), text);
}

/* "Acme, year 1" (transfer full). */
static char *
row_title (const char *group, const WayChartRow *row)
{
  /* Translators: a group of rows of a table, and a row: "Acme, Year 1" */
  return group != NULL ? g_strdup_printf (_ ("%s, %s"), group, row->title) : g_strdup (row->title);
}

static void
clear (WayChartTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
put_heads (WayChartTable *self, const WayChart *chart)
{
  const char *const extra[] = { chart->total_title, chart->mark_title, chart->range_title };
  int column = 1;

  put (self, 0, 0, "");
  for (guint s = 0; s < chart->n_series; s++)
    put (self, 0, column++, chart->series[s]);
  for (gsize i = 0; i < G_N_ELEMENTS (extra); i++)
    if (extra[i] != NULL)
      put (self, 0, column++, extra[i]);
}

static void
put_row (WayChartTable *self, const WayChart *chart, const WayChartRow *row, int at)
{
  int column = 1;

  for (guint s = 0; s < chart->n_series; s++)
    put (self, at, column++, row->texts[s]);
  if (chart->total_title != NULL)
    put (self, at, column++, row->total);
  if (chart->mark_title != NULL)
    put (self, at, column++, row->mark_text);
  if (chart->range_title != NULL)
    put (self, at, column++, row->range_text);
}

void
way_chart_table_set_chart (WayChartTable *self, const WayChart *chart)
{
  int n_rows = 1 + (int) chart->rows->len;
  int n_columns = 1 + (int) chart->n_series + (chart->total_title != NULL) +
                  (chart->mark_title != NULL) + (chart->range_title != NULL);
  const char *group = NULL;

  if (n_rows != self->n_rows || n_columns != self->n_columns)
    clear (self);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  put_heads (self, chart);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const WayChartRow *row = g_ptr_array_index (chart->rows, i);
      group = row->group != NULL ? row->group : group;
      g_autofree char *title = row_title (group, row);
      put (self, (int) i + 1, 0, title);
      put_row (self, chart, row, (int) i + 1);
    }
}

static void
way_chart_table_dispose (GObject *object)
{
  g_clear_pointer (&WAY_CHART_TABLE (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (way_chart_table_parent_class)->dispose (object);
}

static void
way_chart_table_class_init (WayChartTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_chart_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "charttable");
}

static void
way_chart_table_init (WayChartTable *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 18);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
way_chart_table_new (void)
{
  return g_object_new (WAY_TYPE_CHART_TABLE, NULL);
}

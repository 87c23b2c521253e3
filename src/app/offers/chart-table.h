/* The figures of a chart as a table. */
#pragma once

#include "app/offers/chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_CHART_TABLE (way_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (WayChartTable, way_chart_table, WAY, CHART_TABLE, GtkWidget)

GtkWidget *way_chart_table_new (void);

/* The labels that are there already stay, so that neither the position nor what is read aloud is lost. */
void way_chart_table_set_chart (WayChartTable *self, const WayChart *chart);

G_END_DECLS

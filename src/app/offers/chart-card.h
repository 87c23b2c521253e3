/* A chart with its title, and the table of the same figures behind a switch. */
#pragma once

#include "app/offers/chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_CHART_CARD (way_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (WayChartCard, way_chart_card, WAY, CHART_CARD, GtkWidget)

/* The property "title" says what it shows. */

/* @chart: taken. One without rows shows why there are none. */
void way_chart_card_set_chart (WayChartCard *self, WayChart *chart);

G_END_DECLS

/* A chart of rows of stacked parts, with its legend. Parts differ by colour and pattern, and the legend names them. The
 * table of the same chart says all of it to assistive technology. */
#pragma once

#include "app/offers/chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_STACKED_BARS (way_stacked_bars_get_type ())
G_DECLARE_FINAL_TYPE (WayStackedBars, way_stacked_bars, WAY, STACKED_BARS, GtkWidget)

GtkWidget *way_stacked_bars_new (void);

/* @chart: stays the caller's, who keeps it until the next one */
void way_stacked_bars_set_chart (WayStackedBars *self, const WayChart *chart);

G_END_DECLS

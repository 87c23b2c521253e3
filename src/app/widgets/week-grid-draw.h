/* The picture of the week. */
#pragma once

#include "app/widgets/week-grid-private.h"

G_BEGIN_DECLS

/* How much room the labels take: to be asked before anything lies anywhere. */
void way_week_grid_measure_labels (WayWeekGrid *self);

void way_week_grid_draw (WayWeekGrid *self, GtkSnapshot *snapshot);

G_END_DECLS

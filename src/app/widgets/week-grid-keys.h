/* The keys of the grid. */
#pragma once

#include "app/widgets/week-grid-private.h"

G_BEGIN_DECLS

gboolean way_week_grid_on_key (WayWeekGrid *self, guint key, guint code, GdkModifierType state);

G_END_DECLS

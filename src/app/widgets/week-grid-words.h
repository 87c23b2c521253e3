/* Hours of the week in words. */
#pragma once

#include "app/widgets/week-grid-private.h"

G_BEGIN_DECLS

/* "Mon – Wed, 18:30 – 21:00", with full or short names (transfer full). */
char *
way_week_grid_name_hours (const WayWeekGrid *self, const WayWeekStroke *stroke, gboolean full);

/* "Free for study, drill. Preferred." (transfer full) */
char *way_week_grid_describe (const WayWeekGrid *self, const WayWeekStroke *stroke);

gboolean way_week_grid_query_tooltip (GtkWidget *widget,
                                      int x,
                                      int y,
                                      gboolean keyboard,
                                      GtkTooltip *tooltip);

G_END_DECLS

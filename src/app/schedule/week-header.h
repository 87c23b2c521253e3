/* The names of the days above a grid of days, and what takes all of a day below them. */
#pragma once

#include "core/base/date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_WEEK_HEADER (way_week_header_get_type ())
G_DECLARE_FINAL_TYPE (WayWeekHeader, way_week_header, WAY, WEEK_HEADER, GtkWidget)

/* @all_day: (element-type GPtrArray of char *) for each day, what takes all of it (taken). */
void way_week_header_show (WayWeekHeader *self,
                           WayDate first_date,
                           int n_days,
                           WayDate today,
                           GPtrArray *all_day);

G_END_DECLS

/* A milestone or a checklist item with its due date and the rule it comes from. */
#pragma once

#include "core/roadmap/roadmap.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_POINT_ROW (way_point_row_get_type ())
G_DECLARE_FINAL_TYPE (WayPointRow, way_point_row, WAY, POINT_ROW, GtkWidget)

GtkWidget *way_point_row_new (void);

/* The check button activates "mark.point". */
void way_point_row_set_point (WayPointRow *self, const WayRoadmapPoint *point, WayDate today);

/* What else there is to say: "" for nothing. */
void way_point_row_set_notes (WayPointRow *self, const char *notes);

G_END_DECLS

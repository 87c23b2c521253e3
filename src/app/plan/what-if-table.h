/* The plan as it is beside the plan as it would be: a row for each thing that matters, the finish first. */
#pragma once

#include "core/planner/variant.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_WHAT_IF_TABLE (way_what_if_table_get_type ())
G_DECLARE_FINAL_TYPE (WayWhatIfTable, way_what_if_table, WAY, WHAT_IF_TABLE, GtkWidget)

void way_what_if_table_show (WayWhatIfTable *self,
                             const WayVariant *now,
                             const WayVariant *then,
                             WayDate today);

G_END_DECLS

/* A day to look back on a decision: whether that is done, and what became of the expectations. */
#pragma once

#include "core/offers/scorecard.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_LOOK_BACK_ROW (way_look_back_row_get_type ())
G_DECLARE_FINAL_TYPE (WayLookBackRow, way_look_back_row, WAY, LOOK_BACK_ROW, AdwEntryRow)

GtkWidget *way_look_back_row_new (void);

void way_look_back_row_show (WayLookBackRow *self, const WayLookBack *look_back, WayDate today);

G_END_DECLS

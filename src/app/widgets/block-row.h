/* How a block looks in every list: done or not, times, kind as colour, icon and word, title. */
#pragma once

#include "core/base/zone.h"
#include "core/planner/schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_BLOCK_ROW (way_block_row_get_type ())
G_DECLARE_FINAL_TYPE (WayBlockRow, way_block_row, WAY, BLOCK_ROW, GtkWidget)

GtkWidget *way_block_row_new (void);

/* The check button activates "mark.block". */
void way_block_row_set_block (WayBlockRow *self, const WayBlock *block, WayZone *zone);

/* "Study", "Mock interview", "Drill", "Review" */
const char *way_block_kind_label (WayBlockKind kind);

/* "way-study-symbolic", ... */
const char *way_block_kind_icon (WayBlockKind kind);

G_END_DECLS

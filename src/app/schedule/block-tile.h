/* A block in a week: a tile with its times, its title and what is to be known of it. */
#pragma once

#include "core/base/zone.h"
#include "core/planner/schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_BLOCK_TILE (way_block_tile_get_type ())
G_DECLARE_FINAL_TYPE (WayBlockTile, way_block_tile, WAY, BLOCK_TILE, GtkWidget)

GtkWidget *way_block_tile_new (void);

/* @block is read, not kept. */
void way_block_tile_set_block (WayBlockTile *self, const WayBlock *block, WayZone *zone);

gint64 way_block_tile_get_id (WayBlockTile *self);

G_END_DECLS

/* All there is to a block: what it is, why it is here, what became of it, and a form to change it. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_BLOCK_POPOVER (way_block_popover_get_type ())
G_DECLARE_FINAL_TYPE (WayBlockPopover, way_block_popover, WAY, BLOCK_POPOVER, GtkPopover)

GtkWidget *way_block_popover_new (WayStore *store);

/* Fills it; %FALSE: the block is no longer there. */
gboolean way_block_popover_set_block (WayBlockPopover *self, gint64 block_id);

/* Opens it for the block, pointing at @area of its parent; nothing when the block is no longer there. */
void way_block_popover_show (WayBlockPopover *self, gint64 block_id, const GdkRectangle *area);

gint64 way_block_popover_get_block (WayBlockPopover *self);

G_END_DECLS

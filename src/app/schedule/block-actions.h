/* The actions of single blocks: "block.move" (xxx: id, start, end), "block.change" (xsxxsxx: id, kind, guide, phase,
 * title, start, end), "block.pin" (xb: id, pinned) and "block.remove" (x: id). Instants are UTC seconds. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @window the actions. */
void way_block_actions_install (GtkWidget *window, WayStore *store);

G_END_DECLS

/* The actions of the marks that rows carry: "mark.block" (xs: id, state), "mark.point" (bxb: checklist item or
 * milestone, id, done), and those of a block's clock: "mark.start", "mark.pause", "mark.finish" (x: id) and
 * "mark.minutes" (xi: id, minutes worked). "mark.plan" (xs: guide, kind) puts a block into the next free hour. "mark.toggle-now" and "mark.finish-now" take the block of the moment, from
 * whatever view. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @window the actions; what they did is told by "win.show-undo" and "win.show-message". */
void way_marks_install (GtkWidget *window, WayStore *store);

G_END_DECLS

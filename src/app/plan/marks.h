/* The actions of the marks that rows carry: "mark.block" (xs: id, state) and "mark.point"
 * (bxb: checklist item or milestone, id, done). */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @window the actions; what they did is told by "win.show-undo" and "win.show-message". */
void way_marks_install (GtkWidget *window, WayStore *store);

G_END_DECLS

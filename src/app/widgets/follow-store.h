/* A view that shows what the store has: filled when it comes up, and again after a change while it is up. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls @reload (view) when @view is first shown, and after each change of @store: at once while it is shown, else when
 * it is the next time. What nobody looks at costs nothing. */
void way_follow_store (GtkWidget *view, WayStore *store, void (*reload) (GtkWidget *view));

G_END_DECLS

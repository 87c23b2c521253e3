/* The views of the window, by name. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The view "today", "roadmap", "schedule", "skills", "offers" or "library"; %NULL for any other name. */
GtkWidget *way_views_make (const char *name, WayStore *store);

G_END_DECLS

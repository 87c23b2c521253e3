/* "Hours and Limits": the settings of the plan. Saving is one action, and then planning again is offered. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* %NULL with @error when the settings cannot be read. */
GtkWidget *way_hours_dialog_new (WayStore *store, GError **error);

G_END_DECLS

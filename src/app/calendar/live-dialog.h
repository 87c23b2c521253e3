/* The window in which a live calendar is started, shown in other programs, and stopped. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *way_live_dialog_new (WayStore *store);

G_END_DECLS

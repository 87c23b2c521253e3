/* What was done, newest first, and the way back to before any of it. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *way_history_dialog_new (WayStore *store);

G_END_DECLS

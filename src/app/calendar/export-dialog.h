/* What of the plan a calendar file is to hold, with the count before it is written. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *way_export_dialog_new (WayStore *store);

G_END_DECLS

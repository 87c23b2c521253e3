/* The backups of the data: made, looked at, restored. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *way_backups_dialog_new (WayStore *store);

G_END_DECLS

/* "Moved in your calendar: follow?" */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks about the blocks that were moved in a calendar; %FALSE when there are none. */
gboolean way_moved_dialog_offer (GtkWindow *parent, WayStore *store);

G_END_DECLS

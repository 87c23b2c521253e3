/* Shows what other programs write to the same database. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* From now on the store of @window emits "changed" also for what another process wrote. */
void way_store_watcher_install (WayWindow *window);

G_END_DECLS

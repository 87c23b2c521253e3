/* Keeps the live calendar up to date while the window is open. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* From now on the file follows each change of the window's store; a failure is said in the window. */
void way_live_follower_install (WayWindow *window);

G_END_DECLS

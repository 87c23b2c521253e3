#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Adds the "win." actions to a new window, and keeps them up to date: what can be undone, redone or planned. */
void way_window_install_actions (WayWindow *self);

G_END_DECLS

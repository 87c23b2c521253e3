/* What the window and its actions share. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

WayStore *way_window_get_store (WayWindow *self);

/* A toast; with a @button that activates @action when both are given. */
void way_window_say (WayWindow *self, const char *message, const char *button, const char *action);

/* "today", "roadmap", "schedule", "skills", "offers" or "library"; anything else is ignored. */
void way_window_show_view (WayWindow *self, const char *view);

G_END_DECLS

#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_WINDOW (way_window_get_type ())
G_DECLARE_FINAL_TYPE (WayWindow, way_window, WAY, WINDOW, AdwApplicationWindow)

/* The main window on @store. Without a plan it opens the assistant, too. */
WayWindow *way_window_new (AdwApplication *application, WayStore *store);

G_END_DECLS

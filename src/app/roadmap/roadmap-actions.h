/* "win.print-roadmap" and "win.export-roadmap" (s: "pdf", "png" or "svg"). */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void way_roadmap_actions_install (WayWindow *window);

G_END_DECLS

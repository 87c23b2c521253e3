/* What the window does with calendars to plan around: the "win." actions, files that are dropped on it, and files that
 * change. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void way_calendar_actions_install (WayWindow *window);

/* Shows what is in the file at @path, and imports it when the person wants that. */
void way_calendar_actions_import (WayWindow *window, const char *path);

G_END_DECLS

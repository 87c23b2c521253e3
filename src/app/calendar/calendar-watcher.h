/* Offers to read the calendars to plan around again when one of their files has changed. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void way_calendar_watcher_install (WayWindow *window);

G_END_DECLS

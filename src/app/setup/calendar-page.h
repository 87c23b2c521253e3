/* Third step: calendar files to plan around. */
#pragma once

#include "core/base/zone.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_CALENDAR_PAGE (way_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (WayCalendarPage, way_calendar_page, WAY, CALENDAR_PAGE, AdwBin)

/* Adds the file at @path after a look into it; a failure is told by "assistant.say". */
void way_calendar_page_add (WayCalendarPage *self, const char *path, WayZone *zone, gint64 now_utc);

/* (element-type filename) in the order they were added. */
GPtrArray *way_calendar_page_get_paths (WayCalendarPage *self);

G_END_DECLS

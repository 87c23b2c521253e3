/* Third step: calendar files to plan around. */
#pragma once

#include "core/calendar/busy.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_CALENDAR_PAGE (way_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (WayCalendarPage, way_calendar_page, WAY, CALENDAR_PAGE, AdwBin)

/* Takes @reading. A file that is there already is replaced. */
void way_calendar_page_take (WayCalendarPage *self, WayBusyReading *reading);

/* (element-type WayBusyReading) */
GPtrArray *way_calendar_page_get_readings (WayCalendarPage *self);

G_END_DECLS

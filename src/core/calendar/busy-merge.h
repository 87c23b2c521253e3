/* The instances of a busy calendar in the store, brought up to date with those of its file. */
#pragma once

#include "core/calendar/busy.h"

G_BEGIN_DECLS

/* Makes the stored instances of the calendar @report->calendar_id those of @events (element-type
 * WayCalendarEvent), and counts in @report; inside an action. What is the same is not written. */
gboolean
way_busy_merge (WayStore *store, const GPtrArray *events, WayBusyReport *report, GError **error);

G_END_DECLS

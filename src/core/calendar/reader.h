/* Reading .ics files: bytes in, busy time and a report out. Pure: no database, no clock. */
#pragma once

#include "core/calendar/content.h"

G_BEGIN_DECLS

/**
 * way_calendar_read:
 * @name: the file's name, for messages
 *
 * Returns: (transfer full): %NULL with %WAY_ERROR_INVALID when it is no calendar file (the message
 * names the line), %WAY_ERROR_LIMIT when it is too large
 */
WayCalendarContent *way_calendar_read (const char *data,
                                       gsize length,
                                       const char *name,
                                       const WayCalendarReadOptions *options,
                                       GError **error);

G_END_DECLS

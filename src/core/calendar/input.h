/* The bytes of a file that comes from outside. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_calendar_input_read:
 * @path: a regular file; "-": standard input, whatever it is
 *
 * Never waits for a path: a FIFO or a device behind it is refused, not read.
 *
 * Returns: (transfer full): all bytes; %NULL with %WAY_ERROR_NOT_FOUND, %WAY_ERROR_IO, or
 * %WAY_ERROR_LIMIT when there are more than %WAY_CALENDAR_MAX_BYTES
 */
GBytes *way_calendar_input_read (const char *path, GError **error);

G_END_DECLS

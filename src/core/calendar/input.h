/* A file that comes from outside, read once into memory of its own that a child can be handed as it is: no
 * process holds a copy, and nobody can change it any more, whatever happens to the file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int fd; /* of a file in memory that is sealed; 0 is none */
  gsize length;
} WayCalendarInput;

void way_calendar_input_clear (WayCalendarInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayCalendarInput, way_calendar_input_clear)

/**
 * way_calendar_input_read:
 * @path: a regular file; "-": standard input, whatever it is
 * @input: (out caller-allocates): zeros before
 *
 * Never waits for a path: a FIFO or a device behind it is refused, not read.
 *
 * Returns: %FALSE with %WAY_ERROR_NOT_FOUND, %WAY_ERROR_IO, or %WAY_ERROR_LIMIT when there are more bytes than
 * %WAY_CALENDAR_MAX_BYTES
 */
gboolean way_calendar_input_read (const char *path, WayCalendarInput *input, GError **error);

/* The same from bytes, of any number; for tests. */
gboolean
way_calendar_input_take (const char *data, gsize length, WayCalendarInput *input, GError **error);

/* All bytes of @fd, which must be such a file in memory; "" of an empty one. %NULL with errno. */
const char *way_calendar_input_map (int fd, gsize length);
void way_calendar_input_unmap (const char *data, gsize length);

/* SHA-256 of the content, as hexadecimal digits (transfer full); %NULL when it cannot be read. */
char *way_calendar_input_checksum (const WayCalendarInput *input, GError **error);

G_END_DECLS

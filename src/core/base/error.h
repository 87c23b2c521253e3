/* The error domain of Waymark.
 *
 * Every message is a sentence for a person: what is wrong, where (file:line or JSON path), and what
 * to do about it. The code tells the caller what it may do differently. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_ERROR (way_error_quark ())

/**
 * WayError:
 * @WAY_ERROR_INVALID: input that breaks a rule: a malformed guide, a setting out of range
 * @WAY_ERROR_NOT_FOUND: a named thing (guide, calendar, zone, file) does not exist
 * @WAY_ERROR_LIMIT: input over a stated size or time limit
 * @WAY_ERROR_NO_ROOM: the plan has no free window to work with
 * @WAY_ERROR_IO: a file could not be read or written
 * @WAY_ERROR_DATA: the database cannot be used (corrupt, foreign, locked, read-only)
 * @WAY_ERROR_NEWER: the database was written by a newer version; it may be read, not written
 * @WAY_ERROR_CONFLICT: an undo or redo that does not apply cleanly any more
 */
typedef enum
{
  WAY_ERROR_INVALID,
  WAY_ERROR_NOT_FOUND,
  WAY_ERROR_LIMIT,
  WAY_ERROR_NO_ROOM,
  WAY_ERROR_IO,
  WAY_ERROR_DATA,
  WAY_ERROR_NEWER,
  WAY_ERROR_CONFLICT,
} WayError;

GQuark way_error_quark (void);

G_END_DECLS

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
 * @WAY_ERROR_DATA: the database cannot be used: damaged, cut off, or another program's
 * @WAY_ERROR_NEWER: the database was written by a newer version; it may be read, not written
 * @WAY_ERROR_CONFLICT: an undo or redo that does not apply cleanly any more
 * @WAY_ERROR_LOCKED: another program holds the database; later it may work
 * @WAY_ERROR_READ_ONLY: the database or its folder cannot be written; it may be read
 * @WAY_ERROR_FULL: no space is left for the database; nothing was changed
 * @WAY_ERROR_ACCESS: the database or its folder cannot be reached: permissions, a disk that fails
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
  WAY_ERROR_LOCKED,
  WAY_ERROR_READ_ONLY,
  WAY_ERROR_FULL,
  WAY_ERROR_ACCESS,
} WayError;

GQuark way_error_quark (void);

/* Whether @error says that the database itself cannot be used, or not written. */
gboolean way_error_is_about_data (const GError *error);

G_END_DECLS

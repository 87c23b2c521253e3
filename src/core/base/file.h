/* Whole files as a person names them: "-" is standard input or output. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_file_read:
 * @path: a regular file; "-": standard input, whatever it is
 *
 * Never waits for a path: a FIFO or a device behind it is refused, not read.
 *
 * Returns: (transfer full): the bytes, with a zero behind them; %NULL with %WAY_ERROR_NOT_FOUND, %WAY_ERROR_IO,
 * or %WAY_ERROR_LIMIT when there are more than @max_bytes
 */
GBytes *way_file_read (const char *path, gsize max_bytes, GError **error);

/* All or nothing: the file is written aside (0600), brought to the disk and renamed. A folder, a device or a pipe
 * is refused. %WAY_ERROR_IO. */
gboolean way_file_write (const char *path, const char *data, gsize length, GError **error);

/* A file, or a folder with all that is in it, as far as that goes. A link goes, and not what it leads to. */
void way_file_remove (const char *path);

G_END_DECLS

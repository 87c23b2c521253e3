/* Opening a guide: text or Markdown by shape, or a JSON guide pack. */
#pragma once

#include "core/guide/guide.h"

G_BEGIN_DECLS

/* A file larger than this is refused (WAY_ERROR_LIMIT). */
#define WAY_GUIDE_MAX_BYTES (2 * 1024 * 1024)

/**
 * way_guide_read:
 * @data: the file's bytes; @length: how many
 * @name: the file's name, for messages ("guide.txt:12: …")
 *
 * A pack starts with "{" (after white space and a byte order mark); anything else is text.
 *
 * Returns: (transfer full): the guide, or %NULL with %WAY_ERROR_INVALID or %WAY_ERROR_LIMIT and the
 * place (line, or JSON path) in the message
 */
WayGuide *way_guide_read (const char *data, gsize length, const char *name, GError **error);

/* Reads the file at @path, "-" for standard input. */
WayGuide *way_guide_read_file (const char *path, GError **error);

/* The packs built into the program: (element-type WayGuide). */
GPtrArray *way_guide_read_built_in (GError **error);

/* One built-in pack by its slug; %WAY_ERROR_NOT_FOUND with the known slugs in the message. */
WayGuide *way_guide_read_built_in_by_slug (const char *slug, GError **error);

G_END_DECLS

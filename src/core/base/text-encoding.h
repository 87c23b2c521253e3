/* The bytes of a text file as UTF-8, whatever program has written them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayTextEncoding:
 * @WAY_TEXT_AUTO: found out: a mark at the start, else UTF-8 when all of it is that, else Windows-1252, or Latin-1 when
 *   it has bytes that Windows-1252 does not know
 */
typedef enum
{
  WAY_TEXT_AUTO,
  WAY_TEXT_UTF_8,
  WAY_TEXT_UTF_16_LE,
  WAY_TEXT_UTF_16_BE,
  WAY_TEXT_WINDOWS_1252,
  WAY_TEXT_LATIN_1,
  WAY_TEXT_N_ENCODINGS,
} WayTextEncoding;

/* "auto", "UTF-8", "UTF-16LE", …: its name on the command line and, but for the first, for a person. */
const char *way_text_encoding_to_string (WayTextEncoding encoding);

/* The same names in any case; "iso-8859-1" and "cp1252", too. %WAY_ERROR_INVALID lists them. */
gboolean way_text_encoding_parse (const char *name, WayTextEncoding *encoding, GError **error);

/**
 * way_text_decode:
 * @encoding: (inout): what is assumed; %WAY_TEXT_AUTO becomes what was found
 *
 * A mark at the start is taken off. A text holds no zero bytes.
 *
 * Returns: (transfer full): UTF-8, or %NULL with %WAY_ERROR_INVALID, which names the line
 */
GString *
way_text_decode (const char *data, gsize length, WayTextEncoding *encoding, GError **error);

G_END_DECLS

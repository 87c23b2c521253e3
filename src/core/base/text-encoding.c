#include "core/base/text-encoding.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const names[WAY_TEXT_N_ENCODINGS] = { "auto",     "UTF-8",        "UTF-16LE",
                                                         "UTF-16BE", "Windows-1252", "Latin-1" };

static const struct
{
  const char *name;
  WayTextEncoding encoding;
} aliases[] = {
  { "utf8", WAY_TEXT_UTF_8 },
  { "iso-8859-1", WAY_TEXT_LATIN_1 },
  { "latin1", WAY_TEXT_LATIN_1 },
  { "cp1252", WAY_TEXT_WINDOWS_1252 },
};

/* 0x80…0x9f of Windows-1252, as the Encoding Standard has them; 0: not assigned. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

const char *
way_text_encoding_to_string (WayTextEncoding encoding)
{
  g_return_val_if_fail (encoding < WAY_TEXT_N_ENCODINGS, NULL);
  return names[encoding];
}

gboolean
way_text_encoding_parse (const char *name, WayTextEncoding *encoding, GError **error)
{
  for (guint i = 0; i < WAY_TEXT_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *encoding = i;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_ascii_strcasecmp (name, aliases[i].name) == 0)
      {
        *encoding = aliases[i].encoding;
        return TRUE;
      }
  g_autofree char *all =
      g_strjoinv (", ", (char **) (const char *[]) { names[0], names[1], names[2], names[3],
                                                     names[4], names[5], NULL });
  /* Translators: what was typed, and a list of encodings */
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is not an encoding that is known. There are %s."), name, all);
  return FALSE;
}

static gboolean
has_mark (const char *data, gsize length, const char *mark, gsize mark_length)
{
  return length >= mark_length && memcmp (data, mark, mark_length) == 0;
}

/* Bytes of the mark of @encoding at the start. */
static gsize
mark_length (const char *data, gsize length, WayTextEncoding encoding)
{
  if (encoding == WAY_TEXT_UTF_8 && has_mark (data, length, "\xef\xbb\xbf", 3))
    return 3;
  if ((encoding == WAY_TEXT_UTF_16_LE && has_mark (data, length, "\xff\xfe", 2)) ||
      (encoding == WAY_TEXT_UTF_16_BE && has_mark (data, length, "\xfe\xff", 2)))
    return 2;
  return 0;
}

/* Zero bytes are valid here: they are complained about later, with their line. */
static const char *
first_invalid (const char *data, gsize length)
{
  const char *end = data + length, *at = data;

  while (!g_utf8_validate_len (at, (gsize) (end - at), &at) && at < end && *at == '\0')
    at++;
  return at < end ? at : NULL;
}

static WayTextEncoding
find_encoding (const char *data, gsize length)
{
  for (WayTextEncoding i = WAY_TEXT_UTF_8; i <= WAY_TEXT_UTF_16_BE; i++)
    if (mark_length (data, length, i) > 0)
      return i;
  if (first_invalid (data, length) == NULL)
    return WAY_TEXT_UTF_8;
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) data[i];
      if (byte >= 0x80 && byte < 0xa0 && windows_1252[byte - 0x80] == 0)
        return WAY_TEXT_LATIN_1;
    }
  return WAY_TEXT_WINDOWS_1252;
}

/* The line that @at lies in: any of the three line breaks ends one. */
static guint
line_of (const char *text, const char *at)
{
  guint line = 1;

  for (const char *p = text; p < at; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == at || p[1] != '\n')))
      line++;
  return line;
}

static GString *
decode_utf_8 (const char *data, gsize length, GError **error)
{
  const char *bad = first_invalid (data, length);

  if (bad == NULL)
    return g_string_new_len (data, (gssize) length);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("Line %u is not UTF-8. Choose another encoding, or save the file as UTF-8."),
               line_of (data, bad));
  return NULL;
}

static GString *
decode_bytes (const char *data, gsize length, gboolean is_1252)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) data[i];
      if (byte < 0x80)
        g_string_append_c (text, data[i]);
      else if (is_1252 && byte < 0xa0 && windows_1252[byte - 0x80] != 0)
        g_string_append_unichar (text, windows_1252[byte - 0x80]);
      else
        g_string_append_unichar (text, byte);
    }
  return text;
}

static guint16
unit_at (const char *data, gsize i, gboolean big)
{
  guchar first = (guchar) data[i], second = (guchar) data[i + 1];

  return (guint16) (big ? first << 8 | second : second << 8 | first);
}

static GString *
decode_utf_16 (const char *data, gsize length, gboolean big, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (length);
  gsize i = 0;

  for (; i + 1 < length; i += 2)
    {
      gunichar unit = unit_at (data, i, big);
      if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < length)
        {
          guint16 low = unit_at (data, i + 2, big);
          if (low >= 0xdc00 && low < 0xe000)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00u);
              i += 2;
            }
        }
      if (unit >= 0xd800 && unit < 0xe000)
        break;
      g_string_append_unichar (text, unit);
    }
  if (i == length)
    return g_steal_pointer (&text);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("Line %u is not UTF-16. Choose another encoding, or save the file as UTF-8."),
               line_of (text->str, text->str + text->len));
  return NULL;
}

static gboolean
has_no_zero (const GString *text, GError **error)
{
  const char *zero = memchr (text->str, '\0', text->len);

  if (zero == NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("Line %u has a zero byte in it: this is no text in the encoding that is assumed. "
                  "Choose another one, or save the file as UTF-8."),
               line_of (text->str, zero));
  return FALSE;
}

GString *
way_text_decode (const char *data, gsize length, WayTextEncoding *encoding, GError **error)
{
  g_autoptr (GString) text = NULL;

  if (*encoding == WAY_TEXT_AUTO)
    *encoding = find_encoding (data, length);
  gsize mark = mark_length (data, length, *encoding);
  data += mark;
  length -= mark;
  switch (*encoding)
    {
    case WAY_TEXT_UTF_16_LE:
    case WAY_TEXT_UTF_16_BE:
      text = decode_utf_16 (data, length, *encoding == WAY_TEXT_UTF_16_BE, error);
      break;
    case WAY_TEXT_WINDOWS_1252:
    case WAY_TEXT_LATIN_1:
      text = decode_bytes (data, length, *encoding == WAY_TEXT_WINDOWS_1252);
      break;
    case WAY_TEXT_AUTO:
    case WAY_TEXT_UTF_8:
    case WAY_TEXT_N_ENCODINGS:
    default:
      text = decode_utf_8 (data, length, error);
    }
  return text != NULL && has_no_zero (text, error) ? g_steal_pointer (&text) : NULL;
}

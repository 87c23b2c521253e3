#include "config.h"

#include "core/calendar/lines.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLD_OCTETS     75
#define MAX_TEXT_OCTETS 8192
#define READ_AT_ONCE    100
#define LAST_LINE       "END:VCALENDAR\r\n"

/* Ends the line that begins at @begin. Most need no folding and stay where they were written. */
static void
end_line (GString *out, gsize begin)
{
  gsize length = out->len - begin, room = FOLD_OCTETS;

  if (length > room)
    {
      g_autofree char *line = g_strndup (out->str + begin, length);
      const char *at = line;
      g_string_truncate (out, begin);
      for (; length > room; room = FOLD_OCTETS - 1)
        {
          gsize size = room;
          /* Not before the second byte of a character. */
          while (size > 1 && ((guchar) at[size] & 0xc0) == 0x80)
            size--;
          g_string_append_len (out, at, (gssize) size);
          g_string_append (out, "\r\n ");
          at += size;
          length -= size;
        }
      g_string_append_len (out, at, (gssize) length);
    }
  g_string_append (out, "\r\n");
}

void
way_lines_put (GString *out, const char *format, ...)
{
  va_list args;
  gsize begin = out->len;

  va_start (args, format);
  g_string_append_vprintf (out, format, args);
  va_end (args);
  end_line (out, begin);
}

/* "NAME:value" without the work of a format: most lines of a large file. */
static void
put_value (GString *out, const char *name, const char *value)
{
  gsize begin = out->len;

  g_string_append (out, name);
  g_string_append_c (out, ':');
  g_string_append (out, value);
  end_line (out, begin);
}

/* Line breaks of every kind: some readers split their input at U+0085, U+2028 and U+2029 too. */
static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* One character of TEXT (RFC 5545 3.3.11), which has no control characters. A backslash becomes a
 * slash: some readers take "\\n" for a line break. */
static void
append_escaped (GString *out, gunichar c, gboolean one_line)
{
  if (is_line_break (c))
    g_string_append (out, one_line ? " " : "\\n");
  else if (c == '\\')
    g_string_append_c (out, '/');
  else if (c == ';' || c == ',')
    g_string_append_printf (out, "\\%c", (char) c);
  else if (c == '\t')
    g_string_append_c (out, ' ');
  else if (g_unichar_type (c) != G_UNICODE_CONTROL)
    g_string_append_unichar (out, c);
}

/* How many bytes from @at to @end are characters that stand for themselves. */
static gsize
plain_length (const char *at, const char *end)
{
  const char *stop = at;

  while (stop < end && *stop >= ' ' && *stop < 0x7f && *stop != '\\' && *stop != ';' &&
         *stop != ',')
    stop++;
  return (gsize) (stop - at);
}

static void
append_text (GString *out, const char *at, const char *end, glong limit, gboolean one_line)
{
  while (at < end && limit > 0)
    {
      gsize plain = MIN (plain_length (at, end), (gsize) limit);

      g_string_append_len (out, at, (gssize) plain);
      at += plain;
      limit -= (glong) plain;
      if (at == end || limit == 0)
        return;
      /* CRLF and a lone CR are one line break. */
      if (*at != '\r')
        append_escaped (out, g_utf8_get_char (at), one_line);
      else if (at[1] != '\n')
        append_escaped (out, '\n', one_line);
      at = g_utf8_next_char (at);
      limit--;
    }
}

/* Escaped once, normalised (NFC), cut between characters, without space at its ends: libical strips it, and
 * takes a value of nothing else for an error. */
static char *
escape (const char *text, glong limit, gboolean one_line)
{
  /* ASCII is as it is in every normal form. */
  g_autofree char *normal =
      g_str_is_ascii (text) ? g_strdup (text) : g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  gsize length = strlen (g_strstrip (normal));
  const char *end = normal + MIN (length, MAX_TEXT_OCTETS);
  GString *out = g_string_sized_new (MIN (length, MAX_TEXT_OCTETS) + 16);

  while (((guchar) *end & 0xc0) == 0x80)
    end--;
  append_text (out, normal, end, limit, one_line);
  return g_strstrip (g_string_free (out, FALSE));
}

void
way_lines_put_text (GString *out,
                    const char *name,
                    const char *text,
                    glong limit,
                    gboolean one_line)
{
  if (text == NULL || *text == '\0')
    return;
  g_autofree char *escaped = escape (text, limit, one_line);
  if (*escaped != '\0')
    put_value (out, name, escaped);
}

void
way_lines_put_categories (GString *out, const char *words)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  if (words == NULL)
    return;
  g_auto (GStrv) parts = g_strsplit (words, ",", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *escaped = escape (g_strstrip (*part), 60, TRUE);
      if (*escaped != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "," : "", escaped);
    }
  if (joined->len > 0)
    put_value (out, "CATEGORIES", joined->str);
}

static char *
put_digits (char *to, int value, int width)
{
  for (int i = width - 1; i >= 0; i--, value /= 10)
    to[i] = (char) ('0' + value % 10);
  return to + width;
}

char *
way_lines_clock (gint64 utc, int offset)
{
  gint64 local = utc + offset;
  gint64 day = local / 86400 - (local % 86400 < 0);
  int second = (int) (local - day * 86400);
  char *text = g_malloc (sizeof "20270104T080000");
  int y, m, d;

  way_date_to_ymd ((WayDate) day, &y, &m, &d);
  char *at = put_digits (put_digits (put_digits (text, y, 4), m, 2), d, 2);
  *at++ = 'T';
  at = put_digits (at, second / 3600, 2);
  at = put_digits (at, second / 60 % 60, 2);
  *put_digits (at, second % 60, 2) = '\0';
  return text;
}

void
way_lines_put_utc (GString *out, const char *name, gint64 utc)
{
  g_autofree char *text = way_lines_clock (utc, 0);
  gsize begin = out->len;

  g_string_append (out, name);
  g_string_append_c (out, ':');
  g_string_append (out, text);
  g_string_append_c (out, 'Z');
  end_line (out, begin);
}

void
way_lines_put_local (GString *out, const char *name, gint64 utc, WayZone *zone)
{
  g_autofree char *text = way_lines_clock (utc, way_zone_offset_at (zone, utc));

  way_lines_put (out, "%s;TZID=%s:%s", name, way_zone_get_id (zone), text);
}

void
way_lines_put_date (GString *out, const char *name, WayDate date)
{
  int y, m, d;

  way_date_to_ymd (date, &y, &m, &d);
  way_lines_put (out, "%s;VALUE=DATE:%04d%02d%02d", name, y, m, d);
}

void
way_lines_begin_calendar (GString *out)
{
  way_lines_put (out, "BEGIN:VCALENDAR");
  way_lines_put (out, "VERSION:2.0");
  way_lines_put (out, "PRODID:-//Waymark//Waymark %s//EN", PACKAGE_VERSION);
  way_lines_put (out, "CALSCALE:GREGORIAN");
}

/* Every line ends with CRLF, holds neither of the two before, and is short enough. */
static gboolean
lines_are_sound (const GString *out)
{
  for (const char *at = out->str; *at != '\0';)
    {
      const char *end = strchr (at, '\r');
      if (end == NULL || end[1] != '\n' || end - at > FOLD_OCTETS ||
          memchr (at, '\n', (gsize) (end - at)) != NULL)
        return FALSE;
      at = end + 2;
    }
  return g_utf8_validate (out->str, (gssize) out->len, NULL);
}

/* Counts in @found the components of @kind. */
static gboolean
part_reads_back (const char *part, icalcomponent_kind kind, guint *found)
{
  icalcomponent *root = icalparser_parse_string (part);

  if (root == NULL)
    return FALSE;
  gboolean ok = icalcomponent_count_errors (root) == 0;
  *found +=
      icalcomponent_isa (root) == kind ? 1 : (guint) icalcomponent_count_components (root, kind);
  icalcomponent_free (root);
  return ok;
}

/* The start of the @n-th component behind @at, which may be the start of one; @end when there are fewer. */
static const char *
skip_components (const char *at, const char *mark, int n, const char *end)
{
  for (; n > 0 && at != NULL; n--)
    {
      at = strstr (at, mark);
      at = at != NULL ? at + strlen ("\r\n") : NULL;
    }
  return at != NULL ? at : end;
}

/* Some components at a time, behind the calendar without them: a tree of all at once would take libical
 * twice as long to grow and to free. */
static gboolean
reads_back (const GString *out, icalcomponent_kind kind, guint n)
{
  g_autofree char *mark = g_strdup_printf ("\r\nBEGIN:%s\r\n", icalcomponent_kind_to_string (kind));
  guint found = 0;

  if (!g_str_has_suffix (out->str, "\r\n" LAST_LINE))
    return FALSE;
  const char *end = out->str + out->len - strlen (LAST_LINE);
  const char *at = skip_components (out->str, mark, 1, end);
  g_autoptr (GString) frame = g_string_new_len (out->str, at - out->str);
  g_string_append (frame, LAST_LINE);
  gboolean ok = part_reads_back (frame->str, kind, &found);
  while (ok && at < end)
    {
      const char *next = skip_components (at, mark, READ_AT_ONCE, end);
      g_autofree char *part = g_strndup (at, (gsize) (next - at));
      ok = part_reads_back (part, kind, &found);
      at = next;
    }
  return ok && found == n;
}

gboolean
way_lines_check (const GString *out, icalcomponent_kind kind, guint n, GError **error)
{
  if (reads_back (out, kind, n) && lines_are_sound (out) && strstr (out->str, "\r\nTZID:/") == NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("The calendar file did not pass its own check and was not written. Please report "
                  "this."));
  return FALSE;
}

#include "config.h"

#include "core/calendar/lines.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLD_OCTETS     75
#define MAX_TEXT_OCTETS 8192

void
way_lines_put (GString *out, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *line = g_strdup_vprintf (format, args);
  va_end (args);
  gsize column = 0;
  for (const char *at = line; *at != '\0';)
    {
      gsize size = (gsize) (g_utf8_next_char (at) - at);
      if (column + size > FOLD_OCTETS)
        {
          g_string_append (out, "\r\n ");
          column = 1;
        }
      g_string_append_len (out, at, (gssize) size);
      column += size;
      at += size;
    }
  g_string_append (out, "\r\n");
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

/* Escaped once, normalised (NFC), cut between characters, without space at its ends: libical strips it, and
 * takes a value of nothing else for an error. */
static char *
escape (const char *text, glong limit, gboolean one_line)
{
  g_autofree char *normal = g_strstrip (g_utf8_normalize (text, -1, G_NORMALIZE_NFC));
  GString *out = g_string_new (NULL);

  for (const char *at = normal; *at != '\0' && limit-- > 0; at = g_utf8_next_char (at))
    {
      if (g_utf8_next_char (at) - normal > MAX_TEXT_OCTETS)
        break;
      /* CRLF and a lone CR are one line break. */
      if (*at == '\r' && at[1] == '\n')
        continue;
      append_escaped (out, *at == '\r' ? '\n' : g_utf8_get_char (at), one_line);
    }
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
    way_lines_put (out, "%s:%s", name, escaped);
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
    way_lines_put (out, "CATEGORIES:%s", joined->str);
}

char *
way_lines_clock (gint64 utc, int offset)
{
  gint64 local = utc + offset;
  gint64 day = local / 86400 - (local % 86400 < 0);
  int second = (int) (local - day * 86400);
  int y, m, d;

  way_date_to_ymd ((WayDate) day, &y, &m, &d);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d", y, m, d, second / 3600, second / 60 % 60,
                          second % 60);
}

void
way_lines_put_utc (GString *out, const char *name, gint64 utc)
{
  g_autofree char *text = way_lines_clock (utc, 0);

  way_lines_put (out, "%s:%sZ", name, text);
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

static gboolean
lines_are_sound (const GString *out)
{
  for (const char *at = out->str; *at != '\0';)
    {
      const char *end = strstr (at, "\r\n");
      if (end == NULL || end - at > FOLD_OCTETS)
        return FALSE;
      at = end + 2;
    }
  return g_utf8_validate (out->str, (gssize) out->len, NULL);
}

gboolean
way_lines_check (const GString *out, icalcomponent_kind kind, guint n, GError **error)
{
  icalcomponent *root = icalparser_parse_string (out->str);
  gboolean ok = root != NULL && icalcomponent_count_errors (root) == 0 &&
                (guint) icalcomponent_count_components (root, kind) == n && lines_are_sound (out) &&
                strstr (out->str, "\r\nTZID:/") == NULL;

  if (root != NULL)
    icalcomponent_free (root);
  if (!ok)
    g_set_error (
        error, WAY_ERROR, WAY_ERROR_INVALID,
        _ ("The calendar file did not pass its own check and was not written. Please report "
           "this."));
  return ok;
}

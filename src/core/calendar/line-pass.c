/* The pass over the bytes before anything is understood: encodings, line ends, folding, limits. */
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
way_content_line_free (WayContentLine *line)
{
  g_free (line->name);
  g_free (line->params);
  g_free (line->value);
  g_free (line);
}

void
way_calendar_skip (GPtrArray *skipped, int line, const char *uid, char *reason)
{
  WayCalendarSkip *skip = g_new0 (WayCalendarSkip, 1);

  skip->line = line;
  skip->uid = g_strdup (uid);
  skip->reason = reason;
  g_ptr_array_add (skipped, skip);
}

/* The name ends at the first ";" or ":", the parameters at the first ":" outside quotes. */
static WayContentLine *
split_line (const char *text, int number)
{
  const char *name_end = text + strcspn (text, ";:");
  const char *colon = name_end;
  gboolean quoted = FALSE;

  while (*colon != '\0' && (quoted || *colon != ':'))
    {
      if (*colon == '"')
        quoted = !quoted;
      colon++;
    }
  if (*colon == '\0' || name_end == text || colon - name_end > WAY_CALENDAR_MAX_PARAMETERS)
    return NULL;
  WayContentLine *line = g_new0 (WayContentLine, 1);
  g_autofree char *name = g_strndup (text, (gsize) (name_end - text));
  line->number = number;
  line->name = g_ascii_strup (g_strstrip (name), -1);
  line->params = g_strndup (name_end, (gsize) (colon - name_end));
  line->value = g_strdup (colon + 1);
  return line;
}

/* Only what busy time needs is kept; the rest (attachments, HTML, prose) is gone early. */
static gboolean
is_wanted (const char *text)
{
  static const char *const names[] = {
    "BEGIN",    "END",           "UID",           "SEQUENCE",
    "DTSTAMP",  "LAST-MODIFIED", "DTSTART",       "DTEND",
    "DURATION", "RRULE",         "RDATE",         "EXDATE",
    "EXRULE",   "STATUS",        "TRANSP",        "RECURRENCE-ID",
    "SUMMARY",  "FREEBUSY",      "METHOD",        "PRODID",
    "TZID",     "TZOFFSETFROM",  "TZOFFSETTO",    "TZNAME",
    "NAME",     "X-WR-CALNAME",  "X-WR-TIMEZONE", "X-MICROSOFT-CDO-BUSYSTATUS",
  };
  gsize length = strcspn (text, ";: \t");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

static void
finish_line (GString *raw, int number, GPtrArray *lines, GPtrArray *skipped)
{
  if (raw->len > WAY_CALENDAR_MAX_LINE)
    way_calendar_skip (skipped, number, "", g_strdup (_ ("The line is longer than 256 KiB.")));
  else if (raw->len > 0 && memchr (raw->str, '\0', raw->len) != NULL)
    way_calendar_skip (skipped, number, "", g_strdup (_ ("The line is not text.")));
  else if (raw->len > 0 && is_wanted (raw->str))
    {
      /* Unfolding comes first: a fold may cut a character in two. */
      g_autofree char *text = g_utf8_validate (raw->str, (gssize) raw->len, NULL)
                                  ? g_strdup (raw->str)
                                  : g_convert_with_fallback (raw->str, (gssize) raw->len, "UTF-8",
                                                             "WINDOWS-1252", "?", NULL, NULL, NULL);
      WayContentLine *line = text != NULL ? split_line (text, number) : NULL;
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  g_string_truncate (raw, 0);
}

static void
split_bytes (const char *data, gsize length, GPtrArray *lines, GPtrArray *skipped)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  int number = 1, first = 1;

  for (gsize at = 0; at < length; number++)
    {
      gsize stop = at;
      while (stop < length && data[stop] != '\n' && data[stop] != '\r')
        stop++;
      gboolean folded = at < stop && (data[at] == ' ' || data[at] == '\t') && number > 1;
      if (!folded)
        {
          finish_line (raw, first, lines, skipped);
          first = number;
        }
      /* One byte over the limit is enough to know. */
      gsize from = at + folded;
      gsize room = raw->len > WAY_CALENDAR_MAX_LINE ? 0 : WAY_CALENDAR_MAX_LINE + 1 - raw->len;
      g_string_append_len (raw, data + from, (gssize) MIN (stop - from, room));
      at = stop + 1;
      if (stop + 1 < length && data[stop] == '\r' && data[stop + 1] == '\n')
        at++;
    }
  finish_line (raw, first, lines, skipped);
}

GPtrArray *
way_calendar_lines (const char *data, gsize length, GPtrArray *skipped)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) way_content_line_free);
  g_autofree char *converted = NULL;

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      gsize written = 0;
      converted = g_convert (data, (gssize) length, "UTF-8", "UTF-16", NULL, &written, NULL);
      if (converted == NULL)
        return lines;
      data = converted;
      length = written;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  split_bytes (data, length, lines, skipped);
  return lines;
}

char *
way_content_line_param (const WayContentLine *line, const char *name)
{
  gsize length = strlen (name);
  gboolean quoted = FALSE;

  for (const char *at = line->params; *at != '\0'; at++)
    {
      if (*at == '"')
        quoted = !quoted;
      if (quoted || *at != ';' || g_ascii_strncasecmp (at + 1, name, length) != 0 ||
          at[1 + length] != '=')
        continue;
      const char *value = at + length + 2;
      if (*value == '"')
        return g_strndup (value + 1, strcspn (value + 1, "\""));
      return g_strndup (value, strcspn (value, ";"));
    }
  return NULL;
}

char *
way_calendar_unescape (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          g_string_append_c (text, *at == 'n' || *at == 'N' ? ' ' : *at);
        }
      else
        g_string_append_c (text, g_ascii_iscntrl (*at) ? ' ' : *at);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

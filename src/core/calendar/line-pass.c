/* The pass over the bytes before anything is understood: encodings, line ends, folding, limits. */
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
way_calendar_skip (GPtrArray *skipped, int line, const char *uid, char *reason)
{
  if (skipped->len >= WAY_CALENDAR_MAX_REPORTED)
    {
      g_free (reason);
      return;
    }
  WayCalendarSkip *skip = g_new0 (WayCalendarSkip, 1);

  if (skipped->len == WAY_CALENDAR_MAX_REPORTED - 1)
    {
      g_free (reason);
      reason = g_strdup (_ ("There is more to report; only the first 10,000 things are listed."));
    }
  skip->line = line;
  skip->uid = g_strdup (uid);
  skip->reason = reason;
  g_ptr_array_add (skipped, skip);
}

/* Only what busy time needs is kept; the rest (attachments, HTML, prose) is gone early. The name in
 * capitals, or %NULL. */
static const char *
wanted_name (const char *text)
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
  gsize end = length + strspn (text + length, " \t");

  /* Prose that was not folded begins with such a word as well, but no separator follows it. */
  if (text[end] != ';' && text[end] != ':')
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], text, length) == 0)
      return names[i];
  return NULL;
}

/* The name ends at the first ";" or ":", the parameters at the first ":" outside quotes. */
static WayContentLine *
split_line (const char *name, const char *text, int number)
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
  if (*colon == '\0' || colon - name_end > WAY_CALENDAR_MAX_PARAMETERS)
    return NULL;
  gsize n_params = (gsize) (colon - name_end), n_value = strlen (colon + 1);
  WayContentLine *line = g_malloc (sizeof *line + n_params + n_value + 2);
  line->number = number;
  line->name = name;
  memcpy (line->params, name_end, n_params);
  line->params[n_params] = '\0';
  memcpy (line->params + n_params + 1, colon + 1, n_value + 1);
  line->value = line->params + n_params + 1;
  return line;
}

typedef struct
{
  GPtrArray *lines;
  GPtrArray *skipped;
  gboolean told_encoding;
} Pass;

/* Windows-1252 has holes: what is in none of both encodings keeps its place as a mark. */
static char *
to_utf8 (Pass *pass, const GString *raw, int number)
{
  if (g_utf8_validate (raw->str, (gssize) raw->len, NULL))
    return g_strdup (raw->str);
  if (!pass->told_encoding)
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup (_ ("The text is not UTF-8; it was read as Windows-1252.")));
  pass->told_encoding = TRUE;
  char *text = g_convert (raw->str, (gssize) raw->len, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (raw->str, (gssize) raw->len);
}

static void
keep_line (Pass *pass, const GString *raw, const char *name, int number)
{
  if (pass->lines->len == WAY_CALENDAR_MAX_LINES)
    {
      way_calendar_skip (
          pass->skipped, number, "",
          g_strdup (_ ("The file has more than 4,000,000 lines that matter; the rest "
                       "was left out.")));
      g_ptr_array_set_size (pass->lines, WAY_CALENDAR_MAX_LINES + 1); /* said once */
    }
  if (pass->lines->len > WAY_CALENDAR_MAX_LINES)
    return;
  /* Unfolding comes first: a fold may cut a character in two. */
  g_autofree char *text = to_utf8 (pass, raw, number);
  WayContentLine *line = split_line (name, text, number);
  if (line != NULL)
    g_ptr_array_add (pass->lines, line);
  else
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup_printf (_ ("The %s line cannot be read: no value, or parameters of "
                                           "more than 4 KiB."),
                                        name));
}

static void
finish_line (Pass *pass, GString *raw, int number)
{
  const char *name = raw->len > 0 ? wanted_name (raw->str) : NULL;

  if (name == NULL)
    ;
  else if (raw->len > WAY_CALENDAR_MAX_LINE)
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup_printf (_ ("The %s line is longer than 256 KiB."), name));
  else if (memchr (raw->str, '\0', raw->len) != NULL)
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup_printf (_ ("The %s line is not text."), name));
  else
    keep_line (pass, raw, name, number);
  g_string_truncate (raw, 0);
}

static void
split_bytes (Pass *pass, const char *data, gsize length)
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
          finish_line (pass, raw, first);
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
  finish_line (pass, raw, first);
}

GPtrArray *
way_calendar_lines (const char *data, gsize length, GPtrArray *skipped)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  Pass pass = { lines, skipped, FALSE };
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
  split_bytes (&pass, data, length);
  g_ptr_array_set_size (lines, (int) MIN (lines->len, WAY_CALENDAR_MAX_LINES));
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
  if (text->len > WAY_CALENDAR_MAX_TEXT)
    g_string_truncate (
        text, (gsize) (g_utf8_find_prev_char (text->str, text->str + WAY_CALENDAR_MAX_TEXT + 1) -
                       text->str));
  return g_strstrip (g_string_free (text, FALSE));
}

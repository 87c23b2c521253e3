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
 * capitals, or %NULL. Most lines of a large file are told apart by their first letter. */
static const char *
wanted_name (const char *text, gsize length)
{
  static const char *const names[] = {
    "BEGIN",        "DTSTART",       "DTEND",
    "DTSTAMP",      "DURATION",      "END",
    "EXDATE",       "EXRULE",        "FREEBUSY",
    "METHOD",       "NAME",          "PRODID",
    "RDATE",        "RECURRENCE-ID", "RRULE",
    "SEQUENCE",     "STATUS",        "SUMMARY",
    "TRANSP",       "TZID",          "TZNAME",
    "TZOFFSETFROM", "TZOFFSETTO",    "UID",
    "X-WR-CALNAME", "X-WR-TIMEZONE", "X-MICROSOFT-CDO-BUSYSTATUS",
  };
  char initial = length > 0 ? g_ascii_toupper (*text) : '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i][0] != initial)
        continue;
      gsize end = strlen (names[i]);
      if (end >= length || g_ascii_strncasecmp (names[i], text, end) != 0)
        continue;
      while (end < length && (text[end] == ' ' || text[end] == '\t'))
        end++;
      /* Prose that was not folded begins with such a word as well, but no separator follows it. */
      if (end < length && (text[end] == ';' || text[end] == ':'))
        return names[i];
    }
  return NULL;
}

typedef struct
{
  GPtrArray *lines;
  GPtrArray *chunks; /* what the lines lie in: millions of them are no work for malloc() */
  gsize room;        /* bytes left in the last chunk */
  GPtrArray *skipped;
  gboolean told_encoding;
} Pass;

#define CHUNK_BYTES (1024 * 1024)

static gpointer
allocate (Pass *pass, gsize size)
{
  gsize rounded = (size + sizeof (gpointer) - 1) / sizeof (gpointer) * sizeof (gpointer);

  if (rounded > pass->room)
    {
      pass->room = MAX (rounded, CHUNK_BYTES);
      g_ptr_array_add (pass->chunks, g_malloc (pass->room));
    }
  /* From the end, so that the room left says where. */
  pass->room -= rounded;
  return (char *) g_ptr_array_index (pass->chunks, pass->chunks->len - 1) + pass->room;
}

/* The name ends at the first ";" or ":", the parameters at the first ":" outside quotes. */
static WayContentLine *
split_line (Pass *pass, const char *name, const char *text, gsize length, int number)
{
  gsize name_end = 0;
  gboolean quoted = FALSE;

  while (name_end < length && text[name_end] != ';' && text[name_end] != ':')
    name_end++;
  gsize colon = name_end;
  while (colon < length && (quoted || text[colon] != ':'))
    {
      if (text[colon] == '"')
        quoted = !quoted;
      colon++;
    }
  if (colon == length || colon - name_end > WAY_CALENDAR_MAX_PARAMETERS)
    return NULL;
  gsize n_params = colon - name_end, n_value = length - colon - 1;
  WayContentLine *line = allocate (pass, sizeof *line + n_params + n_value + 2);
  line->number = number;
  line->name = name;
  memcpy (line->params, text + name_end, n_params);
  line->params[n_params] = '\0';
  line->value = line->params + n_params + 1;
  memcpy (line->params + n_params + 1, text + colon + 1, n_value);
  line->params[n_params + 1 + n_value] = '\0';
  return line;
}

/* Windows-1252 has holes: what is in none of both encodings keeps its place as a mark. */
static char *
to_utf8 (Pass *pass, const char *raw, gsize length, int number)
{
  if (!pass->told_encoding)
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup (_ ("The text is not UTF-8; it was read as Windows-1252.")));
  pass->told_encoding = TRUE;
  char *text = g_convert (raw, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (raw, (gssize) length);
}

static void
keep_line (Pass *pass, const char *raw, gsize length, const char *name, int number)
{
  g_autofree char *converted = NULL;

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
  /* Unfolding came first: a fold may cut a character in two. */
  if (!g_utf8_validate (raw, (gssize) length, NULL))
    {
      raw = converted = to_utf8 (pass, raw, length, number);
      length = strlen (raw);
    }
  WayContentLine *line = split_line (pass, name, raw, length, number);
  if (line != NULL)
    g_ptr_array_add (pass->lines, line);
  else
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup_printf (_ ("The %s line cannot be read: no value, or parameters of "
                                           "more than 4 KiB."),
                                        name));
}

static void
finish_line (Pass *pass, const char *raw, gsize length, int number)
{
  const char *name = wanted_name (raw, length);

  if (name == NULL)
    ;
  else if (length > WAY_CALENDAR_MAX_LINE)
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup_printf (_ ("The %s line is longer than 256 KiB."), name));
  else if (memchr (raw, '\0', length) != NULL)
    way_calendar_skip (pass->skipped, number, "",
                       g_strdup_printf (_ ("The %s line is not text."), name));
  else
    keep_line (pass, raw, length, name, number);
}

/* The index behind the line at @at, and its bytes without the line end in @length. */
static gsize
next_line (const char *data, gsize total, gsize at, gsize *length)
{
  gsize stop = at;

  while (stop < total && data[stop] != '\n' && data[stop] != '\r')
    stop++;
  *length = stop - at;
  return stop + 1 + (stop + 1 < total && data[stop] == '\r' && data[stop + 1] == '\n');
}

static gboolean
is_folded (const char *data, gsize total, gsize at)
{
  return at < total && (data[at] == ' ' || data[at] == '\t');
}

/* A line that is not folded is read where it lies. */
static void
split_bytes (Pass *pass, const char *data, gsize total)
{
  g_autoptr (GString) unfolded = g_string_new (NULL);
  int number = 1;

  for (gsize at = 0; at < total;)
    {
      int first = number++;
      gsize length, begin = at;
      at = next_line (data, total, at, &length);
      if (!is_folded (data, total, at))
        {
          finish_line (pass, data + begin, length, first);
          continue;
        }
      /* One byte over the limit is enough to know. */
      g_string_truncate (unfolded, 0);
      g_string_append_len (unfolded, data + begin,
                           (gssize) MIN (length, WAY_CALENDAR_MAX_LINE + 1));
      for (; is_folded (data, total, at); number++)
        {
          begin = at + 1;
          at = next_line (data, total, at, &length);
          gsize room = WAY_CALENDAR_MAX_LINE + 1 - unfolded->len;
          if (length > 1)
            g_string_append_len (unfolded, data + begin, (gssize) MIN (length - 1, room));
        }
      finish_line (pass, unfolded->str, unfolded->len, first);
    }
}

GPtrArray *
way_calendar_lines (const char *data, gsize length, GPtrArray *skipped, GPtrArray *chunks)
{
  GPtrArray *lines = g_ptr_array_new ();
  Pass pass = { .lines = lines, .chunks = chunks, .skipped = skipped };
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

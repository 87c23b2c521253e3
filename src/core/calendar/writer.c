/* Export is strict where import is lenient: one malformed alarm loses a whole file in some clients.
 * Lines are written by us (a VEVENT of ours has twenty fixed properties; RFC 5545 section 3.1 gives the
 * folding, 3.3.11 the escaping); libical gives the VTIMEZONE and reads the result back as the check. */
#include "core/calendar/writer.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/calendar/vtimezone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLD_OCTETS     75
#define MAX_SUMMARY     200
#define MAX_DESCRIPTION 8000

/* A content line, folded at 75 octets, never inside a character. */
static void put (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
put (GString *out, const char *format, ...)
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

/* TEXT: escaped once, normalised, without control characters, cut at @limit characters. A backslash
 * becomes a slash: some readers take "\\n" for a line break. */
static char *
escape (const char *text, glong limit)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *cut = g_utf8_substring (normal, 0, MIN (limit, g_utf8_strlen (normal, -1)));
  GString *out = g_string_new (NULL);

  for (const char *at = cut; *at != '\0'; at++)
    switch (*at)
      {
      case '\\':
        g_string_append_c (out, '/');
        break;
      case ';':
      case ',':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *at);
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      default:
        if (!g_ascii_iscntrl (*at))
          g_string_append_c (out, *at);
      }
  return g_string_free (out, FALSE);
}

/* "20270104T080000" at @utc plus @offset seconds. */
static char *
clock_text (gint64 utc, int offset)
{
  gint64 local = utc + offset;
  gint64 day = local / 86400 - (local % 86400 < 0);
  int second = (int) (local - day * 86400);
  int y, m, d;

  way_date_to_ymd ((WayDate) day, &y, &m, &d);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d", y, m, d, second / 3600, second / 60 % 60,
                          second % 60);
}

static void
put_utc (GString *out, const char *name, gint64 utc)
{
  g_autofree char *text = clock_text (utc, 0);

  put (out, "%s:%sZ", name, text);
}

static void
put_time (GString *out, const char *name, gint64 utc, WayZone *zone)
{
  if (zone == NULL)
    {
      put_utc (out, name, utc);
      return;
    }
  g_autofree char *text = clock_text (utc, way_zone_offset_at (zone, utc));
  put (out, "%s;TZID=%s:%s", name, way_zone_get_id (zone), text);
}

static void
put_date (GString *out, const char *name, WayDate date)
{
  int y, m, d;

  way_date_to_ymd (date, &y, &m, &d);
  put (out, "%s;VALUE=DATE:%04d%02d%02d", name, y, m, d);
}

static void
put_text (GString *out, const char *name, const char *text, glong limit)
{
  if (text == NULL || *text == '\0')
    return;
  g_autofree char *escaped = escape (text, limit);
  put (out, "%s:%s", name, escaped);
}

/* Words are separated by commas; a word has none. */
static void
put_categories (GString *out, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_auto (GStrv) parts = g_strsplit (words, ",", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      char *escaped = escape (*part, 60);
      g_free (*part);
      *part = escaped;
    }
  g_autofree char *joined = g_strjoinv (",", parts);
  put (out, "CATEGORIES:%s", joined);
}

static void
put_alarms (GString *out, const WayCalendarEntry *entry)
{
  if (entry->cancelled)
    return;
  for (int i = 0; i < 2; i++)
    if (entry->alarm_minutes[i] > 0)
      {
        int minutes = entry->alarm_minutes[i];
        put (out, "BEGIN:VALARM");
        put (out, "UID:%s-alarm-%d", entry->uid, i + 1);
        put (out, "ACTION:DISPLAY");
        if (minutes % 1440 == 0)
          put (out, "TRIGGER:-P%dD", minutes / 1440);
        else
          put (out, "TRIGGER:-PT%dM", minutes);
        put_text (out, "DESCRIPTION", entry->summary, MAX_SUMMARY);
        put (out, "END:VALARM");
      }
}

static void
put_entry (GString *out, const WayCalendarEntry *entry, WayZone *zone)
{
  put (out, "BEGIN:VEVENT");
  put (out, "UID:%s", entry->uid);
  put_utc (out, "DTSTAMP", entry->changed_utc);
  put_utc (out, "CREATED", entry->created_utc);
  put_utc (out, "LAST-MODIFIED", entry->changed_utc);
  put (out, "SEQUENCE:%d", entry->sequence);
  if (entry->all_day)
    {
      put_date (out, "DTSTART", entry->date);
      put_date (out, "DTEND", entry->date + 1);
    }
  else
    {
      put_time (out, "DTSTART", entry->start_utc, zone);
      put_time (out, "DTEND", entry->end_utc, zone);
    }
  put_text (out, "SUMMARY", entry->summary, MAX_SUMMARY);
  put_text (out, "DESCRIPTION", entry->description, MAX_DESCRIPTION);
  put_categories (out, entry->categories);
  put (out, "STATUS:%s", entry->cancelled ? "CANCELLED" : "CONFIRMED");
  gboolean busy = entry->busy && !entry->cancelled;
  put (out, "TRANSP:%s", busy ? "OPAQUE" : "TRANSPARENT");
  put (out, "X-MICROSOFT-CDO-BUSYSTATUS:%s", busy ? "BUSY" : "FREE");
  if (entry->is_private)
    put (out, "CLASS:PRIVATE");
  if (entry->related_to != NULL && *entry->related_to != '\0')
    put (out, "RELATED-TO:%s", entry->related_to);
  put_alarms (out, entry);
  put (out, "END:VEVENT");
}

static gint64
sort_time (const WayCalendarEntry *entry)
{
  return entry->all_day ? (gint64) entry->date * 86400 : entry->start_utc;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const WayCalendarEntry *x = *(WayCalendarEntry *const *) a;
  const WayCalendarEntry *y = *(WayCalendarEntry *const *) b;

  if (sort_time (x) != sort_time (y))
    return sort_time (x) < sort_time (y) ? -1 : 1;
  return strcmp (x->uid, y->uid);
}

static gboolean
check_entry (const WayCalendarEntry *entry, GError **error)
{
  const char *const texts[] = { entry->uid, entry->summary, entry->description, entry->categories };
  gboolean ok = entry->uid != NULL && *entry->uid != '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ok = ok && (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
  if (!ok)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("An event cannot be written: its text is not UTF-8 or its UID is missing."));
  return ok;
}

/* VTIMEZONE lines from libical come folded; only its rules are ours to choose. */
static gboolean
put_vtimezone (GString *out, WayZone *zone, const GPtrArray *sorted, GError **error)
{
  const WayCalendarEntry *first = g_ptr_array_index (sorted, 0);
  int year, month, day;

  way_date_to_ymd ((WayDate) (sort_time (first) / 86400), &year, &month, &day);
  icalcomponent *component = way_vtimezone_new (way_zone_get_id (zone), year);
  if (component == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("There are no rules for the time zone “%s” here. Export in UTC instead."),
                   way_zone_get_id (zone));
      return FALSE;
    }
  char *text = icalcomponent_as_ical_string_r (component);
  g_string_append (out, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (component);
  return TRUE;
}

/* Reads the bytes back: every event there, nothing that libical could not understand, no long line. */
static gboolean
check_file (const GString *out, guint n_entries, GError **error)
{
  icalcomponent *root = icalparser_parse_string (out->str);
  guint found =
      root != NULL ? (guint) icalcomponent_count_components (root, ICAL_VEVENT_COMPONENT) : 0;
  gboolean ok = root != NULL && icalcomponent_count_errors (root) == 0 && found == n_entries &&
                g_utf8_validate (out->str, (gssize) out->len, NULL);

  for (const char *at = out->str; ok && *at != '\0';)
    {
      const char *end = strstr (at, "\r\n");
      ok = end != NULL && end - at <= FOLD_OCTETS;
      at = end != NULL ? end + 2 : at;
    }
  if (root != NULL)
    icalcomponent_free (root);
  if (!ok)
    g_set_error (
        error, WAY_ERROR, WAY_ERROR_INVALID,
        _ ("The calendar file did not pass its own check and was not written. Please report "
           "this."));
  return ok;
}

GBytes *
way_calendar_write (const WayCalendarFile *file, GError **error)
{
  g_autoptr (WayZone) zone = file->zone != NULL ? way_zone_new (file->zone, error) : NULL;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean timed = FALSE;

  if (file->zone != NULL && zone == NULL)
    return NULL;
  for (guint i = 0; i < file->entries->len; i++)
    {
      WayCalendarEntry *entry = g_ptr_array_index (file->entries, i);
      if (!check_entry (entry, error))
        return NULL;
      timed = timed || !entry->all_day;
      g_ptr_array_add (sorted, entry);
    }
  g_ptr_array_sort (sorted, compare_entries);
  put (out, "BEGIN:VCALENDAR");
  put (out, "VERSION:2.0");
  put (out, "PRODID:-//Waymark//Waymark//EN");
  put (out, "CALSCALE:GREGORIAN");
  put_text (out, "NAME", file->name, 80);
  put_text (out, "X-WR-CALNAME", file->name, 80);
  put (out, "COLOR:steelblue");
  if (zone != NULL && timed && !g_str_equal (file->zone, "UTC") &&
      !put_vtimezone (out, zone, sorted, error))
    return NULL;
  if (zone != NULL && g_str_equal (file->zone, "UTC"))
    g_clear_pointer (&zone, way_zone_free);
  for (guint i = 0; i < sorted->len; i++)
    put_entry (out, g_ptr_array_index (sorted, i), zone);
  put (out, "END:VCALENDAR");
  if (!check_file (out, sorted->len, error))
    return NULL;
  gsize length = out->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&out), FALSE), length);
}

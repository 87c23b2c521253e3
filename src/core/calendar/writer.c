/* Export is strict where import is lenient: one malformed alarm loses a whole file in some clients.
 * Lines are written by us (a VEVENT of ours has twenty fixed properties); libical gives the VTIMEZONE
 * and reads the result back as the check. */
#include "core/calendar/writer.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/calendar/lines.h"
#include "core/calendar/vtimezone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SUMMARY     200
#define MAX_DESCRIPTION 8000

/* Whether the wall clock at @utc was shown an hour before too: RFC 5545 3.3.5 reads such a time as
 * the first of the two, so that the second has no local form. */
static gboolean
is_second_of_two (gint64 utc, WayZone *zone)
{
  int minute;
  WayDate date = way_zone_to_local (zone, utc, &minute);

  return way_zone_to_utc (zone, date, minute) < utc - utc % 60;
}

/* Both ends in the same form; in UTC when there is no zone or the clock cannot tell one of them. */
static void
put_times (GString *out, const WayCalendarEntry *entry, WayZone *zone)
{
  gboolean repeats = entry->series != NULL && entry->series->rule != NULL;

  /* A rule follows the wall clock: in UTC it would move by an hour with the seasons. */
  if (repeats && zone != NULL && is_second_of_two (entry->end_utc, zone))
    {
      way_lines_put_local (out, "DTSTART", entry->start_utc, zone);
      way_lines_put (out, "DURATION:PT%dM", (int) (entry->end_utc - entry->start_utc) / 60);
      return;
    }
  if (zone == NULL || is_second_of_two (entry->start_utc, zone) ||
      is_second_of_two (entry->end_utc, zone))
    {
      way_lines_put_utc (out, "DTSTART", entry->start_utc);
      way_lines_put_utc (out, "DTEND", entry->end_utc);
      return;
    }
  way_lines_put_local (out, "DTSTART", entry->start_utc, zone);
  way_lines_put_local (out, "DTEND", entry->end_utc, zone);
}

/* In the form that DTSTART of the series has, RFC 5545 3.8.4.4 and 3.8.5.1. */
static void
put_time_of_series (GString *out, const char *name, gint64 utc, WayZone *zone)
{
  if (zone != NULL)
    way_lines_put_local (out, name, utc, zone);
  else
    way_lines_put_utc (out, name, utc);
}

static void
put_recurrence (GString *out, const WayCalendarEntry *entry, WayZone *zone)
{
  const WayCalendarSeries *series = entry->series;

  if (entry->recurrence_utc != 0)
    put_time_of_series (out, "RECURRENCE-ID", entry->recurrence_utc, zone);
  if (series == NULL || series->rule == NULL)
    return;
  way_lines_put (out, "RRULE:%s", series->rule);
  /* A line each: some programs read the first date of a list only. */
  for (guint i = 0; i < series->except->len; i++)
    put_time_of_series (out, "EXDATE", g_array_index (series->except, gint64, i), zone);
}

/* RFC 5545 3.6.6: a DISPLAY alarm must have a DESCRIPTION. */
static void
put_alarms (GString *out, const WayCalendarEntry *entry)
{
  if (entry->cancelled)
    return;
  for (int i = 0; i < 2; i++)
    if (entry->alarm_minutes[i] > 0)
      {
        int minutes = entry->alarm_minutes[i];
        way_lines_put (out, "BEGIN:VALARM");
        way_lines_put (out, "UID:%s-alarm-%d", entry->uid, i + 1);
        way_lines_put (out, "ACTION:DISPLAY");
        if (minutes % 1440 == 0)
          way_lines_put (out, "TRIGGER:-P%dD", minutes / 1440);
        else
          way_lines_put (out, "TRIGGER:-PT%dM", minutes);
        gsize before = out->len;
        way_lines_put_text (out, "DESCRIPTION", entry->summary, MAX_SUMMARY, TRUE);
        if (out->len == before)
          way_lines_put (out, "DESCRIPTION:Waymark");
        way_lines_put (out, "END:VALARM");
      }
}

/* What an event and a to-do have in common. */
static void
put_head (GString *out, const WayCalendarEntry *entry)
{
  way_lines_put (out, "UID:%s", entry->uid);
  way_lines_put_utc (out, "DTSTAMP", entry->changed_utc);
  way_lines_put_utc (out, "CREATED", entry->created_utc);
  way_lines_put_utc (out, "LAST-MODIFIED", entry->changed_utc);
  way_lines_put (out, "SEQUENCE:%d", entry->sequence);
}

static void
put_texts (GString *out, const WayCalendarEntry *entry)
{
  way_lines_put_text (out, "SUMMARY", entry->summary, MAX_SUMMARY, TRUE);
  way_lines_put_text (out, "DESCRIPTION", entry->description, MAX_DESCRIPTION, FALSE);
  way_lines_put_categories (out, entry->categories);
  if (entry->color != NULL && *entry->color != '\0')
    way_lines_put (out, "COLOR:%s", entry->color);
  if (entry->is_private)
    way_lines_put (out, "CLASS:PRIVATE");
  if (entry->related_to != NULL && *entry->related_to != '\0')
    way_lines_put (out, "RELATED-TO:%s", entry->related_to);
}

static void
put_event (GString *out, const WayCalendarEntry *entry, WayZone *zone)
{
  gboolean busy = entry->busy && !entry->cancelled;

  way_lines_put (out, "BEGIN:VEVENT");
  put_head (out, entry);
  if (entry->all_day)
    {
      /* RFC 5545 3.8.2.2: the end is not part of the event. */
      way_lines_put_date (out, "DTSTART", entry->date);
      way_lines_put_date (out, "DTEND", entry->date + 1);
    }
  else
    put_times (out, entry, zone);
  put_recurrence (out, entry, zone);
  put_texts (out, entry);
  way_lines_put (out, "STATUS:%s", entry->cancelled ? "CANCELLED" : "CONFIRMED");
  way_lines_put (out, "TRANSP:%s", busy ? "OPAQUE" : "TRANSPARENT");
  way_lines_put (out, "X-MICROSOFT-CDO-BUSYSTATUS:%s", busy ? "BUSY" : "FREE");
  put_alarms (out, entry);
  way_lines_put (out, "END:VEVENT");
}

/* The event, and those of its times that are not where its rule has them: the same UID, and the same revision. */
static guint
put_events (GString *out, const WayCalendarEntry *entry, WayZone *zone)
{
  put_event (out, entry, zone);
  for (guint i = 0; entry->series != NULL && i < entry->series->moved->len; i++)
    {
      WayCalendarEntry moved = *(WayCalendarEntry *) g_ptr_array_index (entry->series->moved, i);
      moved.uid = entry->uid;
      moved.sequence = entry->sequence;
      moved.created_utc = entry->created_utc;
      moved.changed_utc = entry->changed_utc;
      put_event (out, &moved, zone);
    }
  return way_calendar_entry_count (entry);
}

guint
way_calendar_entry_count (const WayCalendarEntry *entry)
{
  return 1 + (entry->series != NULL ? entry->series->moved->len : 0);
}

/* RFC 5545 3.6.2: a to-do has neither DTEND nor TRANSP. */
static guint
put_todo (GString *out, const WayCalendarEntry *entry)
{
  gboolean done = entry->completed_utc != 0;

  way_lines_put (out, "BEGIN:VTODO");
  put_head (out, entry);
  way_lines_put_date (out, "DUE", entry->date);
  put_texts (out, entry);
  way_lines_put (out, "STATUS:%s",
                 entry->cancelled ? "CANCELLED"
                 : done           ? "COMPLETED"
                                  : "NEEDS-ACTION");
  way_lines_put (out, "PERCENT-COMPLETE:%d", done ? 100 : 0);
  if (done)
    way_lines_put_utc (out, "COMPLETED", entry->completed_utc);
  way_lines_put (out, "END:VTODO");
  return 1;
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

/* Other characters were seen to break servers that make file names and addresses of UIDs. */
static gboolean
uid_is_sound (const char *uid)
{
  if (uid == NULL || *uid == '\0')
    return FALSE;
  for (; *uid != '\0'; uid++)
    if (!g_ascii_isalnum (*uid) && strchr (".@-", *uid) == NULL)
      return FALSE;
  return TRUE;
}

/* @uids: of the entries before it. */
static gboolean
check_entry (const WayCalendarEntry *entry, GHashTable *uids, GError **error)
{
  const char *const texts[] = { entry->summary, entry->description, entry->categories };
  gboolean ok = uid_is_sound (entry->uid);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ok = ok && (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
  if (!ok)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("An event cannot be written: its text is not UTF-8 or its UID is not usable."));
  else if (!g_hash_table_add (uids, (gpointer) entry->uid))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("Two events have the same UID, “%s”."),
                   entry->uid);
      return FALSE;
    }
  return ok;
}

/* The year in which the first of them begins; a moved one may be the first. */
static int
first_year (const GPtrArray *sorted)
{
  gint64 first = sort_time (g_ptr_array_index (sorted, 0));
  int year, month, day;

  for (guint i = 0; i < sorted->len; i++)
    {
      const WayCalendarEntry *entry = g_ptr_array_index (sorted, i);
      for (guint k = 0; entry->series != NULL && k < entry->series->moved->len; k++)
        first = MIN (first, sort_time (g_ptr_array_index (entry->series->moved, k)));
    }
  way_date_to_ymd ((WayDate) (first / 86400), &year, &month, &day);
  return year;
}

/* VTIMEZONE lines from libical come folded; only its rules are ours to choose. */
static gboolean
put_vtimezone (GString *out, WayZone *zone, const GPtrArray *sorted, GError **error)
{
  icalcomponent *component = way_vtimezone_new (way_zone_get_id (zone), first_year (sorted));

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

/* The checked entries in the order of the file (transfer full). */
static GPtrArray *
sort_entries (const WayCalendarFile *file, gboolean *timed, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->entries->len; i++)
    {
      WayCalendarEntry *entry = g_ptr_array_index (file->entries, i);
      if (!check_entry (entry, uids, error))
        return NULL;
      *timed = *timed || !entry->all_day;
      g_ptr_array_add (sorted, entry);
    }
  g_ptr_array_sort (sorted, compare_entries);
  return g_steal_pointer (&sorted);
}

/* RFC 7986 5.1, 5.7 and 5.9, each followed by the older name that more clients read. No client reads
 * a name with escapes the same way in both. */
static void
put_calendar_properties (GString *out, const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), ",;\\", ' ');

  way_lines_put_text (out, "NAME", plain, 80, TRUE);
  way_lines_put_text (out, "X-WR-CALNAME", plain, 80, TRUE);
  way_lines_put (out, "COLOR:steelblue");
  way_lines_put (out, "X-APPLE-CALENDAR-COLOR:#4682B4");
  way_lines_put (out, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
  way_lines_put (out, "X-PUBLISHED-TTL:PT12H");
}

GBytes *
way_calendar_write (const WayCalendarFile *file, GError **error)
{
  g_autoptr (WayZone) zone = file->zone != NULL ? way_zone_new (file->zone, error) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean timed = FALSE;
  guint n = 0;

  if (file->zone != NULL && zone == NULL)
    return NULL;
  g_autoptr (GPtrArray) sorted = sort_entries (file, &timed, error);
  if (sorted == NULL)
    return NULL;
  if (zone != NULL && g_str_equal (file->zone, "UTC"))
    g_clear_pointer (&zone, way_zone_free);
  way_lines_begin_calendar (out);
  put_calendar_properties (out, file->name);
  if (zone != NULL && timed && !file->todos && !put_vtimezone (out, zone, sorted, error))
    return NULL;
  for (guint i = 0; i < sorted->len; i++)
    if (file->todos)
      n += put_todo (out, g_ptr_array_index (sorted, i));
    else
      n += put_events (out, g_ptr_array_index (sorted, i), zone);
  way_lines_put (out, "END:VCALENDAR");
  if (!way_lines_check (out, file->todos ? ICAL_VTODO_COMPONENT : ICAL_VEVENT_COMPONENT, n, error))
    return NULL;
  gsize length = out->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&out), FALSE), length);
}

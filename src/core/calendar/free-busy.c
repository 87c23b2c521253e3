/* RFC 5545 3.6.4, for schedulers and for people who are to know nothing else: no title, no UID and no
 * zone of a block, no name of the calendar. No ORGANIZER: it would be somebody's address, and only a
 * file with a METHOD needs it (RFC 5546 3.3.1). */
#include "core/calendar/free-busy.h"

#include "core/calendar/lines.h"

/* A property each: RFC 5545 3.8.2.6 allows lists too, but python-icalendar refuses the file for one and
 * libical cuts long ones. */
static void
put_periods (GString *out, const GArray *busy)
{
  for (guint i = 0; i < busy->len; i++)
    {
      WayInterval it = g_array_index (busy, WayInterval, i);
      g_autofree char *start = way_lines_clock (it.start_utc, 0);
      g_autofree char *end = way_lines_clock (it.end_utc, 0);
      way_lines_put (out, "FREEBUSY;FBTYPE=BUSY:%sZ/%sZ", start, end);
    }
}

GBytes *
way_free_busy_write (const WayFreeBusy *free_busy, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  way_lines_begin_calendar (out);
  way_lines_put (out, "BEGIN:VFREEBUSY");
  way_lines_put (out, "UID:%s", free_busy->uid);
  way_lines_put_utc (out, "DTSTAMP", free_busy->changed_utc);
  way_lines_put_utc (out, "DTSTART", free_busy->from_utc);
  way_lines_put_utc (out, "DTEND", free_busy->to_utc);
  put_periods (out, free_busy->busy);
  way_lines_put (out, "END:VFREEBUSY");
  way_lines_put (out, "END:VCALENDAR");
  if (!way_lines_check (out, ICAL_VFREEBUSY_COMPONENT, 1, error))
    return NULL;
  gsize length = out->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&out), FALSE), length);
}

/* What a program does that writes entries with libical alone: components, properties, one string. No check of
 * what comes in, none of what goes out. */
#pragma once

#include "config.h"

#include "core/calendar/vtimezone.h"
#include "core/calendar/writer.h"

#include <libical/ical.h>

static inline void
bare_add_time (icalcomponent *event,
               icalproperty *(*new_property) (icaltimetype),
               gint64 utc,
               icaltimezone *zone)
{
  gboolean local = zone != icaltimezone_get_utc_timezone ();
  icaltimetype time = icaltime_from_timet_with_zone ((time_t) utc, 0, zone);

  if (local)
    time.zone = NULL; /* or it writes the local time with a Z */
  icalproperty *p = new_property (time);
  if (local)
    icalproperty_add_parameter (p, icalparameter_new_tzid (icaltimezone_get_location (zone)));
  icalcomponent_add_property (event, p);
}

static inline void
bare_add_x (icalcomponent *to, const char *name, const char *value)
{
  icalproperty *p = icalproperty_new_x (value);

  icalproperty_set_x_name (p, name);
  icalcomponent_add_property (to, p);
}

static inline void
bare_add_alarm (icalcomponent *event, const WayCalendarEntry *entry, int i)
{
  icalcomponent *alarm = icalcomponent_new_valarm ();
  int minutes = entry->alarm_minutes[i];
  g_autofree char *uid = g_strdup_printf ("%s-alarm-%d", entry->uid, i + 1);
  struct icaltriggertype trigger = { .duration = icaldurationtype_from_int (-minutes * 60) };

  icalcomponent_add_property (alarm, icalproperty_new_uid (uid));
  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_property (alarm, icalproperty_new_description (entry->summary));
  icalcomponent_add_component (event, alarm);
}

static inline icalcomponent *
bare_event (const WayCalendarEntry *entry, icaltimezone *zone)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  icaltimezone *utc = icaltimezone_get_utc_timezone ();

  icalcomponent_add_property (event, icalproperty_new_uid (entry->uid));
  bare_add_time (event, icalproperty_new_dtstamp, entry->changed_utc, utc);
  bare_add_time (event, icalproperty_new_created, entry->created_utc, utc);
  bare_add_time (event, icalproperty_new_lastmodified, entry->changed_utc, utc);
  icalcomponent_add_property (event, icalproperty_new_sequence (entry->sequence));
  bare_add_time (event, icalproperty_new_dtstart, entry->start_utc, zone);
  bare_add_time (event, icalproperty_new_dtend, entry->end_utc, zone);
  icalcomponent_add_property (event, icalproperty_new_summary (entry->summary));
  if (*entry->description != '\0')
    icalcomponent_add_property (event, icalproperty_new_description (entry->description));
  icalcomponent_add_property (event, icalproperty_new_categories (entry->categories));
  icalcomponent_add_property (event, icalproperty_new_color (entry->color));
  if (entry->is_private)
    icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  if (entry->related_to != NULL)
    icalcomponent_add_property (event, icalproperty_new_relatedto (entry->related_to));
  icalcomponent_add_property (event, icalproperty_new_status (ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  bare_add_x (event, "X-MICROSOFT-CDO-BUSYSTATUS", "BUSY");
  for (int i = 0; i < 2; i++)
    if (entry->alarm_minutes[i] > 0)
      bare_add_alarm (event, entry, i);
  return event;
}

/* RFC 7986 and its older names, as our writer has them. */
static inline void
bare_add_head (icalcomponent *calendar, const char *name)
{
  icalproperty *refresh = icalproperty_new_refreshinterval (icaldurationtype_from_int (12 * 3600));

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (
      calendar, icalproperty_new_prodid ("-//Waymark//Waymark " PACKAGE_VERSION "//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (calendar, icalproperty_new_name (name));
  bare_add_x (calendar, "X-WR-CALNAME", name);
  icalcomponent_add_property (calendar, icalproperty_new_color ("steelblue"));
  bare_add_x (calendar, "X-APPLE-CALENDAR-COLOR", "#4682B4");
  icalproperty_add_parameter (refresh, icalparameter_new_value (ICAL_VALUE_DURATION));
  icalcomponent_add_property (calendar, refresh);
  bare_add_x (calendar, "X-PUBLISHED-TTL", "PT12H");
}

/* (transfer full) by g_free(): libical's memory is malloc()'s, as GLib's is. */
static inline char *
bare_write (const WayCalendarFile *file)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (file->zone);
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);

  bare_add_head (calendar, file->name);
  icalcomponent_add_component (calendar, way_vtimezone_new (file->zone, 2027));
  for (guint i = 0; i < file->entries->len; i++)
    icalcomponent_add_component (calendar, bare_event (g_ptr_array_index (file->entries, i), zone));
  char *text = icalcomponent_as_ical_string_r (calendar);
  icalcomponent_free (calendar);
  return text;
}

/* Zones of calendar files. No TZID ever reaches libical or the file system unchecked: libical takes it
 * for a file name. */
#include "core/base/error.h"
#include "core/calendar/private.h"

#include <string.h>

/* Windows names and their IANA zones: facts from Unicode CLDR's windowsZones table, territory 001
 * (Unicode License v3). */
static const char *const windows_zones[][2] = {
  { "Afghanistan Standard Time", "Asia/Kabul" },
  { "Alaskan Standard Time", "America/Anchorage" },
  { "Arab Standard Time", "Asia/Riyadh" },
  { "Arabian Standard Time", "Asia/Dubai" },
  { "Arabic Standard Time", "Asia/Baghdad" },
  { "Argentina Standard Time", "America/Argentina/Buenos_Aires" },
  { "Atlantic Standard Time", "America/Halifax" },
  { "AUS Central Standard Time", "Australia/Darwin" },
  { "AUS Eastern Standard Time", "Australia/Sydney" },
  { "Azerbaijan Standard Time", "Asia/Baku" },
  { "Azores Standard Time", "Atlantic/Azores" },
  { "Bangladesh Standard Time", "Asia/Dhaka" },
  { "Canada Central Standard Time", "America/Regina" },
  { "Cape Verde Standard Time", "Atlantic/Cape_Verde" },
  { "Caucasus Standard Time", "Asia/Yerevan" },
  { "Cen. Australia Standard Time", "Australia/Adelaide" },
  { "Central America Standard Time", "America/Guatemala" },
  { "Central Asia Standard Time", "Asia/Almaty" },
  { "Central Brazilian Standard Time", "America/Cuiaba" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Central European Standard Time", "Europe/Warsaw" },
  { "Central Pacific Standard Time", "Pacific/Guadalcanal" },
  { "Central Standard Time", "America/Chicago" },
  { "Central Standard Time (Mexico)", "America/Mexico_City" },
  { "China Standard Time", "Asia/Shanghai" },
  { "E. Africa Standard Time", "Africa/Nairobi" },
  { "E. Australia Standard Time", "Australia/Brisbane" },
  { "E. Europe Standard Time", "Europe/Chisinau" },
  { "E. South America Standard Time", "America/Sao_Paulo" },
  { "Eastern Standard Time", "America/New_York" },
  { "Egypt Standard Time", "Africa/Cairo" },
  { "Ekaterinburg Standard Time", "Asia/Yekaterinburg" },
  { "Fiji Standard Time", "Pacific/Fiji" },
  { "FLE Standard Time", "Europe/Kiev" },
  { "Georgian Standard Time", "Asia/Tbilisi" },
  { "GMT Standard Time", "Europe/London" },
  { "Greenland Standard Time", "America/Godthab" },
  { "Greenwich Standard Time", "Atlantic/Reykjavik" },
  { "GTB Standard Time", "Europe/Bucharest" },
  { "Hawaiian Standard Time", "Pacific/Honolulu" },
  { "India Standard Time", "Asia/Calcutta" },
  { "Iran Standard Time", "Asia/Tehran" },
  { "Israel Standard Time", "Asia/Jerusalem" },
  { "Jordan Standard Time", "Asia/Amman" },
  { "Korea Standard Time", "Asia/Seoul" },
  { "Magadan Standard Time", "Asia/Magadan" },
  { "Mauritius Standard Time", "Indian/Mauritius" },
  { "Middle East Standard Time", "Asia/Beirut" },
  { "Montevideo Standard Time", "America/Montevideo" },
  { "Morocco Standard Time", "Africa/Casablanca" },
  { "Mountain Standard Time", "America/Denver" },
  { "Mountain Standard Time (Mexico)", "America/Mazatlan" },
  { "Myanmar Standard Time", "Asia/Rangoon" },
  { "N. Central Asia Standard Time", "Asia/Novosibirsk" },
  { "Namibia Standard Time", "Africa/Windhoek" },
  { "Nepal Standard Time", "Asia/Katmandu" },
  { "New Zealand Standard Time", "Pacific/Auckland" },
  { "Newfoundland Standard Time", "America/St_Johns" },
  { "North Asia East Standard Time", "Asia/Irkutsk" },
  { "North Asia Standard Time", "Asia/Krasnoyarsk" },
  { "Pacific SA Standard Time", "America/Santiago" },
  { "Pacific Standard Time", "America/Los_Angeles" },
  { "Pakistan Standard Time", "Asia/Karachi" },
  { "Paraguay Standard Time", "America/Asuncion" },
  { "Romance Standard Time", "Europe/Paris" },
  { "Russian Standard Time", "Europe/Moscow" },
  { "SA Eastern Standard Time", "America/Cayenne" },
  { "SA Pacific Standard Time", "America/Bogota" },
  { "SA Western Standard Time", "America/La_Paz" },
  { "SE Asia Standard Time", "Asia/Bangkok" },
  { "Samoa Standard Time", "Pacific/Apia" },
  { "Singapore Standard Time", "Asia/Singapore" },
  { "South Africa Standard Time", "Africa/Johannesburg" },
  { "Sri Lanka Standard Time", "Asia/Colombo" },
  { "Syria Standard Time", "Asia/Damascus" },
  { "Taipei Standard Time", "Asia/Taipei" },
  { "Tasmania Standard Time", "Australia/Hobart" },
  { "Tokyo Standard Time", "Asia/Tokyo" },
  { "Tonga Standard Time", "Pacific/Tongatapu" },
  { "Turkey Standard Time", "Europe/Istanbul" },
  { "US Eastern Standard Time", "America/Indianapolis" },
  { "US Mountain Standard Time", "America/Phoenix" },
  { "UTC", "UTC" },
  { "Venezuela Standard Time", "America/Caracas" },
  { "Vladivostok Standard Time", "Asia/Vladivostok" },
  { "W. Australia Standard Time", "Australia/Perth" },
  { "W. Central Africa Standard Time", "Africa/Lagos" },
  { "W. Europe Standard Time", "Europe/Berlin" },
  { "West Asia Standard Time", "Asia/Tashkent" },
  { "West Pacific Standard Time", "Pacific/Port_Moresby" },
  { "Yakutsk Standard Time", "Asia/Yakutsk" },
};

void
way_file_zone_free (WayFileZone *zone)
{
  if (zone == NULL)
    return;
  way_zone_free (zone->system);
  if (zone->own != NULL)
    icaltimezone_free (zone->own, 1);
  g_free (zone);
}

/* "europe/berlin" → "Europe/Berlin": libical lists the installed zones by their right names. */
static WayZone *
find_any_case (const char *name)
{
  icalarray *zones = icaltimezone_get_builtin_timezones ();

  for (size_t i = 0; zones != NULL && i < zones->num_elements; i++)
    {
      const char *location = icaltimezone_get_location (icalarray_element_at (zones, i));
      if (location != NULL && g_ascii_strcasecmp (location, name) == 0)
        return way_zone_new (location, NULL);
    }
  return NULL;
}

static int
count_slashes (const char *text)
{
  int n = 0;

  for (; *text != '\0'; text++)
    n += *text == '/';
  return n;
}

WayZone *
way_tzid_to_zone (const char *tzid)
{
  WayZone *zone = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (windows_zones); i++)
    if (g_ascii_strcasecmp (tzid, windows_zones[i][0]) == 0)
      return way_zone_new (windows_zones[i][1], NULL);
  if (strlen (tzid) > 255)
    return NULL;
  /* "/vendor/20050126_1/Europe/Berlin": the longest tail that is a name, of three words at most. Each
   * try opens a file. */
  for (const char *at = tzid; at != NULL && zone == NULL; at = strchr (at, '/'))
    {
      at += *at == '/';
      if (strchr (at, '/') == NULL && at != tzid && strchr (tzid + 1, '/') != at - 1 &&
          g_ascii_strcasecmp (at, "UTC") != 0)
        break; /* a bare city is no name */
      if (count_slashes (at) > 2)
        continue;
      zone = way_zone_new (at, NULL);
      if (zone == NULL)
        zone = find_any_case (at);
    }
  return zone;
}

static int
system_offset (gpointer zone, gint64 utc)
{
  return way_zone_offset_at (zone, utc);
}

static int
own_offset (gpointer zone, gint64 utc)
{
  int is_daylight;
  icaltimetype time = icaltime_from_timet_with_zone ((time_t) utc, 0, NULL);

  return icaltimezone_get_utc_offset_of_utc_time (zone, &time, &is_daylight);
}

gint64
way_local_to_utc (WayOffsetFunc offset, gpointer zone, gint64 local)
{
  int before = offset (zone, local - 86400), after = offset (zone, local + 86400);

  if (before == after)
    return local - before;
  gint64 a = local - before, b = local - after;
  gboolean a_holds = offset (zone, a) == before, b_holds = offset (zone, b) == after;

  if (a_holds && b_holds)
    return MIN (a, b);
  return b_holds ? b : a;
}

gint64
way_file_time_at (const WayFileTime *time, gint64 local, WayZone *floating)
{
  if (time->is_utc)
    return local;
  if (time->zone != NULL && time->zone->own != NULL)
    return way_local_to_utc (own_offset, time->zone->own, local);
  return way_local_to_utc (
      system_offset,
      time->zone != NULL && time->zone->system != NULL ? time->zone->system : floating, local);
}

gint64
way_file_time_to_utc (const WayFileTime *time, WayZone *floating)
{
  return way_file_time_at (time, time->local, floating);
}

static gboolean
read_digits (const char **at, int width, int *value)
{
  *value = 0;
  for (int i = 0; i < width; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *value = *value * 10 + (**at - '0');
    }
  return TRUE;
}

gboolean
way_file_time_parse (const char *value, WayFileTime *time)
{
  const char *at = value + strspn (value, " ");
  int year, month, day, hour = 0, minute = 0, second = 0;

  *time = (WayFileTime) { 0 };
  if (!read_digits (&at, 4, &year) || !read_digits (&at, 2, &month) ||
      !read_digits (&at, 2, &day) || year < 1900 || year > 2200 || month < 1 || month > 12 ||
      day < 1 || day > g_date_get_days_in_month (month, (GDateYear) year))
    return FALSE;
  time->is_date = *at != 'T';
  if (!time->is_date)
    {
      at++;
      if (!read_digits (&at, 2, &hour) || !read_digits (&at, 2, &minute) ||
          !read_digits (&at, 2, &second) || hour > 23 || minute > 59 || second > 60)
        return FALSE;
      time->is_utc = *at == 'Z';
      at += time->is_utc;
    }
  else
    at += *at == 'Z'; /* birthdays of some programs: a date is a date */
  /* A leap second is read as the second before it. */
  time->local = (gint64) way_date_from_ymd (year, month, day) * 86400 + hour * 3600 + minute * 60 +
                MIN (second, 59);
  return at[strspn (at, " ")] == '\0';
}

gboolean
way_duration_parse (const char *value, gint64 *days, gint64 *seconds)
{
  const char *at = value + strspn (value, " ");
  int sign = 1;
  gboolean in_time = FALSE, any = FALSE;

  *days = *seconds = 0;
  if (*at == '+' || *at == '-')
    sign = *at++ == '-' ? -1 : 1;
  if (*at++ != 'P')
    return FALSE;
  while (*at != '\0' && *at != ' ')
    {
      if (*at == 'T' && !in_time)
        {
          in_time = TRUE;
          at++;
          continue;
        }
      char *end;
      gint64 n = g_ascii_strtoll (at, &end, 10);
      if (!g_ascii_isdigit (*at) || n > 100000000)
        return FALSE;
      if (!in_time && *end == 'W')
        *days += n * 7 * sign;
      else if (!in_time && *end == 'D')
        *days += n * sign;
      else if (in_time && *end == 'H')
        *seconds += n * 3600 * sign;
      else if (in_time && *end == 'M')
        *seconds += n * 60 * sign;
      else if (in_time && *end == 'S')
        *seconds += n * sign;
      else
        return FALSE;
      any = TRUE;
      at = end + 1;
    }
  return any && ABS (*days) < 40000;
}

#include "core/planner/availability.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GArray *
way_availability_buffered (const GArray *busy, int buffer_minutes)
{
  GArray *wide = way_interval_set_new ();
  gint64 buffer = (gint64) buffer_minutes * 60;

  for (guint i = 0; i < busy->len; i++)
    {
      WayInterval it = g_array_index (busy, WayInterval, i);
      way_interval_set_add (wide, it.start_utc - buffer, it.end_utc + buffer);
    }
  way_interval_set_normalize (wide);
  return wide;
}

static gboolean
is_off (const GArray *days_off, WayDate date)
{
  for (guint i = 0; days_off != NULL && i < days_off->len; i++)
    {
      WayDaysOff off = g_array_index (days_off, WayDaysOff, i);
      if (date >= off.from_date && date <= off.to_date)
        return TRUE;
    }
  return FALSE;
}

static void
open_window (WayZone *zone, WayDate date, int from_minute, int to_minute, GArray *open)
{
  way_interval_set_add (
      open, way_zone_to_utc (zone, date, from_minute),
      way_zone_to_utc (zone, date, to_minute > from_minute ? to_minute : to_minute + 1440));
}

/* The availability of one day, not yet a normal set. */
static void
open_day (const WayAvailabilityMap *map,
          WayBlockKind kind,
          gboolean preferred,
          WayZone *zone,
          WayDate date,
          GArray *open)
{
  int weekday = way_date_weekday (date);
  guint n_week = is_off (map->days_off, date) ? 0 : map->week->len;
  guint n_extra = map->extra != NULL && !preferred ? map->extra->len : 0;

  for (guint i = 0; i < n_week; i++)
    {
      WayAvailability it = g_array_index (map->week, WayAvailability, i);
      if (it.weekday == weekday && (it.kinds & (1u << kind)) != 0 && (it.preferred || !preferred))
        open_window (zone, date, it.from_minute, it.to_minute, open);
    }
  for (guint i = 0; i < n_extra; i++)
    {
      WayExtraHours it = g_array_index (map->extra, WayExtraHours, i);
      if (it.date == date && (it.kinds & (1u << kind)) != 0)
        open_window (zone, date, it.from_minute, it.to_minute, open);
    }
}

/* Appends the windows of one day. One that crosses midnight may reach into the next day's; two that only touch stay
 * two, so that nothing crosses midnight unless a window does. */
static void
add_day (GArray *windows, const GArray *open)
{
  for (guint i = 0; i < open->len; i++)
    {
      WayInterval it = g_array_index (open, WayInterval, i);
      WayInterval *last =
          windows->len > 0 ? &g_array_index (windows, WayInterval, windows->len - 1) : NULL;
      if (last != NULL && it.start_utc < last->end_utc)
        last->end_utc = MAX (last->end_utc, it.end_utc);
      else
        g_array_append_val (windows, it);
    }
}

/* Where clocks go back shortly after midnight, as they did at 0:01 in Newfoundland, the day before comes again for
 * what is left of the hour. A day is one stretch to a planner: the time that comes again is not used. */
static void
add_day_again (WayZone *zone, WayDate date, GArray *again)
{
  gint64 midnight = way_zone_to_utc (zone, date, 0);
  int before = way_zone_offset_at (zone, midnight);
  int after = way_zone_offset_at (zone, midnight + 7200);
  gint64 second_midnight = midnight + before - after;

  if (after < before && way_zone_to_local (zone, second_midnight - 1, NULL) < date)
    way_interval_set_add (again, midnight, second_midnight);
}

GArray *
way_availability_windows (const WayAvailabilityMap *map,
                          WayBlockKind kind,
                          gboolean preferred,
                          WayZone *zone,
                          WayDate from_date,
                          WayDate to_date,
                          const GArray *taken)
{
  g_autoptr (GArray) windows = way_interval_set_new ();
  g_autoptr (GArray) open = way_interval_set_new ();
  g_autoptr (GArray) again = way_interval_set_new ();

  for (WayDate date = from_date; date <= to_date; date++)
    {
      add_day_again (zone, date, again);
      g_array_set_size (open, 0);
      open_day (map, kind, preferred, zone, date, open);
      way_interval_set_normalize (open);
      add_day (windows, open);
    }
  way_interval_set_clip (windows, G_MININT64, way_zone_to_utc (zone, to_date, 1440));
  g_autoptr (GArray) once = way_interval_set_subtract (windows, again);
  return way_interval_set_subtract (once, taken);
}

/* "18:30-21:30" as a window; %FALSE when it is none. */
static gboolean
parse_stretch (const char *text, WayAvailability *window)
{
  const char *en_dash = strstr (text, "–");
  const char *dash = en_dash != NULL ? en_dash : strchr (text, '-');

  if (dash == NULL)
    return FALSE;
  g_autofree char *from = g_strstrip (g_strndup (text, (gsize) (dash - text)));
  g_autofree char *to = g_strstrip (g_strdup (g_utf8_next_char (dash)));
  window->from_minute = way_clock_parse (from);
  window->to_minute = way_clock_parse (to);
  if (window->to_minute == 0)
    window->to_minute = 1440;
  return window->from_minute >= 0 && window->from_minute < 1440 && window->to_minute > 0 &&
         window->from_minute != window->to_minute;
}

/* What may stand behind the times: kinds, and "preferred". As written here and in the person's language. */
static const char *const words[] = {
  N_ ("study"), N_ ("mock"), N_ ("drill"), N_ ("review"), N_ ("preferred"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == WAY_BLOCK_N_KINDS + 1);

static gboolean
parse_word (const char *word, WayAvailability *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (word, words[i]) != 0 && g_utf8_collate (word, _ (words[i])) != 0)
        continue;
      if (i == WAY_BLOCK_N_KINDS)
        window->preferred = TRUE;
      else
        window->kinds |= 1u << i;
      return TRUE;
    }
  return FALSE;
}

/* "18:30-21:30 drill mock preferred"; spaces around the dash do no harm. */
static gboolean
parse_window (const char *text, int weekday, WayAvailability *window)
{
  gsize times = strspn (text, "0123456789: -\xe2\x80\x93");
  g_autofree char *stretch = g_strndup (text, times);
  g_auto (GStrv) rest = g_strsplit (text + times, " ", -1);

  *window = (WayAvailability) { .weekday = weekday };
  if (!parse_stretch (stretch, window))
    return FALSE;
  for (char **word = rest; *word != NULL; word++)
    if (**word != '\0' && !parse_word (*word, window))
      return FALSE;
  if (window->kinds == 0)
    window->kinds = WAY_BLOCK_ALL_KINDS;
  return TRUE;
}

gboolean
way_availability_parse_times (const char *text, int weekday, GArray *availability, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint before = availability->len;

  for (char **part = parts; *part != NULL; part++)
    {
      WayAvailability window;
      if (*g_strstrip (*part) == '\0')
        continue;
      if (!parse_window (*part, weekday, &window))
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _ ("“%s” is not a time of the day. Write it as 18:30-21:30."), *part);
          g_array_set_size (availability, before);
          return FALSE;
        }
      g_array_append_val (availability, window);
    }
  return TRUE;
}

/* "18:30-21:30 drill preferred" at the end of @text. */
static void
append_stretch (GString *text, int from_minute, int to_minute, guint kinds, gboolean preferred)
{
  g_string_append_printf (text, "%02d:%02d-%02d:%02d", from_minute / 60, from_minute % 60,
                          to_minute / 60, to_minute % 60);
  for (guint kind = 0; kind < WAY_BLOCK_N_KINDS && kinds != WAY_BLOCK_ALL_KINDS; kind++)
    if (kinds & (1u << kind))
      g_string_append_printf (text, " %s", _ (words[kind]));
  if (preferred)
    g_string_append_printf (text, " %s", _ (words[WAY_BLOCK_N_KINDS]));
}

char *
way_availability_format_times (const GArray *availability, int weekday)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < availability->len; i++)
    {
      WayAvailability it = g_array_index (availability, WayAvailability, i);
      if (it.weekday != weekday)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      append_stretch (text, it.from_minute, it.to_minute, it.kinds, it.preferred);
    }
  return g_string_free (text, FALSE);
}

gboolean
way_availability_parse_days_off (const char *text, WayDate today, GArray *days_off, GError **error)
{
  g_auto (GStrv) ends = g_strsplit (text, "..", 2);
  WayDaysOff it;

  if (!way_date_parse (ends[0] ? g_strstrip (ends[0]) : "", today, &it.from_date, error))
    return FALSE;
  it.to_date = it.from_date;
  if (ends[0] && ends[1] && !way_date_parse (g_strstrip (ends[1]), today, &it.to_date, error))
    return FALSE;
  if (it.to_date < it.from_date)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("The days off “%s” end before they start."), text);
      return FALSE;
    }
  g_array_append_val (days_off, it);
  return TRUE;
}

char *
way_availability_format_days_off (const WayDaysOff *days_off)
{
  g_autofree char *from = way_date_to_iso (days_off->from_date);
  g_autofree char *to = way_date_to_iso (days_off->to_date);

  return days_off->from_date == days_off->to_date ? g_steal_pointer (&from)
                                                  : g_strdup_printf ("%s..%s", from, to);
}

gboolean
way_availability_parse_extra_hours (const char *text,
                                    WayDate today,
                                    GArray *extra_hours,
                                    GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *times = strchr (stripped, ' ');
  g_autofree char *day = times ? g_strndup (stripped, (gsize) (times - stripped)) : NULL;
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  WayDate date;

  if (day == NULL || !way_date_parse (day, today, &date, NULL) ||
      !way_availability_parse_times (times, WAY_MONDAY, windows, NULL) || windows->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is not a day with hours. Write it as “2027-01-09 10:00-12:00”."), text);
      return FALSE;
    }
  for (guint i = 0; i < windows->len; i++)
    {
      WayAvailability window = g_array_index (windows, WayAvailability, i);
      WayExtraHours it = { date, window.kinds, window.from_minute, window.to_minute };
      g_array_append_val (extra_hours, it);
    }
  return TRUE;
}

char *
way_availability_format_extra_hours (const WayExtraHours *it)
{
  g_autofree char *date = way_date_to_iso (it->date);
  GString *text = g_string_new (date);

  g_string_append_c (text, ' ');
  append_stretch (text, it->from_minute, it->to_minute, it->kinds, FALSE);
  return g_string_free (text, FALSE);
}

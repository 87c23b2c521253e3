/* GLib reads the system's tzdata; only its offset at a UTC instant is used, for there it is
 * unambiguous. Local to UTC is our own, so that gaps and overlaps follow the RFC.
 *
 * The last interval of constant offset is kept: neighbouring instants ask again and again, and a
 * search through all transitions for each would dominate the planner's time. */
#include "core/base/zone.h"

#include "core/base/error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

struct _WayZone
{
  char *id;
  GTimeZone *tz;
  gint64 valid_from_utc; /* the cached interval [from, to) and its offset */
  gint64 valid_to_utc;
  int offset;
};

/* GLib also takes offsets, paths and POSIX rules, where "UTC+1" is an hour west: only names are wanted here. A
 * rule has digits and no slash; these are the names that look like one. */
static gboolean
is_name (const char *id)
{
  static const char *const like_rules[] = { "CST6CDT", "EST5EDT", "GMT+0",   "GMT-0",
                                            "GMT0",    "MST7MDT", "PST8PDT", NULL };

  return id != NULL && g_ascii_isalpha (id[0]) && strlen (id) < 64 &&
         strpbrk (id, ".,:;<>") == NULL &&
         (strchr (id, '/') != NULL || strpbrk (id, "0123456789") == NULL ||
          g_strv_contains (like_rules, id));
}

WayZone *
way_zone_new (const char *id, GError **error)
{
  g_autoptr (GTimeZone) tz = is_name (id) ? g_time_zone_new_identifier (id) : NULL;

  if (tz == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("The time zone “%s” is not known here. Use a name like Europe/Berlin."),
                   id ? id : "");
      return NULL;
    }
  WayZone *zone = g_new0 (WayZone, 1);
  zone->id = g_strdup (id);
  zone->tz = g_steal_pointer (&tz);
  return zone;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* zone.tab of the time zone database: countries, coordinates and names between tabs, comments behind "#". */
GStrv
way_zone_list_ids (void)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path =
      g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", "zone.tab", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, g_strdup ("UTC"));
  if (g_file_get_contents (path, &text, NULL, NULL))
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      for (char **line = lines; *line != NULL; line++)
        {
          g_auto (GStrv) fields = g_strsplit (*line, "\t", -1);
          if (**line != '#' && g_strv_length (fields) >= 3 && is_name (fields[2]))
            g_ptr_array_add (ids, g_strdup (g_strchomp (fields[2])));
        }
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

void
way_zone_free (WayZone *zone)
{
  if (zone == NULL)
    return;
  g_free (zone->id);
  g_time_zone_unref (zone->tz);
  g_free (zone);
}

char *
way_zone_local_id (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const char *id = g_time_zone_get_identifier (local);
  g_autoptr (WayZone) zone = way_zone_new (id, NULL);

  return g_strdup (zone != NULL ? id : "UTC");
}

const char *
way_zone_get_id (const WayZone *zone)
{
  return zone->id;
}

int
way_zone_offset_at (WayZone *zone, gint64 utc)
{
  const gint64 probe = 7 * 86400;

  if (utc >= zone->valid_from_utc && utc < zone->valid_to_utc)
    return zone->offset;

  int interval = g_time_zone_find_interval (zone->tz, G_TIME_TYPE_UNIVERSAL, utc);
  zone->offset = g_time_zone_get_offset (zone->tz, interval);
  /* Offsets hold for weeks: a look at a week before and after widens the cache without walking transitions. Both
   * sides, for a wall clock is looked up a day before and a day after. */
  zone->valid_from_utc = utc;
  zone->valid_to_utc = utc + 1;
  if (g_time_zone_find_interval (zone->tz, G_TIME_TYPE_UNIVERSAL, utc - probe) == interval)
    zone->valid_from_utc = utc - probe;
  if (g_time_zone_find_interval (zone->tz, G_TIME_TYPE_UNIVERSAL, utc + probe) == interval)
    zone->valid_to_utc = utc + probe;
  return zone->offset;
}

gint64
way_zone_to_utc (WayZone *zone, WayDate date, int minute)
{
  gint64 local = (gint64) date * 86400 + (gint64) minute * 60;
  int before = way_zone_offset_at (zone, local - 86400);
  int after = way_zone_offset_at (zone, local + 86400);

  if (before == after)
    return local - before;

  gint64 with_before = local - before, with_after = local - after;
  gboolean before_holds = way_zone_offset_at (zone, with_before) == before;
  gboolean after_holds = way_zone_offset_at (zone, with_after) == after;
  if (before_holds && after_holds)
    return MIN (with_before, with_after);
  if (after_holds)
    return with_after;
  return with_before;
}

WayDate
way_zone_to_local (WayZone *zone, gint64 utc, int *minute)
{
  gint64 local = utc + way_zone_offset_at (zone, utc);
  gint64 day = local / 86400 - (local % 86400 < 0);

  if (minute != NULL)
    *minute = (int) (local - day * 86400) / 60;
  return (WayDate) day;
}

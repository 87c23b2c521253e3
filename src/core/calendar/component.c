/* What the readers of components share: where a component ends, and the zones that a file names. */
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>

/* A component ends where it says so. One that does not is closed by the end of the calendar or by the
 * next of its rank, so that it takes none of its neighbours with it. */
static gboolean
stands_alone (const char *name)
{
  static const char *const names[] = { "VCALENDAR", "VEVENT",    "VTODO",
                                       "VJOURNAL",  "VFREEBUSY", "VTIMEZONE" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

guint
way_reader_component_end (const WayFileReader *r, guint begin, WayComponentEnd *how)
{
  const char *name = ((WayContentLine *) g_ptr_array_index (r->lines, begin))->value;
  int depth = 1;

  for (guint i = begin + 1; i < r->lines->len; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      gboolean is_end = g_str_equal (line->name, "END");

      *how = WAY_COMPONENT_OPEN;
      if (g_str_equal (line->name, "BEGIN"))
        {
          if (stands_alone (line->value))
            return i;
          depth++;
        }
      else if (is_end && g_ascii_strcasecmp (line->value, name) == 0 &&
               (depth == 1 || stands_alone (name)))
        {
          *how = WAY_COMPONENT_CLOSED;
          return i + 1;
        }
      else if (is_end && g_ascii_strcasecmp (line->value, "VCALENDAR") == 0)
        return i;
      else if (is_end)
        depth = MAX (1, depth - 1);
    }
  *how = WAY_COMPONENT_TRUNCATED;
  return r->lines->len;
}

/* The file's own zone of that name; few of them, for libical lists each one's changes. */
static icaltimezone *
find_own_zone (WayFileReader *r, const char *tzid)
{
  gpointer begin;
  WayComponentEnd how;

  if (!g_hash_table_lookup_extended (r->vtimezones, tzid, NULL, &begin))
    return NULL;
  if (++r->n_own_zones > WAY_CALENDAR_MAX_OWN_ZONES)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, GPOINTER_TO_UINT (begin));
      way_calendar_skip (
          r->x.content->skipped, line->number, "",
          g_strdup (_ ("The file uses more than 50 time zones of its own; this one was not "
                       "read.")));
      return NULL;
    }
  guint end = way_reader_component_end (r, GPOINTER_TO_UINT (begin), &how);
  return way_vtimezone_parse (r->lines, GPOINTER_TO_UINT (begin), end);
}

/* What the world knows comes first, then what the file brings, then what a person said. */
static WayFileZone *
find_zone (WayFileReader *r, const char *tzid)
{
  WayFileZone *zone = g_new0 (WayFileZone, 1);
  g_autofree char *name = way_calendar_unescape (tzid);
  GHashTable *answers = r->x.options->zones;
  const char *answer = answers != NULL ? g_hash_table_lookup (answers, name) : NULL;
  WayTimesKind kind = WAY_TIMES_NAMED;

  zone->system = way_tzid_to_zone (tzid);
  if (zone->system == NULL && (zone->own = find_own_zone (r, tzid)) != NULL)
    kind = WAY_TIMES_OF_FILE;
  else if (zone->system == NULL)
    {
      zone->system = answer != NULL ? way_zone_new (answer, NULL) : NULL;
      kind = zone->system != NULL ? WAY_TIMES_ANSWERED : WAY_TIMES_UNKNOWN;
    }
  const WayZone *read_in = kind == WAY_TIMES_UNKNOWN ? r->x.floating : zone->system;
  zone->times = way_calendar_add_times (r->x.content, kind, name,
                                        read_in != NULL ? way_zone_get_id (read_in) : "", 0);
  return zone;
}

WayFileZone *
way_reader_zone (WayFileReader *r, const char *tzid, int line)
{
  gpointer known;

  if (g_hash_table_lookup_extended (r->zones, tzid, NULL, &known))
    return known;
  guint n_known = g_hash_table_size (r->zones);
  if (n_known >= WAY_CALENDAR_MAX_ZONES)
    {
      if (!r->told_zones)
        way_calendar_skip (
            r->x.content->skipped, line, "",
            g_strdup (_ ("The file names more than 1,000 time zones; times in the others were "
                         "read as floating.")));
      r->told_zones = TRUE;
      return NULL;
    }
  WayFileZone *zone = find_zone (r, tzid);
  g_hash_table_insert (r->zones, g_strdup (tzid), zone);
  return zone;
}

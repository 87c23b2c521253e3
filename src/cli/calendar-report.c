#include "cli/calendar-report.h"

#include "core/base/error.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

GHashTable *
way_cli_map_zones (char *const *texts, GError **error)
{
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (; texts != NULL && *texts != NULL; texts++)
    {
      /* A name may have "=" in it, a zone has none. */
      const char *equals = strrchr (*texts, '=');
      if (equals == NULL || equals == *texts)
        {
          g_set_error (
              error, WAY_ERROR, WAY_ERROR_INVALID,
              _ ("“%s” does not say what a time zone is. Write it as “NAME=Europe/Berlin”."),
              *texts);
          return NULL;
        }
      g_autoptr (WayZone) zone = way_zone_new (equals + 1, error);
      if (zone == NULL)
        return NULL;
      g_hash_table_insert (map, g_strndup (*texts, (gsize) (equals - *texts)),
                           g_strdup (equals + 1));
    }
  return g_steal_pointer (&map);
}

gboolean
way_cli_answer_zones (WayBusyReading *reading, char *const *texts, GError **error)
{
  g_autoptr (GHashTable) map = way_cli_map_zones (texts, error);
  GHashTableIter iter;
  gpointer name, zone;

  if (map == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &name, &zone))
    if (!way_busy_reading_answer (reading, name, zone, error))
      return FALSE;
  return TRUE;
}

void
way_cli_json_problems (JsonBuilder *b, const GPtrArray *skips, const GPtrArray *times)
{
  json_builder_set_member_name (b, "skipped");
  json_builder_begin_array (b);
  for (guint i = 0; i < skips->len; i++)
    {
      const WayCalendarSkip *skip = g_ptr_array_index (skips, i);
      json_builder_begin_object (b);
      way_cli_json_int (b, "line", skip->line);
      way_cli_json_string (b, "uid", skip->uid);
      way_cli_json_string (b, "reason", skip->reason);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "unknown_zones");
  json_builder_begin_array (b);
  for (guint i = 0; i < times->len; i++)
    {
      const WayCalendarTimes *it = g_ptr_array_index (times, i);
      if (it->kind == WAY_TIMES_UNKNOWN)
        json_builder_add_string_value (b, it->tzid);
    }
  json_builder_end_array (b);
}

void
way_cli_tell_problems (const char *name, const GPtrArray *skips, const GPtrArray *times)
{
  for (guint i = 0; i < skips->len; i++)
    {
      const WayCalendarSkip *skip = g_ptr_array_index (skips, i);
      fprintf (stderr, "%s:%d: %s\n", name, skip->line, skip->reason);
    }
  for (guint i = 0; i < times->len; i++)
    {
      const WayCalendarTimes *it = g_ptr_array_index (times, i);
      if (it->kind == WAY_TIMES_UNKNOWN)
        fprintf (stderr,
                 _ ("%s: the time zone “%s” is not known; its times were read in %s. Say what it "
                    "is with --map-zone \"%s=Europe/Berlin\".\n"),
                 name, it->tzid, it->zone, it->tzid);
    }
}

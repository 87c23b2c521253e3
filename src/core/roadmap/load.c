#include "core/roadmap/load.h"

#include "core/store/statement.h"

WayZone *
way_roadmap_zone (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT zone FROM plan");
  g_autofree char *id = g_strdup (way_statement_step (s) ? way_statement_text (s, 0) : "UTC");

  return way_statement_finish (s, error) ? way_zone_new (id, error) : NULL;
}

/* Blocks come by start: the week of one is the last, or a later one. */
static void
add_block (GArray *weeks, WayDate monday, int minutes, gboolean done)
{
  WayDate next =
      weeks->len > 0 ? g_array_index (weeks, WayWeekLoad, weeks->len - 1).monday + 7 : monday;

  for (; next <= monday; next += 7)
    {
      WayWeekLoad week = { .monday = next };
      g_array_append_val (weeks, week);
    }
  WayWeekLoad *week = &g_array_index (weeks, WayWeekLoad, weeks->len - 1);
  week->minutes += minutes;
  week->done += done ? minutes : 0;
}

GArray *
way_roadmap_load_weeks (WayStore *store, GError **error)
{
  g_autoptr (WayZone) zone = way_roadmap_zone (store, error);
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (WayWeekLoad));
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT start_utc, end_utc, state = 'done' FROM block "
                                "WHERE state NOT IN ('missed', 'skipped') ORDER BY start_utc");

  if (zone == NULL)
    return NULL;
  while (way_statement_step (s))
    {
      gint64 start = way_statement_int (s, 0), end = way_statement_int (s, 1);
      WayDate date = way_zone_to_local (zone, start, NULL);
      add_block (weeks, way_date_week_start (date), (int) ((end - start) / 60),
                 way_statement_int (s, 2) != 0);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&weeks) : NULL;
}

GArray *
way_roadmap_load_reviews (WayStore *store, GError **error)
{
  g_autoptr (WayZone) zone = way_roadmap_zone (store, error);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (WayDate));
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT start_utc FROM block WHERE kind = 'review' "
                                "AND state NOT IN ('missed', 'skipped') ORDER BY start_utc");

  if (zone == NULL)
    return NULL;
  while (way_statement_step (s))
    {
      WayDate date = way_zone_to_local (zone, way_statement_int (s, 0), NULL);
      g_array_append_val (dates, date);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&dates) : NULL;
}

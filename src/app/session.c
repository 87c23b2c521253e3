#include "app/session.h"

#include "core/planner/settings.h"

#include <stdlib.h>

#define LOOK_SECONDS 30

gint64
way_session_now (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *fixed = g_getenv ("WAYMARK_NOW");
  g_autofree char *text = NULL;

  if (fixed != NULL && g_path_is_absolute (fixed))
    {
      if (g_file_get_contents (fixed, &text, NULL, NULL))
        fixed = g_strstrip (text);
    }
  if (fixed != NULL)
    way_instant_parse (fixed, &now, NULL);
  return now;
}

WayZone *
way_session_zone (WayStore *store)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, NULL);
  g_autofree char *local = way_zone_local_id ();
  WayZone *zone = way_zone_new (settings != NULL ? settings->zone : local, NULL);

  return zone != NULL ? zone : way_zone_new ("UTC", NULL);
}

WayDate
way_session_today (WayStore *store)
{
  g_autoptr (WayZone) zone = way_session_zone (store);

  return way_zone_to_local (zone, way_session_now (), NULL);
}

int
way_session_look_seconds (void)
{
  const char *fixed = g_getenv ("WAYMARK_LOOK_SECONDS");

  return fixed != NULL ? MAX (1, atoi (fixed)) : LOOK_SECONDS;
}

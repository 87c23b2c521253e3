#include "core/review/remedy.h"

#include "core/base/error.h"
#include "core/planner/availability.h"
#include "core/planner/block-change.h"
#include "core/planner/workload.h"

#include <glib/gi18n-lib.h>

#define STEP_SECONDS (15 * 60)

/* The first start in @windows at which nothing is within @margin; 0: none. */
static gint64
find_start (WayStore *store, const GArray *windows, gint64 from_utc, gint64 seconds, gint64 margin)
{
  for (guint i = 0; i < windows->len; i++)
    {
      const WayInterval *window = &g_array_index (windows, WayInterval, i);
      for (gint64 start = window->start_utc; start + seconds <= window->end_utc;
           start += STEP_SECONDS)
        {
          g_autofree char *other = start >= from_utc ? way_block_overlap (store, 0, start - margin,
                                                                          start + seconds + margin)
                                                     : g_strdup ("");
          if (other == NULL)
            return start;
        }
    }
  return 0;
}

static gint64
find_time (WayStore *store,
           const WayPlanSettings *settings,
           WayZone *zone,
           WayBlockKind kind,
           gint64 seconds,
           gint64 now_utc)
{
  const WayAvailabilityMap map = { settings->availability, settings->days_off,
                                   settings->extra_hours };
  gint64 margin = MAX (settings->break_minutes, settings->buffer_minutes) * G_GINT64_CONSTANT (60);
  WayDate today = way_zone_to_local (zone, now_utc, NULL);
  gint64 start = 0;

  for (int round = 0; round < 2 && start == 0; round++)
    {
      g_autoptr (GArray) taken = way_interval_set_new ();
      g_autoptr (GArray) windows = way_availability_windows (&map, kind, round == 0, zone, today,
                                                             today + WAY_REMEDY_DAYS, taken);
      start = find_start (store, windows, now_utc, seconds, margin);
    }
  return start;
}

/* The guide as a whole among what blocks can be for; %NULL: the plan does not follow it. */
static const WayBlockPurpose *
find_purpose (const GPtrArray *purposes, gint64 guide_id)
{
  for (guint i = 0; i < purposes->len; i++)
    {
      const WayBlockPurpose *purpose = g_ptr_array_index (purposes, i);
      if (purpose->guide_id == guide_id && way_block_purpose_is_guide (purpose))
        return purpose;
    }
  return NULL;
}

static gboolean
add (WayStore *store,
     const WayBlockPurpose *purpose,
     WayBlockKind kind,
     gint64 start_utc,
     gint64 seconds,
     gint64 now_utc,
     gint64 *block_id,
     GError **error)
{
  gboolean mock = kind == WAY_BLOCK_MOCK;
  const char *name = mock ? _ ("Plan Mock Interview") : _ ("Plan Review");

  if (!way_store_begin (store, name, now_utc, error))
    return FALSE;
  if (way_block_add (store, kind, purpose, mock ? _ ("Mock interview") : _ ("Review"), start_utc,
                     start_utc + seconds, now_utc, block_id, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_remedy_plan_block (WayStore *store,
                       gint64 guide_id,
                       WayBlockKind kind,
                       gint64 now_utc,
                       gint64 *block_id,
                       GError **error)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, error);
  g_autoptr (WayZone) zone = settings != NULL ? way_zone_new (settings->zone, error) : NULL;
  gint64 seconds =
      (kind == WAY_BLOCK_MOCK ? WAY_MOCK_MINUTES : WAY_REVIEW_MINUTES) * G_GINT64_CONSTANT (60);

  g_autoptr (GPtrArray) purposes = zone != NULL ? way_block_purposes (store, error) : NULL;
  if (settings == NULL && error != NULL && *error == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("There is no plan yet."));
  if (purposes == NULL)
    return FALSE;
  const WayBlockPurpose *purpose = find_purpose (purposes, guide_id);
  if (purpose == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("The plan does not follow this guide."));
      return FALSE;
    }
  gint64 start_utc = find_time (store, settings, zone, kind, seconds, now_utc);
  if (start_utc == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NO_ROOM,
                   _ ("No hour is free within %d days. Move a block, or give more hours."),
                   WAY_REMEDY_DAYS);
      return FALSE;
    }
  return add (store, purpose, kind, start_utc, seconds, now_utc, block_id, error);
}

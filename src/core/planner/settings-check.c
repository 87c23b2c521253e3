/* What no plan can be made of, with the remedy in the message. */
#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/planner/settings.h"

#include <glib/gi18n-lib.h>

static gboolean
check_range (int value, int low, int high, const char *format, GError **error)
{
  if (value >= low && value <= high)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, format, value);
  return FALSE;
}

static gboolean
check_hours (int minutes, GError **error)
{
  if (minutes >= WAY_LEAST_WEEKLY_MINUTES && minutes <= WAY_MOST_WEEKLY_MINUTES)
    return TRUE;
  g_set_error (
      error, WAY_ERROR, WAY_ERROR_INVALID,
      minutes < 30
          ? _ ("%g hours a week is too little to plan with. Give between 0.5 and 80 hours.")
          : _ ("%g hours a week is more than a plan can hold. Give between 0.5 and 80 "
               "hours."),
      minutes / 60.0);
  return FALSE;
}

/* A window in which one block of @kind fits; study must have one. */
static gboolean
has_window (const WayPlanSettings *settings, WayBlockKind kind)
{
  for (guint i = 0; i < settings->availability->len; i++)
    {
      WayAvailability it = g_array_index (settings->availability, WayAvailability, i);
      int length = it.to_minute - it.from_minute + (it.to_minute > it.from_minute ? 0 : 1440);
      if ((it.kinds & (1u << kind)) != 0 && length >= settings->block_minutes)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_stretch (guint kinds, int from_minute, int to_minute)
{
  return kinds > 0 && kinds <= WAY_BLOCK_ALL_KINDS && from_minute >= 0 && from_minute <= 1439 &&
         to_minute >= 1 && to_minute <= 1440;
}

static gboolean
check_extra_hours (const WayPlanSettings *settings, GError **error)
{
  for (guint i = 0; i < settings->extra_hours->len; i++)
    {
      WayExtraHours it = g_array_index (settings->extra_hours, WayExtraHours, i);
      if (is_stretch (it.kinds, it.from_minute, it.to_minute))
        continue;
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("Extra hours %u are not a stretch of a day."), i + 1);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_windows (const WayPlanSettings *settings, GError **error)
{
  for (guint i = 0; i < settings->availability->len; i++)
    {
      WayAvailability it = g_array_index (settings->availability, WayAvailability, i);
      if (it.weekday < 1 || it.weekday > 7 || !is_stretch (it.kinds, it.from_minute, it.to_minute))
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _ ("Window %u of the availability is not a stretch of a day."), i + 1);
          return FALSE;
        }
    }
  if (has_window (settings, WAY_BLOCK_STUDY))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_NO_ROOM,
               _ ("No free window of the week is long enough for a block of %d minutes. Add a "
                  "window, such as weekdays 18:30–21:30, or shorten the blocks."),
               settings->block_minutes);
  return FALSE;
}

gboolean
way_plan_settings_validate (const WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayZone) zone = way_zone_new (settings->zone, error);

  if (zone == NULL)
    return FALSE;
  if ((settings->until_date != WAY_DATE_NONE && settings->until_date < settings->start_date) ||
      (settings->target_date != WAY_DATE_NONE && settings->target_date < settings->start_date))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("The plan would end before it starts. Choose a later end."));
      return FALSE;
    }
  return check_hours (settings->weekly_minutes, error) &&
         check_range (settings->block_minutes, 25, 180,
                      _ ("A block of %d minutes is out of range. Choose 25 to 180 minutes."),
                      error) &&
         check_range (settings->break_minutes, 0, 240,
                      _ ("A break of %d minutes is out of range. Choose 0 to 240 minutes."),
                      error) &&
         check_range (settings->buffer_minutes, 0, 240,
                      _ ("A buffer of %d minutes is out of range. Choose 0 to 240 minutes."),
                      error) &&
         check_range (settings->daily_minutes, settings->block_minutes, 1440,
                      _ ("A daily limit of %d minutes does not hold a single block. Raise it or "
                         "shorten the blocks."),
                      error) &&
         check_range (settings->weekly_minutes, settings->block_minutes, WAY_MOST_WEEKLY_MINUTES,
                      _ ("%d minutes a week do not hold a single block. Give more hours or shorten "
                         "the blocks."),
                      error) &&
         check_range (settings->guide_minutes != 0 ? settings->guide_minutes
                                                   : WAY_LEAST_WEEKLY_MINUTES,
                      WAY_LEAST_WEEKLY_MINUTES, WAY_MOST_WEEKLY_MINUTES,
                      _ ("A week of the guide cannot stand for %d minutes of work. Give between "
                         "0.5 and 80 hours."),
                      error) &&
         check_range (settings->days_in_row, 0, 365,
                      _ ("%d days in a row is out of range. Choose 1 to 365 days, or 0 for no "
                         "limit."),
                      error) &&
         check_windows (settings, error) && check_extra_hours (settings, error);
}

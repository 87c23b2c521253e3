#include "core/roadmap/snap.h"

#include <math.h>

#define REACH      6.0 /* pixels */
#define NARROW_DAY 3.0 /* pixels: a hand does not hit one */

WayDate
way_snap_day (const WayTimeScale *scale, double day, const GArray *dates, gboolean *attracted)
{
  WayDate closest = WAY_DATE_NONE;
  double distance = REACH / scale->day_width;

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      WayDate date = g_array_index (dates, WayDate, i);
      if (fabs (date - day) > distance)
        continue;
      closest = date;
      distance = fabs (date - day);
    }
  if (attracted != NULL)
    *attracted = closest != WAY_DATE_NONE;
  if (closest != WAY_DATE_NONE)
    return closest;
  WayDate nearest = (WayDate) floor (day + 0.5);
  return scale->day_width < NARROW_DAY ? way_date_week_start (nearest + 3) : nearest;
}

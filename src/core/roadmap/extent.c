#include "core/roadmap/extent.h"

#include "core/roadmap/load.h"
#include "core/roadmap/time-scale.h"

static void
take (WayExtent *extent, WayDate first, WayDate last)
{
  gboolean empty = extent->first == WAY_DATE_NONE;

  extent->first = empty ? first : MIN (extent->first, first);
  extent->last = empty ? last : MAX (extent->last, last);
}

WayExtent
way_roadmap_extent (const WayRoadmap *roadmap, const GArray *weeks, const GArray *reviews)
{
  WayExtent extent = { WAY_DATE_NONE, WAY_DATE_NONE };

  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      take (&extent, phase->start_date,
            phase->ongoing ? phase->start_date : phase->late_finish_date);
    }
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      take (&extent, point->due_date, point->due_date);
    }
  for (guint i = 0; i < reviews->len; i++)
    take (&extent, g_array_index (reviews, WayDate, i), g_array_index (reviews, WayDate, i));
  for (guint i = 0; i < weeks->len; i++)
    {
      const WayWeekLoad *week = &g_array_index (weeks, WayWeekLoad, i);
      /* The days before the first block of the first week do not count. */
      if (week->minutes > 0)
        take (&extent,
              extent.first == WAY_DATE_NONE ? week->monday : MAX (week->monday, extent.first),
              week->monday + 6);
    }
  if (extent.first == WAY_DATE_NONE)
    extent.first = extent.last = roadmap->start_date;
  return extent;
}

gboolean
way_roadmap_phase_is_in (const WayRoadmapPhase *phase, const WayExtent *extent)
{
  return phase->start_date <= extent->last &&
         (phase->ongoing || phase->late_finish_date >= extent->first);
}

/* The first quarter that begins at least @days behind @date, or the last one before that is too far. */
static WayDate
find_cut (WayDate date, int days, int most_days)
{
  WayDate cut = way_time_unit_next (WAY_TIME_QUARTER, date);

  while (cut - date < days && way_time_unit_next (WAY_TIME_QUARTER, cut) - date <= most_days)
    cut = way_time_unit_next (WAY_TIME_QUARTER, cut);
  return cut;
}

GArray *
way_extent_cut (const WayExtent *extent, int most_days)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (WayExtent));
  int most = MAX (200, most_days), days = extent->last + 1 - extent->first;
  int about = (days + (days + most - 1) / most - 1) / ((days + most - 1) / most);
  WayExtent part = *extent;

  while (extent->last + 1 - part.first > most)
    {
      part.last = find_cut (part.first, about, most) - 1;
      g_array_append_val (parts, part);
      part.first = part.last + 1;
    }
  part.last = extent->last;
  g_array_append_val (parts, part);
  return parts;
}

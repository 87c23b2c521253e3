#include "core/planner/lanes.h"

static int
free_lane (GArray *ends, gint64 start_utc)
{
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, gint64, i) <= start_utc)
      return (int) i;
  return (int) ends->len;
}

static void
close_group (GArray *lanes, guint from, guint to, GArray *ends)
{
  for (guint i = from; i < to; i++)
    g_array_index (lanes, WayLane, i).n_lanes = (int) ends->len;
  g_array_set_size (ends, 0);
}

void
way_lanes_assign (GArray *lanes)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint64)); /* of each lane */
  gint64 group_end = G_MININT64;
  guint group = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      WayLane *it = &g_array_index (lanes, WayLane, i);
      if (it->start_utc >= group_end)
        {
          close_group (lanes, group, i, ends);
          group = i;
        }
      group_end = MAX (group_end, it->end_utc);
      it->lane = free_lane (ends, it->start_utc);
      if (it->lane == (int) ends->len)
        g_array_append_val (ends, it->end_utc);
      else
        g_array_index (ends, gint64, it->lane) = it->end_utc;
    }
  close_group (lanes, group, lanes->len, ends);
}

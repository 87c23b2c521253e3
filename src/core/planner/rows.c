/* No more than so many days with blocks in a row. This limit is not part of the flow: days are closed until
 * no row is too long, in each row the day that is missed least. The flow without closed days is a bound, so
 * where closing days costs no lateness and no place, the plan is still as early as any can be. */
#include "core/planner/private.h"

gboolean
way_planning_row_allows (const WayPlanning *p, int day)
{
  int row = 1;

  if (p->in->days_in_row <= 0 || p->day_blocks[day] > 0)
    return TRUE;
  for (int d = day - 1; d >= 0 && p->day_blocks[d] > 0; d--)
    row++;
  for (int d = day + 1; d < p->n_days && p->day_blocks[d] > 0; d++)
    row++;
  return row <= p->in->days_in_row;
}

/* Blocks on each day: of ordinary work, and of all kinds. */
static void
count_days (const WayPlanning *p, const GArray *shares, int *work, int *all)
{
  for (int d = 0; d < p->n_days; d++)
    {
      work[d] = 0;
      all[d] = p->room->day_blocks[d];
    }
  for (guint i = 0; i < shares->len; i++)
    {
      const WayShare *it = &g_array_index (shares, WayShare, i);
      int day = p->room->segment_day[it->segment];
      work[day] += it->blocks;
      all[day] += it->blocks;
    }
}

static void
close_day (WayPlanning *p, int day)
{
  p->room->day_caps[day] = 0;
  p->room->day_stop[day] = WAY_LIMIT_ROW;
}

/* Of the days in [from, to] that only ordinary work uses, the one with the least of it; the last of several,
 * as the next row begins behind it. -1: none. */
static int
day_to_close (const WayPlanning *p, const int *work, int from, int to)
{
  int best = -1;

  for (int d = from; d <= to; d++)
    if (work[d] > 0 && p->room->day_blocks[d] == 0 && (best < 0 || work[d] <= work[best]))
      best = d;
  return best;
}

/* Closes a day in every row that is too long; %FALSE when there was none to close. */
static gboolean
close_days (WayPlanning *p, const GArray *shares)
{
  g_autofree int *work = g_new (int, p->n_days);
  g_autofree int *all = g_new (int, p->n_days);
  int start = 0;
  gboolean closed = FALSE;

  count_days (p, shares, work, all);
  for (int d = 0; d < p->n_days; d++)
    {
      if (all[d] == 0)
        start = d + 1;
      if (d - start < p->in->days_in_row)
        continue;
      int day = day_to_close (p, work, start, d);
      start = day >= 0 ? day + 1 : d + 1;
      if (day < 0)
        continue;
      close_day (p, day);
      closed = TRUE;
    }
  return closed;
}

/* Days whose neighbours are full rows of blocks that do not move. */
static void
close_days_between (WayPlanning *p)
{
  for (int d = 0; d < p->n_days; d++)
    if (!way_planning_row_allows (p, d))
      close_day (p, d);
}

GArray *
way_planning_spread_in_rows (WayPlanning *p)
{
  GArray *shares;

  if (p->in->days_in_row > 0)
    close_days_between (p);
  way_planning_find_lateness (p, p->out->binding);
  shares = way_planning_spread (p);
  while (p->in->days_in_row > 0 && close_days (p, shares))
    {
      g_array_unref (shares);
      g_array_set_size (p->out->binding, 0);
      way_planning_find_lateness (p, p->out->binding);
      shares = way_planning_spread (p);
    }
  return shares;
}

/* From days to times of day. A block that was on its day before keeps its time when that is still free and
 * leaves room for the others; the rest takes the earliest places. */
#include "core/planner/private.h"

typedef struct
{
  gint64 start_utc;
  int job; /* -1: not decided yet */
} Position;

/* One day under construction. */
typedef struct
{
  WayPlanning *p;
  int day;
  gint64 earliest; /* its midnight, and after the blocks of the day before with a break */
  gint64 latest;   /* a block with its break ends before: the first slot of the next used day */
  gint64 length;   /* seconds of a block */
  guint window;    /* the first one that may hold a block of this day */
  const WayShare *shares;
  guint n_shares;
  int n_blocks;
  GArray *kept;      /* of Position, by time */
  GArray *positions; /* of Position, by time */
} Day;

static const WayWindow *
window_at (const Day *d, guint i)
{
  return i < d->p->room->windows->len ? &g_array_index (d->p->room->windows, WayWindow, i) : NULL;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const Position *x = a, *y = b;

  return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
}

/* Appends up to @wanted free places around the kept ones, from early to late; how many there were. */
static int
fill_around_kept (const Day *d, int wanted, GArray *free)
{
  gint64 rest = d->p->room->rest, at = d->earliest;
  guint next = 0;
  int found = 0;

  for (guint i = d->window; found < wanted && window_at (d, i) != NULL; i++)
    {
      const WayWindow *window = window_at (d, i);
      for (at = MAX (at, window->start_utc); found < wanted; at += d->length + rest)
        {
          while (next < d->kept->len &&
                 g_array_index (d->kept, Position, next).start_utc < at + d->length + rest)
            {
              gint64 end = g_array_index (d->kept, Position, next).start_utc + d->length;
              at = MAX (at, end + rest);
              next++;
            }
          if (at + d->length > window->end_utc || at + d->length + rest > d->latest)
            break;
          if (way_planning_day (d->p, at) > d->day)
            return found;
          Position it = { at, -1 };
          if (free != NULL)
            g_array_append_val (free, it);
          found++;
        }
    }
  return found;
}

/* Whether a block may start at @start_utc as far as windows go. */
static gboolean
is_open (const Day *d, gint64 start_utc)
{
  if (start_utc < d->earliest || start_utc + d->length + d->p->room->rest > d->latest)
    return FALSE;
  for (guint i = d->window; window_at (d, i) != NULL; i++)
    {
      if (window_at (d, i)->start_utc > start_utc)
        return FALSE;
      if (start_utc + d->length <= window_at (d, i)->end_utc)
        return TRUE;
    }
  return FALSE;
}

static int
share_of (const Day *d, int job)
{
  for (guint i = 0; i < d->n_shares; i++)
    if (d->shares[i].job == job)
      return d->shares[i].blocks;
  return 0;
}

/* @previous: of this day, by time. */
static void
keep_previous (Day *d, const Position *previous, guint n)
{
  gint64 at = d->earliest;

  for (guint i = 0; i < n; i++)
    {
      int same = 0;
      for (guint k = 0; k < d->kept->len; k++)
        same += g_array_index (d->kept, Position, k).job == previous[i].job;
      if (previous[i].start_utc < at || same >= share_of (d, previous[i].job) ||
          !is_open (d, previous[i].start_utc))
        continue;
      g_array_append_val (d->kept, previous[i]);
      at = previous[i].start_utc + d->length + d->p->room->rest;
    }
}

/* Lets go of kept places until the others find room: the one that helps alone, else the last. */
static void
make_room (Day *d)
{
  while (d->kept->len > 0)
    {
      int wanted = d->n_blocks - (int) d->kept->len;
      if (fill_around_kept (d, wanted, NULL) == wanted)
        return;
      for (guint i = d->kept->len; i-- > 0;)
        {
          Position it = g_array_index (d->kept, Position, i);
          g_array_remove_index (d->kept, i);
          if (fill_around_kept (d, wanted + 1, NULL) == wanted + 1)
            return;
          if (i > 0 || d->kept->len == 0)
            g_array_insert_val (d->kept, i, it);
        }
      if (d->kept->len > 0)
        g_array_set_size (d->kept, d->kept->len - 1);
    }
}

/* The other places go to what is left of the shares, in order. */
static void
assign_rest (Day *d)
{
  guint share = 0;
  int left = 0;

  for (guint i = 0; i < d->positions->len; i++)
    {
      Position *it = &g_array_index (d->positions, Position, i);
      if (it->job >= 0)
        continue;
      while (left == 0)
        {
          left = d->shares[share].blocks;
          for (guint k = 0; k < d->kept->len; k++)
            left -= g_array_index (d->kept, Position, k).job == d->shares[share].job;
          share++;
        }
      it->job = d->shares[share - 1].job;
      left--;
    }
}

static gboolean
day_keeps_order (const Day *d)
{
  const WayPlanning *p = d->p;

  for (guint k = 0; d->n_shares > 1 && p->in->order != NULL && k < p->in->order->len; k++)
    {
      const WayWorkOrder *order = &g_array_index (p->in->order, WayWorkOrder, k);
      gboolean seen = FALSE;
      for (guint i = 0; i < d->positions->len; i++)
        {
          int job = g_array_index (d->positions, Position, i).job;
          seen = seen || job == p->job_of[order->then];
          if (seen && job == p->job_of[order->first])
            return FALSE;
        }
    }
  return TRUE;
}

/* Decides the positions of the day. */
static void
fill_day (Day *d, const Position *previous, guint n_previous)
{
  g_array_set_size (d->kept, 0);
  g_array_set_size (d->positions, 0);
  keep_previous (d, previous, n_previous);
  make_room (d);
  g_array_append_vals (d->positions, d->kept->data, d->kept->len);
  int found = fill_around_kept (d, d->n_blocks - (int) d->kept->len, d->positions);
  g_assert (found + (int) d->kept->len == d->n_blocks);
  g_array_sort (d->positions, compare_positions);
  assign_rest (d);
  if (day_keeps_order (d))
    return;
  g_array_set_size (d->kept, 0);
  for (guint i = 0; i < d->positions->len; i++)
    g_array_index (d->positions, Position, i).job = -1;
  assign_rest (d);
}

/* Where blocks of jobs are now, by time (transfer full). */
static GArray *
sort_previous (const WayPlanning *p)
{
  GArray *previous = g_array_new (FALSE, FALSE, sizeof (Position));

  for (guint i = 0; p->in->previous != NULL && i < p->in->previous->len; i++)
    {
      const WayPreviousBlock *it = &g_array_index (p->in->previous, WayPreviousBlock, i);
      Position position = { it->start_utc, p->job_of[it->item] };
      if (position.job >= 0)
        g_array_append_val (previous, position);
    }
  g_array_sort (previous, compare_positions);
  return previous;
}

static gboolean
was_there (const GArray *previous, const Position *position)
{
  guint low = 0, high = previous->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (previous, Position, middle).start_utc < position->start_utc)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < previous->len &&
         g_array_index (previous, Position, low).start_utc == position->start_utc;
       low++)
    if (g_array_index (previous, Position, low).job == position->job)
      return TRUE;
  return FALSE;
}

/* Puts the blocks of all days; the last one of a job is shorter when the work does not divide. */
static void
put_all (WayPlanning *p, const GArray *positions, const GArray *previous)
{
  g_autofree int *left = g_new0 (int, p->in->items->len + 1);

  for (guint i = 0; i < p->in->items->len; i++)
    left[i] = WAY_ITEM (p, i).minutes;
  for (guint i = 0; i < positions->len; i++)
    {
      const Position *it = &g_array_index (positions, Position, i);
      guint item = WAY_JOB (p, it->job).item;
      int minutes = MIN (left[item], WAY_ITEM (p, item).block_minutes);
      left[item] -= minutes;
      way_planning_count (p, way_planning_day (p, it->start_utc), minutes);
      way_planning_put (p, item, it->start_utc, minutes, was_there (previous, it));
    }
}

/* The first slot after @day that a block could have. */
static gint64
next_slot (const WayPlanning *p, int day)
{
  int at = p->room->first_slot[day + 1];

  return at < (int) p->room->slots->len ? g_array_index (p->room->slots, WaySlot, at).start_utc
                                        : G_MAXINT64 / 2;
}

void
way_planning_place (WayPlanning *p, const GArray *shares)
{
  g_autoptr (GArray) previous = sort_previous (p);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Position));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (Position));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Position));
  const Position *before = (const Position *) (const void *) previous->data;
  Day d = { .p = p,
            .earliest = p->now_utc,
            .length = (gint64) p->room->block_minutes * 60,
            .kept = kept,
            .positions = positions };
  guint from = 0, to;

  for (guint i = 0, end; i < shares->len; i = end)
    {
      d.shares = &g_array_index (shares, WayShare, i);
      d.day = d.shares->day;
      d.n_blocks = 0;
      for (end = i; end < shares->len && g_array_index (shares, WayShare, end).day == d.day; end++)
        d.n_blocks += g_array_index (shares, WayShare, end).blocks;
      d.n_shares = end - i;
      d.earliest = MAX (d.earliest, way_zone_to_utc (p->in->zone, p->first_date + d.day, 0));
      d.latest = next_slot (p, d.day);
      while (window_at (&d, d.window) != NULL &&
             way_planning_day (p, window_at (&d, d.window)->end_utc) < d.day)
        d.window++;
      while (from < previous->len && way_planning_day (p, before[from].start_utc) < d.day)
        from++;
      for (to = from; to < previous->len && way_planning_day (p, before[to].start_utc) == d.day;)
        to++;
      fill_day (&d, before + from, to - from);
      g_array_append_vals (all, positions->data, positions->len);
      d.earliest = g_array_index (positions, Position, positions->len - 1).start_utc + d.length +
                   p->room->rest;
    }
  put_all (p, all, previous);
}

/* From segments to times of day. A block that was there before keeps its time when that is still free and leaves
 * room for the others; then preferred hours are taken as far as the rest finds room; then the earliest places. */
#include "core/planner/private.h"

typedef struct
{
  gint64 start_utc;
  int job; /* -1: not decided yet */
} Position;

/* One segment under construction. */
typedef struct
{
  WayPlanning *p;
  int segment;
  gint64 earliest; /* its start, and after the blocks before it with a break */
  gint64 latest;   /* a block with its break ends before: the first slot behind the segment */
  gint64 length;   /* seconds of a block */
  guint window;    /* the first one that may hold a block of this segment */
  guint preferred; /* the same of preferred hours */
  const WayShare *shares;
  guint n_shares;
  int n_blocks;
  GArray *kept;      /* of Position, by time */
  GArray *positions; /* of Position, by time */
} Segment;

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const Position *x = a, *y = b;

  return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
}

/* Appends up to @wanted free places of @windows around the kept ones to @free, from early to late; how many
 * there were. @first: no window before this one matters. */
static int
fill_windows (const Segment *s, const GArray *windows, guint first, int wanted, GArray *free)
{
  gint64 rest = s->p->room->rest, at = s->earliest;
  guint next = 0;
  int found = 0;

  for (guint i = first; found < wanted && i < windows->len; i++)
    {
      const WayInterval *window = &g_array_index (windows, WayInterval, i);
      if (window->start_utc >= s->latest)
        break;
      for (at = MAX (at, window->start_utc); found < wanted; at += s->length + rest)
        {
          while (next < s->kept->len &&
                 g_array_index (s->kept, Position, next).start_utc < at + s->length + rest)
            {
              gint64 end = g_array_index (s->kept, Position, next).start_utc + s->length;
              at = MAX (at, end + rest);
              next++;
            }
          if (at + s->length > window->end_utc || at + s->length + rest > s->latest)
            break;
          if (way_room_segment_at (s->p->room, at) > s->segment)
            return found;
          Position it = { at, -1 };
          if (free != NULL)
            g_array_append_val (free, it);
          found++;
        }
    }
  return found;
}

static int
fill_around_kept (const Segment *s, int wanted, GArray *free)
{
  return fill_windows (s, s->p->room->windows, s->window, wanted, free);
}

/* Whether a block may start at @start_utc as far as windows go. */
static gboolean
is_open (const Segment *s, gint64 start_utc)
{
  return start_utc >= s->earliest && start_utc + s->length + s->p->room->rest <= s->latest &&
         way_room_is_open (s->p->room, start_utc);
}

static int
share_of (const Segment *s, int job)
{
  for (guint i = 0; i < s->n_shares; i++)
    if (s->shares[i].job == job)
      return s->shares[i].blocks;
  return 0;
}

/* @previous: of this segment, by time. */
static void
keep_previous (Segment *s, const Position *previous, guint n)
{
  gint64 at = s->earliest;

  for (guint i = 0; i < n; i++)
    {
      int same = 0;
      for (guint k = 0; k < s->kept->len; k++)
        same += g_array_index (s->kept, Position, k).job == previous[i].job;
      if (previous[i].start_utc < at || same >= share_of (s, previous[i].job) ||
          !is_open (s, previous[i].start_utc))
        continue;
      g_array_append_val (s->kept, previous[i]);
      at = previous[i].start_utc + s->length + s->p->room->rest;
    }
}

/* Lets go of kept places until the others find room: the one that helps alone, else the last. */
static void
make_room (Segment *s)
{
  while (s->kept->len > 0)
    {
      int wanted = s->n_blocks - (int) s->kept->len;
      if (fill_around_kept (s, wanted, NULL) == wanted)
        return;
      for (guint i = s->kept->len; i-- > 0;)
        {
          Position it = g_array_index (s->kept, Position, i);
          g_array_remove_index (s->kept, i);
          if (fill_around_kept (s, wanted + 1, NULL) == wanted + 1)
            return;
          if (i > 0 || s->kept->len == 0)
            g_array_insert_val (s->kept, i, it);
        }
      if (s->kept->len > 0)
        g_array_set_size (s->kept, s->kept->len - 1);
    }
}

/* Takes places in preferred hours, as many as leave room for the rest of the blocks. */
static void
take_preferred (Segment *s)
{
  const GArray *hours = s->p->room->preferred;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Position));
  guint n_kept = s->kept->len;
  int wanted = s->n_blocks - (int) n_kept;

  wanted = hours->len > 0 ? fill_windows (s, hours, s->preferred, wanted, places) : 0;
  for (; wanted > 0; wanted--)
    {
      g_array_append_vals (s->kept, places->data, (guint) wanted);
      g_array_sort (s->kept, compare_positions);
      int left = s->n_blocks - (int) s->kept->len;
      if (fill_around_kept (s, left, NULL) == left)
        return;
      for (guint i = s->kept->len; i-- > 0;)
        if (g_array_index (s->kept, Position, i).job < 0)
          g_array_remove_index (s->kept, i);
    }
}

/* The other places go to what is left of the shares, in order. */
static void
assign_rest (Segment *s)
{
  guint share = 0;
  int left = 0;

  for (guint i = 0; i < s->positions->len; i++)
    {
      Position *it = &g_array_index (s->positions, Position, i);
      if (it->job >= 0)
        continue;
      while (left == 0)
        {
          left = s->shares[share].blocks;
          for (guint k = 0; k < s->kept->len; k++)
            left -= g_array_index (s->kept, Position, k).job == s->shares[share].job;
          share++;
        }
      it->job = s->shares[share - 1].job;
      left--;
    }
}

static gboolean
keeps_order (const Segment *s)
{
  for (guint i = 0; s->n_shares > 1 && i < s->positions->len; i++)
    for (guint k = i + 1; k < s->positions->len; k++)
      if (way_planning_waits (s->p, g_array_index (s->positions, Position, i).job,
                              g_array_index (s->positions, Position, k).job))
        return FALSE;
  return TRUE;
}

/* Decides the positions of the segment. */
static void
fill_segment (Segment *s, const Position *previous, guint n_previous)
{
  g_array_set_size (s->kept, 0);
  g_array_set_size (s->positions, 0);
  keep_previous (s, previous, n_previous);
  make_room (s);
  take_preferred (s);
  g_array_append_vals (s->positions, s->kept->data, s->kept->len);
  int found = fill_around_kept (s, s->n_blocks - (int) s->kept->len, s->positions);
  g_assert (found + (int) s->kept->len == s->n_blocks);
  g_array_sort (s->positions, compare_positions);
  assign_rest (s);
  if (keeps_order (s))
    return;
  g_array_set_size (s->kept, 0);
  for (guint i = 0; i < s->positions->len; i++)
    g_array_index (s->positions, Position, i).job = -1;
  assign_rest (s);
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

/* Moves @first along to the first of @windows that ends after @utc. */
static void
skip_windows (const GArray *windows, guint *first, gint64 utc)
{
  while (*first < windows->len && g_array_index (windows, WayInterval, *first).end_utc <= utc)
    (*first)++;
}

/* Where the segment may lie: from its start to the first slot behind it. */
static void
set_bounds (Segment *s)
{
  const WayRoom *room = s->p->room;
  int next = room->first_slot[s->segment + 1];

  s->earliest = MAX (s->earliest, room->segment_start[s->segment]);
  s->latest = next < (int) room->slots->len ? g_array_index (room->slots, WaySlot, next).start_utc
                                            : G_MAXINT64 / 2;
  skip_windows (room->windows, &s->window, s->earliest);
  skip_windows (room->preferred, &s->preferred, s->earliest);
}

void
way_planning_place (WayPlanning *p, const GArray *shares)
{
  g_autoptr (GArray) previous = sort_previous (p);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Position));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (Position));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Position));
  const Position *before = (const Position *) (const void *) previous->data;
  Segment s = { .p = p,
                .earliest = p->now_utc,
                .length = (gint64) p->room->block_minutes * 60,
                .kept = kept,
                .positions = positions };
  guint from = 0, to;

  for (guint i = 0, end; i < shares->len; i = end)
    {
      s.shares = &g_array_index (shares, WayShare, i);
      s.segment = s.shares->segment;
      s.n_blocks = 0;
      for (end = i; end < shares->len && g_array_index (shares, WayShare, end).segment == s.segment;
           end++)
        s.n_blocks += g_array_index (shares, WayShare, end).blocks;
      s.n_shares = end - i;
      set_bounds (&s);
      while (from < previous->len && before[from].start_utc < s.earliest)
        from++;
      for (to = from;
           to < previous->len && way_room_segment_at (p->room, before[to].start_utc) == s.segment;)
        to++;
      fill_segment (&s, before + from, to - from);
      g_array_append_vals (all, positions->data, positions->len);
      s.earliest = g_array_index (positions, Position, positions->len - 1).start_utc + s.length +
                   p->room->rest;
    }
  put_all (p, all, previous);
}

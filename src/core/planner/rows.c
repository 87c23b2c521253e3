/* No more than so many days with blocks in a row. This limit is not part of the flow: days are closed until no row
 * is too long. The flow without closed days is a bound, and so is the flow at each step.
 *
 * First, in every row that is too long, the day that is missed least is closed. Where that is worse than the bound,
 * branch and bound looks for a better choice of days: of the first row that is too long one day after the other is
 * closed, the ones before it never again below. It is exact when it ends within its tries, as it does for plans of
 * a few weeks; longer plans keep the best choice found. */
#include "core/planner/private.h"

#define MOST_TRIES 400

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

/* What a choice of closed days is worth: less is better, the first figure first. */
typedef struct
{
  int unplaced;
  int lateness;
  gint64 squares;
} Score;

typedef struct
{
  WayPlanning *p;
  int *caps; /* of the days when all are open */
  WayPlanLimit *stops;
  gboolean *closed;
  gboolean *wanted; /* days that are not to be closed here */
  gboolean *best;   /* the best choice of closed days so far */
  Score score;      /* its worth */
  int *work;        /* blocks of ordinary work on each day */
  int tries;        /* left */
} Search;

static gboolean
is_worse (const Score *a, const Score *b)
{
  if (a->unplaced != b->unplaced)
    return a->unplaced > b->unplaced;
  if (a->lateness != b->lateness)
    return a->lateness > b->lateness;
  return a->squares >= b->squares;
}

static void
set_closed (Search *s, int day, gboolean closed)
{
  s->closed[day] = closed;
  s->p->room->day_caps[day] = closed ? 0 : s->caps[day];
  s->p->room->day_stop[day] = closed ? WAY_LIMIT_ROW : s->stops[day];
}

/* Plans with the days that are closed now; @work is what lies on each day. */
static Score
plan (Search *s)
{
  WayPlanning *p = s->p;
  Score score = { 0, 0, 0 };

  way_planning_find_lateness (p, NULL);
  g_autoptr (GArray) shares = way_planning_spread (p);
  memset (s->work, 0, sizeof (int) * (gsize) p->n_days);
  for (guint i = 0; i < shares->len; i++)
    {
      const WayShare *it = &g_array_index (shares, WayShare, i);
      s->work[p->room->segment_day[it->segment]] += it->blocks;
    }
  for (int d = 0; d < p->n_days; d++)
    {
      gint64 load = p->room->day_blocks[d] + s->work[d];
      score.squares += load * load;
    }
  score.unplaced = -p->placed;
  score.lateness = p->lateness;
  return score;
}

/* The first row from @from on that is too long, as its first day; -1: none. It ends days_in_row days later. */
static int
long_row (const Search *s, int from)
{
  int start = from;

  for (int d = from; d < s->p->n_days; d++)
    {
      if (s->p->room->day_blocks[d] + s->work[d] == 0)
        start = d + 1;
      if (d - start == s->p->in->days_in_row)
        return start;
    }
  return -1;
}

/* Whether closing @day takes it out of a row. */
static gboolean
may_close (const Search *s, int day)
{
  return s->work[day] > 0 && s->p->room->day_blocks[day] == 0 && !s->wanted[day];
}

/* Of the row at @start the day with the least work; the last of several, as the next row begins behind it. */
static int
least_day (const Search *s, int start)
{
  int best = -1;

  for (int d = start; d <= start + s->p->in->days_in_row; d++)
    if (may_close (s, d) && (best < 0 || s->work[d] <= s->work[best]))
      best = d;
  return best;
}

static void
keep_best (Search *s, const Score *score)
{
  s->score = *score;
  memcpy (s->best, s->closed, sizeof (gboolean) * (gsize) s->p->n_days);
}

/* A first choice: the least day of each row, until no row is too long. */
static void
close_least_days (Search *s)
{
  gboolean closed = TRUE;
  Score score = { 0, 0, 0 };

  while (closed)
    {
      int start = 0;
      closed = FALSE;
      score = plan (s);
      while ((start = long_row (s, start)) >= 0)
        {
          int day = least_day (s, start);
          if (day >= 0)
            set_closed (s, day, TRUE);
          closed = closed || day >= 0;
          start = day >= 0 ? day + 1 : start + 1;
        }
    }
  keep_best (s, &score);
}

static void
branch (Search *s)
{
  if (s->tries-- <= 0)
    return;
  Score score = plan (s);
  if (is_worse (&score, &s->score))
    return;
  int start = 0, days[367], n = 0;
  /* A row that nothing can be taken out of is as it is. */
  while ((start = long_row (s, start)) >= 0 && least_day (s, start) < 0)
    start++;
  if (start < 0)
    {
      keep_best (s, &score);
      return;
    }
  for (int day; (day = least_day (s, start)) >= 0; s->wanted[day] = TRUE)
    days[n++] = day;
  for (int i = 0; i < n; i++)
    s->wanted[days[i]] = FALSE;
  for (int i = 0; i < n; i++)
    {
      set_closed (s, days[i], TRUE);
      branch (s);
      set_closed (s, days[i], FALSE);
      s->wanted[days[i]] = TRUE;
    }
  for (int i = 0; i < n; i++)
    s->wanted[days[i]] = FALSE;
}

/* Closes the days without which all rows are short enough. */
static void
close_days (WayPlanning *p)
{
  gsize n = (gsize) p->n_days;
  g_autofree int *caps = g_memdup2 (p->room->day_caps, n * sizeof (int));
  g_autofree WayPlanLimit *stops = g_memdup2 (p->room->day_stop, n * sizeof (WayPlanLimit));
  g_autofree gboolean *flags = g_new0 (gboolean, 3 * n);
  g_autofree int *work = g_new0 (int, n);
  Search s = { .p = p,
               .caps = caps,
               .stops = stops,
               .closed = flags,
               .wanted = flags + n,
               .best = flags + 2 * n,
               .work = work,
               .tries = MOST_TRIES };

  /* Days between blocks that do not move and would join them to a row that is too long. */
  for (int d = 0; d < p->n_days; d++)
    if (!way_planning_row_allows (p, d))
      {
        set_closed (&s, d, TRUE);
        caps[d] = 0;
        stops[d] = WAY_LIMIT_ROW;
      }
  Score bound = plan (&s);
  close_least_days (&s);
  for (int d = 0; d < p->n_days; d++)
    set_closed (&s, d, caps[d] == 0 && stops[d] == WAY_LIMIT_ROW);
  if (!is_worse (&bound, &s.score))
    branch (&s);
  for (int d = 0; d < p->n_days; d++)
    set_closed (&s, d, s.best[d]);
}

GArray *
way_planning_spread_in_rows (WayPlanning *p)
{
  if (p->in->days_in_row > 0)
    close_days (p);
  way_planning_find_lateness (p, p->out->binding);
  return way_planning_spread (p);
}

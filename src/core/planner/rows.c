/* No more than so many days with blocks in a row. This limit is not part of the flow: days are closed until no row
 * is too long. The flow without closed days is a bound, and so is the flow at each step.
 *
 * First, in every row that is too long, the day that is missed least is closed. Where that is worse than the bound,
 * branch and bound looks for a better choice of days: of the first row that is too long one day after the other is
 * closed, the ones before it never again below. It is exact when it ends within its tries, as it does for plans of a
 * few weeks; longer plans keep the best choice found. */
#include "core/planner/private.h"

/* Plans that the search may make, and their days and blocks in all: a count and no clock, so that the answer is the
 * same on every machine. */
#define MOST_TRIES 400
#define MOST_WORK  20000

/* What a choice of closed days is worth: less is better, the first figure counts most. */
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
  gboolean *free;   /* days without work in the plan that it gives */
  Score score;      /* its worth */
  int *work;        /* blocks of ordinary work on each day */
  int tries;        /* left */
} Search;

/* Whether @a is not better than @b. */
static gboolean
is_no_better (const Score *a, const Score *b)
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
  s->p->room->day_stop[day] = closed && s->caps[day] > 0 ? WAY_LIMIT_ROW : s->stops[day];
}

/* Plans with the days that are closed now (transfer full); @work is what lies on each day. */
static GArray *
plan (Search *s, Score *score)
{
  way_planning_find_lateness (s->p);
  GArray *shares = way_planning_spread (s->p);
  *score = (Score) { -s->p->placed, s->p->worst, way_planning_sum_squares (s->p, shares, s->work) };
  return shares;
}

/* The worth of the days that are closed now. */
static Score
try (Search *s)
{
  Score score;

  g_array_unref (plan (s, &score));
  return score;
}

/* Whether day @d has blocks, also outside the plan. */
static gboolean
has_blocks (const Search *s, int d)
{
  const WayPlanning *p = s->p;

  if (d < 0)
    return -d <= p->row_before;
  if (d >= p->n_days)
    return d - p->n_days < p->row_after;
  return p->room->day_blocks[d] + s->work[d] > 0;
}

#define NO_ROW G_MAXINT

/* The first row from @from on that is too long, as its first day; NO_ROW. It ends days_in_row days later. */
static int
long_row (const Search *s, int from)
{
  int start = from;

  for (int d = from; d < s->p->n_days + s->p->row_after; d++)
    {
      if (!has_blocks (s, d))
        start = d + 1;
      if (d - start == s->p->in->days_in_row)
        return start;
    }
  return NO_ROW;
}

static int
first_long_row (const Search *s)
{
  return long_row (s, -s->p->row_before);
}

/* Of the row at @start the day with the least work among those that can be closed; the last of several, as the next
 * row begins behind it. -1: none. @wanted: also days that are not to be closed. */
static int
least_day (const Search *s, int start, gboolean wanted)
{
  int best = -1;

  for (int d = MAX (0, start); d <= MIN (start + s->p->in->days_in_row, s->p->n_days - 1); d++)
    if (s->work[d] > 0 && s->p->room->day_blocks[d] == 0 && (wanted || !s->wanted[d]) &&
        (best < 0 || s->work[d] <= s->work[best]))
      best = d;
  return best;
}

static void
keep_best (Search *s, const Score *score)
{
  s->score = *score;
  memcpy (s->best, s->closed, sizeof (gboolean) * (gsize) s->p->n_days);
  for (int d = 0; d < s->p->n_days; d++)
    s->free[d] = s->work[d] == 0;
}

/* Days that stay closed whatever is tried. */
static gboolean
is_shut (const Search *s, int day)
{
  return s->stops[day] == WAY_LIMIT_ROW;
}

static void
open_days (Search *s)
{
  for (int d = 0; d < s->p->n_days; d++)
    set_closed (s, d, is_shut (s, d));
}

/* The least day of each row, until no row is too long. */
static void
close_least_days (Search *s)
{
  gboolean closed = TRUE;
  Score score = { 0, 0, 0 };

  while (closed)
    {
      int start = -s->p->row_before;
      closed = FALSE;
      score = try (s);
      while ((start = long_row (s, start)) != NO_ROW)
        {
          int day = least_day (s, start, FALSE);
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
  Score score = try (s);
  if (is_no_better (&score, &s->score))
    return;
  int start = -s->p->row_before, days[367], n = 0;
  /* A row of blocks that do not move is as it is. */
  while ((start = long_row (s, start)) != NO_ROW && least_day (s, start, TRUE) < 0)
    start++;
  if (start == NO_ROW)
    {
      keep_best (s, &score);
      return;
    }
  for (int day; (day = least_day (s, start, FALSE)) >= 0; s->wanted[day] = TRUE)
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

/* The best choice of days for a plan that is made for the first time: what it is now must not lead the search, or
 * planning again would find something else. */
static void
search (Search *s)
{
  const WaySchedulerInput *in = s->p->in;
  WaySchedulerInput fresh = *in;

  fresh.previous = NULL;
  s->p->in = &fresh;
  open_days (s);
  Score bound = try (s);
  s->tries = s->p->quick ? 0 : MIN (MOST_TRIES, MOST_WORK / (s->p->n_days + s->p->placed + 1));
  close_least_days (s);
  open_days (s);
  if (!is_no_better (&bound, &s->score))
    branch (s);
  s->p->in = in;
}

/* The choice that the plan has now stays when it is as good. */
static void
prefer_previous (Search *s)
{
  const GArray *previous = s->p->in->previous;

  for (int d = 0; d < s->p->n_days; d++)
    set_closed (s, d, TRUE);
  for (guint i = 0; previous != NULL && i < previous->len; i++)
    {
      int day = way_planning_day (s->p, g_array_index (previous, WayPreviousBlock, i).start_utc);
      if (day >= 0 && day < s->p->n_days)
        set_closed (s, day, is_shut (s, day));
    }
  Score score = try (s);
  if (first_long_row (s) == NO_ROW && is_no_better (&s->score, &score))
    keep_best (s, &score);
}

/* Closes the days without which all rows are short enough, and plans with the others. */
static GArray *
plan_with_rest (WayPlanning *p)
{
  gsize n = (gsize) p->n_days;
  g_autofree int *caps = g_memdup2 (p->room->day_caps, n * sizeof (int));
  g_autofree WayPlanLimit *stops = g_memdup2 (p->room->day_stop, n * sizeof (WayPlanLimit));
  g_autofree gboolean *flags = g_new0 (gboolean, 4 * n);
  g_autofree int *work = g_new0 (int, n);
  Search s = { .p = p,
               .caps = caps,
               .stops = stops,
               .closed = flags,
               .wanted = flags + n,
               .best = flags + 2 * n,
               .free = flags + 3 * n,
               .work = work };

  /* Days between blocks that do not move and would join them to a row that is too long. */
  for (int d = 0; d < p->n_days; d++)
    if (caps[d] > 0 && !way_planning_row_allows (p, d))
      {
        caps[d] = 0;
        stops[d] = WAY_LIMIT_ROW;
      }
  search (&s);
  if (p->in->previous != NULL && p->in->previous->len > 0)
    prefer_previous (&s);
  for (int d = 0; d < p->n_days; d++)
    set_closed (&s, d, s.best[d]);
  g_autoptr (GArray) shares = plan (&s, &s.score);
  if (first_long_row (&s) == NO_ROW)
    return g_steal_pointer (&shares);
  /* Blocks that would rather stay joined other days to a row: only the days of the best plan are open then. */
  for (int d = 0; d < p->n_days; d++)
    set_closed (&s, d, s.best[d] || s.free[d]);
  return plan (&s, &s.score);
}

GArray *
way_planning_spread_in_rows (WayPlanning *p)
{
  if (p->in->days_in_row > 0)
    return plan_with_rest (p);
  way_planning_find_lateness (p);
  return way_planning_spread (p);
}

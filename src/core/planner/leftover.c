/* When not all blocks find a place, it may matter which ones stay out: what waits lends its due date to what it waits
 * for, and lends nothing when no block of it is placed. Of all sets of such jobs that can be left out without a block
 * less in all, the one with the smallest maximum lateness is taken, and of those the most even one. Sets are few: what
 * is left out must fit into what finds no place anyway. */
#include "core/planner/private.h"

/* A count and no clock, so that the answer is the same on every machine. */
#define MOST_TRIES   256
#define MOST_LENDERS 60

typedef struct
{
  WayPlanning *p;
  int placed;   /* blocks that find a place */
  int lateness; /* the smallest so far */
  gint64 squares;
  guint64 best; /* set of lenders: 1 << place in @lenders */
  GArray *lenders;
  int *work; /* scratch: of each day */
  int tries; /* left */
} Search;

/* The jobs of at most @room blocks for which something has to be over earlier than it is due itself
 * (element-type int, transfer full). */
static GArray *
list_lenders (const WayPlanning *p, int room)
{
  GArray *lenders = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int *latest = g_new (int, p->jobs->len + 1); /* due date of all that a job waits for */

  for (guint j = 0; j < p->jobs->len; j++)
    latest[j] = G_MININT;
  for (guint i = 0; i < p->pairs->len; i++)
    {
      WayJobPair it = WAY_PAIR (p, i);
      latest[it.then] = MAX (latest[it.then], MAX (latest[it.first], WAY_JOB (p, it.first).due));
    }
  for (int j = 0; j < (int) p->jobs->len && lenders->len < MOST_LENDERS; j++)
    if (WAY_JOB (p, j).due < latest[j] && WAY_JOB (p, j).blocks <= room)
      g_array_append_val (lenders, j);
  return lenders;
}

static void
leave_out (Search *s, guint64 set)
{
  for (guint i = 0; i < s->lenders->len; i++)
    WAY_JOB (s->p, g_array_index (s->lenders, int, i)).left_out = (set >> i) & 1;
  way_planning_set_bounds (s->p);
  way_planning_measure_lateness (s->p);
}

/* Looks at @set and at all that have lenders from @from on in it as well. @room: blocks that may still be left out. */
static void
look (Search *s, guint64 set, guint from, int room)
{
  if (s->tries-- <= 0)
    return;
  leave_out (s, set);
  if (s->p->placed < s->placed)
    return;
  if (s->p->worst <= s->lateness)
    {
      g_autoptr (GArray) shares = way_planning_spread (s->p);
      gint64 squares = way_planning_sum_squares (s->p, shares, s->work);
      if (s->p->worst < s->lateness || squares < s->squares)
        {
          s->best = set;
          s->squares = squares;
        }
      s->lateness = s->p->worst;
    }
  for (guint i = from; i < s->lenders->len; i++)
    {
      int blocks = WAY_JOB (s->p, g_array_index (s->lenders, int, i)).blocks;
      if (blocks <= room)
        look (s, set | (guint64) 1 << i, i + 1, room - blocks);
    }
}

static void
choose_leftover (WayPlanning *p)
{
  int room = way_planning_leftover (p);
  g_autoptr (GArray) lenders = list_lenders (p, room);

  if (lenders->len == 0)
    return;
  g_autofree int *work = g_new (int, p->n_days);
  Search s = { p, p->placed, G_MAXINT, G_MAXINT64, 0, lenders, work, MOST_TRIES };
  look (&s, 0, 0, room);
  leave_out (&s, s.best);
}

void
way_planning_find_lateness (WayPlanning *p)
{
  for (guint j = 0; j < p->jobs->len; j++)
    WAY_JOB (p, j).left_out = FALSE;
  way_planning_set_bounds (p);
  way_planning_measure_lateness (p);
  if (way_planning_leftover (p) > 0)
    choose_leftover (p);
}

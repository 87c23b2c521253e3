/* A ranking of full size, weights anything: time, and as a ratio to the multiplications alone, in a plain loop of
 * the same size in the same run. The limit is on the ratio; the budget is printed beside. */
#include "core/offers/rank.h"

#include <math.h>
#include <stdio.h>

#define N_OFFERS   30
#define N_CRITERIA 40
#define SAMPLES    WAY_RANK_SAMPLES
#define RUNS       7

typedef struct
{
  WayCriterion criteria[N_CRITERIA];
  WayRange scores[N_OFFERS * N_CRITERIA];
  double weights[N_CRITERIA];
  double sum; /* so that the plain loop is not left out */
} Sizes;

static void
make_sizes (Sizes *s)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);

  for (int c = 0; c < N_CRITERIA; c++)
    {
      s->weights[c] = g_rand_double (random);
      s->criteria[c] = (WayCriterion) { .weight = 1,
                                        .weight_range = WAY_RANGE_BLANK,
                                        .scale = { WAY_SCORE_LOW, WAY_SCORE_HIGH },
                                        .must_at_least = NAN,
                                        .must_at_most = NAN };
    }
  for (int i = 0; i < N_OFFERS * N_CRITERIA; i++)
    s->scores[i].low = s->scores[i].high = g_rand_int_range (random, 1, 6);
}

static void
rank_once (Sizes *s, gboolean any_weights)
{
  WayRankInput in = { s->criteria, N_CRITERIA, s->scores,     N_OFFERS,      any_weights,
                      SAMPLES,     1,          WAY_RANK_LEAD, WAY_RANK_SHARE };
  g_autoptr (WayRanking) ranking = way_rank (&in);

  s->sum += ranking->offers[0].acceptability[0];
}

static void
rank_any (Sizes *s)
{
  rank_once (s, TRUE);
}

static void
rank_ranges (Sizes *s)
{
  for (int c = 0; c < N_CRITERIA; c++)
    s->criteria[c].weight_range = (WayRange) { 0.5, 1.5 };
  rank_once (s, FALSE);
  for (int c = 0; c < N_CRITERIA; c++)
    s->criteria[c].weight_range = WAY_RANGE_BLANK;
}

static void
multiply (Sizes *s)
{
  for (int k = 0; k < SAMPLES; k++)
    {
      s->weights[k % N_CRITERIA] += 1e-9;
      for (int o = 0; o < N_OFFERS; o++)
        {
          double total = 0;
          for (int c = 0; c < N_CRITERIA; c++)
            total += s->weights[c] * s->scores[o * N_CRITERIA + c].low;
          s->sum += total;
        }
    }
}

/* The fastest of some runs, milliseconds. */
static double
measure (Sizes *s, void (*run) (Sizes *))
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      run (s);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1e3);
    }
  return best;
}

int
main (int argc, char **argv)
{
  static Sizes s;

  make_sizes (&s);
  double plain = measure (&s, multiply), any = measure (&s, rank_any),
         ranges = measure (&s, rank_ranges);
  printf (
      "%d offers × %d criteria × %d samples: %.1f ms (budget 50), %.2f times the multiplications "
      "(%.1f ms); within ranges: %.1f ms, %.2f times (%g)\n",
      N_OFFERS, N_CRITERIA, SAMPLES, any, any / plain, plain, ranges, ranges / plain, s.sum);
  return any / plain < 10 ? 0 : 1;
}

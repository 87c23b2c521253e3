/* A ranking of full size, weights anything, and whole comparisons of scorecards, pay and all: time, and as a ratio to
 * the multiplications alone, in a plain loop of the same size in the same run. The limit is on the ratio; the budget is
 * printed beside. */
#include "core/offers/compare.h"

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
  const WayScorecard *card;
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

/* Every third criterion comes from the pay; each weight is a range, one score in ten is a range or blank. */
static WayScorecard *
make_card (guint n_offers, guint n_criteria)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  WayScorecard *card = way_scorecard_new ("Bench", "EUR");

  for (guint c = 0; c < n_criteria; c++)
    {
      WayCriterionRow *it = way_criterion_row_new ();
      it->weight = g_rand_double_range (random, 5, 15);
      it->weight_range = (WayRange) { it->weight * 0.5, it->weight * 1.5 };
      it->measure = c % 3 == 0 ? WAY_MEASURE_FIRST_YEAR + c / 3 % 3 : WAY_MEASURE_TYPED;
      g_ptr_array_add (card->criteria, it);
    }
  for (guint o = 0; o < n_offers; o++)
    {
      WayOffer *it = way_offer_new ("EUR");
      WayGrantRow *grant = way_grant_row_new ();
      it->base = g_rand_double_range (random, 50000, 120000);
      it->bonus_percent = it->pension_percent = 10;
      it->payout_middle = 100;
      it->allowance = it->commute_cost = 0;
      it->no_sign_on = TRUE;
      grant->middle = 80000;
      grant->discount_percent = 0;
      g_free (grant->year_percents);
      grant->year_percents = g_strdup ("5 15 40 40");
      g_ptr_array_add (it->grants, grant);
      it->scores = g_new (WayRange, n_criteria);
      for (guint c = 0; c < n_criteria; c++)
        {
          double score = g_rand_int_range (random, 1, 5);
          int kind = g_rand_int_range (random, 0, 20);
          it->scores[c] = kind == 0 ? WAY_RANGE_BLANK : (WayRange) { score, score + (kind == 1) };
        }
      g_ptr_array_add (card->offers, it);
    }
  return card;
}

static void
compare_card (Sizes *s)
{
  g_autoptr (WayComparison) comparison = way_compare (s->card, WAY_RANK_SAMPLES);

  s->sum += comparison->ranking->lead;
}

/* The ratio of a whole comparison to the multiplications of its size. */
static double
bench_card (Sizes *s, guint n_offers, guint n_criteria, double plain, double budget)
{
  g_autoptr (WayScorecard) card = make_card (n_offers, n_criteria);
  double part = plain * n_offers * n_criteria / (N_OFFERS * N_CRITERIA);

  s->card = card;
  double ranges = measure (s, compare_card);
  card->any_weights = TRUE;
  double any = measure (s, compare_card);
  printf ("scorecard, %u offers × %u criteria: within ranges %.1f ms, %.2f times the "
          "multiplications; any weights %.1f ms, %.2f times (budget %g ms)\n",
          n_offers, n_criteria, ranges, ranges / part, any, any / part, budget);
  return MAX (ranges, any) / part;
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
  double small = bench_card (&s, 10, 15, plain, 8),
         large = bench_card (&s, N_OFFERS, N_CRITERIA, plain, 50);
  return any / plain < 10 && small < 25 && large < 10 ? 0 : 1;
}

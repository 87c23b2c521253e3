/* The generator against its authors' numbers, weightings against their exact means, and what must be true of
 * every sampled ranking. The runner prints the seed; --seed repeats it. */
#include "core/offers/weighting.h"
#include "offers-case.h"

#include <string.h>

/* The first numbers from the state 1, 2, 3, 4, by the reference implementation (also in the tests of Rust's
 * rand_xoshiro), and those of SplitMix64 from 1477776061723855037. */
static void
test_generator (void)
{
  static const guint64 numbers[] = { 41943041,
                                     58720359,
                                     3588806011781223,
                                     3591011842654386,
                                     G_GUINT64_CONSTANT (9228616714210784205),
                                     G_GUINT64_CONSTANT (9973669472204895162),
                                     G_GUINT64_CONSTANT (14011001112246962877) };
  WayRandom random = { { 1, 2, 3, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpuint (way_random_next (&random), ==, numbers[i]);
  way_random_init (&random, 1477776061723855037);
  g_assert_cmpuint (random.state[0], ==, 1985237415132408290);
  g_assert_cmpuint (random.state[1], ==, 2979275885539914483);
}

/* Draws, checks sum and ranges, and takes the means. */
static void
draw_many (const WayCriterion *criteria, guint n, gboolean any, double *means)
{
  double shares[MAX_CRITERIA], drawn[MAX_CRITERIA], sum = 0;
  WayRandom random;
  int draws = 40000;

  g_assert_true (way_weights_normalize (criteria, n, shares));
  g_autoptr (WayWeighting) weighting = way_weighting_new (criteria, n, shares, any);
  way_random_init (&random, 5);
  memset (means, 0, n * sizeof *means);
  for (guint i = 0; i < n; i++)
    sum += criteria[i].weight;
  for (int k = 0; k < draws; k++)
    {
      double total = 0;
      way_weighting_draw (weighting, &random, drawn);
      for (guint i = 0; i < n; i++)
        {
          WayRange range = criteria[i].weight_range;
          total += drawn[i];
          means[i] += drawn[i] / draws;
          g_assert_cmpfloat (drawn[i], >=, 0);
          if (!any && !way_range_is_blank (range))
            {
              g_assert_cmpfloat (drawn[i], >=, range.low / sum - 1e-12);
              g_assert_cmpfloat (drawn[i], <=, range.high / sum + 1e-12);
            }
        }
      g_assert_cmpfloat_with_epsilon (total, 1, 1e-12);
    }
}

static void
test_any (void)
{
  Case c;
  double means[MAX_CRITERIA];

  case_init (&c, 5, 1);
  draw_many (c.criteria, 5, TRUE, means);
  /* The standard error of a mean is √(4/25/6/40000) = 0.0008. */
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (means[i], 0.2, 0.0025);
}

/* On the triangle with w₁ in [0.1, 0.2], w₂ in [0, 0.9] and w₃ in [0, 0.9] only the first range binds: w₁ has the
 * density ∝ 1 - w₁, so its mean is (∫ w - w²) / (∫ 1 - w) = (0.015 - 0.0023333) / 0.085 = 0.1490196; and the others
 * share the rest. */
static void
test_ranges (void)
{
  Case c;
  double means[MAX_CRITERIA];

  case_init (&c, 3, 1);
  c.criteria[0].weight = 0.15;
  c.criteria[1].weight = 0.5;
  c.criteria[2].weight = 0.35;
  c.criteria[0].weight_range = (WayRange) { 0.1, 0.2 };
  c.criteria[1].weight_range = c.criteria[2].weight_range = (WayRange) { 0, 0.9 };
  draw_many (c.criteria, 3, FALSE, means);
  g_assert_cmpfloat_with_epsilon (means[0], 0.1490196, 0.0005);
  g_assert_cmpfloat_with_epsilon (means[1], (1 - 0.1490196) / 2, 0.004);
  g_assert_cmpfloat_with_epsilon (means[2], (1 - 0.1490196) / 2, 0.004);
}

/* Far from the middle of the ranges, where trying flat densities would need thousands of tries: with 0.02 left by
 * the low ends and room for more, v is uniform on a small simplex. */
static void
test_skewed_ranges (void)
{
  Case c;
  double means[MAX_CRITERIA];

  case_init (&c, MAX_CRITERIA, 1);
  for (guint i = 0; i < MAX_CRITERIA; i++)
    {
      c.criteria[i].weight = 0.125;
      c.criteria[i].weight_range = (WayRange) { 0.1225, 1 };
    }
  draw_many (c.criteria, MAX_CRITERIA, FALSE, means);
  for (guint i = 0; i < MAX_CRITERIA; i++)
    g_assert_cmpfloat_with_epsilon (means[i], 0.125, 0.00005);
}

/* Weights without a range keep their proportions: 50 and 20 beside 20 to 40 of 100. */
static void
test_partial_ranges (void)
{
  Case c;
  double means[MAX_CRITERIA];

  case_init (&c, 3, 1);
  c.criteria[0].weight = 30;
  c.criteria[1].weight = 50;
  c.criteria[2].weight = 20;
  c.criteria[0].weight_range = (WayRange) { 20, 40 };
  draw_many (c.criteria, 3, FALSE, means);
  g_assert_cmpfloat_with_epsilon (means[0], 0.3, 0.001);
  g_assert_cmpfloat_with_epsilon (means[1], 0.5, 0.001);
  g_assert_cmpfloat_with_epsilon (means[1] / means[2], 2.5, 1e-9);
}

static void
test_same_seed (void)
{
  Case c;

  case_init (&c, 4, 3);
  c.in.any_weights = TRUE;
  g_autoptr (WayRanking) first = way_rank (&c.in);
  g_autoptr (WayRanking) again = way_rank (&c.in);
  c.in.seed = 2;
  g_autoptr (WayRanking) other = way_rank (&c.in);
  gboolean differs = FALSE;
  for (guint o = 0; o < 3; o++)
    {
      g_assert_cmpmem (first->offers[o].acceptability, 3 * sizeof (double),
                       again->offers[o].acceptability, 3 * sizeof (double));
      g_assert_cmpmem (first->offers[o].central, 4 * sizeof (double), again->offers[o].central,
                       4 * sizeof (double));
      differs |= first->offers[o].acceptability[0] != other->offers[o].acceptability[0];
    }
  g_assert_true (differs);
}

/* Seed 1, by an implementation of its own in Python. */
static void
test_pinned (void)
{
  static const double scores[] = { 5, 1, 1, 1, 5, 1, 1, 1, 5 };
  static const double counts[] = { 663, 656, 681 };
  Case c;

  case_init (&c, 3, 3);
  case_scores (&c, scores);
  c.in.any_weights = TRUE;
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  for (guint o = 0; o < 3; o++)
    g_assert_cmpfloat (ranking->offers[o].acceptability[0] * c.in.samples, ==, counts[o]);
}

static void
make_random (Case *c)
{
  case_init (c, (guint) g_test_rand_int_range (1, MAX_CRITERIA + 1),
             (guint) g_test_rand_int_range (1, MAX_OFFERS + 1));
  c->in.samples = 200;
  c->in.any_weights = g_test_rand_bit ();
  c->in.seed = (guint64) g_test_rand_int ();
  for (guint i = 0; i < c->in.n_criteria; i++)
    {
      WayCriterion *it = &c->criteria[i];
      it->weight = i == 0 ? 1 : g_test_rand_int_range (0, 6);
      it->less_is_better = g_test_rand_bit ();
      if (g_test_rand_int_range (0, 3) == 0)
        it->weight_range = (WayRange) { it->weight * g_test_rand_double (),
                                        it->weight * (1 + g_test_rand_double ()) };
      if (g_test_rand_int_range (0, 6) == 0)
        it->must_at_least = 2;
    }
  for (guint i = 0; i < c->in.n_criteria * c->in.n_offers; i++)
    {
      double low = g_test_rand_int_range (1, 6), high = g_test_rand_int_range (1, 6);
      if (g_test_rand_bit ())
        high = low;
      if (g_test_rand_int_range (0, 10) != 0)
        c->scores[i] = (WayRange) { MIN (low, high), MAX (low, high) };
    }
}

static void
check_offer (const Case *c, const WayRanking *ranking, const WayRankedOffer *it)
{
  double sum = 0, low = 0, central = 0;

  g_assert_cmpfloat (it->total.low, >=, 0);
  g_assert_cmpfloat (it->total.low, <=, it->total.high);
  g_assert_cmpfloat (it->total.high, <=, 1);
  for (guint i = 0; i < c->in.n_criteria; i++)
    {
      low += it->contributions[i].low;
      central += it->central[i];
    }
  g_assert_cmpfloat_with_epsilon (low, it->total.low, 1e-12);
  g_assert_cmpfloat_with_epsilon (central, it->is_ever_first ? 1 : 0, 1e-9);
  for (guint r = 0; r < ranking->n_ranked; r++)
    sum += it->acceptability[r];
  g_assert_cmpfloat_with_epsilon (sum, it->vetoed ? 0 : 1, 1e-9);
}

static void
test_properties (void)
{
  for (int round = 0; round < 1000; round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WayRanking) ranking = way_rank (&c.in);
      for (guint o = 0; o < c.in.n_offers; o++)
        {
          const WayRankedOffer *it = &ranking->offers[o];
          check_offer (&c, ranking, it);
          for (guint other = 0; other < c.in.n_offers; other++)
            if (it->dominated_by[other])
              {
                g_assert_cmpfloat (it->acceptability[0], ==, 0);
                g_assert_false (ranking->offers[other].dominated_by[o]);
              }
        }
      for (guint r = 0; r < ranking->n_ranked; r++)
        {
          double sum = 0;
          for (guint o = 0; o < c.in.n_offers; o++)
            sum += ranking->offers[o].acceptability[r];
          g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
        }
    }
}

/* With exact scores the weightings that put an offer first are a convex set: their mean does, too. */
static void
test_confidence (void)
{
  static const double scores[] = { 5, 1, 1, 1, 5, 1, 1, 1, 5, 3, 3, 3 };
  Case c;

  case_init (&c, 3, 4);
  case_scores (&c, scores);
  c.in.any_weights = TRUE;
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  for (guint o = 0; o < 4; o++)
    {
      g_assert_true (ranking->offers[o].is_ever_first);
      g_assert_cmpfloat (ranking->offers[o].confidence, ==, 1);
    }
}

/* One criterion, two offers with scores uniform in [1, 5] and [2, 4]: the values are uniform in [0, 1] and
 * [¼, ¾], and the first is larger in half of the cases by symmetry; against exactly ¾ in a quarter. */
static void
test_uncertain_scores (void)
{
  Case c;

  case_init (&c, 1, 2);
  c.in.samples = 20000;
  case_score (&c, 1, 0, 2, 4);
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_cmpfloat_with_epsilon (ranking->offers[0].acceptability[0], 0.5, 3 * 0.00354);
  case_score (&c, 1, 0, 4, 4);
  g_autoptr (WayRanking) exact = way_rank (&c.in);
  g_assert_cmpfloat_with_epsilon (exact->offers[0].acceptability[0], 0.25, 3 * 0.00306);
  g_assert_cmpfloat_with_epsilon (exact->offers[0].confidence, 0.25, 3 * 0.00968);
  g_assert_cmpfloat_with_epsilon (way_rank_standard_error (0.25, 20000), 0.00306, 0.00001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/smaa/generator-gives-the-published-numbers", test_generator);
  g_test_add_func ("/offers/smaa/any-weighting-is-uniform", test_any);
  g_test_add_func ("/offers/smaa/weightings-keep-to-ranges", test_ranges);
  g_test_add_func ("/offers/smaa/skewed-ranges-are-drawn", test_skewed_ranges);
  g_test_add_func ("/offers/smaa/weights-without-range-keep-proportions", test_partial_ranges);
  g_test_add_func ("/offers/smaa/same-seed-same-answer", test_same_seed);
  g_test_add_func ("/offers/smaa/seed-gives-the-pinned-counts", test_pinned);
  g_test_add_func ("/offers/smaa/properties", test_properties);
  g_test_add_func ("/offers/smaa/central-weights-of-exact-scores-are-sure", test_confidence);
  g_test_add_func ("/offers/smaa/uncertain-scores-are-uniform", test_uncertain_scores);
  return g_test_run ();
}

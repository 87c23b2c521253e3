/* Totals, vetoes, dominance, flips and the verdict, by hand and by published examples. */
#include "offers-case.h"

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-12)

/* The worked example of Triantaphyllou, "Multi-Criteria Decision Making Methods: A Comparative Study" (2000),
 * chapter 2, also in Wikipedia's "Weighted sum model": 21.50, 22.00 and 22.00. */
static void
test_published (void)
{
  static const double scores[] = { 25, 20, 15, 30, 10, 30, 20, 30, 30, 10, 30, 10 };
  static const double weights[] = { 0.20, 0.15, 0.40, 0.25 };
  Case c;

  case_init (&c, 4, 3);
  case_scores (&c, scores);
  for (guint i = 0; i < 4; i++)
    {
      c.criteria[i].weight = weights[i];
      c.criteria[i].scale = (WayRange) { 0, 100 };
    }
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  assert_near (ranking->offers[0].total.low, 0.2150);
  assert_near (ranking->offers[1].total.low, 0.2200);
  assert_near (ranking->offers[2].total.high, 0.2200);
  assert_near (ranking->offers[1].contributions[2].low, 0.08);
  /* The two best ones tie: half of the first rank each, and no winner. */
  assert_near (ranking->offers[1].acceptability[0], 0.5);
  assert_near (ranking->offers[2].acceptability[1], 0.5);
  assert_near (ranking->offers[0].acceptability[2], 1);
  g_assert_cmpint (ranking->unclear, ==, WAY_UNCLEAR_CLOSE);
}

static void
test_values (void)
{
  WayCriterion hours = {
    .scale = { 30, 50 }, .less_is_better = TRUE, .must_at_least = NAN, .must_at_most = 45
  };
  WayRange value = way_value (&hours, (WayRange) { 35, 40 });

  assert_near (value.low, 0.5);
  assert_near (value.high, 0.75);
  value = way_value (&hours, WAY_RANGE_BLANK);
  assert_near (value.low, 0);
  assert_near (value.high, 1);
  g_assert_cmpint (way_must_check (&hours, (WayRange) { 45, 45 }), ==, WAY_MUST_MET);
  g_assert_cmpint (way_must_check (&hours, (WayRange) { 46, 50 }), ==, WAY_MUST_MISSED);
  g_assert_cmpint (way_must_check (&hours, (WayRange) { 40, 46 }), ==, WAY_MUST_OPEN);
  g_assert_cmpint (way_must_check (&hours, WAY_RANGE_BLANK), ==, WAY_MUST_OPEN);
}

static void
test_blank (void)
{
  Case c;

  case_init (&c, 2, 2);
  c.criteria[0].weight = 3;
  case_score (&c, 0, 0, 3, 3);
  case_score (&c, 1, 0, 2, 4);
  case_score (&c, 1, 1, 1, 1);
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  assert_near (ranking->offers[0].total.low, 0.375);
  assert_near (ranking->offers[0].total.high, 0.625);
  assert_near (ranking->offers[1].total.low, 0.1875);
  assert_near (ranking->offers[1].total.high, 0.5625);
}

static void
test_veto (void)
{
  static const double scores[] = { 1, 5, 5, 2, 3, 3 };
  Case c;

  case_init (&c, 3, 2);
  case_scores (&c, scores);
  c.criteria[0].must_at_least = 2;
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_true (ranking->offers[0].vetoed);
  g_assert_cmpfloat (ranking->offers[0].total.low, >, ranking->offers[1].total.low);
  g_assert_cmpint (ranking->leader, ==, 1);
  g_assert_cmpint (ranking->unclear, ==, WAY_CLEAR);
  g_assert_cmpint (ranking->flip.criterion, ==, -1);
  assert_near (ranking->offers[0].acceptability[0], 0);
  assert_near (ranking->offers[1].acceptability[0], 1);
}

static void
test_veto_all (void)
{
  static const double scores[] = { 1, 5 };
  Case c;

  case_init (&c, 1, 2);
  case_scores (&c, scores);
  c.criteria[0].must_at_least = 5;
  c.criteria[0].must_at_most = 4;
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_cmpint (ranking->leader, ==, -1);
  g_assert_cmpint (ranking->unclear, ==, WAY_UNCLEAR_VETOED);
  g_assert_cmpuint (ranking->n_ranked, ==, 0);
}

static void
test_open (void)
{
  Case c;

  case_init (&c, 2, 2);
  c.criteria[0].must_at_least = 2;
  case_score (&c, 0, 0, 1, 5);
  case_score (&c, 0, 1, 5, 5);
  case_score (&c, 1, 0, 2, 2);
  case_score (&c, 1, 1, 1, 1);
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_cmpint (ranking->leader, ==, 0);
  g_assert_cmpint (ranking->unclear, ==, WAY_UNCLEAR_OPEN);
}

static void
test_dominance (void)
{
  Case c;

  case_init (&c, 3, 3);
  c.criteria[2].weight = 0;
  for (guint o = 0; o < 3; o++)
    case_score (&c, o, 0, 4 - o, 4 - o);
  case_score (&c, 0, 1, 3, 5);
  case_score (&c, 1, 1, 2, 3);
  case_score (&c, 2, 1, 3, 4);
  /* What has no weight does not count. */
  case_score (&c, 0, 2, 1, 1);
  case_score (&c, 1, 2, 5, 5);
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_true (ranking->offers[1].dominated_by[0]);
  g_assert_false (ranking->offers[0].dominated_by[1]);
  /* 3…5 may be less than 3…4. */
  g_assert_false (ranking->offers[2].dominated_by[0]);
  g_assert_false (ranking->offers[0].dominated_by[0]);
}

/* A leads by 0.7 × ½ - 0.3 × ½ = 0.2; with share x of the first criterion by x/2 - (1 - x)/2: both are equal at ½. */
static void
test_flip (void)
{
  static const double scores[] = { 4, 2, 2, 4 };
  Case c;

  case_init (&c, 2, 2);
  case_scores (&c, scores);
  c.criteria[0].weight = 70;
  c.criteria[1].weight = 30;
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_cmpint (ranking->unclear, ==, WAY_CLEAR);
  assert_near (ranking->lead, 0.2);
  g_assert_cmpint (ranking->flip.criterion, ==, 0);
  g_assert_cmpuint (ranking->flip.offer, ==, 1);
  assert_near (ranking->flip.from, 0.7);
  assert_near (ranking->flip.to, 0.5);
  assert_near (ranking->flip.points, 30);
}

/* @c with share @share of criterion @k, the others in proportion. */
static WayRanking *
rank_moved (const Case *c, guint k, double share)
{
  Case moved = *c;
  double others = 0;

  moved.in.criteria = moved.criteria;
  moved.in.scores = moved.scores;
  for (guint i = 0; i < c->in.n_criteria; i++)
    others += i != k ? c->criteria[i].weight : 0;
  moved.criteria[k].weight = others * share / (1 - share);
  return way_rank (&moved.in);
}

/* Every other leader on a walk through all weights lies behind the flip; ties of the largest total are on neither
 * side. */
static void
walk (const Case *c, const WayRanking *ranking)
{
  double flip = ranking->flip.criterion < 0 ? 2 : fabs (ranking->flip.to - ranking->flip.from);

  for (int step = 0; step < 300; step++)
    {
      guint k = (guint) step % 3;
      double share = (step / 3) / 100.0;
      g_autoptr (WayRanking) after = rank_moved (c, k, share);
      if (after->lead > 1e-9 && after->leader != ranking->leader)
        g_assert_cmpfloat (fabs (share - ranking->shares[k]), >, flip - 1e-9);
    }
}

static void
test_flip_walk (void)
{
  int flips = 0;

  for (int round = 0; round < 300; round++)
    {
      Case c;
      case_init (&c, 3, 3);
      c.in.samples = 1;
      for (guint i = 0; i < 3; i++)
        c.criteria[i].weight = g_test_rand_int_range (1, 10);
      for (guint i = 0; i < 9; i++)
        c.scores[i].low = c.scores[i].high = g_test_rand_int_range (1, 6);
      g_autoptr (WayRanking) ranking = way_rank (&c.in);
      const WayFlip *flip = &ranking->flip;
      if (ranking->lead < 1e-9)
        continue;
      walk (&c, ranking);
      if (flip->criterion < 0)
        continue;
      double behind = flip->to + (flip->to > flip->from ? 1e-6 : -1e-6);
      g_autoptr (WayRanking) after = rank_moved (&c, (guint) flip->criterion, behind);
      g_assert_cmpint (after->leader, !=, ranking->leader);
      flips++;
    }
  g_assert_cmpint (flips, >, 50);
}

static void
test_one_offer (void)
{
  static const double scores[] = { 3, 2 };
  Case c;

  case_init (&c, 2, 1);
  case_scores (&c, scores);
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_cmpint (ranking->leader, ==, 0);
  g_assert_true (isnan (ranking->lead));
  g_assert_cmpint (ranking->unclear, ==, WAY_CLEAR);
  g_assert_cmpint (ranking->flip.criterion, ==, -1);
}

static void
test_all_equal (void)
{
  Case c;

  case_init (&c, 3, 4);
  for (guint i = 0; i < 12; i++)
    c.scores[i] = (WayRange) { 3, 3 };
  c.in.any_weights = TRUE;
  c.in.lead_needed = 0;
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_cmpint (ranking->unclear, ==, WAY_UNCLEAR_CLOSE);
  for (guint o = 0; o < 4; o++)
    {
      for (guint r = 0; r < 4; r++)
        assert_near (ranking->offers[o].acceptability[r], 0.25);
      for (guint other = 0; other < 4; other++)
        g_assert_false (ranking->offers[o].dominated_by[other]);
    }
}

static void
test_no_weight (void)
{
  Case c;

  case_init (&c, 2, 2);
  c.criteria[0].weight = c.criteria[1].weight = 0;
  g_assert_null (way_rank (&c.in));
}

/* A leads by a lot where it leads at all, but in half of the weightings it does not. */
static void
test_unclear_weights (void)
{
  static const double scores[] = { 5, 1, 1, 4 };
  Case c;

  case_init (&c, 2, 2);
  case_scores (&c, scores);
  c.in.any_weights = TRUE;
  g_autoptr (WayRanking) ranking = way_rank (&c.in);
  g_assert_cmpint (ranking->leader, ==, 0);
  g_assert_cmpfloat (ranking->lead, >, WAY_RANK_LEAD);
  g_assert_cmpint (ranking->unclear, ==, WAY_UNCLEAR_WEIGHTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/rank/published-weighted-sum", test_published);
  g_test_add_func ("/offers/rank/values-follow-scale-and-direction", test_values);
  g_test_add_func ("/offers/rank/blank-is-a-range-not-zero", test_blank);
  g_test_add_func ("/offers/rank/must-have-vetoes-the-largest-total", test_veto);
  g_test_add_func ("/offers/rank/all-vetoed-has-no-leader", test_veto_all);
  g_test_add_func ("/offers/rank/open-must-have-is-no-clear-winner", test_open);
  g_test_add_func ("/offers/rank/dominance-is-certain-and-counts-weights", test_dominance);
  g_test_add_func ("/offers/rank/flip-by-hand", test_flip);
  g_test_add_func ("/offers/rank/flip-is-the-smallest-change", test_flip_walk);
  g_test_add_func ("/offers/rank/one-offer-wins", test_one_offer);
  g_test_add_func ("/offers/rank/equal-offers-share-all-ranks", test_all_equal);
  g_test_add_func ("/offers/rank/no-weight-is-refused", test_no_weight);
  g_test_add_func ("/offers/rank/lead-that-weights-do-not-bear-is-unclear", test_unclear_weights);
  return g_test_run ();
}

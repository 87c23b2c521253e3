/* A scorecard worked out: what counts, scales of what is computed, and what the verdict says of every case. */
#include "card-case.h"

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-12)

static void
check_verdict (const WayScorecard *card, const char *expected)
{
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  g_autofree char *verdict = way_comparison_verdict (card, comparison);

  g_assert_true ((comparison->ranking == NULL) == (comparison->why != NULL));
  g_assert_cmpstr (verdict, ==, expected);
}

static void
check_flip (const WayScorecard *card, const char *expected)
{
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  g_autofree char *flip = way_comparison_flip (card, comparison);

  g_assert_cmpstr (flip, ==, expected);
}

static WayOffer *
offer_at (WayScorecard *card, guint i)
{
  return card->offers->pdata[i];
}

static WayCriterionRow *
criterion_at (WayScorecard *card, guint i)
{
  return card->criteria->pdata[i];
}

/* Acme: (20 × 1 + 10 × 0.5 + 10 × 0.5) / 40 = 0.75; Globex: (20 × 0.5 + 10 × 0.75 + 10 × 0.25) / 40 = 0.5. Without
 * Team Acme leads by (20 × 0.5 + 10 × 0.25) / 30 = 0.41667, on Team Globex does by 0.25: they are level where Team has
 * 0.41667 / 0.66667 = 62.5 %. */
static void
test_winner (void)
{
  g_autoptr (WayScorecard) card = make_card ();
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);

  assert_near (comparison->ranking->offers[0].total.low, 0.75);
  assert_near (comparison->ranking->offers[1].total.low, 0.5);
  g_assert_cmpint (comparison->ranked[1], ==, 1);
  check_verdict (card, "Acme leads by 25 points of 100.");
  check_flip (card, "Raising “Team” from 25 % to 63 % would put Globex first.");
}

/* The worked example of test-rank.c, through a scorecard: Triantaphyllou (2000), chapter 2. */
static void
test_published (void)
{
  static const double weights[] = { 0.20, 0.15, 0.40, 0.25 };
  static const double totals[] = { 0.2150, 0.2200, 0.2200 };
  g_autoptr (WayScorecard) card = way_scorecard_new ("Published", "EUR");

  for (int c = 0; c < 4; c++)
    card_criterion (card, "C", weights[c], WAY_MEASURE_TYPED)->scale = (WayRange) { 0, 100 };
  card_offer (card, "A1", (double[]) { 25, 20, 15, 30 });
  card_offer (card, "A2", (double[]) { 10, 30, 20, 30 });
  card_offer (card, "A3", (double[]) { 30, 10, 30, 10 });
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  for (int o = 0; o < 3; o++)
    assert_near (comparison->ranking->offers[o].total.low, totals[o]);
  check_verdict (card, "No clear winner: A2 and A3 are level.");
}

/* The office location problem of Goodwin and Wright, "Decision Analysis for Management Judgment" (3rd edition, 2004),
 * chapter 3: weights of closeness to customers, visibility, image, size, comfort and car parking, values from 0 to 100,
 * and the benefits they come to. */
static void
test_published_offices (void)
{
  static const double weights[] = { 32, 26, 23, 10, 6, 3 };
  static const struct
  {
    const char *name;
    double values[6], benefit;
  } offices[] = {
    { "Addison Square", { 100, 60, 100, 75, 0, 90 }, 80.8 },
    { "Bilton Village", { 20, 80, 10, 30, 100, 30 }, 39.4 },
    { "Carlisle Walk", { 80, 70, 0, 0, 10, 100 }, 47.4 },
    { "Denver Street", { 70, 50, 30, 55, 30, 90 }, 52.3 },
    { "Elton Street", { 40, 60, 90, 100, 60, 70 }, 64.8 },
    { "Filton Village", { 0, 0, 70, 0, 80, 0 }, 20.9 },
    { "Gorton Square", { 60, 100, 20, 50, 50, 80 }, 60.2 },
  };
  g_autoptr (WayScorecard) card = way_scorecard_new ("Offices", "GBP");

  for (gsize c = 0; c < G_N_ELEMENTS (weights); c++)
    card_criterion (card, "C", weights[c], WAY_MEASURE_TYPED)->scale = (WayRange) { 0, 100 };
  for (gsize o = 0; o < G_N_ELEMENTS (offices); o++)
    card_offer (card, offices[o].name, offices[o].values);
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  for (gsize o = 0; o < G_N_ELEMENTS (offices); o++)
    g_assert_cmpfloat_with_epsilon (100 * comparison->ranking->offers[o].total.low,
                                    offices[o].benefit, 1e-9);
  check_verdict (card, "Addison Square leads by 16 points of 100.");
}

static void
test_nothing_to_rank (void)
{
  g_autoptr (WayScorecard) empty = way_scorecard_new ("Winter", "EUR");
  g_autoptr (WayScorecard) card = make_card ();

  check_verdict (empty, "There are no offers yet.");
  check_flip (empty, "There are no offers yet.");
  card_offer (empty, "Acme", NULL);
  check_verdict (empty, "There are no criteria yet to compare the offers by.");
  for (guint c = 0; c < 3; c++)
    criterion_at (card, c)->weight = 0;
  check_verdict (card, "No criterion has a weight. Give points to what matters.");
  offer_at (card, 0)->state = WAY_OFFER_REJECTED;
  offer_at (card, 1)->state = WAY_OFFER_WITHDRAWN;
  check_verdict (card, "No offer is left to choose: all are rejected, declined or withdrawn.");
}

static void
test_one_offer (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  offer_at (card, 1)->state = WAY_OFFER_REJECTED;
  check_verdict (card, "Acme is the only offer: there is nothing to compare it with.");
  check_flip (card, "There is no other offer that a weight could put first.");
}

static void
test_all_equal (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  for (guint c = 0; c < 3; c++)
    offer_at (card, 1)->scores[c] = offer_at (card, 0)->scores[c];
  check_verdict (card, "No clear winner: Acme and Globex are level.");
  check_flip (card, "No change of a single weight puts another offer first.");
}

static void
test_close (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  /* 0.5 and 0.46375, 0.48625, 0.4504 */
  offer_at (card, 0)->scores[0] = score_of (3);
  offer_at (card, 1)->scores[2] = score_of (1.9);
  offer_at (card, 1)->scores[1] = score_of (3.52);
  check_verdict (card,
                 "No clear winner: Acme and Globex are 3.6 points apart, less than the 5 that "
                 "are asked for.");
  offer_at (card, 1)->scores[1] = score_of (3.88);
  check_verdict (card,
                 "No clear winner: Acme and Globex are 1.4 points apart, less than the 5 that "
                 "are asked for.");
  /* 4.96 is not said to be 5 and less than 5 */
  offer_at (card, 1)->scores[1] = score_of (3);
  offer_at (card, 1)->scores[2] = score_of (3 - 16 * 0.0496);
  check_verdict (card,
                 "No clear winner: Acme and Globex are 4.96 points apart, less than the 5 that "
                 "are asked for.");
  card->lead_percent = 4;
  check_verdict (card, "Acme leads by 5 points of 100.");
}

static void
test_musts (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  criterion_at (card, 1)->must_at_least = 4;
  check_verdict (card,
                 "Globex is the only offer that misses no must-have. Acme has more points, but "
                 "misses the must-have “Team”.");
  criterion_at (card, 2)->must_at_least = 3;
  check_verdict (card, "No winner: every offer misses a must-have.");
  check_flip (card, "There is no other offer that a weight could put first.");
  offer_at (card, 1)->state = WAY_OFFER_REJECTED;
  check_verdict (card, "Acme misses the must-have “Team”.");
}

static void
test_open_must (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  criterion_at (card, 1)->must_at_least = 2;
  offer_at (card, 0)->scores[1] = WAY_RANGE_BLANK;
  check_verdict (card, "No clear winner: Acme is ahead, but whether it has the must-have “Team” is "
                       "not known. 1 value of Acme is blank; its total lies between 62 and 88.");
}

static void
test_removed_criterion (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  /* Without Growth: Team and Hours, 0.5 each. Acme 0.5; Globex 0.375 + 0.125. */
  g_ptr_array_remove_index (card->criteria, 0);
  for (guint o = 0; o < 2; o++)
    for (guint c = 0; c < 2; c++)
      offer_at (card, o)->scores[c] = offer_at (card, o)->scores[c + 1];
  check_verdict (card, "No clear winner: Acme and Globex are level.");
}

static void
test_blanks (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  /* Acme: 0.5 + 0…0.25 + 0.125 */
  offer_at (card, 0)->scores[1] = WAY_RANGE_BLANK;
  check_verdict (card, "Acme leads by 25 points of 100 and comes first with 100 % of the plausible "
                       "scores. 1 value of Acme is blank; its total lies between 62 and 88.");
  for (guint o = 0; o < 2; o++)
    for (guint c = 0; c < 3; c++)
      offer_at (card, o)->scores[c] = WAY_RANGE_BLANK;
  check_verdict (card, "All values are blank: nothing tells the offers apart yet.");
}

/* Acme between 0.25 and 0.75, uniformly, against 0.5: first in a half. Then between 0.375 and 0.75: in two thirds. */
static void
test_ranges (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  offer_at (card, 0)->scores[0] = (WayRange) { 1, 5 };
  check_verdict (card, "No clear winner: Acme and Globex are level.");
  offer_at (card, 0)->scores[0] = (WayRange) { 2, 5 };
  check_verdict (card,
                 "No clear winner: Acme is ahead by 6.2 points of 100, but comes first with only "
                 "66 % of the plausible scores.");
}

static void
test_weights_vary (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  card->any_weights = TRUE;
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  g_autofree char *verdict = way_comparison_verdict (card, comparison);
  g_autofree char *expected = g_strdup_printf (
      "Acme leads by 25 points of 100 and comes first in %.0f %% of the plausible weightings.",
      100 * comparison->ranking->offers[0].acceptability[0]);
  g_assert_cmpstr (verdict, ==, expected);
  /* Globex is first where t > 2 g + h, with t + g + h = 1: where 3 g + 2 h < 1, a triangle of 1/3 × 1/2 in that of
   * 1 × 1: a sixth. */
  g_assert_cmpfloat_with_epsilon (comparison->ranking->offers[0].acceptability[0], 5.0 / 6, 0.01);
  offer_at (card, 1)->scores[1] = score_of (5);
  g_autoptr (WayComparison) closer = way_compare (card, WAY_RANK_SAMPLES);
  g_autofree char *unsure = way_comparison_verdict (card, closer);
  g_assert_true (g_str_has_prefix (unsure,
                                   "No clear winner: Acme is ahead by 19 points of 100, but "
                                   "comes first in only "));
}

/* The same figures each time. */
static void
test_same_seed (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  card->any_weights = TRUE;
  g_autoptr (WayComparison) a = way_compare (card, 1000);
  g_autoptr (WayComparison) b = way_compare (card, 1000);
  g_assert_cmpfloat (a->ranking->offers[0].acceptability[0], ==,
                     b->ranking->offers[0].acceptability[0]);
}

static void
test_declined_count_once_decided (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  offer_at (card, 0)->state = WAY_OFFER_ACCEPTED;
  offer_at (card, 1)->state = WAY_OFFER_DECLINED;
  check_verdict (card, "Acme is the only offer: there is nothing to compare it with.");
  card->decision = way_decision_new ("More growth", "");
  check_verdict (card, "Acme leads by 25 points of 100.");
  g_autoptr (WayComparison) comparison = way_compare (card, 1);
  g_assert_true (comparison->offers[1].counts);
}

static WayScorecard *
make_pay_card (void)
{
  WayScorecard *card = way_scorecard_new ("Pay", "EUR");

  card_criterion (card, "Pay", 1, WAY_MEASURE_YEARLY);
  pays (card_offer (card, "Acme", (double[]) { NAN }), 50000);
  pays (card_offer (card, "Globex", (double[]) { NAN }), 60000);
  pays (card_offer (card, "Initech", (double[]) { NAN }), 80000);
  return card;
}

static void
check_scale (const WayScorecard *card, double low, double high)
{
  g_autoptr (WayComparison) comparison = way_compare (card, 1);

  assert_near (comparison->scales[0].low, low);
  assert_near (comparison->scales[0].high, high);
}

static void
test_the_scale_of_pay_is_what_the_offers_span (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  g_autoptr (WayComparison) comparison = way_compare (card, 1);

  check_scale (card, 50000, 80000);
  assert_near (comparison->ranking->offers[0].total.low, 0);
  assert_near (comparison->ranking->offers[1].total.low, 1.0 / 3);
  assert_near (comparison->ranking->offers[2].total.low, 1);
  /* One that does not count does not stretch it. */
  offer_at (card, 2)->state = WAY_OFFER_REJECTED;
  check_scale (card, 50000, 60000);
  /* All the same: worth the same. */
  offer_at (card, 0)->base = 60000;
  check_scale (card, 60000, 60000);
  check_verdict (card, "No clear winner: Acme and Globex are level.");
  g_autoptr (WayComparison) same = way_compare (card, 1);
  assert_near (same->ranking->offers[0].total.low, 1);
  /* As it was typed. */
  criterion_at (card, 0)->scale = (WayRange) { 40000, 100000 };
  check_scale (card, 40000, 100000);
}

static void
test_scenarios_are_a_range (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  WayOffer *offer = offer_at (card, 0);

  offer->bonus_amount = NAN;
  offer->bonus_percent = 20;
  offer->payout_low = 0;
  offer->payout_middle = 100;
  offer->payout_high = 150;
  g_autoptr (WayComparison) comparison = way_compare (card, 1);
  assert_near (comparison->offers[0].scores[0].low, 50000);
  assert_near (comparison->offers[0].scores[0].high, 65000);
}

/* One part that is not known makes what is computed of it blank, not smaller. */
static void
test_what_is_not_known_is_blank (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();

  offer_at (card, 0)->pension_amount = NAN;
  offer_at (card, 1)->no_equity = FALSE;
  g_autoptr (WayComparison) comparison = way_compare (card, 1);
  g_assert_true (way_range_is_blank (comparison->offers[0].scores[0]));
  g_assert_true (way_range_is_blank (comparison->offers[1].scores[0]));
  g_assert_cmpint (comparison->offers[0].missing, ==, 1);
  /* Equity is no part of what is guaranteed; a pension is. */
  criterion_at (card, 0)->measure = WAY_MEASURE_GUARANTEED;
  g_autoptr (WayComparison) guaranteed = way_compare (card, 1);
  g_assert_true (way_range_is_blank (guaranteed->offers[0].scores[0]));
  assert_near (guaranteed->offers[1].scores[0].low, 60000);
  for (guint o = 0; o < 3; o++)
    offer_at (card, o)->base = NAN;
  check_verdict (card, "All values are blank: nothing tells the offers apart yet.");
}

static void
test_currencies (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  WayExchangeRate *rate = g_new0 (WayExchangeRate, 1);

  put (&offer_at (card, 2)->currency, "USD");
  g_autoptr (WayComparison) without = way_compare (card, 1);
  g_assert_null (without->offers[2].pay);
  g_assert_true (way_range_is_blank (without->offers[2].scores[0]));
  check_scale (card, 50000, 60000);
  check_verdict (card,
                 "Globex leads by 50 points of 100 and comes first with 100 % of the plausible "
                 "scores. There is no exchange rate for USD: the pay of Initech is not "
                 "compared.");
  rate->currency = g_strdup ("USD");
  rate->rate = 0.5;
  g_ptr_array_add (card->rates, rate);
  g_autoptr (WayComparison) with = way_compare (card, 1);
  assert_near (with->offers[2].scores[0].low, 40000);
}

/* The present value: a base of 1,000 for four years at 10 %: 1000 × (1 - 1.1⁻⁴) / 0.1. */
static void
test_measures (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  WayOffer *offer = offer_at (card, 0);
  WaySignOnRow *row = g_new0 (WaySignOnRow, 1);

  offer->base = 1000;
  criterion_at (card, 0)->measure = WAY_MEASURE_PRESENT;
  g_autoptr (WayComparison) no_rate = way_compare (card, 1);
  g_assert_true (way_range_is_blank (no_rate->offers[0].scores[0]));
  card->discount_percent = 10;
  g_autoptr (WayComparison) present = way_compare (card, 1);
  g_assert_cmpfloat_with_epsilon (present->offers[0].scores[0].low,
                                  1000 * (1 - pow (1.1, -4)) / 0.1, 1e-9);
  row->year = 1;
  row->amount = 400;
  g_ptr_array_add (offer->sign_on, row);
  criterion_at (card, 0)->measure = WAY_MEASURE_FIRST_YEAR;
  g_autoptr (WayComparison) first = way_compare (card, 1);
  assert_near (first->offers[0].scores[0].high, 1400);
  criterion_at (card, 0)->measure = WAY_MEASURE_YEARLY;
  g_autoptr (WayComparison) yearly = way_compare (card, 1);
  assert_near (yearly->offers[0].scores[0].high, 1100);
  criterion_at (card, 0)->measure = WAY_MEASURE_COMMUTE;
  offer->commute_hours = 220;
  g_autoptr (WayComparison) commute = way_compare (card, 1);
  assert_near (commute->offers[0].scores[0].low, 220);
}

static void
test_vesting_typed_wrong_is_no_pay (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  WayGrantRow *grant = way_grant_row_new ();
  g_autoptr (GError) error = NULL;
  WayPayOffer pay;

  put (&grant->year_percents, "5 15 40");
  g_ptr_array_add (offer_at (card, 0)->grants, grant);
  g_autoptr (WayComparison) comparison = way_compare (card, 1);
  g_assert_null (comparison->offers[0].pay);
  g_assert_false (way_offer_to_pay (card, offer_at (card, 0), 1, &pay, &error));
  g_assert_cmpstr (error->message, ==,
                   "The years “5 15 40” add up to 60 %. Give shares of all, 100 %.");
}

/* 5, 15, 40 and 40 % of 100,000 in the four years. */
static void
test_grants_vest_by_their_own_table (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  WayGrantRow *grant = way_grant_row_new ();
  static const double years[] = { 5000, 15000, 40000, 40000 };

  grant->middle = 100000;
  grant->discount_percent = 0;
  put (&grant->year_percents, "5 15 40 40");
  g_ptr_array_add (offer_at (card, 0)->grants, grant);
  g_autoptr (WayComparison) comparison = way_compare (card, 1);
  for (int y = 0; y < 4; y++)
    g_assert_cmpfloat_with_epsilon (
        comparison->offers[0].pay->years[y].parts[WAY_PAY_EQUITY].middle, years[y], 1e-6);
}

static void
test_a_copy_is_of_its_own (void)
{
  g_autoptr (WayScorecard) card = make_card ();
  WaySignOnRow *row = g_new0 (WaySignOnRow, 1);

  g_ptr_array_add (offer_at (card, 0)->sign_on, row);
  g_ptr_array_add (offer_at (card, 0)->grants, way_grant_row_new ());
  card->decision = way_decision_new ("Why", "What");
  g_autoptr (WayScorecard) copy = way_scorecard_copy (card);
  put (&offer_at (copy, 0)->company, "Other");
  offer_at (copy, 0)->scores[0] = score_of (1);
  criterion_at (copy, 0)->weight = 99;
  ((WaySignOnRow *) offer_at (copy, 0)->sign_on->pdata[0])->amount = 5;
  put (&copy->decision->reason, "Another");
  g_assert_cmpstr (offer_at (card, 0)->company, ==, "Acme");
  assert_near (offer_at (card, 0)->scores[0].low, 5);
  assert_near (criterion_at (card, 0)->weight, 20);
  assert_near (row->amount, 0);
  g_assert_cmpstr (card->decision->reason, ==, "Why");
}

static void
test_blind (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  card->blind = TRUE;
  g_assert_false (way_scorecard_hides_money (card));
  offer_at (card, 0)->scores[1] = WAY_RANGE_BLANK;
  g_assert_cmpuint (way_scorecard_count_blanks (card), ==, 1);
  g_assert_true (way_scorecard_hides_money (card));
  criterion_at (card, 1)->measure = WAY_MEASURE_YEARLY;
  g_assert_false (way_scorecard_hides_money (card));
  criterion_at (card, 1)->measure = WAY_MEASURE_TYPED;
  card->decision = way_decision_new ("Why", "");
  g_assert_false (way_scorecard_hides_money (card));
  g_clear_pointer (&card->decision, way_decision_free);
  offer_at (card, 0)->state = WAY_OFFER_REJECTED;
  g_assert_cmpuint (way_scorecard_count_blanks (card), ==, 0);
}

static void
test_swings (void)
{
  double weights[3];

  g_assert_true (way_swing_weights ((double[]) { 100, 60, 40 }, 3, weights));
  assert_near (weights[0], 50);
  assert_near (weights[1], 30);
  assert_near (weights[2], 20);
  g_assert_false (way_swing_weights ((double[]) { 0, 0, 0 }, 3, weights));
}

static void
test_two_offers_of_a_company_have_their_roles (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  put (&offer_at (card, 1)->company, "Acme");
  put (&offer_at (card, 0)->role, "Lead");
  put (&offer_at (card, 1)->role, "Engineer");
  check_verdict (card, "Acme (Lead) leads by 25 points of 100.");
  check_flip (card, "Raising “Team” from 25 % to 63 % would put Acme (Engineer) first.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/compare/winner", test_winner);
  g_test_add_func ("/offers/compare/published", test_published);
  g_test_add_func ("/offers/compare/published-offices", test_published_offices);
  g_test_add_func ("/offers/compare/nothing-to-rank-is-said", test_nothing_to_rank);
  g_test_add_func ("/offers/compare/one-offer", test_one_offer);
  g_test_add_func ("/offers/compare/all-equal", test_all_equal);
  g_test_add_func ("/offers/compare/close", test_close);
  g_test_add_func ("/offers/compare/musts-veto-and-are-said", test_musts);
  g_test_add_func ("/offers/compare/open-must", test_open_must);
  g_test_add_func ("/offers/compare/removed-criterion", test_removed_criterion);
  g_test_add_func ("/offers/compare/blanks", test_blanks);
  g_test_add_func ("/offers/compare/ranges", test_ranges);
  g_test_add_func ("/offers/compare/weights-vary", test_weights_vary);
  g_test_add_func ("/offers/compare/same-seed-same-figures", test_same_seed);
  g_test_add_func ("/offers/compare/declined-offers-count-once-decided",
                   test_declined_count_once_decided);
  g_test_add_func ("/offers/compare/scale-of-pay", test_the_scale_of_pay_is_what_the_offers_span);
  g_test_add_func ("/offers/compare/scenarios-are-a-range", test_scenarios_are_a_range);
  g_test_add_func ("/offers/compare/what-is-not-known-is-blank", test_what_is_not_known_is_blank);
  g_test_add_func ("/offers/compare/currencies-are-never-mixed", test_currencies);
  g_test_add_func ("/offers/compare/measures", test_measures);
  g_test_add_func ("/offers/compare/vesting-typed-wrong", test_vesting_typed_wrong_is_no_pay);
  g_test_add_func ("/offers/compare/grants-vest-by-year", test_grants_vest_by_their_own_table);
  g_test_add_func ("/offers/compare/a-copy-is-of-its-own", test_a_copy_is_of_its_own);
  g_test_add_func ("/offers/compare/blind", test_blind);
  g_test_add_func ("/offers/compare/swings", test_swings);
  g_test_add_func ("/offers/compare/two-offers-of-a-company",
                   test_two_offers_of_a_company_have_their_roles);
  return g_test_run ();
}

/* What has to change for an offer to win, tried by plugging the answer in. */
#include "card-case.h"

static WayOffer *
offer_at (const WayScorecard *card, guint i)
{
  return card->offers->pdata[i];
}

static WayCriterionRow *
criterion_at (const WayScorecard *card, guint i)
{
  return card->criteria->pdata[i];
}

static gboolean
leads (const WayScorecard *card, guint offer)
{
  g_autoptr (WayComparison) comparison = way_compare (card, 1);
  const WayRanking *ranking = comparison->ranking;

  return ranking->leader >= 0 && comparison->ranked[ranking->leader] == offer;
}

static GArray *
needs_of (const WayScorecard *card, guint offer)
{
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);

  return way_compare_needs (card, comparison, offer);
}

/* Whether the offer leads with @number in the place of what @need is about. */
static gboolean
leads_with (const WayScorecard *card, guint offer, const WayNeed *need, double number)
{
  g_autoptr (WayScorecard) copy = way_scorecard_copy (card);
  WayOffer *it = offer_at (copy, offer);

  if (need->kind == WAY_NEED_BASE)
    it->base = number;
  else if (need->kind == WAY_NEED_SCORE)
    it->scores[need->criterion] = score_of (number);
  else
    {
      WaySignOnRow *row = g_new0 (WaySignOnRow, 1);
      row->year = 1;
      row->amount = number - (isnan (need->now) ? 0 : need->now);
      g_ptr_array_add (it->sign_on, row);
    }
  return leads (copy, offer);
}

static void
check_least (const WayScorecard *card, guint offer, const WayNeed *need, double step)
{
  g_assert_true (leads_with (card, offer, need, need->needed));
  g_assert_false (leads_with (card, offer, need, need->needed - step));
}

/* Growth 50, pay 50; Acme 5 and 50,000, Globex 3 and 60,000, Initech 2 and 40,000. */
static WayScorecard *
make_pay_card (void)
{
  WayScorecard *card = way_scorecard_new ("Winter", "EUR");

  card_criterion (card, "Growth", 50, WAY_MEASURE_TYPED);
  card_criterion (card, "Pay", 50, WAY_MEASURE_YEARLY);
  pays (card_offer (card, "Acme", (double[]) { 5, NAN }), 50000);
  pays (card_offer (card, "Globex", (double[]) { 3, NAN }), 60000);
  pays (card_offer (card, "Initech", (double[]) { 2, NAN }), 40000);
  return card;
}

/* Acme 0.5 + 0.25, Globex 0.25 + 0.5: level, and Acme is first in order. */
static void
test_money (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  g_autoptr (GArray) globex = needs_of (card, 1);
  const WayNeed *base = &g_array_index (globex, WayNeed, 0),
                *sign_on = &g_array_index (globex, WayNeed, 1);

  g_assert_cmpuint (globex->len, ==, 3);
  g_assert_cmpint (base->kind, ==, WAY_NEED_BASE);
  g_assert_cmpfloat (base->now, ==, 60000);
  g_assert_cmpfloat (base->needed, ==, 60001);
  g_assert_cmpint (sign_on->kind, ==, WAY_NEED_SIGN_ON);
  g_assert_cmpfloat (sign_on->now, ==, 0);
  g_assert_cmpfloat (sign_on->needed, ==, 1);
  g_autoptr (GArray) initech = needs_of (card, 2);
  /* Its own pay stretches the scale that the others are measured by. */
  check_least (card, 2, &g_array_index (initech, WayNeed, 0), 1);
  check_least (card, 2, &g_array_index (initech, WayNeed, 1), 1);
}

/* On a scale that was typed it can be worked out by hand: 0…100,000. Acme 0.5 + 0.25 = 0.75; Initech has 0.125 from
 * Growth, and needs more than 0.625 of 0.5: at most 0.5 is there. With Growth 4 it has 0.375 and needs 75,000. */
static void
test_by_hand (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();

  criterion_at (card, 1)->scale = (WayRange) { 0, 100000 };
  g_autoptr (GArray) never = needs_of (card, 2);
  g_assert_true (isnan (g_array_index (never, WayNeed, 0).needed));
  g_assert_true (isnan (g_array_index (never, WayNeed, 1).needed));
  offer_at (card, 2)->scores[0] = score_of (4);
  g_autoptr (GArray) needs = needs_of (card, 2);
  g_assert_cmpfloat (g_array_index (needs, WayNeed, 0).needed, ==, 75001);
  /* 35,000 more a year, of four years, and a little */
  g_assert_cmpfloat (g_array_index (needs, WayNeed, 1).needed, ==, 4 * 35000 + 1);
  check_least (card, 2, &g_array_index (needs, WayNeed, 0), 1);
  check_least (card, 2, &g_array_index (needs, WayNeed, 1), 1);
  /* Growth alone: 0.2 from pay; 0.55 of 0.5 is too much. */
  g_assert_true (isnan (g_array_index (needs, WayNeed, 2).needed));
}

/* Half an offer's currency: twice the money is needed in it. */
static void
test_in_its_own_currency (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();
  WayExchangeRate *rate = g_new0 (WayExchangeRate, 1);

  criterion_at (card, 1)->scale = (WayRange) { 0, 100000 };
  offer_at (card, 2)->scores[0] = score_of (4);
  put (&offer_at (card, 2)->currency, "CHF");
  g_autoptr (GArray) without = needs_of (card, 2);
  g_assert_true (isnan (g_array_index (without, WayNeed, 0).needed));
  rate->currency = g_strdup ("CHF");
  rate->rate = 0.5;
  g_ptr_array_add (card->rates, rate);
  g_autoptr (GArray) needs = needs_of (card, 2);
  g_assert_cmpfloat (g_array_index (needs, WayNeed, 0).needed, ==, 150001);
  check_least (card, 2, &g_array_index (needs, WayNeed, 0), 1);
}

/* Acme 0.75, Globex 0.5: Growth must give 0.25 more than 0.25: beyond 5. Team from 4: at most 0.0625 more. */
static void
test_scores (void)
{
  g_autoptr (WayScorecard) card = make_card ();
  g_autoptr (GArray) first = needs_of (card, 0);
  g_autoptr (GArray) needs = needs_of (card, 1);

  g_assert_cmpuint (first->len, ==, 0);
  g_assert_cmpuint (needs->len, ==, 5);
  g_assert_true (isnan (g_array_index (needs, WayNeed, 0).now));
  g_assert_true (isnan (g_array_index (needs, WayNeed, 0).needed));
  g_assert_true (isnan (g_array_index (needs, WayNeed, 2).needed));
  g_assert_true (isnan (g_array_index (needs, WayNeed, 3).needed));
  /* Acme 0.65 with Growth at 4.2; Globex needs 0.275 of 0.5 from Growth. */
  offer_at (card, 0)->scores[0] = score_of (4.2);
  g_autoptr (GArray) closer = needs_of (card, 1);
  const WayNeed *growth = &g_array_index (closer, WayNeed, 2);
  g_assert_cmpint (growth->criterion, ==, 0);
  g_assert_cmpfloat (growth->now, ==, 3);
  g_assert_cmpfloat_with_epsilon (growth->needed, 4.3, 1e-9);
  check_least (card, 1, growth, 0.1);
}

static void
test_less_is_better (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  /* Acme 0.5 + 0.125 + 0.125 with 5 hours of 0…10; Globex 0.5 + 0.1875, and hours */
  offer_at (card, 1)->scores[0] = score_of (5);
  criterion_at (card, 2)->scale = (WayRange) { 0, 10 };
  criterion_at (card, 2)->less_is_better = TRUE;
  offer_at (card, 0)->scores[2] = score_of (5);
  offer_at (card, 1)->scores[2] = score_of (9);
  g_autoptr (GArray) needs = needs_of (card, 1);
  const WayNeed *hours = &g_array_index (needs, WayNeed, 4);
  g_assert_cmpfloat_with_epsilon (hours->needed, 7.4, 1e-9);
  check_least (card, 1, hours, -0.1);
}

/* A blank is no score to start from: all of the scale is tried. */
static void
test_blank (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  offer_at (card, 0)->scores[0] = score_of (3);
  offer_at (card, 1)->scores[0] = WAY_RANGE_BLANK;
  offer_at (card, 1)->scores[1] = score_of (2);
  g_autoptr (GArray) needs = needs_of (card, 1);
  const WayNeed *growth = &g_array_index (needs, WayNeed, 2);
  g_assert_true (isnan (growth->now));
  check_least (card, 1, growth, 0.1);
}

static void
test_musts_come_first (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  /* Globex would lead with 5 in Growth, but misses a must-have of Hours: only that can help, and from 3 on. */
  offer_at (card, 1)->scores[0] = score_of (5);
  offer_at (card, 1)->scores[1] = score_of (5);
  criterion_at (card, 2)->must_at_least = 3;
  g_autoptr (GArray) needs = needs_of (card, 1);
  g_assert_true (isnan (g_array_index (needs, WayNeed, 2).needed));
  g_assert_true (isnan (g_array_index (needs, WayNeed, 3).needed));
  g_assert_cmpfloat (g_array_index (needs, WayNeed, 4).needed, ==, 3);
  check_least (card, 1, &g_array_index (needs, WayNeed, 4), 0.1);
  /* Two that are missed are more than one change. */
  criterion_at (card, 0)->must_at_most = 4;
  criterion_at (card, 0)->must_at_least = 1;
  g_autoptr (GArray) two = needs_of (card, 1);
  for (guint i = 0; i < two->len; i++)
    g_assert_true (isnan (g_array_index (two, WayNeed, i).needed));
}

static void
test_nothing_helps_who_does_not_count (void)
{
  g_autoptr (WayScorecard) card = make_pay_card ();

  offer_at (card, 1)->state = WAY_OFFER_REJECTED;
  g_autoptr (GArray) needs = needs_of (card, 1);
  g_assert_cmpuint (needs->len, ==, 3);
  for (guint i = 0; i < needs->len; i++)
    g_assert_true (isnan (g_array_index (needs, WayNeed, i).needed));
}

/* Random scorecards: each answer leads, and one step less does not; the card itself stays as it was. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint answers = 0;

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (WayScorecard) card = make_pay_card ();
      for (guint o = 0; o < 3; o++)
        {
          offer_at (card, o)->base = g_rand_int_range (random, 40000, 90000);
          offer_at (card, o)->scores[0] = score_of (g_rand_int_range (random, 10, 51) / 10.0);
        }
      criterion_at (card, 0)->weight = g_rand_int_range (random, 1, 100);
      for (guint o = 0; o < 3; o++)
        {
          g_autoptr (GArray) needs = needs_of (card, o);
          for (guint i = 0; i < needs->len; i++)
            {
              const WayNeed *need = &g_array_index (needs, WayNeed, i);
              if (isnan (need->needed))
                continue;
              answers++;
              check_least (card, o, need, need->kind == WAY_NEED_SCORE ? 0.1 : 1);
            }
        }
    }
  g_assert_cmpuint (answers, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/needs/money", test_money);
  g_test_add_func ("/offers/needs/by-hand", test_by_hand);
  g_test_add_func ("/offers/needs/in-its-own-currency", test_in_its_own_currency);
  g_test_add_func ("/offers/needs/scores", test_scores);
  g_test_add_func ("/offers/needs/less-is-better", test_less_is_better);
  g_test_add_func ("/offers/needs/blank", test_blank);
  g_test_add_func ("/offers/needs/musts-come-first", test_musts_come_first);
  g_test_add_func ("/offers/needs/who-does-not-count", test_nothing_helps_who_does_not_count);
  g_test_add_func ("/offers/needs/random", test_random);
  return g_test_run ();
}

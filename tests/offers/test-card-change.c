/* What a person does to a scorecard: what is refused and why, and what is written down behind the lock. */
#include "card-case.h"
#include "fixture.h"

#define TODAY way_date_from_ymd (2026, 11, 23)

typedef struct
{
  WayStore *store;
  gint64 card, growth, team, acme;
} Made;

/* Growth 20 and Team 10, and Acme. */
static Made
make (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCriterionRow) growth = make_criterion ("Growth", 20, WAY_MEASURE_TYPED);
  g_autoptr (WayCriterionRow) team = make_criterion ("Team", 10, WAY_MEASURE_TYPED);
  g_autoptr (WayOffer) acme = way_offer_new ("EUR");
  Made m = { .store = f->store };

  put (&acme->company, "Acme");
  way_scorecard_add (f->store, "Winter", "EUR", NULL, 0, NOW_UTC, &m.card, &error);
  way_criterion_add (f->store, m.card, growth, NOW_UTC, &m.growth, &error);
  way_criterion_add (f->store, m.card, team, NOW_UTC, &m.team, &error);
  way_offer_add (f->store, m.card, acme, NOW_UTC, &m.acme, &error);
  g_assert_no_error (error);
  return m;
}

static WayScorecard *
load (const Made *m)
{
  g_autoptr (GError) error = NULL;
  WayScorecard *card = way_scorecard_load (m->store, m->card, &error);

  g_assert_no_error (error);
  return card;
}

/* That it was refused with these words. */
static void
check_refused (gboolean done, GError **error, const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_cmpstr ((*error)->message, ==, words);
  g_clear_error (error);
}

static void
check_gone (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (error);
}

static void
test_cards (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autoptr (WayScorecard) card = load (&m);
  g_autofree char *before = dump (f->store);

  check_refused (way_scorecard_add (f->store, " \n", "EUR", NULL, 0, NOW_UTC, NULL, &error), &error,
                 "A scorecard needs a title.");
  check_refused (way_scorecard_add (f->store, "A", "EURO", NULL, 0, NOW_UTC, NULL, &error), &error,
                 "“EURO” is not a currency. Give its three letters, for example EUR.");
  check_gone (way_scorecard_add (f->store, "A", "EUR", "none", 0, NOW_UTC, NULL, &error), &error);
  check_gone (way_scorecard_add (f->store, "A", "EUR", NULL, 99, NOW_UTC, NULL, &error), &error);
  card->years = 3;
  check_refused (way_scorecard_set (f->store, card, NOW_UTC, &error), &error,
                 "Years: give a number from 4 to 40.");
  card->years = 41;
  check_refused (way_scorecard_set (f->store, card, NOW_UTC, &error), &error,
                 "Years: give a number from 4 to 40.");
  card->years = 4;
  card->discount_percent = -1;
  check_refused (way_scorecard_set (f->store, card, NOW_UTC, &error), &error,
                 "Discount rate: give a number from 0 to 100.");
  card->discount_percent = NAN;
  card->lead_percent = NAN;
  check_refused (way_scorecard_set (f->store, card, NOW_UTC, &error), &error,
                 "Lead of a clear winner: give a number.");
  card->lead_percent = 5;
  card->id = 99;
  check_gone (way_scorecard_set (f->store, card, NOW_UTC, &error), &error);
  check_gone (way_scorecard_remove (f->store, 99, NOW_UTC, &error), &error);
  check_gone (way_scorecard_lock (f->store, 99, TRUE, NOW_UTC, &error), &error);
  check_gone (way_scorecard_load (f->store, 99, &error) != NULL, &error);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_rates (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autofree char *usd = g_strdup ("usd");
  g_autofree char *eur = g_strdup ("EUR");
  WayExchangeRate rate = { usd, 0.9, TODAY }, own = { eur, 1, TODAY }, bad = { usd, -1, TODAY },
                  undated = { usd, 0.9, WAY_DATE_NONE };

  check_refused (way_scorecard_set_rate (f->store, m.card, &own, NOW_UTC, &error), &error,
                 "EUR is the currency of the scorecard: it needs no rate.");
  check_refused (way_scorecard_set_rate (f->store, m.card, &bad, NOW_UTC, &error), &error,
                 "An exchange rate is a number above 0, as 0.92.");
  check_refused (way_scorecard_set_rate (f->store, m.card, &undated, NOW_UTC, &error), &error,
                 "Day of the exchange rate: give a day between the years 1970 and 2200.");
  check_gone (way_scorecard_set_rate (f->store, 99, &rate, NOW_UTC, &error), &error);
  g_assert_true (way_scorecard_set_rate (f->store, m.card, &rate, NOW_UTC, &error));
  rate.rate = 0.8;
  g_assert_true (way_scorecard_set_rate (f->store, m.card, &rate, NOW_UTC, &error));
  g_autoptr (WayScorecard) card = load (&m);
  const WayExchangeRate *it = card->rates->pdata[0];
  g_assert_cmpuint (card->rates->len, ==, 1);
  g_assert_cmpstr (it->currency, ==, "USD");
  g_assert_cmpfloat (it->rate, ==, 0.8);
  g_assert_cmpint (it->date, ==, TODAY);
  /* In another currency of the scorecard the rate says nothing. */
  put (&card->currency, "chf");
  g_assert_true (way_scorecard_set (f->store, card, NOW_UTC, &error));
  g_autoptr (WayScorecard) other = load (&m);
  g_assert_cmpstr (other->currency, ==, "CHF");
  g_assert_cmpuint (other->rates->len, ==, 0);
  g_assert_true (way_scorecard_set_rate (f->store, m.card, &rate, NOW_UTC, &error));
  rate.rate = 0;
  g_assert_true (way_scorecard_set_rate (f->store, m.card, &rate, NOW_UTC, &error));
  g_autoptr (WayScorecard) none = load (&m);
  g_assert_cmpuint (none->rates->len, ==, 0);
}

static void
refuse_criterion (const Made *m, const WayCriterionRow *row, const char *words)
{
  g_autoptr (GError) error = NULL;

  check_refused (way_criterion_add (m->store, m->card, row, NOW_UTC, NULL, &error), &error, words);
}

static void
test_criteria (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autoptr (WayCriterionRow) row = make_criterion (" ", 1, WAY_MEASURE_TYPED);

  refuse_criterion (&m, row, "A criterion needs a title.");
  put (&row->title, "Pay");
  row->weight = -1;
  refuse_criterion (&m, row, "Weight: give a number that is not below 0.");
  row->weight = INFINITY;
  refuse_criterion (&m, row, "Weight: this number is too large.");
  row->weight = NAN;
  refuse_criterion (&m, row, "Weight: give a number.");
  row->weight = 5;
  row->weight_range = (WayRange) { 6, 8 };
  refuse_criterion (&m, row, "The weight of 5 does not lie in its range, 6 to 8.");
  row->weight_range = (WayRange) { 4, NAN };
  refuse_criterion (&m, row, "Largest weight: give a number.");
  row->weight_range = WAY_RANGE_BLANK;
  row->scale = (WayRange) { 5, 1 };
  refuse_criterion (
      &m, row,
      "The lowest value, 5, must be below the highest, 1. Where less is better, say so "
      "instead.");
  row->scale = (WayRange) { 1, 5 };
  row->must_at_least = 4;
  row->must_at_most = 3;
  refuse_criterion (&m, row, "Nothing is at least 4 and at most 3.");
  row->must_at_most = NAN;
  check_gone (way_criterion_add (f->store, 99, row, NOW_UTC, NULL, &error), &error);
  row->id = 99;
  check_gone (way_criterion_set (f->store, row, NOW_UTC, &error), &error);
  check_gone (way_criterion_remove (f->store, 99, NOW_UTC, &error), &error);
  check_gone (way_criterion_move (f->store, 99, 0, NOW_UTC, &error), &error);
  check_gone (way_criterion_set_weight (f->store, 99, 1, WAY_RANGE_BLANK, NOW_UTC, &error), &error);
}

static void
refuse_offer (const Made *m, const WayOffer *offer, const char *words)
{
  g_autoptr (GError) error = NULL;

  check_refused (way_offer_add (m->store, m->card, offer, NOW_UTC, NULL, &error), &error, words);
}

static void
test_offers (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autoptr (WayOffer) offer = way_offer_new ("EUR");
  g_autofree char *before = dump (f->store);

  refuse_offer (&m, offer, "An offer needs the name of the company.");
  put (&offer->company, "Globex");
  put (&offer->currency, "E1R");
  refuse_offer (&m, offer, "“E1R” is not a currency. Give its three letters, for example EUR.");
  put (&offer->currency, "EUR");
  offer->deadline_date = way_date_from_ymd (1969, 12, 31);
  refuse_offer (&m, offer, "Day to answer by: give a day between the years 1970 and 2200.");
  offer->deadline_date = WAY_DATE_NONE;
  offer->base = 2e12;
  refuse_offer (&m, offer, "Base salary: this number is too large.");
  offer->base = -1;
  refuse_offer (&m, offer, "Base salary: give a number that is not below 0.");
  offer->base = NAN;
  offer->raise_percent = 101;
  refuse_offer (&m, offer, "Raise: give a number from 0 to 100.");
  offer->raise_percent = 0;
  offer->bonus_amount = 1000;
  offer->bonus_percent = 10;
  refuse_offer (&m, offer, "The bonus is given as an amount and in percent. Give one of them.");
  offer->bonus_amount = NAN;
  offer->payout_low = 50;
  refuse_offer (&m, offer, "Payout: the middle one is missing between low and high.");
  offer->payout_middle = 40;
  refuse_offer (&m, offer, "Payout: low, middle and high must be in this order.");
  offer->payout_middle = NAN;
  offer->payout_low = NAN;
  offer->pension_amount = offer->pension_percent = 1;
  refuse_offer (&m, offer, "The pension is given as an amount and in percent. Give one of them.");
  offer->pension_percent = NAN;
  check_gone (way_offer_add (f->store, 99, offer, NOW_UTC, NULL, &error), &error);
  offer->id = 99;
  check_gone (way_offer_set (f->store, offer, NOW_UTC, &error), &error);
  check_gone (way_offer_set_state (f->store, 99, WAY_OFFER_OFFERED, NOW_UTC, &error), &error);
  check_gone (way_offer_remove (f->store, 99, NOW_UTC, &error), &error);
  check_gone (way_offer_move (f->store, 99, 0, NOW_UTC, &error), &error);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_sign_on_and_grants (Fixture *f, gconstpointer data)
{
  Made m = make (f);
  g_autoptr (WayOffer) offer = way_offer_new ("EUR");
  WaySignOnRow *row = g_new0 (WaySignOnRow, 1);
  WayGrantRow *grant = way_grant_row_new ();

  put (&offer->company, "Globex");
  g_ptr_array_add (offer->sign_on, row);
  refuse_offer (&m, offer, "Year of the sign-on money: give a number from 1 to 40.");
  row->year = 1;
  offer->no_sign_on = TRUE;
  refuse_offer (&m, offer, "There is sign-on money, and it is said that there is none.");
  offer->no_sign_on = FALSE;
  g_ptr_array_add (offer->grants, grant);
  grant->low = 5;
  refuse_offer (&m, offer, "Value of the grant: the middle one is missing between low and high.");
  grant->middle = 10;
  grant->cliff_months = 49;
  refuse_offer (&m, offer, "Cliff: give a number from 0 to 48.");
  grant->cliff_months = 12;
  put (&grant->year_percents, "5 15 40 39");
  refuse_offer (&m, offer, "The years “5 15 40 39” add up to 99 %. Give shares of all, 100 %.");
  put (&grant->year_percents, "5 15 40 40");
  put (&grant->vest_table, "12:25");
  refuse_offer (&m, offer, "Vesting is given by year and by month. Give one of them.");
  put (&grant->year_percents, "");
  put (&grant->vest_table, "18:25 12:25");
  refuse_offer (&m, offer, "Month 12 comes behind month 18. Give the months in their order.");
  put (&grant->vest_table, "12:60 18:60");
  refuse_offer (&m, offer, "The months “12:60 18:60” add up to 120 %, more than all.");
  put (&grant->vest_table, "12:-5");
  refuse_offer (&m, offer, "“-5” is not a percentage. Give numbers from 0 to 100, as 12.5.");
  put (&grant->vest_table, "soon");
  refuse_offer (&m, offer,
                "“soon” is not a month with its share. Give them as 12:25, month 12 and 25 %.");
}

static gboolean
set_score (const Made *m, gint64 criterion, double low, double high, GError **error)
{
  return way_offer_set_score (m->store, m->acme, criterion, (WayRange) { low, high }, NULL, NOW_UTC,
                              error);
}

static void
test_scores (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autoptr (WayCriterionRow) hours = make_criterion ("Hours", 1, WAY_MEASURE_TYPED);
  g_autoptr (WayCriterionRow) pay = make_criterion ("Pay", 1, WAY_MEASURE_YEARLY);
  gint64 hours_id = 0, pay_id = 0;

  put (&hours->unit, "hours");
  hours->scale = (WayRange) { 30, 50 };
  way_criterion_add (f->store, m.card, hours, NOW_UTC, &hours_id, &error);
  way_criterion_add (f->store, m.card, pay, NOW_UTC, &pay_id, &error);
  g_assert_no_error (error);
  check_refused (set_score (&m, m.growth, 0, 3, &error), &error, "“Growth” is scored from 1 to 5.");
  check_refused (set_score (&m, m.growth, 5, 5.1, &error), &error,
                 "“Growth” is scored from 1 to 5.");
  check_refused (set_score (&m, m.growth, 4, 3, &error), &error,
                 "The lower end of a range comes first: 3 to 4.");
  check_refused (set_score (&m, m.growth, NAN, 3, &error), &error,
                 "A range of scores needs both of its ends.");
  check_refused (set_score (&m, pay_id, 3, 3, &error), &error,
                 "“Pay” comes from what the offer pays: it is not scored.");
  check_refused (set_score (&m, hours_id, 1, 1e13, &error), &error,
                 "Hours: this number is too large.");
  check_gone (set_score (&m, 99, 3, 3, &error), &error);
  g_assert_true (set_score (&m, hours_id, 60, 60, &error));
  g_assert_true (set_score (&m, m.growth, 2, 3, &error));
  /* A scale that a score does not fit is refused. */
  g_autoptr (WayScorecard) card = load (&m);
  WayCriterionRow *growth = card->criteria->pdata[0];
  growth->scale = (WayRange) { 3, 9 };
  check_refused (way_criterion_set (f->store, growth, NOW_UTC, &error), &error,
                 "Acme has a score that lies outside of 3 to 9. Change that score first.");
}

static void
test_notes_of_scores (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);

  way_offer_set_score (f->store, m.acme, m.team, score_of (3), " Met two ", NOW_UTC, &error);
  way_offer_set_score (f->store, m.acme, m.team, score_of (4), NULL, NOW_UTC, &error);
  g_autoptr (WayScorecard) card = load (&m);
  const WayOffer *acme = card->offers->pdata[0];
  g_assert_cmpstr (acme->score_notes[1], ==, "Met two");
  g_assert_cmpfloat (acme->scores[1].low, ==, 4);
  g_assert_true (way_range_is_blank (acme->scores[0]));
  way_offer_set_score (f->store, m.acme, m.team, WAY_RANGE_BLANK, NULL, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autoptr (WayAction) last = way_store_peek_undo (f->store);
  g_assert_cmpstr (last->name, ==, "Clear Score");
}

static void
test_behind_the_lock (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autoptr (WayCriterionRow) pay = make_criterion ("Pay", 5, WAY_MEASURE_YEARLY);

  way_criterion_set_weight (f->store, m.growth, 25, WAY_RANGE_BLANK, NOW_UTC, &error);
  way_scorecard_lock (f->store, m.card, TRUE, NOW_UTC, &error);
  way_criterion_set_weight (f->store, m.growth, 30, WAY_RANGE_BLANK, NOW_UTC + 1, &error);
  way_criterion_add (f->store, m.card, pay, NOW_UTC + 2, NULL, &error);
  way_criterion_remove (f->store, m.team, NOW_UTC + 3, &error);
  g_autoptr (WayScorecard) card = load (&m);
  WayCriterionRow *growth = card->criteria->pdata[0];
  put (&growth->title, "Learning");
  growth->weight = 31;
  way_criterion_set (f->store, growth, NOW_UTC + 4, &error);
  growth->less_is_better = TRUE;
  way_criterion_set (f->store, growth, NOW_UTC + 5, &error);
  way_scorecard_lock (f->store, m.card, FALSE, NOW_UTC, &error);
  way_criterion_set_weight (f->store, m.growth, 50, WAY_RANGE_BLANK, NOW_UTC + 6, &error);
  g_assert_no_error (error);
  static const struct
  {
    const char *title;
    double from, to;
  } expected[] = {
    { "Growth", 25, 30 }, { "Pay", NAN, 5 }, { "Team", 10, NAN }, { "Learning", 30, 31 }
  };
  g_autoptr (WayScorecard) after = load (&m);
  g_assert_cmpuint (after->changes->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpint (after->locked_utc, ==, 0);
  for (guint i = 0; i < after->changes->len; i++)
    {
      const WayWeightChange *it = after->changes->pdata[i];
      g_assert_cmpstr (it->criterion, ==, expected[i].title);
      g_assert_true (it->old_weight == expected[i].from || isnan (expected[i].from));
      g_assert_cmpint (isnan (it->old_weight), ==, isnan (expected[i].from));
      g_assert_true (it->new_weight == expected[i].to || isnan (expected[i].to));
      g_assert_cmpint (isnan (it->new_weight), ==, isnan (expected[i].to));
      g_assert_cmpint (it->changed_utc, ==, NOW_UTC + 1 + i);
    }
}

/* The log is a part of the action: undo takes both back. */
static void
test_undo_takes_the_log_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);

  way_scorecard_lock (f->store, m.card, TRUE, NOW_UTC, &error);
  g_autofree char *before = dump (f->store);
  way_criteria_set_weights (f->store, (gint64[]) { m.growth, m.team }, (double[]) { 60, 40 }, 2,
                            NOW_UTC, &error);
  g_autoptr (WayScorecard) card = load (&m);
  g_assert_cmpuint (card->changes->len, ==, 2);
  way_store_undo (f->store, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_an_equal_weight_is_no_change (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);

  way_scorecard_lock (f->store, m.card, TRUE, NOW_UTC, &error);
  g_assert_true (
      way_criterion_set_weight (f->store, m.growth, 20, WAY_RANGE_BLANK, NOW_UTC, &error));
  g_assert_true (way_scorecard_lock (f->store, m.card, TRUE, NOW_UTC + 5, &error));
  g_autoptr (WayAction) last = way_store_peek_undo (f->store);
  g_assert_cmpstr (last->name, ==, "Lock Weights");
  g_assert_cmpint (last->time_utc, ==, NOW_UTC);
  g_autoptr (WayScorecard) card = load (&m);
  g_assert_cmpuint (card->changes->len, ==, 0);
  g_assert_cmpint (card->locked_utc, ==, NOW_UTC);
}

static void
test_ranges_of_weights (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  gint64 ids[] = { m.growth, m.team };

  way_criterion_set_weight (f->store, m.growth, 20, (WayRange) { 10, 30 }, NOW_UTC, &error);
  way_criterion_set_weight (f->store, m.team, 10, (WayRange) { 5, 15 }, NOW_UTC, &error);
  way_criteria_set_weights (f->store, ids, (double[]) { 25, 75 }, 2, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autoptr (WayScorecard) card = load (&m);
  const WayCriterionRow *growth = card->criteria->pdata[0], *team = card->criteria->pdata[1];
  g_assert_cmpfloat (growth->weight_range.high, ==, 30);
  g_assert_true (way_range_is_blank (team->weight_range));
  check_refused (
      way_criteria_set_weights (f->store, ids, (double[]) { 1, NAN }, 2, NOW_UTC, &error), &error,
      "Weight: give a number.");
}

static void
test_moving (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autoptr (WayCriterionRow) third = make_criterion ("Pay", 1, WAY_MEASURE_YEARLY);
  gint64 pay = 0;

  way_criterion_add (f->store, m.card, third, NOW_UTC, &pay, &error);
  way_criterion_move (f->store, pay, m.growth, NOW_UTC, &error);
  g_autoptr (WayScorecard) card = load (&m);
  g_assert_cmpint (((WayCriterionRow *) card->criteria->pdata[0])->id, ==, pay);
  g_assert_cmpint (((WayCriterionRow *) card->criteria->pdata[2])->id, ==, m.team);
  way_criterion_move (f->store, m.growth, 0, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autoptr (WayScorecard) last = load (&m);
  g_assert_cmpint (((WayCriterionRow *) last->criteria->pdata[2])->id, ==, m.growth);
}

static void
test_decisions (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Made m = make (f);
  g_autoptr (WayDecision) decision = way_decision_new (" ", "");
  WayLookBack *early = g_new0 (WayLookBack, 1);
  g_autofree char *before = dump (f->store);

  decision->date = TODAY;
  check_refused (way_scorecard_decide (f->store, m.card, decision, TRUE, NOW_UTC, &error), &error,
                 "A decision needs its reason: later it tells whether it was a good one.");
  put (&decision->reason, "Growth");
  decision->offer_id = 99;
  check_gone (way_scorecard_decide (f->store, m.card, decision, TRUE, NOW_UTC, &error), &error);
  decision->offer_id = m.acme;
  check_gone (way_scorecard_decide (f->store, 99, decision, TRUE, NOW_UTC, &error), &error);
  early->due_date = TODAY;
  g_ptr_array_add (decision->look_backs, early);
  check_refused (way_scorecard_decide (f->store, m.card, decision, TRUE, NOW_UTC, &error), &error,
                 "A day to look back comes after the day of the decision.");
  decision->date = WAY_DATE_NONE;
  check_refused (way_scorecard_decide (f->store, m.card, decision, TRUE, NOW_UTC, &error), &error,
                 "Day of the decision: give a day between the years 1970 and 2200.");
  check_gone (way_look_back_set (f->store, 99, TODAY, "", NOW_UTC, &error), &error);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/offers/change/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-wrong-with-a-card-is-said", test_cards);
  ADD ("rates-are-of-one-currency-and-dated", test_rates);
  ADD ("what-is-wrong-with-a-criterion-is-said", test_criteria);
  ADD ("what-is-wrong-with-an-offer-is-said", test_offers);
  ADD ("what-is-wrong-with-a-grant-is-said", test_sign_on_and_grants);
  ADD ("what-is-wrong-with-a-score-is-said", test_scores);
  ADD ("notes-of-scores-stay", test_notes_of_scores);
  ADD ("each-weight-behind-the-lock-is-written-down", test_behind_the_lock);
  ADD ("undo-takes-the-log-back", test_undo_takes_the_log_back);
  ADD ("an-equal-weight-is-no-change", test_an_equal_weight_is_no_change);
  ADD ("ranges-of-weights", test_ranges_of_weights);
  ADD ("moving", test_moving);
  ADD ("what-is-wrong-with-a-decision-is-said", test_decisions);
  return g_test_run ();
}

/* A scorecard in the store, from nothing to a decision and back by undo. */
#include "card-case.h"
#include "fixture.h"

#define TODAY way_date_from_ymd (2026, 11, 23)

static WayScorecard *
load (WayStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  WayScorecard *card = way_scorecard_load (store, id, &error);

  g_assert_no_error (error);
  return card;
}

static gint64
add_card (WayStore *store, const char *template, gint64 from_id)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  way_scorecard_add (store, " Winter ", "eur", template, from_id, NOW_UTC, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_criterion (WayStore *store, gint64 card_id, const char *title, double weight)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCriterionRow) row = make_criterion (title, weight, WAY_MEASURE_TYPED);
  gint64 id = 0;

  way_criterion_add (store, card_id, row, NOW_UTC, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* An offer with all there can be to it. */
static WayOffer *
make_offer (const char *company)
{
  WayOffer *offer = way_offer_new ("usd");
  WaySignOnRow *sign_on = g_new0 (WaySignOnRow, 1);
  WayGrantRow *grant = way_grant_row_new ();

  put (&offer->company, company);
  put (&offer->role, "Engineer");
  put (&offer->place, "Bern");
  put (&offer->note, "By e-mail\nAna asks");
  offer->state = WAY_OFFER_OFFERED;
  offer->deadline_date = TODAY + 5;
  offer->base = 90000.5;
  offer->raise_percent = 2;
  offer->bonus_percent = 10;
  offer->payout_low = 0;
  offer->payout_middle = 90;
  offer->payout_high = 120;
  offer->bonus_promised = 1000;
  offer->pension_percent = 5;
  offer->commute_hours = 220;
  *sign_on = (WaySignOnRow) { .year = 1, .amount = 5000, .clawback_months = 12, .prorated = TRUE };
  g_ptr_array_add (offer->sign_on, sign_on);
  put (&grant->title, "Shares");
  put (&grant->vest_table, "12:25 18:12.5");
  grant->kind = WAY_GRANT_PHANTOM;
  grant->middle = 40000;
  grant->discount_percent = 30;
  g_ptr_array_add (offer->grants, grant);
  return offer;
}

static gint64
add_offer (WayStore *store, gint64 card_id, const char *company)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayOffer) offer = make_offer (company);
  gint64 id = 0;

  way_offer_add (store, card_id, offer, NOW_UTC, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
score (WayStore *store, gint64 offer_id, gint64 criterion_id, WayRange range, const char *note)
{
  g_autoptr (GError) error = NULL;

  way_offer_set_score (store, offer_id, criterion_id, range, note, NOW_UTC, &error);
  g_assert_no_error (error);
}

static void
decide (WayStore *store, gint64 card_id, gint64 offer_id, gboolean decline)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDecision) decision = way_decision_new (" More growth ", "A team to learn from");

  decision->offer_id = offer_id;
  decision->date = TODAY;
  way_scorecard_decide (store, card_id, decision, decline, NOW_UTC, &error);
  g_assert_no_error (error);
}

static void
test_all_of_an_offer_is_kept (Fixture *f, gconstpointer data)
{
  gint64 card_id = add_card (f->store, NULL, 0);
  gint64 id = add_offer (f->store, card_id, "Acme");
  g_autoptr (WayScorecard) card = load (f->store, card_id);
  const WayOffer *offer = card->offers->pdata[0];
  const WaySignOnRow *sign_on = offer->sign_on->pdata[0];
  const WayGrantRow *grant = offer->grants->pdata[0];

  g_assert_cmpstr (card->title, ==, "Winter");
  g_assert_cmpstr (card->currency, ==, "EUR");
  g_assert_cmpint (card->years, ==, 4);
  g_assert_true (isnan (card->discount_percent));
  g_assert_true (card->is_private);
  g_assert_cmpint (offer->id, ==, id);
  g_assert_cmpstr (offer->role, ==, "Engineer");
  g_assert_cmpstr (offer->note, ==, "By e-mail\nAna asks");
  g_assert_cmpstr (offer->currency, ==, "USD");
  g_assert_cmpint (offer->state, ==, WAY_OFFER_OFFERED);
  g_assert_cmpint (offer->deadline_date, ==, TODAY + 5);
  g_assert_true (g_uuid_string_is_valid (offer->uid));
  g_assert_cmpint (offer->created_utc, ==, NOW_UTC);
  g_assert_cmpfloat (offer->base, ==, 90000.5);
  g_assert_true (isnan (offer->bonus_amount) && isnan (offer->pension_amount));
  g_assert_true (isnan (offer->allowance) && isnan (offer->commute_cost));
  g_assert_cmpfloat (offer->payout_low, ==, 0);
  g_assert_cmpfloat (offer->commute_hours, ==, 220);
  g_assert_cmpint (sign_on->clawback_months, ==, 12);
  g_assert_true (sign_on->prorated);
  g_assert_cmpint (grant->kind, ==, WAY_GRANT_PHANTOM);
  g_assert_cmpstr (grant->vest_table, ==, "12:25 18:12.5");
  g_assert_true (isnan (grant->low));
}

static void
test_setting_what_was_loaded_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 card_id = add_card (f->store, "engineering-job", 0);
  add_offer (f->store, card_id, "Acme");
  g_autoptr (WayScorecard) card = load (f->store, card_id);
  WayOffer *offer = card->offers->pdata[0];
  g_autofree char *before = dump (f->store);

  way_scorecard_set (f->store, card, NOW_UTC, &error);
  g_assert_no_error (error);
  for (guint c = 0; c < card->criteria->len; c++)
    way_criterion_set (f->store, card->criteria->pdata[c], NOW_UTC, &error);
  g_assert_no_error (error);
  way_offer_set (f->store, offer, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_list_has_the_newest_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 old = add_card (f->store, NULL, 0), new = add_card (f->store, NULL, 0);
  gint64 a = add_offer (f->store, old, "Acme");

  add_offer (f->store, old, "Globex");
  decide (f->store, old, 0, FALSE);
  g_autoptr (GPtrArray) list = way_scorecard_list (f->store, &error);
  const WayScorecardEntry *first = list->pdata[0], *second = list->pdata[1];
  g_assert_cmpint (first->id, ==, new);
  g_assert_cmpint (first->next_deadline, ==, WAY_DATE_NONE);
  g_assert_false (first->decided);
  g_assert_cmpint (second->n_offers, ==, 2);
  g_assert_cmpint (second->next_deadline, ==, TODAY + 5);
  g_assert_true (second->decided);
  way_offer_set_state (f->store, a, WAY_OFFER_REJECTED, NOW_UTC, &error);
  act (f->store, "x",
       "UPDATE offer SET deadline_date = deadline_date + 1 WHERE company = 'Globex'");
  g_autoptr (GPtrArray) later = way_scorecard_list (f->store, &error);
  g_assert_cmpint (((WayScorecardEntry *) later->pdata[1])->next_deadline, ==, TODAY + 6);
}

static void
test_templates (Fixture *f, gconstpointer data)
{
  for (const WayCriteriaTemplate *it = way_criteria_templates (); it->id != NULL; it++)
    {
      g_autoptr (WayScorecard) card = load (f->store, add_card (f->store, it->id, 0));
      double sum = 0;
      gboolean pay = FALSE;
      g_assert_cmpuint (card->criteria->len, >=, 8);
      g_assert_cmpuint (card->criteria->len, <=, 12);
      for (guint c = 0; c < card->criteria->len; c++)
        {
          const WayCriterionRow *row = card->criteria->pdata[c];
          sum += row->weight;
          pay |= row->measure != WAY_MEASURE_TYPED;
          g_assert_true (isnan (row->must_at_least) && isnan (row->must_at_most));
          g_assert_cmpstr (row->note, !=, "");
          g_assert_true (
              *row->unit != '\0' || row->measure != WAY_MEASURE_TYPED ||
              (strstr (row->note, "1:") && strstr (row->note, "3:") && strstr (row->note, "5:")));
        }
      g_assert_cmpfloat (sum, ==, 100);
      g_assert_true (pay);
    }
}

static void
test_criteria_of_an_earlier_one (Fixture *f, gconstpointer data)
{
  gint64 first = add_card (f->store, NULL, 0);

  add_criterion (f->store, first, "Growth", 20);
  add_criterion (f->store, first, "Team", 10);
  g_autoptr (WayScorecard) card = load (f->store, add_card (f->store, NULL, first));
  g_assert_cmpuint (card->criteria->len, ==, 2);
  g_assert_cmpstr (((WayCriterionRow *) card->criteria->pdata[1])->title, ==, "Team");
}

static WayOfferState
state_of (WayStore *store, gint64 card_id, guint offer)
{
  g_autoptr (WayScorecard) card = load (store, card_id);

  return ((const WayOffer *) card->offers->pdata[offer])->state;
}

static void
test_a_decision (Fixture *f, gconstpointer data)
{
  gint64 card_id = add_card (f->store, NULL, 0);
  gint64 acme = add_offer (f->store, card_id, "Acme"),
         globex = add_offer (f->store, card_id, "Globex");

  decide (f->store, card_id, acme, TRUE);
  g_autoptr (WayScorecard) card = load (f->store, card_id);
  const WayLookBack *first = card->decision->look_backs->pdata[0],
                    *second = card->decision->look_backs->pdata[1];
  g_assert_cmpstr (card->decision->reason, ==, "More growth");
  g_assert_cmpint (card->decision->offer_id, ==, acme);
  g_assert_cmpint (first->due_date, ==, TODAY + 90);
  g_assert_cmpint (second->due_date, ==, TODAY + 180);
  g_assert_cmpint (first->done_date, ==, WAY_DATE_NONE);
  g_assert_true (g_uuid_string_is_valid (first->uid));
  g_assert_cmpstr (first->uid, !=, second->uid);
  g_assert_cmpint (state_of (f->store, card_id, 0), ==, WAY_OFFER_ACCEPTED);
  g_assert_cmpint (state_of (f->store, card_id, 1), ==, WAY_OFFER_DECLINED);
  /* Another one instead of it; the first is one of those that were offered. */
  decide (f->store, card_id, globex, FALSE);
  g_assert_cmpint (state_of (f->store, card_id, 0), ==, WAY_OFFER_OFFERED);
  g_assert_cmpint (state_of (f->store, card_id, 1), ==, WAY_OFFER_ACCEPTED);
  g_autoptr (WayScorecard) again = load (f->store, card_id);
  g_assert_cmpuint (again->decision->look_backs->len, ==, 2);
  g_autoptr (GError) error = NULL;
  g_assert_true (way_scorecard_undecide (f->store, card_id, NOW_UTC, &error));
  g_assert_cmpint (state_of (f->store, card_id, 1), ==, WAY_OFFER_ACCEPTED);
  g_assert_false (way_scorecard_undecide (f->store, card_id, NOW_UTC, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_looking_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 card_id = add_card (f->store, NULL, 0);

  decide (f->store, card_id, 0, FALSE);
  g_autoptr (WayScorecard) card = load (f->store, card_id);
  gint64 id = ((WayLookBack *) card->decision->look_backs->pdata[0])->id;
  way_look_back_set (f->store, id, TODAY + 91, " As hoped ", NOW_UTC, &error);
  g_assert_no_error (error);
  g_autoptr (WayScorecard) done = load (f->store, card_id);
  const WayLookBack *it = done->decision->look_backs->pdata[0];
  g_assert_cmpint (it->done_date, ==, TODAY + 91);
  g_assert_cmpstr (it->note, ==, "As hoped");
  way_look_back_set (f->store, id, WAY_DATE_NONE, NULL, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autoptr (WayScorecard) open = load (f->store, card_id);
  g_assert_cmpint (((WayLookBack *) open->decision->look_backs->pdata[0])->done_date, ==,
                   WAY_DATE_NONE);
  g_assert_cmpstr (((WayLookBack *) open->decision->look_backs->pdata[0])->note, ==, "As hoped");
}

/* Another reason is written down later: what was found when looking back is not lost, nor is the calendar entry. */
static void
test_changing_a_decision (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 card_id = add_card (f->store, NULL, 0);

  decide (f->store, card_id, 0, FALSE);
  g_autoptr (WayScorecard) card = load (f->store, card_id);
  const WayLookBack *first = card->decision->look_backs->pdata[0];
  way_look_back_set (f->store, first->id, TODAY + 91, "As hoped", NOW_UTC, &error);
  g_assert_no_error (error);
  g_autoptr (WayScorecard) seen = load (f->store, card_id);
  WayLookBack *moved = seen->decision->look_backs->pdata[1];
  moved->due_date = TODAY + 200;
  way_scorecard_decide (f->store, card_id, seen->decision, FALSE, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autoptr (WayScorecard) again = load (f->store, card_id);
  const WayLookBack *kept = again->decision->look_backs->pdata[0],
                    *other = again->decision->look_backs->pdata[1];
  g_assert_cmpuint (again->decision->look_backs->len, ==, 2);
  g_assert_cmpstr (kept->note, ==, "As hoped");
  g_assert_cmpint (kept->done_date, ==, TODAY + 91);
  g_assert_cmpstr (kept->uid, ==, first->uid);
  g_assert_cmpint (other->due_date, ==, TODAY + 200);
}

static void
undo_all (WayStore *store)
{
  g_autoptr (GError) error = NULL;

  while (way_store_undo (store, NULL, &error))
    ;
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
redo_all (WayStore *store)
{
  while (way_store_redo (store, NULL, NULL))
    ;
}

static void
test_undo_leads_back_to_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (f->store);
  gint64 card_id = add_card (f->store, "remote-first", 0);
  gint64 growth = add_criterion (f->store, card_id, "Growth", 20),
         team = add_criterion (f->store, card_id, "Team", 10),
         acme = add_offer (f->store, card_id, "Acme"),
         globex = add_offer (f->store, card_id, "Globex");
  g_autofree char *usd = g_strdup ("USD");
  WayExchangeRate rate = { usd, 0.9, TODAY };

  score (f->store, acme, growth, (WayRange) { 3, 4 }, "Said so");
  score (f->store, acme, growth, score_of (4), NULL);
  score (f->store, globex, team, score_of (2), NULL);
  score (f->store, globex, team, WAY_RANGE_BLANK, NULL);
  way_scorecard_lock (f->store, card_id, TRUE, NOW_UTC, &error);
  way_criterion_set_weight (f->store, growth, 30, (WayRange) { 20, 40 }, NOW_UTC, &error);
  way_scorecard_set_rate (f->store, card_id, &rate, NOW_UTC, &error);
  way_criterion_move (f->store, team, growth, NOW_UTC, &error);
  way_offer_move (f->store, acme, 0, NOW_UTC, &error);
  way_criterion_remove (f->store, team, NOW_UTC, &error);
  decide (f->store, card_id, acme, TRUE);
  way_offer_remove (f->store, globex, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autofree char *full = dump (f->store);
  way_scorecard_remove (f->store, card_id, NOW_UTC, &error);
  g_assert_no_error (error);
  g_autofree char *removed = dump (f->store);
  undo_all (f->store);
  g_autofree char *undone = dump (f->store);
  g_assert_cmpstr (undone, ==, before);
  redo_all (f->store);
  g_autofree char *redone = dump (f->store);
  g_assert_cmpstr (redone, ==, removed);
  way_store_undo (f->store, NULL, NULL);
  g_autofree char *back = dump (f->store);
  g_assert_cmpstr (back, ==, full);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/offers/scorecard/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all-of-an-offer-is-kept", test_all_of_an_offer_is_kept);
  ADD ("setting-what-was-loaded-changes-nothing", test_setting_what_was_loaded_changes_nothing);
  ADD ("newest-first", test_a_list_has_the_newest_first);
  ADD ("templates-are-whole", test_templates);
  ADD ("criteria-of-an-earlier-one", test_criteria_of_an_earlier_one);
  ADD ("a-decision-with-its-look-backs", test_a_decision);
  ADD ("looking-back", test_looking_back);
  ADD ("a-changed-decision-keeps-what-was-found", test_changing_a_decision);
  ADD ("undo-leads-back-to-nothing", test_undo_leads_back_to_nothing);
  return g_test_run ();
}

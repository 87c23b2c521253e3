/* Scorecards as they are stored: one query for each table, whatever is in it. */
#include "core/offers/scorecard.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A column that may be NULL: not known. */
static double
number (WayStatement *s, int column)
{
  return way_statement_is_null (s, column) ? NAN : way_statement_double (s, column);
}

static char *
text (WayStatement *s, int column)
{
  return g_strdup (way_statement_text (s, column));
}

static WayScorecard *
load_card (WayStore *store, gint64 id, GError **error)
{
  g_autoptr (WayScorecard) card = NULL;
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT title, currency, years, discount_percent, any_weights, lead_percent, private, "
             "blind, locked_utc, created_utc FROM scorecard WHERE id = ?1");

  way_statement_bind (s, "i", id);
  if (way_statement_step (s))
    {
      card = way_scorecard_new (way_statement_text (s, 0), way_statement_text (s, 1));
      card->id = id;
      card->years = (int) way_statement_int (s, 2);
      card->discount_percent = number (s, 3);
      card->any_weights = way_statement_int (s, 4) != 0;
      card->lead_percent = way_statement_double (s, 5);
      card->is_private = way_statement_int (s, 6) != 0;
      card->blind = way_statement_int (s, 7) != 0;
      card->locked_utc = way_statement_int (s, 8);
      card->created_utc = way_statement_int (s, 9);
    }
  if (!way_statement_finish (s, error))
    return NULL;
  if (card == NULL)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                         _ ("This scorecard is no longer there."));
  return g_steal_pointer (&card);
}

static gboolean
load_criteria (WayStore *store, WayScorecard *card, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT id, title, note, weight, weight_low, weight_high, scale_low, scale_high, unit, "
      "less_is_better, must_at_least, must_at_most, measure FROM criterion WHERE scorecard_id = ?1 "
      "ORDER BY position, id");

  way_statement_bind (s, "i", card->id);
  while (way_statement_step (s))
    {
      WayCriterionRow *it = g_new0 (WayCriterionRow, 1);
      g_ptr_array_add (card->criteria, it);
      it->id = way_statement_int (s, 0);
      it->title = text (s, 1);
      it->note = text (s, 2);
      it->weight = way_statement_double (s, 3);
      it->weight_range = (WayRange) { number (s, 4), number (s, 5) };
      it->scale = (WayRange) { way_statement_double (s, 6), way_statement_double (s, 7) };
      it->unit = text (s, 8);
      it->less_is_better = way_statement_int (s, 9) != 0;
      it->must_at_least = number (s, 10);
      it->must_at_most = number (s, 11);
      way_measure_parse (way_statement_text (s, 12), &it->measure, NULL);
    }
  return way_statement_finish (s, error);
}

/* Columns from @first on, in the order of the query below. */
static void
read_money (WayStatement *s, int first, WayOffer *offer)
{
  offer->base = number (s, first);
  offer->raise_percent = way_statement_double (s, first + 1);
  offer->bonus_amount = number (s, first + 2);
  offer->bonus_percent = number (s, first + 3);
  offer->payout_low = number (s, first + 4);
  offer->payout_middle = number (s, first + 5);
  offer->payout_high = number (s, first + 6);
  offer->bonus_promised = way_statement_double (s, first + 7);
  offer->no_sign_on = way_statement_int (s, first + 8) != 0;
  offer->no_equity = way_statement_int (s, first + 9) != 0;
  offer->pension_amount = number (s, first + 10);
  offer->pension_percent = number (s, first + 11);
  offer->allowance = number (s, first + 12);
  offer->commute_cost = number (s, first + 13);
  offer->commute_hours = number (s, first + 14);
}

static WayOffer *
read_offer (WayStatement *s, guint n_criteria)
{
  WayOffer *offer = way_offer_new (way_statement_text (s, 1));

  g_free (offer->company);
  g_free (offer->role);
  g_free (offer->place);
  g_free (offer->note);
  g_free (offer->uid);
  offer->id = way_statement_int (s, 0);
  offer->company = text (s, 2);
  offer->role = text (s, 3);
  offer->place = text (s, 4);
  way_offer_state_parse (way_statement_text (s, 5), &offer->state, NULL);
  offer->deadline_date = way_statement_date (s, 6);
  offer->note = text (s, 7);
  offer->uid = text (s, 8);
  offer->created_utc = way_statement_int (s, 9);
  read_money (s, 10, offer);
  offer->scores = g_new (WayRange, n_criteria);
  offer->score_notes = g_renew (char *, offer->score_notes, n_criteria + 1);
  for (guint c = 0; c < n_criteria; c++)
    {
      offer->scores[c] = WAY_RANGE_BLANK;
      offer->score_notes[c] = g_strdup ("");
    }
  offer->score_notes[n_criteria] = NULL;
  return offer;
}

/* @by_id: out, the offers by their ids */
static gboolean
load_offers (WayStore *store, WayScorecard *card, GHashTable *by_id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT id, currency, company, role, place, state, deadline_date, note, uid, created_utc, "
      "base, raise_percent, bonus_amount, bonus_percent, payout_low, payout_middle, payout_high, "
      "bonus_promised, no_sign_on, no_equity, pension_amount, pension_percent, allowance, "
      "commute_cost, commute_hours FROM offer WHERE scorecard_id = ?1 ORDER BY position, id");

  way_statement_bind (s, "i", card->id);
  while (way_statement_step (s))
    {
      WayOffer *offer = read_offer (s, card->criteria->len);
      g_ptr_array_add (card->offers, offer);
      g_hash_table_insert (by_id, &offer->id, offer);
    }
  return way_statement_finish (s, error);
}

static gboolean
load_sign_on (WayStore *store, gint64 card_id, GHashTable *by_id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT s.id, s.offer_id, s.year, s.amount, s.clawback_months, s.prorated "
             "FROM offer_sign_on s JOIN offer o ON o.id = s.offer_id WHERE o.scorecard_id = ?1 "
             "ORDER BY s.year, s.id");

  way_statement_bind (s, "i", card_id);
  while (way_statement_step (s))
    {
      gint64 offer_id = way_statement_int (s, 1);
      WayOffer *offer = g_hash_table_lookup (by_id, &offer_id);
      if (offer == NULL)
        continue;
      WaySignOnRow *it = g_new0 (WaySignOnRow, 1);
      g_ptr_array_add (offer->sign_on, it);
      it->id = way_statement_int (s, 0);
      it->year = (int) way_statement_int (s, 2);
      it->amount = way_statement_double (s, 3);
      it->clawback_months = (int) way_statement_int (s, 4);
      it->prorated = way_statement_int (s, 5) != 0;
    }
  return way_statement_finish (s, error);
}

static WayGrantRow *
read_grant (WayStatement *s)
{
  WayGrantRow *it = g_new0 (WayGrantRow, 1);

  it->id = way_statement_int (s, 0);
  it->title = text (s, 2);
  way_grant_kind_parse (way_statement_text (s, 3), &it->kind, NULL);
  it->low = number (s, 4);
  it->middle = number (s, 5);
  it->high = number (s, 6);
  it->discount_percent = number (s, 7);
  it->start_month = (int) way_statement_int (s, 8);
  it->months = (int) way_statement_int (s, 9);
  it->cliff_months = (int) way_statement_int (s, 10);
  it->every_months = (int) way_statement_int (s, 11);
  it->year_percents = text (s, 12);
  it->vest_table = text (s, 13);
  return it;
}

static gboolean
load_grants (WayStore *store, gint64 card_id, GHashTable *by_id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT g.id, g.offer_id, g.title, g.kind, g.low, g.middle, g.high, "
             "g.discount_percent, g.start_month, g.months, g.cliff_months, g.every_months, "
             "g.year_percents, g.vest_table FROM offer_grant g JOIN offer o ON o.id = g.offer_id "
             "WHERE o.scorecard_id = ?1 ORDER BY g.id");

  way_statement_bind (s, "i", card_id);
  while (way_statement_step (s))
    {
      gint64 offer_id = way_statement_int (s, 1);
      WayOffer *offer = g_hash_table_lookup (by_id, &offer_id);
      if (offer != NULL)
        g_ptr_array_add (offer->grants, read_grant (s));
    }
  return way_statement_finish (s, error);
}

static gboolean
load_scores (WayStore *store, WayScorecard *card, GHashTable *by_id, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT s.offer_id, s.criterion_id, s.low, s.high, s.note FROM offer_score s "
             "JOIN offer o ON o.id = s.offer_id WHERE o.scorecard_id = ?1");

  for (guint c = 0; c < card->criteria->len; c++)
    g_hash_table_insert (places, &((WayCriterionRow *) card->criteria->pdata[c])->id,
                         GUINT_TO_POINTER (c + 1));
  way_statement_bind (s, "i", card->id);
  while (way_statement_step (s))
    {
      gint64 offer_id = way_statement_int (s, 0), criterion_id = way_statement_int (s, 1);
      WayOffer *offer = g_hash_table_lookup (by_id, &offer_id);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &criterion_id));
      if (offer == NULL || place == 0)
        continue;
      offer->scores[place - 1] =
          (WayRange) { way_statement_double (s, 2), way_statement_double (s, 3) };
      g_free (offer->score_notes[place - 1]);
      offer->score_notes[place - 1] = text (s, 4);
    }
  return way_statement_finish (s, error);
}

static gboolean
load_rates (WayStore *store, WayScorecard *card, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT currency, rate, rate_date FROM exchange_rate WHERE scorecard_id = ?1 "
             "ORDER BY currency");

  way_statement_bind (s, "i", card->id);
  while (way_statement_step (s))
    {
      WayExchangeRate *it = g_new0 (WayExchangeRate, 1);
      g_ptr_array_add (card->rates, it);
      it->currency = text (s, 0);
      it->rate = way_statement_double (s, 1);
      it->date = way_statement_date (s, 2);
    }
  return way_statement_finish (s, error);
}

static gboolean
load_changes (WayStore *store, WayScorecard *card, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT criterion, old_weight, new_weight, changed_utc FROM weight_change "
             "WHERE scorecard_id = ?1 ORDER BY changed_utc, id");

  way_statement_bind (s, "i", card->id);
  while (way_statement_step (s))
    {
      WayWeightChange *it = g_new0 (WayWeightChange, 1);
      g_ptr_array_add (card->changes, it);
      it->criterion = text (s, 0);
      it->old_weight = number (s, 1);
      it->new_weight = number (s, 2);
      it->changed_utc = way_statement_int (s, 3);
    }
  return way_statement_finish (s, error);
}

static gboolean
load_decision (WayStore *store, WayScorecard *card, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT offer_id, decided_date, reason, expectations FROM decision "
                                "WHERE scorecard_id = ?1");

  way_statement_bind (s, "i", card->id);
  if (way_statement_step (s))
    {
      card->decision = way_decision_new (way_statement_text (s, 2), way_statement_text (s, 3));
      card->decision->offer_id = way_statement_int (s, 0);
      card->decision->date = way_statement_date (s, 1);
    }
  return way_statement_finish (s, error);
}

static gboolean
load_look_backs (WayStore *store, WayScorecard *card, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT l.id, l.due_date, l.done_date, l.note, l.uid, l.created_utc FROM look_back l "
             "JOIN decision d ON d.id = l.decision_id WHERE d.scorecard_id = ?1 "
             "ORDER BY l.due_date, l.id");

  way_statement_bind (s, "i", card->id);
  while (card->decision != NULL && way_statement_step (s))
    {
      WayLookBack *it = g_new0 (WayLookBack, 1);
      g_ptr_array_add (card->decision->look_backs, it);
      it->id = way_statement_int (s, 0);
      it->due_date = way_statement_date (s, 1);
      it->done_date = way_statement_date (s, 2);
      it->note = text (s, 3);
      it->uid = text (s, 4);
      it->created_utc = way_statement_int (s, 5);
    }
  return way_statement_finish (s, error);
}

WayScorecard *
way_scorecard_load (WayStore *store, gint64 id, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (WayScorecard) card = load_card (store, id, error);

  if (card == NULL || !load_criteria (store, card, error) ||
      !load_offers (store, card, by_id, error) || !load_sign_on (store, id, by_id, error) ||
      !load_grants (store, id, by_id, error) || !load_scores (store, card, by_id, error) ||
      !load_rates (store, card, error) || !load_changes (store, card, error) ||
      !load_decision (store, card, error) || !load_look_backs (store, card, error))
    return NULL;
  return g_steal_pointer (&card);
}

static void
entry_free (WayScorecardEntry *entry)
{
  g_free (entry->title);
  g_free (entry);
}

GPtrArray *
way_scorecard_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT c.id, c.title, count (o.id), "
      "EXISTS (SELECT 1 FROM decision d WHERE d.scorecard_id = c.id), "
      "min (CASE WHEN o.state IN ('applied', 'interviewing', 'offered') THEN o.deadline_date END) "
      "FROM scorecard c LEFT JOIN offer o ON o.scorecard_id = c.id "
      "GROUP BY c.id ORDER BY c.created_utc DESC, c.id DESC");

  while (way_statement_step (s))
    {
      WayScorecardEntry *it = g_new0 (WayScorecardEntry, 1);
      g_ptr_array_add (entries, it);
      it->id = way_statement_int (s, 0);
      it->title = text (s, 1);
      it->n_offers = (int) way_statement_int (s, 2);
      it->decided = way_statement_int (s, 3) != 0;
      it->next_deadline = way_statement_date (s, 4);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&entries) : NULL;
}

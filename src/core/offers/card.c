/* The structs of a scorecard: made, copied, freed, and what can be said of them without figures. */
#include "core/offers/compare.h"

#include <math.h>

WayCriterionRow *
way_criterion_row_new (void)
{
  WayCriterionRow *criterion = g_new0 (WayCriterionRow, 1);

  criterion->title = g_strdup ("");
  criterion->note = g_strdup ("");
  criterion->unit = g_strdup ("");
  criterion->weight_range = WAY_RANGE_BLANK;
  criterion->scale = (WayRange) { WAY_SCORE_LOW, WAY_SCORE_HIGH };
  criterion->must_at_least = criterion->must_at_most = NAN;
  return criterion;
}

WayCriterionRow *
way_criterion_row_copy (const WayCriterionRow *criterion)
{
  WayCriterionRow *copy = g_memdup2 (criterion, sizeof *criterion);

  copy->title = g_strdup (criterion->title);
  copy->note = g_strdup (criterion->note);
  copy->unit = g_strdup (criterion->unit);
  return copy;
}

void
way_criterion_row_free (WayCriterionRow *criterion)
{
  if (criterion == NULL)
    return;
  g_free (criterion->title);
  g_free (criterion->note);
  g_free (criterion->unit);
  g_free (criterion);
}

gboolean
way_criterion_has_scale (const WayCriterionRow *criterion)
{
  return criterion->scale.low != WAY_SCORE_LOW || criterion->scale.high != WAY_SCORE_HIGH;
}

WayGrantRow *
way_grant_row_new (void)
{
  WayGrantRow *grant = g_new0 (WayGrantRow, 1);

  grant->title = g_strdup ("");
  grant->low = grant->middle = grant->high = grant->discount_percent = NAN;
  grant->months = 48;
  grant->cliff_months = 12;
  grant->every_months = 1;
  grant->year_percents = g_strdup ("");
  grant->vest_table = g_strdup ("");
  return grant;
}

WayGrantRow *
way_grant_row_copy (const WayGrantRow *grant)
{
  WayGrantRow *copy = g_memdup2 (grant, sizeof *grant);

  copy->title = g_strdup (grant->title);
  copy->year_percents = g_strdup (grant->year_percents);
  copy->vest_table = g_strdup (grant->vest_table);
  return copy;
}

void
way_grant_row_free (WayGrantRow *grant)
{
  if (grant == NULL)
    return;
  g_free (grant->title);
  g_free (grant->year_percents);
  g_free (grant->vest_table);
  g_free (grant);
}

WayOffer *
way_offer_new (const char *currency)
{
  WayOffer *offer = g_new0 (WayOffer, 1);

  offer->company = g_strdup ("");
  offer->role = g_strdup ("");
  offer->place = g_strdup ("");
  offer->currency = g_strdup (currency);
  offer->deadline_date = WAY_DATE_NONE;
  offer->note = g_strdup ("");
  offer->uid = g_strdup ("");
  offer->base = offer->bonus_amount = offer->bonus_percent = NAN;
  offer->payout_low = offer->payout_middle = offer->payout_high = NAN;
  offer->pension_amount = offer->pension_percent = offer->allowance = NAN;
  offer->commute_cost = offer->commute_hours = NAN;
  offer->sign_on = g_ptr_array_new_with_free_func (g_free);
  offer->grants = g_ptr_array_new_with_free_func ((GDestroyNotify) way_grant_row_free);
  offer->score_notes = g_new0 (char *, 1);
  return offer;
}

WayOffer *
way_offer_copy (const WayOffer *offer, guint n_criteria)
{
  WayOffer *copy = g_memdup2 (offer, sizeof *offer);

  copy->company = g_strdup (offer->company);
  copy->role = g_strdup (offer->role);
  copy->place = g_strdup (offer->place);
  copy->currency = g_strdup (offer->currency);
  copy->note = g_strdup (offer->note);
  copy->uid = g_strdup (offer->uid);
  copy->sign_on = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < offer->sign_on->len; i++)
    g_ptr_array_add (copy->sign_on, g_memdup2 (offer->sign_on->pdata[i], sizeof (WaySignOnRow)));
  copy->grants = g_ptr_array_new_with_free_func ((GDestroyNotify) way_grant_row_free);
  for (guint i = 0; i < offer->grants->len; i++)
    g_ptr_array_add (copy->grants, way_grant_row_copy (offer->grants->pdata[i]));
  copy->scores = g_memdup2 (offer->scores, n_criteria * sizeof *offer->scores);
  copy->score_notes = g_strdupv (offer->score_notes);
  return copy;
}

void
way_offer_free (WayOffer *offer)
{
  if (offer == NULL)
    return;
  g_free (offer->company);
  g_free (offer->role);
  g_free (offer->place);
  g_free (offer->currency);
  g_free (offer->note);
  g_free (offer->uid);
  g_ptr_array_unref (offer->sign_on);
  g_ptr_array_unref (offer->grants);
  g_free (offer->scores);
  g_strfreev (offer->score_notes);
  g_free (offer);
}

static void
rate_free (WayExchangeRate *rate)
{
  g_free (rate->currency);
  g_free (rate);
}

static void
change_free (WayWeightChange *change)
{
  g_free (change->criterion);
  g_free (change);
}

static void
look_back_free (WayLookBack *look_back)
{
  g_free (look_back->note);
  g_free (look_back->uid);
  g_free (look_back);
}

void
way_decision_free (WayDecision *decision)
{
  if (decision == NULL)
    return;
  g_free (decision->reason);
  g_free (decision->expectations);
  g_ptr_array_unref (decision->look_backs);
  g_free (decision);
}

WayDecision *
way_decision_new (const char *reason, const char *expectations)
{
  WayDecision *decision = g_new0 (WayDecision, 1);

  decision->date = WAY_DATE_NONE;
  decision->reason = g_strdup (reason);
  decision->expectations = g_strdup (expectations);
  decision->look_backs = g_ptr_array_new_with_free_func ((GDestroyNotify) look_back_free);
  return decision;
}

static WayDecision *
decision_copy (const WayDecision *decision)
{
  WayDecision *copy = way_decision_new (decision->reason, decision->expectations);

  copy->offer_id = decision->offer_id;
  copy->date = decision->date;
  for (guint i = 0; i < decision->look_backs->len; i++)
    {
      WayLookBack *it = g_memdup2 (decision->look_backs->pdata[i], sizeof (WayLookBack));
      it->note = g_strdup (it->note);
      it->uid = g_strdup (it->uid);
      g_ptr_array_add (copy->look_backs, it);
    }
  return copy;
}

WayScorecard *
way_scorecard_new (const char *title, const char *currency)
{
  WayScorecard *card = g_new0 (WayScorecard, 1);

  card->title = g_strdup (title);
  card->currency = g_strdup (currency);
  card->years = WAY_PAY_MIN_YEARS;
  card->lead_percent = 100 * WAY_RANK_LEAD;
  card->is_private = TRUE;
  card->discount_percent = NAN;
  card->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) way_criterion_row_free);
  card->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) way_offer_free);
  card->rates = g_ptr_array_new_with_free_func ((GDestroyNotify) rate_free);
  card->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return card;
}

void
way_scorecard_free (WayScorecard *card)
{
  if (card == NULL)
    return;
  g_free (card->title);
  g_free (card->currency);
  g_ptr_array_unref (card->criteria);
  g_ptr_array_unref (card->offers);
  g_ptr_array_unref (card->rates);
  g_ptr_array_unref (card->changes);
  way_decision_free (card->decision);
  g_free (card);
}

static void
copy_log (const WayScorecard *card, WayScorecard *copy)
{
  for (guint i = 0; i < card->rates->len; i++)
    {
      WayExchangeRate *it = g_memdup2 (card->rates->pdata[i], sizeof (WayExchangeRate));
      it->currency = g_strdup (it->currency);
      g_ptr_array_add (copy->rates, it);
    }
  for (guint i = 0; i < card->changes->len; i++)
    {
      WayWeightChange *it = g_memdup2 (card->changes->pdata[i], sizeof (WayWeightChange));
      it->criterion = g_strdup (it->criterion);
      g_ptr_array_add (copy->changes, it);
    }
  copy->decision = card->decision != NULL ? decision_copy (card->decision) : NULL;
}

WayScorecard *
way_scorecard_copy (const WayScorecard *card)
{
  WayScorecard *copy = way_scorecard_new (card->title, card->currency);

  copy->id = card->id;
  copy->years = card->years;
  copy->discount_percent = card->discount_percent;
  copy->any_weights = card->any_weights;
  copy->lead_percent = card->lead_percent;
  copy->is_private = card->is_private;
  copy->blind = card->blind;
  copy->locked_utc = card->locked_utc;
  copy->created_utc = card->created_utc;
  for (guint i = 0; i < card->criteria->len; i++)
    g_ptr_array_add (copy->criteria, way_criterion_row_copy (card->criteria->pdata[i]));
  for (guint i = 0; i < card->offers->len; i++)
    g_ptr_array_add (copy->offers, way_offer_copy (card->offers->pdata[i], card->criteria->len));
  copy_log (card, copy);
  return copy;
}

gboolean
way_offer_is_open (const WayOffer *offer)
{
  return offer->state != WAY_OFFER_REJECTED && offer->state != WAY_OFFER_DECLINED &&
         offer->state != WAY_OFFER_WITHDRAWN;
}

gboolean
way_offer_counts (const WayScorecard *card, const WayOffer *offer)
{
  return way_offer_is_open (offer) ||
         (card->decision != NULL && offer->state == WAY_OFFER_DECLINED);
}

guint
way_scorecard_count_blanks (const WayScorecard *card)
{
  guint n = 0;

  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *offer = card->offers->pdata[i];
      for (guint c = 0; c < card->criteria->len && way_offer_is_open (offer); c++)
        {
          const WayCriterionRow *criterion = card->criteria->pdata[c];
          n += criterion->measure == WAY_MEASURE_TYPED && way_range_is_blank (offer->scores[c]);
        }
    }
  return n;
}

gboolean
way_scorecard_hides_money (const WayScorecard *card)
{
  return card->blind && card->decision == NULL && way_scorecard_count_blanks (card) > 0;
}

/* Scorecards to compare and to store, made in few words. */
#pragma once

#include "core/offers/card-change.h"
#include "core/offers/compare.h"
#include "core/offers/templates.h"

#include <math.h>

#define NOW_UTC 1795420800 /* 2026-11-23 08:00 */

static inline WayRange
score_of (double score)
{
  return (WayRange) { score, score };
}

static inline void
put (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* A typed criterion from 1 to 5 without a must-have; pass a computed measure for one that comes from the pay. */
static inline WayCriterionRow *
make_criterion (const char *title, double weight, WayMeasure measure)
{
  WayCriterionRow *it = way_criterion_row_new ();

  put (&it->title, title);
  it->weight = weight;
  it->measure = measure;
  return it;
}

/* Appends one; before there are offers. */
static inline WayCriterionRow *
card_criterion (WayScorecard *card, const char *title, double weight, WayMeasure measure)
{
  WayCriterionRow *it = make_criterion (title, weight, measure);

  g_ptr_array_add (card->criteria, it);
  return it;
}

/* Appends an offer, behind all criteria; @scores: one for each criterion, NAN for a blank. */
static inline WayOffer *
card_offer (WayScorecard *card, const char *company, const double *scores)
{
  WayOffer *offer = way_offer_new (card->currency);
  guint n = card->criteria->len;

  put (&offer->company, company);
  offer->state = WAY_OFFER_OFFERED;
  offer->scores = g_new (WayRange, n);
  offer->score_notes = g_renew (char *, offer->score_notes, n + 1);
  for (guint c = 0; c < n; c++)
    {
      offer->scores[c] = score_of (scores[c]);
      offer->score_notes[c] = g_strdup ("");
    }
  offer->score_notes[n] = NULL;
  g_ptr_array_add (card->offers, offer);
  return offer;
}

/* All that is paid is known: a base, and nothing else. */
static inline void
pays (WayOffer *offer, double base)
{
  offer->base = base;
  offer->bonus_amount = offer->pension_amount = offer->allowance = 0;
  offer->commute_cost = offer->commute_hours = 0;
  offer->no_sign_on = offer->no_equity = TRUE;
}

/* Growth 2, Team 1, Hours 1; Acme leads by 0.25 of the scale. */
static inline WayScorecard *
make_card (void)
{
  WayScorecard *card = way_scorecard_new ("Winter", "EUR");

  card_criterion (card, "Growth", 20, WAY_MEASURE_TYPED);
  card_criterion (card, "Team", 10, WAY_MEASURE_TYPED);
  card_criterion (card, "Hours", 10, WAY_MEASURE_TYPED);
  card_offer (card, "Acme", (double[]) { 5, 3, 3 });
  card_offer (card, "Globex", (double[]) { 3, 4, 2 });
  return card;
}

/* A scorecard as the tests of its dialogs open it: two offers that are worked out, one that is hardly known. */
#pragma once

#include "core/offers/card-change.h"

#define SAMPLE_NOW  1800000000
#define SAMPLE_CARD 1

static void
check (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
set (char **to, const char *text)
{
  g_free (*to);
  *to = g_strdup (text);
}

static WayOffer *
make_globex (void)
{
  WayOffer *offer = way_offer_new ("EUR");
  WaySignOnRow sign_on = { .year = 1, .amount = 10000, .clawback_months = 24, .prorated = TRUE };
  WayGrantRow *grant = way_grant_row_new ();

  set (&offer->company, "Globex");
  set (&offer->role, "Staff Engineer");
  set (&offer->place, "Berlin");
  offer->state = WAY_OFFER_OFFERED;
  offer->base = 85000;
  offer->bonus_percent = 10;
  offer->payout_low = 80;
  offer->payout_middle = 100;
  offer->payout_high = 120;
  offer->allowance = 1200;
  offer->pension_percent = 4;
  offer->commute_cost = 600;
  offer->commute_hours = 220;
  g_ptr_array_add (offer->sign_on, g_memdup2 (&sign_on, sizeof sign_on));
  grant->low = 30000;
  grant->middle = 60000;
  grant->high = 90000;
  grant->discount_percent = 20;
  g_ptr_array_add (offer->grants, grant);
  return offer;
}

static WayOffer *
make_initech (void)
{
  WayOffer *offer = way_offer_new ("EUR");

  set (&offer->company, "Initech");
  set (&offer->role, "Lead Developer");
  offer->state = WAY_OFFER_OFFERED;
  offer->base = 98000;
  offer->bonus_amount = 0;
  offer->no_sign_on = offer->no_equity = TRUE;
  offer->allowance = offer->pension_amount = offer->commute_cost = 0;
  offer->commute_hours = 0;
  return offer;
}

static void
add_offer (WayStore *store, gint64 card, WayOffer *offer, const double *scores)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  check (way_offer_add (store, card, offer, SAMPLE_NOW, &id, &error), error);
  way_offer_free (offer);
  g_autoptr (WayScorecard) loaded = way_scorecard_load (store, card, &error);
  for (guint i = 0, typed = 0; scores != NULL && i < loaded->criteria->len; i++)
    {
      const WayCriterionRow *it = g_ptr_array_index (loaded->criteria, i);
      if (it->measure != WAY_MEASURE_TYPED)
        continue;
      WayRange score = { scores[typed], scores[typed] };
      typed++;
      if (score.low > 0)
        check (way_offer_set_score (store, id, it->id, score, NULL, SAMPLE_NOW, &error), error);
    }
}

static void
make_sample (WayStore *store)
{
  const double globex[] = { 3, 4, 3, 4, 3, 2, 3 }, initech[] = { 4, 4, 4, 3, 4, 4, 4 };
  g_autoptr (GError) error = NULL;
  gint64 card;

  check (way_scorecard_add (store, "Spring 2027", "EUR", "engineering-job", 0, SAMPLE_NOW, &card,
                            &error),
         error);
  add_offer (store, card, make_globex (), globex);
  add_offer (store, card, make_initech (), initech);
  WayOffer *hooli = way_offer_new ("USD");
  set (&hooli->company, "Hooli");
  hooli->state = WAY_OFFER_INTERVIEWING;
  add_offer (store, card, hooli, NULL);
}

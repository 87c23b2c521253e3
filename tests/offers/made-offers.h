/* A scorecard of any size: what tests and measurements above the offers start from. */
#pragma once

#include "core/offers/card-change.h"

#include <math.h>

#define OFFERS_NOW   G_GINT64_CONSTANT (1795420800) /* 2026-11-23T08:00:00Z */
#define OFFERS_TODAY 20780                          /* 2026-11-23 */

static inline gint64
add_made_criterion (WayStore *store, gint64 card_id, guint at)
{
  static const char *const titles[] = { "Pay",          "Growth",  "Team",    "Commute",
                                        "On-call load", "Mission", "Company", "Remote work" };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCriterionRow) it = way_criterion_row_new ();
  gint64 id;

  g_free (it->title);
  it->title =
      at < G_N_ELEMENTS (titles) ? g_strdup (titles[at]) : g_strdup_printf ("Criterion %u", at + 1);
  it->weight = 10 + 5 * (at % 4);
  if (at == 0)
    it->measure = WAY_MEASURE_YEARLY;
  if (at == 1)
    it->must_at_least = 3;
  if (at == 2)
    it->weight_range = (WayRange) { 15, 30 };
  if (at == 3)
    {
      it->scale = (WayRange) { 0, 90 };
      g_free (it->unit);
      it->unit = g_strdup ("min");
      it->less_is_better = TRUE;
    }
  way_criterion_add (store, card_id, it, OFFERS_NOW, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* An offer with pay over years, some of it not known. */
static inline WayOffer *
new_made_offer (guint at)
{
  static const char *const companies[] = { "Acme", "Globex", "Initech", "Umbrella", "Hooli" };
  WayOffer *it = way_offer_new ("EUR");
  WaySignOnRow *sign_on = g_new0 (WaySignOnRow, 1);
  WayGrantRow *grant = way_grant_row_new ();

  g_free (it->company);
  g_free (it->role);
  it->company = at < G_N_ELEMENTS (companies) ? g_strdup (companies[at])
                                              : g_strdup_printf ("Company %u", at + 1);
  it->role = g_strdup (at % 2 == 0 ? "Backend Engineer" : "Platform Engineer");
  it->state = at % 3 == 1 ? WAY_OFFER_INTERVIEWING : WAY_OFFER_OFFERED;
  it->deadline_date = at % 2 == 0 ? OFFERS_TODAY + 5 - 3 * (int) at : WAY_DATE_NONE;
  it->base = 80000 + 4000 * (at % 5);
  it->bonus_percent = 10;
  it->payout_low = 50;
  it->payout_middle = 100;
  it->payout_high = 120;
  it->pension_percent = at % 3 == 2 ? NAN : 4;
  it->allowance = 0;
  it->commute_cost = 900;
  it->commute_hours = 120;
  *sign_on = (WaySignOnRow) { 0, 1, 5000, 12, TRUE };
  g_ptr_array_add (it->sign_on, sign_on);
  grant->low = 10000;
  grant->middle = 40000;
  grant->high = 90000;
  grant->discount_percent = 0;
  g_ptr_array_add (it->grants, grant);
  return it;
}

static inline gint64
make_offers (WayStore *store, guint n_offers, guint n_criteria)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) criteria = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 card_id, id;

  way_scorecard_add (store, "After the bootcamp", "EUR", NULL, 0, OFFERS_NOW, &card_id, &error);
  g_assert_no_error (error);
  for (guint c = 0; c < n_criteria; c++)
    {
      id = add_made_criterion (store, card_id, c);
      g_array_append_val (criteria, id);
    }
  for (guint o = 0; o < n_offers; o++)
    {
      g_autoptr (WayOffer) offer = new_made_offer (o);
      way_offer_add (store, card_id, offer, OFFERS_NOW, &id, &error);
      g_assert_no_error (error);
      for (guint c = 1; c < n_criteria; c++)
        {
          double score = c == 3 ? 10 * (o % 7) : c == 1 && o == 2 ? 2 : 3 + (o + c) % 3;
          WayRange range = { score, (o + c) % 5 == 0 && c != 3 ? MIN (5, score + 1) : score };
          if ((o + 2 * c) % 9 == 4)
            continue; /* blank */
          way_offer_set_score (store, id, g_array_index (criteria, gint64, c), range, NULL,
                               OFFERS_NOW, &error);
          g_assert_no_error (error);
        }
    }
  return card_id;
}

/* From an offer as it was typed to the struct that pay is computed from. */
#include "core/offers/compare.h"
#include "core/offers/vesting-notation.h"

#include <math.h>

static double
share (double percent)
{
  return percent / 100;
}

/* One that is known in the middle alone is the same at its ends. */
static WayScenarios
scenarios (double low, double middle, double high, double by)
{
  return (WayScenarios) { (isnan (low) ? middle : low) * by, middle * by,
                          (isnan (high) ? middle : high) * by };
}

static void
grant_clear (WayGrant *grant)
{
  g_clear_pointer (&grant->vesting.table, g_array_unref);
}

static GArray *
sign_on_of (const WayOffer *offer, double rate)
{
  if (offer->sign_on->len == 0 && !offer->no_sign_on)
    return NULL;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (WaySignOn));
  for (guint i = 0; i < offer->sign_on->len; i++)
    {
      const WaySignOnRow *row = offer->sign_on->pdata[i];
      WaySignOn it = { row->year, row->amount * rate, row->clawback_months, row->prorated };
      g_array_append_val (all, it);
    }
  return all;
}

/* The grant is added even when its vesting is typed wrong, so that it is freed with the others. */
static gboolean
add_grant (GArray *equity, const WayGrantRow *row, double rate, GError **error)
{
  WayGrant it = { .value = scenarios (row->low, row->middle, row->high, rate),
                  .discount = share (row->discount_percent),
                  .vesting = { .start_month = row->start_month,
                               .months = row->months,
                               .cliff_months = row->cliff_months,
                               .every_months = row->every_months } };
  gboolean read = way_vesting_parse_years (row->year_percents, it.vesting.by_year,
                                           &it.vesting.n_years, error) &&
                  way_vesting_parse_table (row->vest_table, &it.vesting.table, error);

  if (it.vesting.n_years > 0)
    it.vesting.months = 12 * it.vesting.n_years;
  g_array_append_val (equity, it);
  return read;
}

static gboolean
read_equity (const WayOffer *offer, double rate, WayPayOffer *pay, GError **error)
{
  if (offer->grants->len == 0 && !offer->no_equity)
    return TRUE;
  pay->equity = g_array_new (FALSE, FALSE, sizeof (WayGrant));
  g_array_set_clear_func (pay->equity, (GDestroyNotify) grant_clear);
  for (guint i = 0; i < offer->grants->len; i++)
    if (!add_grant (pay->equity, offer->grants->pdata[i], rate, error))
      return FALSE;
  return TRUE;
}

gboolean
way_offer_to_pay (const WayScorecard *card,
                  const WayOffer *offer,
                  double rate,
                  WayPayOffer *pay,
                  GError **error)
{
  *pay = (WayPayOffer) {
    .years = card->years,
    .base = offer->base * rate,
    .raise = share (offer->raise_percent),
    .bonus = { offer->bonus_amount * rate, share (offer->bonus_percent) },
    .payout = scenarios (offer->payout_low, offer->payout_middle, offer->payout_high, 0.01),
    .bonus_promised = offer->bonus_promised * rate,
    .sign_on = sign_on_of (offer, rate),
    .pension = { offer->pension_amount * rate, share (offer->pension_percent) },
    .allowance = offer->allowance * rate,
    .commute_cost = offer->commute_cost * rate,
    .commute_hours = offer->commute_hours,
    .rate = share (card->discount_percent),
  };
  if (read_equity (offer, rate, pay, error))
    return TRUE;
  way_pay_offer_clear (pay);
  return FALSE;
}

void
way_pay_offer_clear (WayPayOffer *pay)
{
  g_clear_pointer (&pay->sign_on, g_array_unref);
  g_clear_pointer (&pay->equity, g_array_unref);
}

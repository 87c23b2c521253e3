#include "core/offers/pay.h"

#include <math.h>

static WayScenarios
same (double amount)
{
  return (WayScenarios) { amount, amount, amount };
}

static WayScenarios
scaled (WayScenarios it, double by)
{
  return (WayScenarios) { it.low * by, it.middle * by, it.high * by };
}

static void
add (WayScenarios *sum, WayScenarios it)
{
  sum->low += it.low;
  sum->middle += it.middle;
  sum->high += it.high;
}

/* NAN when the part is not known, or a share of a base that is not. */
static double
part_amount (WayPayPart part, double base)
{
  return isnan (part.share) ? part.amount : part.share * base;
}

/* A target of 0 needs no payout: there is no bonus. */
static WayScenarios
bonus_of (const WayPayOffer *offer, double base)
{
  double target = part_amount (offer->bonus, base);

  if (target == 0)
    return same (offer->bonus_promised);
  if (isnan (target) || isnan (offer->payout.middle))
    return same (NAN);
  return (WayScenarios) { MAX (target * offer->payout.low, offer->bonus_promised),
                          MAX (target * offer->payout.middle, offer->bonus_promised),
                          MAX (target * offer->payout.high, offer->bonus_promised) };
}

static double
sign_on_of (const GArray *sign_on, int year)
{
  double sum = 0;

  if (sign_on == NULL)
    return NAN;
  for (guint i = 0; i < sign_on->len; i++)
    if (g_array_index (sign_on, WaySignOn, i).year == year)
      sum += g_array_index (sign_on, WaySignOn, i).amount;
  return sum;
}

/* @year: at its end */
static double
owed_after (const GArray *sign_on, int year)
{
  double sum = 0;

  for (guint i = 0; sign_on != NULL && i < sign_on->len; i++)
    {
      const WaySignOn *it = &g_array_index (sign_on, WaySignOn, i);
      int months = 12 * (year - it->year + 1);
      if (it->year > year || months >= it->clawback_months)
        continue;
      sum += it->prorated ? it->amount * (it->clawback_months - months) / it->clawback_months
                          : it->amount;
    }
  return sum;
}

/* One grant whose discount is not known leaves all equity unknown: a part of it would look like the whole. */
static WayScenarios
equity_of (const GArray *equity, int year)
{
  WayScenarios sum = { 0 };

  if (equity == NULL)
    return same (NAN);
  for (guint i = 0; i < equity->len; i++)
    {
      const WayGrant *it = &g_array_index (equity, WayGrant, i);
      double vests = way_vesting_vested (&it->vesting, 12 * year) -
                     way_vesting_vested (&it->vesting, 12 * (year - 1));
      add (&sum, scaled (it->value, vests * (1 - it->discount)));
    }
  return sum;
}

static double
known_or_zero (double amount)
{
  return isnan (amount) ? 0 : amount;
}

static void
fill_year (const WayPayOffer *offer, int year, WayPayYear *it)
{
  double base = offer->base * pow (1 + offer->raise, year - 1);

  it->parts[WAY_PAY_BASE] = same (base);
  it->parts[WAY_PAY_BONUS] = bonus_of (offer, base);
  it->parts[WAY_PAY_SIGN_ON] = same (sign_on_of (offer->sign_on, year));
  it->parts[WAY_PAY_EQUITY] = equity_of (offer->equity, year);
  it->parts[WAY_PAY_PENSION] = same (part_amount (offer->pension, base));
  it->parts[WAY_PAY_ALLOWANCE] = same (offer->allowance);
  it->parts[WAY_PAY_COMMUTE] = same (-offer->commute_cost);
  it->guaranteed = known_or_zero (offer->base) + offer->bonus_promised +
                   known_or_zero (it->parts[WAY_PAY_SIGN_ON].middle) +
                   known_or_zero (part_amount (offer->pension, offer->base)) +
                   known_or_zero (offer->allowance) - known_or_zero (offer->commute_cost);
  it->owed = owed_after (offer->sign_on, year);
}

/* Adds up the parts of the year that are known; the bits of the others. What is promised of a bonus is known even
 * when the rest is not. */
static guint
add_parts (WayPayYear *it, double bonus_promised)
{
  guint missing = 0;

  if (isnan (it->parts[WAY_PAY_BONUS].middle))
    it->known = same (bonus_promised);

  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    if (isnan (it->parts[k].middle))
      missing |= 1u << k;
    else
      add (&it->known, it->parts[k]);
  return missing;
}

WayPay *
way_pay (const WayPayOffer *offer)
{
  WayPay *pay = g_new0 (WayPay, 1);

  pay->n_years = offer->years;
  pay->years = g_new0 (WayPayYear, offer->years);
  for (int year = 1; year <= offer->years; year++)
    {
      WayPayYear *it = &pay->years[year - 1];
      double time = offer->mid_year ? year - 0.5 : year;
      double factor = pow (1 + offer->rate, -time);
      fill_year (offer, year, it);
      pay->missing |= add_parts (it, offer->bonus_promised);
      add (&pay->sum, it->known);
      pay->guaranteed += it->guaranteed;
      add (&pay->present, scaled (it->known, factor));
      pay->present_guaranteed += it->guaranteed * factor;
    }
  return pay;
}

void
way_pay_free (WayPay *pay)
{
  if (pay == NULL)
    return;
  g_free (pay->years);
  g_free (pay);
}

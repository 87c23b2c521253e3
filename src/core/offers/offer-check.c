/* What is wrong with an offer, in a sentence. */
#include "core/offers/change.h"
#include "core/offers/pay.h"
#include "core/offers/vesting-notation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HOURS_OF_A_YEAR 8784
#define MAX_MONTHS      480

/* Numbers that may be blank, and the most of each; the least is 0. */
static const struct
{
  const char *title;
  gsize offset;
  double most;
} numbers[] = {
  { N_ ("Base salary"), G_STRUCT_OFFSET (WayOffer, base), WAY_CARD_MAX_NUMBER },
  { N_ ("Raise"), G_STRUCT_OFFSET (WayOffer, raise_percent), 100 },
  { N_ ("Bonus"), G_STRUCT_OFFSET (WayOffer, bonus_amount), WAY_CARD_MAX_NUMBER },
  { N_ ("Bonus in percent"), G_STRUCT_OFFSET (WayOffer, bonus_percent), 1000 },
  { N_ ("Low payout"), G_STRUCT_OFFSET (WayOffer, payout_low), 1000 },
  { N_ ("Payout"), G_STRUCT_OFFSET (WayOffer, payout_middle), 1000 },
  { N_ ("High payout"), G_STRUCT_OFFSET (WayOffer, payout_high), 1000 },
  { N_ ("Promised bonus"), G_STRUCT_OFFSET (WayOffer, bonus_promised), WAY_CARD_MAX_NUMBER },
  { N_ ("Pension"), G_STRUCT_OFFSET (WayOffer, pension_amount), WAY_CARD_MAX_NUMBER },
  { N_ ("Pension in percent"), G_STRUCT_OFFSET (WayOffer, pension_percent), 100 },
  { N_ ("Allowance"), G_STRUCT_OFFSET (WayOffer, allowance), WAY_CARD_MAX_NUMBER },
  { N_ ("Cost of commuting"), G_STRUCT_OFFSET (WayOffer, commute_cost), WAY_CARD_MAX_NUMBER },
  { N_ ("Hours of commuting"), G_STRUCT_OFFSET (WayOffer, commute_hours), HOURS_OF_A_YEAR },
};

static gboolean
check_numbers (const WayOffer *offer, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!way_card_check_known (_ (numbers[i].title),
                               G_STRUCT_MEMBER (double, offer, numbers[i].offset), 0,
                               numbers[i].most, error))
      return FALSE;
  return TRUE;
}

/* Comparisons with NAN are false: a bound that is not known binds nothing. */
static gboolean
check_scenarios (const char *what, double low, double middle, double high, GError **error)
{
  if (isnan (middle) && !(isnan (low) && isnan (high)))
    /* Translators: the title of a number that has a low, a middle and a high one */
    return way_card_refuse (error, _ ("%s: the middle one is missing between low and high."), what);
  if (low > middle || middle > high || low > high)
    return way_card_refuse (error, _ ("%s: low, middle and high must be in this order."), what);
  return TRUE;
}

static gboolean
check_sign_on (const WayOffer *offer, GError **error)
{
  if (offer->no_sign_on && offer->sign_on->len > 0)
    return way_card_refuse (error,
                            _ ("There is sign-on money, and it is said that there is none."));
  for (guint i = 0; i < offer->sign_on->len; i++)
    {
      const WaySignOnRow *it = offer->sign_on->pdata[i];
      if (!way_card_check_number (_ ("Year of the sign-on money"), it->year, 1, WAY_PAY_MAX_YEARS,
                                  error) ||
          !way_card_check_number (_ ("Sign-on money"), it->amount, 0, WAY_CARD_MAX_NUMBER, error) ||
          !way_card_check_number (_ ("Months of paying back"), it->clawback_months, 0, MAX_MONTHS,
                                  error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_vesting (const WayGrantRow *it, GError **error)
{
  double by_year[WAY_VESTING_MAX_YEARS];
  g_autoptr (GArray) table = NULL;
  int n_years;

  if (!way_vesting_parse_years (it->year_percents, by_year, &n_years, error) ||
      !way_vesting_parse_table (it->vest_table, &table, error) ||
      !way_card_check_number (_ ("Start of vesting"), it->start_month, 0, MAX_MONTHS, error) ||
      !way_card_check_number (_ ("Months of vesting"), it->months, 1, MAX_MONTHS, error))
    return FALSE;
  if (n_years > 0 && table != NULL)
    return way_card_refuse (error, _ ("Vesting is given by year and by month. Give one of them."));
  int months = n_years > 0 ? 12 * n_years : it->months;
  return table != NULL ||
         (way_card_check_number (_ ("Cliff"), it->cliff_months, 0, months, error) &&
          way_card_check_number (_ ("Months between two vestings"), it->every_months, 1,
                                 MIN (months, 120), error));
}

static gboolean
check_grants (const WayOffer *offer, GError **error)
{
  double most = WAY_CARD_MAX_NUMBER;

  if (offer->no_equity && offer->grants->len > 0)
    return way_card_refuse (error, _ ("There is a grant, and it is said that there is no equity."));
  for (guint i = 0; i < offer->grants->len; i++)
    {
      const WayGrantRow *it = offer->grants->pdata[i];
      if (!way_card_check_known (_ ("Low value of the grant"), it->low, 0, most, error) ||
          !way_card_check_known (_ ("Value of the grant"), it->middle, 0, most, error) ||
          !way_card_check_known (_ ("High value of the grant"), it->high, 0, most, error) ||
          !check_scenarios (_ ("Value of the grant"), it->low, it->middle, it->high, error) ||
          !way_card_check_known (_ ("Discount of the grant"), it->discount_percent, 0, 100,
                                 error) ||
          !check_vesting (it, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_money (const WayOffer *offer, GError **error)
{
  if (!check_numbers (offer, error))
    return FALSE;
  if (!isnan (offer->bonus_amount) && !isnan (offer->bonus_percent))
    return way_card_refuse (
        error, _ ("The bonus is given as an amount and in percent. Give one of them."));
  if (!isnan (offer->pension_amount) && !isnan (offer->pension_percent))
    return way_card_refuse (
        error, _ ("The pension is given as an amount and in percent. Give one of them."));
  return check_scenarios (_ ("Payout"), offer->payout_low, offer->payout_middle, offer->payout_high,
                          error) &&
         check_sign_on (offer, error) && check_grants (offer, error);
}

gboolean
way_offer_check (const WayOffer *offer, char **currency, GError **error)
{
  g_autofree char *company = way_card_line (offer->company);

  if (*company == '\0')
    return way_card_refuse (error, _ ("An offer needs the name of the company."));
  if ((guint) offer->state >= WAY_OFFER_N_STATES)
    return way_card_refuse (error, _ ("An offer needs a state."));
  if (offer->deadline_date != WAY_DATE_NONE &&
      !way_card_check_date (_ ("Day to answer by"), offer->deadline_date, error))
    return FALSE;
  return check_money (offer, error) && way_card_check_currency (offer->currency, currency, error);
}

/* Vesting and pay by published examples and by hand. */
#include "core/offers/pay.h"

#include <math.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

/* "4 years with a one-year cliff" (PrivCo and USLegal, among others): nothing before the first anniversary, then 25 %,
 * then 1/48 each month. */
static void
test_cliff (void)
{
  WayVesting vesting = { .months = 48, .cliff_months = 12, .every_months = 1 };

  assert_near (way_vesting_vested (&vesting, 11), 0);
  assert_near (way_vesting_vested (&vesting, 12), 0.25);
  assert_near (way_vesting_vested (&vesting, 13), 0.25 + 1.0 / 48);
  assert_near (way_vesting_vested (&vesting, 24), 0.5);
  assert_near (way_vesting_vested (&vesting, 47), 1 - 1.0 / 48);
  assert_near (way_vesting_vested (&vesting, 48), 1);
  assert_near (way_vesting_vested (&vesting, 480), 1);
}

static void
test_quarters (void)
{
  WayVesting vesting = { .months = 48, .cliff_months = 12, .every_months = 3 };

  assert_near (way_vesting_vested (&vesting, 14), 0.25);
  assert_near (way_vesting_vested (&vesting, 15), 0.3125);
}

/* 5, 15, 40 and 40 %, half-yearly from the third year's shares on; granted a year after the start. */
static void
test_back_loaded (void)
{
  WayVesting vesting = { .start_month = 12,
                         .months = 48,
                         .every_months = 6,
                         .n_years = 4,
                         .by_year = { 0.05, 0.15, 0.4, 0.4 } };

  assert_near (way_vesting_vested (&vesting, 12), 0);
  assert_near (way_vesting_vested (&vesting, 24), 0.05);
  assert_near (way_vesting_vested (&vesting, 36), 0.2);
  assert_near (way_vesting_vested (&vesting, 41), 0.2);
  assert_near (way_vesting_vested (&vesting, 42), 0.4);
  assert_near (way_vesting_vested (&vesting, 60), 1);
}

static void
test_table (void)
{
  static const WayVest vests[] = { { 6, 0.1 }, { 18, 0.3 }, { 36, 0.6 } };
  g_autoptr (GArray) table = g_array_new (FALSE, FALSE, sizeof (WayVest));
  WayVesting vesting = { .table = table };

  g_array_append_vals (table, vests, 3);
  assert_near (way_vesting_vested (&vesting, 5), 0);
  assert_near (way_vesting_vested (&vesting, 6), 0.1);
  assert_near (way_vesting_vested (&vesting, 35), 0.4);
  assert_near (way_vesting_vested (&vesting, 36), 1);
}

/* An offer that is complete and of which every part is 0. */
static WayPayOffer
make_offer (void)
{
  return (WayPayOffer) { .years = 4,
                         .bonus = { 0, NAN },
                         .payout = { NAN, NAN, NAN },
                         .pension = { 0, NAN },
                         .rate = NAN,
                         .sign_on = g_array_new (FALSE, FALSE, sizeof (WaySignOn)),
                         .equity = g_array_new (FALSE, FALSE, sizeof (WayGrant)) };
}

static void
offer_clear (WayPayOffer *offer)
{
  g_clear_pointer (&offer->sign_on, g_array_unref);
  g_clear_pointer (&offer->equity, g_array_unref);
}

static void
assert_present (const double *flows, int years, double rate, double present)
{
  WayPayOffer offer = make_offer ();

  offer.years = years;
  offer.rate = rate;
  for (int i = 0; i < years; i++)
    {
      WaySignOn it = { .year = i + 1, .amount = flows[i] };
      g_array_append_val (offer.sign_on, it);
    }
  g_autoptr (WayPay) pay = way_pay (&offer);
  g_assert_cmpfloat_with_epsilon (pay->present.middle, present, 0.005);
  g_assert_cmpfloat_with_epsilon (pay->present_guaranteed, present, 0.005);
  offer_clear (&offer);
}

/* P. Peterson Drake, "Discounting Uneven Cash Flows" and "Present Value of a Deferred Annuity" (James Madison
 * University), problems 1, 2, 4 and 1: cash flows at the end of each period. */
static void
test_present_value (void)
{
  assert_present ((double[]) { 5000, 5000, 3000, 0 }, 4, 0.05, 11888.56);
  assert_present ((double[]) { 3000, 0, 3000, 0 }, 4, 0.04, 5551.60);
  assert_present ((double[]) { 10000, 0, 10000, 0 }, 4, 0.02, 19227.14);
  assert_present ((double[]) { 0, 1000, 1000, 1000, 1000 }, 5, 0.05, 3377.10);
}

static void
test_mid_year (void)
{
  WayPayOffer offer = make_offer ();

  offer.base = 1000;
  offer.rate = 0.21;
  g_autoptr (WayPay) end = way_pay (&offer);
  offer.mid_year = TRUE;
  g_autoptr (WayPay) middle = way_pay (&offer);
  assert_near (middle->present.middle, end->present.middle * 1.1);
  offer.rate = NAN;
  g_autoptr (WayPay) none = way_pay (&offer);
  g_assert_true (isnan (none->present.middle));
  offer_clear (&offer);
}

static void
test_years (void)
{
  WayPayOffer offer = make_offer ();
  WayGrant grant = { { 24000, 48000, 96000 },
                     0.5,
                     { .months = 48, .cliff_months = 12, .every_months = 1 } };
  WaySignOn sign_on = { 1, 12000, 24, TRUE };

  offer.base = 100000;
  offer.raise = 0.1;
  offer.bonus = (WayPayPart) { NAN, 0.1 };
  offer.payout = (WayScenarios) { 0, 1, 1.5 };
  offer.bonus_promised = 3000;
  offer.pension = (WayPayPart) { NAN, 0.05 };
  offer.allowance = 1000;
  offer.commute_cost = 2000;
  g_array_append_val (offer.equity, grant);
  g_array_append_val (offer.sign_on, sign_on);
  g_autoptr (WayPay) pay = way_pay (&offer);
  g_assert_cmpuint (pay->missing, ==, 0);
  assert_near (pay->years[0].known.low, 100000 + 3000 + 12000 + 3000 + 5000 + 1000 - 2000);
  assert_near (pay->years[0].known.middle, 100000 + 10000 + 12000 + 6000 + 5000 + 1000 - 2000);
  assert_near (pay->years[1].known.high, 110000 + 16500 + 12000 + 5500 + 1000 - 2000);
  /* No raise, no equity, of the bonus what is promised. */
  assert_near (pay->years[0].guaranteed, 100000 + 3000 + 12000 + 5000 + 1000 - 2000);
  assert_near (pay->years[3].guaranteed, 100000 + 3000 + 5000 + 1000 - 2000);
  assert_near (pay->years[0].owed, 6000);
  assert_near (pay->years[1].owed, 0);
  assert_near (pay->sum.middle, pay->years[0].known.middle + pay->years[1].known.middle +
                                    pay->years[2].known.middle + pay->years[3].known.middle);
  offer_clear (&offer);
}

static void
test_clawback (void)
{
  WayPayOffer offer = make_offer ();
  WaySignOn sign_on = { 2, 9000, 18, FALSE };

  g_array_append_val (offer.sign_on, sign_on);
  g_autoptr (WayPay) pay = way_pay (&offer);
  assert_near (pay->years[0].owed, 0);
  assert_near (pay->years[1].owed, 9000);
  assert_near (pay->years[2].owed, 0);
  offer_clear (&offer);
}

/* What is not known is named, and leaves what is known as it is. */
static void
test_blanks (void)
{
  WayPayOffer offer = make_offer ();

  offer.base = 50000;
  offer.allowance = NAN;
  offer.bonus = (WayPayPart) { 4000, NAN };
  offer.bonus_promised = 1000;
  g_clear_pointer (&offer.equity, g_array_unref);
  g_autoptr (WayPay) pay = way_pay (&offer);
  g_assert_cmpuint (pay->missing, ==,
                    1 << WAY_PAY_ALLOWANCE | 1 << WAY_PAY_BONUS | 1 << WAY_PAY_EQUITY);
  assert_near (pay->years[0].known.middle, 51000);
  assert_near (pay->years[0].guaranteed, 51000);
  offer_clear (&offer);
}

/* One grant of two without a discount: all equity is unknown. */
static void
test_blank_discount (void)
{
  WayPayOffer offer = make_offer ();
  WayGrant grant = { { 1, 1, 1 }, 0, { .months = 48, .every_months = 1 } };

  g_array_append_val (offer.equity, grant);
  grant.discount = NAN;
  g_array_append_val (offer.equity, grant);
  g_autoptr (WayPay) pay = way_pay (&offer);
  g_assert_cmpuint (pay->missing, ==, 1 << WAY_PAY_EQUITY);
  offer_clear (&offer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/pay/four-years-with-a-one-year-cliff", test_cliff);
  g_test_add_func ("/offers/pay/quarterly-vesting-waits-for-the-quarter", test_quarters);
  g_test_add_func ("/offers/pay/back-loaded-refresher", test_back_loaded);
  g_test_add_func ("/offers/pay/own-vesting-table", test_table);
  g_test_add_func ("/offers/pay/published-present-values", test_present_value);
  g_test_add_func ("/offers/pay/mid-year-is-half-a-year-earlier", test_mid_year);
  g_test_add_func ("/offers/pay/year-by-year", test_years);
  g_test_add_func ("/offers/pay/clawback-is-owed-until-its-month", test_clawback);
  g_test_add_func ("/offers/pay/blanks-are-missing-not-zero", test_blanks);
  g_test_add_func ("/offers/pay/blank-discount-leaves-equity-unknown", test_blank_discount);
  return g_test_run ();
}

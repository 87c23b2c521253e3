/* What an offer pays, year by year.
 *
 * Money is in one currency, the offer's: what is in another is exchanged before it comes here. A component that is
 * not known is NAN (or not given): it is named as missing, and then there is no total, only the sum of what is
 * known. It is never taken for 0; 0 says that there is none. */
#pragma once

#include "core/offers/vesting.h"

G_BEGIN_DECLS

/* At least these are shown: a cliff, front-loading and sign-on money mislead in fewer. */
#define WAY_PAY_MIN_YEARS 4
#define WAY_PAY_MAX_YEARS 40

typedef struct
{
  double low;
  double middle;
  double high;
} WayScenarios;

/* A year's money, as an amount or as a share of the base; both NAN: not known. */
typedef struct
{
  double amount;
  double share;
} WayPayPart;

typedef struct
{
  int year; /* of the offer, from 1; paid at its start */
  double amount;
  int clawback_months; /* leaving before costs it */
  gboolean prorated;   /* or the part of it that is left of these months */
} WaySignOn;

typedef struct
{
  WayScenarios value; /* of the whole grant */
  double discount; /* off that value, as it cannot be sold or may come to nothing; NAN: not known */
  WayVesting vesting;
} WayGrant;

typedef struct
{
  int years;
  double base;           /* a year */
  double raise;          /* of the base each year, as a share; never guaranteed */
  WayPayPart bonus;      /* at target */
  WayScenarios payout;   /* of the target, as shares; middle NAN: not known */
  double bonus_promised; /* a year, whatever happens */
  GArray *sign_on;       /* of WaySignOn; %NULL: not known */
  GArray *equity;        /* of WayGrant; %NULL: not known */
  WayPayPart pension;    /* what the employer adds */
  double allowance;      /* a year */
  double commute_cost;   /* a year; taken off */
  double commute_hours;  /* a year; told, not priced */
  double rate;           /* of discounting, a year; NAN: no present value */
  gboolean mid_year; /* a year's money counts as paid in the middle of it, otherwise at its end */
} WayPayOffer;

typedef enum
{
  WAY_PAY_BASE,
  WAY_PAY_BONUS,
  WAY_PAY_SIGN_ON,
  WAY_PAY_EQUITY,
  WAY_PAY_PENSION,
  WAY_PAY_ALLOWANCE,
  WAY_PAY_COMMUTE, /* negative */
  WAY_PAY_N_COMPONENTS,
} WayPayComponent;

typedef struct
{
  WayScenarios parts[WAY_PAY_N_COMPONENTS]; /* NAN: not known */
  WayScenarios known;                       /* the sum of the parts that are known */
  double
      guaranteed; /* of that, what is promised: no equity, no raise, of the bonus what is promised */
  double owed;    /* sign-on money to be paid back when leaving at the end of the year */
} WayPayYear;

typedef struct
{
  int n_years;
  WayPayYear *years;
  WayScenarios sum; /* of what is known */
  double guaranteed;
  WayScenarios present;      /* of what is known; NAN: no rate */
  double present_guaranteed; /* NAN: no rate */
  guint missing;             /* bits 1 << WayPayComponent */
} WayPay;

/**
 * way_pay:
 *
 * Present value is Σ money of year t / (1 + rate)^t, t counted from 1, or from ½ in the middle of years.
 *
 * Returns: (transfer full): the years
 */
WayPay *way_pay (const WayPayOffer *offer);
void way_pay_free (WayPay *pay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPay, way_pay_free)

G_END_DECLS

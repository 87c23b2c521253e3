/* How much of a grant belongs to the person, month by month. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_VESTING_MAX_YEARS 10

/* What vests at the end of a month of the grant. */
typedef struct
{
  int month;
  double share;
} WayVest;

typedef struct
{
  int start_month; /* months of the offer before the grant; 0: granted on the first day */
  GArray *table; /* of WayVest, by month: the shares as they are written down; %NULL: by the rest */
  int months;    /* until all has vested */
  int cliff_months; /* nothing vests before; then all that has accrued does */
  int every_months; /* between two vestings */
  int n_years;      /* 0: the same each month */
  double by_year
      [WAY_VESTING_MAX_YEARS]; /* share of each year of the grant, the same each month within it */
} WayVesting;

/* The share, 0…1, that has vested at the end of month @month of the offer. */
double way_vesting_vested (const WayVesting *vesting, int month);

G_END_DECLS

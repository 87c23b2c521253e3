#include "core/offers/vesting.h"

static double
read_table (const GArray *table, int month)
{
  double sum = 0;

  for (guint i = 0; i < table->len; i++)
    if (g_array_index (table, WayVest, i).month <= month)
      sum += g_array_index (table, WayVest, i).share;
  return sum;
}

static double
accrued (const WayVesting *vesting, int month)
{
  double sum = 0;

  if (vesting->n_years == 0)
    return (double) month / vesting->months;
  for (int year = 0; year < vesting->n_years && month > 12 * year; year++)
    sum += vesting->by_year[year] * MIN (month - 12 * year, 12) / 12;
  return sum;
}

double
way_vesting_vested (const WayVesting *vesting, int month)
{
  month -= vesting->start_month;
  if (month <= 0)
    return 0;
  if (vesting->table != NULL)
    return MIN (read_table (vesting->table, month), 1);
  if (month < vesting->cliff_months)
    return 0;
  if (month >= vesting->months)
    return 1;
  return accrued (vesting, MAX (vesting->cliff_months, month - month % vesting->every_months));
}

#include "core/offers/value.h"

#include <math.h>

gboolean
way_range_is_blank (WayRange range)
{
  return isnan (range.low) || isnan (range.high);
}

gboolean
way_range_is_exact (WayRange range)
{
  return range.low == range.high;
}

double
way_range_middle (WayRange range)
{
  return (range.low + range.high) / 2;
}

/* A scale without length is one on which all are the same: as good as it gets. */
static double
value_of (const WayCriterion *criterion, double score)
{
  double length = criterion->scale.high - criterion->scale.low;

  if (length == 0)
    return 1;
  double value = criterion->less_is_better ? (criterion->scale.high - score) / length
                                           : (score - criterion->scale.low) / length;
  return CLAMP (value, 0, 1);
}

WayRange
way_value (const WayCriterion *criterion, WayRange score)
{
  if (way_range_is_blank (score))
    return (WayRange) { 0, 1 };
  double a = value_of (criterion, score.low), b = value_of (criterion, score.high);
  return (WayRange) { MIN (a, b), MAX (a, b) };
}

/* A bound that is NAN is no bound: every comparison with it is false. */
WayMust
way_must_check (const WayCriterion *criterion, WayRange score)
{
  gboolean blank = way_range_is_blank (score);

  if (isnan (criterion->must_at_least) && isnan (criterion->must_at_most))
    return WAY_MUST_MET;
  if (!blank && (score.high < criterion->must_at_least || score.low > criterion->must_at_most))
    return WAY_MUST_MISSED;
  if (blank || score.low < criterion->must_at_least || score.high > criterion->must_at_most)
    return WAY_MUST_OPEN;
  return WAY_MUST_MET;
}

gboolean
way_weights_normalize (const WayCriterion *criteria, guint n, double *shares)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += criteria[i].weight;
  if (!(sum > 0) || !isfinite (sum))
    return FALSE;
  for (guint i = 0; i < n; i++)
    shares[i] = criteria[i].weight / sum;
  return TRUE;
}

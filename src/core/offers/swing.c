#include "core/offers/compare.h"

#include <math.h>

gboolean
way_swing_weights (const double *swings, guint n, double *weights)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += swings[i];
  if (!(sum > 0) || !isfinite (sum))
    return FALSE;
  for (guint i = 0; i < n; i++)
    weights[i] = 100 * swings[i] / sum;
  return TRUE;
}

/* From scores to values: what a score is worth between 0 and 1, whether it meets a must-have, and what
 * weights in points mean as shares.
 *
 * A score may be exact, a range, or blank. A blank is not known: its value is anything from 0 to 1, never 0. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both ends included; equal ends: exact; NAN at both: not known. */
typedef struct
{
  double low;
  double high;
} WayRange;

#define WAY_RANGE_BLANK ((WayRange) { NAN, NAN })

/* The scale of scores where a criterion has none of its own. */
#define WAY_SCORE_LOW  1.0
#define WAY_SCORE_HIGH 5.0

typedef struct
{
  const char *id;
  double weight;         /* points, at least 0; used as a share of the sum of all */
  WayRange weight_range; /* points, around @weight; blank: @weight is exact */
  WayRange scale;        /* the worst and the best score can be at either end */
  gboolean less_is_better;
  double must_at_least; /* of the score; NAN: no must-have */
  double must_at_most;
} WayCriterion;

/**
 * WayMust:
 * @WAY_MUST_MET: there is no must-have, or the score meets it whatever it is within its range
 * @WAY_MUST_OPEN: the score is blank, or only a part of its range meets it
 * @WAY_MUST_MISSED: no score of the range meets it: the offer is vetoed
 */
typedef enum
{
  WAY_MUST_MET,
  WAY_MUST_OPEN,
  WAY_MUST_MISSED,
} WayMust;

gboolean way_range_is_blank (WayRange range);
gboolean way_range_is_exact (WayRange range);
double way_range_middle (WayRange range);

/* The values, 0…1, that @score can have: linear between the ends of the scale, and all of 0…1 for a blank. */
WayRange way_value (const WayCriterion *criterion, WayRange score);

WayMust way_must_check (const WayCriterion *criterion, WayRange score);

/* Makes @shares of the weights of @criteria, which add up to 1. %FALSE when the weights add up to nothing. */
gboolean way_weights_normalize (const WayCriterion *criteria, guint n, double *shares);

G_END_DECLS

/* What has to change for an offer to lead. Whether it leads is asked of the comparison itself, with one sample, so that
 * spans, musts and exchange rates count as they do there. The lead rises with the base, with sign-on money and with a
 * score towards its better end; so the least change is found by halving, on a grid of whole units or tenths. */
#include "core/offers/change.h"
#include "core/offers/compare.h"

#include <math.h>

#define TENTHS 10

/* A thing that is tried. */
typedef struct
{
  WayScorecard *card; /* a copy */
  guint offer;
  WayNeedKind kind;
  int criterion;
} Trial;

static void
set_sign_on (WayOffer *offer, double amount)
{
  WaySignOnRow *row = g_new0 (WaySignOnRow, 1);

  for (guint i = offer->sign_on->len; i > 0; i--)
    if (((const WaySignOnRow *) offer->sign_on->pdata[i - 1])->year == 1)
      g_ptr_array_remove_index (offer->sign_on, i - 1);
  row->year = 1;
  row->amount = amount;
  g_ptr_array_insert (offer->sign_on, 0, row);
}

static void
set (const Trial *trial, double number)
{
  WayOffer *offer = trial->card->offers->pdata[trial->offer];

  switch (trial->kind)
    {
    case WAY_NEED_BASE:
      offer->base = number;
      break;
    case WAY_NEED_SIGN_ON:
      set_sign_on (offer, number);
      break;
    case WAY_NEED_SCORE:
    default:
      offer->scores[trial->criterion] = (WayRange) { number, number };
    }
}

static gboolean
is_leader (const WayComparison *comparison, guint offer)
{
  const WayRanking *ranking = comparison->ranking;

  return ranking != NULL && ranking->leader >= 0 && comparison->ranked[ranking->leader] == offer;
}

static gboolean
leads_with (const Trial *trial, double number)
{
  set (trial, number);
  g_autoptr (WayComparison) comparison = way_compare (trial->card, 1);
  return is_leader (comparison, trial->offer);
}

/* The first of @from, @from + @step, … @from + @n × @step, each divided by @per, with which the offer leads; NAN: none. */
static double
find (const Trial *trial, double from, int step, guint64 n, int per)
{
  guint64 low = 0, high = n;

  if (!leads_with (trial, (from + step * (double) n) / per))
    return NAN;
  while (low < high)
    {
      guint64 middle = low + (high - low) / 2;
      if (leads_with (trial, (from + step * (double) middle) / per))
        high = middle;
      else
        low = middle + 1;
    }
  return (from + step * (double) low) / per;
}

/* Up from what it is now, or from nothing. */
static double
find_money (const Trial *trial, double now)
{
  double from = isnan (now) ? 0 : ceil (now);

  return from < WAY_CARD_MAX_NUMBER
             ? find (trial, from, 1, (guint64) (WAY_CARD_MAX_NUMBER - from), 1)
             : NAN;
}

/* From now, or from the worst end, to the best end, or to where a must-have ends. */
static double
find_score (const Trial *trial, const WayCriterionRow *criterion, double now)
{
  WayRange scale = criterion->scale;

  if (criterion->less_is_better)
    {
      double end = fmax (scale.low, criterion->must_at_least);
      double from = floor (TENTHS * (isnan (now) ? scale.high : now) + 1e-9);
      double n = from - ceil (TENTHS * end - 1e-9);
      return n >= 0 ? find (trial, from, -1, (guint64) n, TENTHS) : NAN;
    }
  double end = fmin (scale.high, criterion->must_at_most);
  double from = ceil (TENTHS * (isnan (now) ? scale.low : now) - 1e-9);
  double n = floor (TENTHS * end + 1e-9) - from;
  return n >= 0 ? find (trial, from, 1, (guint64) n, TENTHS) : NAN;
}

static double
sign_on_now (const WayOffer *offer)
{
  double sum = 0;

  if (offer->sign_on->len == 0 && !offer->no_sign_on)
    return NAN;
  for (guint i = 0; i < offer->sign_on->len; i++)
    {
      const WaySignOnRow *it = offer->sign_on->pdata[i];
      sum += it->year == 1 ? it->amount : 0;
    }
  return sum;
}

static void
add_need (const WayScorecard *card, guint offer, WayNeedKind kind, int criterion, GArray *needs)
{
  g_autoptr (WayScorecard) copy = way_scorecard_copy (card);
  const WayOffer *it = card->offers->pdata[offer];
  Trial trial = { copy, offer, kind, criterion };
  WayNeed need = { .kind = kind, .criterion = criterion };

  if (kind == WAY_NEED_SCORE)
    {
      need.now = way_range_middle (it->scores[criterion]);
      need.needed = find_score (&trial, card->criteria->pdata[criterion], need.now);
    }
  else
    {
      need.now = kind == WAY_NEED_BASE ? it->base : sign_on_now (it);
      need.needed = find_money (&trial, need.now);
    }
  g_array_append_val (needs, need);
}

GArray *
way_compare_needs (const WayScorecard *card, const WayComparison *comparison, guint offer)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (WayNeed));

  if (offer >= card->offers->len || comparison->ranking == NULL || is_leader (comparison, offer))
    return needs;
  add_need (card, offer, WAY_NEED_BASE, -1, needs);
  add_need (card, offer, WAY_NEED_SIGN_ON, -1, needs);
  for (guint c = 0; c < card->criteria->len; c++)
    if (((const WayCriterionRow *) card->criteria->pdata[c])->measure == WAY_MEASURE_TYPED)
      add_need (card, offer, WAY_NEED_SCORE, (int) c, needs);
  return needs;
}

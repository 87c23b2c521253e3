/* A scorecard worked out. Money of an offer is exchanged at the rate that was typed; without one the offer has no pay, and
 * what is compared of it is blank. What is computed from an offer where a part of the pay is not known is blank, too:
 * the sum of the rest would look like the whole. */
#include "core/offers/compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEED 1

/* What guaranteed pay is made of; of the bonus it has what is promised. */
#define GUARANTEED_PARTS                                                                           \
  (1u << WAY_PAY_BASE | 1u << WAY_PAY_SIGN_ON | 1u << WAY_PAY_PENSION | 1u << WAY_PAY_ALLOWANCE |  \
   1u << WAY_PAY_COMMUTE)

/* NAN: there is none. */
static double
find_rate (const WayScorecard *card, const char *currency)
{
  if (g_str_equal (card->currency, currency))
    return 1;
  for (guint i = 0; i < card->rates->len; i++)
    {
      const WayExchangeRate *it = card->rates->pdata[i];
      if (g_str_equal (it->currency, currency))
        return it->rate;
    }
  return NAN;
}

static WayPay *
pay_of (const WayScorecard *card, const WayOffer *offer)
{
  double rate = find_rate (card, offer->currency);
  WayPayOffer in;

  if (isnan (rate) || !way_offer_to_pay (card, offer, rate, &in, NULL))
    return NULL;
  WayPay *pay = way_pay (&in);
  way_pay_offer_clear (&in);
  return pay;
}

static WayRange
ends (WayScenarios it, double by)
{
  return (WayRange) { it.low * by, it.high * by };
}

static WayRange
exact (double number)
{
  return (WayRange) { number, number };
}

/* What the pay says of a criterion; blank where a part of it is not known. */
static WayRange
measured (const WayPay *pay, const WayOffer *offer, WayMeasure measure)
{
  if (measure == WAY_MEASURE_COMMUTE)
    return exact (offer->commute_hours);
  if (pay == NULL ||
      (pay->missing & (measure == WAY_MEASURE_GUARANTEED ? GUARANTEED_PARTS : G_MAXUINT)) != 0)
    return WAY_RANGE_BLANK;
  switch (measure)
    {
    case WAY_MEASURE_FIRST_YEAR:
      return ends (pay->years[0].known, 1);
    case WAY_MEASURE_YEARLY:
      return ends (pay->sum, 1.0 / pay->n_years);
    case WAY_MEASURE_GUARANTEED:
      return exact (pay->guaranteed / pay->n_years);
    case WAY_MEASURE_PRESENT:
      return ends (pay->present, 1);
    default:
      return WAY_RANGE_BLANK;
    }
}

static void
fill_offer (const WayScorecard *card, const WayOffer *offer, WayComparedOffer *it)
{
  it->pay = pay_of (card, offer);
  it->counts = way_offer_counts (card, offer);
  it->scores = g_new (WayRange, card->criteria->len);
  for (guint c = 0; c < card->criteria->len; c++)
    {
      const WayCriterionRow *criterion = card->criteria->pdata[c];
      it->scores[c] = criterion->measure == WAY_MEASURE_TYPED
                          ? offer->scores[c]
                          : measured (it->pay, offer, criterion->measure);
      it->missing += way_range_is_blank (it->scores[c]);
    }
}

/* From the least to the largest known value of the offers that count. */
static WayRange
span (const WayComparison *comparison, guint criterion)
{
  WayRange all = WAY_RANGE_BLANK;

  for (guint o = 0; o < comparison->n_offers; o++)
    {
      WayRange score = comparison->offers[o].scores[criterion];
      if (!comparison->offers[o].counts || way_range_is_blank (score))
        continue;
      all.low = fmin (all.low, score.low);
      all.high = fmax (all.high, score.high);
    }
  return all;
}

static void
fill_scales (const WayScorecard *card, WayComparison *comparison)
{
  for (guint c = 0; c < comparison->n_criteria; c++)
    {
      const WayCriterionRow *it = card->criteria->pdata[c];
      comparison->scales[c] = it->measure == WAY_MEASURE_TYPED || way_criterion_has_scale (it)
                                  ? it->scale
                                  : span (comparison, c);
    }
}

/* Why nothing can be ranked; %NULL when something can (transfer full). */
static char *
why_not (const WayScorecard *card, const WayComparison *comparison, guint n_ranked)
{
  double sum = 0;

  if (comparison->n_offers == 0)
    return g_strdup (_ ("There are no offers yet."));
  if (n_ranked == 0)
    return g_strdup (_ ("No offer is left to choose: all are rejected, declined or withdrawn."));
  if (comparison->n_criteria == 0)
    return g_strdup (_ ("There are no criteria yet to compare the offers by."));
  for (guint c = 0; c < comparison->n_criteria; c++)
    sum += ((const WayCriterionRow *) card->criteria->pdata[c])->weight;
  if (!(sum > 0) || !isfinite (sum))
    return g_strdup (_ ("No criterion has a weight. Give points to what matters."));
  return NULL;
}

static void
rank (const WayScorecard *card, WayComparison *comparison, guint n_ranked, guint samples)
{
  guint n = comparison->n_criteria;
  g_autofree WayCriterion *criteria = g_new0 (WayCriterion, n);
  g_autofree WayRange *scores = g_new (WayRange, (gsize) n * n_ranked);

  for (guint c = 0; c < n; c++)
    {
      const WayCriterionRow *it = card->criteria->pdata[c];
      criteria[c] = (WayCriterion) { .id = it->title,
                                     .weight = it->weight,
                                     .weight_range = it->weight_range,
                                     .scale = comparison->scales[c],
                                     .less_is_better = it->less_is_better,
                                     .must_at_least = it->must_at_least,
                                     .must_at_most = it->must_at_most };
    }
  for (guint i = 0; i < n_ranked; i++)
    for (guint c = 0; c < n; c++)
      scores[i * n + c] = comparison->offers[comparison->ranked[i]].scores[c];
  WayRankInput in = { .criteria = criteria,
                      .n_criteria = n,
                      .scores = scores,
                      .n_offers = n_ranked,
                      .any_weights = card->any_weights,
                      .samples = samples,
                      .seed = SEED,
                      .lead_needed = card->lead_percent / 100,
                      .share_needed = WAY_RANK_SHARE };
  comparison->ranking = way_rank (&in);
}

WayComparison *
way_compare (const WayScorecard *card, guint samples)
{
  WayComparison *comparison = g_new0 (WayComparison, 1);
  guint n_ranked = 0;

  comparison->n_offers = card->offers->len;
  comparison->n_criteria = card->criteria->len;
  comparison->offers = g_new0 (WayComparedOffer, card->offers->len);
  comparison->ranked = g_new0 (guint, card->offers->len);
  comparison->scales = g_new0 (WayRange, card->criteria->len);
  for (guint o = 0; o < card->offers->len; o++)
    {
      fill_offer (card, card->offers->pdata[o], &comparison->offers[o]);
      if (comparison->offers[o].counts)
        comparison->ranked[n_ranked++] = o;
    }
  fill_scales (card, comparison);
  comparison->why = why_not (card, comparison, n_ranked);
  if (comparison->why == NULL)
    rank (card, comparison, n_ranked, MAX (samples, 1));
  return comparison;
}

void
way_comparison_free (WayComparison *comparison)
{
  if (comparison == NULL)
    return;
  for (guint o = 0; o < comparison->n_offers; o++)
    {
      way_pay_free (comparison->offers[o].pay);
      g_free (comparison->offers[o].scores);
    }
  g_free (comparison->offers);
  g_free (comparison->scales);
  way_ranking_free (comparison->ranking);
  g_free (comparison->ranked);
  g_free (comparison->why);
  g_free (comparison);
}

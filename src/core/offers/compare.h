/* A scorecard worked out: pay, values, ranking. Pure: all that changes while a person types is done here, from structs
 * in memory, in far less than a frame. */
#pragma once

#include "core/offers/pay.h"
#include "core/offers/rank.h"
#include "core/offers/scorecard.h"

G_BEGIN_DECLS

typedef struct
{
  /* In the scorecard's currency; %NULL: its currency has no rate, or vesting is typed wrong. */
  WayPay *pay;
  WayRange *scores; /* by criterion: typed, or from the pay; blank: not known */
  guint missing;    /* criteria that are blank */
  gboolean counts;  /* see way_offer_counts() */
} WayComparedOffer;

typedef struct
{
  guint n_offers, n_criteria;
  WayComparedOffer *offers; /* in the order of the scorecard */
  /* By criterion: as typed; of pay and commute where none was typed as the offers that count span it: of one without
   * length all are worth 1; blank: no value is known. */
  WayRange *scales;
  WayRanking *
      ranking; /* of the offers that count, by index in @ranked; %NULL: nothing to rank, see @why */
  guint *ranked; /* index into @offers of each offer of the ranking */
  char *why;     /* why there is no ranking: a sentence; %NULL */
} WayComparison;

/* @samples: WAY_RANK_SAMPLES, or fewer for a quick look. The seed is that of every comparison: the same data, the same
 * figures. */
WayComparison *way_compare (const WayScorecard *card, guint samples);
void way_comparison_free (WayComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayComparison, way_comparison_free)

/* The pay struct of an offer as it stands, in its own currency × @rate. %WAY_ERROR_INVALID for vesting that is typed
 * wrong. Free what is in it with way_pay_offer_clear(). */
gboolean way_offer_to_pay (const WayScorecard *card,
                           const WayOffer *offer,
                           double rate,
                           WayPayOffer *pay,
                           GError **error);
void way_pay_offer_clear (WayPayOffer *pay);

/* The verdict as a sentence: the winner with its lead and confidence, or why there is none (transfer full). */
char *way_comparison_verdict (const WayScorecard *card, const WayComparison *comparison);

/* "Raising Growth from 20 % to 31 % would put B first", or that no single weight does (transfer full). */
char *way_comparison_flip (const WayScorecard *card, const WayComparison *comparison);

/* What one thing has to be for an offer to win, the others staying: base, sign-on money of the first year, or the score
 * of a criterion. */
typedef enum
{
  WAY_NEED_BASE,
  WAY_NEED_SIGN_ON,
  WAY_NEED_SCORE,
} WayNeedKind;

typedef struct
{
  WayNeedKind kind;
  int criterion; /* of WAY_NEED_SCORE; else -1 */
  double now;    /* NAN: not known */
  double needed; /* the least change that makes the offer lead; NAN: this alone cannot */
} WayNeed;

/* (element-type WayNeed) for offer @offer (index into the scorecard) to lead; empty when it leads already (transfer
 * full). Money is in the offer's own currency, rounded up to whole units; scores to a tenth. */
GArray *way_compare_needs (const WayScorecard *card, const WayComparison *comparison, guint offer);

/* A copy to try things on: what-if never touches the store (transfer full). */
WayScorecard *way_scorecard_copy (const WayScorecard *card);

/* Swing weighting: criteria in order of how much a swing from the worst to the best value matters, the first counts 100
 * (von Winterfeldt & Edwards, Decision Analysis and Behavioral Research, 1986, section 8). Points of each in @swings,
 * 0…100, become weights that add up to 100 in @weights; %FALSE when all are 0. */
gboolean way_swing_weights (const double *swings, guint n, double *weights);

G_END_DECLS

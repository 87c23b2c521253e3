/* Offers side by side: weighted additive totals with what each criterion adds, must-haves that veto, dominance,
 * how far one weight can go before another offer leads, and how often each offer comes first when weights and
 * scores are what they may be.
 *
 * Totals lie between 0 and 1. Where scores are ranges or blanks, totals are ranges. */
#pragma once

#include "core/offers/value.h"

G_BEGIN_DECLS

#define WAY_RANK_SAMPLES 20000
/* Below this lead, a fifth of a score between 1 and 5 on all criteria, there is no clear winner. */
#define WAY_RANK_LEAD 0.05
/* Nor where the leader comes first in a smaller share of the samples. */
#define WAY_RANK_SHARE 0.75

typedef struct
{
  const WayCriterion *criteria; /* at least one; the weights add up to more than 0 */
  guint n_criteria;
  const WayRange *scores; /* a row of n_criteria for each offer; blank: not known */
  guint n_offers;
  gboolean any_weights; /* every weighting is plausible */
  guint samples;        /* at least 1 */
  guint64 seed;
  double lead_needed;
  double share_needed;
} WayRankInput;

typedef struct
{
  WayRange total;
  WayRange *contributions; /* by criterion; they add up to the total */
  WayMust *musts;          /* by criterion */
  gboolean vetoed;         /* a must-have is missed: the offer has no rank */
  gboolean open;           /* a must-have may be missed */
  gboolean *
      dominated_by; /* by offer: that one is at least as good on all criteria that count, and better on one */
  double *
      acceptability; /* by rank from the first: the share of samples with the offer there; ties share ranks */
  gboolean is_ever_first;
  double
      *central; /* by criterion: the mean of the weightings that put it first; 0 when none does */
  double confidence; /* the share of first ranks with the central weights; scores as they may be */
  guint confidence_from; /* the samples of that; 1 when all scores are exact */
} WayRankedOffer;

/* The smallest change of one weight, the others keeping their proportions, behind which another offer leads. */
typedef struct
{
  int criterion; /* -1: no single weight changes the leader */
  guint offer;   /* leads then */
  double from;   /* share now */
  double to;     /* share at which both are equal */
  double points; /* the same in points, the points of the others staying as they are */
} WayFlip;

/**
 * WayUnclear:
 * @WAY_CLEAR: there is a winner
 * @WAY_UNCLEAR_VETOED: every offer misses a must-have
 * @WAY_UNCLEAR_OPEN: it is not known whether the leader has all must-haves
 * @WAY_UNCLEAR_CLOSE: the lead is too small
 * @WAY_UNCLEAR_WEIGHTS: too many plausible weights or scores put another offer first
 */
typedef enum
{
  WAY_CLEAR,
  WAY_UNCLEAR_VETOED,
  WAY_UNCLEAR_OPEN,
  WAY_UNCLEAR_CLOSE,
  WAY_UNCLEAR_WEIGHTS,
} WayUnclear;

typedef struct
{
  guint n_offers;
  guint n_ranked; /* offers that are not vetoed */
  guint samples;
  double *shares; /* of the weights, by criterion */
  WayRankedOffer *offers;
  int leader;  /* has the largest total, of ranges the middle; -1: all are vetoed */
  double lead; /* on the next one; NAN when there is none */
  WayFlip flip;
  WayUnclear unclear;
} WayRanking;

/**
 * way_rank:
 *
 * Returns: (transfer full): the ranking, or %NULL when the weights add up to nothing
 */
WayRanking *way_rank (const WayRankInput *in);
void way_ranking_free (WayRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRanking, way_ranking_free)

/* Of a share that was counted in @samples independent samples: √(p(1-p)/n). */
double way_rank_standard_error (double share, guint samples);

G_END_DECLS

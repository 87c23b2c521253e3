/* Offers to rank, made and freed together. */
#pragma once

#include "core/offers/rank.h"

#include <math.h>

#define MAX_CRITERIA 8
#define MAX_OFFERS   8

typedef struct
{
  WayRankInput in;
  WayCriterion criteria[MAX_CRITERIA];
  WayRange scores[MAX_CRITERIA * MAX_OFFERS];
} Case;

/* All weights 1, all scores blank. */
static inline void
case_init (Case *c, guint n_criteria, guint n_offers)
{
  *c = (Case) { .in = { .n_criteria = n_criteria,
                        .n_offers = n_offers,
                        .samples = 2000,
                        .seed = 1,
                        .lead_needed = WAY_RANK_LEAD,
                        .share_needed = WAY_RANK_SHARE } };
  c->in.criteria = c->criteria;
  c->in.scores = c->scores;
  for (guint i = 0; i < n_criteria; i++)
    c->criteria[i] = (WayCriterion) { .weight = 1,
                                      .weight_range = WAY_RANGE_BLANK,
                                      .scale = { WAY_SCORE_LOW, WAY_SCORE_HIGH },
                                      .must_at_least = NAN,
                                      .must_at_most = NAN };
  for (guint i = 0; i < n_criteria * n_offers; i++)
    c->scores[i] = WAY_RANGE_BLANK;
}

static inline void
case_score (Case *c, guint offer, guint criterion, double low, double high)
{
  c->scores[offer * c->in.n_criteria + criterion] = (WayRange) { low, high };
}

/* Exact scores, offer by offer. */
static inline void
case_scores (Case *c, const double *scores)
{
  for (guint i = 0; i < c->in.n_criteria * c->in.n_offers; i++)
    c->scores[i] = (WayRange) { scores[i], scores[i] };
}

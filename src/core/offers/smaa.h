/* The part of a ranking that is sampled; only rank.c calls it. */
#pragma once

#include "core/offers/rank.h"

G_BEGIN_DECLS

/* Fills in acceptabilities, central weights and confidence of the offers of @ranking, whose shares, vetoes and
 * n_ranked are known. */
void way_smaa_run (const WayRankInput *in, WayRanking *ranking);

G_END_DECLS

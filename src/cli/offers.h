/* The answers of the pure "offers" commands. */
#pragma once

#include "cli/pay-input.h"
#include "cli/rank-input.h"

G_BEGIN_DECLS

/* rank.c */
void way_offers_print_ranking (const WayOffersInput *input, const WayRanking *ranking);

/* pay.c */
void way_offers_print_pay (const WayPayInput *input, const WayPay *pay);

G_END_DECLS

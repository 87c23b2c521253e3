/* What is said of offers and criteria in more than one place. All texts are transfer full. */
#pragma once

#include "core/offers/compare.h"

G_BEGIN_DECLS

/* "Answer by 14 Mar", and how far that is: "5 days left", "2 days late". %FALSE: nothing to answer. */
gboolean way_offer_deadline_texts (const WayOffer *offer,
                                   WayDate today,
                                   char **day,
                                   char **left,
                                   gboolean *late);

/* "Acme", or "Acme, Engineer" where another offer of the scorecard is from the same company. */
char *way_offer_name (const WayScorecard *card, guint offer);

/* An icon for each state, always beside its word. */
const char *way_offer_state_icon (WayOfferState state);

/* "Answer by 14 Mar, 5 days left", "2 days late: answer by 14 Mar"; %NULL: nothing to answer. */
char *way_offer_deadline_text (const WayOffer *offer, WayDate today, gboolean *late);

/* Of @offer in the ranking; -1: it does not count, or there is no ranking. */
int way_comparison_rank_index (const WayComparison *comparison, guint offer);

/* "Growth: 2 misses at least 3", why an offer is vetoed; %NULL: it is not. */
char *way_offer_veto_text (const WayScorecard *card, const WayComparison *comparison, guint offer);

/* "At least 3", "3 to 5", "At most 10"; %NULL: no must-have. */
char *way_criterion_must_text (const WayCriterionRow *criterion);

/* Decimals of its values: money and hours have none. */
int way_criterion_decimals (const WayCriterionRow *criterion);

/* Whether its values are money that is hidden when scored blind. */
gboolean way_criterion_is_money (const WayCriterionRow *criterion);

G_END_DECLS

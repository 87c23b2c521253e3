/* What the comparison says, large: the verdict, what would turn it, what is missing, what to answer until when, and what
 * was decided. */
#pragma once

#include "core/offers/compare.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_VERDICT_CARD (way_verdict_card_get_type ())
G_DECLARE_FINAL_TYPE (WayVerdictCard, way_verdict_card, WAY, VERDICT_CARD, GtkWidget)

void way_verdict_card_show (WayVerdictCard *self,
                            const WayScorecard *card,
                            const WayComparison *comparison,
                            gboolean hides_money,
                            WayDate today);

G_END_DECLS

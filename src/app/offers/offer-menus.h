/* The menus of offers and criteria; what they do is in offer-actions.h. */
#pragma once

#include "core/offers/scorecard.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @offer, @criterion: indices (transfer full) */
GMenuModel *way_offer_menu_new (const WayScorecard *card, guint offer);
GMenuModel *way_criterion_menu_new (const WayScorecard *card, guint criterion);

G_END_DECLS

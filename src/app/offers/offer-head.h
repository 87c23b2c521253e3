/* The head of an offer's column: who offers what, where it stands, until when to answer, and what it comes to. */
#pragma once

#include "core/offers/compare.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_OFFER_HEAD (way_offer_head_get_type ())
G_DECLARE_FINAL_TYPE (WayOfferHead, way_offer_head, WAY, OFFER_HEAD, GtkWidget)

GtkWidget *way_offer_head_new (void);

/* @offer: index into @card. */
void way_offer_head_show (WayOfferHead *self,
                          const WayScorecard *card,
                          const WayComparison *comparison,
                          guint offer,
                          WayDate today);

G_END_DECLS

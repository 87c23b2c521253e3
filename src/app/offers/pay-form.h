/* What an offer pays, as groups of rows: a year's money, sign-on money, equity, and the rest. */
#pragma once

#include "core/offers/scorecard.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_PAY_FORM (way_pay_form_get_type ())
G_DECLARE_FINAL_TYPE (WayPayForm, way_pay_form, WAY, PAY_FORM, AdwBin)

/* Signals: "changed": something was typed; "activated": Enter in an entry. */

/* Shows the pay of @offer. Once. @card: stays with the caller, longer than this. */
void way_pay_form_set_offer (WayPayForm *self, const WayScorecard *card, const WayOffer *offer);

void way_pay_form_set_currency (WayPayForm *self, const char *currency);

/* Sets the pay of @offer, which may be half done when something is wrong: %FALSE with %WAY_ERROR_INVALID. */
gboolean way_pay_form_read (WayPayForm *self, WayOffer *offer, GError **error);

G_END_DECLS

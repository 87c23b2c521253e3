/* An exchange rate with the day it is of, as a row that unfolds. */
#pragma once

#include "core/offers/scorecard.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_RATE_FORM (way_rate_form_get_type ())
G_DECLARE_FINAL_TYPE (WayRateForm, way_rate_form, WAY, RATE_FORM, AdwExpanderRow)

/* @into: the currency of the scorecard. @currency, @rate, @date: as they are, or as they are most likely; "", NAN. */
WayRateForm *way_rate_form_new (const char *into,
                                const char *currency,
                                double rate,
                                WayDate date,
                                WayDate today);

void way_rate_form_set_into (WayRateForm *self, const char *into);

/* @currency: to be freed; @rate has it, too. %FALSE with %WAY_ERROR_INVALID. */
gboolean
way_rate_form_read (WayRateForm *self, char **currency, WayExchangeRate *rate, GError **error);

G_END_DECLS

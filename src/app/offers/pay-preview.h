/* What an offer pays, year by year: the first year in a line, all years in a table that folds. */
#pragma once

#include "core/offers/pay.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_PAY_PREVIEW (way_pay_preview_get_type ())
G_DECLARE_FINAL_TYPE (WayPayPreview, way_pay_preview, WAY, PAY_PREVIEW, AdwBin)

/* @pay: %NULL: what is typed cannot be read; then what was shown last stays, in grey. @discount_percent: of the present
 * value; NAN without one. */
void way_pay_preview_show (WayPayPreview *self,
                           const WayPay *pay,
                           const char *currency,
                           double discount_percent);

G_END_DECLS

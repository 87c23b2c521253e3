/* An entry row for an amount, typed as way_amount_parse() knows it; the title says how it is read, or why it is not. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_AMOUNT_ROW (way_amount_row_get_type ())
G_DECLARE_FINAL_TYPE (WayAmountRow, way_amount_row, WAY, AMOUNT_ROW, AdwEntryRow)

/* Properties: "label" ("Base"); "empty" (what nothing typed means, as "not known"; %NULL: an amount is needed); "unit"
 * ("EUR"); "least" and "most", both allowed. */

void way_amount_row_set_unit (WayAmountRow *self, const char *unit);

/* @value: NAN for none */
void way_amount_row_set_value (WayAmountRow *self, double value);

/* NAN for none. %FALSE with %WAY_ERROR_INVALID when what was typed is no amount, or one that cannot be. What was set and
 * is as it was shown is exactly what it was. */
gboolean way_amount_row_get_value (WayAmountRow *self, double *value, GError **error);

/* The same; NAN for what is wrong, too. */
double way_amount_row_peek (WayAmountRow *self);

G_END_DECLS

/* Offers side by side: a row for each criterion with its weight, a column for each offer. The criteria stay while the
 * offers scroll. Arrows and Tab go from cell to cell, Ctrl+Tab leaves.
 *
 * "typed" (row, column, text): with each key in the score of an offer, or in a weight, column %WAY_SCORE_INPUT_WEIGHT;
 * "committed" (row, column, text) → gboolean: %FALSE when it is wrong;
 * "reverted": what was typed is given up;
 * "offer-shown": way_score_table_get_shown() is another one. */
#pragma once

#include "core/offers/compare.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_SCORE_TABLE (way_score_table_get_type ())
G_DECLARE_FINAL_TYPE (WayScoreTable, way_score_table, WAY, SCORE_TABLE, GtkWidget)

/* Shows the figures of @comparison. The focus, the cursor, the scroll position and what is being typed stay.
 * @hides_money: money is not shown;
 * @seen_only: cells out of sight may stay as they are, for the frame of a key */
void way_score_table_show (WayScoreTable *self,
                           const WayScorecard *card,
                           const WayComparison *comparison,
                           gboolean hides_money,
                           WayDate today,
                           gboolean seen_only);

/* One offer at a time, where there is no room for more. */
void way_score_table_set_narrow (WayScoreTable *self, gboolean narrow);

/* The offer that is shown alone. */
guint way_score_table_get_shown (WayScoreTable *self);
void way_score_table_set_shown (WayScoreTable *self, guint offer);

G_END_DECLS

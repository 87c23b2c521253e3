/* What is typed into the table of offers: tried on a scorecard in memory, and saved. */
#pragma once

#include "core/offers/scorecard.h"

G_BEGIN_DECLS

/* Instead of the column of an offer: the weight. */
#define WAY_SCORE_INPUT_WEIGHT (-1)

/* @row: of the criteria; @column: of the offers. What is not a number changes nothing. */
void way_score_input_try (WayScorecard *card, int row, int column, const char *text);

/* As one action, or none when it is what @card has. %WAY_ERROR_INVALID */
gboolean way_score_input_save (WayStore *store,
                               const WayScorecard *card,
                               int row,
                               int column,
                               const char *text,
                               GError **error);

G_END_DECLS

/* Scores, targets and differences in words and figures. All results are transfer full. */
#pragma once

#include "core/skills/score-table.h"

G_BEGIN_DECLS

/* "3", or "blank" */
char *way_score_words_value (int score);

/* "+1", "−2", or "0"; "" when it is not known. @column: of the table, to compare with */
char *way_score_words_change (const WayScoreTable *table, const WayScoreRow *row, int column);

/* "2"; "" while one of both is blank: target − score of the last day. */
char *way_score_words_gap (const WayScoreTable *table, const WayScoreRow *row);

/* "3, target 4", "3, target 4, +1 since Q4 2026". @compared: a column; -1: none */
char *way_score_words_line (const WayScoreTable *table, const WayScoreRow *row, int compared);

/* "Now" for @today, else "Q4 2026". */
char *way_score_words_quarter (WayDate date, WayDate today);

/* "Since Q4 2026" */
char *way_score_words_since (const WayScoreTable *table, int column);

G_END_DECLS

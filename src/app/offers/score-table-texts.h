/* What is in the cells of the table of offers. */
#pragma once

#include "app/offers/score-cell.h"
#include "core/offers/compare.h"

G_BEGIN_DECLS

typedef struct
{
  const WayScorecard *card;
  const WayComparison *comparison;
  gboolean hides_money;
} WayTableData;

void way_table_set_title (const WayTableData *data, guint criterion, WayScoreCell *cell);
void way_table_set_weight (const WayTableData *data, guint criterion, WayScoreCell *cell);
void
way_table_set_score (const WayTableData *data, guint criterion, guint offer, WayScoreCell *cell);

G_END_DECLS

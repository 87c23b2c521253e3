/* What a comparison says, as charts. All are transfer full. */
#pragma once

#include "app/offers/chart.h"
#include "core/offers/compare.h"

G_BEGIN_DECLS

/* What each criterion adds to the total of each offer, in points of 100. */
WayChart *way_chart_of_contributions (const WayScorecard *card, const WayComparison *comparison);

/* How often each offer takes each rank, in percent, with the standard error of counting. */
WayChart *way_chart_of_ranks (const WayScorecard *card, const WayComparison *comparison);

/* What each offer pays in each year, what of it is guaranteed, and what it may be. */
WayChart *
way_chart_of_pay (const WayScorecard *card, const WayComparison *comparison, gboolean hides_money);

G_END_DECLS

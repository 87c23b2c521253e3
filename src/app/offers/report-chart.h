/* The totals of a report on paper, as bars of what they are made of. Each part has a colour and a number, which the legend
 * repeats: no one needs to tell colours. */
#pragma once

#include "app/widgets/paper-text.h"
#include "core/offers/report-section.h"

G_BEGIN_DECLS

/* The bar @i with its name. Returns its height; @cr %NULL: only that; the same below. */
double way_report_chart_bar (const WayReportSection *section,
                             guint i,
                             const WayPaperStyle *style,
                             cairo_t *cr,
                             double y);

/* What the numbers mean. */
double way_report_chart_legend (const WayReportSection *section,
                                const WayPaperStyle *style,
                                cairo_t *cr,
                                double y);

G_END_DECLS

/* What the bars and marks of a timeline on paper mean. */
#pragma once

#include "app/widgets/paper-text.h"

G_BEGIN_DECLS

/* Returns its height; @cr %NULL: only that. */
double way_paper_legend (const WayPaperStyle *style, cairo_t *cr, double y);

G_END_DECLS

/* A report of a scorecard on paper: the same contents as its other forms, and its totals as bars. */
#pragma once

#include "core/offers/report.h"

G_BEGIN_DECLS

/* A PDF on the paper that is usual here; across where its widest table needs that. All or nothing. %WAY_ERROR_IO. */
gboolean way_report_paper_write (const WayScorecard *card,
                                 const WayComparison *comparison,
                                 WayReportFlags flags,
                                 WayDate date,
                                 const char *path,
                                 GError **error);

G_END_DECLS

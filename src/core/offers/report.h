/* A scorecard as a document for others. What leaves is what was asked for, and nothing else. */
#pragma once

#include "core/offers/compare.h"

G_BEGIN_DECLS

/* Private by default: without a flag offers are "Offer A", "Offer B", and neither money nor notes are told. */
typedef enum
{
  WAY_REPORT_BARE = 0,
  WAY_REPORT_NAMES = 1 << 0, /* companies, roles, places */
  WAY_REPORT_PAY = 1 << 1,   /* also criteria that are computed from the pay */
  WAY_REPORT_NOTES = 1 << 2, /* notes, the reason of the decision, expectations */
} WayReportFlags;

/* @date: the day of the report. UTF-8 (transfer full). */
char *way_report_markdown (const WayScorecard *card,
                           const WayComparison *comparison,
                           WayReportFlags flags,
                           WayDate date);
/* RFC 4180, UTF-8 without a mark, CRLF; its tables one below the other. */
char *way_report_csv (const WayScorecard *card,
                      const WayComparison *comparison,
                      WayReportFlags flags,
                      WayDate date);
/* One self-contained document, light and dark, printable, no script, nothing loaded. */
char *way_report_html (const WayScorecard *card,
                       const WayComparison *comparison,
                       WayReportFlags flags,
                       WayDate date);

G_END_DECLS

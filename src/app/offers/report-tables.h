/* The table of a section of a report, as tables that fit on paper: columns as wide as what is in them, several tables
 * where there are too many columns, several rows where a text is as long as a page. */
#pragma once

#include "app/widgets/paper-table.h"
#include "core/offers/report-section.h"

G_BEGIN_DECLS

/* The width that all columns need beside each other without cutting a word. */
double way_report_table_width (const WayReportSection *section, const WayPaperStyle *style);

/* (element-type WayPaperTable) @lines: the most of a row (transfer full). */
GPtrArray *
way_report_tables (const WayReportSection *section, const WayPaperStyle *style, guint lines);

G_END_DECLS

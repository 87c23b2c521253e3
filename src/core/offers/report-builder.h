/* How the sections of a report are made. */
#pragma once

#include "core/offers/report-section.h"

G_BEGIN_DECLS

typedef struct
{
  WayScorecard *card; /* a copy without what is not told */
  const WayComparison *comparison;
  WayReportFlags flags;
  gboolean plain;
  gboolean *told;   /* by criterion */
  guint n_left_out; /* criteria that are not */
  WayReportModel *model;
} WayReportBuilder;

/* Adds a section. */
WayReportSection *way_report_begin (WayReportBuilder *b, const char *title);
/* Takes @line. */
void way_report_add_line (WayReportSection *section, char *line);
/* Takes the cells (element-type char *) as the next row. */
void way_report_add_row (WayReportSection *section, GPtrArray *cells);

/* Cells (transfer full). NAN is a blank. */
char *way_report_number (const WayReportBuilder *b, double value, int decimals);
char *way_report_range (const WayReportBuilder *b, WayRange range, double factor, int decimals);
/* Whole, with the marks between thousands that the language has. */
char *way_report_amount (const WayReportBuilder *b, double value);

const char *way_report_offer_name (const WayReportBuilder *b, guint offer);
const WayCriterionRow *way_report_criterion (const WayReportBuilder *b, guint criterion);
/* Of offer @offer, %NULL where it is not ranked. */
const WayRankedOffer *way_report_ranked (const WayReportBuilder *b, guint offer);

/* The sections, in their order. */
void way_report_add_offers (WayReportBuilder *b);
void way_report_add_totals (WayReportBuilder *b);
void way_report_add_scores (WayReportBuilder *b);
void way_report_add_robustness (WayReportBuilder *b);
void way_report_add_pay (WayReportBuilder *b);
void way_report_add_notes (WayReportBuilder *b);

G_END_DECLS

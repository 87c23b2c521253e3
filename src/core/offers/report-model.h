/* A report before it has a form. What is private is left out here, once; the forms only write what is in it. */
#pragma once

#include "core/offers/report-section.h"

G_BEGIN_DECLS

/* @plain: numbers without the marks of a language and blanks as nothing: for machines. Pure (transfer full). */
WayReportModel *way_report_model_new (const WayScorecard *card,
                                      const WayComparison *comparison,
                                      WayReportFlags flags,
                                      WayDate date,
                                      gboolean plain);

G_END_DECLS

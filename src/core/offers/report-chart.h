#pragma once

#include "core/offers/report-section.h"

G_BEGIN_DECLS

/* The bars of a section as pictures in HTML, with what their colours mean. @rtl: they begin at the right */
void way_report_append_chart (GString *html, const WayReportSection *section, gboolean rtl);

G_END_DECLS

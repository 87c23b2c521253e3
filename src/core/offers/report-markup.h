#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with what HTML takes for markup replaced. */
void way_report_append_html (GString *html, const char *text);

G_END_DECLS

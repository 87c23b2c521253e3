/* Numbers and ranges as a person types and reads them: "4", "3..5", "" for what is not known. */
#pragma once

#include "core/offers/value.h"

G_BEGIN_DECLS

/* "4", "3.5", "120,000": with at most @decimals decimals, no more than it needs; "" for NAN (transfer full). */
char *way_number_text (double number, int decimals);

/* "3 – 5", "4", "" for a blank (transfer full). */
char *way_range_text (WayRange range, int decimals);

/* As it is typed: "3..5", "4", "" for a blank; no separators of thousands (transfer full). */
char *way_range_edit_text (WayRange range);

/* "4", "3..5", "3–5", "5…3", "" for a blank; numbers as way_amount_parse() knows them. %WAY_ERROR_INVALID says what can be
 * typed. */
gboolean way_range_parse (const char *text, WayRange *range, GError **error);

/* 23 of 0.2314: a share or a total in points of 100 (transfer full). */
char *way_points_text (double share, int decimals);

/* The same of a range: "64 – 80" (transfer full). */
char *way_points_range_text (WayRange share, int decimals);

G_END_DECLS

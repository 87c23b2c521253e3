/* An entry row for a day, typed as way_date_parse() knows it; the title says which day that is. */
#pragma once

#include "core/base/date.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_DATE_ROW (way_date_row_get_type ())
G_DECLARE_FINAL_TYPE (WayDateRow, way_date_row, WAY, DATE_ROW, AdwEntryRow)

/* Properties: "label" ("First day"); "empty" (what no day means; %NULL: a day is needed). */

/* @date: WAY_DATE_NONE for none. @today: what relative days count from. */
void way_date_row_set_date (WayDateRow *self, WayDate date, WayDate today);

/* %FALSE with %WAY_ERROR_INVALID when what was typed is no day. */
gboolean way_date_row_get_date (WayDateRow *self, WayDate *date, GError **error);

G_END_DECLS

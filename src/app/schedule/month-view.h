/* The month: six weeks of days with their blocks, and how long each day is busy. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MONTH_VIEW (way_month_view_get_type ())
G_DECLARE_FINAL_TYPE (WayMonthView, way_month_view, WAY, MONTH_VIEW, GtkWidget)

/* Signals: "dates-changed": it shows another month; "block-activated" (gint64 id, GdkRectangle *area);
 * "date-activated" (int date): a day was chosen. */

/* Shows @store, and follows its changes. Once. */
void way_month_view_set_store (WayMonthView *self, WayStore *store);

/* Shows the month of @date, with the cursor on it. */
void way_month_view_set_date (WayMonthView *self, WayDate date);

/* Where the cursor is. */
WayDate way_month_view_get_date (WayMonthView *self);

/* Where the block is, if it is there. */
gboolean way_month_view_find (WayMonthView *self, gint64 block_id, GdkRectangle *area);

G_END_DECLS

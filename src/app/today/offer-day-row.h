/* A day on which an offer asks for something. */
#pragma once

#include "core/review/offer-days.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_OFFER_DAY_ROW (way_offer_day_row_get_type ())
G_DECLARE_FINAL_TYPE (WayOfferDayRow, way_offer_day_row, WAY, OFFER_DAY_ROW, GtkWidget)

GtkWidget *way_offer_day_row_new (void);
void way_offer_day_row_set_day (WayOfferDayRow *self, const WayOfferDay *day, WayDate today);

G_END_DECLS

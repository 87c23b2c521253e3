/* The total of an offer as a row: its points of 100, as a number and as a bar, and whether it leads. */
#pragma once

#include "core/offers/rank.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *way_total_row_new (const char *company);

/* @offer: index into @ranking */
void way_total_row_show (GtkWidget *row, const WayRanking *ranking, guint offer);

/* "73.2 points", or "64 – 80 points" (transfer full). */
char *way_total_text (const WayRanking *ranking, guint offer);

G_END_DECLS

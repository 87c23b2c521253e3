/* The block of the moment: what it is, when, how long it was worked on, and the buttons of its clock. */
#pragma once

#include "core/review/today.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_NOW_CARD (way_now_card_get_type ())
G_DECLARE_FINAL_TYPE (WayNowCard, way_now_card, WAY, NOW_CARD, GtkWidget)

/* The buttons activate the "mark." actions. */
void way_now_card_set_today (WayNowCard *self, const WayToday *today, WayZone *zone);

/* Brings the texts that tell the time up to date. @today: as set before. */
void way_now_card_tick (WayNowCard *self, const WayToday *today, gint64 now_utc);

G_END_DECLS

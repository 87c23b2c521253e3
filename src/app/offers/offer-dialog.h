/* Asks what an offer is and what it pays: of a new one, or of one that is there. Saving is one action. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @offer_id: 0 for a new one. %NULL with %WAY_ERROR_NOT_FOUND when the scorecard or the offer is no longer there.
 *
 * What was typed about pay earlier is hidden while the scorecard hides money; showing it turns blind scoring off. A new
 * offer, and one without a figure yet, has nothing to hide: its pay can be typed. */
GtkWidget *
way_offer_dialog_new (WayStore *store, gint64 scorecard_id, gint64 offer_id, GError **error);

G_END_DECLS

/* What would have to change for an offer to win, and figures to try. Nothing of it is stored: what a company might answer
 * is not what it has offered. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* %NULL with %WAY_ERROR_NOT_FOUND when the offer is no longer there, %WAY_ERROR_INVALID when there is nothing to rank
 * it by. */
GtkWidget *
way_needs_dialog_new (WayStore *store, gint64 scorecard_id, gint64 offer_id, GError **error);

G_END_DECLS

/* Weights from swings: how much it matters that a criterion goes from its worst to its best. Applying is one action. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* %NULL with %WAY_ERROR_NOT_FOUND when the scorecard is no longer there, or has nothing to weigh. */
GtkWidget *way_swing_dialog_new (WayStore *store, gint64 scorecard_id, GError **error);

G_END_DECLS

/* Starts a scorecard, or asks for its settings. Saving is one action. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @scorecard_id: 0 for a new one. %NULL with %WAY_ERROR_NOT_FOUND when it is no longer there. */
GtkWidget *way_scorecard_dialog_new (WayStore *store, gint64 scorecard_id, GError **error);

G_END_DECLS

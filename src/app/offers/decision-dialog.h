/* Writes a decision down: which offer, why, what is expected, and when to look back on it; or changes and withdraws the
 * one there is. Deciding is one action. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* %NULL with %WAY_ERROR_NOT_FOUND when the scorecard is no longer there. */
GtkWidget *way_decision_dialog_new (WayStore *store, gint64 scorecard_id, GError **error);

G_END_DECLS

/* Exports a scorecard for others: what leaves is chosen, and shown before it does. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* %NULL with %WAY_ERROR_NOT_FOUND when the scorecard is no longer there. */
GtkWidget *way_report_dialog_new (WayStore *store, gint64 scorecard_id, GError **error);

G_END_DECLS

/* Asks for the days of a phase, or for the due date of a milestone or an item of the checklist: exactly, and without a
 * pointer. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @kind: "phase", "milestone" or "checklist". %NULL with %WAY_ERROR_NOT_FOUND when it is no longer in the plan. */
GtkWidget *way_dates_dialog_new (WayStore *store, const char *kind, gint64 id, GError **error);

G_END_DECLS

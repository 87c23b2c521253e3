/* Asks what a criterion compares and how much it weighs: of a new one, or of one that is there. Saving is one action. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @criterion_id: 0 for a new one. %NULL with %WAY_ERROR_NOT_FOUND when the scorecard or the criterion is no longer
 * there. */
GtkWidget *way_criterion_dialog_new (WayStore *store,
                                     gint64 scorecard_id,
                                     gint64 criterion_id,
                                     GError **error);

G_END_DECLS

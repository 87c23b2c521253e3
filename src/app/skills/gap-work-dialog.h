/* Time for the gap action of a skill: what is done, how long it takes and by when. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dialog for the action that is planned for @skill_id and not done yet, or for a new one. It writes to @store, and asks
 * the window that it is transient for to plan again ("win.plan"). %NULL with %WAY_ERROR_NOT_FOUND for a skill that is gone,
 * and without a plan. */
GtkWidget *way_gap_work_dialog_new (WayStore *store, gint64 skill_id, GError **error);

G_END_DECLS

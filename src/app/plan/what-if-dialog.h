/* "What If": the plan with other hours, ranges, experience, role or end beside the plan as it is. Nothing is
 * stored before it is asked for. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* %NULL with @error when there is no plan that can be computed. */
GtkWidget *way_what_if_dialog_new (WayStore *store, GError **error);

G_END_DECLS

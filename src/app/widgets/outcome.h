/* How a person hears what became of an action. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says @message with an offer to undo, or why it was not @done: by the actions "win.show-undo" and
 * "win.show-message". */
void way_tell_outcome (GtkWidget *widget,
                       WayStore *store,
                       gboolean done,
                       const char *message,
                       const GError *error);

G_END_DECLS

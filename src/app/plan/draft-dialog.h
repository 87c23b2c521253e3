/* What planning again would change, before it does: what is late or finds no place, ways out that can
 * be used at once, counts, and each change with old and new time. */
#pragma once

#include "core/planner/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @draft: (transfer full) */
GtkWidget *way_draft_dialog_new (WayStore *store, WayDraft *draft);

G_END_DECLS

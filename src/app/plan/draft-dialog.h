/* What planning again would change, before it does: counts, each change with old and new time, and
 * what found no place. */
#pragma once

#include "core/planner/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @draft: (transfer full) */
GtkWidget *way_draft_dialog_new (WayStore *store, WayDraft *draft);

G_END_DECLS

/* Asks for a skill of the person's own. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Adds it and tells its parent so. Signal "added" (gint64 id). */
GtkWidget *way_skill_dialog_new (WayStore *store);

G_END_DECLS

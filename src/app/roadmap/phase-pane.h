/* All there is to one phase: dates, the gate, activities, artifacts, a note, and where it stands in the guide. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PHASE_PANE (way_phase_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayPhasePane, way_phase_pane, WAY, PHASE_PANE, GtkWidget)

/* Signal "close": the person is done with it, or the phase has gone. */

void way_phase_pane_set_store (WayPhasePane *self, WayStore *store);

/* 0: none. */
void way_phase_pane_show (WayPhasePane *self, gint64 phase_id);
gint64 way_phase_pane_get_phase (WayPhasePane *self);

G_END_DECLS

/* The actions of what is shown of a phase:
 * "phase.close-gate" (xss: phase, evidence, reason), "phase.open-gate" (x), "phase.note" (xs: phase, text),
 * "phase.add-artifact" and "phase.change-artifact" (xsssi: phase or artifact, kind, title, link, day),
 * "phase.remove-artifact" (x: artifact). */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @window the actions; what they did is told by "win.show-undo" and "win.show-message". */
void way_phase_actions_install (GtkWidget *window, WayStore *store);

G_END_DECLS

/* The exit criteria of a phase as the gate at its end: open, with what closes it, or closed, with what it closed by. */
#pragma once

#include "core/roadmap/phase.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_GATE_GROUP (way_gate_group_get_type ())
G_DECLARE_FINAL_TYPE (WayGateGroup, way_gate_group, WAY, GATE_GROUP, AdwPreferencesGroup)

/* Its rows activate "phase.close-gate" and "phase.open-gate". What is being typed stays, as long as it is the same
 * phase. */
void way_gate_group_show (WayGateGroup *self, const WayPhase *phase);

G_END_DECLS

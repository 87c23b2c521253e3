/* A phase: its name, dates, bar, and the gate at its end. */
#pragma once

#include "app/roadmap/phase-bar.h"
#include "core/roadmap/roadmap.h"

G_BEGIN_DECLS

#define WAY_TYPE_PHASE_ROW (way_phase_row_get_type ())
G_DECLARE_FINAL_TYPE (WayPhaseRow, way_phase_row, WAY, PHASE_ROW, GtkWidget)

GtkWidget *way_phase_row_new (void);

/* @scale: the time scale that all rows share, and today; its phase dates are not looked at. */
void way_phase_row_set_phase (WayPhaseRow *self,
                              const WayRoadmapPhase *phase,
                              const WayPhaseBarDates *scale);

G_END_DECLS

/* A phase: its name, dates, and the gate at its end. */
#pragma once

#include "core/roadmap/roadmap.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PHASE_ROW (way_phase_row_get_type ())
G_DECLARE_FINAL_TYPE (WayPhaseRow, way_phase_row, WAY, PHASE_ROW, GtkWidget)

GtkWidget *way_phase_row_new (void);

/* The phase that is shown. */
gint64 way_phase_row_get_phase (WayPhaseRow *self);

void way_phase_row_set_phase (WayPhaseRow *self, const WayRoadmapPhase *phase, WayDate today);

/* What else there is to say: "" for nothing. */
void way_phase_row_set_notes (WayPhaseRow *self, const char *notes);

G_END_DECLS

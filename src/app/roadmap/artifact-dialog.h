/* Asks what an artifact is: of a new one, or of one that is there. */
#pragma once

#include "core/roadmap/artifact.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is said is done by "phase.add-artifact", or by "phase.change-artifact" and "phase.remove-artifact" of the window
 * it is transient for. @artifact: %NULL for a new one of @phase_id. */
GtkWidget *way_artifact_dialog_new (gint64 phase_id, const WayArtifact *artifact, WayDate today);

G_END_DECLS

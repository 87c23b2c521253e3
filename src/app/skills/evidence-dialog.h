/* Asks what shows that a score is right: of something new, or of something that is there. */
#pragma once

#include "core/skills/evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What became of it is told to the window that it is transient for. @evidence: %NULL for something new of @skill_id. */
GtkWidget *way_evidence_dialog_new (WayStore *store, gint64 skill_id, const WayEvidence *evidence);

G_END_DECLS

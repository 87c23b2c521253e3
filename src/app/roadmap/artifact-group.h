/* The artifacts of a phase: each one opens, and can be changed; a button adds another. */
#pragma once

#include "core/roadmap/phase.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_ARTIFACT_GROUP (way_artifact_group_get_type ())
G_DECLARE_FINAL_TYPE (WayArtifactGroup,
                      way_artifact_group,
                      WAY,
                      ARTIFACT_GROUP,
                      AdwPreferencesGroup)

void way_artifact_group_show (WayArtifactGroup *self, const WayPhase *phase, WayDate today);

G_END_DECLS

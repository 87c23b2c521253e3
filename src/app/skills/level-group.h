/* The five steps of a skill with what they mean, and which of them is the score. */
#pragma once

#include "core/skills/matrix.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_LEVEL_GROUP (way_level_group_get_type ())
G_DECLARE_FINAL_TYPE (WayLevelGroup, way_level_group, WAY, LEVEL_GROUP, AdwPreferencesGroup)

/* A step that is activated becomes the score, by "skill.score". */
void way_level_group_show (WayLevelGroup *self, const WaySkill *skill, WayDate today);

G_END_DECLS

#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_SKILLS_VIEW (way_skills_view_get_type ())
G_DECLARE_FINAL_TYPE (WaySkillsView, way_skills_view, WAY, SKILLS_VIEW, AdwBin)

/* Shows @store, and follows its changes. Once. */
void way_skills_view_set_store (WaySkillsView *self, WayStore *store);

G_END_DECLS

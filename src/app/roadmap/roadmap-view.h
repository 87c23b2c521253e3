#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_ROADMAP_VIEW (way_roadmap_view_get_type ())
G_DECLARE_FINAL_TYPE (WayRoadmapView, way_roadmap_view, WAY, ROADMAP_VIEW, AdwBin)

/* Shows @store, and follows its changes. Once. */
void way_roadmap_view_set_store (WayRoadmapView *self, WayStore *store);

G_END_DECLS

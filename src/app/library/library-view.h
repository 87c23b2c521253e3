#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_LIBRARY_VIEW (way_library_view_get_type ())
G_DECLARE_FINAL_TYPE (WayLibraryView, way_library_view, WAY, LIBRARY_VIEW, AdwBin)

/* Shows @store, and follows its changes. Once. */
void way_library_view_set_store (WayLibraryView *self, WayStore *store);

G_END_DECLS

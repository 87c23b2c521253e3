#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_TODAY_VIEW (way_today_view_get_type ())
G_DECLARE_FINAL_TYPE (WayTodayView, way_today_view, WAY, TODAY_VIEW, AdwBin)

/* Shows @store, and follows its changes. Once. */
void way_today_view_set_store (WayTodayView *self, WayStore *store);

G_END_DECLS

#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_OFFERS_VIEW (way_offers_view_get_type ())
G_DECLARE_FINAL_TYPE (WayOffersView, way_offers_view, WAY, OFFERS_VIEW, AdwBin)

/* Shows @store, and follows its changes. Once. */
void way_offers_view_set_store (WayOffersView *self, WayStore *store);

G_END_DECLS

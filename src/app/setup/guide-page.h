/* First step: which guide to follow. */
#pragma once

#include "core/guide/guide.h"
#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_GUIDE_PAGE (way_guide_page_get_type ())
G_DECLARE_FINAL_TYPE (WayGuidePage, way_guide_page, WAY, GUIDE_PAGE, AdwBin)

/* Offers the guides of @store and the built-in ones. Once. */
void way_guide_page_set_store (WayGuidePage *self, WayStore *store);

/* Reads the guide at @path and chooses it; a failure is told by "assistant.say". */
void way_guide_page_open (WayGuidePage *self, const char *path);

/* The chosen guide. */
const WayGuide *way_guide_page_get_guide (WayGuidePage *self);

G_END_DECLS

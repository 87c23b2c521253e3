/* The matrix at the end of a quarter, and what has changed since another one: as a heat map, bars or a radar, and each of
 * them as a table. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_HISTORY_PAGE (way_history_page_get_type ())
G_DECLARE_FINAL_TYPE (WayHistoryPage, way_history_page, WAY, HISTORY_PAGE, AdwBin)

/* Shows @store, and follows its changes. What was chosen stays as it is. */
GtkWidget *way_history_page_new (WayStore *store);

G_END_DECLS

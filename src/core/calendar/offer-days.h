/* The days to answer open offers by, and to look back on decisions. Of private scorecards they do not say on what. */
#pragma once

#include "core/calendar/exporter.h"

G_BEGIN_DECLS

gboolean way_exporter_add_offers (WayExporter *x, WayStore *store, GError **error);

G_END_DECLS

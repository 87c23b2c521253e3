#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_AGENDA_VIEW (way_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (WayAgendaView, way_agenda_view, WAY, AGENDA_VIEW, AdwBin)

/* Shows @store, and follows its changes. Once. */
void way_agenda_view_set_store (WayAgendaView *self, WayStore *store);

G_END_DECLS

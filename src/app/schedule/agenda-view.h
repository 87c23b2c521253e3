#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_AGENDA_VIEW (way_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (WayAgendaView, way_agenda_view, WAY, AGENDA_VIEW, AdwBin)

/* Shows @store, and follows its changes. Once. */
void way_agenda_view_set_store (WayAgendaView *self, WayStore *store);

/* Signal: "block-activated" (gint64 id, GdkRectangle *area in the view). */

/* Scrolls to the block of @date and puts the keyboard on it. */
void way_agenda_view_show_block (WayAgendaView *self, gint64 block_id, WayDate date);

/* Puts the keyboard on the block, when it is on the screen. */
void way_agenda_view_focus_block (WayAgendaView *self, gint64 block_id);

G_END_DECLS

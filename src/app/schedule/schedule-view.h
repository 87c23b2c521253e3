/* The schedule: week, month and agenda of the blocks, and how to get from day to day. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_SCHEDULE_VIEW (way_schedule_view_get_type ())
G_DECLARE_FINAL_TYPE (WayScheduleView, way_schedule_view, WAY, SCHEDULE_VIEW, AdwBin)

/* Actions: "schedule.mode" (s: "week", "month", "agenda"), "schedule.today", "schedule.previous", "schedule.next",
 * "schedule.show-block" (x: id): the days of the block, with the keyboard on it. */

/* Shows @store, and follows its changes. Once. */
void way_schedule_view_set_store (WayScheduleView *self, WayStore *store);

G_END_DECLS

/* How the hours of a plan lie in time. */
#pragma once

#include "core/base/zone.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* The plan's zone; UTC when there is no plan (transfer full). */
WayZone *way_roadmap_zone (WayStore *store, GError **error);

/* The blocks of a week, by the plan's zone: those missed or skipped do not count. */
typedef struct
{
  WayDate monday;
  int minutes; /* in all */
  int done;    /* of them */
} WayWeekLoad;

/* (element-type WayWeekLoad): from the first week with a block to the last one, each of them. */
GArray *way_roadmap_load_weeks (WayStore *store, GError **error);

/* (element-type WayDate): the days of the reviews. */
GArray *way_roadmap_load_reviews (WayStore *store, GError **error);

G_END_DECLS

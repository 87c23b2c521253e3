/* The clock and the zone of the running program: core takes both as arguments, this is where they come
 * from. $WAYMARK_NOW (an instant) fixes the clock for tests. */
#pragma once

#include "core/base/zone.h"
#include "core/store/store.h"

G_BEGIN_DECLS

gint64 way_session_now (void);

/* The zone of the plan, or of this machine without a plan (transfer full). */
WayZone *way_session_zone (WayStore *store);

WayDate way_session_today (WayStore *store);

G_END_DECLS

/* The clock and the zone of the running program: core takes both as arguments, this is where they come
 * from. $WAYMARK_NOW fixes the clock for tests: an instant, or the path of a file that has one and may be written
 * anew while the program runs. */
#pragma once

#include "core/base/zone.h"
#include "core/store/store.h"

G_BEGIN_DECLS

gint64 way_session_now (void);

/* The zone of the plan, or of this machine without a plan (transfer full). */
WayZone *way_session_zone (WayStore *store);

WayDate way_session_today (WayStore *store);

/* How often a view looks at the clock, at the latest: no timer tells of a suspended machine. $WAYMARK_LOOK_SECONDS is
 * for tests, which do not wait so long. */
int way_session_look_seconds (void);

G_END_DECLS

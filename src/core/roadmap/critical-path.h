/* Which phases hold up the whole plan, and how much room the others have. Pure. */
#pragma once

#include "core/roadmap/roadmap.h"

G_BEGIN_DECLS

/**
 * way_critical_path_find:
 * @phases: (element-type WayRoadmapPhase): in order, those of a guide together; latest_finish_date and slack_days are
 * filled in
 * @due_date: of the whole plan; WAY_DATE_NONE: the day on which its last dated phase is over
 * @weekdays: those that can hold blocks, 1 << weekday - 1
 *
 * The critical path method (Kelley & Walker, "Critical-Path Planning and Scheduling", 1959), with the dated phases of a
 * guide as a chain and their present days as the early ones. Backwards from the end, the late finish of a phase is the
 * day before the late start of the next one, or the plan's due date, but not after its own due date; its late start is
 * as many days before as it takes now. A late finish lies on a day that can hold a block; and since hours are counted by
 * the week, one in the week of the finish itself is that finish: a Friday instead of a Wednesday wins nothing.
 *
 * Slack is late finish minus early finish, in days: so much later the last block could be without the plan, or a phase
 * with a due date of its own, being late. 0 is critical, less is late already. Ongoing and finished phases have none.
 */
void way_critical_path_find (GPtrArray *phases, WayDate due_date, guint weekdays);

gboolean way_critical_path_is_critical (const WayRoadmapPhase *phase);

/* "critical", "6 days of slack", "3 days late" (transfer full); "" for a phase without. */
char *way_critical_path_text (const WayRoadmapPhase *phase);

G_END_DECLS

/* The scheduler: work and free time in, dated blocks and reasons out. Pure: no store, no clock, no
 * locale; the same input gives the same output on any machine.
 *
 * Hard limits: no block outside the availability map or over busy time and its buffer, a break
 * between any two blocks, the daily and the weekly limit over blocks of all kinds, the most days in a row,
 * release dates, and the order of items.
 *
 * Within them, in this order: the fewest blocks without a place, the smallest maximum lateness, the
 * smallest sum over days of (blocks on that day)², the fewest blocks moved, groups that share each week,
 * preferred hours, earlier.
 * Lateness is that of the field: the day of an item's last block minus its due date, negative when it is
 * early; so the worst-off item is over as early as any schedule can have it. */
#pragma once

#include "core/planner/problem.h"

G_BEGIN_DECLS

/* Never %NULL; work that does not fit is in @unscheduled with what stopped it. */
WaySchedulerResult *way_scheduler_solve (const WaySchedulerInput *input);

/* The first two objectives only, without placing blocks. */
WayScheduleCheck way_scheduler_check (const WaySchedulerInput *input);

/* The same without a search for the best days of rest: never better than what the scheduler finds, and quick enough
 * to try many fixes. */
WayScheduleCheck way_scheduler_estimate (const WaySchedulerInput *input);

G_END_DECLS

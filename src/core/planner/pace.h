/* The pace: how much work a phase is, and when it is due at the hours of the plan. Pure. */
#pragma once

#include "core/planner/workload.h"

G_BEGIN_DECLS

/* Whether @phase has a range of days. */
gboolean way_pace_is_dated (const WayWorkPhase *phase);

/* The days of the guide that are planned: the low or the high end of the range. */
int way_pace_days (const WayPlanSettings *settings, const WayWorkPhase *phase);

/* Study blocks in so many days of @guide. */
int way_pace_phase_blocks (const WayPlanSettings *settings, const WayWorkGuide *guide, int days);

/**
 * way_pace_due_dates:
 * @guides: (element-type WayWorkGuide)
 * @blocks_per_week: study blocks that the weekly hours hold
 *
 * All guides get on side by side, each by its share of the hours of those that still have work. A phase
 * is due on the day on which that is through its work; with a target date, all are moved in proportion
 * so that the last one is due then.
 *
 * Returns: (element-type GArray of WayDate) (transfer full): for each guide, for each of its phases
 */
GPtrArray *
way_pace_due_dates (const GPtrArray *guides, const WayPlanSettings *settings, int blocks_per_week);

G_END_DECLS

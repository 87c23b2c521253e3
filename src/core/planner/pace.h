/* The pace: how much work a phase is, and when it is due at the hours of the plan. Pure. */
#pragma once

#include "core/planner/work.h"

G_BEGIN_DECLS

/* Whether @phase has a range of days. */
gboolean way_pace_is_dated (const WayWorkPhase *phase);

/* The last dated phase, an index; -1: none. */
int way_pace_last_phase (const WayWorkGuide *guide);

/* Study blocks of a phase at one end of its range: what its weeks hold beside drills, reviews and, in the last
 * dated phase, mock interviews. */
int way_pace_phase_blocks (const WayPlanSettings *settings,
                           const WayWorkGuide *guide,
                           guint phase,
                           gboolean low_end);

/**
 * way_pace_due_dates:
 * @guides: (element-type WayWorkGuide)
 *
 * All guides get on side by side, each by its share of the hours of those that still have work. A phase
 * is due on the day on which that is through its work; with a target date, all are moved in proportion
 * so that the last one is due then. A phase is not begun before the day that the person set for it, nor
 * before the due date that the person set for the one before it; the hours are the other guides' till then.
 * A due date that the person set is what is returned.
 *
 * Gap actions take their hours from their guide right before they are due: what would be through then or later comes
 * later by those. With a target date nothing makes room for them.
 *
 * Returns: (element-type GArray of WayDate) (transfer full): for each guide, for each of its phases
 */
GPtrArray *way_pace_due_dates (const GPtrArray *guides, const WayPlanSettings *settings);

G_END_DECLS

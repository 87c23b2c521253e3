/* The workload: what guides ask for, as work items. Pure.
 *
 * A week of the guide stands for a number of hours (settings.guide_minutes): a phase of W weeks is W times
 * what they hold beside the weekly drills. So the work is known; more hours a week finish it earlier. */
#pragma once

#include "core/planner/work.h"

G_BEGIN_DECLS

/* What a work item stands for, beside it in the same order. Borrowed from the guides. */
typedef struct
{
  const WayWorkGuide *guide;
  const WayWorkPhase *phase; /* %NULL for drills, reviews and gap actions */
  const WayWorkGap *gap;     /* %NULL for all else */
} WayWorkSource;

typedef struct
{
  GArray *items;       /* of WayWorkItem */
  GArray *order;       /* of WayWorkOrder: phases of a guide, one after the other */
  GArray *sources;     /* of WayWorkSource */
  WayDate last_date;   /* the last day a schedule may use */
  WayDate target_date; /* the day by which all phases are due */
} WayWorkload;

/**
 * way_workload_new:
 * @guides: (element-type WayWorkGuide): must outlive the result
 *
 * Phases in order, each due when the hours a week, shared by the guides, have done its work; with a target
 * date all due dates are stretched to it. Dates that the person set for a phase come first. Drills each week from the start on. Mock interviews from the last
 * dated phase on, reviews by the calendar. An ongoing phase gets a block a week after the dated phases,
 * where the plan has an end date beyond them. Gap actions are ordinary work, each due by its own date, in no order with
 * the phases; a schedule may go on for them after the phases.
 */
WayWorkload *way_workload_new (const GPtrArray *guides, const WayPlanSettings *settings);
void way_workload_free (WayWorkload *workload);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWorkload, way_workload_free)

G_END_DECLS

/* The workload: what guides ask for, as work items. Pure.
 *
 * A week of the guide stands for a number of hours (settings.guide_minutes): a phase of W weeks is W times
 * what they hold beside the weekly drills. So the work is known; more hours a week finish it earlier. */
#pragma once

#include "core/planner/scheduler.h"

G_BEGIN_DECLS

/* Lengths of appointments, minutes. */
#define WAY_DRILL_MINUTES  30
#define WAY_MOCK_MINUTES   60
#define WAY_REVIEW_MINUTES 60

/* A phase as the plan sees it. */
typedef struct
{
  gint64 id;
  char *title;
  char *activities;
  int min_days, max_days; /* the ends of its range; 0 when ongoing */
  gboolean ongoing;
  WayDate release_date; /* set by the person: no block before it; WAY_DATE_NONE: the plan's own */
  WayDate due_date;     /* set by the person instead of the pace's; WAY_DATE_NONE: the plan's own */
} WayWorkPhase;

/* The action for a gap of the skill matrix, which is done in the share of a guide. */
typedef struct
{
  gint64 id;
  char *skill_title;
  char *title;
  int minutes; /* as asked for; the work is whole blocks */
  WayDate due_date;
} WayWorkGap;

/* A guide that the plan follows. */
typedef struct
{
  gint64 id;
  char *title;
  int share;
  int drills_per_week;
  int review_months;
  int mock_days;
  GPtrArray *phases; /* of WayWorkPhase *, in guide order */
  GPtrArray *gaps;   /* of WayWorkGap *, by due date */
} WayWorkGuide;

WayWorkGuide *way_work_guide_new (void);
void way_work_guide_free (WayWorkGuide *guide);
/* Without dates of the person's. */
WayWorkPhase *way_work_phase_new (void);
void way_work_phase_free (WayWorkPhase *phase);
void way_work_gap_free (WayWorkGap *gap);

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

/* Blocks of a gap action: as many whole ones as hold its minutes. */
int way_work_gap_blocks (const WayPlanSettings *settings, const WayWorkGap *gap);

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

/* All that planning reads from the store, and the scheduler's input made of it. The stored settings can be
 * replaced by others: that is how drafts, fixes and variants plan with the same facts. */
#pragma once

#include "core/planner/schedule.h"
#include "core/planner/workload.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 now_utc;
  WayPlanSettings *settings; /* the stored ones */
  WayZone *zone;
  GPtrArray *guides; /* of WayWorkGuide * */
  GPtrArray *blocks; /* of WayBlock *: all stored ones */
  GArray *busy;
} WayPlanFacts;

/* %NULL with %WAY_ERROR_NOT_FOUND when no plan was set up (transfer full). */
WayPlanFacts *way_plan_facts_load (WayStore *store, gint64 now_utc, GError **error);
void way_plan_facts_free (WayPlanFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPlanFacts, way_plan_facts_free)

/* What is to be planned, and the input that says so; valid as long as the facts and the settings are. */
typedef struct
{
  WayWorkload *workload; /* without the work of blocks that stay */
  GArray *fixed;
  GArray *previous;
  WaySchedulerInput input;
} WayPlanTask;

WayPlanTask *way_plan_task_new (const WayPlanFacts *facts, const WayPlanSettings *settings);
void way_plan_task_free (WayPlanTask *task);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPlanTask, way_plan_task_free)

/* Lets no gap action be late only because other work has to be: the due dates of their items come earlier by as much as
 * the others are late, where that makes nothing worse. Before the task is solved. */
void way_plan_task_keep_gap_dates (WayPlanTask *task);

/* The days of an item's first and last block; WAY_DATE_NONE without one. */
typedef struct
{
  WayDate first;
  WayDate last;
} WayPlanSpan;

/* Of each item, of the blocks that stay and those of @schedule (element-type WayPlanSpan, transfer full). */
GArray *way_plan_task_spans (const WayPlanTask *task,
                             const WayPlanFacts *facts,
                             const WaySchedulerResult *schedule);

/* Whether planning may move @block: open, not pinned, still ahead. */
gboolean way_plan_facts_may_move (const WayPlanFacts *facts, const WayBlock *block);

G_END_DECLS

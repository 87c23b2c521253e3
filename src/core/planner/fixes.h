/* Ways out when work is late or finds no place: single changes, the smallest of each kind that lets
 * everything fit in time. Each was tried by planning again. Pure. */
#pragma once

#include "core/planner/scheduler.h"

G_BEGIN_DECLS

/**
 * WayFixKind:
 * @WAY_FIX_WEEKLY: more hours a week
 * @WAY_FIX_DAILY: more hours a day
 * @WAY_FIX_WINDOW: one more window in the week
 * @WAY_FIX_TARGET: a later end, and due dates as much later as they must be
 * @WAY_FIX_LOW: the low end of all ranges
 */
typedef enum
{
  WAY_FIX_WEEKLY,
  WAY_FIX_DAILY,
  WAY_FIX_WINDOW,
  WAY_FIX_TARGET,
  WAY_FIX_LOW,
} WayFixKind;

/* The word of the contract for scripts: what the fix changes. */
const char *way_fix_kind_to_string (WayFixKind kind);

typedef struct
{
  WayFixKind kind;
  int minutes;            /* the new limit: of a week or a day */
  WayAvailability window; /* the one to add */
  WayDate to_date;        /* the new last day of the plan, the old one when it will do */
  int due_days;           /* days by which all due dates move */
  WayScheduleCheck check; /* what planning again says: nothing without a place, nothing late */
} WayFix;

/* Whether @after has all work in time and in a place, and no appointment less than @before; where work was
 * fine before, all appointments. */
gboolean way_fix_helps (const WayScheduleCheck *before, const WayScheduleCheck *after);

/* (element-type WayFix) in the order of the kinds, without the kinds that do not help alone; empty when
 * nothing is late or without a place (transfer full). @before: what way_scheduler_check() says of @input. */
GArray *way_fixes_find (const WaySchedulerInput *input, const WayScheduleCheck *before);

/* An input with one thing changed; what it borrows from the old one must outlive it. */
typedef struct
{
  WaySchedulerInput in;
  GArray *availability; /* owned */
  GArray *items;        /* owned */
} WayFixedInput;

void way_fix_apply (const WayFix *fix, const WaySchedulerInput *input, WayFixedInput *fixed);
void way_fixed_input_clear (WayFixedInput *fixed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayFixedInput, way_fixed_input_clear)

G_END_DECLS

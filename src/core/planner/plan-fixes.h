/* Fixes of the plan: settings with one thing changed, with which everything fits in time. */
#pragma once

#include "core/planner/facts.h"
#include "core/planner/fixes.h"

G_BEGIN_DECLS

typedef struct
{
  WayFixKind kind;
  char *text;                /* "7.5 hours a week instead of 6" */
  WayPlanSettings *settings; /* to be stored by way_plan_settings_save(), and planned with again */
} WayPlanFix;

void way_plan_fix_free (WayPlanFix *fix);

/* (element-type WayPlanFix) empty when nothing is late or without a place (transfer full). The due dates stay
 * what they are, but for a fix that moves them: more hours are there to reach the goal, not to move it. */
GPtrArray *way_plan_fixes_find (const WayPlanFacts *facts);

G_END_DECLS

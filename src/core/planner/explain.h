/* What the planner found, as sentences for a person. */
#pragma once

#include "core/planner/fixes.h"

G_BEGIN_DECLS

/* "14 February 2027" as the locale writes it (transfer full). */
char *way_explain_date (WayDate date);

/* "Sunday" for 7 (transfer full). */
char *way_explain_weekday (int weekday);

/* "the weekly hours, the daily limit" for a mask of WayPlanLimit (transfer full). */
char *way_explain_limits (guint limits);

/* What is full: one sentence for each limit, "" for none. @binding: (element-type WayBinding) by date. */
char *way_explain_binding (const GArray *binding);

/* "7.5 hours a week instead of 6", "Also use Sunday, 10:00–12:00" (transfer full). */
char *
way_explain_fix (const WayFix *fix, const WayPlanSettings *before, const WayPlanSettings *after);

G_END_DECLS

/* A wish: the days that the person gives a phase instead of the plan's own. It is tried with facts, and stored. */
#pragma once

#include "core/planner/facts.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 phase_id;
  WayDate release_date; /* no block before it; WAY_DATE_NONE: the plan's own */
  WayDate due_date;     /* its last day; likewise, and never of an ongoing phase */
} WayPlanWish;

/* Whether both days are the plan's own. */
gboolean way_plan_wish_is_empty (const WayPlanWish *wish);

/* The name of the action that stores it: "Move Phase". */
const char *way_plan_wish_name (const WayPlanWish *wish);

/* Makes @facts those that hold once @wish is stored. %WAY_ERROR_NOT_FOUND without such a phase in the plan,
 * %WAY_ERROR_INVALID for days that cannot be. */
gboolean way_plan_wish_use (const WayPlanWish *wish, WayPlanFacts *facts, GError **error);

/* Stores @wish as one action; what is planned stays where it is until a draft is accepted. Errors as above. */
gboolean
way_plan_wish_store (const WayPlanWish *wish, WayStore *store, gint64 now_utc, GError **error);

G_END_DECLS

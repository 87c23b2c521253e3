/* What work is called. */
#pragma once

#include "core/planner/workload.h"

G_BEGIN_DECLS

/* The phase, the skill with its gap action, or the guide (transfer full). */
char *way_work_title (const WayWorkSource *source);

/* The title of a block of @item (transfer full). */
char *way_work_block_title (const WayWorkItem *item, const WayWorkSource *source);

G_END_DECLS

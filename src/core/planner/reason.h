/* Why a block lies where it does: the stored form. way_reason_to_text() tells it (draft.h). */
#pragma once

#include "core/planner/scheduler.h"

G_BEGIN_DECLS

/* @serves: the title of the phase or guide that the block on @date is for. A JSON object (transfer full). */
char *way_reason_to_json (const WayBlockReason *reason, WayDate date, const char *serves);

G_END_DECLS

/* Why a block lies where it does: stored as data, told as sentences. */
#pragma once

#include "core/planner/problem.h"

G_BEGIN_DECLS

/* @serves: the title of the phase, gap action or guide that the block on @date is for; @skill: whose gap that action
 * closes, %NULL for all else. A JSON object (transfer full). */
char *way_reason_to_json (const WayBlockReason *reason,
                          WayDate date,
                          const char *serves,
                          const char *skill);

/* The reason of a block that the person put there: a JSON object (transfer full). */
char *way_reason_by_hand (const char *serves);

/* The stored reason of a block as sentences (transfer full). */
char *way_reason_to_text (const char *reason);

G_END_DECLS

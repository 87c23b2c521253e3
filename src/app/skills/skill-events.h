/* How the scores and the target of a skill came to be, as rows. */
#pragma once

#include "app/skills/text-rows.h"
#include "core/skills/history.h"

G_BEGIN_DECLS

/* The newest first. */
void way_skill_events_show (WayTextRows *rows, WayStore *store, gint64 skill_id, WayDate today);

G_END_DECLS

/* All there is to one skill: its score and what that means, what the guide expects, the target, the way to close the gap,
 * notes, how often it is asked for, what others say, and how it came to be. */
#pragma once

#include "core/skills/matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_SKILL_PANE (way_skill_pane_get_type ())
G_DECLARE_FINAL_TYPE (WaySkillPane, way_skill_pane, WAY, SKILL_PANE, GtkWidget)

/* Signal "close": the person is done with it, or the skill has gone. */

void way_skill_pane_set_store (WaySkillPane *self, WayStore *store);

/* Saves what was typed and not yet saved, and is of no skill from then on: before another one is shown. */
void way_skill_pane_leave (WaySkillPane *self);

/* @skill_id: 0 for none. @matrix: as it is now */
void
way_skill_pane_show (WaySkillPane *self, gint64 skill_id, const WayMatrix *matrix, WayDate today);

gint64 way_skill_pane_get_skill (WaySkillPane *self);

G_END_DECLS

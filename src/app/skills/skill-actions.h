/* The actions that write in the skill matrix:
 * "skill.score" and "skill.target" (xi: skill, 0 for blank), "skill.rate" (xsii: skill, who, score, day),
 * "skill.set" (xss: skill, what, text; see below), "skill.move" (xx: skill, before which; 0: at the end of its group),
 * "skill.remove" (x: skill).
 *
 * What "skill.set" sets: "title", "group", "gap-action", "note", "synonyms", "interviews", "ads"; the last two are
 * percentages, and a text with nothing in it is one that is not known. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @window the actions; what they did is told by "win.show-undo" and "win.show-message", where it is not seen
 * anyhow. */
void way_skill_actions_install (GtkWidget *window, WayStore *store);

G_END_DECLS

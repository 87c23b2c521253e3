/* A score of 1 to 5 as a bar in five parts, with a mark where the target is. A blank is an empty, hatched bar. The text
 * beside it says the same. */
#pragma once

#include "core/skills/matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_SCORE_BAR (way_score_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayScoreBar, way_score_bar, WAY, SCORE_BAR, GtkWidget)

/* Each may be %WAY_SKILL_BLANK. @before: a score to compare with, drawn as a thin line under the bar. */
void way_score_bar_show (WayScoreBar *self, int score, int target, int before);

G_END_DECLS

/* Asks for the score that another one gives, or changes it. */
#pragma once

#include "core/skills/matrix.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is said is done by "skill.rate" of the window it is transient for. @rater: whose score is changed; "" for that of
 * somebody new. */
GtkWidget *way_rate_dialog_new (const WaySkill *skill, const char *rater, WayDate today);

G_END_DECLS

/* The gaps, the one that matters most first, with the arithmetic behind that. */
#pragma once

#include "core/skills/matrix.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_GAPS_PAGE (way_gaps_page_get_type ())
G_DECLARE_FINAL_TYPE (WayGapsPage, way_gaps_page, WAY, GAPS_PAGE, AdwBin)

/* Signal "skill-activated" (gint64 id): the person wants to see all there is to it. */

/* The keyboard and the scroll position stay where they are. */
void way_gaps_page_show (WayGapsPage *self, const WayMatrix *matrix);

/* Puts the keyboard on the row of a skill, if it is there. */
void way_gaps_page_focus_skill (WayGapsPage *self, gint64 id);

G_END_DECLS

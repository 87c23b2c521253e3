/* The skill matrix as a list: group by group, a row for each skill. */
#pragma once

#include "core/skills/history.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_MATRIX_PAGE (way_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (WayMatrixPage, way_matrix_page, WAY, MATRIX_PAGE, AdwBin)

/* Signal "skill-activated" (gint64 id): the person wants to see all there is to it. */

/* The keyboard and the scroll position stay where they are. @points: as of way_skill_points() (nullable) */
void way_matrix_page_show (WayMatrixPage *self,
                           const WayMatrix *matrix,
                           GHashTable *points,
                           WayDate today);

/* Only skills of whose words these are the beginnings; "": all. */
void way_matrix_page_set_filter (WayMatrixPage *self, const char *text);

/* Puts the keyboard on a skill and brings it into sight; 0: on the first. */
void way_matrix_page_focus_skill (WayMatrixPage *self, gint64 id);

/* The skill of the row that has the keyboard; 0: none. */
gint64 way_matrix_page_get_focused (WayMatrixPage *self);

G_END_DECLS

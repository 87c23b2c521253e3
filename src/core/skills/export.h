/* The skill matrix as a file for other programs and for people. Pure. */
#pragma once

#include "core/skills/matrix.h"

G_BEGIN_DECLS

/* Every column that an import reads but "By": the person's own scores as they are now. Imported where it comes from, it
 * changes nothing; imported elsewhere, the same skills are there. Headings are English in every language
 * (transfer full). */
char *way_skills_export_csv (const WayMatrix *matrix);

/* A row for each score there ever was, of the person and of others, the last of each day; one that was made blank says
 * "blank". @events: of way_skill_history() (transfer full). */
char *way_skills_export_history (const WayMatrix *matrix, const GPtrArray *events);

/* A table for each group, and the gaps in their order with how that comes about; in the person's language
 * (transfer full). */
char *way_skills_export_markdown (const WayMatrix *matrix);

G_END_DECLS

/* The names of the columns, over the matrix; nothing where its rows have no columns. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_SKILL_HEADER (way_skill_header_get_type ())
G_DECLARE_FINAL_TYPE (WaySkillHeader, way_skill_header, WAY, SKILL_HEADER, GtkWidget)

G_END_DECLS

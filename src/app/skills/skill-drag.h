/* Rows of the matrix are dragged to another place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @list: of WaySkillRows in WayRowItems; what is dropped is done by "skill.move". */
void way_skill_drag_install (GtkListView *list);

G_END_DECLS

/* The keys of a row of the matrix: what they do is done by the actions of skill-actions.h and of the view. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @list: of WaySkillRows in WayRowItems. */
void way_skill_keys_install (GtkListView *list);

/* The row that has the keyboard, or %NULL (a WaySkillRow, transfer none). */
GtkWidget *way_skill_keys_focused_row (GtkListView *list);

G_END_DECLS

/* The menu of a row of the matrix: what the keys do, in words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @row: a WaySkillRow of @list. @at: in @list (nullable: at the row) */
void way_skill_menu_open (GtkListView *list, GtkWidget *row, const GdkRectangle *at);

/* Only the targets: a digit chooses one. */
void way_skill_menu_open_targets (GtkListView *list, GtkWidget *row);

/* Opens it at a click of the secondary button. */
void way_skill_menu_install (GtkListView *list);

G_END_DECLS

/* A row of the review: an icon, what, why; a button on a way out, or a check button on a group. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DRAFT_ROW (way_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (WayDraftRow, way_draft_row, WAY, DRAFT_ROW, GtkWidget)

GtkWidget *way_draft_row_new (void);

/* @subtitle: "" for none. @late: drawn as late, too; the title says so. */
void way_draft_row_set_text (WayDraftRow *self,
                             const char *icon,
                             const char *title,
                             const char *subtitle,
                             gboolean late);

/* A button, behind way_draft_row_set_text(): @label is what it shows, @name what it is called. @target: (nullable) */
void way_draft_row_set_button (WayDraftRow *self,
                               const char *label,
                               const char *name,
                               const char *action,
                               GVariant *target);

/* A check button called @name that activates "draft.choose" (ub: @group, whether it is chosen). */
void way_draft_row_set_group (WayDraftRow *self, guint group, gboolean chosen, const char *name);

G_END_DECLS

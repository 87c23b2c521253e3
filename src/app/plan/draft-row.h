/* A row of the review: an icon, what, why; and a button on a way out. */
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

/* A button that activates "draft.use" (u: @fix) and is called @name. */
void way_draft_row_set_fix (WayDraftRow *self, guint fix, const char *name);

G_END_DECLS

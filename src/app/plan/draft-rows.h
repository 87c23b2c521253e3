/* A draft as rows of a list: what is late and what has no place, what would help, then the changes. */
#pragma once

#include "app/widgets/row-item.h"
#include "core/base/zone.h"
#include "core/planner/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For WayRowFuncs. */
GtkWidget *way_draft_rows_make (int kind);
void way_draft_rows_fill (GtkWidget *row, WayRowItem *item, gpointer user_data);

/* (element-type WayRowItem) the whole draft, with headings (transfer full). */
GPtrArray *way_draft_rows_new (const WayDraft *draft, WayZone *zone, WayDate today);

G_END_DECLS

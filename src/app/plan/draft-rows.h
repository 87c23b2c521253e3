/* A draft as rows of a list: what is late and what has no place, what would help, what to take of it, then the changes
 * week by week. */
#pragma once

#include "app/plan/draft-texts.h"
#include "app/widgets/row-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Kinds of rows. */
enum
{
  WAY_DRAFT_ROW_TEXT,
  WAY_DRAFT_ROW_FIX,
  WAY_DRAFT_ROW_GROUP,
  WAY_DRAFT_ROW_WEEK,
};

/* For WayRowFuncs. */
GtkWidget *way_draft_rows_make (int kind);
void way_draft_rows_fill (GtkWidget *row, WayRowItem *item, gpointer user_data);
/* Takes a group, or leaves it out. */
void way_draft_rows_activate (GtkWidget *row, WayRowItem *item, gpointer user_data);
#define WAY_DRAFT_ROWS_ACTIVATABLE (1u << WAY_DRAFT_ROW_GROUP)

/* (element-type WayRowItem) the whole draft, with headings (transfer full). */
GPtrArray *way_draft_rows_new (const WayDraftShown *shown);

G_END_DECLS

/* Lists of WayRowItem: one row widget per entry on screen, made by kind, filled from the entry, and
 * filled again when the entry changes. */
#pragma once

#include "app/widgets/row-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *(*make) (int kind); /* an empty row; headings are made here */
  void (*fill) (GtkWidget *row, WayRowItem *item, gpointer user_data);
} WayRowFuncs;

/* To be said when @row is made: the list is "activated" with it. */
void way_row_make_activatable (GtkWidget *row);

/* @funcs: lives as long as the program. */
void way_row_list_set_up (GtkListView *list,
                          GListModel *model,
                          const WayRowFuncs *funcs,
                          gpointer user_data);

/* The same for a short list; no headings. */
void way_row_box_set_up (GtkListBox *box,
                         GListModel *model,
                         const WayRowFuncs *funcs,
                         gpointer user_data);

G_END_DECLS

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
  /* A click on a row, or Enter on it, of one of the kinds in the mask @activatable (1 << kind); nullable. */
  void (*activate) (GtkWidget *row, WayRowItem *item, gpointer user_data);
  guint activatable;
} WayRowFuncs;

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

/* Puts the keyboard on the row of the entry with @kind and @id, if it is there. @list: a GtkListView or GtkListBox that
 * was set up here. */
void way_row_list_focus (GtkWidget *list, int kind, gint64 id);

G_END_DECLS

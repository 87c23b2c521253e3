/* What the files of the table of offers share. */
#pragma once

#include "app/offers/score-table.h"

G_BEGIN_DECLS

#define WAY_SCORE_TABLE_HEADS (-1) /* the row of heads */

/* Columns of cells: the title of the criterion, its weight, and a column for each offer. */
enum
{
  COLUMN_TITLE,
  COLUMN_WEIGHT,
  COLUMN_OFFERS,
};

struct _WayScoreTable
{
  GtkWidget parent_instance;

  const WayScorecard *card; /* the view's */
  GtkGrid *names;
  GtkWidget *corner;
  GtkWidget *scroller;
  GtkGrid *scores;
  GtkSizeGroup *head_height;
  GPtrArray *heads;     /* of WayOfferHead */
  GPtrArray *cells;     /* of WayScoreCell, row by row */
  GArray *criteria_ids; /* of gint64 */
  GArray *offer_ids;    /* of gint64 */
  int row, column;      /* of the cursor */
  guint shown;          /* offer */
  gboolean narrow;
  gboolean leaving; /* the focus goes out */
  GtkWidget *menu;  /* made when it is needed */
};

int way_score_table_n_rows (WayScoreTable *self);
int way_score_table_n_columns (WayScoreTable *self);

/* A cell, or a head; %NULL where there is none. */
GtkWidget *way_score_table_cell (WayScoreTable *self, int row, int column);

/* Where the cell is that @widget is, or is in. */
gboolean way_score_table_find (WayScoreTable *self, GtkWidget *widget, int *row, int *column);

/* What has the focus in the table; %NULL. */
GtkWidget *way_score_table_focus_of (WayScoreTable *self);

void way_score_table_show_columns (WayScoreTable *self);

/* To where the cursor was; the first time to the first score. */
gboolean way_score_table_enter (WayScoreTable *self);

gboolean way_score_table_go (WayScoreTable *self, int row, int column, GtkDirectionType direction);

gboolean way_score_table_focus (GtkWidget *widget, GtkDirectionType direction);

/* The cursor follows the focus of the window that the table is in. */
void way_score_table_follow_focus (WayScoreTable *self, gboolean follow);

/* Menus, and what Enter opens. */
void way_score_table_open_menu (GtkWidget *widget, const char *action, GVariant *parameter);
void way_score_table_add_menu (WayScoreTable *self);

G_END_DECLS

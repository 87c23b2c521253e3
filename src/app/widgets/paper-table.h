/* Tables on paper. */
#pragma once

#include "app/widgets/paper-text.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;
  WayPaperColumn *columns;
  gsize n_columns;
  GPtrArray *rows; /* of char **: a cell for each column; one cell alone is a heading */
} WayPaperTable;

/* @title: "" for none. @columns: copied, their titles, too. */
WayPaperTable *
way_paper_table_new (const char *title, const WayPaperColumn *columns, gsize n_columns);
void way_paper_table_free (WayPaperTable *table);

/* Takes @cells, which a %NULL ends; the array itself stays with the caller. */
void way_paper_table_add_row (WayPaperTable *table, char *const *cells);

/* The title and the row of column titles. Returns their height; @cr %NULL: only that; the same below. */
double way_paper_table_head (const WayPaperTable *table,
                             const WayPaperStyle *style,
                             cairo_t *cr,
                             double y);

/* The row of column titles alone: said again on each page. */
double way_paper_table_titles (const WayPaperTable *table,
                               const WayPaperStyle *style,
                               cairo_t *cr,
                               double y);

double way_paper_table_row (const WayPaperTable *table,
                            guint i,
                            const WayPaperStyle *style,
                            cairo_t *cr,
                            double y);

G_END_DECLS

/* The tables under a timeline on paper: phases with their dates, and what is due. */
#pragma once

#include "app/roadmap/paper-text.h"
#include "core/roadmap/roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  const WayPaperColumn *columns;
  gsize n_columns;
  GPtrArray *rows; /* of char **: a cell for each column; one cell alone is a heading */
} WayPaperTable;

void way_paper_table_free (WayPaperTable *table);

/* @reviews: (element-type WayDate) */
WayPaperTable *way_paper_table_of_phases (const WayRoadmap *roadmap);
WayPaperTable *
way_paper_table_of_points (const WayRoadmap *roadmap, const GArray *reviews, WayDate today);

/* The row of titles, or the row @i. Returns its height; @cr %NULL: only that. */
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

/* Rows of stacked parts: what stacked-bars.h draws and chart-table.h lists. Plain data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *group; /* heading above this row; %NULL: it goes with the one above */
  char *title;
  double *parts;    /* by series, may be negative; NAN: not known */
  char **texts;     /* by series: the same for a table; "" where there is nothing to say */
  double mark;      /* NAN: none */
  double low, high; /* what the whole may be; NAN: not told */
  char *total;      /* of the whole, for the end of the bar */
  char *mark_text;  /* for a table */
  char *range_text;
} WayChartRow;

typedef struct
{
  char **series; /* titles */
  guint n_series;
  GPtrArray *rows;   /* of WayChartRow */
  double most;       /* of the scale; NAN: of the rows */
  char *mark_title;  /* of the marks; %NULL: there are none */
  char *range_title; /* of low and high; %NULL: they are not told */
  char *total_title; /* of the totals; %NULL: there are none */
  char *empty;       /* why there are no rows: a sentence */
} WayChart;

/* @n_series: room for so many titles, which the caller sets */
WayChart *way_chart_new (guint n_series);
void way_chart_free (WayChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChart, way_chart_free)

/* Whether both say the same. */
gboolean way_chart_equal (const WayChart *a, const WayChart *b);

/* A row at the end, all of it unknown. @title: copied */
WayChartRow *way_chart_add_row (WayChart *chart, const char *group, const char *title);

/* @text: taken */
void way_chart_row_set (WayChartRow *row, guint series, double part, char *text);

G_END_DECLS

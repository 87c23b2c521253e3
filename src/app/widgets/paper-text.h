/* Text and tables on paper: in points, from the left or from the right as the language runs. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How it is drawn: fonts, and where the lines begin. */
typedef struct
{
  PangoContext *fonts; /* in points */
  gboolean rtl;
  double width; /* of the paper inside its margins */
} WayPaperStyle;

/* @chart: for the timeline, in pixels instead of points (transfer full). */
PangoContext *way_paper_fonts_new (gboolean chart);

typedef enum
{
  WAY_PAPER_PLAIN,
  WAY_PAPER_FAINT,
  WAY_PAPER_BOLD,
  WAY_PAPER_HEADING,
  WAY_PAPER_TITLE,
} WayPaperTextKind;

/* @x: from the edge where lines begin; wrapped at @room. Returns its height; @cr %NULL: only that. */
double way_paper_text (const WayPaperStyle *style,
                       cairo_t *cr,
                       WayPaperTextKind kind,
                       const char *text,
                       double x,
                       double y,
                       double room,
                       gboolean at_end);

double way_paper_text_width (const WayPaperStyle *style, WayPaperTextKind kind, const char *text);

/* @text as the lines that it takes when wrapped at @room (transfer full). */
char **
way_paper_lines (const WayPaperStyle *style, WayPaperTextKind kind, const char *text, double room);

/* Between the columns of a table. */
#define WAY_PAPER_COLUMN_GAP 10.0

typedef struct
{
  const char *title;
  double share;    /* of the width; all together 1 */
  gboolean at_end; /* figures */
} WayPaperColumn;

/* A row of a table, with a line above it. @cells: one for each column. Returns its height; @cr %NULL: only that. */
double way_paper_row (const WayPaperStyle *style,
                      cairo_t *cr,
                      const WayPaperColumn *columns,
                      gsize n_columns,
                      const char *const *cells,
                      WayPaperTextKind kind,
                      double y);

G_END_DECLS

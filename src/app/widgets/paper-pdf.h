/* Pages of paper as a PDF. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_PAPER_MARGIN 36.0 /* points, on all sides */

/* Lays out on pages of that many points inside their margins; returns how many pages. */
typedef int (*WayPaperLayOut) (gpointer paper, double width, double height);

/* @page: from 0; its inside begins at 0, 0. */
typedef void (*WayPaperDrawPage) (gpointer paper, int page, cairo_t *cr);

/* The paper that is usual here, with margins (transfer full). */
GtkPageSetup *way_paper_page_setup_new (GtkPageOrientation orientation);

/* Draws one page inside its margins, and ends it. */
cairo_status_t
way_paper_draw_page (cairo_surface_t *surface, gpointer paper, int page, WayPaperDrawPage draw);

/* For a cairo stream: appends to a GByteArray. */
cairo_status_t way_paper_append (void *bytes, const unsigned char *data, unsigned int length);

/* All pages to the end of @bytes. */
cairo_status_t way_paper_make_pdf (gpointer paper,
                                   const char *title,
                                   GtkPageOrientation orientation,
                                   WayPaperLayOut lay_out,
                                   WayPaperDrawPage draw,
                                   GByteArray *bytes);

G_END_DECLS

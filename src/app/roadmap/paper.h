/* The roadmap on paper: the timeline over all that is planned, what its marks mean, and the dates as tables, on as many
 * pages as it needs. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _WayPaper WayPaper;

/* What is planned now; %NULL with @error. */
WayPaper *way_paper_new (WayStore *store, WayDate today, GError **error);
void way_paper_free (WayPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPaper, way_paper_free)

/* "Learning Distributed Systems", or "Roadmap" when there are several guides. */
const char *way_paper_get_title (WayPaper *self);

/* Lays it out on pages of that many points inside their margins; @height 0: on one page, as high as needed. Returns how
 * many pages; @used: (out) (optional): the height of the last one. */
int way_paper_lay_out (WayPaper *self, double width, double height, double *used);

/* @page: from 0; its inside begins at 0, 0. */
void way_paper_draw (WayPaper *self, int page, cairo_t *cr);

G_END_DECLS

/* How the series of a chart are told apart: each has its own colour, and its own direction of stripes for those who see no
 * colours. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @rect with what stands for @series, 0 for the first. */
void way_series_fill (GtkWidget *widget,
                      GtkSnapshot *snapshot,
                      guint series,
                      const graphene_rect_t *rect);

G_END_DECLS

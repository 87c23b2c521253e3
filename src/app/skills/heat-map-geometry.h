/* Where the cells of a heat map are. Pure: it knows sizes and what is scrolled, no widget. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lines are headings and skills, from 0; columns are quarters, from 0. */
typedef struct
{
  int n_lines, n_columns;
  int width, height;         /* of the widget */
  double scroll_x, scroll_y; /* what is hidden at the left and at the top, of the cells */
  gboolean rtl;
  double em;       /* pixels */
  int title_width; /* of the titles of the lines */
  int head;        /* height of the titles of the columns */
  int line;        /* height of a line */
  int column;      /* width of a column */
} WayHeatMapGeometry;

/* Makes the sizes from @n_lines, @n_columns, @width, @height and @em: titles have what columns leave, within reason. */
void way_heat_map_geometry_fit (WayHeatMapGeometry *self);

/* What there is to scroll, the cells alone. */
int way_heat_map_geometry_room_x (const WayHeatMapGeometry *self);
int way_heat_map_geometry_room_y (const WayHeatMapGeometry *self);
int way_heat_map_geometry_upper_x (const WayHeatMapGeometry *self);
int way_heat_map_geometry_upper_y (const WayHeatMapGeometry *self);

/* Where the cells are, and the titles of the lines beside them, without those of the columns. */
GdkRectangle way_heat_map_geometry_cells (const WayHeatMapGeometry *self);
GdkRectangle way_heat_map_geometry_titles (const WayHeatMapGeometry *self);

/* In the widget; may lie outside of what is seen. */
GdkRectangle way_heat_map_geometry_cell (const WayHeatMapGeometry *self, int line, int column);
GdkRectangle way_heat_map_geometry_title (const WayHeatMapGeometry *self, int line);
GdkRectangle way_heat_map_geometry_column_title (const WayHeatMapGeometry *self, int column);

/* What is seen: from the first to before the last. */
void way_heat_map_geometry_lines (const WayHeatMapGeometry *self, int *from, int *to);
void way_heat_map_geometry_columns (const WayHeatMapGeometry *self, int *from, int *to);

/* What is at a point. @column: -1 over a title. %FALSE where there is nothing. */
gboolean way_heat_map_geometry_at (const WayHeatMapGeometry *self,
                                   double x,
                                   double y,
                                   int *line,
                                   int *column);

/* The scroll position nearest to the one now that shows the cell whole. */
void way_heat_map_geometry_show (const WayHeatMapGeometry *self,
                                 int line,
                                 int column,
                                 double *scroll_x,
                                 double *scroll_y);

G_END_DECLS

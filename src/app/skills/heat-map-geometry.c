#include "app/skills/heat-map-geometry.h"

/* In ems of the font. */
#define LINE        2.2
#define HEAD        3.0
#define COLUMN      3.4
#define COLUMN_MOST 5.0
#define TITLE_LEAST 8.0
#define TITLE_USUAL 12.0 /* where the columns do not fit anyhow */
#define TITLE_MOST  26.0
/* Of a narrow widget that titles may take. */
#define TITLE_SHARE 0.45

void
way_heat_map_geometry_fit (WayHeatMapGeometry *self)
{
  double columns = MAX (1, self->n_columns), most = TITLE_SHARE * self->width;
  double left = self->width - columns * COLUMN * self->em;
  double title = left < MIN (TITLE_LEAST * self->em, most) ? MIN (TITLE_USUAL * self->em, most)
                                                           : MIN (left, TITLE_MOST * self->em);

  self->line = (int) (LINE * self->em);
  self->head = (int) (HEAD * self->em);
  self->title_width = (int) title;
  self->column =
      (int) CLAMP ((self->width - title) / columns, COLUMN * self->em, COLUMN_MOST * self->em);
}

int
way_heat_map_geometry_room_x (const WayHeatMapGeometry *self)
{
  return MAX (0, self->width - self->title_width);
}

int
way_heat_map_geometry_room_y (const WayHeatMapGeometry *self)
{
  return MAX (0, self->height - self->head);
}

int
way_heat_map_geometry_upper_x (const WayHeatMapGeometry *self)
{
  return MAX (way_heat_map_geometry_room_x (self), self->n_columns * self->column);
}

int
way_heat_map_geometry_upper_y (const WayHeatMapGeometry *self)
{
  return MAX (way_heat_map_geometry_room_y (self), self->n_lines * self->line);
}

GdkRectangle
way_heat_map_geometry_cells (const WayHeatMapGeometry *self)
{
  return (GdkRectangle) { self->rtl ? 0 : self->title_width, self->head,
                          way_heat_map_geometry_room_x (self),
                          way_heat_map_geometry_room_y (self) };
}

GdkRectangle
way_heat_map_geometry_titles (const WayHeatMapGeometry *self)
{
  return (GdkRectangle) { self->rtl ? way_heat_map_geometry_room_x (self) : 0, self->head,
                          self->title_width, way_heat_map_geometry_room_y (self) };
}

static int
line_y (const WayHeatMapGeometry *self, int line)
{
  return self->head + line * self->line - (int) self->scroll_y;
}

static int
column_x (const WayHeatMapGeometry *self, int column)
{
  int upper = way_heat_map_geometry_upper_x (self);

  return way_heat_map_geometry_cells (self).x - (int) self->scroll_x +
         (self->rtl ? upper - (column + 1) * self->column : column * self->column);
}

GdkRectangle
way_heat_map_geometry_cell (const WayHeatMapGeometry *self, int line, int column)
{
  return (GdkRectangle) { column_x (self, column), line_y (self, line), self->column, self->line };
}

GdkRectangle
way_heat_map_geometry_title (const WayHeatMapGeometry *self, int line)
{
  GdkRectangle area = way_heat_map_geometry_titles (self);

  area.y = line_y (self, line);
  area.height = self->line;
  return area;
}

GdkRectangle
way_heat_map_geometry_column_title (const WayHeatMapGeometry *self, int column)
{
  return (GdkRectangle) { column_x (self, column), 0, self->column, self->head };
}

void
way_heat_map_geometry_lines (const WayHeatMapGeometry *self, int *from, int *to)
{
  int end = (int) self->scroll_y + way_heat_map_geometry_room_y (self);

  *from = CLAMP ((int) self->scroll_y / MAX (1, self->line), 0, self->n_lines);
  *to = CLAMP ((end + self->line - 1) / MAX (1, self->line), *from, self->n_lines);
}

void
way_heat_map_geometry_columns (const WayHeatMapGeometry *self, int *from, int *to)
{
  GdkRectangle cells = way_heat_map_geometry_cells (self);

  *from = self->n_columns;
  *to = 0;
  for (int i = 0; i < self->n_columns; i++)
    {
      int x = column_x (self, i);
      if (x + self->column <= cells.x || x >= cells.x + cells.width)
        continue;
      *from = MIN (*from, i);
      *to = i + 1;
    }
}

gboolean
way_heat_map_geometry_at (const WayHeatMapGeometry *self,
                          double x,
                          double y,
                          int *line,
                          int *column)
{
  GdkRectangle cells = way_heat_map_geometry_cells (self);
  int from, to;

  *line = (int) ((y - self->head + self->scroll_y) / MAX (1, self->line));
  *column = -1;
  if (y < self->head || y >= self->height || *line >= self->n_lines || x < 0 || x >= self->width)
    return FALSE;
  if (x < cells.x || x >= cells.x + cells.width)
    return TRUE;
  way_heat_map_geometry_columns (self, &from, &to);
  for (int i = from; i < to; i++)
    if (x >= column_x (self, i) && x < column_x (self, i) + self->column)
      *column = i;
  return *column >= 0;
}

/* The position of a page of @room that has [@at, @at + @size), nearest to @value. */
static double
nearest (double value, double room, double at, double size)
{
  if (at < value)
    return at;
  return at + size > value + room ? at + size - room : value;
}

void
way_heat_map_geometry_show (const WayHeatMapGeometry *self,
                            int line,
                            int column,
                            double *scroll_x,
                            double *scroll_y)
{
  GdkRectangle cells = way_heat_map_geometry_cells (self);
  GdkRectangle cell = way_heat_map_geometry_cell (self, line, column);

  *scroll_x =
      nearest (self->scroll_x, cells.width, cell.x - cells.x + (int) self->scroll_x, cell.width);
  *scroll_y =
      nearest (self->scroll_y, cells.height, cell.y - cells.y + (int) self->scroll_y, cell.height);
}

#include "app/skills/radar-geometry.h"

#include <math.h>

#define GAP         8    /* pixels between the end of an axis and its label */
#define LABEL_SHARE 0.28 /* of the width that the labels at a side may take */
#define LABEL_MOST  14   /* the same, in lines of text */
#define MOST_LINES  3
#define EPSILON     1e-6

static double
angle_of (const WayRadarGeometry *self, int axis)
{
  return (self->rtl ? -1 : 1) * 2 * G_PI * axis / self->n_axes;
}

/* The least difference in height of neighbours on one side, for a radius of 1. */
static double
least_step (const WayRadarGeometry *self)
{
  double least = 2;

  for (int i = 1; (i + 1) * 2 < self->n_axes; i++)
    least = MIN (
        least, fabs (cos (2 * G_PI * i / self->n_axes) - cos (2 * G_PI * (i + 1) / self->n_axes)));
  return least;
}

void
way_radar_geometry_fit (WayRadarGeometry *self)
{
  double step = least_step (self);
  double label = MIN (LABEL_SHARE * self->width, LABEL_MOST * self->text);
  /* Where labels of one line fit, above and below one another. */
  double least = self->text / step - GAP;
  double wide = MAX (self->width / 2.0 - GAP - label, least);

  self->x = self->width / 2.0;
  self->y = self->height / 2.0;
  for (self->lines = MOST_LINES; self->lines > 1; self->lines--)
    {
      self->radius = MAX (1, MIN (wide, self->height / 2.0 - GAP - self->lines * self->text));
      if ((self->radius + GAP) * step >= self->lines * self->text)
        return;
    }
  self->radius = MAX (1, MIN (wide, self->height / 2.0 - GAP - self->text));
}

void
way_radar_geometry_point (const WayRadarGeometry *self, int axis, double part, double *x, double *y)
{
  double angle = angle_of (self, axis);

  *x = self->x + part * self->radius * sin (angle);
  *y = self->y - part * self->radius * cos (angle);
}

/* Above or below the chart: as wide as the neighbours leave. */
static int
middle_width (const WayRadarGeometry *self)
{
  double next = self->n_axes > 4 ? (self->radius + GAP) * sin (2 * G_PI / self->n_axes) - GAP / 2.0
                                 : self->width / 2.0;

  return (int) (2 * MIN (next, self->width / 2.0));
}

GdkRectangle
way_radar_geometry_label (const WayRadarGeometry *self, int axis, double *align)
{
  double side = sin (angle_of (self, axis)), x, y;
  int height = self->lines * self->text;

  way_radar_geometry_point (self, axis, 1 + GAP / self->radius, &x, &y);
  if (fabs (side) < EPSILON)
    {
      int width = middle_width (self);
      *align = 0.5;
      return (GdkRectangle) { (int) (x - width / 2.0), (int) (y < self->y ? y - height : y), width,
                              height };
    }
  *align = side > 0 ? 0 : 1;
  int from = side > 0 ? (int) x : 0, to = side > 0 ? self->width : (int) x;
  return (GdkRectangle) { from, (int) (y - height / 2.0), MAX (0, to - from), height };
}

int
way_radar_geometry_at (const WayRadarGeometry *self, double x, double y)
{
  double align, best = G_MAXDOUBLE;
  int found = -1;

  for (int i = 0; i < self->n_axes; i++)
    {
      GdkRectangle label = way_radar_geometry_label (self, i, &align);
      double end_x, end_y;
      way_radar_geometry_point (self, i, 1, &end_x, &end_y);
      if (x >= label.x && x < label.x + label.width && y >= label.y && y < label.y + label.height)
        return i;
      if (hypot (x - end_x, y - end_y) < best)
        {
          best = hypot (x - end_x, y - end_y);
          found = i;
        }
    }
  return hypot (x - self->x, y - self->y) <= self->radius + GAP ? found : -1;
}

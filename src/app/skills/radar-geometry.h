/* Where the axes of a radar are, and their labels, which never overlap. Pure. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_RADAR_LEAST 3
#define WAY_RADAR_MOST  12

typedef struct
{
  int n_axes;        /* from %WAY_RADAR_LEAST to %WAY_RADAR_MOST */
  int width, height; /* pixels, of all */
  int text;          /* height of a line of a label */
  gboolean rtl;      /* the axes run against the clock */
  double x, y;       /* the centre */
  double radius;     /* of the highest score */
  int lines;         /* of a label, at most */
} WayRadarGeometry;

/* Makes the centre, the radius and the lines from the rest. */
void way_radar_geometry_fit (WayRadarGeometry *self);

/* The point of @axis that is @part of the radius away from the centre. The first axis points up. */
void way_radar_geometry_point (const WayRadarGeometry *self,
                               int axis,
                               double part,
                               double *x,
                               double *y);

/* The place of the label of @axis, and how its text is aligned there: 0 left, 0.5 in the middle, 1 right. */
GdkRectangle way_radar_geometry_label (const WayRadarGeometry *self, int axis, double *align);

/* The axis with the label at a point, or the one whose direction is nearest; -1: none */
int way_radar_geometry_at (const WayRadarGeometry *self, double x, double y);

G_END_DECLS

/* Days along a line: what a timeline shows, and how it is divided. Pure; pixels are those of any unit. */
#pragma once

#include "core/base/date.h"

G_BEGIN_DECLS

typedef struct
{
  double from;         /* days since 1970-01-01 at the beginning of the line */
  double day_width;    /* pixels */
  double width;        /* of the line, pixels */
  WayDate first, last; /* what there is to be seen; the middle of the line stays between them */
} WayTimeScale;

/* Shows @first to @last, both whole, over the whole line. */
void way_time_scale_fit (WayTimeScale *self);

/* Where a day begins, in pixels from the beginning of the line; and what is there. */
double way_time_scale_x (const WayTimeScale *self, double day);
double way_time_scale_day (const WayTimeScale *self, double x);

/* @factor more pixels a day, from ten years on the line to a day on a good part of it; the moment at @x stays there
 * unless the ends do not let it. */
void way_time_scale_zoom (WayTimeScale *self, double x, double factor);

/* Moves what is shown by @dx pixels. */
void way_time_scale_pan (WayTimeScale *self, double dx);

/* Brings @day into the middle. */
void way_time_scale_center (WayTimeScale *self, double day);

/* Keeps the zoom and the beginning of the line where the line gets another length; the first one fits, and what
 * fitted goes on to fit. */
void way_time_scale_set_width (WayTimeScale *self, double width);

typedef enum
{
  WAY_TIME_DAY,
  WAY_TIME_WEEK, /* from Monday, ISO 8601 */
  WAY_TIME_MONTH,
  WAY_TIME_QUARTER,
  WAY_TIME_YEAR,
} WayTimeUnit;

/* The smallest unit of which each is at least @width pixels; years otherwise. */
WayTimeUnit way_time_scale_unit (const WayTimeScale *self, double width);

/* The unit to write above one, in which its labels are told apart. */
WayTimeUnit way_time_unit_above (WayTimeUnit unit);

/* The first day of the unit that @date lies in; and of the one after it. */
WayDate way_time_unit_floor (WayTimeUnit unit, WayDate date);
WayDate way_time_unit_next (WayTimeUnit unit, WayDate date);

G_END_DECLS

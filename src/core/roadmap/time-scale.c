#include "core/roadmap/time-scale.h"

#include <math.h>

#define MOST_DAYS      3660.0 /* on the line: ten years */
#define MOST_DAY_WIDTH 240.0

static void
set_day_width (WayTimeScale *self, double day_width)
{
  double least = self->width / MOST_DAYS;

  self->day_width = CLAMP (day_width, least, MAX (least, MOST_DAY_WIDTH));
}

/* The middle of the line lies between the ends. */
static void
keep_in_sight (WayTimeScale *self)
{
  double half = self->width / self->day_width / 2;

  self->from = CLAMP (self->from, self->first - half, self->last + 1 - half);
}

void
way_time_scale_fit (WayTimeScale *self)
{
  double days = self->last + 1 - self->first;

  set_day_width (self, self->width / MAX (1, days));
  /* What is shorter than the closest zoom stands in the middle. */
  self->from = self->first - (self->width / self->day_width - days) / 2;
}

double
way_time_scale_x (const WayTimeScale *self, double day)
{
  return (day - self->from) * self->day_width;
}

double
way_time_scale_day (const WayTimeScale *self, double x)
{
  return self->from + x / self->day_width;
}

void
way_time_scale_zoom (WayTimeScale *self, double x, double factor)
{
  double day = way_time_scale_day (self, x);

  set_day_width (self, self->day_width * factor);
  self->from = day - x / self->day_width;
  keep_in_sight (self);
}

void
way_time_scale_pan (WayTimeScale *self, double dx)
{
  self->from += dx / self->day_width;
  keep_in_sight (self);
}

void
way_time_scale_center (WayTimeScale *self, double day)
{
  self->from = day - self->width / self->day_width / 2;
  keep_in_sight (self);
}

void
way_time_scale_set_width (WayTimeScale *self, double width)
{
  WayTimeScale fitted = *self;
  gboolean fit = self->width <= 0;

  if (width == self->width || width <= 0)
    return;
  if (!fit)
    {
      way_time_scale_fit (&fitted);
      fit = fabs (fitted.from - self->from) < 1e-6 &&
            fabs (fitted.day_width - self->day_width) * (self->last + 1 - self->first) < 1e-6;
    }
  self->width = width;
  if (fit)
    way_time_scale_fit (self);
  else
    set_day_width (self, self->day_width);
  keep_in_sight (self);
}

WayTimeUnit
way_time_scale_unit (const WayTimeScale *self, double width)
{
  static const double days[] = { 1, 7, 28, 90 }; /* the shortest ones */

  for (WayTimeUnit unit = WAY_TIME_DAY; unit < WAY_TIME_YEAR; unit++)
    if (days[unit] * self->day_width >= width)
      return unit;
  return WAY_TIME_YEAR;
}

WayTimeUnit
way_time_unit_above (WayTimeUnit unit)
{
  return unit <= WAY_TIME_WEEK ? WAY_TIME_MONTH : WAY_TIME_YEAR;
}

WayDate
way_time_unit_floor (WayTimeUnit unit, WayDate date)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  switch (unit)
    {
    case WAY_TIME_DAY:
      return date;
    case WAY_TIME_WEEK:
      return way_date_week_start (date);
    case WAY_TIME_MONTH:
      return way_date_from_ymd (year, month, 1);
    case WAY_TIME_QUARTER:
      return way_date_from_ymd (year, (month - 1) / 3 * 3 + 1, 1);
    case WAY_TIME_YEAR:
    default:
      return way_date_from_ymd (year, 1, 1);
    }
}

WayDate
way_time_unit_next (WayTimeUnit unit, WayDate date)
{
  static const int months[] = { 0, 0, 1, 3, 12 };
  WayDate floor = way_time_unit_floor (unit, date);

  if (unit == WAY_TIME_DAY)
    return floor + 1;
  return unit == WAY_TIME_WEEK ? floor + 7 : way_date_add_months (floor, months[unit]);
}

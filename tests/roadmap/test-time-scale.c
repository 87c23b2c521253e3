#include "core/roadmap/time-scale.h"

#define CLOSE(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-6)

/* Two years on 1000 pixels. */
static WayTimeScale
make_scale (void)
{
  WayTimeScale scale = { .first = way_date_from_ymd (2027, 1, 4),
                         .last = way_date_from_ymd (2028, 12, 31) };

  way_time_scale_set_width (&scale, 1000);
  return scale;
}

static void
test_fitting_shows_all_of_it (void)
{
  WayTimeScale scale = make_scale ();

  CLOSE (way_time_scale_x (&scale, scale.first), 0);
  CLOSE (way_time_scale_x (&scale, scale.last + 1), 1000);
  /* A plan of three days stands in the middle, at the closest zoom. */
  scale.last = scale.first + 2;
  scale.width = 0;
  way_time_scale_set_width (&scale, 1000);
  CLOSE (way_time_scale_x (&scale, scale.first) + way_time_scale_x (&scale, scale.last + 1), 1000);
}

/* What shows the whole goes on to show it; what was zoomed keeps its zoom. */
static void
test_another_width_keeps_what_is_shown (void)
{
  WayTimeScale scale = make_scale ();

  way_time_scale_set_width (&scale, 640);
  CLOSE (way_time_scale_x (&scale, scale.first), 0);
  CLOSE (way_time_scale_x (&scale, scale.last + 1), 640);
  way_time_scale_zoom (&scale, 100, 3);
  double day_width = scale.day_width, from = scale.from;
  way_time_scale_set_width (&scale, 500);
  CLOSE (scale.day_width, day_width);
  CLOSE (scale.from, from);
}

/* At every zoom, and however often: what is under the pointer stays under it. */
static void
test_zoom_keeps_the_date_under_the_pointer (void)
{
  for (int k = 0; k < 2000; k++)
    {
      WayTimeScale scale = make_scale ();
      double x = g_test_rand_double_range (0, 1000);
      double day = way_time_scale_day (&scale, x);
      for (int i = 0; i < 80; i++)
        {
          double before = scale.day_width;
          way_time_scale_zoom (&scale, x, g_test_rand_double_range (1, 1.6));
          g_assert_cmpfloat (scale.day_width, >=, before);
          g_assert_cmpfloat_with_epsilon (way_time_scale_day (&scale, x), day, 1e-6);
        }
      CLOSE (scale.day_width, 240);
    }
}

static void
test_ten_years_are_the_most (void)
{
  WayTimeScale scale = make_scale ();

  for (int i = 0; i < 100; i++)
    way_time_scale_zoom (&scale, 500, 0.5);
  CLOSE (scale.width / scale.day_width, 3660);
  way_time_scale_fit (&scale);
  CLOSE (way_time_scale_x (&scale, scale.first), 0);
}

/* No pan and no zoom loses what there is to be seen. */
static void
test_the_plan_stays_in_sight (void)
{
  WayTimeScale scale = make_scale ();

  for (int k = 0; k < 5000; k++)
    {
      if (g_test_rand_bit ())
        way_time_scale_pan (&scale, g_test_rand_double_range (-5000, 5000));
      else
        way_time_scale_zoom (&scale, g_test_rand_double_range (0, 1000),
                             g_test_rand_double_range (0.3, 3));
      double middle = way_time_scale_day (&scale, 500);
      g_assert_cmpfloat (middle, >=, scale.first - 1e-6);
      g_assert_cmpfloat (middle, <=, scale.last + 1 + 1e-6);
    }
  way_time_scale_center (&scale, scale.first + 100);
  CLOSE (way_time_scale_x (&scale, scale.first + 100), 500);
}

static void
test_units_are_those_of_the_calendar (void)
{
  static const struct
  {
    WayTimeUnit unit;
    int date[3], floor[3], next[3];
  } cases[] = {
    { WAY_TIME_DAY, { 2027, 3, 14 }, { 2027, 3, 14 }, { 2027, 3, 15 } },
    { WAY_TIME_WEEK, { 2027, 3, 14 }, { 2027, 3, 8 }, { 2027, 3, 15 } },
    { WAY_TIME_MONTH, { 2027, 12, 31 }, { 2027, 12, 1 }, { 2028, 1, 1 } },
    { WAY_TIME_QUARTER, { 2027, 5, 1 }, { 2027, 4, 1 }, { 2027, 7, 1 } },
    { WAY_TIME_YEAR, { 2028, 2, 29 }, { 2028, 1, 1 }, { 2029, 1, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *d = cases[i].date, *f = cases[i].floor, *n = cases[i].next;
      WayDate date = way_date_from_ymd (d[0], d[1], d[2]);
      g_assert_cmpint (way_time_unit_floor (cases[i].unit, date), ==,
                       way_date_from_ymd (f[0], f[1], f[2]));
      g_assert_cmpint (way_time_unit_next (cases[i].unit, date), ==,
                       way_date_from_ymd (n[0], n[1], n[2]));
    }
}

/* Labels of any width have room at every zoom. */
static void
test_a_unit_has_room_for_its_label (void)
{
  WayTimeScale scale = make_scale ();

  for (double width = 0.3; width < 240; width *= 1.1)
    {
      scale.day_width = width;
      WayTimeUnit unit = way_time_scale_unit (&scale, 40);
      WayDate at = way_time_unit_floor (unit, scale.first);
      for (int i = 0; i < 30; i++)
        {
          WayDate next = way_time_unit_next (unit, at);
          g_assert_true (unit == WAY_TIME_YEAR || (next - at) * width >= 40);
          at = next;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-scale/fitting-shows-all-of-it", test_fitting_shows_all_of_it);
  g_test_add_func ("/time-scale/another-width-keeps-what-is-shown",
                   test_another_width_keeps_what_is_shown);
  g_test_add_func ("/time-scale/zoom-keeps-the-date-under-the-pointer",
                   test_zoom_keeps_the_date_under_the_pointer);
  g_test_add_func ("/time-scale/ten-years-are-the-most", test_ten_years_are_the_most);
  g_test_add_func ("/time-scale/the-plan-stays-in-sight", test_the_plan_stays_in_sight);
  g_test_add_func ("/time-scale/units-are-those-of-the-calendar",
                   test_units_are_those_of_the_calendar);
  g_test_add_func ("/time-scale/a-unit-has-room-for-its-label", test_a_unit_has_room_for_its_label);
  return g_test_run ();
}

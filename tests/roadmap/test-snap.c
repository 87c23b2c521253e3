#include "core/roadmap/snap.h"

#define MONDAY 20822

static WayTimeScale
make_scale (double day_width)
{
  return (WayTimeScale) {
    .from = MONDAY, .day_width = day_width, .width = 1000, .first = MONDAY, .last = MONDAY + 300
  };
}

static GArray *
make_dates (WayDate a, WayDate b)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (WayDate));

  g_array_append_val (dates, a);
  g_array_append_val (dates, b);
  return dates;
}

static void
test_the_closest_day (void)
{
  WayTimeScale scale = make_scale (20);
  gboolean attracted = TRUE;

  g_assert_cmpint (way_snap_day (&scale, MONDAY + 2.4, NULL, &attracted), ==, MONDAY + 2);
  g_assert_false (attracted);
  g_assert_cmpint (way_snap_day (&scale, MONDAY + 2.6, NULL, NULL), ==, MONDAY + 3);
  g_assert_cmpint (way_snap_day (&scale, -3.6, NULL, NULL), ==, -4);
}

static void
test_mondays_where_days_are_narrow (void)
{
  WayTimeScale scale = make_scale (2);

  g_assert_cmpint (way_snap_day (&scale, MONDAY + 9.4, NULL, NULL), ==, MONDAY + 7);
  g_assert_cmpint (way_snap_day (&scale, MONDAY + 10.6, NULL, NULL), ==, MONDAY + 14);
}

/* Six pixels are three days here; the closer one of two wins. */
static void
test_dates_attract_from_a_few_pixels (void)
{
  WayTimeScale scale = make_scale (2);
  g_autoptr (GArray) dates = make_dates (MONDAY + 22, MONDAY + 26);
  gboolean attracted = FALSE;

  g_assert_cmpint (way_snap_day (&scale, MONDAY + 19.2, dates, &attracted), ==, MONDAY + 22);
  g_assert_true (attracted);
  g_assert_cmpint (way_snap_day (&scale, MONDAY + 24.2, dates, NULL), ==, MONDAY + 26);
  g_assert_cmpint (way_snap_day (&scale, MONDAY + 18.4, dates, &attracted), ==, MONDAY + 21);
  g_assert_false (attracted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snap/the-closest-day", test_the_closest_day);
  g_test_add_func ("/snap/mondays-where-days-are-narrow", test_mondays_where_days_are_narrow);
  g_test_add_func ("/snap/dates-attract-from-a-few-pixels", test_dates_attract_from_a_few_pixels);
  return g_test_run ();
}

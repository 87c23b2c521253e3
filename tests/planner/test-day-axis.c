/* Days side by side, also those with a change of clocks; and things that overlap in a day. */
#include "core/planner/day-axis.h"
#include "core/planner/lanes.h"

static void
assert_round_trips (WayDayAxis *axis, int n_days)
{
  for (int day = 0; day < n_days; day++)
    {
      gint64 start = way_day_axis_start (axis, day), end = way_day_axis_end (axis, day);
      double before = -1;
      for (gint64 utc = start; utc < end; utc += 300)
        {
          double minute = way_day_axis_minute (axis, day, utc);
          g_assert_cmpint (way_day_axis_day (axis, utc), ==, day);
          g_assert_cmpint (way_day_axis_utc (axis, day, minute), ==, utc);
          g_assert_cmpfloat (minute, >, before);
          before = minute;
        }
    }
}

static WayZone *
zone_of (const char *id)
{
  g_autoptr (GError) error = NULL;
  WayZone *zone = way_zone_new (id, &error);

  g_assert_no_error (error);
  return zone;
}

static void
assert_gap (WayDayAxis *axis, int day, guint index, int from, int to)
{
  const GArray *gaps = way_day_axis_gaps (axis, day);

  g_assert_cmpint (gaps->len, >, index);
  g_assert_cmpint (g_array_index (gaps, WayDayGap, index).from, ==, from);
  g_assert_cmpint (g_array_index (gaps, WayDayGap, index).to, ==, to);
}

static void
test_an_ordinary_week (void)
{
  g_autoptr (WayZone) zone = zone_of ("Europe/Berlin");
  WayDate monday = way_date_from_ymd (2027, 1, 4);
  g_autoptr (WayDayAxis) axis = way_day_axis_new (zone, monday, 7);

  g_assert_cmpint (way_day_axis_length (axis), ==, 1440);
  g_assert_cmpfloat (way_day_axis_minute (axis, 2, way_zone_to_utc (zone, monday + 2, 1110)), ==,
                     1110);
  g_assert_cmpint (way_day_axis_gaps (axis, 3)->len, ==, 0);
  g_assert_cmpint (way_day_axis_day (axis, way_day_axis_start (axis, 0) - 1), ==, -1);
  g_assert_cmpint (way_day_axis_day (axis, way_day_axis_end (axis, 6)), ==, 7);
  assert_round_trips (axis, 7);
}

/* 2027-03-28 in Berlin: 02:00 becomes 03:00. */
static void
test_a_day_of_23_hours_leaves_one_out (void)
{
  g_autoptr (WayZone) zone = zone_of ("Europe/Berlin");
  WayDate monday = way_date_from_ymd (2027, 3, 22);
  g_autoptr (WayDayAxis) axis = way_day_axis_new (zone, monday, 7);

  g_assert_cmpint (way_day_axis_length (axis), ==, 1440);
  g_assert_cmpint (way_day_axis_gaps (axis, 5)->len, ==, 0);
  assert_gap (axis, 6, 0, 120, 180);
  /* 09:00 is beside 09:00. */
  g_assert_cmpfloat (way_day_axis_minute (axis, 6, way_zone_to_utc (zone, monday + 6, 540)), ==,
                     540);
  /* What is dropped into the hour that is not there begins when the day goes on. */
  g_assert_cmpint (way_day_axis_utc (axis, 6, 150), ==, way_zone_to_utc (zone, monday + 6, 180));
  g_assert_cmpfloat (way_day_axis_minute (axis, 6, way_day_axis_end (axis, 6)), ==, 1440);
  assert_round_trips (axis, 7);
}

/* 2027-10-31 in Berlin: 03:00 becomes 02:00. */
static void
test_a_day_of_25_hours_has_one_twice (void)
{
  g_autoptr (WayZone) zone = zone_of ("Europe/Berlin");
  WayDate monday = way_date_from_ymd (2027, 10, 25);
  g_autoptr (WayDayAxis) axis = way_day_axis_new (zone, monday, 7);
  gint64 first = way_zone_to_utc (zone, monday + 6, 150);
  gboolean again;

  g_assert_cmpint (way_day_axis_length (axis), ==, 1500);
  g_assert_cmpfloat (way_day_axis_minute (axis, 6, first), ==, 150);
  g_assert_cmpfloat (way_day_axis_minute (axis, 6, first + 3600), ==, 210);
  g_assert_cmpfloat (way_day_axis_minute (axis, 6, first + 7200), ==, 270);
  g_assert_cmpint (way_day_axis_gaps (axis, 6)->len, ==, 0);
  assert_gap (axis, 0, 0, 180, 240);
  /* 09:00 is beside 09:00, an hour further down. */
  g_assert_cmpfloat (way_day_axis_minute (axis, 6, way_zone_to_utc (zone, monday + 6, 540)), ==,
                     600);
  g_assert_cmpfloat (way_day_axis_minute (axis, 0, way_zone_to_utc (zone, monday, 540)), ==, 600);
  g_assert_cmpint (way_day_axis_wall (axis, 120, &again), ==, 120);
  g_assert_false (again);
  g_assert_cmpint (way_day_axis_wall (axis, 180, &again), ==, 120);
  g_assert_true (again);
  g_assert_cmpint (way_day_axis_wall (axis, 240, &again), ==, 180);
  g_assert_false (again);
  assert_round_trips (axis, 7);
}

/* Every week with a change of clocks in 2027, in zones that change at midnight, by half an hour, or twice in spring. */
static void
test_clocks_change_in_many_ways (void)
{
  static const char *const ids[] = { "Asia/Beirut",       "Africa/Cairo",        "America/Havana",
                                     "Africa/Casablanca", "Australia/Lord_Howe", "America/Santiago",
                                     "Pacific/Chatham",   "America/Nuuk",        "Asia/Kathmandu" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (WayZone) zone = zone_of (ids[i]);
      for (WayDate day = way_date_from_ymd (2027, 1, 4); day < way_date_from_ymd (2028, 1, 1);
           day += 7)
        {
          g_autoptr (WayDayAxis) axis = way_day_axis_new (zone, day, 7);
          int most = 0;
          assert_round_trips (axis, 7);
          for (int k = 0; k < 7; k++)
            {
              int left_out = 0;
              for (guint g = 0; g < way_day_axis_gaps (axis, k)->len; g++)
                {
                  WayDayGap gap = g_array_index (way_day_axis_gaps (axis, k), WayDayGap, g);
                  left_out += gap.to - gap.from;
                }
              int length = (int) ((way_day_axis_end (axis, k) - way_day_axis_start (axis, k)) / 60);
              g_assert_cmpint (length + left_out, ==, way_day_axis_length (axis));
              most = MAX (most, length);
            }
          g_assert_cmpint (way_day_axis_length (axis), ==, MAX (1440, most));
        }
    }
}

/* Lanes against brute force: no two in a lane overlap, and there are as many as overlap at once at most. */
static void
test_lanes_are_as_few_as_can_be (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GArray) lanes = g_array_new (FALSE, TRUE, sizeof (WayLane));
      int n = g_rand_int_range (rand, 0, 30), most = 0, used = 0;
      gint64 start = 0;
      for (int i = 0; i < n; i++)
        {
          start += g_rand_int_range (rand, 0, 4);
          WayLane lane = { start, start + g_rand_int_range (rand, 1, 12), -1, -1 };
          g_array_append_val (lanes, lane);
        }
      way_lanes_assign (lanes);
      for (int i = 0; i < n; i++)
        {
          WayLane *a = &g_array_index (lanes, WayLane, i);
          int at_once = 0;
          g_assert_cmpint (a->lane, >=, 0);
          g_assert_cmpint (a->lane, <, a->n_lanes);
          used = MAX (used, a->n_lanes);
          for (int k = 0; k < n; k++)
            {
              WayLane *b = &g_array_index (lanes, WayLane, k);
              at_once += b->start_utc <= a->start_utc && b->end_utc > a->start_utc;
              if (k != i && b->start_utc < a->end_utc && a->start_utc < b->end_utc)
                {
                  g_assert_cmpint (a->lane, !=, b->lane);
                  g_assert_cmpint (a->n_lanes, ==, b->n_lanes);
                }
            }
          most = MAX (most, at_once);
        }
      g_assert_cmpint (used, ==, most);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-axis/an-ordinary-week", test_an_ordinary_week);
  g_test_add_func ("/day-axis/a-day-of-23-hours-leaves-one-out",
                   test_a_day_of_23_hours_leaves_one_out);
  g_test_add_func ("/day-axis/a-day-of-25-hours-has-one-twice",
                   test_a_day_of_25_hours_has_one_twice);
  g_test_add_func ("/day-axis/clocks-change-in-many-ways", test_clocks_change_in_many_ways);
  g_test_add_func ("/day-axis/lanes-are-as-few-as-can-be", test_lanes_are_as_few_as_can_be);
  return g_test_run ();
}

/* Single cases, each with the answer that a person would give. */
#include "calendar-case.h"

/* The last week is over as early as two hours a day allow; the first one, which the weekly hours fill
 * in any case, is spread over its days. */
static void
test_early_first_then_even (void)
{
  static const int days[] = { 0, 1, 2, 3, 4, 7, 7, 8, 8, 9 };
  Case c;

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 1, 4), 21);
  c.in.weekly_minutes = 300;
  for (int weekday = 1; weekday <= 5; weekday++)
    add_window (&c, weekday, 18 * 60, 22 * 60);
  add_study (&c, "study", 10, 60, c.in.from_date + 12, -1);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 10);
  g_assert_cmpint (result->max_lateness, ==, -3);
  for (int i = 0; i < 10; i++)
    {
      WayDate date;
      local_start (&c, &g_array_index (result->blocks, WayScheduledBlock, i), &date);
      g_assert_cmpint (date, ==, c.in.from_date + days[i]);
    }
  case_clear (&c);
}

/* What is not urgent waits: filling the week's five blocks on Monday and Tuesday with the work that may
 * start then would leave none for what may not start before Thursday and is due on Friday. */
static void
test_weekly_cap_keeps_hours_for_urgent_work (void)
{
  Case c;

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 1, 4), 21);
  c.in.weekly_minutes = 240;
  for (int weekday = 1; weekday <= 5; weekday++)
    add_window (&c, weekday, 18 * 60, 22 * 60);
  add_study (&c, "soon", 4, 60, c.in.from_date + 9, -1);
  add_study (&c, "urgent", 3, 60, c.in.from_date + 4, -1);
  g_array_index (c.items, WayWorkItem, 1).release_date = c.in.from_date + 3;
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 7);
  g_assert_cmpint (result->max_lateness, <=, 0);
  check_limits (&c, result);
  case_clear (&c);
}

static void
test_appointment_takes_the_free_day_closest_to_its_ideal (void)
{
  Case c;
  WayDate date, wednesday = way_date_from_ymd (2027, 1, 6);

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 1, 4), 7);
  for (int weekday = 1; weekday <= 5; weekday++)
    add_window (&c, weekday, 18 * 60, 20 * 60);
  way_interval_set_add (c.busy, way_zone_to_utc (c.in.zone, wednesday, 0),
                        way_zone_to_utc (c.in.zone, wednesday, 1440));
  add_appointment (&c, "mock", WAY_BLOCK_MOCK, 60, wednesday, 3);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 1);
  local_start (&c, &g_array_index (result->blocks, WayScheduledBlock, 0), &date);
  g_assert_cmpint (date, ==, wednesday - 1);
  case_clear (&c);
}

/* A year of quarterly appointments: the second Tuesday of the month at 18:30, also across the change of the clocks;
 * where that is taken, the free day closest to the ideal one. */
static void
test_a_series_keeps_its_weekday_and_its_time (void)
{
  const WayDate start = way_date_from_ymd (2027, 1, 12);
  const WayDate wanted[] = { start, way_date_from_ymd (2027, 4, 13),
                             way_date_from_ymd (2027, 7, 12), way_date_from_ymd (2027, 10, 12) };
  Case c;

  case_init (&c, "Europe/Berlin", start, 365);
  for (int weekday = 1; weekday <= 5; weekday++)
    add_window (&c, weekday, 18 * 60, 20 * 60);
  way_interval_set_add (c.busy, way_zone_to_utc (c.in.zone, start, 1080),
                        way_zone_to_utc (c.in.zone, start, 1100));
  way_interval_set_add (c.busy, way_zone_to_utc (c.in.zone, wanted[2] + 1, 0),
                        way_zone_to_utc (c.in.zone, wanted[2] + 1, 1440));
  for (int k = 0; k < 4; k++)
    {
      add_appointment (&c, "review", WAY_BLOCK_REVIEW, 60, way_date_add_months (start, 3 * k), 7);
      g_array_index (c.items, WayWorkItem, k).series = 1;
    }
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 4);
  for (int k = 0; k < 4; k++)
    {
      const WayScheduledBlock *block = &g_array_index (result->blocks, WayScheduledBlock, k);
      WayDate date;
      g_assert_cmpint (local_start (&c, block, &date), ==, k == 2 ? 1080 : 1100);
      g_assert_cmpint (date, ==, wanted[k]);
      g_assert_cmpint (block->reason.regular, ==, k == 1 || k == 3);
    }
  case_clear (&c);
}

static void
test_work_beyond_the_weekly_hours_is_listed_with_the_limit (void)
{
  Case c;

  case_init (&c, "UTC", way_date_from_ymd (2027, 1, 4), 14);
  for (int weekday = 1; weekday <= 7; weekday++)
    add_window (&c, weekday, 8 * 60, 20 * 60);
  add_study (&c, "study", 15, 60, c.in.to_date, -1);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 12);
  WayUnscheduled missing = g_array_index (result->unscheduled, WayUnscheduled, 0);
  g_assert_cmpint (missing.minutes, ==, 180);
  g_assert_cmpint (missing.limits, ==, WAY_LIMIT_WEEKLY);
  case_clear (&c);
}

static void
test_the_last_block_is_shorter_when_the_work_does_not_divide (void)
{
  Case c;

  case_init (&c, "UTC", way_date_from_ymd (2027, 1, 4), 14);
  add_window (&c, 1, 8 * 60, 20 * 60);
  add_study (&c, "study", 1, 60, c.in.to_date, -1);
  g_array_index (c.items, WayWorkItem, 0).minutes = 100;
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 2);
  WayScheduledBlock last = g_array_index (result->blocks, WayScheduledBlock, 1);
  g_assert_cmpint (last.end_utc - last.start_utc, ==, 40 * 60);
  case_clear (&c);
}

static void
test_evening_stays_evening_across_dst (void)
{
  Case c;

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 3, 22), 14);
  add_window (&c, 7, 18 * 60 + 30, 20 * 60);
  add_study (&c, "study", 2, 60, c.in.to_date, -1);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 2);
  for (int i = 0; i < 2; i++)
    {
      WayDate date;
      g_assert_cmpint (
          local_start (&c, &g_array_index (result->blocks, WayScheduledBlock, i), &date), ==,
          18 * 60 + 30);
    }
  case_clear (&c);
}

/* Two evenings a week would do as well, but Wednesday and the late hours of Friday are liked better. */
static void
test_preferred_hours_are_taken_first (void)
{
  Case c;

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 1, 4), 28);
  c.in.weekly_minutes = 120;
  for (int weekday = 1; weekday <= 5; weekday++)
    add_window (&c, weekday, 17 * 60, 22 * 60);
  WayAvailability wednesday = { 3, WAY_BLOCK_ALL_KINDS, 18 * 60, 20 * 60, TRUE };
  WayAvailability friday = { 5, WAY_BLOCK_ALL_KINDS, 20 * 60, 22 * 60, TRUE };
  g_array_append_val (c.availability, wednesday);
  g_array_append_val (c.availability, friday);
  add_study (&c, "study", 8, 60, WAY_DATE_NONE, -1);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      WayDate date;
      gint64 minute =
          local_start (&c, &g_array_index (result->blocks, WayScheduledBlock, i), &date);
      g_assert_cmpint (date, ==, c.in.from_date + 7 * (int) (i / 2) + (i % 2 == 0 ? 2 : 4));
      g_assert_cmpint (minute, ==, i % 2 == 0 ? 18 * 60 : 20 * 60);
    }
  case_clear (&c);
}

/* What is liked never costs evenness: three blocks on three days, though one day alone has the liked hours. */
static void
test_even_comes_before_preferred (void)
{
  Case c;

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 1, 4), 7);
  c.in.daily_minutes = 300;
  add_window (&c, 1, 17 * 60, 22 * 60);
  add_window (&c, 2, 17 * 60, 22 * 60);
  add_window (&c, 3, 17 * 60, 22 * 60);
  g_array_index (c.availability, WayAvailability, 1).preferred = TRUE;
  add_study (&c, "study", 3, 60, WAY_DATE_NONE, -1);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  for (guint i = 0; i < 3; i++)
    {
      WayDate date;
      local_start (&c, &g_array_index (result->blocks, WayScheduledBlock, i), &date);
      g_assert_cmpint (date, ==, c.in.from_date + (int) i);
    }
  case_clear (&c);
}

/* Three blocks of each week for a share of three, one for a share of one, as long as both have work. */
static void
test_groups_share_each_week (void)
{
  Case c;
  int blocks[4][2] = { 0 };

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 1, 4), 28);
  c.in.weekly_minutes = 240;
  for (int weekday = 1; weekday <= 5; weekday++)
    add_window (&c, weekday, 18 * 60, 21 * 60);
  add_study (&c, "large", 12, 60, c.in.to_date, -1);
  add_study (&c, "small", 4, 60, c.in.to_date, -1);
  for (guint i = 0; i < 2; i++)
    {
      g_array_index (c.items, WayWorkItem, i).group = i + 1;
      g_array_index (c.items, WayWorkItem, i).share = i == 0 ? 75 : 25;
    }
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 16);
  for (guint i = 0; i < 16; i++)
    {
      const WayScheduledBlock *b = &g_array_index (result->blocks, WayScheduledBlock, i);
      WayDate date;
      local_start (&c, b, &date);
      blocks[(date - c.in.from_date) / 7][b->item]++;
    }
  for (int week = 0; week < 4; week++)
    {
      g_assert_cmpint (blocks[week][0], ==, 3);
      g_assert_cmpint (blocks[week][1], ==, 1);
    }
  case_clear (&c);
}

/* A done block of the first phase on Tuesday evening: the second phase may follow it on the same evening. */
static void
test_work_follows_a_fixed_block_on_its_day (void)
{
  Case c;

  case_init (&c, "UTC", way_date_from_ymd (2027, 1, 4), 2);
  add_window (&c, 1, 17 * 60, 22 * 60);
  add_window (&c, 2, 17 * 60, 22 * 60);
  add_study (&c, "first", 0, 60, c.in.to_date, -1);
  add_study (&c, "second", 2, 60, c.in.to_date, 0);
  g_array_index (c.items, WayWorkItem, 1).block_minutes = 60;
  gint64 evening = ((gint64) c.in.from_date + 1) * 86400 + 18 * 3600;
  WayFixedBlock fixed = { evening, evening + 3600, 0 };
  g_array_append_val (c.fixed, fixed);
  c.in.daily_minutes = 180;
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 2);
  g_assert_cmpint (g_array_index (result->blocks, WayScheduledBlock, 0).start_utc, ==,
                   evening + 70 * 60);
  case_clear (&c);
}

/* A hundred years of evenings are looked through, and work that needs one of them finds the first. */
static void
test_a_hundred_years_are_no_longer_than_they_have_to_be (void)
{
  Case c;

  case_init (&c, "Europe/Berlin", way_date_from_ymd (2027, 1, 4), 36525);
  add_window (&c, 1, 18 * 60, 20 * 60);
  add_study (&c, "study", 5, 60, WAY_DATE_NONE, -1);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 5);
  check_limits (&c, result);
  case_clear (&c);
}

static void
test_without_a_window_all_work_is_listed (void)
{
  Case c;

  case_init (&c, "UTC", way_date_from_ymd (2027, 1, 4), 14);
  add_study (&c, "study", 3, 60, c.in.to_date, -1);
  add_appointment (&c, "mock", WAY_BLOCK_MOCK, 60, c.in.from_date + 3, 2);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->blocks->len, ==, 0);
  g_assert_cmpint (result->unscheduled->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (g_array_index (result->unscheduled, WayUnscheduled, i).limits, ==,
                     WAY_LIMIT_WINDOWS);
  case_clear (&c);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scheduler/early-first-then-even", test_early_first_then_even);
  g_test_add_func ("/scheduler/weekly-cap-keeps-hours-for-urgent-work",
                   test_weekly_cap_keeps_hours_for_urgent_work);
  g_test_add_func ("/scheduler/appointment-takes-the-free-day-closest-to-its-ideal",
                   test_appointment_takes_the_free_day_closest_to_its_ideal);
  g_test_add_func ("/scheduler/a-series-keeps-its-weekday-and-its-time",
                   test_a_series_keeps_its_weekday_and_its_time);
  g_test_add_func ("/scheduler/work-beyond-the-weekly-hours-is-listed-with-the-limit",
                   test_work_beyond_the_weekly_hours_is_listed_with_the_limit);
  g_test_add_func ("/scheduler/the-last-block-is-shorter-when-the-work-does-not-divide",
                   test_the_last_block_is_shorter_when_the_work_does_not_divide);
  g_test_add_func ("/scheduler/evening-stays-evening-across-dst",
                   test_evening_stays_evening_across_dst);
  g_test_add_func ("/scheduler/preferred-hours-are-taken-first",
                   test_preferred_hours_are_taken_first);
  g_test_add_func ("/scheduler/even-comes-before-preferred", test_even_comes_before_preferred);
  g_test_add_func ("/scheduler/groups-share-each-week", test_groups_share_each_week);
  g_test_add_func ("/scheduler/work-follows-a-fixed-block-on-its-day",
                   test_work_follows_a_fixed_block_on_its_day);
  g_test_add_func ("/scheduler/a-hundred-years-are-no-longer-than-they-have-to-be",
                   test_a_hundred_years_are_no_longer_than_they_have_to_be);
  g_test_add_func ("/scheduler/without-a-window-all-work-is-listed",
                   test_without_a_window_all_work_is_listed);
  return g_test_run ();
}

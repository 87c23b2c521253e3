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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scheduler/early-first-then-even", test_early_first_then_even);
  g_test_add_func ("/scheduler/weekly-cap-keeps-hours-for-urgent-work",
                   test_weekly_cap_keeps_hours_for_urgent_work);
  g_test_add_func ("/scheduler/appointment-takes-the-free-day-closest-to-its-ideal",
                   test_appointment_takes_the_free_day_closest_to_its_ideal);
  g_test_add_func ("/scheduler/work-beyond-the-weekly-hours-is-listed-with-the-limit",
                   test_work_beyond_the_weekly_hours_is_listed_with_the_limit);
  g_test_add_func ("/scheduler/the-last-block-is-shorter-when-the-work-does-not-divide",
                   test_the_last_block_is_shorter_when_the_work_does_not_divide);
  g_test_add_func ("/scheduler/evening-stays-evening-across-dst",
                   test_evening_stays_evening_across_dst);
  return g_test_run ();
}

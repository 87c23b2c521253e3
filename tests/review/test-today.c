#include "core/planner/block-change.h"
#include "core/planner/timer.h"
#include "core/review/today.h"
#include "fixture.h"
#include "made-plan.h"

#define MINUTE 60
#define HOUR   3600

/* The plan's first block, in its zone. */
static const WayBlock *
first_block (Fixture *f, WayZone **zone, GPtrArray **blocks)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "");
  *zone = way_zone_new ("Europe/Berlin", &error);
  *blocks = way_schedule_load (f->store, 0, G_MAXINT64 / 2, &error);
  g_assert_no_error (error);
  return (*blocks)->pdata[0];
}

static void
expect_now (WayStore *store, WayZone *zone, gint64 now_utc, WayNow now, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayToday) today = way_today_load (store, zone, now_utc, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (way_now_to_string (today->now), ==, way_now_to_string (now));
  if (id == 0)
    g_assert_null (today->block);
  else
    g_assert_cmpint (today->block->id, ==, id);
}

static void
test_the_block_of_the_moment (Fixture *f, gconstpointer data)
{
  g_autoptr (WayZone) zone = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const WayBlock *first = first_block (f, &zone, &blocks), *second = blocks->pdata[1];
  gint64 start = first->start_utc, end = first->end_utc;

  expect_now (f->store, zone, start - 100 * HOUR, WAY_NOW_NEXT, first->id);
  expect_now (f->store, zone, start - 1, WAY_NOW_NEXT, first->id);
  expect_now (f->store, zone, start, WAY_NOW_CURRENT, first->id);
  expect_now (f->store, zone, end - 1, WAY_NOW_CURRENT, first->id);
  expect_now (f->store, zone, end, WAY_NOW_NEXT, second->id);
  expect_now (f->store, zone, G_GINT64_CONSTANT (4000000000), WAY_NOW_NOTHING, 0);
}

static void
test_the_clock_comes_before_the_plan (Fixture *f, gconstpointer data)
{
  g_autoptr (WayZone) zone = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const WayBlock *first = first_block (f, &zone, &blocks), *second = blocks->pdata[1];
  gint64 start = first->start_utc, end = first->end_utc;

  way_timer_start (f->store, second->id, start, NULL);
  expect_now (f->store, zone, start + MINUTE, WAY_NOW_RUNNING, second->id);
  /* Also on the day after. */
  expect_now (f->store, zone, start + 26 * HOUR, WAY_NOW_RUNNING, second->id);
  way_timer_start (f->store, first->id, start, NULL);
  way_timer_pause (f->store, first->id, end, NULL);
  expect_now (f->store, zone, end - 1, WAY_NOW_CURRENT, first->id);
  expect_now (f->store, zone, end, WAY_NOW_PAUSED, first->id);
  way_timer_finish (f->store, first->id, end, NULL);
  expect_now (f->store, zone, end - 1, WAY_NOW_PAUSED, second->id);
}

static void
test_the_week_is_done_by_the_clock (Fixture *f, gconstpointer data)
{
  g_autoptr (WayZone) zone = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;
  const WayBlock *first = first_block (f, &zone, &blocks), *second = blocks->pdata[1],
                 *third = blocks->pdata[2];
  gint64 start = first->start_utc;
  g_autoptr (WayToday) before = way_today_load (f->store, zone, start, &error);

  int planned = 0;
  for (guint i = 0; i < blocks->len; i++)
    if (way_zone_to_local (zone, ((WayBlock *) blocks->pdata[i])->start_utc, NULL) < PLAN_START + 7)
      planned += way_timer_planned_minutes (blocks->pdata[i]);
  g_assert_cmpint (planned, >, 0);
  g_assert_cmpint (before->week.planned, ==, planned);
  g_assert_cmpint (before->week.done, ==, 0);
  way_timer_start (f->store, first->id, start, NULL);
  way_timer_finish (f->store, first->id, start + 25 * MINUTE, NULL);
  way_block_set_state (f->store, second->id, "done", start, NULL);
  way_block_set_state (f->store, third->id, "missed", start, NULL);
  g_autoptr (WayToday) after = way_today_load (f->store, zone, start, &error);
  g_assert_no_error (error);
  g_assert_cmpint (after->week.planned, ==, planned - way_timer_planned_minutes (third));
  g_assert_cmpint (after->week.done, ==, 25 + way_timer_planned_minutes (second));
  WayWork sum = { 0 };
  for (int kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      sum.planned += after->week_by_kind[kind].planned;
      sum.done += after->week_by_kind[kind].done;
    }
  g_assert_cmpint (sum.planned, ==, after->week.planned);
  g_assert_cmpint (sum.done, ==, after->week.done);
}

static void
test_it_changes_at_midnight_and_with_each_block (Fixture *f, gconstpointer data)
{
  g_autoptr (WayZone) zone = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;
  const WayBlock *first = first_block (f, &zone, &blocks);
  gint64 midnight = way_zone_to_utc (zone, PLAN_START, 0);
  g_autoptr (WayToday) today = way_today_load (f->store, zone, midnight - 1, &error);

  g_assert_cmpint (today->date, ==, PLAN_START - 1);
  g_assert_cmpint (way_today_changes_utc (today, zone), ==, midnight);
  g_clear_pointer (&today, way_today_free);
  today = way_today_load (f->store, zone, midnight, &error);
  g_assert_cmpint (today->date, ==, PLAN_START);
  g_assert_cmpint (way_today_changes_utc (today, zone), ==, first->start_utc);
  g_clear_pointer (&today, way_today_free);
  today = way_today_load (f->store, zone, first->start_utc, &error);
  g_assert_cmpint (way_today_changes_utc (today, zone), ==, first->end_utc);
  g_assert_no_error (error);
}

/* The day on which clocks go forward has 23 hours. */
static void
test_a_short_day_ends_an_hour_earlier (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayZone) zone = way_zone_new ("Europe/Berlin", &error);
  WayDate sunday = way_date_from_ymd (2027, 3, 28);
  gint64 midnight = way_zone_to_utc (zone, sunday, 0);
  g_autoptr (WayToday) today = way_today_load (f->store, zone, midnight + 22 * HOUR, &error);

  g_assert_cmpint (today->date, ==, sunday);
  g_assert_cmpint (way_today_changes_utc (today, zone), ==, midnight + 23 * HOUR);
  g_assert_no_error (error);
}

static void
test_texts_are_out_of_date_at_the_minute (void)
{
  WayBlock block = { .start_utc = 1000 * HOUR, .end_utc = 1001 * HOUR, .actual_minutes = -1 };
  WayToday today = { .now = WAY_NOW_NEXT, .block = &block };

  g_assert_cmpint (way_today_text_seconds (&today, block.start_utc - 90), ==, 30);
  g_assert_cmpint (way_today_text_seconds (&today, block.start_utc - 60), ==, 60);
  block.started_utc = block.start_utc;
  for (int second = 0; second < 120; second++)
    {
      gint64 now_utc = block.start_utc + second;
      int ahead = way_today_text_seconds (&today, now_utc);
      g_assert_cmpint (way_timer_minutes (&block, now_utc + ahead), ==,
                       way_timer_minutes (&block, now_utc) + 1);
      g_assert_cmpint (way_timer_minutes (&block, now_utc + ahead - 1), ==,
                       way_timer_minutes (&block, now_utc));
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/today/the-block-of-the-moment", test_the_block_of_the_moment);
  ADD ("/today/the-clock-comes-before-the-plan", test_the_clock_comes_before_the_plan);
  ADD ("/today/the-week-is-done-by-the-clock", test_the_week_is_done_by_the_clock);
  ADD ("/today/it-changes-at-midnight-and-with-each-block",
       test_it_changes_at_midnight_and_with_each_block);
  ADD ("/today/a-short-day-ends-an-hour-earlier", test_a_short_day_ends_an_hour_earlier);
  g_test_add_func ("/today/texts-are-out-of-date-at-the-minute",
                   test_texts_are_out_of_date_at_the_minute);
  return g_test_run ();
}

#include "core/planner/block-change.h"
#include "core/planner/timer.h"
#include "fixture.h"
#include "made-plan.h"

#define MINUTE 60
#define HOUR   3600

/* A block of an hour. */
static WayBlock
block_of (const char *state, gint64 started_utc, int actual_minutes)
{
  return (WayBlock) { .start_utc = 100 * HOUR,
                      .end_utc = 101 * HOUR,
                      .state = (char *) state,
                      .started_utc = started_utc,
                      .actual_minutes = actual_minutes };
}

static void
test_minutes_grow_with_the_clock (void)
{
  WayBlock block = block_of ("started", 100 * HOUR, -1);

  g_assert_cmpint (way_timer_minutes (&block, 100 * HOUR), ==, 0);
  g_assert_cmpint (way_timer_minutes (&block, 100 * HOUR + 29), ==, 0);
  g_assert_cmpint (way_timer_minutes (&block, 100 * HOUR + 30), ==, 1);
  g_assert_cmpint (way_timer_minutes (&block, 101 * HOUR + 12 * MINUTE), ==, 72);
  block.actual_minutes = 25;
  g_assert_cmpint (way_timer_minutes (&block, 100 * HOUR + 20 * MINUTE), ==, 45);
}

static void
test_a_paused_clock_stands (void)
{
  WayBlock block = block_of ("started", 0, 25);

  g_assert_cmpint (way_timer_minutes (&block, 200 * HOUR), ==, 25);
  g_assert_false (way_timer_is_cut (&block, 200 * HOUR));
}

static void
test_a_clock_set_back_never_takes_minutes (void)
{
  WayBlock block = block_of ("started", 100 * HOUR, 25);

  g_assert_cmpint (way_timer_minutes (&block, 98 * HOUR), ==, 25);
  block.actual_minutes = -1;
  g_assert_cmpint (way_timer_minutes (&block, 98 * HOUR), ==, 0);
}

static void
test_a_night_of_sleep_does_not_count (void)
{
  WayBlock block = block_of ("started", 100 * HOUR, -1);
  int most = 60 + WAY_TIMER_OVERRUN_MINUTES;

  g_assert_false (way_timer_is_cut (&block, 100 * HOUR + most * MINUTE));
  g_assert_cmpint (way_timer_minutes (&block, 100 * HOUR + most * MINUTE), ==, most);
  g_assert_true (way_timer_is_cut (&block, 100 * HOUR + most * MINUTE + 1));
  g_assert_cmpint (way_timer_minutes (&block, 112 * HOUR), ==, most);
}

static void
test_a_late_start_has_the_whole_length (void)
{
  WayBlock block = block_of ("started", 101 * HOUR - 5 * MINUTE, -1);

  g_assert_cmpint (way_timer_minutes (&block, 102 * HOUR + 25 * MINUTE), ==, 90);
}

static void
test_done_without_a_clock_counts_as_planned (void)
{
  WayBlock done = block_of ("done", 0, -1), timed = block_of ("done", 0, 45),
           open = block_of ("planned", 0, -1), zero = block_of ("done", 0, 0);

  g_assert_cmpint (way_timer_done_minutes (&done, 0), ==, 60);
  g_assert_cmpint (way_timer_done_minutes (&timed, 0), ==, 45);
  g_assert_cmpint (way_timer_done_minutes (&open, 0), ==, 0);
  g_assert_cmpint (way_timer_done_minutes (&zero, 0), ==, 0);
}

static GPtrArray *
load_all (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks = way_schedule_load (store, 0, G_MAXINT64 / 2, &error);

  g_assert_no_error (error);
  return blocks;
}

static void
expect (WayStore *store, gint64 id, const char *state, gint64 started_utc, int minutes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayBlock) block = way_schedule_load_one (store, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (block->state, ==, state);
  g_assert_cmpint (block->started_utc, ==, started_utc);
  g_assert_cmpint (block->actual_minutes, ==, minutes);
}

static void
expect_undo (WayStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  way_store_undo (store, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, name);
}

/* The ids of the first two blocks, and when the first begins. */
static gint64
made (Fixture *f, gint64 *first, gint64 *second)
{
  make_plan (f->store, "");
  g_autoptr (GPtrArray) blocks = load_all (f->store);
  const WayBlock *one = blocks->pdata[0], *two = blocks->pdata[1];

  *first = one->id;
  *second = two->id;
  return one->start_utc;
}

static void
test_start_pause_go_on_finish (Fixture *f, gconstpointer data)
{
  gint64 id, other, at = made (f, &id, &other);
  g_autoptr (GError) error = NULL;

  g_assert_true (way_timer_start (f->store, id, at, &error));
  expect (f->store, id, "started", at, -1);
  g_assert_true (way_timer_pause (f->store, id, at + 20 * MINUTE, &error));
  expect (f->store, id, "started", 0, 20);
  g_assert_true (way_timer_start (f->store, id, at + 50 * MINUTE, &error));
  expect (f->store, id, "started", at + 50 * MINUTE, 20);
  g_assert_true (way_timer_finish (f->store, id, at + 75 * MINUTE, &error));
  expect (f->store, id, "done", 0, 45);
  g_assert_no_error (error);

  expect_undo (f->store, "Finish Block");
  expect (f->store, id, "started", at + 50 * MINUTE, 20);
  expect_undo (f->store, "Go On with Block");
  expect (f->store, id, "started", 0, 20);
  expect_undo (f->store, "Pause Block");
  expect (f->store, id, "started", at, -1);
  expect_undo (f->store, "Start Block");
  expect (f->store, id, "planned", 0, -1);
}

static void
test_one_clock_runs_at_a_time (Fixture *f, gconstpointer data)
{
  gint64 id, other, at = made (f, &id, &other);
  g_autoptr (GError) error = NULL;

  g_assert_null (way_timer_load_running (f->store, &error));
  way_timer_start (f->store, id, at, &error);
  way_timer_start (f->store, other, at + 10 * MINUTE, &error);
  g_assert_no_error (error);
  expect (f->store, id, "started", 0, 10);
  expect (f->store, other, "started", at + 10 * MINUTE, -1);
  g_autoptr (WayBlock) running = way_timer_load_running (f->store, &error);
  g_assert_cmpint (running->id, ==, other);
  expect_undo (f->store, "Start Block");
  expect (f->store, id, "started", at, -1);
  expect (f->store, other, "planned", 0, -1);
}

static void
test_what_is_so_already_is_no_action (Fixture *f, gconstpointer data)
{
  gint64 id, other, at = made (f, &id, &other);
  g_autoptr (GError) error = NULL;

  way_timer_start (f->store, id, at, &error);
  g_assert_true (way_timer_start (f->store, id, at + MINUTE, &error));
  g_assert_true (way_timer_pause (f->store, other, at + MINUTE, &error));
  g_assert_no_error (error);
  expect (f->store, id, "started", at, -1);
  expect_undo (f->store, "Start Block");
}

static void
test_missed_and_skipped_can_be_started (Fixture *f, gconstpointer data)
{
  gint64 id, other, at = made (f, &id, &other);
  g_autoptr (GError) error = NULL;

  way_block_set_state (f->store, id, "missed", at, &error);
  way_block_set_state (f->store, other, "skipped", at, &error);
  g_assert_true (way_timer_start (f->store, id, at, &error));
  g_assert_true (way_timer_start (f->store, other, at, &error));
  g_assert_no_error (error);
  expect (f->store, other, "started", at, -1);
}

static void
test_done_is_refused (Fixture *f, gconstpointer data)
{
  gint64 id, other, at = made (f, &id, &other);
  g_autoptr (GError) error = NULL;

  way_block_set_state (f->store, id, "done", at, &error);
  g_assert_no_error (error);
  expect (f->store, id, "done", 0, -1);
  g_assert_false (way_timer_start (f->store, id, at, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (way_timer_start (f->store, 999999, at, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_a_mark_stops_the_clock (Fixture *f, gconstpointer data)
{
  gint64 id, other, at = made (f, &id, &other);
  g_autoptr (GError) error = NULL;

  way_timer_start (f->store, id, at, &error);
  way_block_set_state (f->store, id, "skipped", at + 7 * MINUTE, &error);
  g_assert_no_error (error);
  expect (f->store, id, "skipped", 0, 7);
  expect_undo (f->store, "Skip Block");
  expect (f->store, id, "started", at, -1);
}

static void
test_minutes_are_corrected_by_hand (Fixture *f, gconstpointer data)
{
  gint64 id, other, at = made (f, &id, &other);
  g_autoptr (GError) error = NULL;

  way_timer_start (f->store, id, at, &error);
  g_assert_true (way_timer_set_minutes (f->store, id, 15, at + 300 * MINUTE, &error));
  expect (f->store, id, "started", at + 300 * MINUTE, 15);
  way_timer_finish (f->store, id, at + 310 * MINUTE, &error);
  expect (f->store, id, "done", 0, 25);
  g_assert_true (way_timer_set_minutes (f->store, id, -1, at, &error));
  expect (f->store, id, "done", 0, -1);
  g_assert_no_error (error);
  g_assert_false (way_timer_set_minutes (f->store, id, 1441, at, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  expect_undo (f->store, "Correct Minutes");
  expect (f->store, id, "done", 0, 25);
}

static void
test_the_next_of_a_kind (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = load_all (f->store);
  g_autoptr (WayBlock) next = way_schedule_next_of_kind (f->store, WAY_BLOCK_MOCK, 0, &error);
  const WayBlock *first = NULL;

  for (guint i = 0; first == NULL; i++)
    if (((WayBlock *) blocks->pdata[i])->kind == WAY_BLOCK_MOCK)
      first = blocks->pdata[i];
  g_assert_cmpint (next->id, ==, first->id);
  way_block_set_state (f->store, first->id, "done", 0, &error);
  g_autoptr (WayBlock) later = way_schedule_next_of_kind (f->store, WAY_BLOCK_MOCK, 0, &error);
  g_assert_cmpint (later->start_utc, >, first->start_utc);
  g_assert_cmpint (later->kind, ==, WAY_BLOCK_MOCK);
  g_assert_null (way_schedule_next_of_kind (f->store, WAY_BLOCK_MOCK, G_MAXINT64 / 2, &error));
  g_assert_no_error (error);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timer/minutes-grow-with-the-clock", test_minutes_grow_with_the_clock);
  g_test_add_func ("/timer/a-paused-clock-stands", test_a_paused_clock_stands);
  g_test_add_func ("/timer/a-clock-set-back-never-takes-minutes",
                   test_a_clock_set_back_never_takes_minutes);
  g_test_add_func ("/timer/a-night-of-sleep-does-not-count", test_a_night_of_sleep_does_not_count);
  g_test_add_func ("/timer/a-late-start-has-the-whole-length",
                   test_a_late_start_has_the_whole_length);
  g_test_add_func ("/timer/done-without-a-clock-counts-as-planned",
                   test_done_without_a_clock_counts_as_planned);
  ADD ("/timer/start-pause-go-on-finish", test_start_pause_go_on_finish);
  ADD ("/timer/one-clock-runs-at-a-time", test_one_clock_runs_at_a_time);
  ADD ("/timer/what-is-so-already-is-no-action", test_what_is_so_already_is_no_action);
  ADD ("/timer/missed-and-skipped-can-be-started", test_missed_and_skipped_can_be_started);
  ADD ("/timer/done-is-refused", test_done_is_refused);
  ADD ("/timer/a-mark-stops-the-clock", test_a_mark_stops_the_clock);
  ADD ("/timer/minutes-are-corrected-by-hand", test_minutes_are_corrected_by_hand);
  ADD ("/timer/the-next-of-a-kind", test_the_next_of_a_kind);
  return g_test_run ();
}

/* Properties over random calendars: each hard limit is checked from the outside, on the result alone.
 * The runner prints the seed; --seed repeats it. */
#include "core/base/interval.h"
#include "core/planner/scheduler.h"

typedef struct
{
  WaySchedulerInput in;
  GArray *availability;
  GArray *days_off;
  GArray *busy;
  GArray *items;
  GArray *order;
  GArray *fixed;
  GArray *previous;
} Case;

static void
case_init (Case *c, const char *zone, WayDate from, int days)
{
  c->availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  c->days_off = g_array_new (FALSE, FALSE, sizeof (WayDaysOff));
  c->busy = way_interval_set_new ();
  c->items = g_array_new (FALSE, FALSE, sizeof (WayWorkItem));
  c->order = g_array_new (FALSE, FALSE, sizeof (WayWorkOrder));
  c->fixed = g_array_new (FALSE, FALSE, sizeof (WayFixedBlock));
  c->previous = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  c->in = (WaySchedulerInput) {
    .zone = way_zone_new (zone, NULL),
    .from_date = from,
    .to_date = from + days - 1,
    .break_minutes = 10,
    .daily_minutes = 120,
    .weekly_minutes = 360,
    .availability = c->availability,
    .days_off = c->days_off,
    .busy = c->busy,
    .items = c->items,
    .order = c->order,
    .fixed = c->fixed,
    .previous = c->previous,
  };
}

static void
case_clear (Case *c)
{
  way_zone_free (c->in.zone);
  g_array_unref (c->availability);
  g_array_unref (c->days_off);
  g_array_unref (c->busy);
  g_array_unref (c->items);
  g_array_unref (c->order);
  g_array_unref (c->fixed);
  g_array_unref (c->previous);
}

static void
add_window (Case *c, int weekday, int from, int to)
{
  WayAvailability it = { weekday, WAY_BLOCK_ALL_KINDS, from, to };

  g_array_append_val (c->availability, it);
}

static void
add_study (Case *c, const char *id, int blocks, int minutes, WayDate due, int after)
{
  WayWorkItem it = { id,  WAY_BLOCK_STUDY, blocks * minutes, minutes, c->in.from_date,
                     due, WAY_DATE_NONE };
  WayWorkOrder order = { (guint) MAX (0, after), c->items->len };

  if (after >= 0)
    g_array_append_val (c->order, order);
  g_array_append_val (c->items, it);
}

static void
add_appointment (Case *c, const char *id, WayBlockKind kind, int minutes, WayDate ideal, int slack)
{
  WayWorkItem it = {
    id, kind, minutes, minutes, MAX (ideal - slack, c->in.from_date), ideal + slack, ideal
  };

  g_array_append_val (c->items, it);
}

static gint64
local_start (const Case *c, const WayScheduledBlock *block, WayDate *date)
{
  int minute;

  *date = way_zone_to_local (c->in.zone, block->start_utc, &minute);
  return minute;
}

/* Whether [start, end) lies in one stretch of the availability of its kind, days off kept. */
static gboolean
inside_availability (const Case *c, const WayScheduledBlock *block, WayBlockKind kind)
{
  WayDate date;

  local_start (c, block, &date);
  for (WayDate day = date - 1; day <= date; day++)
    {
      gboolean off = FALSE;
      for (guint i = 0; i < c->days_off->len; i++)
        {
          WayDaysOff it = g_array_index (c->days_off, WayDaysOff, i);
          off = off || (day >= it.from_date && day <= it.to_date);
        }
      g_autoptr (GArray) open = way_interval_set_new ();
      for (guint i = 0; i < c->availability->len && !off; i++)
        {
          WayAvailability it = g_array_index (c->availability, WayAvailability, i);
          int to = it.to_minute > it.from_minute ? it.to_minute : it.to_minute + 1440;
          if (it.weekday == way_date_weekday (day) && (it.kinds & (1u << kind)))
            way_interval_set_add (open, way_zone_to_utc (c->in.zone, day, it.from_minute),
                                  way_zone_to_utc (c->in.zone, day, to));
        }
      way_interval_set_normalize (open);
      for (guint i = 0; i < open->len; i++)
        {
          WayInterval it = g_array_index (open, WayInterval, i);
          if (it.start_utc <= block->start_utc && block->end_utc <= it.end_utc)
            return TRUE;
        }
    }
  return FALSE;
}

static void
check_limits (const Case *c, const WaySchedulerResult *result)
{
  g_autoptr (GHashTable) day = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) week = g_hash_table_new (NULL, NULL);
  g_autofree int *minutes = g_new0 (int, c->items->len + 1);

  for (guint i = 0; i < result->blocks->len; i++)
    {
      const WayScheduledBlock *b = &g_array_index (result->blocks, WayScheduledBlock, i);
      const WayWorkItem *item = &g_array_index (c->items, WayWorkItem, b->item);
      int length = (int) ((b->end_utc - b->start_utc) / 60);
      WayDate date;
      local_start (c, b, &date);
      gpointer d = GINT_TO_POINTER (date), w = GINT_TO_POINTER (way_date_week_start (date));
      int buffer = c->in.buffer_minutes * 60;

      g_assert_true (inside_availability (c, b, item->kind));
      g_assert_false (
          way_interval_set_overlaps (c->busy, b->start_utc - buffer, b->end_utc + buffer));
      if (i > 0)
        g_assert_cmpint (g_array_index (result->blocks, WayScheduledBlock, i - 1).end_utc +
                             c->in.break_minutes * 60,
                         <=, b->start_utc);
      g_assert_cmpint (b->start_utc, >=, c->in.not_before_utc);
      g_assert_cmpint (length, <=, item->block_minutes);
      g_hash_table_insert (
          day, d, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (day, d)) + length));
      g_hash_table_insert (
          week, w, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (week, w)) + length));
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (week, w)), <=, c->in.weekly_minutes);
      for (guint k = 0; k < c->order->len; k++)
        {
          WayWorkOrder order = g_array_index (c->order, WayWorkOrder, k);
          /* Nothing that this one waits for comes later. */
          for (guint later = i + 1; order.then == b->item && later < result->blocks->len; later++)
            g_assert_cmpint (g_array_index (result->blocks, WayScheduledBlock, later).item, !=,
                             order.first);
        }
      minutes[b->item] += length;
    }
  for (guint i = 0; i < result->unscheduled->len; i++)
    {
      WayUnscheduled it = g_array_index (result->unscheduled, WayUnscheduled, i);
      g_assert_cmpint (it.limits, !=, 0);
      minutes[it.item] += it.minutes;
    }
  for (guint i = 0; i < c->items->len; i++)
    g_assert_cmpint (minutes[i], ==, g_array_index (c->items, WayWorkItem, i).minutes);
}

static void
make_random (Case *c)
{
  static const char *const zones[] = {
    "Europe/Berlin",       "America/New_York", "UTC",
    "Australia/Lord_Howe", "Asia/Kathmandu",   "America/Santiago"
  };
  WayDate from = way_date_from_ymd (g_test_rand_int_range (2026, 2036),
                                    g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 28));
  int days = g_test_rand_int_range (7, 120);
  gint64 base = (gint64) from * 86400;

  case_init (c, zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))], from, days);
  c->in.break_minutes = g_test_rand_int_range (0, 30);
  c->in.buffer_minutes = g_test_rand_int_range (0, 30);
  c->in.daily_minutes = g_test_rand_int_range (60, 300);
  c->in.weekly_minutes = g_test_rand_int_range (60, 900);
  c->in.not_before_utc =
      base + g_test_rand_int_range (-5, 20) * 43200 + g_test_rand_int_range (0, 99);
  for (int i = g_test_rand_int_range (1, 9); i > 0; i--)
    add_window (c, g_test_rand_int_range (1, 8), g_test_rand_int_range (0, 1440),
                g_test_rand_int_range (1, 1441));
  for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
    {
      gint64 start = base + g_test_rand_int_range (0, days * 1440) * 60;
      way_interval_set_add (c->busy, start, start + g_test_rand_int_range (1, 600) * 60);
    }
  way_interval_set_normalize (c->busy);
  if (g_test_rand_bit ())
    {
      WayDaysOff off = { from + 3, from + 3 + g_test_rand_int_range (0, 10) };
      g_array_append_val (c->days_off, off);
    }
  for (int i = 0, n = g_test_rand_int_range (0, 4); i < n; i++)
    add_study (c, "study", g_test_rand_int_range (1, 12), 45, from + days,
               i > 0 && g_test_rand_bit () ? i - 1 : -1);
  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    add_appointment (c, "appointment", g_test_rand_int_range (1, 4), 30,
                     from + g_test_rand_int_range (0, days), 3);
}

static void
assert_same (const WaySchedulerResult *a, const WaySchedulerResult *b)
{
  g_assert_cmpint (a->blocks->len, ==, b->blocks->len);
  for (guint i = 0; i < a->blocks->len; i++)
    {
      const WayScheduledBlock *x = &g_array_index (a->blocks, WayScheduledBlock, i);
      const WayScheduledBlock *y = &g_array_index (b->blocks, WayScheduledBlock, i);
      g_assert_cmpint (x->item, ==, y->item);
      g_assert_cmpint (x->start_utc, ==, y->start_utc);
      g_assert_cmpint (x->end_utc, ==, y->end_utc);
    }
}

static void
test_no_limit_is_broken_on_random_calendars (void)
{
  for (int round = 0; round < 10000; round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      check_limits (&c, first);
      assert_same (first, again);
      case_clear (&c);
    }
}

/* The same case with its busy times, windows and fixed blocks told in another order. */
static void
test_the_order_of_the_facts_does_not_matter (void)
{
  for (int round = 0; round < 500; round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      for (guint i = c.availability->len; i-- > 1;)
        {
          guint k = (guint) g_test_rand_int_range (0, (int) i + 1);
          WayAvailability it = g_array_index (c.availability, WayAvailability, i);
          g_array_index (c.availability, WayAvailability, i) =
              g_array_index (c.availability, WayAvailability, k);
          g_array_index (c.availability, WayAvailability, k) = it;
        }
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      assert_same (first, again);
      case_clear (&c);
    }
}

/* What the plan is now, as the previous one of another round. */
static void
remember (Case *c, const WaySchedulerResult *result)
{
  g_array_set_size (c->previous, 0);
  for (guint i = 0; i < result->blocks->len; i++)
    {
      const WayScheduledBlock *b = &g_array_index (result->blocks, WayScheduledBlock, i);
      WayPreviousBlock it = { b->item, b->start_utc };
      g_array_append_val (c->previous, it);
    }
}

static void
test_planning_again_moves_nothing (void)
{
  for (int round = 0; round < 2000; round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      remember (&c, first);
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      assert_same (first, again);
      check_limits (&c, again);
      case_clear (&c);
    }
}

/* Limits hold around an earlier plan of another week as well. */
static void
test_an_event_on_top_of_a_block_moves_it (void)
{
  for (int round = 0; round < 2000; round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      remember (&c, first);
      if (first->blocks->len > 0)
        {
          guint hit = (guint) g_test_rand_int_range (0, (int) first->blocks->len);
          const WayScheduledBlock *b = &g_array_index (first->blocks, WayScheduledBlock, hit);
          way_interval_set_add (c.busy, b->start_utc, b->end_utc);
          way_interval_set_normalize (c.busy);
        }
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      check_limits (&c, again);
      case_clear (&c);
    }
}

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
  g_test_add_func ("/scheduler/no-limit-is-broken-on-random-calendars",
                   test_no_limit_is_broken_on_random_calendars);
  g_test_add_func ("/scheduler/the-order-of-the-facts-does-not-matter",
                   test_the_order_of_the_facts_does_not_matter);
  g_test_add_func ("/scheduler/planning-again-moves-nothing", test_planning_again_moves_nothing);
  g_test_add_func ("/scheduler/an-event-on-top-of-a-block-moves-it",
                   test_an_event_on_top_of_a_block_moves_it);
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

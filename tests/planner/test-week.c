/* Painting a week: what strokes make of windows, as the planner itself reads windows. */
#include "core/planner/availability.h"
#include "core/planner/week.h"

#define MONDAY 20822 /* 2027-01-04 */
#define DAYS   14

static GArray *
new_availability (void)
{
  return g_array_new (FALSE, FALSE, sizeof (WayAvailability));
}

static GArray *
availability_of (const char *monday, const char *tuesday)
{
  g_autoptr (GError) error = NULL;
  GArray *availability = new_availability ();

  way_availability_parse_times (monday, 1, availability, &error);
  g_assert_no_error (error);
  way_availability_parse_times (tuesday, 2, availability, &error);
  g_assert_no_error (error);
  return availability;
}

static void
assert_times (const GArray *availability, int weekday, const char *times)
{
  g_autofree char *written = way_availability_format_times (availability, weekday);

  g_assert_cmpstr (written, ==, times);
}

/* A stroke over Monday and Tuesday, and what they are after it. */
typedef struct
{
  const char *name;
  const char *monday, *tuesday;
  WayWeekStroke stroke;
  const char *monday_after, *tuesday_after;
} Case;

#define MON              (1u << 1)
#define TUE              (1u << 2)
#define ALL              WAY_BLOCK_ALL_KINDS
#define STUDY            (1u << WAY_BLOCK_STUDY)
#define DRILL            (1u << WAY_BLOCK_DRILL)
#define AT(hour, minute) ((hour) *60 + (minute))

/* clang-format off */
static const Case cases[] = {
  { "an-empty-day-gets-a-window",
    "", "", { MON, AT (18, 30), AT (21, 0), ALL, WAY_WEEK_FREE },
    "18:30-21:00", "" },
  { "a-rectangle-is-the-same-hours-of-days",
    "", "12:00-13:00", { MON | TUE, AT (18, 30), AT (21, 0), ALL, WAY_WEEK_FREE },
    "18:30-21:00", "12:00-13:00, 18:30-21:00" },
  { "the-whole-day",
    "", "", { MON, 0, 1440, ALL, WAY_WEEK_FREE },
    "00:00-24:00", "" },
  { "touching-hours-become-one-window",
    "18:30-20:00", "", { MON, AT (20, 0), AT (21, 0), ALL, WAY_WEEK_FREE },
    "18:30-21:00", "" },
  { "a-gap-is-filled",
    "18:00-19:00, 20:00-21:00", "", { MON, AT (18, 30), AT (20, 30), ALL, WAY_WEEK_FREE },
    "18:00-21:00", "" },
  { "a-part-is-cut-out",
    "18:00-21:00", "", { MON, AT (19, 0), AT (19, 30), ALL, WAY_WEEK_CLEAR },
    "18:00-19:00, 19:30-21:00", "" },
  { "minutes-off-the-grid-are-kept",
    "18:07-20:52", "", { MON, AT (19, 0), AT (19, 30), ALL, WAY_WEEK_CLEAR },
    "18:07-19:00, 19:30-20:52", "" },
  { "minutes-off-the-grid-are-joined",
    "18:07-19:01", "", { MON, AT (19, 0), AT (19, 30), ALL, WAY_WEEK_FREE },
    "18:07-19:30", "" },
  { "what-does-not-change-stays-as-written",
    "20:00-21:00 drill, 19:00-20:30 drill", "", { MON, AT (19, 15), AT (20, 45), DRILL, WAY_WEEK_FREE },
    "20:00-21:00 drill, 19:00-20:30 drill", "" },
  { "another-day-stays-as-written",
    "20:00-21:00, 18:00-20:00", "", { TUE, AT (9, 0), AT (10, 0), ALL, WAY_WEEK_FREE },
    "20:00-21:00, 18:00-20:00", "09:00-10:00" },
  { "one-kind-is-painted",
    "", "", { MON, AT (12, 0), AT (12, 30), DRILL, WAY_WEEK_FREE },
    "12:00-12:30 drill", "" },
  { "one-kind-beside-all",
    "18:00-20:00", "", { MON, AT (17, 0), AT (18, 0), DRILL, WAY_WEEK_FREE },
    "17:00-18:00 drill, 18:00-20:00", "" },
  { "one-kind-is-taken-out",
    "18:00-20:00", "", { MON, AT (18, 0), AT (20, 0), STUDY, WAY_WEEK_CLEAR },
    "18:00-20:00 mock drill review", "" },
  { "the-last-kind-is-taken-out",
    "18:00-20:00 study", "", { MON, AT (18, 0), AT (20, 0), STUDY, WAY_WEEK_CLEAR },
    "", "" },
  { "preferred-hours",
    "18:00-20:00", "", { MON, AT (18, 0), AT (20, 0), ALL, WAY_WEEK_PREFERRED },
    "18:00-20:00 preferred", "" },
  { "a-part-is-preferred",
    "18:00-20:00", "", { MON, AT (19, 0), AT (20, 0), ALL, WAY_WEEK_PREFERRED },
    "18:00-19:00, 19:00-20:00 preferred", "" },
  { "a-part-in-the-middle-is-preferred",
    "18:00-21:00", "", { MON, AT (19, 0), AT (20, 0), ALL, WAY_WEEK_PREFERRED },
    "18:00-21:00, 19:00-20:00 preferred", "" },
  { "free-hours-leave-preferred-ones",
    "18:00-20:00 preferred", "", { MON, AT (17, 0), AT (20, 0), ALL, WAY_WEEK_FREE },
    "17:00-18:00, 18:00-20:00 preferred", "" },
  { "no-longer-preferred",
    "18:00-20:00 preferred", "", { MON, AT (17, 0), AT (20, 0), ALL, WAY_WEEK_NOT_PREFERRED },
    "18:00-20:00", "" },
  { "one-kind-is-preferred",
    "18:00-20:00", "", { MON, AT (18, 0), AT (20, 0), DRILL, WAY_WEEK_PREFERRED },
    "18:00-20:00 study mock review, 18:00-20:00 drill preferred", "" },
  { "midnight-is-crossed-as-before",
    "22:00-02:00", "09:00-10:00", { MON, AT (21, 0), AT (22, 0), ALL, WAY_WEEK_FREE },
    "21:00-02:00", "09:00-10:00" },
  { "two-windows-that-meet-at-midnight-stay-two",
    "", "00:00-01:00", { MON, AT (22, 0), 1440, ALL, WAY_WEEK_FREE },
    "22:00-24:00", "00:00-01:00" },
  { "the-late-end-is-taken-off",
    "22:00-02:00", "", { TUE, AT (1, 0), AT (2, 0), ALL, WAY_WEEK_CLEAR },
    "22:00-01:00", "" },
  { "what-is-cut-off-is-of-the-next-day",
    "22:00-02:00 preferred", "", { TUE, AT (0, 0), AT (1, 0), ALL, WAY_WEEK_CLEAR },
    "22:00-24:00 preferred", "01:00-02:00 preferred" },
  { "one-kind-is-cut-off",
    "22:00-02:00", "", { MON, AT (23, 0), 1440, DRILL, WAY_WEEK_CLEAR },
    "22:00-23:00, 23:00-02:00 study mock review", "00:00-02:00 drill" },
  { "the-late-end-goes-on",
    "22:00-02:00", "", { TUE, AT (1, 0), AT (3, 0), ALL, WAY_WEEK_FREE },
    "22:00-03:00", "" },
  { "the-late-end-goes-on-for-less-than-a-day",
    "02:01-02:00", "", { TUE, AT (2, 0), AT (3, 0), ALL, WAY_WEEK_FREE },
    "02:01-02:00", "02:00-03:00" },
  { "preferred-after-midnight",
    "22:00-02:00", "", { TUE, AT (0, 30), AT (1, 0), ALL, WAY_WEEK_PREFERRED },
    "22:00-02:00", "00:30-01:00 preferred" },
  { "longer-than-a-day",
    "10:01-10:00, 20:00-12:00", "", { MON, AT (9, 0), AT (10, 1), ALL, WAY_WEEK_FREE },
    "09:00-08:59, 12:01-12:00", "" },
};
/* clang-format on */

static void
test_stroke (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) availability = availability_of (c->monday, c->tuesday);

  way_week_paint (availability, &c->stroke);
  assert_times (availability, 1, c->monday_after);
  assert_times (availability, 2, c->tuesday_after);
}

static void
test_sunday_reaches_into_monday (void)
{
  g_autoptr (GArray) availability = new_availability ();
  WayWeekStroke stroke = { MON, 0, 60, ALL, WAY_WEEK_CLEAR };

  way_availability_parse_times ("23:00-02:00", WAY_SUNDAY, availability, NULL);
  way_week_paint (availability, &stroke);
  assert_times (availability, WAY_SUNDAY, "23:00-24:00");
  assert_times (availability, WAY_MONDAY, "01:00-02:00");
}

static void
test_a_week_tells_its_minutes (void)
{
  g_autoptr (GArray) availability =
      availability_of ("22:00-01:00, 12:00-12:30 drill", "00:30-02:00");
  g_autoptr (WayWeek) week = way_week_new (availability);
  WayWeekStroke night = { TUE, 0, 120, ALL, WAY_WEEK_FREE };

  g_assert_cmpint (way_week_minutes (week, ALL), ==, 4 * 60 + 30);
  g_assert_cmpint (way_week_minutes (week, STUDY), ==, 4 * 60);
  g_assert_cmpuint (way_week_kinds (week, 1, AT (12, 15)), ==, DRILL);
  g_assert_true (way_week_has (week, &night));
  night.change = WAY_WEEK_PREFERRED;
  g_assert_false (way_week_has (week, &night));
}

static void
test_a_day_is_copied (void)
{
  g_autoptr (GArray) availability =
      availability_of ("22:00-01:00, 12:00-12:30 drill", "09:00-10:00");
  g_autoptr (GArray) monday = way_week_take_day (availability, 1);

  way_week_put_day (availability, 2, monday);
  way_week_put_day (availability, 6, monday);
  for (int i = 0; i < 3; i++)
    assert_times (availability, (int[]) { 1, 2, 6 }[i], "22:00-01:00, 12:00-12:30 drill");
  g_assert_cmpuint (availability->len, ==, 6);
}

static GArray *
random_availability (void)
{
  GArray *availability = new_availability ();

  for (int i = g_test_rand_int_range (0, 16); i > 0; i--)
    {
      gboolean near = g_test_rand_bit (); /* so that many windows meet */
      WayAvailability it = { g_test_rand_int_range (1, near ? 3 : 8),
                             g_test_rand_bit () ? ALL : (guint) g_test_rand_int_range (1, 16),
                             g_test_rand_int_range (0, near ? 8 : 1440) * (near ? 180 : 1),
                             g_test_rand_int_range (1, near ? 9 : 1441) * (near ? 180 : 1),
                             g_test_rand_int_range (0, 4) == 0 };
      g_array_append_val (availability, it);
    }
  return availability;
}

static GArray *
windows_of (const GArray *availability, WayBlockKind kind, gboolean preferred)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayZone) zone = way_zone_new ("UTC", &error);
  g_autoptr (GArray) nothing = way_interval_set_new ();
  WayAvailabilityMap map = { .week = availability };

  g_assert_no_error (error);
  return way_availability_windows (&map, kind, preferred, zone, MONDAY, MONDAY + DAYS - 1, nothing);
}

static void
assert_same_windows (const GArray *a, const GArray *b)
{
  for (int i = 0; i < 2 * WAY_BLOCK_N_KINDS; i++)
    {
      g_autoptr (GArray) x = windows_of (a, (WayBlockKind) (i / 2), i % 2);
      g_autoptr (GArray) y = windows_of (b, (WayBlockKind) (i / 2), i % 2);
      g_assert_cmpmem (x->data, x->len * sizeof (WayInterval), y->data,
                       y->len * sizeof (WayInterval));
    }
}

static void
assert_stretches (const GArray *availability)
{
  for (guint i = 0; i < availability->len; i++)
    {
      WayAvailability it = g_array_index (availability, WayAvailability, i);
      g_assert_true (it.weekday >= 1 && it.weekday <= 7 && it.kinds >= 1 && it.kinds <= ALL);
      g_assert_true (it.from_minute >= 0 && it.from_minute < 1440);
      g_assert_true (it.to_minute >= 1 && it.to_minute <= 1440);
    }
}

/* All windows are written anew, of days that end up as they were: the planner sees no difference. */
static void
test_painting_and_clearing_an_empty_minute_changes_nothing (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GArray) availability = random_availability ();
      g_autoptr (GArray) before = g_array_copy (availability);
      for (int weekday = 1; weekday <= 7; weekday++)
        {
          g_autoptr (WayWeek) week = way_week_new (availability);
          int minute = g_test_rand_int_range (0, 8) * 180 - g_test_rand_int_range (0, 2);
          WayWeekStroke stroke = { 1u << weekday, MAX (minute, 0), MAX (minute, 0) + 1, ALL,
                                   g_test_rand_bit () ? WAY_WEEK_FREE : WAY_WEEK_PREFERRED };
          if (way_week_kinds (week, weekday, stroke.from_minute) != 0)
            continue;
          way_week_paint (availability, &stroke);
          stroke.change = WAY_WEEK_CLEAR;
          way_week_paint (availability, &stroke);
          assert_stretches (availability);
        }
      assert_same_windows (availability, before);
    }
}

static WayWeekStroke
random_stroke (void)
{
  int from = g_test_rand_int_range (0, 1440);
  gboolean whole = g_test_rand_int_range (0, 4) == 0;

  return (WayWeekStroke) { (guint) g_test_rand_int_range (1, 128) << 1, whole ? 0 : from,
                           whole ? 1440 : g_test_rand_int_range (from + 1, 1441),
                           (guint) g_test_rand_int_range (1, 16),
                           (WayWeekChange) g_test_rand_int_range (0, 4) };
}

static gboolean
inside (const GArray *windows, gint64 at_utc)
{
  for (guint i = 0; i < windows->len; i++)
    {
      WayInterval it = g_array_index (windows, WayInterval, i);
      if (it.start_utc <= at_utc && at_utc < it.end_utc)
        return TRUE;
    }
  return FALSE;
}

static gboolean
expected (const WayWeekStroke *stroke, gboolean preferred, gboolean before)
{
  switch (stroke->change)
    {
    case WAY_WEEK_FREE:
      return before || !preferred;
    case WAY_WEEK_PREFERRED:
      return TRUE;
    case WAY_WEEK_NOT_PREFERRED:
      return before && !preferred;
    case WAY_WEEK_CLEAR:
    default:
      return FALSE;
    }
}

/* The second week, so that a Sunday comes before its Monday. */
static void
check_stroke (const GArray *before, const GArray *after, const WayWeekStroke *stroke, int layer)
{
  WayBlockKind kind = (WayBlockKind) (layer / 2);
  g_autoptr (GArray) was = windows_of (before, kind, layer % 2);
  g_autoptr (GArray) is = windows_of (after, kind, layer % 2);

  for (int at = 7 * 1440; at < DAYS * 1440; at += g_test_rand_int_range (1, 20))
    {
      int weekday = at / 1440 % 7 + 1, minute = at % 1440;
      gint64 utc = ((gint64) MONDAY * 1440 + at) * 60;
      gboolean then = inside (was, utc), hit = (stroke->weekdays & (1u << weekday)) != 0 &&
                                               (stroke->kinds & (1u << kind)) != 0 &&
                                               minute >= stroke->from_minute &&
                                               minute < stroke->to_minute;
      g_assert_cmpint (inside (is, utc), ==, hit ? expected (stroke, layer % 2, then) : then);
    }
}

static void
test_a_stroke_changes_what_it_covers_and_nothing_else (void)
{
  for (int round = 0; round < 100; round++)
    {
      g_autoptr (GArray) availability = random_availability ();
      for (int i = 0; i < 4; i++)
        {
          g_autoptr (GArray) before = g_array_copy (availability);
          WayWeekStroke stroke = random_stroke ();
          way_week_paint (availability, &stroke);
          assert_stretches (availability);
          for (int layer = 0; layer < 2 * WAY_BLOCK_N_KINDS; layer++)
            check_stroke (before, availability, &stroke, layer);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/week/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_stroke);
    }
  g_test_add_func ("/week/sunday-reaches-into-monday", test_sunday_reaches_into_monday);
  g_test_add_func ("/week/a-week-tells-its-minutes", test_a_week_tells_its_minutes);
  g_test_add_func ("/week/a-day-is-copied", test_a_day_is_copied);
  g_test_add_func ("/week/painting-and-clearing-an-empty-minute-changes-nothing",
                   test_painting_and_clearing_an_empty_minute_changes_nothing);
  g_test_add_func ("/week/a-stroke-changes-what-it-covers-and-nothing-else",
                   test_a_stroke_changes_what_it_covers_and_nothing_else);
  return g_test_run ();
}

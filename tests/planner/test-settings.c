/* Hours and limits: read back as they were, and refused with a remedy when no plan can be made of them. */
#include "core/planner/availability.h"
#include "core/planner/settings.h"
#include "fixture.h"

#define NOW   G_GINT64_CONSTANT (1795420800) /* 2026-11-23T08:00:00Z, a Monday */
#define TODAY 20780

static WayPlanSettings *
good_settings (void)
{
  return way_plan_settings_new (TODAY, "Europe/Berlin");
}

typedef void (*SpoilFunc) (WayPlanSettings *settings, int value);

#define SPOIL(field)                                                                               \
  static void spoil_##field (WayPlanSettings *settings, int value)                                 \
  {                                                                                                \
    settings->field = value;                                                                       \
  }
SPOIL (weekly_minutes)
SPOIL (guide_minutes)
SPOIL (block_minutes)
SPOIL (break_minutes)
SPOIL (buffer_minutes)
SPOIL (daily_minutes)
SPOIL (days_in_row)
SPOIL (until_date)
SPOIL (target_date)

static void
spoil_zone (WayPlanSettings *settings, int value)
{
  g_free (settings->zone);
  settings->zone = g_strdup (value == 0 ? "" : "Europe/Atlantis");
}

static void
spoil_windows (WayPlanSettings *settings, int value)
{
  g_array_set_size (settings->availability, 0);
  WayAvailability it = { 1, WAY_BLOCK_ALL_KINDS, 600, 600 + value, FALSE };
  if (value > 0)
    g_array_append_val (settings->availability, it);
}

static void
spoil_weekday (WayPlanSettings *settings, int value)
{
  g_array_index (settings->availability, WayAvailability, 0).weekday = value;
}

static void
spoil_kinds (WayPlanSettings *settings, int value)
{
  g_array_index (settings->availability, WayAvailability, 0).kinds = (guint) value;
}

static void
spoil_extra_hours (WayPlanSettings *settings, int value)
{
  WayExtraHours it = { TODAY, WAY_BLOCK_ALL_KINDS, value, 1500 };
  g_array_append_val (settings->extra_hours, it);
}

static void
test_no_plan_of_bad_settings (Fixture *f, gconstpointer data)
{
  static const struct
  {
    SpoilFunc spoil;
    int value;
  } cases[] = {
    { spoil_weekly_minutes, 0 },
    { spoil_weekly_minutes, -60 },
    { spoil_weekly_minutes, 200 * 60 },
    { spoil_weekly_minutes, 45 },
    { spoil_guide_minutes, -1 },
    { spoil_guide_minutes, 10000 },
    { spoil_block_minutes, 0 },
    { spoil_block_minutes, 24 },
    { spoil_block_minutes, 181 },
    { spoil_break_minutes, -1 },
    { spoil_break_minutes, 100000 },
    { spoil_buffer_minutes, -5 },
    { spoil_buffer_minutes, 241 },
    { spoil_daily_minutes, 30 },
    { spoil_daily_minutes, 1441 },
    { spoil_daily_minutes, G_MININT },
    { spoil_days_in_row, -1 },
    { spoil_days_in_row, 366 },
    { spoil_until_date, TODAY - 30 },
    { spoil_target_date, TODAY - 30 },
    { spoil_zone, 0 },
    { spoil_zone, 1 },
    { spoil_windows, 0 },
    { spoil_windows, 59 },
    { spoil_weekday, 0 },
    { spoil_weekday, 8 },
    { spoil_kinds, 0 },
    { spoil_kinds, 16 },
    { spoil_extra_hours, -1 },
    { spoil_extra_hours, 1440 },
  };
  g_autofree char *before = dump (f->store);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WayPlanSettings) settings = good_settings ();
      g_autoptr (GError) error = NULL;
      cases[i].spoil (settings, cases[i].value);
      g_test_message ("case %d", (int) i);
      g_assert_false (way_plan_settings_save (f->store, settings, NOW, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (strlen (error->message), >, 20);
    }
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_all_settings_come_back (Fixture *f, gconstpointer data)
{
  g_autoptr (WayPlanSettings) settings = good_settings ();
  g_autoptr (GError) error = NULL;
  WayAvailability night = { 5, 1u << WAY_BLOCK_DRILL, 1380, 60, TRUE };
  WayExtraHours extra = { TODAY + 40, WAY_BLOCK_ALL_KINDS, 600, 720 };

  settings->until_date = TODAY + 200;
  settings->target_date = TODAY + 150;
  settings->guide_minutes = 480;
  settings->days_in_row = 5;
  settings->low_end = TRUE;
  g_array_append_val (settings->availability, night);
  g_array_append_val (settings->extra_hours, extra);
  g_assert_true (way_plan_settings_save (f->store, settings, NOW, &error));
  g_autoptr (WayPlanSettings) loaded = way_plan_settings_load (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded->until_date, ==, settings->until_date);
  g_assert_cmpint (loaded->target_date, ==, settings->target_date);
  g_assert_cmpint (loaded->guide_minutes, ==, 480);
  g_assert_cmpint (loaded->days_in_row, ==, 5);
  g_assert_true (loaded->low_end);
  g_assert_cmpint (loaded->availability->len, ==, settings->availability->len);
  g_autofree char *times = way_availability_format_times (loaded->availability, 5);
  g_assert_cmpstr (times, ==, "18:30-21:30, 23:00-01:00 drill preferred");
  WayExtraHours hours = g_array_index (loaded->extra_hours, WayExtraHours, 0);
  g_assert_cmpint (hours.date, ==, extra.date);
  g_assert_cmpint (hours.to_minute, ==, 720);
}

/* More hours finish the same work earlier: the guide's pace stays that of the first plan. */
static void
test_the_pace_of_the_guide_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (WayPlanSettings) settings = good_settings ();
  g_autoptr (GError) error = NULL;

  g_assert_true (way_plan_settings_save (f->store, settings, NOW, &error));
  g_autoptr (WayPlanSettings) loaded = way_plan_settings_load (f->store, &error);
  g_assert_cmpint (loaded->guide_minutes, ==, 360);
  loaded->weekly_minutes = 600;
  g_assert_true (way_plan_settings_save (f->store, loaded, NOW, &error));
  g_autoptr (WayPlanSettings) again = way_plan_settings_load (f->store, &error);
  g_assert_cmpint (again->guide_minutes, ==, 360);
  g_assert_cmpint (again->weekly_minutes, ==, 600);
}

static void
test_times_with_words_are_read (void)
{
  static const struct
  {
    const char *text;
    int n; /* windows; -1: refused */
    const char *again;
  } cases[] = {
    { "18:30-21:30", 1, "18:30-21:30" },
    { " 18:30 – 21:30 ", 1, "18:30-21:30" },
    { "18:30-21:30 preferred", 1, "18:30-21:30 preferred" },
    { "12:00-12:30 drill, 22:00-00:00 mock study", 2, "12:00-12:30 drill, 22:00-24:00 study mock" },
    { "23:00-01:00", 1, "23:00-01:00" },
    { "", 0, "" },
    { "18:30-21:30 sometimes", -1, NULL },
    { "18:30", -1, NULL },
    { "18:30-18:30", -1, NULL },
    { "25:00-26:00", -1, NULL },
    { "drill 18:30-21:30", -1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
      g_autoptr (GError) error = NULL;
      gboolean read = way_availability_parse_times (cases[i].text, 3, windows, &error);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].n >= 0);
      g_assert_cmpint (windows->len, ==, MAX (0, cases[i].n));
      g_autofree char *again = way_availability_format_times (windows, 3);
      if (read)
        g_assert_cmpstr (again, ==, cases[i].again);
      else
        g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/settings/no-plan-of-bad-settings", test_no_plan_of_bad_settings);
  ADD ("/settings/all-settings-come-back", test_all_settings_come_back);
  ADD ("/settings/the-pace-of-the-guide-stays", test_the_pace_of_the_guide_stays);
  g_test_add_func ("/settings/times-with-words-are-read", test_times_with_words_are_read);
  return g_test_run ();
}

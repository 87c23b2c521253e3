/* What is offered when work is late does help when it is done, and no less would. */
#include "calendar-case.h"
#include "core/planner/fixes.h"
#include "core/planner/variant.h"
#include "fixture.h"
#include "made-plan.h"

static gboolean
is_in_time (const WaySchedulerInput *input)
{
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (input);

  return result->unscheduled->len == 0 && result->max_lateness <= 0;
}

/* Evenings, some of them busy, and more work than they hold in time. */
static void
make_late (Case *c)
{
  WayDate from = way_date_from_ymd (2027, 1, 4) + g_test_rand_int_range (0, 400);
  int days = g_test_rand_int_range (14, 50);

  case_init (c, "Europe/Berlin", from, days);
  c->in.daily_minutes = 60 * g_test_rand_int_range (1, 4);
  c->in.weekly_minutes = 60 * g_test_rand_int_range (2, 8);
  for (int weekday = 1; weekday <= g_test_rand_int_range (2, 7); weekday++)
    add_window (c, weekday, 18 * 60, 18 * 60 + 60 * g_test_rand_int_range (1, 5));
  for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
    {
      gint64 start = ((gint64) from + g_test_rand_int_range (0, days)) * 86400 + 17 * 3600;
      way_interval_set_add (c->busy, start, start + g_test_rand_int_range (1, 3) * 3600);
    }
  way_interval_set_normalize (c->busy);
  for (int i = 0, n = g_test_rand_int_range (1, 4); i < n; i++)
    {
      add_study (c, "study", g_test_rand_int_range (2, 14), 60,
                 from + g_test_rand_int_range (2, days + 4), i - 1);
      WayWorkItem *item = &g_array_index (c->items, WayWorkItem, c->items->len - 1);
      item->spare_minutes = 60 * g_test_rand_int_range (0, item->minutes / 60);
    }
}

/* The same fix, a step smaller; %FALSE where there is no such thing. */
static gboolean
make_smaller (const WaySchedulerInput *in, WayFix *fix)
{
  switch (fix->kind)
    {
    case WAY_FIX_WEEKLY:
      fix->minutes -= 30;
      return fix->minutes > in->weekly_minutes;
    case WAY_FIX_DAILY:
      fix->minutes -= 30;
      return fix->minutes > in->daily_minutes;
    case WAY_FIX_TARGET:
      fix->due_days--;
      return fix->due_days > 0;
    case WAY_FIX_WINDOW:
    case WAY_FIX_LOW:
    default:
      return FALSE;
    }
}

static void
test_every_fix_helps_and_no_smaller_one_does (void)
{
  int offered[WAY_FIX_LOW + 1] = { 0 }, late = 0;

  for (int round = 0; round < 600; round++)
    {
      Case c;
      make_late (&c);
      WayScheduleCheck before = way_scheduler_check (&c.in);
      g_autoptr (GArray) fixes = way_fixes_find (&c.in, &before);
      if (is_in_time (&c.in))
        g_assert_cmpint (fixes->len, ==, 0);
      else
        late++;
      for (guint i = 0; i < fixes->len; i++)
        {
          WayFix fix = g_array_index (fixes, WayFix, i);
          g_auto (WayFixedInput) fixed = { 0 };
          g_auto (WayFixedInput) smaller = { 0 };
          way_fix_apply (&fix, &c.in, &fixed);
          g_assert_true (is_in_time (&fixed.in));
          offered[fix.kind]++;
          if (!make_smaller (&c.in, &fix))
            continue;
          way_fix_apply (&fix, &c.in, &smaller);
          g_assert_false (is_in_time (&smaller.in));
        }
      case_clear (&c);
    }
  /* A test that sees none of a kind would not see that it is wrong. */
  g_assert_cmpint (late, >, 200);
  for (int kind = 0; kind <= WAY_FIX_LOW; kind++)
    g_assert_cmpint (offered[kind], >, 0);
}

/* Five hours of work in a week of three: the week's hours stop it, and nothing else. */
static void
test_the_limit_that_binds_is_named (void)
{
  Case c;

  case_init (&c, "UTC", way_date_from_ymd (2027, 1, 4), 7);
  c.in.weekly_minutes = 180;
  for (int weekday = 1; weekday <= 7; weekday++)
    add_window (&c, weekday, 8 * 60, 20 * 60);
  add_study (&c, "study", 5, 60, c.in.to_date, -1);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
  g_assert_cmpint (result->binding->len, ==, 1);
  g_assert_cmpint (g_array_index (result->binding, WayBinding, 0).limit, ==, WAY_LIMIT_WEEKLY);
  g_assert_cmpint (g_array_index (result->binding, WayBinding, 0).date, ==, c.in.from_date);
  WayScheduleCheck before = way_scheduler_check (&c.in);
  g_autoptr (GArray) fixes = way_fixes_find (&c.in, &before);
  WayFix first = g_array_index (fixes, WayFix, 0);
  g_assert_cmpint (first.kind, ==, WAY_FIX_WEEKLY);
  g_assert_cmpint (first.minutes, ==, 300);
  WayFix last = g_array_index (fixes, WayFix, fixes->len - 1);
  g_assert_cmpint (last.kind, ==, WAY_FIX_TARGET);
  g_assert_cmpint (last.to_date, ==, c.in.to_date + 1);
  case_clear (&c);
}

static WayDraft *
draft_of (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  WayDraft *draft = way_draft_new (store, PLAN_NOW, &error);

  g_assert_no_error (error);
  return draft;
}

/* Three weeks off in the middle make a plan late; each way out, stored and planned with, brings it back. */
static void
test_every_fix_of_a_plan_helps (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "");
  act (f->store, "Three Weeks Off",
       "INSERT INTO day_off (from_date, to_date) VALUES (20850, 20870)");
  g_autoptr (WayDraft) late = draft_of (f->store);
  g_assert_cmpint (late->late->len, >, 0);
  g_assert_cmpint (late->fixes->len, >=, 2);
  g_assert_cmpint (strlen (late->full), >, 10);
  for (guint i = 0; i < late->fixes->len; i++)
    {
      const WayPlanFix *fix = g_ptr_array_index (late->fixes, i);
      way_plan_settings_save (f->store, fix->settings, PLAN_NOW, &error);
      g_assert_no_error (error);
      g_autoptr (WayDraft) fixed = draft_of (f->store);
      g_assert_cmpint (fixed->late->len, ==, 0);
      g_assert_cmpint (fixed->unplaced->len, <=, late->unplaced->len);
      g_assert_true (way_store_undo (f->store, NULL, &error));
    }
}

static WayVariant *
variant_of (WayStore *store, const WayPlanSettings *settings)
{
  g_autoptr (GError) error = NULL;
  WayVariant *variant = way_variant_new (store, settings, PLAN_NOW, &error);

  g_assert_no_error (error);
  return variant;
}

static void
test_a_variant_changes_nothing_that_is_stored (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *before = dump (f->store);
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  g_autoptr (WayVariant) now = variant_of (f->store, settings);
  settings->weekly_minutes = 9 * 60;
  g_autoptr (WayVariant) faster = variant_of (f->store, settings);
  settings->low_end = TRUE;
  g_autoptr (WayVariant) least = variant_of (f->store, settings);
  g_autofree char *after = dump (f->store);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (now->phases->len, ==, 3);
  g_assert_cmpint (now->late_minutes, ==, faster->late_minutes);
  g_assert_cmpint (now->early_minutes, <, now->late_minutes);
  g_assert_cmpint (faster->late_finish_date, <, now->late_finish_date - 21);
  g_assert_cmpint (now->early_finish_date, <, now->late_finish_date);
  g_assert_cmpint (least->blocks, <, faster->blocks);
  g_assert_cmpint (now->milestones->len, ==, 1);
}

static void
test_a_variant_wants_a_band_that_is_there (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  g_free (settings->band);
  settings->band = g_strdup ("40-50");
  g_assert_null (way_variant_new (f->store, settings, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

/* Hours for a date, and the date for the hours: half an hour less a week is not enough. */
static void
test_hours_for_a_finish_date_are_the_fewest (Fixture *f, gconstpointer data)
{
  static const int days[] = { 50, 60, 75, 90, 103, 150 };
  g_autoptr (GError) error = NULL;
  int before = G_MAXINT;

  make_plan (f->store, "");
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      WayDate finish = settings->start_date + days[i] - 1;
      int minutes = way_variant_weekly_minutes_for (f->store, settings, finish, PLAN_NOW, &error);
      g_assert_no_error (error);
      g_assert_cmpint (minutes, <=, before);
      before = minutes;
      g_autoptr (WayPlanSettings) changed = way_plan_settings_copy (settings);
      changed->target_date = finish;
      changed->weekly_minutes = minutes;
      g_autoptr (WayVariant) enough = variant_of (f->store, changed);
      g_assert_cmpint (enough->unplaced_minutes, ==, 0);
      g_assert_cmpint (enough->late_finish_date, <=, finish);
      changed->weekly_minutes -= 30;
      g_autoptr (WayVariant) less =
          changed->weekly_minutes >= 60 ? variant_of (f->store, changed) : NULL;
      if (less != NULL)
        g_assert_cmpint (less->max_lateness, >, 0);
    }
  g_assert_cmpint (way_variant_weekly_minutes_for (f->store, settings, settings->start_date + 3,
                                                   PLAN_NOW, &error),
                   ==, 0);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NO_ROOM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fixes/every-fix-helps-and-no-smaller-one-does",
                   test_every_fix_helps_and_no_smaller_one_does);
  g_test_add_func ("/fixes/the-limit-that-binds-is-named", test_the_limit_that_binds_is_named);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/fixes/every-fix-of-a-plan-helps", test_every_fix_of_a_plan_helps);
  ADD ("/variant/changes-nothing-that-is-stored", test_a_variant_changes_nothing_that_is_stored);
  ADD ("/variant/wants-a-band-that-is-there", test_a_variant_wants_a_band_that_is_there);
  ADD ("/variant/hours-for-a-finish-date-are-the-fewest",
       test_hours_for_a_finish_date_are_the_fewest);
  return g_test_run ();
}

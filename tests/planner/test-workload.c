/* The guide's figures as dated work. */
#include "core/planner/workload.h"

static GPtrArray *
make_guides (void)
{
  static const struct
  {
    const char *title;
    int max_days;
  } phases[] = { { "Map", 5 }, { "Core", 42 }, { "Depth", 56 }, { "Signal", 0 } };
  GPtrArray *guides = g_ptr_array_new_with_free_func ((GDestroyNotify) way_work_guide_free);
  WayWorkGuide *guide = way_work_guide_new ();

  g_ptr_array_add (guides, guide);
  guide->title = g_strdup ("Guide");
  guide->drills_per_week = 1;
  guide->review_months = 3;
  guide->mock_days = 14;
  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      WayWorkPhase *phase = g_new0 (WayWorkPhase, 1);
      phase->id = (gint64) i + 1;
      phase->title = g_strdup (phases[i].title);
      phase->activities = g_strdup ("");
      phase->max_days = phases[i].max_days;
      phase->ongoing = phases[i].max_days == 0;
      g_ptr_array_add (guide->phases, phase);
    }
  return guides;
}

static int
count_kind (const WayWorkload *w, WayBlockKind kind)
{
  int count = 0;

  for (guint i = 0; i < w->items->len; i++)
    count += g_array_index (w->items, WayWorkItem, i).kind == kind;
  return count;
}

static void
test_phases_take_their_weeks_at_any_pace (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings =
      way_plan_settings_new (way_date_from_ymd (2026, 12, 30), "Europe/Berlin");
  static const struct
  {
    int hours, core_blocks;
  } paces[] = { { 6, 30 }, { 12, 66 }, { 3, 12 } };

  g_assert_cmpint (settings->start_date, ==, way_date_from_ymd (2027, 1, 4));
  for (gsize i = 0; i < G_N_ELEMENTS (paces); i++)
    {
      settings->weekly_minutes = paces[i].hours * 60;
      g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
      WayWorkItem core = g_array_index (w->items, WayWorkItem, 1);
      g_assert_cmpint (core.minutes, ==, paces[i].core_blocks * 60);
      WayWorkOrder order = g_array_index (w->order, WayWorkOrder, 0);
      g_assert_cmpint (order.first, ==, 0);
      g_assert_cmpint (order.then, ==, 1);
      g_assert_cmpint (core.due_date - settings->start_date, ==, 46);
    }
}

static void
test_rhythm_follows_the_guide (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings =
      way_plan_settings_new (way_date_from_ymd (2026, 12, 30), "Europe/Berlin");
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);

  /* 103 days: fifteen weeks, the last one short; mocks every 14 days of the 56 of Depth. */
  g_assert_cmpint (count_kind (w, WAY_BLOCK_STUDY), ==, 3);
  g_assert_cmpint (count_kind (w, WAY_BLOCK_DRILL), ==, 15);
  g_assert_cmpint (count_kind (w, WAY_BLOCK_MOCK), ==, 3);
  g_assert_cmpint (count_kind (w, WAY_BLOCK_REVIEW), ==, 1);
  for (guint i = 0; i < w->items->len; i++)
    {
      WayWorkItem item = g_array_index (w->items, WayWorkItem, i);
      if (item.kind == WAY_BLOCK_REVIEW)
        g_assert_cmpint (item.ideal_date, ==, way_date_from_ymd (2027, 4, 4));
      g_assert_cmpint (item.release_date, >=, settings->start_date);
    }
}

static void
test_an_end_date_bounds_all_and_gives_the_ongoing_phase_its_weeks (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings =
      way_plan_settings_new (way_date_from_ymd (2026, 12, 30), "Europe/Berlin");

  settings->until_date = way_date_from_ymd (2027, 6, 27);
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
  g_assert_cmpint (w->last_date, ==, settings->until_date);
  g_assert_cmpint (count_kind (w, WAY_BLOCK_STUDY), ==, 3 + 10);
  for (guint i = 0; i < w->items->len; i++)
    if (g_array_index (w->items, WayWorkItem, i).ideal_date != WAY_DATE_NONE)
      g_assert_cmpint (g_array_index (w->items, WayWorkItem, i).due_date, <=, settings->until_date);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workload/phases-take-their-weeks-at-any-pace",
                   test_phases_take_their_weeks_at_any_pace);
  g_test_add_func ("/workload/rhythm-follows-the-guide", test_rhythm_follows_the_guide);
  g_test_add_func ("/workload/an-end-date-bounds-all-and-gives-the-ongoing-phase-its-weeks",
                   test_an_end_date_bounds_all_and_gives_the_ongoing_phase_its_weeks);
  return g_test_run ();
}

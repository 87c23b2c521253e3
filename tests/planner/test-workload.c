/* The guide's figures as dated work. */
#include "core/planner/workload.h"

static void
add_guide (GPtrArray *guides, int share)
{
  static const struct
  {
    const char *title;
    int min_days, max_days;
  } phases[] = { { "Map", 3, 5 }, { "Core", 28, 42 }, { "Depth", 28, 56 }, { "Signal", 0, 0 } };
  WayWorkGuide *guide = way_work_guide_new ();

  g_ptr_array_add (guides, guide);
  guide->share = share;
  guide->title = g_strdup ("Guide");
  guide->drills_per_week = 1;
  guide->review_months = 3;
  guide->mock_days = 14;
  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      WayWorkPhase *phase = way_work_phase_new ();
      phase->id = (gint64) i + 1;
      phase->title = g_strdup (phases[i].title);
      phase->activities = g_strdup ("");
      phase->min_days = phases[i].min_days;
      phase->max_days = phases[i].max_days;
      phase->ongoing = phases[i].max_days == 0;
      g_ptr_array_add (guide->phases, phase);
    }
}

static GPtrArray *
make_guides (void)
{
  GPtrArray *guides = g_ptr_array_new_with_free_func ((GDestroyNotify) way_work_guide_free);

  add_guide (guides, 100);
  return guides;
}

static WayPlanSettings *
make_settings (void)
{
  WayPlanSettings *settings =
      way_plan_settings_new (way_date_from_ymd (2026, 12, 30), "Europe/Berlin");

  settings->guide_minutes = settings->weekly_minutes;
  return settings;
}

static WayWorkItem
item_at (const WayWorkload *w, guint i)
{
  return g_array_index (w->items, WayWorkItem, i);
}

static WayDate
due_of_phase (const WayWorkload *w, const WayWorkPhase *phase)
{
  for (guint i = 0; i < w->items->len; i++)
    if (g_array_index (w->sources, WayWorkSource, i).phase == phase)
      return item_at (w, i).due_date;
  g_error ("no phase %s", phase->title);
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

/* The work stays what it is. Beside the drill six hours hold five blocks, twelve hold eleven; on the average
 * reviews take 7/90 of one and mock interviews, in the last phase, half of one:
 * 47 · (5 - 7/90) / (11 - 7/90) + 56 · (4.5 - 7/90) / (10.5 - 7/90) = 44.9 days. */
static void
test_more_hours_make_the_same_work_due_earlier (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  g_autoptr (WayWorkload) slow = way_workload_new (guides, settings);
  settings->weekly_minutes *= 2;
  g_autoptr (WayWorkload) fast = way_workload_new (guides, settings);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (item_at (slow, i).minutes, ==, item_at (fast, i).minutes);
  g_assert_cmpint (slow->target_date - settings->start_date, ==, 102);
  g_assert_cmpint (fast->target_date - settings->start_date, ==, 44);
}

static void
test_the_low_end_is_less_work (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  g_autoptr (WayWorkload) high = way_workload_new (guides, settings);
  settings->low_end = TRUE;
  g_autoptr (WayWorkload) low = way_workload_new (guides, settings);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (item_at (low, i).minutes, <, item_at (high, i).minutes);
      g_assert_cmpint (item_at (high, i).minutes - item_at (high, i).spare_minutes, ==,
                       item_at (low, i).minutes);
    }
  g_assert_cmpint (item_at (low, 1).minutes, ==, 20 * 60);
  g_assert_cmpint (low->target_date - settings->start_date, ==, 58);
}

/* 103 days each at an equal share are 206 together; at three to one the first is done in 4/3 of its days, and
 * the second has all the hours from then on. */
static void
test_guides_share_the_hours (void)
{
  static const struct
  {
    int first, second, first_days, second_days;
  } shares[] = { { 50, 50, 206, 206 }, { 75, 25, 138, 206 }, { 25, 75, 206, 138 } };

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (GPtrArray) guides = make_guides ();
      g_autoptr (WayPlanSettings) settings = make_settings ();
      add_guide (guides, shares[i].second);
      ((WayWorkGuide *) guides->pdata[0])->share = shares[i].first;
      /* Without drills and what else goes on beside the phases, so that all hours are for these. */
      for (guint g = 0; g < 2; g++)
        {
          WayWorkGuide *guide = guides->pdata[g];
          guide->drills_per_week = guide->review_months = guide->mock_days = 0;
          g_ptr_array_set_size (guide->phases, 3);
        }
      g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
      WayDate last[2] = { 0, 0 };
      for (guint k = 0; k < w->items->len; k++)
        if (item_at (w, k).group > 0)
          last[item_at (w, k).group - 1] = item_at (w, k).due_date;
      g_assert_cmpint (last[0] - settings->start_date + 1, ==, shares[i].first_days);
      g_assert_cmpint (last[1] - settings->start_date + 1, ==, shares[i].second_days);
    }
}

static void
test_a_target_stretches_all_due_dates (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  settings->target_date = settings->start_date + 205;
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);

  g_assert_cmpint (w->target_date, ==, settings->target_date);
  g_assert_cmpint (item_at (w, 0).due_date - settings->start_date, ==, 9);
  g_assert_cmpint (item_at (w, 1).due_date - settings->start_date, ==, 93);
  g_assert_cmpint (item_at (w, 2).due_date - settings->start_date, ==, 205);
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

static WayWorkPhase *
phase_at (const GPtrArray *guides, guint i)
{
  return ((WayWorkGuide *) guides->pdata[0])->phases->pdata[i];
}

/* Five days of Map, 42 of Core, 56 of Depth. Core waits for day 20; Depth is due when Core's 42 days and its own 56
 * are over from there on. */
static void
test_a_phase_waits_for_the_day_that_was_set (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  phase_at (guides, 1)->release_date = settings->start_date + 20;
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);

  g_assert_cmpint (item_at (w, 0).release_date, ==, settings->start_date);
  g_assert_cmpint (item_at (w, 1).release_date, ==, settings->start_date + 20);
  g_assert_cmpint (item_at (w, 0).due_date - settings->start_date, ==, 4);
  g_assert_cmpint (item_at (w, 1).due_date - settings->start_date, ==, 61);
  g_assert_cmpint (item_at (w, 2).due_date - settings->start_date, ==, 117);
  g_assert_cmpint (w->target_date - settings->start_date, ==, 117);
}

/* A later due date moves what follows; an earlier one only itself: the work of the others stays what it is. */
static void
test_the_due_date_that_was_set_counts (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();

  phase_at (guides, 1)->due_date = settings->start_date + 60;
  g_autoptr (WayWorkload) later = way_workload_new (guides, settings);
  g_assert_cmpint (item_at (later, 1).due_date - settings->start_date, ==, 60);
  g_assert_cmpint (item_at (later, 2).due_date - settings->start_date, ==, 116);
  phase_at (guides, 1)->due_date = settings->start_date + 30;
  g_autoptr (WayWorkload) earlier = way_workload_new (guides, settings);
  g_assert_cmpint (item_at (earlier, 1).due_date - settings->start_date, ==, 30);
  g_assert_cmpint (item_at (earlier, 2).due_date - settings->start_date, ==, 102);
}

/* A target moves what the pace says, not what the person said. */
static void
test_a_target_leaves_what_was_set (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  settings->target_date = settings->start_date + 205;
  phase_at (guides, 1)->due_date = settings->start_date + 30;
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);

  g_assert_cmpint (item_at (w, 0).due_date - settings->start_date, ==, 9);
  g_assert_cmpint (item_at (w, 1).due_date - settings->start_date, ==, 30);
  g_assert_cmpint (item_at (w, 2).due_date - settings->start_date, ==, 205);
}

/* While one guide waits, the other one has all the hours: 5 · 1/2 days of Map beside it are ten; then its Core alone
 * takes 42 days at the full pace. */
static void
test_hours_of_a_waiting_guide_are_the_other_ones (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();

  add_guide (guides, 100);
  for (guint g = 0; g < 2; g++)
    {
      WayWorkGuide *guide = guides->pdata[g];
      guide->drills_per_week = guide->review_months = guide->mock_days = 0;
      g_ptr_array_set_size (guide->phases, 2);
    }
  phase_at (guides, 1)->release_date = settings->start_date + 200;
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
  static const int days[] = { 9, 241, 9, 51 };
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (item_at (w, i).due_date - settings->start_date, ==, days[i]);
}

/* Neither what goes on after the dated phases nor its mock interviews come before the day that was set. */
static void
test_an_ongoing_phase_waits_as_well (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  WayDate release = settings->start_date + 130;
  int n = 0;

  settings->until_date = settings->start_date + 200;
  phase_at (guides, 3)->release_date = release;
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
  for (guint i = 0; i < w->items->len; i++)
    if (g_array_index (w->sources, WayWorkSource, i).phase == phase_at (guides, 3))
      {
        g_assert_cmpint (item_at (w, i).release_date, >=, release);
        n++;
      }
  g_assert_cmpint (n, >, 10);
}

static void
add_gap (GPtrArray *guides, guint guide, int minutes, WayDate due)
{
  WayWorkGap *gap = g_new0 (WayWorkGap, 1);

  gap->skill_title = g_strdup ("System Design");
  gap->title = g_strdup ("Two documents");
  gap->minutes = minutes;
  gap->due_date = due;
  g_ptr_array_add (((WayWorkGuide *) g_ptr_array_index (guides, guide))->gaps, gap);
}

static const WayWorkItem *
gap_item (const WayWorkload *w)
{
  for (guint i = 0; i < w->items->len; i++)
    if (g_array_index (w->sources, WayWorkSource, i).gap != NULL)
      return &g_array_index (w->items, WayWorkItem, i);
  g_error ("no gap action");
}

static void
test_a_gap_action_is_whole_blocks_by_its_own_date (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  WayDate due = settings->start_date + 20;

  add_gap (guides, 0, 130, due);
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
  const WayWorkItem *item = gap_item (w);
  g_assert_cmpint (item->kind, ==, WAY_BLOCK_STUDY);
  g_assert_cmpint (item->minutes, ==, 180);
  g_assert_cmpint (item->spare_minutes, ==, 0);
  g_assert_cmpint (item->release_date, ==, settings->start_date);
  g_assert_cmpint (item->due_date, ==, due);
  g_assert_cmpint (item->group, ==, 0);
  for (guint i = 0; i < w->order->len; i++)
    {
      WayWorkOrder it = g_array_index (w->order, WayWorkOrder, i);
      g_assert_null (g_array_index (w->sources, WayWorkSource, it.first).gap);
      g_assert_null (g_array_index (w->sources, WayWorkSource, it.then).gap);
    }
}

/* The five blocks a week of the pace, less 7/90 for reviews, take ten of the action in 10 · 7 / (5 - 7/90) = 14.2 days. Map
 * is over long before those, and keeps its date; what is over later is over 14 or 15 days later. */
static void
test_a_gap_action_takes_its_hours_right_before_it_is_due (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  g_autoptr (WayWorkload) before = way_workload_new (guides, settings);
  add_gap (guides, 0, 600, settings->start_date + 30);
  g_autoptr (WayWorkload) after = way_workload_new (guides, settings);

  g_assert_cmpint (item_at (after, 0).due_date, ==, item_at (before, 0).due_date);
  for (guint i = 1; i < 3; i++)
    {
      int later = item_at (after, i).due_date - item_at (before, i).due_date;
      g_assert_cmpint (later, >=, 14);
      g_assert_cmpint (later, <=, 15);
    }
}

/* Two that are due together go one after the other, whichever came first. */
static void
test_gap_actions_make_room_for_one_another (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  g_autoptr (WayWorkload) before = way_workload_new (guides, settings);
  WayDate due = item_at (before, 1).due_date + 10;
  add_gap (guides, 0, 300, due);
  g_autoptr (WayWorkload) one = way_workload_new (guides, settings);
  add_gap (guides, 0, 300, due);
  g_autoptr (WayWorkload) two = way_workload_new (guides, settings);

  /* 7.1 days before it is due: Core is over by then. */
  g_assert_cmpint (item_at (one, 1).due_date, ==, item_at (before, 1).due_date);
  g_assert_cmpint (item_at (two, 1).due_date - item_at (before, 1).due_date, >=, 14);
  g_assert_cmpint (item_at (two, 2).due_date - item_at (before, 2).due_date, >=, 14);
}

/* The person's dates and a target stay: nothing is stretched beside them. */
static void
test_a_gap_action_moves_no_date_that_was_set (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();

  phase_at (guides, 1)->due_date = settings->start_date + 60;
  settings->target_date = settings->start_date + 140;
  add_gap (guides, 0, 600, settings->start_date + 30);
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
  g_assert_cmpint (item_at (w, 1).due_date, ==, settings->start_date + 60);
  g_assert_cmpint (item_at (w, 2).due_date, ==, settings->target_date);
  g_assert_cmpint (w->target_date, ==, settings->target_date);
}

static void
test_a_schedule_goes_on_for_a_gap_action (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  WayDate due = settings->start_date + 2000;

  add_gap (guides, 0, 60, due);
  g_autoptr (WayWorkload) w = way_workload_new (guides, settings);
  g_assert_cmpint (w->last_date, >=, due);
  g_assert_cmpint (w->target_date, <, due);
  settings->until_date = settings->start_date + 200;
  g_autoptr (WayWorkload) until = way_workload_new (guides, settings);
  g_assert_cmpint (until->last_date, ==, settings->until_date);
}

/* A guide with half of the hours takes twice as long for it, and the other one is none the worse. */
static void
test_a_gap_action_is_done_in_the_share_of_its_guide (void)
{
  g_autoptr (GPtrArray) guides = make_guides ();
  g_autoptr (WayPlanSettings) settings = make_settings ();
  add_guide (guides, 100);
  g_autoptr (WayWorkload) before = way_workload_new (guides, settings);
  add_gap (guides, 1, 300, settings->start_date + 40);
  g_autoptr (WayWorkload) after = way_workload_new (guides, settings);
  const WayWorkItem *item = gap_item (after);
  guint n = 0;

  g_assert_cmpint (item->group, ==, 2);
  g_assert_cmpint (item->share, ==, 100);
  for (guint i = 0; i < before->items->len && n < 6; i++)
    {
      WayWorkSource source = g_array_index (before->sources, WayWorkSource, i);
      if (source.phase == NULL || source.phase->ongoing)
        continue;
      int later = due_of_phase (after, source.phase) - item_at (before, i).due_date;
      gboolean other = source.guide == g_ptr_array_index (guides, 0);
      n++;
      if (other || source.phase == g_ptr_array_index (source.guide->phases, 0))
        g_assert_cmpint (later, ==, 0);
      else
        g_assert_cmpint (later, >=, 14);
    }
  g_assert_cmpint (n, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workload/phases-take-their-weeks-at-any-pace",
                   test_phases_take_their_weeks_at_any_pace);
  g_test_add_func ("/workload/more-hours-make-the-same-work-due-earlier",
                   test_more_hours_make_the_same_work_due_earlier);
  g_test_add_func ("/workload/the-low-end-is-less-work", test_the_low_end_is_less_work);
  g_test_add_func ("/workload/guides-share-the-hours", test_guides_share_the_hours);
  g_test_add_func ("/workload/a-target-stretches-all-due-dates",
                   test_a_target_stretches_all_due_dates);
  g_test_add_func ("/workload/rhythm-follows-the-guide", test_rhythm_follows_the_guide);
  g_test_add_func ("/workload/an-end-date-bounds-all-and-gives-the-ongoing-phase-its-weeks",
                   test_an_end_date_bounds_all_and_gives_the_ongoing_phase_its_weeks);
  g_test_add_func ("/workload/a-phase-waits-for-the-day-that-was-set",
                   test_a_phase_waits_for_the_day_that_was_set);
  g_test_add_func ("/workload/the-due-date-that-was-set-counts",
                   test_the_due_date_that_was_set_counts);
  g_test_add_func ("/workload/a-target-leaves-what-was-set", test_a_target_leaves_what_was_set);
  g_test_add_func ("/workload/hours-of-a-waiting-guide-are-the-other-ones",
                   test_hours_of_a_waiting_guide_are_the_other_ones);
  g_test_add_func ("/workload/an-ongoing-phase-waits-as-well", test_an_ongoing_phase_waits_as_well);
  g_test_add_func ("/workload/a-gap-action-is-whole-blocks-by-its-own-date",
                   test_a_gap_action_is_whole_blocks_by_its_own_date);
  g_test_add_func ("/workload/a-gap-action-takes-its-hours-right-before-it-is-due",
                   test_a_gap_action_takes_its_hours_right_before_it_is_due);
  g_test_add_func ("/workload/gap-actions-make-room-for-one-another",
                   test_gap_actions_make_room_for_one_another);
  g_test_add_func ("/workload/a-gap-action-moves-no-date-that-was-set",
                   test_a_gap_action_moves_no_date_that_was_set);
  g_test_add_func ("/workload/a-schedule-goes-on-for-a-gap-action",
                   test_a_schedule_goes_on_for_a_gap_action);
  g_test_add_func ("/workload/a-gap-action-is-done-in-the-share-of-its-guide",
                   test_a_gap_action_is_done_in_the_share_of_its_guide);
  return g_test_run ();
}

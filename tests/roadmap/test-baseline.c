#include "core/roadmap/baseline.h"
#include "fixture.h"
#include "made-plan.h"

static WayRoadmap *
load (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  WayRoadmap *roadmap = way_roadmap_load (store, &error);

  g_assert_no_error (error);
  return roadmap;
}

static GPtrArray *
list (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *baselines = way_baseline_list (store, &error);

  g_assert_no_error (error);
  return baselines;
}

/* In the same step: one undo takes both. */
static void
test_the_first_plan_takes_one (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (GPtrArray) first = list (f->store);
  g_assert_cmpint (first->len, ==, 1);
  const WayBaseline *baseline = first->pdata[0];
  g_assert_cmpstr (baseline->name, ==, "Planned on 23 November 2026");
  g_assert_cmpint (baseline->taken_date, ==, way_date_from_ymd (2026, 11, 23));
  act (f->store, "Fewer hours", "UPDATE plan SET weekly_minutes = 240");
  g_autoptr (WayDraft) draft = way_draft_new (f->store, PLAN_NOW, &error);
  g_assert_true (way_draft_apply (draft, f->store, PLAN_NOW, &error));
  g_autoptr (GPtrArray) second = list (f->store);
  g_assert_cmpint (second->len, ==, 1);
  for (int i = 0; i < 3; i++)
    g_assert_true (way_store_undo (f->store, NULL, &error));
  g_autoptr (GPtrArray) undone = list (f->store);
  g_assert_cmpint (undone->len, ==, 0);
}

/* Fewer hours make the plan later: by as many days as the dates of then and now are apart. */
static void
test_then_and_now_are_told_apart (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayRoadmap) before = load (f->store);
  g_autoptr (GPtrArray) baselines = list (f->store);
  act (f->store, "Fewer hours", "UPDATE plan SET weekly_minutes = 240, guide_minutes = 360");
  g_autoptr (WayDraft) draft = way_draft_new (f->store, PLAN_NOW, &error);
  g_assert_true (way_draft_apply (draft, f->store, PLAN_NOW, &error));
  g_autoptr (WayRoadmap) after = load (f->store);
  g_assert_true (
      way_baseline_compare (f->store, ((WayBaseline *) baselines->pdata[0])->id, after, &error));
  for (guint i = 0; i < 4; i++)
    {
      const WayRoadmapPhase *then = before->phases->pdata[i], *now = after->phases->pdata[i];
      g_assert_cmpint (now->planned_start_date, ==, then->start_date);
      g_assert_cmpint (now->planned_early_finish_date, ==, then->early_finish_date);
      g_assert_cmpint (now->planned_late_finish_date, ==, then->late_finish_date);
    }
  const WayRoadmapPhase *depth = after->phases->pdata[2];
  int days = depth->late_finish_date - depth->planned_late_finish_date;
  g_autofree char *text = way_baseline_phase_text (after->baseline_date, depth);
  g_autofree char *expected =
      g_strdup_printf ("%d days later than planned on 23 November 2026", days);
  g_assert_cmpint (days, >, 10);
  g_assert_cmpstr (text, ==, expected);
  for (guint i = 0; i < after->points->len; i++)
    {
      const WayRoadmapPoint *point = after->points->pdata[i];
      g_assert_cmpint (point->planned_due_date != WAY_DATE_NONE, ==, !point->checklist);
    }
}

static void
test_one_is_taken_named_and_removed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  make_plan (f->store, "3-5");
  g_autofree char *before = dump (f->store);
  g_assert_true (
      way_baseline_take (f->store, " Before the holidays ", PLAN_START, PLAN_NOW, &id, &error));
  g_autoptr (GPtrArray) baselines = list (f->store);
  g_assert_cmpint (baselines->len, ==, 2);
  g_assert_cmpstr (((WayBaseline *) baselines->pdata[0])->name, ==, "Before the holidays");
  g_assert_cmpint (((WayBaseline *) baselines->pdata[0])->id, ==, id);
  g_assert_true (way_baseline_remove (f->store, id, PLAN_NOW, &error));
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (way_baseline_remove (f->store, id, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_without_a_plan_there_is_nothing_to_take (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (way_baseline_take (f->store, NULL, PLAN_START, PLAN_NOW, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/baseline/the-first-plan-takes-one", test_the_first_plan_takes_one);
  ADD ("/baseline/then-and-now-are-told-apart", test_then_and_now_are_told_apart);
  ADD ("/baseline/one-is-taken-named-and-removed", test_one_is_taken_named_and_removed);
  ADD ("/baseline/without-a-plan-there-is-nothing-to-take",
       test_without_a_plan_there_is_nothing_to_take);
#undef ADD
  return g_test_run ();
}

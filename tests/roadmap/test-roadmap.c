#include "core/roadmap/load.h"
#include "core/roadmap/roadmap.h"
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

static void
test_without_a_plan_it_is_empty (Fixture *f, gconstpointer data)
{
  g_autoptr (WayRoadmap) roadmap = load (f->store);

  g_assert_cmpint (roadmap->phases->len, ==, 0);
  g_assert_cmpint (roadmap->points->len, ==, 0);
}

static void
test_phases_follow_one_another (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autoptr (WayRoadmap) roadmap = load (f->store);

  g_assert_cmpint (roadmap->phases->len, ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      const WayRoadmapPhase *phase = roadmap->phases->pdata[i];
      g_assert_false (phase->ongoing);
      g_assert_cmpint (phase->start_date, <=, phase->early_finish_date);
      g_assert_cmpint (phase->early_finish_date, <=, phase->late_finish_date);
      if (i > 0)
        g_assert_cmpint (phase->start_date, >,
                         ((WayRoadmapPhase *) roadmap->phases->pdata[i - 1])->late_finish_date);
    }
}

static void
test_an_ongoing_phase_has_no_end (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autoptr (WayRoadmap) roadmap = load (f->store);
  const WayRoadmapPhase *signal = roadmap->phases->pdata[3];

  g_assert_true (signal->ongoing);
  g_assert_cmpint (signal->early_finish_date, ==, WAY_DATE_NONE);
  g_assert_cmpint (signal->late_finish_date, ==, WAY_DATE_NONE);
}

static void
test_due_dates_come_from_the_rule (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "");
  act (f->store, "Rules",
       "UPDATE checklist_item SET due_rule = CASE position % 3 WHEN 0 THEN 'P14D' "
       "WHEN 1 THEN 'P1M' ELSE 'P3M' END");
  g_autoptr (WayRoadmap) roadmap = load (f->store);
  WayDate month = way_date_from_ymd (2027, 2, 4), quarter = way_date_from_ymd (2027, 4, 4);
  int n[3] = { 0 };

  g_assert_cmpint (roadmap->points->len, ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      const WayRoadmapPoint *point = roadmap->points->pdata[i];
      g_assert_true (point->checklist);
      n[0] += point->due_date == PLAN_START + 14;
      n[1] += point->due_date == month;
      n[2] += point->due_date == quarter;
    }
  g_assert_cmpint (n[0], ==, 3);
  g_assert_cmpint (n[1], ==, 2);
  g_assert_cmpint (n[2], ==, 2);
}

static void
test_the_band_brings_milestones (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autoptr (WayRoadmap) roadmap = load (f->store);
  int n = 0;

  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = roadmap->points->pdata[i];
      n += !point->checklist;
      g_assert_cmpint (point->due_date, >=, PLAN_START);
      g_assert_true (*point->due_rule != '\0');
    }
  g_assert_cmpint (n, >, 0);
}

static void
test_a_mark_is_set_and_taken_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayRoadmap) before = load (f->store);
  const WayRoadmapPoint *point = before->points->pdata[0];
  g_assert_true (way_roadmap_set_done (f->store, point->checklist, point->id, PLAN_START + 3,
                                       PLAN_NOW, &error));
  g_autoptr (WayRoadmap) marked = load (f->store);
  g_assert_cmpint (((WayRoadmapPoint *) marked->points->pdata[0])->done_date, ==, PLAN_START + 3);
  g_assert_true (way_store_undo (f->store, NULL, &error));
  g_autoptr (WayRoadmap) undone = load (f->store);
  g_assert_cmpint (((WayRoadmapPoint *) undone->points->pdata[0])->done_date, ==, WAY_DATE_NONE);
  g_assert_false (way_roadmap_set_done (f->store, TRUE, 4711, 1, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

/* A milestone and a checklist item, each on a day of the person's, and back to the plan's own. */
static void
test_a_due_date_is_set_and_taken_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayRoadmap) before = load (f->store);
  g_autofree char *rows = dump (f->store);
  for (guint i = 0; i < before->points->len; i++)
    {
      const WayRoadmapPoint *point = before->points->pdata[i];
      g_assert_false (point->due_set);
      g_assert_true (way_roadmap_set_due (f->store, point->checklist, point->id, PLAN_START + 1,
                                          PLAN_NOW, &error));
    }
  g_autoptr (WayRoadmap) set = load (f->store);
  for (guint i = 0; i < set->points->len; i++)
    {
      const WayRoadmapPoint *point = set->points->pdata[i];
      g_assert_true (point->due_set);
      g_assert_cmpint (point->due_date, ==, PLAN_START + 1);
      g_assert_true (way_roadmap_set_due (f->store, point->checklist, point->id, WAY_DATE_NONE,
                                          PLAN_NOW, &error));
    }
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, rows);
  g_assert_false (way_roadmap_set_due (f->store, TRUE, 4711, 1, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

/* Each week of the plan, also one without a block; nothing is lost. */
static void
test_every_week_has_its_load (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 minutes = 0, done = 0;

  make_plan (f->store, "3-5");
  act (f->store, "Done", "UPDATE block SET state = 'done' WHERE id % 5 = 0");
  act (f->store, "Skip", "UPDATE block SET state = 'skipped' WHERE id % 7 = 0");
  act (f->store, "Gap", "DELETE FROM block WHERE start_utc BETWEEN 1801440000 AND 1802700000");
  g_autoptr (GArray) weeks = way_roadmap_load_weeks (f->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < weeks->len; i++)
    {
      const WayWeekLoad *week = &g_array_index (weeks, WayWeekLoad, i);
      g_assert_cmpint (week->monday, ==, way_date_week_start (PLAN_START) + 7 * (int) i);
      minutes += week->minutes;
      done += week->done;
    }
  g_autoptr (WayStatement) s = way_statement_new (
      f->store, "SELECT sum (end_utc - start_utc) / 60, sum ((state = 'done') * (end_utc - "
                "start_utc)) / 60 FROM block WHERE state <> 'skipped'");
  g_assert_true (way_statement_step (s));
  g_assert_cmpint (minutes, ==, way_statement_int (s, 0));
  g_assert_cmpint (done, ==, way_statement_int (s, 1));
  g_autoptr (GArray) reviews = way_roadmap_load_reviews (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reviews->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/roadmap/without-a-plan-it-is-empty", test_without_a_plan_it_is_empty);
  ADD ("/roadmap/phases-follow-one-another", test_phases_follow_one_another);
  ADD ("/roadmap/an-ongoing-phase-has-no-end", test_an_ongoing_phase_has_no_end);
  ADD ("/roadmap/due-dates-come-from-the-rule", test_due_dates_come_from_the_rule);
  ADD ("/roadmap/the-band-brings-milestones", test_the_band_brings_milestones);
  ADD ("/roadmap/every-week-has-its-load", test_every_week_has_its_load);
  ADD ("/roadmap/a-due-date-is-set-and-taken-back", test_a_due_date_is_set_and_taken_back);
  ADD ("/roadmap/a-mark-is-set-and-taken-back", test_a_mark_is_set_and_taken_back);
  return g_test_run ();
}

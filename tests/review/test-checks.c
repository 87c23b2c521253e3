#include "core/base/error.h"
#include "core/planner/schedule.h"
#include "core/review/checks.h"
#include "core/review/remedy.h"
#include "fixture.h"
#include "made-plan.h"

#define TODAY 20900

/* All is well. */
static WayCheckFacts
fine (void)
{
  return (WayCheckFacts) { .today = TODAY,
                           .start_date = TODAY - 100,
                           .n_checklist = 7,
                           .n_roles = 6,
                           .role_chosen = TRUE,
                           .n_bands = 5,
                           .band_chosen = TRUE,
                           .last_artifact_date = TODAY - 3,
                           .last_shipped_date = TODAY - 10,
                           .last_shipped = (char *) "Core",
                           .next_block_date = TODAY,
                           .mock_days = 14,
                           .last_mock_date = TODAY - 13,
                           .next_mock_date = WAY_DATE_NONE,
                           .review_months = 3,
                           .last_review_date = TODAY - 30,
                           .next_review_date = WAY_DATE_NONE };
}

/* @expected: %NULL for none */
static void
expect (WayCheck check, const WayCheckFacts *facts, const char *expected, WayRemedy expected_remedy)
{
  WayRemedy remedy = WAY_REMEDY_ROADMAP;
  g_autofree char *text = way_check_run (check, facts, &remedy);

  g_assert_cmpstr (text, ==, expected);
  if (expected != NULL)
    g_assert_cmpint (remedy, ==, expected_remedy);
}

static void
test_all_is_quiet_when_all_is_well (void)
{
  WayCheckFacts f = fine ();

  for (int check = 0; check < WAY_CHECK_N; check++)
    expect ((WayCheck) check, &f, NULL, 0);
}

static void
test_dates (void)
{
  WayCheckFacts f = fine ();

  f.n_late = 1;
  f.oldest_due_date = TODAY - 1;
  expect (WAY_CHECK_DATES, &f, "1 of 7 checklist items is late, the oldest by 1 day",
          WAY_REMEDY_ROADMAP);
  f.n_late = 3;
  f.oldest_due_date = TODAY - 12;
  expect (WAY_CHECK_DATES, &f, "3 of 7 checklist items are late, the oldest by 12 days",
          WAY_REMEDY_ROADMAP);
}

static void
test_role_and_band (void)
{
  WayCheckFacts f = fine ();

  f.role_chosen = f.band_chosen = FALSE;
  expect (WAY_CHECK_ROLE, &f, "No role is chosen: the guide adapts to 6", WAY_REMEDY_CHOOSE);
  expect (WAY_CHECK_BAND, &f, "No experience is chosen: the guide has 5 bands", WAY_REMEDY_CHOOSE);
  f.n_roles = f.n_bands = 0;
  expect (WAY_CHECK_ROLE, &f, NULL, 0);
  expect (WAY_CHECK_BAND, &f, NULL, 0);
}

static void
test_step (void)
{
  WayCheckFacts f = fine ();

  f.last_artifact_date = f.last_mock_date = WAY_DATE_NONE;
  f.start_date = TODAY - WAY_CHECK_STEP_DAYS + 1;
  expect (WAY_CHECK_STEP, &f, NULL, 0);
  f.start_date = TODAY - WAY_CHECK_STEP_DAYS;
  expect (WAY_CHECK_STEP, &f, "14 days in: no artifact and no mock interview yet",
          WAY_REMEDY_ROADMAP);
  f.last_mock_date = TODAY;
  expect (WAY_CHECK_STEP, &f, NULL, 0);
  f.last_mock_date = WAY_DATE_NONE;
  f.last_artifact_date = TODAY - 1;
  expect (WAY_CHECK_STEP, &f, NULL, 0);
}

static void
test_materials (void)
{
  WayCheckFacts f = fine ();

  f.last_shipped_date = TODAY - WAY_CHECK_MATERIALS_DAYS;
  f.last_artifact_date = f.last_shipped_date;
  expect (WAY_CHECK_MATERIALS, &f, NULL, 0);
  f.last_artifact_date--;
  expect (WAY_CHECK_MATERIALS, &f, "“Core” was reached 7 days ago, and nothing was made since",
          WAY_REMEDY_ROADMAP);
  f.last_artifact_date = WAY_DATE_NONE;
  expect (WAY_CHECK_MATERIALS, &f, "“Core” was reached 7 days ago, and nothing was made since",
          WAY_REMEDY_ROADMAP);
  f.last_shipped_date++;
  expect (WAY_CHECK_MATERIALS, &f, NULL, 0);
  f.last_shipped_date = WAY_DATE_NONE;
  expect (WAY_CHECK_MATERIALS, &f, NULL, 0);
}

static void
test_blocks (void)
{
  WayCheckFacts f = fine ();

  f.next_block_date = TODAY + WAY_CHECK_BLOCKS_DAYS - 1;
  expect (WAY_CHECK_BLOCKS, &f, NULL, 0);
  f.next_block_date++;
  expect (WAY_CHECK_BLOCKS, &f, "No block lies within 7 days", WAY_REMEDY_PLAN);
  f.next_block_date = WAY_DATE_NONE;
  expect (WAY_CHECK_BLOCKS, &f, "No block lies within 7 days", WAY_REMEDY_PLAN);
  f.days_off = WAY_CHECK_BLOCKS_DAYS - 1;
  expect (WAY_CHECK_BLOCKS, &f, "No block lies within 7 days", WAY_REMEDY_PLAN);
  f.days_off++;
  expect (WAY_CHECK_BLOCKS, &f, NULL, 0);
}

static void
test_artifacts (void)
{
  WayCheckFacts f = fine ();
  g_autoptr (GPtrArray) phases = g_ptr_array_new ();

  f.bare_phases = phases;
  expect (WAY_CHECK_ARTIFACTS, &f, NULL, 0);
  g_ptr_array_add (phases, (char *) "Map");
  expect (WAY_CHECK_ARTIFACTS, &f, "1 phase is behind you without an artifact: Map",
          WAY_REMEDY_ROADMAP);
  g_ptr_array_add (phases, (char *) "Core");
  expect (WAY_CHECK_ARTIFACTS, &f, "2 phases are behind you without an artifact: Map, Core",
          WAY_REMEDY_ROADMAP);
}

static void
test_mock (void)
{
  WayCheckFacts f = fine ();

  f.last_mock_date = TODAY - 14;
  expect (WAY_CHECK_MOCK, &f,
          "The last mock interview was 14 days ago, and none is planned within 14 days",
          WAY_REMEDY_MOCK);
  f.next_mock_date = TODAY + 15;
  expect (WAY_CHECK_MOCK, &f,
          "The last mock interview was 14 days ago, and none is planned within 14 days",
          WAY_REMEDY_MOCK);
  f.next_mock_date = TODAY + 14;
  expect (WAY_CHECK_MOCK, &f, NULL, 0);
  f.next_mock_date = f.last_mock_date = WAY_DATE_NONE;
  f.start_date = TODAY - 13;
  expect (WAY_CHECK_MOCK, &f, NULL, 0);
  f.start_date = TODAY - 20;
  expect (WAY_CHECK_MOCK, &f,
          "No mock interview in the 20 days since the start, and none within 14 days",
          WAY_REMEDY_MOCK);
  f.mock_days = 0;
  expect (WAY_CHECK_MOCK, &f, NULL, 0);
}

static void
test_review (void)
{
  WayCheckFacts f = fine ();

  f.today = way_date_from_ymd (2027, 4, 3);
  f.last_review_date = way_date_from_ymd (2027, 1, 4);
  expect (WAY_CHECK_REVIEW, &f, NULL, 0);
  f.today++;
  expect (WAY_CHECK_REVIEW, &f, "The last review was 90 days ago", WAY_REMEDY_REVIEW);
  f.next_review_date = f.today + WAY_CHECK_REVIEW_DAYS;
  expect (WAY_CHECK_REVIEW, &f, NULL, 0);
  f.next_review_date++;
  expect (WAY_CHECK_REVIEW, &f, "The last review was 90 days ago", WAY_REMEDY_REVIEW);
  f.last_review_date = WAY_DATE_NONE;
  f.start_date = way_date_from_ymd (2027, 1, 1);
  expect (WAY_CHECK_REVIEW, &f, "No review in the 93 days since the start", WAY_REMEDY_REVIEW);
  f.review_months = 0;
  expect (WAY_CHECK_REVIEW, &f, NULL, 0);
}

/* The guide's text, the built-in pack's, and what is about none of it. */
static void
test_words_lead_to_rules (void)
{
  static const struct
  {
    const char *text;
    WayCheck check;
  } cases[] = {
    { "Treating the guide as reading material without a dated action checklist", WAY_CHECK_DATES },
    { "Ignoring role-specific emphasis in the adaptation tables", WAY_CHECK_ROLE },
    { "Assuming one path fits startup and enterprise contexts equally", WAY_CHECK_BAND },
    { "Waiting for perfect clarity before taking a small public step", WAY_CHECK_STEP },
    { "Failing to update materials after major project or metric changes", WAY_CHECK_MATERIALS },
    { "Time-box learning and job search blocks on your calendar", WAY_CHECK_BLOCKS },
    { "Maintain a living doc of projects, metrics, and decisions", WAY_CHECK_MATERIALS },
    { "Pair every framework with one artifact: RFC, PR, postmortem, or demo", WAY_CHECK_ARTIFACTS },
    { "Mock practice", WAY_CHECK_MOCK },
    { "Quarterly review", WAY_CHECK_REVIEW },
    { "Rehearse stories aloud with a timer—not only silent reading", WAY_CHECK_NONE },
    { "Compare offers and roles with a written scorecard, not vibes alone", WAY_CHECK_NONE },
    { "Copying what does not match your scope", WAY_CHECK_NONE },
    { "", WAY_CHECK_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (way_check_for (cases[i].text), ==, cases[i].check);
}

static WayChecks *
load (WayStore *store, WayDate today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayZone) zone = way_zone_new ("Europe/Berlin", &error);
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, &error);
  g_assert_no_error (error);
  WayChecks *checks =
      way_checks_load (store, roadmap, zone, way_zone_to_utc (zone, today, 600), &error);

  g_assert_no_error (error);
  return checks;
}

/* The text of the finding of @check; %NULL without. */
static const char *
text_of (const WayChecks *checks, WayCheck check)
{
  for (guint i = 0; i < checks->findings->len; i++)
    {
      const WayFinding *finding = checks->findings->pdata[i];
      if (finding->check == check)
        return finding->text;
    }
  return NULL;
}

static void
test_a_new_plan_is_checked (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChecks) none = load (f->store, PLAN_START);
  g_assert_cmpint (none->findings->len, ==, 0);
  make_plan (f->store, "3-5");
  g_autoptr (WayChecks) checks = load (f->store, PLAN_START);

  /* Each of the built-in guide's mistakes has a rule; only the role was not chosen. */
  g_assert_cmpint (checks->unchecked->len, ==, 0);
  g_assert_cmpint (checks->findings->len, ==, 1);
  const WayFinding *finding = checks->findings->pdata[0];
  g_assert_cmpint (finding->check, ==, WAY_CHECK_ROLE);
  g_assert_cmpstr (finding->source, ==, "Passing over what your role should emphasise");
  g_assert_cmpstr (finding->guide_slug, ==, "learning-distributed-systems");
}

static void
test_a_mistake_without_a_rule_is_not_fine (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  act (f->store, "Edit",
       "UPDATE guide_item SET title = 'Working at night' WHERE kind = 'mistake' AND position = "
       "(SELECT min (position) FROM guide_item WHERE kind = 'mistake')");
  g_autoptr (WayChecks) checks = load (f->store, PLAN_START);

  g_assert_cmpint (checks->unchecked->len, ==, 1);
  g_assert_cmpstr (checks->unchecked->pdata[0], ==, "Working at night");
}

static void
test_facts_come_from_the_data (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autoptr (WayChecks) before = load (f->store, PLAN_START + 20);

  g_assert_nonnull (text_of (before, WAY_CHECK_DATES));
  g_assert_nonnull (text_of (before, WAY_CHECK_STEP));
  g_assert_nonnull (text_of (before, WAY_CHECK_MOCK));
  g_assert_cmpstr (text_of (before, WAY_CHECK_ARTIFACTS), ==,
                   "1 phase is behind you without an artifact: Map");
  g_assert_null (text_of (before, WAY_CHECK_MATERIALS));
  act (f->store, "Work", "UPDATE checklist_item SET done_date = 20830");
  act (f->store, "Work", "UPDATE milestone SET done_date = 20830");
  act (f->store, "Work",
       "INSERT INTO artifact (guide_id, phase_id, kind, title, made_date, created_utc) "
       "SELECT guide_id, id, 'rfc', 'Notes', 20829, 0 FROM phase WHERE title = 'Map'");
  g_autoptr (WayChecks) after = load (f->store, PLAN_START + 20);
  g_assert_null (text_of (after, WAY_CHECK_DATES));
  g_assert_null (text_of (after, WAY_CHECK_STEP));
  g_assert_null (text_of (after, WAY_CHECK_ARTIFACTS));
  g_assert_nonnull (text_of (after, WAY_CHECK_MATERIALS));
  act (f->store, "Write", "UPDATE artifact SET made_date = 20830");
  g_autoptr (WayChecks) written = load (f->store, PLAN_START + 20);
  g_assert_null (text_of (written, WAY_CHECK_MATERIALS));
}

static void
test_days_off_are_no_mistake (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  act (f->store, "Skip", "UPDATE block SET state = 'skipped'");
  g_autoptr (WayChecks) skipped = load (f->store, PLAN_START);
  g_assert_nonnull (text_of (skipped, WAY_CHECK_BLOCKS));
  act (f->store, "Leave", "INSERT INTO day_off (from_date, to_date) VALUES (20822, 20828)");
  g_autoptr (WayChecks) away = load (f->store, PLAN_START);
  g_assert_null (text_of (away, WAY_CHECK_BLOCKS));
  /* Nor are the days before the plan begins. */
  g_autoptr (WayChecks) early = load (f->store, PLAN_START - 7);
  g_assert_null (text_of (early, WAY_CHECK_BLOCKS));
}

static void
test_a_mock_interview_is_planned (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayZone) zone = way_zone_new ("Europe/Berlin", &error);
  gint64 id = 0, now_utc = way_zone_to_utc (zone, PLAN_START + 20, 600);

  make_plan (f->store, "3-5");
  g_assert_true (way_remedy_plan_block (f->store, 1, WAY_BLOCK_MOCK, now_utc, &id, &error));
  g_assert_no_error (error);
  g_autoptr (WayBlock) mock = way_schedule_load_one (f->store, id, &error);
  g_assert_cmpint (mock->kind, ==, WAY_BLOCK_MOCK);
  g_assert_true (mock->pinned);
  g_assert_cmpint (mock->start_utc, >=, now_utc);
  g_assert_cmpint (mock->start_utc, <, now_utc + 14 * 86400);
  g_autoptr (GPtrArray) near =
      way_schedule_load (f->store, mock->start_utc - 600, mock->end_utc + 600, &error);
  g_assert_cmpint (near->len, ==, 1);
  g_autoptr (WayChecks) checks = load (f->store, PLAN_START + 20);
  g_assert_null (text_of (checks, WAY_CHECK_MOCK));
  g_autofree char *undone = NULL;
  way_store_undo (f->store, &undone, &error);
  g_assert_cmpstr (undone, ==, "Plan Mock Interview");
  g_assert_no_error (error);
}

static void
test_no_free_hour_is_said (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  act (f->store, "Leave", "INSERT INTO day_off (from_date, to_date) VALUES (20000, 22000)");
  g_assert_false (way_remedy_plan_block (f->store, 1, WAY_BLOCK_REVIEW, PLAN_NOW, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NO_ROOM);
  g_clear_error (&error);
  g_assert_false (way_remedy_plan_block (f->store, 99, WAY_BLOCK_REVIEW, PLAN_NOW, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/all-is-quiet-when-all-is-well", test_all_is_quiet_when_all_is_well);
  g_test_add_func ("/checks/dates", test_dates);
  g_test_add_func ("/checks/role-and-band", test_role_and_band);
  g_test_add_func ("/checks/step", test_step);
  g_test_add_func ("/checks/materials", test_materials);
  g_test_add_func ("/checks/blocks", test_blocks);
  g_test_add_func ("/checks/artifacts", test_artifacts);
  g_test_add_func ("/checks/mock", test_mock);
  g_test_add_func ("/checks/review", test_review);
  g_test_add_func ("/checks/words-lead-to-rules", test_words_lead_to_rules);
  ADD ("/checks/a-new-plan-is-checked", test_a_new_plan_is_checked);
  ADD ("/checks/a-mistake-without-a-rule-is-not-fine", test_a_mistake_without_a_rule_is_not_fine);
  ADD ("/checks/facts-come-from-the-data", test_facts_come_from_the_data);
  ADD ("/checks/days-off-are-no-mistake", test_days_off_are_no_mistake);
  ADD ("/checks/a-mock-interview-is-planned", test_a_mock_interview_is_planned);
  ADD ("/checks/no-free-hour-is-said", test_no_free_hour_is_said);
  return g_test_run ();
}

#include "core/planner/block-change.h"
#include "core/planner/reason.h"
#include "fixture.h"
#include "made-plan.h"

static GPtrArray *
blocks_of (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks = way_schedule_load (store, G_MININT64 / 2, G_MAXINT64 / 2, &error);

  g_assert_no_error (error);
  return blocks;
}

static WayDraft *
draft_of (WayStore *store, gint64 now_utc)
{
  g_autoptr (GError) error = NULL;
  WayDraft *draft = way_draft_new (store, now_utc, &error);

  g_assert_no_error (error);
  return draft;
}

static void
test_without_a_plan_it_says_what_to_do (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_draft_new (f->store, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_planning_again_changes_nothing (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autoptr (WayDraft) draft = draft_of (f->store, PLAN_NOW);

  g_assert_cmpint (draft->changes->len, ==, 0);
  g_assert_cmpint (draft->unchanged, >, 50);
}

static void
test_a_plan_is_one_action (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *name = NULL;
  g_assert_true (way_store_undo (f->store, &name, &error));
  g_autoptr (GPtrArray) blocks = blocks_of (f->store);
  g_assert_cmpint (blocks->len, ==, 0);
}

static int
count_milestones (WayStore *store, const char *like)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT count (*) FROM milestone WHERE key LIKE ?1");

  way_statement_bind (s, "s", like);
  g_assert_true (way_statement_step (s));
  return (int) way_statement_int (s, 0);
}

/* Hours, the milestones of another band and shares together, in one step back and forth. */
static void
test_changing_a_plan_is_one_action (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  g_autoptr (GPtrArray) guides = way_plan_followed_guides (f->store, &error);
  g_assert_cmpint (guides->len, ==, 1);
  WayFollowedGuide *guide = g_ptr_array_index (guides, 0);
  g_assert_cmpstr (guide->title, ==, "Learning Distributed Systems");
  g_assert_cmpint (guide->share, ==, 100);
  g_autofree char *before = dump (f->store);
  g_assert_true (way_plan_change (f->store, settings, guides, PLAN_NOW, &error));
  g_autoptr (WayAction) nothing = way_store_peek_undo (f->store);
  g_assert_cmpstr (nothing->name, ==, "Plan"); /* what does not differ is no action */
  g_free (settings->band);
  settings->band = g_strdup ("5-8");
  settings->weekly_minutes = 480;
  guide->share = 40;
  g_assert_true (way_plan_change (f->store, settings, guides, PLAN_NOW, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_milestones (f->store, "3-5/%"), ==, 0);
  g_assert_cmpint (count_milestones (f->store, "5-8/%"), ==, 3);
  g_assert_true (way_store_undo (f->store, NULL, &error));
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_change_that_is_refused_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  g_autoptr (GPtrArray) guides = way_plan_followed_guides (f->store, &error);
  g_autofree char *before = dump (f->store);
  settings->weekly_minutes = 480;
  ((WayFollowedGuide *) g_ptr_array_index (guides, 0))->share = 0;
  g_assert_false (way_plan_change (f->store, settings, guides, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

/* Whatever changes around them, pinned, started, done and past blocks stay at their times. */
static void
test_what_is_fixed_never_moves (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  act (f->store, "Fix",
       "UPDATE block SET pinned = id % 4 = 0, state = CASE id % 4 WHEN 1 THEN 'done' "
       "WHEN 2 THEN 'started' ELSE 'planned' END WHERE id % 3 = 0");
  g_autoptr (WayStatement) times =
      way_statement_new (f->store, "SELECT group_concat (id || ':' || start_utc || ':' || end_utc) "
                                   "FROM (SELECT * FROM block WHERE pinned OR state <> 'planned' "
                                   "OR start_utc < ?1 ORDER BY id)");
  gint64 now = PLAN_NOW + 60 * 86400;
  way_statement_bind (times, "i", now);
  g_assert_true (way_statement_step (times));
  g_autofree char *before = g_strdup (way_statement_text (times, 0));
  g_assert_cmpint (strlen (before), >, 500);
  /* Another week, and half the hours: everything else has to move. */
  act (f->store, "Less time", "UPDATE availability SET from_minute = 420, to_minute = 540; ");
  act (f->store, "Fewer hours", "UPDATE plan SET weekly_minutes = 180");
  g_autoptr (WayDraft) draft = draft_of (f->store, now);
  g_assert_cmpint (draft->changes->len, >, 10);
  g_autoptr (GError) error = NULL;
  way_draft_apply (draft, f->store, now, &error);
  g_assert_no_error (error);
  way_statement_bind (times, "i", now);
  g_assert_true (way_statement_step (times));
  g_assert_cmpstr (way_statement_text (times, 0), ==, before);
}

static void
test_the_work_of_a_missed_block_is_planned_again (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (GPtrArray) blocks = blocks_of (f->store);
  const WayBlock *first = NULL;
  for (guint i = 0; first == NULL; i++)
    if (((WayBlock *) blocks->pdata[i])->kind == WAY_BLOCK_STUDY)
      first = blocks->pdata[i];
  way_block_set_state (f->store, first->id, "missed", first->end_utc, &error);
  g_assert_no_error (error);
  g_autoptr (WayDraft) draft = draft_of (f->store, first->end_utc);
  g_assert_cmpint (draft->added, ==, 1);
}

static void
test_every_block_says_why_it_is_there (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "");
  g_autoptr (GPtrArray) blocks = blocks_of (f->store);

  for (guint i = 0; i < blocks->len; i++)
    {
      const WayBlock *block = blocks->pdata[i];
      g_autofree char *why = way_reason_to_text (block->reason);
      g_assert_cmpint (strlen (why), >, 20);
    }
}

static WayPlanWish
wish_for (WayStore *store, const char *title, WayDate release, WayDate due)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT id FROM phase WHERE title = ?1");

  way_statement_bind (s, "s", title);
  g_assert_true (way_statement_step (s));
  return (WayPlanWish) { way_statement_int (s, 0), release, due };
}

static WayDraft *
draft_for (WayStore *store, const WayPlanWish *wish)
{
  g_autoptr (GError) error = NULL;
  WayDraft *draft = way_draft_new_for (store, wish, PLAN_NOW, &error);

  g_assert_no_error (error);
  return draft;
}

/* The day of the first block of a phase; @last: of the last one. */
static WayDate
block_day (WayStore *store, gint64 phase_id, gboolean last)
{
  g_autoptr (WayZone) zone = way_zone_new ("Europe/Berlin", NULL);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT min (start_utc), max (start_utc) FROM block WHERE phase_id = ?1 AND "
             "kind = 'study'");

  way_statement_bind (s, "i", phase_id);
  g_assert_true (way_statement_step (s));
  return way_zone_to_local (zone, way_statement_int (s, last ? 1 : 0), NULL);
}

/* Trying changes nothing; accepting stores the wish with what comes of it, in one step back and forth. */
static void
test_a_wish_is_tried_and_stored_with_its_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *before = dump (f->store);
  WayPlanWish wish = wish_for (f->store, "Core", PLAN_START + 30, WAY_DATE_NONE);
  WayPlanWish depth = wish_for (f->store, "Depth", WAY_DATE_NONE, WAY_DATE_NONE);
  g_autoptr (WayDraft) draft = draft_for (f->store, &wish);
  g_autofree char *tried = dump (f->store);
  g_assert_cmpstr (tried, ==, before);
  g_assert_cmpstr (draft->wish->title, ==, "Core");
  g_assert_cmpint (draft->wish->before.first, ==, block_day (f->store, wish.phase_id, FALSE));
  g_assert_cmpint (draft->wish->after.first, >=, PLAN_START + 30);
  g_assert_true (way_draft_apply (draft, f->store, PLAN_NOW, &error));
  g_assert_no_error (error);
  g_assert_cmpint (block_day (f->store, wish.phase_id, FALSE), ==, draft->wish->after.first);
  g_assert_cmpint (block_day (f->store, wish.phase_id, TRUE), ==, draft->wish->after.last);
  g_assert_cmpint (block_day (f->store, depth.phase_id, FALSE), >=, draft->wish->after.last);
  g_autoptr (WayDraft) again = draft_of (f->store, PLAN_NOW);
  g_assert_cmpint (again->changes->len + again->late->len, ==, 0);
  g_autofree char *name = NULL;
  g_assert_true (way_store_undo (f->store, &name, &error));
  g_assert_cmpstr (name, ==, "Move Phase");
  g_autofree char *undone = dump (f->store);
  g_assert_cmpstr (undone, ==, before);
}

/* A phase is late against the day that was set, and against nothing else. */
static void
test_lateness_counts_from_the_day_that_was_set (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  WayPlanWish wish = wish_for (f->store, "Core", WAY_DATE_NONE, PLAN_START + 20);
  g_autoptr (WayDraft) draft = draft_for (f->store, &wish);

  g_assert_cmpint (draft->late->len, >, 0);
  const WayLate *late = g_ptr_array_index (draft->late, 0);
  g_assert_cmpstr (late->title, ==, "Core");
  g_assert_cmpint (late->due_date, ==, PLAN_START + 20);
  g_assert_cmpint (late->finish_date, ==, draft->wish->after.last);
}

static void
test_a_wish_that_cannot_be_changes_nothing (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autofree char *before = dump (f->store);
  const struct
  {
    WayPlanWish wish;
    int code;
  } cases[] = {
    { wish_for (f->store, "Core", PLAN_START + 30, PLAN_START + 29), WAY_ERROR_INVALID },
    { wish_for (f->store, "Core", WAY_DATE_NONE, 200000), WAY_ERROR_INVALID },
    { wish_for (f->store, "Signal", PLAN_START, PLAN_START + 29), WAY_ERROR_INVALID },
    { { 4711, PLAN_START, WAY_DATE_NONE }, WAY_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) tried = NULL;
      g_autoptr (GError) stored = NULL;
      g_assert_null (way_draft_new_for (f->store, &cases[i].wish, PLAN_NOW, &tried));
      g_assert_error (tried, WAY_ERROR, cases[i].code);
      g_assert_false (way_plan_wish_store (&cases[i].wish, f->store, PLAN_NOW, &stored));
      g_assert_error (stored, WAY_ERROR, cases[i].code);
    }
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/draft/without-a-plan-it-says-what-to-do", test_without_a_plan_it_says_what_to_do);
  ADD ("/draft/planning-again-changes-nothing", test_planning_again_changes_nothing);
  ADD ("/draft/a-plan-is-one-action", test_a_plan_is_one_action);
  ADD ("/draft/changing-a-plan-is-one-action", test_changing_a_plan_is_one_action);
  ADD ("/draft/a-change-that-is-refused-changes-nothing",
       test_a_change_that_is_refused_changes_nothing);
  ADD ("/draft/what-is-fixed-never-moves", test_what_is_fixed_never_moves);
  ADD ("/draft/the-work-of-a-missed-block-is-planned-again",
       test_the_work_of_a_missed_block_is_planned_again);
  ADD ("/draft/every-block-says-why-it-is-there", test_every_block_says_why_it_is_there);
  ADD ("/draft/a-wish-is-tried-and-stored-with-its-draft",
       test_a_wish_is_tried_and_stored_with_its_draft);
  ADD ("/draft/lateness-counts-from-the-day-that-was-set",
       test_lateness_counts_from_the_day_that_was_set);
  ADD ("/draft/a-wish-that-cannot-be-changes-nothing", test_a_wish_that_cannot_be_changes_nothing);
  return g_test_run ();
}

/* Gap actions as work of the plan. */
#include "core/planner/gap-work.h"

#include "core/planner/block-change.h"
#include "core/planner/draft-choice.h"
#include "core/planner/reason.h"
#include "core/planner/variant.h"
#include "core/roadmap/roadmap.h"
#include "fixture.h"
#include "made-plan.h"

#define DUE  (PLAN_START + 30)
#define NAME "Caching: Two design documents"

static gint64
own_skill (WayStore *store, const char *title, const char *gap_action)
{
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO skill (key, position, kind, title, gap_action) "
                       "VALUES ('%s', 0, 'own', '%s', '%s')",
                       title, title, gap_action);
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT id FROM skill WHERE title = ?1");

  act (store, "Add Skill", sql);
  way_statement_bind (s, "s", title);
  g_assert_true (way_statement_step (s));
  return way_statement_int (s, 0);
}

static gint64
add_work (WayStore *store, gint64 skill, const char *title, int minutes, WayDate due)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  way_gap_work_add (store, skill, title, minutes, due, PLAN_NOW, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/* A plan and four hours for an action. */
static gint64
plan_with_work (WayStore *store)
{
  make_plan (store, "3-5");
  return add_work (store, own_skill (store, "Caching", "Two design documents"), "", 240, DUE);
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
replan (WayStore *store, gint64 now_utc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDraft) draft = draft_of (store, now_utc);

  way_draft_apply (draft, store, now_utc, &error);
  g_assert_no_error (error);
}

static GPtrArray *
blocks_of (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks = way_schedule_load (store, G_MININT64 / 2, G_MAXINT64 / 2, &error);

  g_assert_no_error (error);
  return blocks;
}

/* The blocks of @work alone. */
static GPtrArray *
blocks_of_work (WayStore *store, gint64 work)
{
  GPtrArray *blocks = blocks_of (store);

  for (guint i = blocks->len; i-- > 0;)
    if (((WayBlock *) g_ptr_array_index (blocks, i))->gap_work_id != work)
      g_ptr_array_remove_index (blocks, i);
  return blocks;
}

static WayGapWork *
load (WayStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  WayGapWork *work = way_gap_work_load (store, id, &error);

  g_assert_no_error (error);
  return work;
}

static void
assert_refused (WayStore *store, gint64 skill, int minutes, WayDate due, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (store);

  g_assert_false (way_gap_work_add (store, skill, "", minutes, due, PLAN_NOW, NULL, &error));
  g_assert_error (error, WAY_ERROR, code);
  g_autofree char *after = dump (store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_without_a_plan_it_says_what_to_do (Fixture *f, gconstpointer data)
{
  gint64 skill = own_skill (f->store, "Caching", "");

  assert_refused (f->store, skill, 60, DUE, WAY_ERROR_NOT_FOUND);
}

static void
test_what_cannot_be_is_refused (Fixture *f, gconstpointer data)
{
  WayDate today = PLAN_NOW / 86400;

  make_plan (f->store, "");
  gint64 skill = own_skill (f->store, "Caching", "");
  assert_refused (f->store, skill, WAY_LEAST_GAP_MINUTES - 1, DUE, WAY_ERROR_INVALID);
  assert_refused (f->store, skill, WAY_MOST_GAP_MINUTES + 1, DUE, WAY_ERROR_INVALID);
  assert_refused (f->store, skill, 60, today - 1, WAY_ERROR_INVALID);
  assert_refused (f->store, skill, 60, WAY_DATE_NONE, WAY_ERROR_INVALID);
  assert_refused (f->store, skill + 1000, 60, DUE, WAY_ERROR_NOT_FOUND);
  add_work (f->store, skill, "", WAY_LEAST_GAP_MINUTES, today);
  add_work (f->store, skill, "", WAY_MOST_GAP_MINUTES, today);
}

static void
test_a_title_that_is_not_given_is_the_gap_action (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "");
  gint64 skill = own_skill (f->store, "Caching", "Two design documents");
  gint64 bare = own_skill (f->store, "Queues", "");
  g_autoptr (WayGapWork) usual = load (f->store, add_work (f->store, skill, " ", 60, DUE));
  g_autoptr (WayGapWork) typed = load (f->store, add_work (f->store, skill, "A talk", 60, DUE));
  g_autoptr (WayGapWork) none = load (f->store, add_work (f->store, bare, "", 60, DUE));
  g_autofree char *name = way_gap_work_name (none->skill_title, none->title);

  g_assert_cmpstr (usual->title, ==, "Two design documents");
  g_assert_cmpstr (typed->title, ==, "A talk");
  g_assert_cmpstr (none->title, ==, "Queues");
  g_assert_cmpstr (name, ==, "Queues");
}

static void
test_it_is_placed_in_whole_blocks_before_it_is_due (Fixture *f, gconstpointer data)
{
  g_autoptr (WayZone) zone = way_zone_new ("Europe/Berlin", NULL);
  gint64 id = plan_with_work (f->store);

  replan (f->store, PLAN_NOW);
  g_autoptr (GPtrArray) blocks = blocks_of_work (f->store, id);
  g_assert_cmpint (blocks->len, ==, 4);
  for (guint i = 0; i < blocks->len; i++)
    {
      const WayBlock *it = g_ptr_array_index (blocks, i);
      WayDate date = way_zone_to_local (zone, it->start_utc, NULL);
      g_assert_cmpstr (it->title, ==, NAME);
      g_assert_cmpint (it->kind, ==, WAY_BLOCK_STUDY);
      g_assert_cmpint (it->phase_id, ==, 0);
      g_assert_cmpint (date, >=, PLAN_START);
      g_assert_cmpint (date, <=, DUE);
      g_autofree char *why = way_reason_to_text (it->reason);
      g_assert_true (g_str_has_prefix (why, "Serves “Two design documents”, the gap action of "
                                            "“Caching”, due by 3 February 2027. "));
    }
  g_autoptr (WayGapWork) work = load (f->store, id);
  g_assert_cmpint (work->planned_minutes, ==, 240);
  g_assert_cmpint (work->done_minutes, ==, 0);
  g_autoptr (WayDraft) again = draft_of (f->store, PLAN_NOW);
  g_assert_cmpint (again->changes->len + again->late->len + again->unplaced->len, ==, 0);
}

/* The phases keep all of their blocks, and nobody is late for it. */
static void
test_the_roadmap_has_no_other_phases_for_it (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayRoadmap) before = way_roadmap_load (f->store, &error);
  add_work (f->store, own_skill (f->store, "Caching", ""), "", 480, PLAN_START + 60);
  g_autoptr (WayDraft) draft = draft_of (f->store, PLAN_NOW);
  g_assert_cmpint (draft->late->len + draft->unplaced->len, ==, 0);
  replan (f->store, PLAN_NOW);
  g_autoptr (WayRoadmap) after = way_roadmap_load (f->store, &error);
  g_assert_cmpint (after->phases->len, ==, before->phases->len);
  for (guint i = 0; i < after->phases->len; i++)
    {
      const WayRoadmapPhase *x = before->phases->pdata[i], *y = after->phases->pdata[i];
      if (x->ongoing) /* it goes on as long as the others need */
        continue;
      g_assert_cmpint (x->blocks, ==, y->blocks);
      g_assert_cmpint (x->planned_minutes, ==, y->planned_minutes);
    }
}

/* What is done counts; the rest of the work is planned on. */
static void
test_work_that_is_done_is_not_planned_again (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plan_with_work (f->store);

  replan (f->store, PLAN_NOW);
  g_autoptr (GPtrArray) blocks = blocks_of_work (f->store, id);
  const WayBlock *first = blocks->pdata[0], *second = blocks->pdata[1];
  way_block_set_state (f->store, first->id, "done", first->end_utc, &error);
  g_assert_no_error (error);
  way_block_set_state (f->store, second->id, "missed", second->end_utc, &error);
  g_assert_no_error (error);
  replan (f->store, second->end_utc);
  g_autoptr (WayGapWork) work = load (f->store, id);
  g_assert_cmpint (work->done_minutes, ==, 60);
  g_assert_cmpint (work->planned_minutes, ==, 240);
}

/* Two actions of one skill do not mix up their blocks, and a phase's blocks are none of theirs. */
static void
test_blocks_keep_their_action (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  gint64 skill = own_skill (f->store, "Caching", "Two design documents");
  gint64 first = add_work (f->store, skill, "", 120, DUE);
  gint64 second = add_work (f->store, skill, "", 180, DUE);
  replan (f->store, PLAN_NOW);
  g_autofree char *planned = dump_tables (f->store, "name = 'block'");
  replan (f->store, PLAN_NOW);
  g_autofree char *again = dump_tables (f->store, "name = 'block'");
  g_assert_cmpstr (again, ==, planned);
  g_autoptr (GPtrArray) blocks = blocks_of_work (f->store, first);
  const WayBlock *moved = blocks->pdata[0];
  way_block_move (f->store, moved->id, moved->start_utc + 600, moved->end_utc + 600, PLAN_NOW,
                  &error);
  g_assert_no_error (error);
  g_autoptr (WayBlock) pinned = way_schedule_load_one (f->store, moved->id, &error);
  g_assert_cmpint (pinned->gap_work_id, ==, first);
  g_autofree char *why = way_reason_to_text (pinned->reason);
  g_assert_nonnull (strstr (why, NAME));
  replan (f->store, PLAN_NOW);
  g_autoptr (WayGapWork) x = load (f->store, first);
  g_autoptr (WayGapWork) y = load (f->store, second);
  g_assert_cmpint (x->planned_minutes, ==, 120);
  g_assert_cmpint (y->planned_minutes, ==, 180);
  g_autoptr (WayBlock) kept = way_schedule_load_one (f->store, moved->id, &error);
  g_assert_cmpint (kept->start_utc, ==, pinned->start_utc);
}

static void
test_a_block_can_be_for_it_by_hand (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plan_with_work (f->store), block_id = 0;
  gint64 start = (gint64) (PLAN_START + 5) * 86400 + 10 * 3600;
  g_autoptr (GPtrArray) purposes = way_block_purposes (f->store, &error);
  const WayBlockPurpose *guide = purposes->pdata[0], *gap = purposes->pdata[purposes->len - 1];

  g_assert_true (way_block_purpose_is_guide (guide));
  g_assert_false (way_block_purpose_is_guide (gap));
  g_assert_cmpint (gap->gap_work_id, ==, id);
  g_assert_cmpstr (gap->title, ==, NAME);
  way_block_add (f->store, WAY_BLOCK_STUDY, gap, "", start, start + 7200, PLAN_NOW, &block_id,
                 &error);
  g_assert_no_error (error);
  g_autoptr (WayBlock) block = way_schedule_load_one (f->store, block_id, &error);
  g_assert_true (way_block_is_for (block, gap));
  g_assert_false (way_block_is_for (block, guide));
  replan (f->store, PLAN_NOW);
  g_autoptr (WayGapWork) work = load (f->store, id);
  g_assert_cmpint (work->planned_minutes, ==, 240); /* the two hours by hand are of the four */
  way_block_change (f->store, block_id, WAY_BLOCK_STUDY, guide, "", start, start + 7200, PLAN_NOW,
                    &error);
  g_assert_no_error (error);
  g_autoptr (WayBlock) changed = way_schedule_load_one (f->store, block_id, &error);
  g_assert_cmpint (changed->gap_work_id, ==, 0);
}

static void
test_removing_it_takes_what_is_open_and_ahead (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plan_with_work (f->store);

  replan (f->store, PLAN_NOW);
  g_autoptr (GPtrArray) blocks = blocks_of_work (f->store, id);
  const WayBlock *done = blocks->pdata[0], *past = blocks->pdata[1];
  way_block_set_state (f->store, done->id, "done", PLAN_NOW, &error);
  g_assert_no_error (error);
  g_autofree char *before = dump (f->store);
  way_gap_work_remove (f->store, id, past->start_utc + 60, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) left = blocks_of (f->store);
  guint n = 0;
  for (guint i = 0; i < left->len; i++)
    {
      const WayBlock *it = left->pdata[i];
      n += g_str_equal (it->title, NAME);
      g_assert_cmpint (it->gap_work_id, ==, 0);
    }
  g_assert_cmpint (n, ==, 2);
  g_autofree char *name = NULL;
  g_assert_true (way_store_undo (f->store, &name, &error));
  g_assert_cmpstr (name, ==, "Remove Gap Action");
  g_autofree char *undone = dump (f->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (way_gap_work_remove (f->store, id + 1000, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_changing_it_is_one_action (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plan_with_work (f->store);

  replan (f->store, PLAN_NOW);
  g_autofree char *before = dump (f->store);
  way_gap_work_change (f->store, id, "A talk", 120, DUE + 7, PLAN_NOW, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) blocks = blocks_of_work (f->store, id);
  g_assert_cmpstr (((WayBlock *) blocks->pdata[0])->title, ==, "Caching: A talk");
  g_autoptr (WayDraft) draft = draft_of (f->store, PLAN_NOW);
  g_assert_cmpint (draft->removed, ==, 2);
  g_assert_true (way_store_undo (f->store, NULL, &error));
  g_autofree char *undone = dump (f->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (
      way_gap_work_change (f->store, id, "", 120, PLAN_NOW / 86400 - 1, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
}

/* Nothing of a draft is carried out for an action that is gone since. */
static void
test_a_draft_of_an_action_that_is_gone_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plan_with_work (f->store);
  g_autoptr (WayDraft) draft = draft_of (f->store, PLAN_NOW);

  way_gap_work_remove (f->store, id, PLAN_NOW, &error);
  g_assert_no_error (error);
  g_autofree char *before = dump (f->store);
  g_assert_false (way_draft_apply (draft, f->store, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_it_is_a_group_of_the_draft (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "caching: TWO design documents", NULL };
  g_autoptr (GError) error = NULL;
  gint64 id = plan_with_work (f->store);
  g_autoptr (WayDraft) draft = draft_of (f->store, PLAN_NOW);
  g_autoptr (GPtrArray) groups = way_draft_groups_new (draft);
  g_autoptr (GPtrArray) blocks = blocks_of (f->store);

  g_assert_true (way_draft_groups_choose (groups, names, &error));
  g_assert_cmpint (way_draft_groups_count (groups), ==, 4);
  way_draft_groups_complete (draft, groups, blocks);
  g_assert_true (way_draft_apply_groups (draft, groups, f->store, PLAN_NOW, &error));
  g_autoptr (WayGapWork) work = load (f->store, id);
  g_assert_cmpint (work->planned_minutes, ==, 240);
}

/* Left lying, it is late by its own date, and no reason for the phases to be as late. */
static void
test_an_overdue_action_is_late_alone (Fixture *f, gconstpointer data)
{
  gint64 now = PLAN_NOW + G_GINT64_CONSTANT (90) * 86400;
  WayDate today = now / 86400;

  make_plan (f->store, "3-5");
  act (f->store, "Done", "UPDATE block SET state = 'done' WHERE start_utc < 1803196800");
  g_autoptr (WayDraft) before = draft_of (f->store, now);
  g_assert_cmpint (before->late->len, ==, 0);
  add_work (f->store, own_skill (f->store, "Caching", ""), "", 60, PLAN_NOW / 86400);
  g_autoptr (WayDraft) draft = draft_of (f->store, now);
  gboolean found = FALSE;
  for (guint i = 0; i < draft->late->len; i++)
    {
      const WayLate *it = draft->late->pdata[i];
      if (!g_str_equal (it->title, "Caching"))
        {
          g_assert_cmpint (it->finish_date - it->due_date, <=, 7);
          continue;
        }
      found = TRUE;
      g_assert_cmpint (it->due_date, ==, PLAN_NOW / 86400);
      g_assert_cmpint (it->finish_date, >=, today);
      g_assert_cmpint (it->finish_date, <=, today + 7);
    }
  g_assert_true (found);
}

/* The last day of the blocks of @work. */
static WayDate
finish_of (WayStore *store, gint64 work)
{
  g_autoptr (WayZone) zone = way_zone_new ("Europe/Berlin", NULL);
  g_autoptr (GPtrArray) blocks = blocks_of_work (store, work);
  const WayBlock *last = blocks->pdata[blocks->len - 1];

  return way_zone_to_local (zone, last->start_utc, NULL);
}

/* Phases that have to be late are no reason for it to be late as well, and are no later for it than they must. */
static void
test_it_is_in_time_where_phases_cannot_be (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  settings->target_date = PLAN_START + 60;
  way_plan_settings_save (f->store, settings, PLAN_NOW, &error);
  g_assert_no_error (error);
  gint64 skill = own_skill (f->store, "Caching", "");
  gint64 soon = add_work (f->store, skill, "Soon", 180, PLAN_START + 13);
  gint64 later = add_work (f->store, skill, "Later", 180, PLAN_START + 41);
  gint64 much = add_work (f->store, skill, "Much", 1200, PLAN_START + 20);
  replan (f->store, PLAN_NOW);
  g_assert_cmpint (finish_of (f->store, soon), <=, PLAN_START + 13);
  g_assert_cmpint (finish_of (f->store, later), <=, PLAN_START + 41);
  /* Twenty hours by then there are not; those that there are it gets. */
  g_assert_cmpint (finish_of (f->store, much), >, PLAN_START + 20);
  g_assert_cmpint (finish_of (f->store, much), <=, PLAN_START + 41);
  g_autoptr (WayDraft) again = draft_of (f->store, PLAN_NOW);
  g_assert_cmpint (again->changes->len, ==, 0);
  int days = 0;
  for (guint i = 0; i < again->late->len; i++)
    {
      const WayLate *it = again->late->pdata[i];
      days = MAX (days, it->finish_date - it->due_date);
    }
  g_autoptr (WayVariant) variant = way_variant_new (f->store, settings, PLAN_NOW, &error);
  g_assert_cmpint (variant->max_lateness, ==, days);
}

static void
test_what_finds_no_place_is_named (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  settings->until_date = PLAN_START + 13;
  way_plan_settings_save (f->store, settings, PLAN_NOW, &error);
  g_assert_no_error (error);
  add_work (f->store, own_skill (f->store, "Caching", "Read"), "", 6000, PLAN_START + 60);
  g_autoptr (WayDraft) draft = draft_of (f->store, PLAN_NOW);
  gboolean found = FALSE;
  for (guint i = 0; i < draft->unplaced->len; i++)
    found |= g_str_equal (((WayUnplaced *) draft->unplaced->pdata[i])->title, "Caching: Read");
  g_assert_true (found);
}

/* What if tells of phases; the action has its hours in all of it. */
static void
test_what_if_counts_it_as_no_phase (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (f->store, &error);
  g_autoptr (WayVariant) before = way_variant_new (f->store, settings, PLAN_NOW, &error);
  int hours =
      way_variant_weekly_minutes_for (f->store, settings, PLAN_START + 70, PLAN_NOW, &error);
  add_work (f->store, own_skill (f->store, "Caching", ""), "", 1200, PLAN_START + 60);
  g_autoptr (WayVariant) after = way_variant_new (f->store, settings, PLAN_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (after->phases->len, ==, before->phases->len);
  g_assert_cmpint (after->late_minutes, ==, before->late_minutes);
  g_assert_cmpint (after->early_minutes, ==, before->early_minutes);
  g_assert_cmpint (after->blocks, >=, before->blocks + 20);
  g_assert_cmpint (after->late_finish_date, >, before->late_finish_date);
  g_assert_cmpint (
      way_variant_weekly_minutes_for (f->store, settings, PLAN_START + 70, PLAN_NOW, &error), >,
      hours);
}

/* Random actions among busy times: no overlap, nothing outside its days, all of the work, and the same again. */
static void
test_random_actions_make_a_valid_plan (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  gint64 skill = own_skill (f->store, "Caching", "");
  act (f->store, "Busy",
       "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, "
       "to_utc, imported_utc) VALUES (1, 'Work', '/work.ics', 'UTC', '', 0, 1, 0)");
  for (int round = 0; round < 6; round++)
    {
      int minutes = g_test_rand_int_range (5, 900);
      gint64 start = (gint64) (PLAN_START + g_test_rand_int_range (0, 60)) * 86400 + 17 * 3600;
      g_autofree char *busy = g_strdup_printf (
          "INSERT INTO busy_event (calendar_id, uid, title, start_utc, end_utc) "
          "VALUES (1, '%d', 'Meeting', %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
          round, start, start + 5400);
      act (f->store, "Busy", busy);
      gint64 id =
          add_work (f->store, skill, "", minutes, PLAN_START + g_test_rand_int_range (5, 200));
      act (f->store, "Pin", "UPDATE block SET pinned = id % 7 = 0");
      replan (f->store, PLAN_NOW);
      g_autoptr (WayGapWork) work = load (f->store, id);
      g_assert_cmpint (work->planned_minutes, ==, (minutes + 59) / 60 * 60);
      g_autoptr (GPtrArray) blocks = blocks_of (f->store);
      for (guint i = 1; i < blocks->len; i++)
        g_assert_cmpint (((WayBlock *) blocks->pdata[i])->start_utc, >=,
                         ((WayBlock *) blocks->pdata[i - 1])->end_utc);
      for (guint i = 0; i < blocks->len; i++)
        {
          const WayBlock *it = blocks->pdata[i];
          g_assert_true (it->end_utc <= start || it->start_utc >= start + 5400 || it->pinned);
        }
      g_autoptr (WayDraft) again = draft_of (f->store, PLAN_NOW);
      g_assert_cmpint (again->changes->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/gap-work/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("without-a-plan-it-says-what-to-do", test_without_a_plan_it_says_what_to_do);
  ADD ("what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  ADD ("a-title-that-is-not-given-is-the-gap-action",
       test_a_title_that_is_not_given_is_the_gap_action);
  ADD ("it-is-placed-in-whole-blocks-before-it-is-due",
       test_it_is_placed_in_whole_blocks_before_it_is_due);
  ADD ("the-roadmap-has-no-other-phases-for-it", test_the_roadmap_has_no_other_phases_for_it);
  ADD ("work-that-is-done-is-not-planned-again", test_work_that_is_done_is_not_planned_again);
  ADD ("blocks-keep-their-action", test_blocks_keep_their_action);
  ADD ("a-block-can-be-for-it-by-hand", test_a_block_can_be_for_it_by_hand);
  ADD ("removing-it-takes-what-is-open-and-ahead", test_removing_it_takes_what_is_open_and_ahead);
  ADD ("changing-it-is-one-action", test_changing_it_is_one_action);
  ADD ("a-draft-of-an-action-that-is-gone-is-refused",
       test_a_draft_of_an_action_that_is_gone_is_refused);
  ADD ("it-is-a-group-of-the-draft", test_it_is_a_group_of_the_draft);
  ADD ("an-overdue-action-is-late-alone", test_an_overdue_action_is_late_alone);
  ADD ("it-is-in-time-where-phases-cannot-be", test_it_is_in_time_where_phases_cannot_be);
  ADD ("what-finds-no-place-is-named", test_what_finds_no_place_is_named);
  ADD ("what-if-counts-it-as-no-phase", test_what_if_counts_it_as_no_phase);
  ADD ("random-actions-make-a-valid-plan", test_random_actions_make_a_valid_plan);
  return g_test_run ();
}

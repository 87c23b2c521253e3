/* Parts of a draft: what may be carried out is a valid plan, whatever was chosen. */
#include "core/planner/block-change.h"
#include "core/planner/draft-weeks.h"
#include "fixture.h"
#include "made-plan.h"

#define NOW (PLAN_NOW + 60 * 86400) /* the plan has been under way for weeks */

static GPtrArray *
blocks_of (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks = way_schedule_load (store, G_MININT64 / 2, G_MAXINT64 / 2, &error);

  g_assert_no_error (error);
  return blocks;
}

static WayDraft *
draft_of (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  WayDraft *draft = way_draft_new (store, NOW, &error);

  g_assert_no_error (error);
  return draft;
}

/* A plan that is to change: later evenings, other hours, a pinned block and some that are done. */
static void
disturb (WayStore *store, int shift, int weekly_minutes)
{
  g_autofree char *windows = g_strdup_printf (
      "UPDATE availability SET from_minute = from_minute + %d, to_minute = to_minute + %d", shift,
      shift);
  g_autofree char *hours = g_strdup_printf ("UPDATE plan SET weekly_minutes = %d", weekly_minutes);

  make_plan (store, "3-5");
  act (store, "Fix",
       "UPDATE block SET pinned = id % 11 = 0, "
       "state = CASE WHEN id % 13 = 0 THEN 'done' ELSE state END");
  act (store, "Evenings", windows);
  act (store, "Hours", hours);
}

static WayDraftGroup *
group_named (const GPtrArray *groups, const char *title)
{
  for (guint i = 0; i < groups->len; i++)
    {
      WayDraftGroup *it = g_ptr_array_index (groups, i);
      if (g_str_equal (it->title, title))
        return it;
    }
  g_error ("no group %s", title);
}

static void
test_every_change_is_in_one_group (Fixture *f, gconstpointer data)
{
  disturb (f->store, 30, 300);
  g_autoptr (WayDraft) draft = draft_of (f->store);
  g_autoptr (GPtrArray) groups = way_draft_groups_new (draft);
  int added = 0, moved = 0, removed = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const WayDraftGroup *it = g_ptr_array_index (groups, i);
      g_assert_true (it->chosen);
      added += it->added;
      moved += it->moved;
      removed += it->removed;
    }
  g_assert_cmpint (added, ==, draft->added);
  g_assert_cmpint (moved, ==, draft->moved);
  g_assert_cmpint (removed, ==, draft->removed);
  g_assert_cmpint (way_draft_groups_count (groups), ==, (int) draft->changes->len);
  g_assert_cmpint (group_named (groups, "Core")->kind, ==, WAY_BLOCK_STUDY);
  g_assert_cmpint (group_named (groups, "Drills")->kind, ==, WAY_BLOCK_DRILL);
  for (guint i = 1; i < groups->len; i++)
    g_assert_cmpint (((WayDraftGroup *) groups->pdata[i - 1])->kind, <=,
                     ((WayDraftGroup *) groups->pdata[i])->kind);
}

static char *
times_of (WayStore *store, const char *where)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT group_concat (id || ':' || start_utc || '-' || end_utc) FROM "
                       "(SELECT * FROM block WHERE %s ORDER BY start_utc, id)",
                       where);
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  g_assert_true (way_statement_step (s));
  return g_strdup (way_statement_text (s, 0));
}

static void
test_all_groups_are_the_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  disturb (f->store, 30, 300);
  g_autoptr (WayDraft) draft = draft_of (f->store);
  g_autoptr (GPtrArray) groups = way_draft_groups_new (draft);
  g_autofree char *before = dump (f->store);
  g_assert_true (way_draft_apply (draft, f->store, NOW, &error));
  g_autofree char *whole = times_of (f->store, "TRUE");
  g_assert_true (way_store_undo (f->store, NULL, &error));
  g_assert_true (way_draft_apply_groups (draft, groups, f->store, NOW, &error));
  g_autofree char *parts = times_of (f->store, "TRUE");
  g_assert_cmpstr (parts, ==, whole);
  g_autofree char *name = NULL;
  g_assert_true (way_store_undo (f->store, &name, &error));
  g_assert_cmpstr (name, ==, "Plan");
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_no_overlap (WayStore *store)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT count (*) FROM block a JOIN block b ON a.id < b.id "
                                "AND a.start_utc < b.end_utc AND b.start_utc < a.end_utc");

  g_assert_true (way_statement_step (s));
  g_assert_cmpint (way_statement_int (s, 0), ==, 0);
}

/* Takes @groups of @draft, looks at what became of it and takes it back; whether it was carried out. */
static gboolean
try_choice (WayStore *store, const WayDraft *draft, const GPtrArray *groups, const char *fixed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = blocks_of (store);
  g_autoptr (GArray) conflicts = way_draft_conflicts (draft, groups, blocks);
  g_autofree char *before = dump (store);

  if (way_draft_groups_count (groups) == 0)
    return FALSE;
  gboolean done = way_draft_apply_groups (draft, groups, store, NOW, &error);
  g_assert_cmpint (done, ==, conflicts->len == 0);
  if (done)
    {
      g_autofree char *still = times_of (store, fixed);
      assert_no_overlap (store);
      g_assert_true (way_store_undo (store, NULL, &error));
      g_autofree char *old = times_of (store, fixed);
      g_assert_cmpstr (still, ==, old);
    }
  else
    g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_autofree char *after = dump (store);
  g_assert_cmpstr (after, ==, before);
  return done;
}

/* Whatever is chosen: what is carried out has no overlaps and moves nothing that is pinned, done or past; what is
 * refused changes nothing; and with what is needed it is carried out. */
static void
test_any_choice_is_a_plan_or_refused (Fixture *f, gconstpointer data)
{
  static const int shifts[][2] = { { 30, 360 }, { -45, 240 }, { 45, 480 } };
  int done = 0, refused = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      Fixture own;
      guint32 seed = g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_test_message ("seed %u", seed);
      fixture_set_up (&own, NULL);
      disturb (own.store, shifts[i][0], shifts[i][1]);
      g_autofree char *fixed = g_strdup_printf (
          "pinned OR state <> 'planned' OR start_utc < %" G_GINT64_FORMAT, (gint64) NOW);
      g_autoptr (WayDraft) draft = draft_of (own.store);
      g_autoptr (GPtrArray) blocks = blocks_of (own.store);
      for (guint n = 0; n < 12; n++)
        {
          g_autoptr (GPtrArray) groups = way_draft_groups_new (draft);
          /* First each group alone. */
          for (guint k = 0; k < groups->len; k++)
            ((WayDraftGroup *) groups->pdata[k])->chosen =
                n < groups->len ? n == k : g_rand_boolean (rand);
          gboolean empty = way_draft_groups_count (groups) == 0;
          gboolean ok = try_choice (own.store, draft, groups, fixed);
          done += ok;
          refused += !ok && !empty;
          way_draft_groups_complete (draft, groups, blocks);
          g_autoptr (GArray) left = way_draft_conflicts (draft, groups, blocks);
          g_assert_cmpint (left->len, ==, 0);
          g_assert_true (try_choice (own.store, draft, groups, fixed) || empty);
        }
      fixture_tear_down (&own, NULL);
    }
  g_test_message ("%d carried out, %d refused", done, refused);
  g_assert_cmpint (done, >, 0);
  g_assert_cmpint (refused, >, 0);
}

/* The block of @draft's first change of @kind that moves. */
static WayChange *
first_move (const WayDraft *draft, WayBlockKind kind)
{
  for (guint i = 0; i < draft->changes->len; i++)
    {
      WayChange *it = g_ptr_array_index (draft->changes, i);
      if (it->change == WAY_CHANGE_MOVED && it->kind == kind)
        return it;
    }
  g_error ("nothing moves");
}

static void
test_what_came_meanwhile_is_in_the_way (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  disturb (f->store, 30, 300);
  g_autoptr (WayDraft) draft = draft_of (f->store);
  g_autoptr (GPtrArray) groups = way_draft_groups_new (draft);
  const WayChange *move = first_move (draft, WAY_BLOCK_STUDY);
  g_autoptr (WayBlockPurpose) purpose =
      way_block_purpose_at (f->store, move->new_start_utc, &error);
  g_assert_true (way_block_add (f->store, WAY_BLOCK_STUDY, purpose, "", move->new_start_utc,
                                move->new_end_utc, NOW, NULL, &error));
  g_autofree char *before = dump (f->store);
  g_assert_false (way_draft_apply_groups (draft, groups, f->store, NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "1 of these needs the place of a block that stays.");
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

/* A draft of two blocks that change places, one of them pinned down by being left out. */
typedef struct
{
  WayDraft draft;
  GPtrArray *blocks;
  GPtrArray *groups;
} Swap;

static void
add_block (Swap *s, gint64 id, WayBlockKind kind, const char *phase, gint64 from, gint64 to)
{
  WayChange *change = g_new0 (WayChange, 1);
  WayBlock *block = g_new0 (WayBlock, 1);

  change->change = WAY_CHANGE_MOVED;
  change->kind = block->kind = kind;
  change->block_id = block->id = id;
  change->phase_id = *phase != '\0' ? *phase : 0;
  change->phase_title = g_strdup (phase);
  change->guide_title = g_strdup ("");
  change->gap_title = g_strdup ("");
  block->state = g_strdup ("planned");
  change->old_start_utc = block->start_utc = from;
  change->old_end_utc = block->end_utc = from + 3600;
  change->new_start_utc = to;
  change->new_end_utc = to + 3600;
  g_ptr_array_add (s->draft.changes, change);
  g_ptr_array_add (s->blocks, block);
  s->draft.moved++;
}

static void
change_free (WayChange *change)
{
  g_free (change->phase_title);
  g_free (change->guide_title);
  g_free (change->gap_title);
  g_free (change);
}

static void
swap_set_up (Swap *s)
{
  s->draft =
      (WayDraft) { .changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free) };
  s->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) way_block_free);
}

static void
swap_tear_down (Swap *s)
{
  g_ptr_array_unref (s->draft.changes);
  g_ptr_array_unref (s->blocks);
  g_ptr_array_unref (s->groups);
}

#define MONDAY G_GINT64_CONSTANT (1799049600) /* 2027-01-04T08:00:00Z */
#define DAY    G_GINT64_CONSTANT (86400)

static void
test_the_groups_in_the_way_are_named (void)
{
  Swap s;
  g_autoptr (GError) error = NULL;

  swap_set_up (&s);
  add_block (&s, 1, WAY_BLOCK_STUDY, "Core", MONDAY, MONDAY + DAY);
  add_block (&s, 2, WAY_BLOCK_DRILL, "", MONDAY + DAY, MONDAY + 2 * DAY);
  add_block (&s, 3, WAY_BLOCK_REVIEW, "", MONDAY + 2 * DAY, MONDAY + 3 * DAY);
  s.groups = way_draft_groups_new (&s.draft);
  g_assert_true (
      way_draft_groups_choose (s.groups, (const char *const[]) { "core", NULL }, &error));
  g_autoptr (GArray) conflicts = way_draft_conflicts (&s.draft, s.groups, s.blocks);
  g_assert_cmpint (conflicts->len, ==, 1);
  g_autofree char *text = way_draft_conflicts_text (s.groups, conflicts);
  g_assert_cmpstr (text, ==, "1 of these needs the place of blocks in “Drills”.");
  /* One needs the next: all of them come in. */
  way_draft_groups_complete (&s.draft, s.groups, s.blocks);
  g_assert_cmpint (way_draft_groups_count (s.groups), ==, 3);
  g_assert_false (
      way_draft_groups_choose (s.groups, (const char *const[]) { "Depth", NULL }, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "There is no “Depth” in this draft. It has: Core, Drills, Reviews.");
  swap_tear_down (&s);
}

static void
test_limits_of_a_part_are_told (void)
{
  Swap s;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayZone) zone = way_zone_new ("UTC", NULL);
  g_autoptr (WayPlanSettings) settings = way_plan_settings_new (20822, "UTC");

  settings->daily_minutes = 60;
  settings->weekly_minutes = 60;
  settings->days_in_row = 1;
  swap_set_up (&s);
  /* Core comes into the week in which the drill stays, on the same day. */
  add_block (&s, 1, WAY_BLOCK_STUDY, "Core", MONDAY + 14 * DAY, MONDAY + 2 * 3600);
  add_block (&s, 2, WAY_BLOCK_DRILL, "", MONDAY, MONDAY + 7 * DAY);
  s.groups = way_draft_groups_new (&s.draft);
  g_autoptr (GArray) none = way_draft_excess (&s.draft, s.groups, s.blocks, settings, zone);
  g_assert_cmpint (none->len, ==, 0);
  way_draft_groups_choose (s.groups, (const char *const[]) { "Core", NULL }, &error);
  g_autoptr (GArray) excess = way_draft_excess (&s.draft, s.groups, s.blocks, settings, zone);
  g_assert_cmpint (excess->len, ==, 2);
  g_assert_cmpint (g_array_index (excess, WayDraftExcess, 0).limit, ==, WAY_LIMIT_DAILY);
  g_assert_cmpint (g_array_index (excess, WayDraftExcess, 1).limit, ==, WAY_LIMIT_WEEKLY);
  g_assert_cmpint (g_array_index (excess, WayDraftExcess, 1).amount, ==, 120);
  g_auto (GStrv) lines = way_draft_excess_text (excess, settings);
  g_assert_cmpstr (lines[0], ==, "1 day gets more than 1 h.");
  g_assert_cmpstr (lines[1], ==, "1 week gets more than 1 h.");
  /* A day later instead: two days in a row. */
  WayChange *core = first_move (&s.draft, WAY_BLOCK_STUDY);
  core->new_start_utc += DAY;
  core->new_end_utc += DAY;
  g_autoptr (GArray) row = way_draft_excess (&s.draft, s.groups, s.blocks, settings, zone);
  g_assert_cmpint (row->len, ==, 2);
  g_assert_cmpint (g_array_index (row, WayDraftExcess, 1).limit, ==, WAY_LIMIT_ROW);
  g_assert_cmpint (g_array_index (row, WayDraftExcess, 1).date, ==, 20822);
  g_assert_cmpint (g_array_index (row, WayDraftExcess, 1).amount, ==, 2);
  swap_tear_down (&s);
}

static void
test_weeks_show_before_and_after (void)
{
  Swap s;
  g_autoptr (WayZone) zone = way_zone_new ("UTC", NULL);

  swap_set_up (&s);
  add_block (&s, 1, WAY_BLOCK_STUDY, "Core", MONDAY, MONDAY + 8 * DAY);
  add_block (&s, 2, WAY_BLOCK_DRILL, "", MONDAY + DAY, MONDAY + DAY + 16 * 3600 - 1800);
  s.groups = way_draft_groups_new (&s.draft);
  g_autoptr (GPtrArray) weeks = way_draft_weeks (&s.draft, s.groups, s.blocks, zone, 1);
  g_assert_cmpint (weeks->len, ==, 2);
  const WayDraftWeek *first = weeks->pdata[0], *second = weeks->pdata[1];
  g_assert_cmpint (first->first_date, ==, 20822);
  g_assert_cmpint (first->before_minutes, ==, 120);
  g_assert_cmpint (first->after_minutes, ==, 60);
  g_assert_cmpint (second->before_minutes, ==, 0);
  g_assert_cmpint (second->after_minutes, ==, 60);
  WayDraftBar core = g_array_index (second->after, WayDraftBar, 0);
  g_assert_cmpint (core.day, ==, 1);
  g_assert_cmpint (core.from_minute, ==, 8 * 60);
  g_assert_true (core.changed);
  /* What goes on past midnight is on both days. */
  g_assert_cmpint (first->after->len, ==, 2);
  g_assert_cmpint (g_array_index (first->after, WayDraftBar, 0).to_minute, ==, 1440);
  g_assert_cmpint (g_array_index (first->after, WayDraftBar, 1).day, ==, 2);
  g_assert_cmpint (g_array_index (first->after, WayDraftBar, 1).to_minute, ==, 30);
  /* Without Core, only the first week changes, and Core stays in it unchanged. */
  ((WayDraftGroup *) s.groups->pdata[0])->chosen = FALSE;
  g_autoptr (GPtrArray) one = way_draft_weeks (&s.draft, s.groups, s.blocks, zone, 1);
  g_assert_cmpint (one->len, ==, 1);
  first = one->pdata[0];
  g_assert_cmpint (first->after_minutes, ==, 120);
  g_assert_false (g_array_index (first->before, WayDraftBar, 0).changed);
  g_assert_true (g_array_index (first->before, WayDraftBar, 1).changed);
  swap_tear_down (&s);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/draft-choice/every-change-is-in-one-group", test_every_change_is_in_one_group);
  ADD ("/draft-choice/all-groups-are-the-draft", test_all_groups_are_the_draft);
  ADD ("/draft-choice/any-choice-is-a-plan-or-refused", test_any_choice_is_a_plan_or_refused);
  ADD ("/draft-choice/what-came-meanwhile-is-in-the-way", test_what_came_meanwhile_is_in_the_way);
  g_test_add_func ("/draft-choice/the-groups-in-the-way-are-named",
                   test_the_groups_in_the_way_are_named);
  g_test_add_func ("/draft-choice/limits-of-a-part-are-told", test_limits_of_a_part_are_told);
  g_test_add_func ("/draft-choice/weeks-show-before-and-after", test_weeks_show_before_and_after);
  return g_test_run ();
}

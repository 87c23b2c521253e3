/* Blocks that a person puts somewhere, moves and takes away. */
#include "core/planner/block-change.h"
#include "core/planner/reason.h"
#include "core/store/statement.h"
#include "fixture.h"
#include "invariants.h"
#include "made-plan.h"

#define HOUR 3600

static GPtrArray *
all_blocks (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks = way_schedule_load (store, 0, G_MAXINT64 / 2, &error);

  g_assert_no_error (error);
  return blocks;
}

static WayBlock *
find_block (GPtrArray *blocks, gint64 id)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((WayBlock *) g_ptr_array_index (blocks, i))->id == id)
      return g_ptr_array_index (blocks, i);
  return NULL;
}

static void
test_a_moved_block_stays_where_it_was_put (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *before = dump (f->store);
  g_autoptr (GPtrArray) blocks = all_blocks (f->store);
  WayBlock *block = g_ptr_array_index (blocks, 5);
  /* Into the night, where no window is. */
  gint64 start = block->start_utc + 5 * HOUR;
  g_assert_true (way_block_move (f->store, block->id, start, start + HOUR, PLAN_NOW + 60, &error));
  g_assert_no_error (error);
  g_autofree char *after = dump (f->store);

  g_autoptr (WayDraft) draft = way_draft_new (f->store, PLAN_NOW + 60, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < draft->changes->len; i++)
    g_assert_cmpint (((WayChange *) g_ptr_array_index (draft->changes, i))->block_id, !=,
                     block->id);
  g_autoptr (GPtrArray) moved = all_blocks (f->store);
  const WayBlock *now = find_block (moved, block->id);
  g_autofree char *why = way_reason_to_text (now->reason);
  g_assert_cmpint (now->start_utc, ==, start);
  g_assert_true (now->pinned);
  g_assert_cmpint (now->sequence, ==, block->sequence + 1);
  g_assert_cmpstr (now->uid, ==, block->uid);
  g_assert_cmpstr (why, ==, "Serves “Core”. You put it here, and planning leaves it.");

  g_assert_true (way_store_undo (f->store, NULL, &error));
  g_autofree char *undone = dump (f->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (way_store_redo (f->store, NULL, &error));
  g_autofree char *redone = dump (f->store);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_a_missed_block_is_open_again_when_it_lies_ahead (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 now = PLAN_NOW + 60 * 86400;

  make_plan (f->store, "3-5");
  g_autoptr (GPtrArray) blocks = all_blocks (f->store);
  gint64 id = ((WayBlock *) g_ptr_array_index (blocks, 0))->id;
  way_block_set_state (f->store, id, "missed", now, &error);
  way_block_move (f->store, id, now - 2 * HOUR, now - HOUR, now, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) behind = all_blocks (f->store);
  g_assert_cmpstr (find_block (behind, id)->state, ==, "missed");
  way_block_move (f->store, id, now + HOUR, now + 2 * HOUR, now, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) ahead = all_blocks (f->store);
  g_assert_cmpstr (find_block (ahead, id)->state, ==, "planned");
}

static void
test_an_added_block_counts_as_work (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start = way_date_from_ymd (2027, 1, 6) * G_GINT64_CONSTANT (86400) + 6 * HOUR, id = 0;

  make_plan (f->store, "3-5");
  g_autoptr (GPtrArray) blocks = all_blocks (f->store);
  g_autoptr (WayBlockPurpose) purpose = way_block_purpose_at (f->store, start, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (purpose->title, ==, "Map");
  g_assert_true (way_block_add (f->store, WAY_BLOCK_STUDY, purpose, "", start, start + HOUR,
                                PLAN_NOW, &id, &error));
  g_assert_no_error (error);
  g_autoptr (WayDraft) draft = way_draft_new (f->store, PLAN_NOW, &error);
  g_assert_no_error (error);
  /* An hour of the phase's work is done there, so one of its blocks has to go. */
  g_assert_cmpint (draft->removed, ==, draft->added + 1);
  g_assert_true (way_draft_apply (draft, f->store, PLAN_NOW, &error));
  g_autoptr (GPtrArray) after = all_blocks (f->store);
  g_assert_cmpint (after->len, ==, blocks->len);
  g_assert_cmpint (find_block (after, id)->start_utc, ==, start);
  g_assert_cmpstr (find_block (after, id)->title, ==, "Map");
  g_assert_true (way_block_remove (f->store, id, PLAN_NOW, &error));
  g_autoptr (GPtrArray) without = all_blocks (f->store);
  g_assert_null (find_block (without, id));
}

static void
test_a_block_can_be_for_anything_of_the_plan (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (GPtrArray) purposes = way_block_purposes (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (purposes->len, ==, 5);
  const WayBlockPurpose *guide = g_ptr_array_index (purposes, 0);
  const WayBlockPurpose *core = g_ptr_array_index (purposes, 2);
  g_assert_cmpint (guide->phase_id, ==, 0);
  g_assert_cmpstr (core->title, ==, "Core");

  g_autoptr (GPtrArray) blocks = all_blocks (f->store);
  const WayBlock *first = g_ptr_array_index (blocks, 0);
  gint64 id = first->id;
  g_assert_true (way_block_change (f->store, id, WAY_BLOCK_MOCK, guide, "With Ada",
                                   first->start_utc, first->end_utc + HOUR, PLAN_NOW, &error));
  g_autoptr (GPtrArray) changed = all_blocks (f->store);
  const WayBlock *block = find_block (changed, id);
  g_assert_cmpint (block->kind, ==, WAY_BLOCK_MOCK);
  g_assert_cmpint (block->phase_id, ==, 0);
  g_assert_cmpstr (block->title, ==, "With Ada");
  g_assert_cmpint (block->end_utc, ==, first->end_utc + HOUR);
  g_assert_true (block->pinned);
  g_assert_true (way_block_set_pinned (f->store, id, FALSE, PLAN_NOW, &error));
  g_autoptr (GPtrArray) unpinned = all_blocks (f->store);
  g_assert_false (find_block (unpinned, id)->pinned);
}

static void
test_what_cannot_be_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_block_purpose_at (f->store, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  make_plan (f->store, "3-5");
  g_autofree char *before = dump (f->store);
  g_autoptr (GPtrArray) blocks = all_blocks (f->store);
  gint64 id = ((WayBlock *) g_ptr_array_index (blocks, 0))->id;
  static const int lengths[] = { -60, 0, 4 * 60, 1441 * 60 };
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_assert_false (
          way_block_move (f->store, id, PLAN_NOW, PLAN_NOW + lengths[i], PLAN_NOW, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_false (way_block_move (f->store, 999999, PLAN_NOW, PLAN_NOW + HOUR, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (way_block_remove (f->store, 999999, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_an_overlap_is_named (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autoptr (GPtrArray) blocks = all_blocks (f->store);
  const WayBlock *a = g_ptr_array_index (blocks, 0), *b = g_ptr_array_index (blocks, 1);
  g_autofree char *other =
      way_block_overlap (f->store, a->id, b->start_utc - HOUR, b->start_utc + 60);
  g_autofree char *itself = way_block_overlap (f->store, a->id, a->start_utc - 60, a->end_utc);
  g_autofree char *beside = way_block_overlap (f->store, a->id, b->end_utc, b->end_utc + 60);

  g_assert_cmpstr (other, ==, b->title);
  g_assert_null (itself);
  g_assert_null (beside);
  act (f->store, "Add",
       "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, to_utc, "
       "imported_utc) "
       "VALUES (1, 'c', '/c.ics', 'UTC', '', 0, 1, 0)");
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO busy_event (calendar_id, uid, title, start_utc, end_utc) "
                       "VALUES (1, 'u', 'Dentist', %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
                       b->start_utc, b->end_utc);
  act (f->store, "Add", sql);
  g_autofree char *busy = way_block_overlap (f->store, a->id, b->start_utc, b->end_utc);
  g_assert_cmpstr (busy, ==, "Dentist");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/block-change/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
test_a_note_moves_and_pins_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autoptr (GPtrArray) blocks = all_blocks (f->store);
  gint64 id = ((WayBlock *) g_ptr_array_index (blocks, 5))->id;
  g_assert_true (way_block_set_note (f->store, id, "Chapter 5\nis next", PLAN_NOW, &error));
  g_autoptr (WayBlock) noted = way_schedule_load_one (f->store, id, &error);
  g_assert_cmpstr (noted->note, ==, "Chapter 5\nis next");
  g_assert_false (noted->pinned);
  g_autoptr (WayDraft) draft = way_draft_new (f->store, PLAN_NOW, &error);
  g_assert_cmpint (draft->changes->len, ==, 0);
  g_autofree char *name = NULL;
  g_assert_true (way_store_undo (f->store, &name, &error));
  g_assert_cmpstr (name, ==, "Change Note");
  g_assert_false (way_block_set_note (f->store, 4711, "", PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-moved-block-stays-where-it-was-put", test_a_moved_block_stays_where_it_was_put);
  ADD ("a-missed-block-is-open-again-when-it-lies-ahead",
       test_a_missed_block_is_open_again_when_it_lies_ahead);
  ADD ("an-added-block-counts-as-work", test_an_added_block_counts_as_work);
  ADD ("a-block-can-be-for-anything-of-the-plan", test_a_block_can_be_for_anything_of_the_plan);
  ADD ("what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  ADD ("a-note-moves-and-pins-nothing", test_a_note_moves_and_pins_nothing);
  ADD ("an-overlap-is-named", test_an_overlap_is_named);
  return g_test_run ();
}

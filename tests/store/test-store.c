#include "core/store/private.h"
#include "fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define GUIDE                                                                                      \
  "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'g', 'G''s', 'pack', 'h')"
#define PHASE                                                                                      \
  "INSERT INTO phase (guide_id, key, position, title, min_days, max_days) VALUES (1, 'p', 0, "     \
  "'P', 3, 5)"
#define BLOCK                                                                                      \
  "INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, end_utc, created_utc, "     \
  "changed_utc) VALUES ('u', 'study', 1, 1, 'T', 0, 3600, 0, 0)"

static void
assert_dump (WayStore *store, const char *expected)
{
  g_autofree char *now = dump (store);

  g_assert_cmpstr (now, ==, expected);
}

static void
undo (WayStore *store)
{
  g_autoptr (GError) error = NULL;

  way_store_undo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (WayStore *store)
{
  g_autoptr (GError) error = NULL;

  way_store_redo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_undo_and_redo_restore_every_row (Fixture *f, gconstpointer data)
{
  g_autofree char *empty = dump (f->store);
  act (f->store, "Add", GUIDE);
  act (f->store, "Add", PHASE);
  act (f->store, "Add", BLOCK);
  g_autofree char *full = dump (f->store);
  act (f->store, "Change", "UPDATE block SET title = 'it''s', pinned = 1");
  g_autofree char *changed = dump (f->store);
  /* Takes the phase and the block along. */
  act (f->store, "Delete", "DELETE FROM guide");
  assert_dump (f->store, empty);
  undo (f->store);
  assert_dump (f->store, changed);
  undo (f->store);
  assert_dump (f->store, full);
  redo (f->store);
  assert_dump (f->store, changed);
  redo (f->store);
  assert_dump (f->store, empty);
}

static void
test_a_write_outside_an_action_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStatement) s = way_statement_new (f->store, GUIDE);

  g_assert_false (way_statement_run (s, &error, ""));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_DATA);
}

static void
test_inner_actions_join_and_a_rollback_takes_all (Fixture *f, gconstpointer data)
{
  g_autofree char *empty = dump (f->store);

  g_assert_true (way_store_begin (f->store, "Outer", 0, NULL));
  run_sql (f->store, GUIDE);
  act (f->store, "Inner", PHASE);
  g_assert_true (way_store_commit (f->store, NULL));
  g_autoptr (GPtrArray) history = way_store_history (f->store, 10, NULL);
  g_assert_cmpint (history->len, ==, 1);
  g_assert_cmpstr (((WayAction *) history->pdata[0])->name, ==, "Outer");
  undo (f->store);
  assert_dump (f->store, empty);

  g_assert_true (way_store_begin (f->store, "Outer", 0, NULL));
  run_sql (f->store, GUIDE);
  g_assert_true (way_store_begin (f->store, "Inner", 0, NULL));
  way_store_rollback (f->store);
  g_assert_false (way_store_commit (f->store, NULL));
  assert_dump (f->store, empty);
}

static void
test_an_action_without_a_change_leaves_no_trace (Fixture *f, gconstpointer data)
{
  act (f->store, "Add", GUIDE);
  undo (f->store);
  act (f->store, "Nothing", "UPDATE guide SET title = title");
  g_autoptr (WayAction) next = way_store_peek_redo (f->store);
  g_assert_cmpstr (next->name, ==, "Add");
  redo (f->store);
  act (f->store, "Nothing", "UPDATE guide SET title = title");
  g_autoptr (WayAction) last = way_store_peek_undo (f->store);
  g_assert_cmpstr (last->name, ==, "Add");
}

static void
test_history_survives_a_restart (Fixture *f, gconstpointer data)
{
  g_autofree char *empty = dump (f->store);

  act (f->store, "Add", GUIDE);
  g_clear_object (&f->store);
  f->store = way_store_open (f->path, NULL);
  undo (f->store);
  assert_dump (f->store, empty);
}

static void
test_an_undo_that_does_not_fit_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  act (f->store, "Add", GUIDE);
  /* A row that vanished behind the history's back: only a foreign tool can do that. */
  run_sql (f->store, "DROP TRIGGER undo_guide_DELETE");
  run_sql (f->store, "DELETE FROM guide");
  g_autofree char *before = dump (f->store);
  g_assert_false (way_store_undo (f->store, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  assert_dump (f->store, before);
  g_autoptr (WayAction) still = way_store_peek_undo (f->store);
  g_assert_nonnull (still);
}

static void
count_changes (WayStore *store, char **tables, GPtrArray *seen)
{
  g_ptr_array_add (seen, g_strjoinv (",", tables));
}

static void
test_changed_names_the_tables_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (f->store, "changed", G_CALLBACK (count_changes), seen);
  act (f->store, "Add", GUIDE);
  g_assert_cmpint (seen->len, ==, 1);
  g_assert_cmpstr (seen->pdata[0], ==, "guide");
  undo (f->store);
  g_assert_cmpint (seen->len, ==, 2);
}

static void
test_a_second_process_is_noticed (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WayStore) other = way_store_open (f->path, NULL);

  g_signal_connect (f->store, "changed", G_CALLBACK (count_changes), seen);
  way_store_poll (f->store);
  g_assert_cmpint (seen->len, ==, 0);
  act (other, "Add", GUIDE);
  way_store_poll (f->store);
  way_store_poll (f->store);
  g_assert_cmpint (seen->len, ==, 1);
}

/* What was written by another process and not looked at yet is not passed over because we write too. */
static void
test_a_second_process_is_noticed_beside_an_action (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WayStore) other = way_store_open (f->path, NULL);

  g_signal_connect (f->store, "changed", G_CALLBACK (count_changes), seen);
  act (other, "Add", GUIDE);
  act (f->store, "Set", "INSERT INTO setting (key, value) VALUES ('a', 'b')");
  g_assert_cmpint (seen->len, ==, 1);
  g_assert_cmpstr (seen->pdata[0], ==, "");
}

static gpointer
write_late (gpointer data)
{
  WayStore *other = data;

  g_usleep (300000);
  run_sql (other, "UPDATE guide SET title = 'theirs'");
  g_assert_true (way_store_commit (other, NULL));
  return NULL;
}

/* The other process is in the middle of an action when undo is asked for: undo waits, and what it meant to take
 * back is not the newest any more. */
static void
test_undo_leaves_what_another_process_did_meanwhile (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WayStore) other = way_store_open (f->path, NULL);

  act (f->store, "Add", GUIDE);
  act (f->store, "Rename", "UPDATE guide SET title = 'mine'");
  g_signal_connect (f->store, "changed", G_CALLBACK (count_changes), seen);
  g_assert_true (way_store_begin (other, "Rename Too", 0, NULL));
  GThread *thread = g_thread_new ("other", write_late, other);
  g_assert_false (way_store_undo (f->store, NULL, &error));
  g_thread_join (thread);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_cmpint (seen->len, ==, 1);
  g_autofree char *now = dump (f->store);
  g_assert_nonnull (strstr (now, "theirs"));

  /* Now that it was seen it is what undo takes. */
  g_autofree char *name = NULL;
  g_assert_true (way_store_undo (f->store, &name, NULL));
  g_assert_cmpstr (name, ==, "Rename Too");
}

/* Both undo the same: the second one must not do it again. */
static void
test_two_undos_of_one_action_are_one (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = dump (f->store);
  g_autoptr (WayStore) other = way_store_open (f->path, NULL);

  act (f->store, "Add", GUIDE);
  way_store_poll (other);
  undo (other);
  g_assert_false (way_store_undo (f->store, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  assert_dump (f->store, empty);
  g_clear_error (&error);
  g_assert_false (way_store_undo (f->store, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
assert_refused (const char *path, const char *bytes, gsize length, WayError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize after_length = 0;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_null (way_store_open (path, &error));
  g_assert_error (error, WAY_ERROR, (int) code);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, bytes, length);
}

static void
test_foreign_damaged_and_newer_files_are_left_as_they_are (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "other.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  act (f->store, "Add", GUIDE);
  run_sql (f->store, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_clear_object (&f->store);
  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));

  assert_refused (path, "not a database at all", 21, WAY_ERROR_DATA);
  assert_refused (path, bytes, length / 2, WAY_ERROR_DATA);
  assert_refused (path, bytes, 50, WAY_ERROR_DATA);
  bytes[63] = 99; /* user_version */
  assert_refused (path, bytes, length, WAY_ERROR_NEWER);
  bytes[63] = 1;
  bytes[71] ^= 1; /* application_id */
  assert_refused (path, bytes, length, WAY_ERROR_DATA);
  bytes[71] ^= 1;
  memset (bytes + 4096, 0x5a, length - 4096);
  assert_refused (path, bytes, length, WAY_ERROR_DATA);
}

static void
reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&f->store);
  f->store = way_store_open (f->path, &error);
  g_assert_no_error (error);
}

/* A page in the middle becomes garbage, and the file looks as old as before. */
static void
damage (const char *path)
{
  char garbage[4096];
  struct stat info;
  int fd = g_open (path, O_RDWR, 0);

  memset (garbage, 0x5a, sizeof garbage);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  for (off_t at = 4096; at < info.st_size; at += (off_t) sizeof garbage)
    g_assert_cmpint (pwrite (fd, garbage, sizeof garbage, at), ==, sizeof garbage);
  g_assert_cmpint (futimens (fd, (struct timespec[]) { info.st_atim, info.st_mtim }), ==, 0);
  close (fd);
}

static void
test_a_file_is_looked_through_unless_nobody_touched_it (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note = g_strconcat (f->path, "-checked", NULL);
  g_autofree char *text = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  act (f->store, "Add", GUIDE);
  g_assert_cmpint (way_store_checked_at (f->path, now), ==, 0); /* a log is there */
  g_clear_object (&f->store);
  gint64 checked = way_store_checked_at (f->path, now + 10);
  g_assert_cmpint (checked, >=, now - 10);
  g_assert_cmpint (way_store_checked_at (f->path, checked + 86400), ==, 0);
  g_assert_cmpint (way_store_checked_at (f->path, checked - 1), ==, 0);

  /* The same note, older: it is looked through again. */
  g_assert_true (g_file_get_contents (note, &text, NULL, NULL));
  *strchr (text, '\n') = '\0';
  g_autofree char *older = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n", text, now - 3600);
  g_assert_true (g_file_set_contents (note, older, -1, NULL));
  reopen (f);
  g_assert_cmpint (f->store->checked_utc, ==, now - 3600);
  g_assert_true (g_file_set_contents (note, "waymark-checked", -1, NULL));
  reopen (f); /* closing writes the note anew */
  g_assert_cmpint (f->store->checked_utc, ==, now - 3600);
  g_clear_object (&f->store);
  g_assert_true (g_file_set_contents (note, "waymark-checked", -1, NULL));
  reopen (f);
  g_assert_cmpint (f->store->checked_utc, >=, now);

  g_clear_object (&f->store);
  damage (f->path);
  g_assert_null (way_store_open (f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_DATA);
  /* And once more: having been refused is no check. */
  g_clear_error (&error);
  g_assert_null (way_store_open (f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_DATA);
}

static void
test_the_file_is_private (Fixture *f, gconstpointer data)
{
  struct stat info;
  g_autofree char *folder = g_path_get_dirname (f->path);

  g_assert_cmpint (stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("undo-and-redo-restore-every-row", test_undo_and_redo_restore_every_row);
  ADD ("a-write-outside-an-action-is-refused", test_a_write_outside_an_action_is_refused);
  ADD ("inner-actions-join-and-a-rollback-takes-all",
       test_inner_actions_join_and_a_rollback_takes_all);
  ADD ("an-action-without-a-change-leaves-no-trace",
       test_an_action_without_a_change_leaves_no_trace);
  ADD ("history-survives-a-restart", test_history_survives_a_restart);
  ADD ("an-undo-that-does-not-fit-changes-nothing", test_an_undo_that_does_not_fit_changes_nothing);
  ADD ("changed-names-the-tables-once", test_changed_names_the_tables_once);
  ADD ("a-second-process-is-noticed", test_a_second_process_is_noticed);
  ADD ("a-second-process-is-noticed-beside-an-action",
       test_a_second_process_is_noticed_beside_an_action);
  ADD ("undo-leaves-what-another-process-did-meanwhile",
       test_undo_leaves_what_another_process_did_meanwhile);
  ADD ("two-undos-of-one-action-are-one", test_two_undos_of_one_action_are_one);
  ADD ("foreign-damaged-and-newer-files-are-left-as-they-are",
       test_foreign_damaged_and_newer_files_are_left_as_they_are);
  ADD ("a-file-is-looked-through-unless-nobody-touched-it",
       test_a_file_is_looked_through_unless_nobody_touched_it);
  ADD ("the-file-is-private", test_the_file_is_private);
  return g_test_run ();
}

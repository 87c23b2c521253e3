/* A backup in the place of the data: shown before, whole afterwards, and undone like any action. */
#include "core/store/backup.h"
#include "core/store/restore.h"
#include "fixture.h"
#include "made-plan.h"
#include "old-database.h"
#include "random-rows.h"

static char *
backup (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *written = way_store_backup (f->store, path, "manual", PLAN_NOW, &error);

  g_assert_no_error (error);
  return written;
}

static WayRestore *
open_backup (Fixture *f, const char *path)
{
  g_autoptr (GError) error = NULL;
  WayRestore *restore = way_restore_new (f->store, path, &error);

  g_assert_no_error (error);
  return restore;
}

static const WayRestoreChange *
change_of (const GPtrArray *changes, const char *table)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const WayRestoreChange *it = g_ptr_array_index (changes, i);
      if (g_str_equal (it->table, table))
        return it;
    }
  g_assert_not_reached ();
}

static void
restore (Fixture *f, const char *path)
{
  g_autoptr (WayRestore) it = open_backup (f, path);
  g_autoptr (GError) error = NULL;

  g_assert_true (way_restore_run (it, PLAN_NOW, &error));
  g_assert_no_error (error);
}

static void
assert_data (Fixture *f, const char *wanted)
{
  g_autofree char *data = dump (f->store);

  g_assert_cmpstr (data, ==, wanted);
}

static void
test_a_backup_comes_back_whole (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *path = backup (f, "then.db");
  g_autofree char *then = dump (f->store);
  act (f->store, "Change", "DELETE FROM block WHERE id % 3 = 0; ");
  act (f->store, "Change", "UPDATE block SET title = 'other' WHERE id % 3 = 1");
  act (f->store, "Change", "INSERT INTO setting (key, value) VALUES ('k', 'v')");
  g_autofree char *now = dump (f->store);
  g_autoptr (WayRestore) shown = open_backup (f, path);
  g_autoptr (GPtrArray) changes = way_restore_preview (shown, &error);
  g_assert_no_error (error);
  const WayRestoreChange *blocks = change_of (changes, "block");
  g_assert_cmpint (blocks->added, ==, blocks->then - blocks->now);
  g_assert_cmpint (blocks->changed, >, 0);
  g_assert_cmpint (blocks->removed, ==, 0);
  g_assert_cmpint (change_of (changes, "setting")->removed, ==, 1);
  assert_data (f, now);
  g_clear_pointer (&shown, way_restore_free);

  restore (f, path);
  assert_data (f, then);
  g_assert_true (way_store_undo (f->store, NULL, &error));
  assert_data (f, now);
  g_assert_true (way_store_redo (f->store, NULL, &error));
  assert_data (f, then);
  /* The steps before it are still there. */
  for (int i = 0; i < 4; i++)
    g_assert_true (way_store_undo (f->store, NULL, &error));
  assert_data (f, then);
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  g_assert_cmpint (backups->len, ==, 1);
  g_assert_cmpstr (((WayBackup *) backups->pdata[0])->reason, ==, "restore");
}

/* Restores @path over @now, and goes there and back. */
static void
assert_there_and_back (Fixture *f, const char *path, const char *then)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = dump (f->store);

  restore (f, path);
  assert_data (f, then);
  if (g_str_equal (now, then))
    return;
  way_store_undo (f->store, NULL, &error);
  g_assert_no_error (error);
  assert_data (f, now);
  way_store_redo (f->store, NULL, &error);
  g_assert_no_error (error);
  assert_data (f, then);
}

/* An undo that took the new guide first would take the phase along. */
static void
test_rows_go_back_to_a_parent_that_had_gone (Fixture *f, gconstpointer data)
{
  act (
      f->store, "Add",
      "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'a', 'A', 'pack', ''), "
      "(2, 'b', 'B', 'pack', '')");
  act (f->store, "Add",
       "INSERT INTO phase (guide_id, key, position, title, min_days, max_days) "
       "VALUES (2, 'p', 0, 'P', 3, 5)");
  g_autofree char *path = backup (f, "then.db");
  g_autofree char *then = dump (f->store);
  act (f->store, "Move", "UPDATE phase SET guide_id = 1");
  act (f->store, "Delete", "DELETE FROM guide WHERE id = 2");
  assert_there_and_back (f, path, then);
}

static void
test_random_data_goes_there_and_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = list_random_tables (f->store);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("then-%d.db", i);
      fill_at_random (f->store, tables);
      g_autofree char *path = backup (f, name);
      g_autofree char *then = dump (f->store);
      act (f->store, "Delete", "DELETE FROM guide WHERE id % 2");
      act (f->store, "Delete", "DELETE FROM busy_calendar WHERE id % 3");
      act (f->store, "Move", "UPDATE OR IGNORE block SET guide_id = (SELECT min (id) FROM guide)");
      act (f->store, "Change", "UPDATE guide SET slug = slug || 'x' WHERE id % 4");
      fill_at_random (f->store, tables);
      assert_there_and_back (f, path, then);
    }
}

/* A parent that differs keeps its children, and they can be undone. */
static void
test_children_stay_with_their_parent (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *path = backup (f, "then.db");
  g_autofree char *then = dump (f->store);
  act (f->store, "Rename", "UPDATE guide SET title = 'Another', slug = 'another'");
  act (f->store, "Swap",
       "UPDATE phase SET key = CASE key WHEN (SELECT min (key) FROM phase) THEN 'x' ELSE key END");
  g_autofree char *now = dump (f->store);
  restore (f, path);
  assert_data (f, then);
  g_assert_true (way_store_undo (f->store, NULL, &error));
  assert_data (f, now);
}

/* What must be unique has changed places. */
static void
test_values_that_were_swapped_come_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  act (f->store, "A", "INSERT INTO setting (key, value) VALUES ('a', '1'), ('b', '2'), ('c', '3')");
  g_autofree char *path = backup (f, "then.db");
  g_autofree char *then = dump (f->store);
  act (f->store, "Move", "UPDATE setting SET key = 'z' WHERE key = 'a'");
  act (f->store, "Move", "UPDATE setting SET key = 'a' WHERE key = 'b'");
  act (f->store, "Move", "UPDATE setting SET key = 'b' WHERE key = 'z'");
  g_autofree char *now = dump (f->store);
  restore (f, path);
  assert_data (f, then);
  g_assert_true (way_store_undo (f->store, NULL, &error));
  assert_data (f, now);
}

/* Everything may have happened since. */
static void
test_any_change_is_taken_back (Fixture *f, gconstpointer data)
{
  static const char *const changes[] = {
    "DELETE FROM guide",
    "DELETE FROM phase WHERE random () % 2",
    "DELETE FROM block WHERE random () % 3 = 0",
    "UPDATE block SET start_utc = start_utc + 60, end_utc = end_utc + 60 WHERE random () % 2",
    "UPDATE plan SET zone = 'UTC'",
    "DELETE FROM availability WHERE random () % 2",
    "INSERT INTO setting (key, value) SELECT hex (randomblob (4)), 'v'",
    "UPDATE milestone SET title = title || '!' WHERE random () % 2",
    "INSERT INTO busy_calendar (name, path, zone, content_hash, from_utc, to_utc, imported_utc) "
    "VALUES ('x', hex (randomblob (4)), 'UTC', '', 0, 1, 1)",
    "INSERT INTO busy_event (calendar_id, uid, start_utc, end_utc) SELECT id, 'e', 1, 2 FROM "
    "busy_calendar WHERE random () % 2",
  };
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  for (int k = 0; k < 40; k++)
    {
      g_autofree char *path = backup (f, "then.db");
      g_autofree char *then = dump (f->store);
      for (int i = g_test_rand_int_range (1, 5); i > 0; i--)
        {
          const char *sql = changes[g_test_rand_int_range (0, (int) G_N_ELEMENTS (changes))];
          g_autofree char *safe = g_str_has_prefix (sql, "INSERT INTO busy_event")
                                      ? g_strconcat (sql, " ON CONFLICT DO NOTHING", NULL)
                                      : g_strdup (sql);
          act (f->store, "Change", safe);
        }
      g_autofree char *now = dump (f->store);
      restore (f, path);
      assert_data (f, then);
      if (g_str_equal (now, then))
        continue;
      g_assert_true (way_store_undo (f->store, NULL, &error));
      g_assert_no_error (error);
      assert_data (f, now);
      if (g_test_rand_bit ())
        g_assert_true (way_store_redo (f->store, NULL, &error));
    }
}

static void
test_a_backup_of_every_version_comes_back (Fixture *f, gconstpointer data)
{
  for (int version = 1; version <= 3; version++)
    {
      g_autofree char *old = g_strdup_printf ("%s/old-%d.db", f->folder, version);
      g_autofree char *same = g_strdup_printf ("%s/same-%d.db", f->folder, version);
      make_old_database (old, version);
      make_old_database (same, version);
      g_autoptr (GError) error = NULL;
      g_autoptr (WayStore) opened = way_store_open (same, &error);
      g_assert_no_error (error);
      g_autofree char *wanted = dump (opened);
      restore (f, old);
      assert_data (f, wanted);
    }
}

static void
test_what_is_no_backup_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *text = g_build_filename (f->folder, "text.db", NULL);
  g_autofree char *cut = g_build_filename (f->folder, "cut.db", NULL);
  g_autofree char *newer = g_build_filename (f->folder, "newer.db", NULL);
  g_autofree char *missing = g_build_filename (f->folder, "missing.db", NULL);
  g_autofree char *content = NULL;
  gsize length;
  sqlite3 *db = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *path = backup (f, "then.db");
  g_autofree char *before = dump (f->store);
  g_file_set_contents (text,
                       "Dear diary, today nothing was backed up at all, which is a pity for me "
                       "and for all who come after me.......",
                       -1, NULL);
  g_file_get_contents (path, &content, &length, NULL);
  g_file_set_contents (cut, content, (gssize) length / 2, NULL);
  g_file_set_contents (newer, content, (gssize) length, NULL);
  g_assert_cmpint (sqlite3_open (newer, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA user_version = 99", NULL, NULL, NULL);
  sqlite3_close (db);
  const struct
  {
    const char *path;
    int code;
  } cases[] = { { text, WAY_ERROR_DATA },
                { cut, WAY_ERROR_DATA },
                { newer, WAY_ERROR_NEWER },
                { missing, WAY_ERROR_NOT_FOUND },
                { f->folder, WAY_ERROR_DATA } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WayRestore) it = way_restore_new (f->store, cases[i].path, &error);
      g_assert_null (it);
      g_assert_error (error, WAY_ERROR, cases[i].code);
    }
  assert_data (f, before);
  /* Nothing is left beside the data. */
  g_autofree char *home = g_path_get_dirname (f->path);
  g_autoptr (GDir) dir = g_dir_open (home, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_assert_false (g_str_has_prefix (name, ".waymark-restore-"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/restore/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-backup-comes-back-whole", test_a_backup_comes_back_whole);
  ADD ("rows-go-back-to-a-parent-that-had-gone", test_rows_go_back_to_a_parent_that_had_gone);
  ADD ("random-data-goes-there-and-back", test_random_data_goes_there_and_back);
  ADD ("children-stay-with-their-parent", test_children_stay_with_their_parent);
  ADD ("values-that-were-swapped-come-back", test_values_that_were_swapped_come_back);
  ADD ("any-change-is-taken-back", test_any_change_is_taken_back);
  ADD ("a-backup-of-every-version-comes-back", test_a_backup_of_every_version_comes_back);
  ADD ("what-is-no-backup-changes-nothing", test_what_is_no_backup_changes_nothing);
  return g_test_run ();
}

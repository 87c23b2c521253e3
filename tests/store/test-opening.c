/* Files that cannot be opened as usual: each has its own code, a message that names the file, and its bytes are left
 * alone. What no system here has comes from a VFS over SQLite's own; what systems refuse is in test-opening-system.c. */
#include "opening.h"

static void
set_version (const char *path, int version)
{
  sqlite3 *db = NULL;
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_a_newer_database_is_only_read (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_data (f);
  set_version (f->path, 99);
  g_autoptr (GBytes) before = bytes_of (f->path);
  assert_fails (f->path, WAY_ERROR_NEWER, "newer version");
  f->store = way_store_open_anyhow (f->path, &error);
  g_assert_no_error (error);
  assert_only_reads (f->store, WAY_ERROR_NEWER);
  /* A copy can be taken, for the program that knows it. */
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);
  g_autofree char *path = way_store_backup (f->store, copy, "manual", NOW, &error);
  g_assert_no_error (error);
  g_clear_object (&f->store);
  g_autoptr (GBytes) after = bytes_of (f->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_a_newer_damaged_database_is_not_opened (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  make_data (f);
  set_version (f->path, 99);
  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  memset (bytes + 4096, 0x5a, length - 4096);
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) length, NULL));
  g_assert_null (way_store_open_anyhow (f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_DATA);
}

static void
test_another_program_s_lock_is_said_and_passes (Fixture *f, gconstpointer data)
{
  sqlite3 *other = NULL;
  g_autoptr (GError) error = NULL;

  make_data (f);
  g_assert_cmpint (sqlite3_open (f->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other,
                                 "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;"
                                 "UPDATE undo_state SET action_id = action_id",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  assert_fails (f->path, WAY_ERROR_LOCKED, "Another program holds");
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  f->store = way_store_open (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_guides (f->store), ==, 1);
}

static void
test_an_empty_file_over_a_log_or_backups_is_no_new_plan (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *kept = NULL, *moved = NULL;
  gsize length = 0;

  act (f->store, "Add", GUIDE);
  g_assert_true (g_file_get_contents (log, &kept, &length, NULL));
  g_assert_cmpint (length, >, 0);
  g_clear_object (&f->store);
  /* Emptied, and gone: the log is what is left. */
  g_assert_true (g_file_set_contents (log, kept, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  assert_fails (f->path, WAY_ERROR_DATA, "log");
  g_unlink (f->path);
  assert_fails (f->path, WAY_ERROR_DATA, "log");
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_unlink (log);
  /* Only backups are left: a file that is empty is damaged, one that is gone was moved away by somebody. */
  f->store = way_store_open (f->path, &error);
  g_assert_no_error (error);
  g_autofree char *backup = way_store_backup (f->store, NULL, "manual", NOW, &error);
  g_assert_nonnull (backup);
  g_clear_object (&f->store);
  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  assert_fails (f->path, WAY_ERROR_DATA, "backups");
  moved = way_store_move_aside (f->path, NOW, &error);
  g_assert_no_error (error);
  f->store = way_store_open (f->path, &error);
  g_assert_no_error (error);
}

static void
test_starting_empty_keeps_the_damaged_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);

  g_clear_object (&f->store);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("not a database: %d", i);
      g_autofree char *found = NULL, *found_log = NULL;
      g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
      g_assert_true (g_file_set_contents (log, "log", -1, NULL));
      assert_fails (f->path, WAY_ERROR_DATA, "is not a Waymark database");
      g_autofree char *aside = way_store_move_aside (f->path, NOW, &error);
      g_assert_no_error (error);
      g_autofree char *log_aside = g_strconcat (aside, "-wal", NULL);
      g_assert_true (g_file_get_contents (aside, &found, NULL, NULL));
      g_assert_true (g_file_get_contents (log_aside, &found_log, NULL, NULL));
      g_assert_cmpstr (found, ==, text);
      g_assert_cmpstr (found_log, ==, "log");
      g_autoptr (WayStore) store = way_store_open (f->path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (count_guides (store), ==, 0);
    }
}

/* A VFS that is SQLite's own but for what a test takes away. */
enum
{
  NO_SHARED_MEMORY = 1 << 0, /* as of an old VFS: SQLite does not offer the log */
  SHARED_MEMORY_FAILS =
      1 << 1, /* as on 9p and some network file systems: it fails when it is used */
  READS_FAIL = 1 << 2,
};

static sqlite3_vfs shim;
static sqlite3_vfs *real;
static sqlite3_io_methods methods;
static int taken;

static int
shim_map (sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
  return SQLITE_IOERR_SHMMAP;
}

static int
shim_read (sqlite3_file *file, void *to, int amount, sqlite3_int64 offset)
{
  return SQLITE_IOERR_READ;
}

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
  int code = real->xOpen (real, name, file, flags, out);

  if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB))
    return code;
  methods = *file->pMethods;
  if (taken & NO_SHARED_MEMORY)
    methods.iVersion = 1;
  if (taken & SHARED_MEMORY_FAILS)
    methods.xShmMap = shim_map;
  if (taken & READS_FAIL)
    methods.xRead = shim_read;
  file->pMethods = &methods;
  return code;
}

static void
take_away (int what)
{
  if (real == NULL)
    {
      real = sqlite3_vfs_find (NULL);
      shim = *real;
      shim.zName = "waymark-test";
      shim.xOpen = shim_open;
      sqlite3_vfs_register (&shim, 0);
    }
  taken = what;
  sqlite3_vfs_register (what != 0 ? &shim : real, 1);
}

static void
assert_journal (WayStore *store, const char *mode)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "PRAGMA journal_mode");

  g_assert_true (way_statement_step (s));
  g_assert_cmpstr (way_statement_text (s, 0), ==, mode);
}

static void
test_a_file_system_without_a_log_is_used_without (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int what = GPOINTER_TO_INT (data);

  /* One that was made elsewhere, and a new one. */
  make_data (f);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path =
          i == 0 ? g_strdup (f->path) : g_build_filename (f->folder, "new", "new.db", NULL);
      take_away (what);
      g_autoptr (WayStore) store = way_store_open (path, &error);
      g_assert_no_error (error);
      assert_journal (store, "delete");
      if (i == 1)
        act (store, "Add", GUIDE);
      g_assert_cmpint (count_guides (store), ==, 1);
      /* The other program gets in, too, and is noticed. */
      g_autoptr (WayStore) second = way_store_open (path, &error);
      g_assert_no_error (error);
      act (second, "Change", "UPDATE guide SET title = 'Changed'");
      g_autoptr (WayStatement) s =
          way_statement_new (store, "SELECT 1 FROM guide WHERE title = 'Changed'");
      g_assert_true (way_statement_step (s));
      g_assert_true (way_statement_finish (s, NULL));
      way_store_poll (store);
      way_store_undo (store, NULL, &error);
      g_assert_no_error (error);
      g_clear_object (&second);
      g_clear_pointer (&s, way_statement_free);
      g_clear_object (&store);
      take_away (0);
      /* Back where there is a log, it is used again. */
      store = way_store_open (path, &error);
      g_assert_no_error (error);
      assert_journal (store, "wal");
    }
}

static void
test_a_disk_that_fails_is_not_called_damage (Fixture *f, gconstpointer data)
{
  make_data (f);
  g_autoptr (GBytes) before = bytes_of (f->path);
  take_away (READS_FAIL);
  assert_fails (f->path, WAY_ERROR_ACCESS, "cannot be read or written");
  take_away (0);
  g_autoptr (GBytes) after = bytes_of (f->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_a_migration_without_space_for_its_backup_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);

  g_clear_object (&f->store);
  make_version_1 (f->path);
  /* A file in the place of the folder. */
  g_assert_true (g_file_set_contents (backups, "", 0, NULL));
  g_assert_null (way_store_open (f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "backups"));
  g_unlink (backups);
  g_clear_error (&error);
  f->store = way_store_open (f->path, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) list = way_store_list_backups (f->path, NULL);
  g_assert_cmpint (list->len, ==, 1);
  g_assert_cmpstr (((WayBackup *) list->pdata[0])->reason, ==, "migration");
}

#define ADD_WITH(path, data, func)                                                                 \
  g_test_add ("/opening/" path, Fixture, data, fixture_set_up, func, fixture_tear_down)
#define ADD(path, func) ADD_WITH (path, NULL, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-newer-database-is-only-read", test_a_newer_database_is_only_read);
  ADD ("a-newer-damaged-database-is-not-opened", test_a_newer_damaged_database_is_not_opened);
  ADD ("another-program-s-lock-is-said-and-passes", test_another_program_s_lock_is_said_and_passes);
  ADD ("an-empty-file-over-a-log-or-backups-is-no-new-plan",
       test_an_empty_file_over_a_log_or_backups_is_no_new_plan);
  ADD ("starting-empty-keeps-the-damaged-file", test_starting_empty_keeps_the_damaged_file);
  ADD_WITH ("a-file-system-that-offers-no-log-is-used-without", GINT_TO_POINTER (NO_SHARED_MEMORY),
            test_a_file_system_without_a_log_is_used_without);
  ADD_WITH ("a-file-system-whose-log-fails-is-used-without", GINT_TO_POINTER (SHARED_MEMORY_FAILS),
            test_a_file_system_without_a_log_is_used_without);
  ADD ("a-disk-that-fails-is-not-called-damage", test_a_disk_that_fails_is_not_called_damage);
  ADD ("a-migration-without-space-for-its-backup-changes-nothing",
       test_a_migration_without_space_for_its_backup_changes_nothing);
  return g_test_run ();
}

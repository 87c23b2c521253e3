/* Files that cannot be opened as usual: each has its own code, a message that names the file, and its bytes are left
 * alone. What the system refuses is refused by the system: a read-only mount and a full disk in a mount namespace of a
 * process of our own, permissions as another user. What no system here has comes from a VFS over SQLite's own. */
#define _GNU_SOURCE /* unshare(), setresuid() */
#include "core/store/backup.h"
#include "fixture.h"

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define GUIDE                                                                                      \
  "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'g', 'Guide', 'pack', "    \
  "'h')"
#define NOW ((gint64) 1800000000)

/* A database with a guide in it, closed. */
static void
make_data (Fixture *f)
{
  act (f->store, "Add", GUIDE);
  g_clear_object (&f->store);
}

static int
count_guides (WayStore *store)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT count (*) FROM guide");

  g_assert_true (way_statement_step (s));
  return (int) way_statement_int (s, 0);
}

static GBytes *
bytes_of (const char *path)
{
  char *data = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
assert_fails (const char *path, WayError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = way_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, WAY_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("%s", error->message);
  /* The message names the file, or at least its folder. */
  g_autofree char *folder = g_path_get_dirname (path);
  g_assert_nonnull (strstr (error->message, folder));
}

/* The store reads all that is there and writes nothing. */
static void
assert_only_reads (WayStore *store, WayError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_store_is_read_only (store));
  g_assert_error (way_store_get_read_only_reason (store), WAY_ERROR, (int) code);
  g_assert_cmpint (count_guides (store), ==, 1);
  g_assert_false (way_store_begin (store, "Write", NOW, &error));
  g_assert_error (error, WAY_ERROR, (int) code);
  g_clear_error (&error);
  g_assert_false (way_store_begin_record (store, &error));
  g_assert_error (error, WAY_ERROR, (int) code);
  g_clear_error (&error);
  g_assert_false (way_store_undo (store, NULL, &error));
  g_assert_error (error, WAY_ERROR, (int) code);
  /* Nor around the actions. */
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM guide");
  g_clear_error (&error);
  g_assert_false (way_statement_run (s, &error, ""));
  g_assert_cmpint (count_guides (store), ==, 1);
}

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
      g_assert_true (way_store_undo (store, NULL, &error));
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

static gboolean
write_to (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return ok;
}

/* Steps into namespaces in which this process may mount; %FALSE where the system does not let it. */
static gboolean
enter_namespace (void)
{
  g_autofree char *users = g_strdup_printf ("0 %d 1", (int) geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %d 1", (int) getegid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_to ("/proc/self/uid_map", users) &&
         write_to ("/proc/self/setgroups", "deny") && write_to ("/proc/self/gid_map", groups) &&
         mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static gboolean
mount_read_only (const char *folder)
{
  return mount (folder, folder, NULL, MS_BIND, NULL) == 0 &&
         mount (NULL, folder, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL) == 0;
}

/* Runs the test in a process of its own, which may change what it may do. */
static gboolean
in_subprocess (void)
{
  if (g_test_subprocess ())
    return TRUE;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  return FALSE;
}

static void
test_a_read_only_disk_is_read (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (f->path);

  if (!in_subprocess ())
    return;
  make_data (f);
  if (!enter_namespace () || !mount_read_only (folder))
    {
      g_printerr ("no mount namespaces here\n");
      return;
    }
  assert_fails (f->path, WAY_ERROR_READ_ONLY, "Read-only file system");
  f->store = way_store_open_anyhow (f->path, &error);
  g_assert_no_error (error);
  assert_only_reads (f->store, WAY_ERROR_READ_ONLY);
  /* A backup has no place to go, and says so. */
  g_assert_null (way_store_backup (f->store, NULL, "manual", NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_object (&f->store);
  umount2 (folder, MNT_DETACH);
}

/* Remounted read-only while a program had it open, as the kernel does at a disk error: the newest changes are in the log. */
static void
test_a_log_on_a_read_only_disk_is_read_or_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (f->path, "-shm", NULL);

  if (!in_subprocess ())
    return;
  act (f->store, "Add", GUIDE);
  g_autoptr (GBytes) database = bytes_of (f->path);
  g_autoptr (GBytes) changes = bytes_of (log);
  g_clear_object (&f->store);
  /* As after a crash: the shared memory is gone, what is in the file alone is older. */
  g_assert_true (g_file_set_contents (f->path, g_bytes_get_data (database, NULL),
                                      (gssize) g_bytes_get_size (database), NULL));
  g_assert_true (g_file_set_contents (log, g_bytes_get_data (changes, NULL),
                                      (gssize) g_bytes_get_size (changes), NULL));
  g_unlink (shared);
  if (!enter_namespace () || !mount_read_only (folder))
    {
      g_printerr ("no mount namespaces here\n");
      return;
    }
  f->store = way_store_open_anyhow (f->path, &error);
  g_assert_null (f->store);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_ACCESS);
  g_assert_nonnull (strstr (error->message, "-wal"));
  umount2 (folder, MNT_DETACH);
}

/* The data of version 1, as that version wrote it. */
static void
make_version_1 (const char *path)
{
  g_autofree char *file =
      g_test_build_filename (G_TEST_DIST, "store", "data", "version-1.sql", NULL);
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_older_data_on_a_read_only_disk_is_read (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (f->path);

  if (!in_subprocess ())
    return;
  g_clear_object (&f->store);
  make_version_1 (f->path);
  if (!enter_namespace () || !mount_read_only (folder))
    {
      g_printerr ("no mount namespaces here\n");
      return;
    }
  f->store = way_store_open_anyhow (f->path, &error);
  g_assert_no_error (error);
  assert_only_reads (f->store, WAY_ERROR_READ_ONLY);
  g_autofree char *all = dump (f->store);
  g_assert_nonnull (strstr (all, "[busy_own]"));
  g_clear_object (&f->store);
  umount2 (folder, MNT_DETACH);
}

static void
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "filler", NULL);
  static char block[4096];
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  while (write (fd, block, sizeof block) > 0)
    ;
  close (fd);
}

static void
test_a_full_disk_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (f->folder, "small", NULL);
  g_autofree char *path = g_build_filename (folder, "waymark.db", NULL);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);

  if (!in_subprocess ())
    return;
  g_mkdir (folder, 0700);
  if (!enter_namespace () || mount ("none", folder, "tmpfs", 0, "size=2m") != 0)
    {
      g_printerr ("no mount namespaces here\n");
      return;
    }
  /* Nothing there yet. */
  fill_disk (folder);
  assert_fails (path, WAY_ERROR_FULL, "space");
  g_unlink (filler);
  g_autoptr (WayStore) store = way_store_open (path, &error);
  g_assert_no_error (error);
  act (store, "Add", GUIDE);
  /* In the middle of an action. */
  fill_disk (folder);
  g_autofree char *before = dump (store);
  g_assert_true (way_store_begin (store, "Large", NOW, &error));
  g_autoptr (WayStatement) s = way_statement_new (
      store, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
             "INSERT INTO setting (key, value) SELECT 'k' || i, hex (zeroblob (400)) FROM n");
  if (way_statement_run (s, &error, ""))
    g_assert_false (way_store_commit (store, &error));
  else
    way_store_rollback (store);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, path));
  g_autofree char *after = dump (store);
  g_assert_cmpstr (before, ==, after);
  /* A backup has no space either: no half of one is left. */
  g_clear_error (&error);
  g_assert_null (way_store_backup (store, NULL, "manual", NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
  g_clear_pointer (&s, way_statement_free);
  g_clear_object (&store);
  /* With the data there, and no space for as much as the shared memory. */
  fill_disk (folder);
  g_clear_error (&error);
  store = way_store_open (path, &error);
  if (store == NULL)
    g_assert_error (error, WAY_ERROR, WAY_ERROR_FULL);
  else
    g_assert_cmpint (count_guides (store), ==, 1);
  g_clear_object (&store);
  g_unlink (filler);
  g_clear_error (&error);
  store = way_store_open (path, &error);
  g_assert_no_error (error);
  act (store, "Change", "UPDATE guide SET title = 'Again'");
  g_clear_object (&store);
  umount2 (folder, MNT_DETACH);
}

/* A limit of the file's size, as a quota has. */
static void
test_a_limit_of_size_is_a_full_disk (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const struct rlimit limit = { 200 * 1024, 200 * 1024 };

  if (!in_subprocess ())
    return;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (way_store_begin (f->store, "Large", NOW, &error));
  g_autoptr (WayStatement) s = way_statement_new (
      f->store, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                "INSERT INTO setting (key, value) SELECT 'k' || i, hex (zeroblob (400)) FROM n");
  if (way_statement_run (s, &error, ""))
    g_assert_false (way_store_commit (f->store, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FULL);
  way_store_rollback (f->store);
}

/* Permissions bind everybody but root. */
static void
become_nobody (const char *folder)
{
  const char *argv[] = { "chown", "-R", "65534:65534", folder, NULL };

  if (geteuid () != 0)
    return;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_cmpint (setresgid (65534, 65534, 65534), ==, 0);
  g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
}

static void
test_files_without_permission_are_read_or_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (f->path);

  if (!in_subprocess ())
    return;
  make_data (f);
  become_nobody (f->folder);
  /* The file. */
  g_chmod (f->path, 0400);
  assert_fails (f->path, WAY_ERROR_READ_ONLY, "Permission denied");
  f->store = way_store_open_anyhow (f->path, &error);
  g_assert_no_error (error);
  assert_only_reads (f->store, WAY_ERROR_READ_ONLY);
  g_clear_object (&f->store);
  /* Its folder, too, and alone. */
  for (int mode = 0400; mode <= 0600; mode += 0200)
    {
      g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
      g_autofree char *shared = g_strconcat (f->path, "-shm", NULL);
      g_unlink (log);
      g_unlink (shared);
      g_chmod (f->path, mode);
      g_chmod (folder, 0500);
      assert_fails (f->path, WAY_ERROR_READ_ONLY, "Permission denied");
      f->store = way_store_open_anyhow (f->path, &error);
      g_assert_no_error (error);
      assert_only_reads (f->store, WAY_ERROR_READ_ONLY);
      g_clear_object (&f->store);
      g_chmod (folder, 0700);
    }
  /* Not to be read at all. */
  g_chmod (f->path, 0000);
  g_assert_null (way_store_open_anyhow (f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_ACCESS);
  g_chmod (f->path, 0600);
  f->store = way_store_open (f->path, &error);
  g_clear_error (&error);
  f->store = f->store != NULL ? f->store : way_store_open (f->path, &error);
  g_assert_no_error (error);
}

static void
test_a_home_that_cannot_be_written_is_named (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *home = g_build_filename (f->folder, "home", NULL);
  g_autofree char *path = g_build_filename (home, ".local", "share", "waymark.db", NULL);
  g_autofree char *flat = g_build_filename (home, "waymark.db", NULL);

  if (!in_subprocess ())
    return;
  g_mkdir (home, 0500);
  become_nobody (f->folder);
  assert_fails (path, WAY_ERROR_ACCESS, "Permission denied");
  assert_fails (flat, WAY_ERROR_ACCESS, "Permission denied");
  /* There is nothing to look at: no empty plan that only reads. */
  g_assert_null (way_store_open_anyhow (flat, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_ACCESS);
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
  ADD ("a-read-only-disk-is-read", test_a_read_only_disk_is_read);
  ADD ("a-log-on-a-read-only-disk-is-read-or-refused",
       test_a_log_on_a_read_only_disk_is_read_or_refused);
  ADD ("older-data-on-a-read-only-disk-is-read", test_older_data_on_a_read_only_disk_is_read);
  ADD ("a-full-disk-changes-nothing", test_a_full_disk_changes_nothing);
  ADD ("a-limit-of-size-is-a-full-disk", test_a_limit_of_size_is_a_full_disk);
  ADD ("files-without-permission-are-read-or-refused",
       test_files_without_permission_are_read_or_refused);
  ADD ("a-home-that-cannot-be-written-is-named", test_a_home_that_cannot_be_written_is_named);
  ADD ("a-migration-without-space-for-its-backup-changes-nothing",
       test_a_migration_without_space_for_its_backup_changes_nothing);
  return g_test_run ();
}

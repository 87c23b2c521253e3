/* Data on a disk that is read-only or full, or that belongs to somebody else: what the system refuses is refused by the
 * system, in a mount namespace or as another user in a process of the test's own. */
#define _GNU_SOURCE /* unshare(), setresuid() */
#include "opening.h"

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

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

#define ADD(path, func)                                                                            \
  g_test_add ("/opening-system/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-read-only-disk-is-read", test_a_read_only_disk_is_read);
  ADD ("a-log-on-a-read-only-disk-is-read-or-refused",
       test_a_log_on_a_read_only_disk_is_read_or_refused);
  ADD ("older-data-on-a-read-only-disk-is-read", test_older_data_on_a_read_only_disk_is_read);
  ADD ("a-full-disk-changes-nothing", test_a_full_disk_changes_nothing);
  ADD ("a-limit-of-size-is-a-full-disk", test_a_limit_of_size_is_a_full_disk);
  ADD ("files-without-permission-are-read-or-refused",
       test_files_without_permission_are_read_or_refused);
  ADD ("a-home-that-cannot-be-written-is-named", test_a_home_that_cannot_be_written_is_named);
  return g_test_run ();
}

/* A backup gets its name only after it was read back and found whole, so that a file in the folder is
 * always a good one. */
#include "core/store/backup.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/store/private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000

int
way_store_copy_pages (sqlite3 *from, sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return sqlite3_errcode (to);
  int code = sqlite3_backup_step (backup, -1);
  int end = sqlite3_backup_finish (backup);
  /* The end says nothing of a file that was locked. */
  return code == SQLITE_DONE ? end : code;
}

/* One file without a log beside it, whole by SQLite's own full check. SQLITE_CORRUPT when it is not. */
static int
check_copy (sqlite3 *db)
{
  g_autofree char *result = NULL;
  int code = sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  if (code != SQLITE_OK)
    return code;
  if (!way_store_read_text (db, "PRAGMA integrity_check (1)", &result, NULL))
    return sqlite3_errcode (db);
  return g_strcmp0 (result, "ok") == 0 ? SQLITE_OK : SQLITE_CORRUPT;
}

static gboolean
refuse (const char *path, int code, GError **error)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The backup “%s” cannot be written: %s."), path,
               g_strerror (code));
  return FALSE;
}

static gboolean
write_copy (sqlite3 *from, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE, NULL);

  if (code == SQLITE_OK)
    code = way_store_copy_pages (from, copy);
  if (code == SQLITE_OK)
    code = check_copy (copy);
  if (code == SQLITE_CORRUPT)
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                 _ ("The backup “%s” was written but did not pass its check."), path);
  else if (code != SQLITE_OK)
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The backup “%s” cannot be written: %s."), path,
                 sqlite3_errstr (code));
  sqlite3_close (copy);
  return code == SQLITE_OK;
}

/* Until a file or a name in a folder is on the disk, and not only on its way there. */
static gboolean
sync_path (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int code = fd < 0 || fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  /* Some file systems have no sync for folders. */
  return code == 0 || code == EINVAL || refuse (path, code, error);
}

/* @part becomes @target, and stays it after a power cut. */
static gboolean
put_in_place (const char *part, const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  if (!sync_path (part, error))
    return FALSE;
  if (g_rename (part, target) != 0)
    return refuse (target, errno, error);
  return sync_path (folder, error);
}

/* Backups have no log: data that a program works with has. */
static gboolean
is_in_use (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint8 header[20] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean logged = fd >= 0 && read (fd, header, sizeof header) == sizeof header && header[18] == 2;

  if (fd >= 0)
    close (fd);
  return logged || g_file_test (log, G_FILE_TEST_EXISTS);
}

/* A file that a person names is replaced only if it is a backup, too, and never the data itself. */
static gboolean
may_replace (const char *database_path, const char *target, GError **error)
{
  GStatBuf data, there;

  if (g_stat (target, &there) != 0)
    return TRUE;
  if (S_ISDIR (there.st_mode))
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” is a folder. Name a file in it."),
                 target);
  else if (g_stat (database_path, &data) == 0 && data.st_dev == there.st_dev &&
           data.st_ino == there.st_ino)
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” is the data itself. Name another file."),
                 target);
  else if (there.st_size == 0 || (way_store_probe (target, NULL) && !is_in_use (target)))
    return TRUE;
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                 _ ("“%s” exists and is no backup. It was not replaced; name another file."),
                 target);
  return FALSE;
}

static char *
write_backup (sqlite3 *from, const char *database_path, const char *target, GError **error)
{
  g_autofree char *part = g_strconcat (target, ".part-XXXXXX", NULL);

  if (!may_replace (database_path, target, error))
    return NULL;
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      refuse (target, errno, error);
      return NULL;
    }
  close (fd);
  if (write_copy (from, part, error) && put_in_place (part, target, error))
    return g_strdup (target);
  g_unlink (part);
  return NULL;
}

static gboolean
make_backups_folder (const char *database_path, GError **error)
{
  g_autofree char *folder = way_store_backups_folder (database_path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  int code = errno;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The folder “%s” cannot be made: %s."), folder,
               g_strerror (code));
  return FALSE;
}

char *
way_store_backup (WayStore *self,
                  const char *path,
                  const char *reason,
                  gint64 now_utc,
                  GError **error)
{
  g_autofree char *target =
      path != NULL ? g_strdup (path) : way_backup_path (self->path, reason, now_utc);

  if (path == NULL && !make_backups_folder (self->path, error))
    return NULL;
  return write_backup (self->db, self->path, target, error);
}

static gboolean
is_part (const char *name)
{
  return g_str_has_prefix (name, WAY_BACKUP_PREFIX) && strstr (name, ".db.part") != NULL;
}

static gboolean
is_copy (const char *name)
{
  return g_str_has_prefix (name, WAY_RESTORE_PREFIX);
}

/* What a process left behind that was killed in the middle of a backup or a restore, a day ago or longer. */
static void
remove_leftovers (const char *folder, gboolean (*is_leftover) (const char *), gint64 now_utc)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;
      if (is_leftover (name) && g_lstat (path, &info) == 0 && info.st_mtime < now_utc - 86400)
        way_file_remove (path);
    }
}

static void
thin (const char *database_path, gint64 now_utc)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (database_path, NULL);
  g_autofree gboolean *keep = way_backups_to_keep (backups, now_utc);
  g_autofree char *folder = way_store_backups_folder (database_path);
  g_autofree char *home = g_path_get_dirname (database_path);

  for (guint i = 0; i < backups->len; i++)
    if (!keep[i])
      g_unlink (((const WayBackup *) g_ptr_array_index (backups, i))->path);
  remove_leftovers (folder, is_part, now_utc);
  remove_leftovers (home, is_copy, now_utc);
}

gboolean
way_backup_daily (const char *database_path, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (database_path, error);
  g_autofree char *target = way_backup_path (database_path, "daily", now_utc);
  sqlite3 *from = NULL;

  /* One of a day that is still to come was written by a clock that was wrong. */
  for (guint i = 0; i < backups->len; i++)
    {
      const WayBackup *backup = g_ptr_array_index (backups, i);
      if (g_str_equal (backup->reason, "daily") && backup->time_utc / 86400 == now_utc / 86400)
        return TRUE;
    }
  if (!make_backups_folder (database_path, error))
    return FALSE;
  g_autofree char *written = NULL;
  if (sqlite3_open_v2 (database_path, &from, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    {
      sqlite3_busy_timeout (from, BUSY_TIMEOUT_MS);
      written = write_backup (from, database_path, target, error);
    }
  else
    way_store_set_error_of (from, database_path, error);
  sqlite3_close (from);
  if (written != NULL)
    thin (database_path, now_utc);
  return written != NULL;
}

gboolean
way_store_backup_daily (WayStore *self, gint64 now_utc, GError **error)
{
  return way_backup_daily (self->path, now_utc, error);
}

void
way_backup_summary_free (WayBackupSummary *summary)
{
  if (summary == NULL)
    return;
  g_free (summary->last_action);
  g_free (summary);
}

char *
way_backup_summary_to_text (const WayBackupSummary *summary)
{
  if (summary == NULL)
    return g_strdup (_ ("damaged, or not of Waymark"));
  g_autofree char *guides = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d guide", "%d guides", (gulong) summary->guides),
      summary->guides);
  g_autofree char *blocks = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d block", "%d blocks", (gulong) summary->blocks),
      summary->blocks);
  g_autofree char *calendars = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d calendar", "%d calendars", (gulong) summary->calendars),
      summary->calendars);
  return g_strdup_printf ("%s, %s, %s", guides, blocks, calendars);
}

static void
read_last_action (sqlite3 *db, WayBackupSummary *summary)
{
  summary->last_action_utc = way_store_query_int (
      db, "SELECT time_utc FROM undo_action WHERE undone = 0 ORDER BY id DESC LIMIT 1", 0);
  if (!way_store_read_text (
          db, "SELECT name FROM undo_action WHERE undone = 0 ORDER BY id DESC LIMIT 1",
          &summary->last_action, NULL))
    summary->last_action = g_strdup ("");
}

WayBackupSummary *
way_backup_describe (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  /* Nobody writes to a backup; no log is looked for, and none is made beside it. */
  g_autofree char *name = g_strconcat (uri != NULL ? uri : "", "?immutable=1", NULL);
  WayBackupSummary *summary = NULL;
  sqlite3 *db = NULL;

  if (uri == NULL || !way_store_probe (absolute, error))
    return NULL;
  gint64 version = -1;
  if (sqlite3_open_v2 (name, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK)
    version = way_store_query_int (db, "PRAGMA user_version", -1);
  if (version <= 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_DATA, _ ("“%s” cannot be read: %s."), path,
                 sqlite3_errmsg (db));
  else
    {
      summary = g_new0 (WayBackupSummary, 1);
      summary->version = (int) version;
      summary->guides = (int) way_store_query_int (db, "SELECT count(*) FROM guide", 0);
      summary->blocks = (int) way_store_query_int (db, "SELECT count(*) FROM block", 0);
      summary->calendars = (int) way_store_query_int (db, "SELECT count(*) FROM busy_calendar", 0);
      read_last_action (db, summary);
    }
  sqlite3_close (db);
  return summary;
}

/* A backup gets its name only after it was read back and found whole, so that a file in the folder is
 * always a good one. Names sort by time: waymark-2027-01-04T080000Z-daily.db. */
#include "core/store/backup.h"

#include "core/base/date.h"
#include "core/base/error.h"
#include "core/store/private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define KEEP_DAYS     10
#define KEEP_WEEKS    8
#define KEEP_MONTHS   12
#define KEEP_AT_LEAST 10
#define PREFIX        "waymark-"
#define STAMP_LENGTH  18 /* 2027-01-04T080000Z */

void
way_backup_free (WayBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup->reason);
  g_free (backup);
}

static char *
backups_folder (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);

  return g_build_filename (folder, "backups", NULL);
}

static char *
backup_path (WayStore *self, const char *reason, gint64 now_utc)
{
  g_autofree char *folder = backups_folder (self->path);
  g_autofree char *stamp = way_instant_to_iso (now_utc);
  g_auto (GStrv) parts = g_strsplit (stamp, ":", -1);
  g_autofree char *compact = g_strjoinv ("", parts);
  g_autofree char *name = g_strdup_printf (PREFIX "%s-%s.db", compact, reason);

  return g_build_filename (folder, name, NULL);
}

static int
copy_pages (sqlite3 *from, sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return sqlite3_errcode (to);
  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup);
}

/* One file without a log beside it, whole by SQLite's own full check. SQLITE_CORRUPT when it is not. */
static int
check_copy (sqlite3 *db)
{
  sqlite3_stmt *s = NULL;
  gboolean ok = FALSE;
  int code = sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  if (code != SQLITE_OK)
    return code;
  if (sqlite3_prepare_v2 (db, "PRAGMA integrity_check (1)", -1, &s, NULL) == SQLITE_OK &&
      sqlite3_step (s) == SQLITE_ROW)
    ok = g_strcmp0 ((const char *) sqlite3_column_text (s, 0), "ok") == 0;
  code = sqlite3_finalize (s);
  return ok || code != SQLITE_OK ? code : SQLITE_CORRUPT;
}

static gboolean
write_copy (WayStore *self, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    code = copy_pages (self->db, copy);
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

char *
way_store_backup (WayStore *self,
                  const char *path,
                  const char *reason,
                  gint64 now_utc,
                  GError **error)
{
  g_autofree char *target = path ? g_strdup (path) : backup_path (self, reason, now_utc);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *part = g_strconcat (target, ".part", NULL);

  if (path == NULL && g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The folder “%s” cannot be made: %s."),
                   folder, g_strerror (code));
      return NULL;
    }
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” is a folder. Name a file in it."),
                   target);
      return NULL;
    }
  g_unlink (part);
  if (!write_copy (self, part, error))
    {
      g_unlink (part);
      return NULL;
    }
  g_chmod (part, 0600);
  if (g_rename (part, target) == 0)
    return g_steal_pointer (&target);
  int code = errno;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The backup “%s” cannot be written: %s."), target,
               g_strerror (code));
  g_unlink (part);
  return NULL;
}

/* Time and reason from a file name; %FALSE for a file that is none of ours. */
static gboolean
parse_name (const char *name, WayBackup *backup)
{
  const char *stamp = name + strlen (PREFIX);

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, ".db") ||
      strlen (stamp) < STAMP_LENGTH + 5)
    return FALSE;
  g_autofree char *iso = g_strdup_printf ("%.13s:%.2s:%.3s", stamp, stamp + 13, stamp + 15);
  const char *reason = stamp + STAMP_LENGTH + 1;
  backup->reason = g_strndup (reason, strlen (reason) - 3);
  return way_instant_parse (iso, &backup->time_utc, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const WayBackup *x = *(WayBackup *const *) a, *y = *(WayBackup *const *) b;

  return (y->time_utc > x->time_utc) - (y->time_utc < x->time_utc);
}

GPtrArray *
way_store_list_backups (const char *database_path, GError **error)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) way_backup_free);
  g_autofree char *folder = backups_folder (database_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  /* No folder: no backup was written yet. */
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      WayBackup *backup = g_new0 (WayBackup, 1);
      GStatBuf info;
      backup->path = g_build_filename (folder, name, NULL);
      if (parse_name (name, backup) && g_stat (backup->path, &info) == 0)
        {
          backup->size = info.st_size;
          g_ptr_array_add (backups, backup);
        }
      else
        way_backup_free (backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/* Keeps the newest of each of the last days, weeks and months that have one, and never fewer than
 * KEEP_AT_LEAST in all. Only daily backups are thinned: the others mark a moment. */
static void
thin (const char *database_path)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (database_path, NULL);
  int days = 0, weeks = 0, months = 0, kept = 0;
  WayDate day = WAY_DATE_NONE, week = WAY_DATE_NONE, month = WAY_DATE_NONE;

  for (guint i = 0; i < backups->len; i++)
    {
      const WayBackup *backup = g_ptr_array_index (backups, i);
      WayDate date = (WayDate) (backup->time_utc / 86400);
      int y, m, d;
      way_date_to_ymd (date, &y, &m, &d);
      WayDate first = way_date_from_ymd (y, m, 1);
      gboolean keep = !g_str_equal (backup->reason, "daily") || kept < KEEP_AT_LEAST;

      if (date != day && days < KEEP_DAYS)
        keep = (days++, TRUE);
      if (way_date_week_start (date) != week && weeks < KEEP_WEEKS)
        keep = (weeks++, TRUE);
      if (first != month && months < KEEP_MONTHS)
        keep = (months++, TRUE);
      day = date;
      week = way_date_week_start (date);
      month = first;
      if (keep)
        kept++;
      else
        g_unlink (backup->path);
    }
}

gboolean
way_store_backup_daily (WayStore *self, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (self->path, error);

  if (backups == NULL)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    {
      const WayBackup *backup = g_ptr_array_index (backups, i);
      if (g_str_equal (backup->reason, "daily") && backup->time_utc > now_utc - 86400)
        return TRUE;
    }
  g_autofree char *path = way_store_backup (self, NULL, "daily", now_utc, error);
  if (path == NULL)
    return FALSE;
  thin (self->path);
  return TRUE;
}

/* Opening: probe → version → lock → integrity → journal → backup when migrating → migrate. What cannot be read for sure
 * is left as it is, and nothing is written before all of it was read. What cannot be written is opened read-only
 * when the caller asks for that. */
#include "core/base/error.h"
#include "core/store/backup.h"
#include "core/store/private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000

static WayStore *
store_new (const char *path)
{
  WayStore *self = g_object_new (WAY_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  return self;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  int code = errno;
  g_set_error (error, WAY_ERROR, code == ENOSPC ? WAY_ERROR_FULL : WAY_ERROR_ACCESS,
               _ ("The folder “%s”, where Waymark keeps your data, cannot be made: %s."), folder,
               g_strerror (code));
  return FALSE;
}

/* 0600 before SQLite creates it: its journals take the database's mode. */
static gboolean
make_file (const char *path, GError **error)
{
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int code = errno;

  if (fd >= 0)
    close (fd);
  if (fd >= 0)
    return TRUE;
  if (exists)
    g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written: %s. Nothing was changed."), path, g_strerror (code));
  else
    g_set_error (error, WAY_ERROR, code == ENOSPC ? WAY_ERROR_FULL : WAY_ERROR_ACCESS,
                 _ ("“%s”, where Waymark keeps your data, cannot be made: %s."), path,
                 g_strerror (code));
  return FALSE;
}

static gboolean
open_connection (WayStore *self, const char *name, int flags, GError **error)
{
  g_clear_pointer (&self->db, sqlite3_close_v2);
  if (sqlite3_open_v2 (name, &self->db, flags, NULL) != SQLITE_OK)
    return way_store_set_error_of (self->db, self->path, error);
  sqlite3_extended_result_codes (self->db, 0);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  return TRUE;
}

/* The first real look at the file. */
static gboolean
read_version (WayStore *self, int *version, GError **error)
{
  g_autofree char *text = NULL;

  if (!way_store_read_text (self->db, "PRAGMA user_version", &text, error))
    return FALSE;
  *version = (int) g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* Whether the last failure came from the memory that the users of a write-ahead log share: some file systems (over a
 * network, in some containers) have none. */
static gboolean
lacks_shared_memory (WayStore *self)
{
  switch (sqlite3_extended_errcode (self->db))
    {
    case SQLITE_CANTOPEN:
    case SQLITE_CANTOPEN_FULLPATH:
    case SQLITE_IOERR_SHMMAP:
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMLOCK:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Alone, SQLite reads a write-ahead log without shared memory, and can leave that mode for the rollback journal, which is
 * as safe and only slower. */
static gboolean
leave_log (WayStore *self, int *version, GError **error)
{
  g_autofree char *mode = NULL;

  if (!open_connection (self, self->path, SQLITE_OPEN_READWRITE, error) ||
      !way_store_exec (self->db, "PRAGMA locking_mode = EXCLUSIVE", error) ||
      !read_version (self, version, error) ||
      !way_store_read_text (self->db, "PRAGMA journal_mode = DELETE", &mode, error))
    return FALSE;
  /* The lock is given back at the next access. */
  self->without_log = TRUE;
  return way_store_exec (self->db, "PRAGMA locking_mode = NORMAL", error) &&
         read_version (self, version, error);
}

/* Why the file cannot be written, in the system's words if they can be had. */
static gboolean
refuse_read_only (WayStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int code = 0;

  if (g_access (self->path, W_OK) != 0 || g_access (folder, W_OK) != 0)
    code = errno;
  g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY,
               _ ("“%s” or its folder cannot be written: %s. Nothing was changed."), self->path,
               g_strerror (code != 0 ? code : EROFS));
  return FALSE;
}

static gboolean
folder_is_writable (WayStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return g_access (folder, W_OK) == 0;
}

static gboolean
read_first (WayStore *self, int *version, GError **error)
{
  if (sqlite3_db_readonly (self->db, "main") == 1)
    return refuse_read_only (self, error);
  if (read_version (self, version, error))
    return TRUE;
  if (!folder_is_writable (self))
    {
      g_clear_error (error);
      return refuse_read_only (self, error);
    }
  if (!lacks_shared_memory (self))
    return FALSE;
  g_clear_error (error);
  return leave_log (self, version, error);
}

/* Also after the write-ahead log was asked for: the file is read with it only then. */
static gboolean
choose_journal (WayStore *self, int *version, GError **error)
{
  g_autofree char *mode = NULL;

  if (self->without_log)
    return TRUE;
  if (way_store_read_text (self->db, "PRAGMA journal_mode = WAL", &mode, error) &&
      read_version (self, version, error))
    {
      self->without_log = g_strcmp0 (mode, "wal") != 0;
      return TRUE;
    }
  if (!lacks_shared_memory (self))
    return FALSE;
  g_clear_error (error);
  return leave_log (self, version, error);
}

static gboolean
check_integrity (WayStore *self, GError **error)
{
  gint64 now_utc = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *result = NULL;
  g_autoptr (GError) failure = NULL;

  self->checked_utc = way_store_checked_at (self->path, now_utc);
  if (self->checked_utc > 0)
    return TRUE;
  if (way_store_read_text (self->db, "PRAGMA quick_check (1)", &result, &failure))
    {
      if (g_str_equal (result, "ok"))
        {
          self->checked_utc = now_utc;
          return TRUE;
        }
    }
  else if (failure->code != WAY_ERROR_DATA)
    {
      /* Locked or out of reach is not damaged. */
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_set_error (error, WAY_ERROR, WAY_ERROR_DATA,
               _ ("“%s” is damaged. Nothing was changed; put a backup from “%s/backups” in its "
                  "place."),
               self->path, folder);
  return FALSE;
}

static gboolean
refuse_newer (WayStore *self, int version, GError **error)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_NEWER,
               _ ("“%s” was written by a newer version of Waymark (its data has version %d, "
                  "this program knows %d). Update Waymark; nothing was changed."),
               self->path, version, way_store_newest_version ());
  return FALSE;
}

static gboolean
bring_up_to_date (WayStore *self, int version, GError **error)
{
  if (version == way_store_newest_version ())
    return TRUE;
  if (version > 0)
    {
      g_autofree char *backup =
          way_store_backup (self, NULL, "migration", g_get_real_time () / G_USEC_PER_SEC, error);
      if (backup == NULL)
        return FALSE;
    }
  return way_store_migrate (self->db, version, error);
}

static gboolean
set_up (WayStore *self, GError **error)
{
  int version = 0;

  if (!open_connection (self, self->path, SQLITE_OPEN_READWRITE, error) ||
      !read_first (self, &version, error))
    return FALSE;
  if (version > way_store_newest_version ())
    return refuse_newer (self, version, error);
  /* What SQLite keeps for a statement that fails in the middle goes to a file otherwise, in a folder for all,
   * four writes a row; and an action of 30,000 rows is larger than the pages that are to be kept of what was read. */
  return check_integrity (self, error) && choose_journal (self, &version, error) &&
         way_store_exec (self->db,
                         "PRAGMA synchronous = FULL;"
                         "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -1024;" /* KiB */
                         "PRAGMA cache_spill = 4096;"                             /* pages */
                         "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;",
                         error) &&
         bring_up_to_date (self, version, error);
}

WayStore *
way_store_open (const char *path, GError **error)
{
  g_autoptr (WayStore) self = store_new (path);

  if (!make_folder (self->path, error) || !way_store_probe (self->path, error) ||
      !make_file (self->path, error) || !set_up (self, error))
    return NULL;
  way_store_watch_rows (self);
  return g_steal_pointer (&self);
}

/* Without a log to read from, a file in a folder that cannot be written is read as it lies there. */
static gboolean
connect_unwritten (WayStore *self, GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, error);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);
  GStatBuf info;

  if (uri == NULL)
    return FALSE;
  if (g_stat (log, &info) == 0 && info.st_size > 0)
    {
      g_set_error (
          error, WAY_ERROR, WAY_ERROR_ACCESS,
          _ ("The newest changes are in “%s” and cannot be read while its folder cannot be "
             "written. Nothing was changed; make the folder writable and try again."),
          log);
      return FALSE;
    }
  return open_connection (self, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

/* Data of an older version is brought up to date in memory. */
static gboolean
migrate_in_memory (WayStore *self, int version, GError **error)
{
  sqlite3 *memory = NULL;
  gboolean ok = sqlite3_open (":memory:", &memory) == SQLITE_OK &&
                way_store_copy_pages (self->db, memory) == SQLITE_OK &&
                way_store_migrate (memory, version, error);

  if (ok)
    {
      sqlite3_close_v2 (self->db);
      self->db = memory;
      return TRUE;
    }
  if (error != NULL && *error == NULL)
    way_store_set_error (memory, error);
  sqlite3_close_v2 (memory);
  return FALSE;
}

static gboolean
set_up_read_only (WayStore *self, GError **error)
{
  int version = 0;

  if (!open_connection (self, self->path, SQLITE_OPEN_READONLY, error))
    return FALSE;
  if (!read_version (self, &version, error))
    {
      if (g_error_matches (*error, WAY_ERROR, WAY_ERROR_LOCKED))
        return FALSE;
      g_clear_error (error);
      if (!connect_unwritten (self, error) || !read_version (self, &version, error))
        return FALSE;
    }
  if (!check_integrity (self, error))
    return FALSE;
  if (version < way_store_newest_version () && !migrate_in_memory (self, version, error))
    return FALSE;
  return way_store_exec (self->db, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY", error);
}

WayStore *
way_store_open_read_only (const char *path, const GError *reason, GError **error)
{
  g_autoptr (WayStore) self = store_new (path);
  g_autoptr (GError) failure = NULL;
  GStatBuf info;

  g_return_val_if_fail (reason != NULL, NULL);
  self->read_only = g_error_copy (reason);
  /* Nothing there is nothing to look at: the reason is all there is to say. */
  if (g_stat (self->path, &info) != 0 || info.st_size == 0)
    failure = g_error_copy (reason);
  else if (way_store_probe (self->path, &failure) && set_up_read_only (self, &failure))
    {
      way_store_watch_rows (self);
      return g_steal_pointer (&self);
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

WayStore *
way_store_open_anyhow (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  WayStore *self = way_store_open (path, &reason);

  if (self == NULL && (g_error_matches (reason, WAY_ERROR, WAY_ERROR_NEWER) ||
                       g_error_matches (reason, WAY_ERROR, WAY_ERROR_READ_ONLY)))
    return way_store_open_read_only (path, reason, error);
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return self;
}

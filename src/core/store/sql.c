/* SQL without results, and SQLite's errors in the words of a person. */
#include "core/base/error.h"
#include "core/store/private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static gboolean
is_no_space (int system_error)
{
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

static WayError
classify (int code, int system_error)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return WAY_ERROR_LOCKED;
    case SQLITE_FULL:
      return WAY_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return WAY_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return is_no_space (system_error) ? WAY_ERROR_FULL : WAY_ERROR_READ_ONLY;
    case SQLITE_IOERR:
      return is_no_space (system_error) ? WAY_ERROR_FULL : WAY_ERROR_ACCESS;
    default:
      return WAY_ERROR_DATA;
    }
}

static const char *
format_of (WayError what, int code)
{
  switch (what)
    {
    case WAY_ERROR_LOCKED:
      return _ ("Another program holds “%s”. Close it and try again.");
    case WAY_ERROR_FULL:
      return _ ("There is no space left for “%s”. Nothing was changed; free some and try again.");
    case WAY_ERROR_READ_ONLY:
      /* Translators: a file's path, and the system's reason. */
      return _ ("“%s” or its folder cannot be written: %s. Nothing was changed.");
    case WAY_ERROR_ACCESS:
      /* Not that nothing was changed: a commit that failed on a failing disk may be there. */
      /* Translators: a file's path, and the system's reason. */
      return _ ("“%s” cannot be read or written: %s. See to the disk, then look at what is there "
                "and try again.");
    default:
      break;
    }
  if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    return _ ("“%s” is damaged: %s. Nothing was changed; a backup can be put in its place.");
  return _ ("The database “%s” reports: %s.");
}

/* SQLite forgets the system's reason at a commit; its files know it. */
static int
last_system_error (sqlite3 *db)
{
  sqlite3_file *journal = NULL;
  int code = sqlite3_system_errno (db);

  if (code == 0 &&
      sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal) == SQLITE_OK &&
      journal != NULL && journal->pMethods != NULL)
    journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &code);
  if (code == 0)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &code);
  return code;
}

gboolean
way_store_set_error (sqlite3 *db, GError **error)
{
  const char *path = sqlite3_db_filename (db, "main");

  return way_store_set_error_of (db, path != NULL ? path : "", error);
}

gboolean
way_store_set_error_of (sqlite3 *db, const char *path, GError **error)
{
  int code = sqlite3_extended_errcode (db);
  int system_error = last_system_error (db);
  WayError what = classify (code, system_error);

  /* SQLite keeps the system's reason for two codes only, and an old one otherwise. */
  gboolean has_reason =
      ((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR) && system_error != 0;
  g_set_error (error, WAY_ERROR, what, format_of (what, code), path,
               has_reason ? g_strerror (system_error) : sqlite3_errmsg (db));
  return FALSE;
}

gboolean
way_store_exec (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || way_store_set_error (db, error);
}

gboolean
way_store_read_text (sqlite3 *db, const char *sql, char **value, GError **error)
{
  sqlite3_stmt *s = NULL;
  gboolean ok =
      sqlite3_prepare_v2 (db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step (s) == SQLITE_ROW;

  if (ok)
    *value = g_strdup ((const char *) sqlite3_column_text (s, 0));
  else
    way_store_set_error (db, error);
  sqlite3_finalize (s);
  return ok;
}

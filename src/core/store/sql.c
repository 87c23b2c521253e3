/* SQL without results, and SQLite's errors in the words of a person. */
#include "core/base/error.h"
#include "core/store/private.h"

#include <glib/gi18n-lib.h>

gboolean
way_store_set_error (sqlite3 *db, GError **error)
{
  int code = sqlite3_errcode (db);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, WAY_ERROR, WAY_ERROR_DATA,
                   _ ("Another program holds the database. Close it and try again."));
      break;
    case SQLITE_FULL:
      g_set_error (error, WAY_ERROR, WAY_ERROR_DATA,
                   _ ("The disk is full. Nothing was changed; free some space and try again."));
      break;
    case SQLITE_IOERR:
      g_set_error (error, WAY_ERROR, WAY_ERROR_DATA,
                   _ ("The disk with the database fails: %s. Look after the disk, then see what is "
                      "there and try again."),
                   sqlite3_errmsg (db));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (error, WAY_ERROR, WAY_ERROR_DATA,
                   _ ("The database or its folder cannot be written: %s."), sqlite3_errmsg (db));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (
          error, WAY_ERROR, WAY_ERROR_DATA,
          _ ("The database is damaged: %s. Nothing was changed; a backup can be put in its "
             "place."),
          sqlite3_errmsg (db));
      break;
    default:
      g_set_error (error, WAY_ERROR, WAY_ERROR_DATA, _ ("The database reports: %s."),
                   sqlite3_errmsg (db));
    }
  return FALSE;
}

gboolean
way_store_exec (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || way_store_set_error (db, error);
}

/* What the files of the store share; no other room includes it. */
#pragma once

#include "core/store/store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "WYMK": PRAGMA application_id of our files. */
#define WAY_STORE_APPLICATION_ID 0x57594d4b

/* Actions that are kept for undo. */
#define WAY_STORE_MAX_ACTIONS 1000

struct _WayStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  int depth;            /* of nested actions; 0 none runs */
  gboolean rolled_back; /* the running action was taken back at an inner level */
  gboolean
      recorded;     /* the running action holds a record, which is kept when nothing else changed */
  gint64 action_id; /* of the running action */
  GHashTable *touched; /* names of the tables written in the running transaction */
  gint64 checked_utc; /* when the file was looked through for damage; 0: it was not, or it failed */
  gint64 data_version; /* PRAGMA data_version after our last look */
  gint64 seen;         /* number of the newest row that the log of undo had then */
  gboolean recording;  /* a record is written outside an action */
  GError *lost;        /* why SQLite took back the running action or record by itself */
};

/* Runs @sql, which returns no row. */
gboolean way_store_exec (sqlite3 *db, const char *sql, GError **error);

/* The one integer that @sql returns; @fallback without a row or on an error. */
gint64 way_store_query_int (sqlite3 *db, const char *sql, gint64 fallback);

/* Sets @error from the connection's last failure; always %FALSE. */
gboolean way_store_set_error (sqlite3 *db, GError **error);

/* Whether a statement may run: not when SQLite has ended the transaction of the running action or record, as it
 * does when the disk fails in the middle of a statement. What followed would be written piece by piece. */
gboolean way_store_may_go_on (WayStore *self, GError **error);

/* Notes the state of the history as what this process knows. */
void way_store_look (WayStore *self);

/* Emits "changed" with the touched tables, and forgets them. */
void way_store_emit_changed (WayStore *self);

/* Looks at the file's header without opening it as a database: %FALSE with the reason when it is no
 * file of ours. A missing or empty file is fine. */
gboolean way_store_probe (const char *path, GError **error);

/* When the file at @path was looked through for damage, if it is certain that nobody but SQLite wrote to it since
 * and @now_utc is within a day of it; else 0. */
gint64 way_store_checked_at (const char *path, gint64 now_utc);

/* After the connection is closed: notes the file as it is now for way_store_checked_at(). */
void way_store_note_checked (const char *path, gint64 checked_utc);

/* The newest schema version that this program knows. */
int way_store_newest_version (void);

/* Brings the schema from @version up to date and (re)generates the undo triggers. */
gboolean way_store_migrate (sqlite3 *db, int version, GError **error);

G_END_DECLS

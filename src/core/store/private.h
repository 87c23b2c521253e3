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
  gint64 data_version;  /* PRAGMA data_version after our last look */
  gint64 seen;          /* number of the newest row that the log of undo had then */
  gboolean recording;   /* a record is written outside an action */
  GError *lost;         /* why SQLite took back the running action or record by itself */
  gboolean without_log; /* the file system has no shared memory: a rollback journal is used */
  GError *read_only;    /* why nothing can be written; %NULL: it can */
};

/* Runs @sql, which returns no row. */
gboolean way_store_exec (sqlite3 *db, const char *sql, GError **error);

/* The one text that @sql returns goes to @value (out, transfer full). */
gboolean way_store_read_text (sqlite3 *db, const char *sql, char **value, GError **error);

/* The one integer that @sql returns; @fallback without a row or on an error. */
gint64 way_store_query_int (sqlite3 *db, const char *sql, gint64 fallback);

/* Sets @error from the connection's last failure; always %FALSE. */
gboolean way_store_set_error (sqlite3 *db, GError **error);

/* The same for a connection that does not know its file, as it could not be opened. */
gboolean way_store_set_error_of (sqlite3 *db, const char *path, GError **error);

/* Whether a statement may run: not when SQLite has ended the transaction of the running action or record, as it
 * does when the disk fails in the middle of a statement. What followed would be written piece by piece. */
gboolean way_store_may_go_on (WayStore *self, GError **error);

/* Notes the state of the history as what this process knows. */
void way_store_look (WayStore *self);

/* Emits "changed" with the touched tables, and forgets them. */
void way_store_emit_changed (WayStore *self);

/* From here on the store knows which tables are written. */
void way_store_watch_rows (WayStore *self);

/* %FALSE with the reason for a store that was opened read-only. */
gboolean way_store_check_writable (WayStore *self, GError **error);

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

/* The schema as @version had it, without triggers, in an empty @db. */
gboolean way_store_create_schema (sqlite3 *db, int version, GError **error);

typedef enum
{
  WAY_COLUMN_INTEGER,
  WAY_COLUMN_REAL,    /* of 64 bits, finite */
  WAY_COLUMN_INSTANT, /* "…_utc": seconds since 1970-01-01T00:00:00Z */
  WAY_COLUMN_DATE,    /* "…_date": days since 1970-01-01 */
  WAY_COLUMN_TEXT,
} WayColumnKind;

typedef struct
{
  char *name;
  WayColumnKind kind;
  gboolean nullable;
} WayColumn;

typedef struct
{
  char *name;
  GPtrArray *columns; /* of WayColumn */
  gboolean is_record; /* sent_…: of the world outside, not undone */
} WayTable;

/* (element-type WayTable) every table but the store's own (undo_…), those that others refer to before them. */
GPtrArray *way_store_list_tables (sqlite3 *db, GError **error);

/* "\"id\", \"uid\", …" (transfer full). */
char *way_table_list_columns (const WayTable *table);

/* Makes the tables of one sort, the records or the others, what the database attached as @from has of them; inside an
 * action. @tables: of WayTable. */
gboolean way_store_replace_rows (sqlite3 *db,
                                 const char *from,
                                 const GPtrArray *tables,
                                 gboolean records,
                                 GError **error);

/* SQL by name: the undo triggers that the schema asks for, and all triggers that are there (transfer full). */
GHashTable *way_store_needed_triggers (sqlite3 *db, GError **error);
GHashTable *way_store_present_triggers (sqlite3 *db);

/* Makes the undo triggers anew; inside a transaction. */
gboolean way_store_make_triggers (sqlite3 *db, GError **error);

/* "2027-01-04T080000Z", for names of files (transfer full). */
char *way_store_stamp (gint64 utc);

/* Of the folder beside the database in which a restore keeps its copy until it is done. */
#define WAY_RESTORE_PREFIX ".waymark-restore-"

/* All pages of @from to @to. A code of SQLite's. */
int way_store_copy_pages (sqlite3 *from, sqlite3 *to);

/* Looks at what is beside the database: backups and permissions. */
void way_doctor_examine_files (WayStore *self, GPtrArray *findings, gint64 now_utc);

/* Puts them right; a sentence for each thing done goes to @done. */
void way_doctor_repair_files (WayStore *self, GPtrArray *done);

G_END_DECLS

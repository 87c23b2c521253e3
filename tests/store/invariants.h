/* What holds of every database at any time, whatever happened to the process or the disk. */
#pragma once

#include "core/store/backup.h"
#include "core/store/doctor.h"
#include "core/store/statement.h"

#include <sqlite3.h>

typedef struct
{
  const char *name;
  const char *sql; /* counts what breaks it */
} Invariant;

static const Invariant invariants[] = {
  { "no action runs", "SELECT count(*) FROM undo_state WHERE action_id IS NOT NULL" },
  { "the store has one state", "SELECT count(*) <> 1 FROM undo_state" },
  { "what was undone is newer than what was not",
    "SELECT count(*) FROM undo_action WHERE undone = 1 AND id < (SELECT max(id) FROM undo_action "
    "WHERE undone = 0)" },
  { "every action can be taken back or repeated",
    "SELECT count(*) FROM undo_action WHERE id NOT IN (SELECT action_id FROM undo_log)" },
  { "a thousand actions at most", "SELECT max (0, count(*) - 1000) FROM undo_action" },
  { "three triggers watch each table of the person",
    "SELECT count(*) FROM sqlite_schema AS t WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND "
    "name NOT GLOB 'undo_*' AND name NOT GLOB 'sent_*' AND (SELECT count(*) FROM sqlite_schema "
    "WHERE type = 'trigger' AND tbl_name = t.name) <> 3" },
  { "a block's phase is of the block's guide",
    "SELECT count(*) FROM block JOIN phase ON phase.id = phase_id WHERE phase.guide_id <> "
    "block.guide_id" },
  { "there is one plan at most", "SELECT max (0, count(*) - 1) FROM plan" },
};

static inline void
assert_invariants (WayStore *store)
{
  static const char *const not_looked_at[] = { "availability", "backups", "dates", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = way_store_examine (store, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const WayFinding *it = findings->pdata[i];
      /* A database may be empty, a backup old, and a test has any dates. */
      if (it->level == WAY_FINDING_BAD && !g_strv_contains (not_looked_at, it->id))
        g_error ("%s: %s", it->id, it->message);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (invariants); i++)
    {
      g_autoptr (WayStatement) s = way_statement_new (store, invariants[i].sql);
      if (!way_statement_step (s) || way_statement_int (s, 0) != 0)
        g_error ("It does not hold that %s", invariants[i].name);
    }
}

/* The file at @path is a database of ours and whole. */
static inline void
assert_whole_file (const char *path)
{
  static const char *const checks[][2] = { { "PRAGMA integrity_check", "ok" },
                                           { "PRAGMA application_id", "1465470283" },
                                           { "SELECT count(*) FROM undo_state", "1" } };
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      sqlite3_stmt *s = NULL;
      g_assert_cmpint (sqlite3_prepare_v2 (db, checks[i][0], -1, &s, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (s, 0), ==, checks[i][1]);
      sqlite3_finalize (s);
    }
  sqlite3_close (db);
}

/* No file that failed is among the backups of the database at @path. */
static inline void
assert_whole_backups (const char *path)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (path, NULL);

  for (guint i = 0; i < backups->len; i++)
    assert_whole_file (((const WayBackup *) backups->pdata[i])->path);
}

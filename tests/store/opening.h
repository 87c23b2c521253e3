/* What the tests of opening share: a database with something in it, and what must be true of one that is not opened or
 * only read. */
#pragma once

#include "core/store/backup.h"
#include "fixture.h"

#include <sqlite3.h>
#include <string.h>

#define GUIDE                                                                                      \
  "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'g', 'Guide', 'pack', "    \
  "'h')"
#define NOW ((gint64) 1800000000)

/* A database with a guide in it, closed. */
static inline void
make_data (Fixture *f)
{
  act (f->store, "Add", GUIDE);
  g_clear_object (&f->store);
}

static inline int
count_guides (WayStore *store)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT count (*) FROM guide");

  g_assert_true (way_statement_step (s));
  return (int) way_statement_int (s, 0);
}

static inline GBytes *
bytes_of (const char *path)
{
  char *data = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static inline void
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
static inline void
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

/* The data of version 1, as that version wrote it. */
static inline void
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

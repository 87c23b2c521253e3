/* Databases as earlier versions wrote them, from data/version-N.sql. */
#pragma once

#include <glib/gstdio.h>
#include <sqlite3.h>

static inline char *
old_database_script (int version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);

  return g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
}

static inline void
make_old_database (const char *path, int version)
{
  g_autofree char *file = old_database_script (version);
  g_autofree char *sql = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (file, &sql, NULL, &error);
  g_assert_no_error (error);
  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_chmod (path, 0600);
}

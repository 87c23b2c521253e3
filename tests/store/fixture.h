/* A store in a folder of its own, removed at the end. */
#pragma once

#include "core/base/error.h"
#include "core/store/statement.h"
#include "core/store/store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  WayStore *store;
} Fixture;

static inline void
fixture_set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "data", "waymark.db", NULL);
  f->store = way_store_open (f->path, &error);
  g_assert_no_error (error);
}

static inline void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
fixture_tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

/* Runs @sql inside the running action. */
static inline void
run_sql (WayStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  way_statement_run (s, &error, "");
  g_assert_no_error (error);
}

static inline void
act (WayStore *store, const char *name, const char *sql)
{
  g_autoptr (GError) error = NULL;

  way_store_begin (store, name, 1000, &error);
  g_assert_no_error (error);
  run_sql (store, sql);
  way_store_commit (store, &error);
  g_assert_no_error (error);
}

/* Every row of the tables that @names, a condition on their name, picks, as one text. */
static inline char *
dump_tables (WayStore *store, const char *names)
{
  g_autofree char *tables_sql = g_strdup_printf (
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND (%s) ORDER BY name", names);
  g_autoptr (WayStatement) tables = way_statement_new (store, tables_sql);
  GString *text = g_string_new (NULL);

  while (way_statement_step (tables))
    {
      const char *table = way_statement_text (tables, 0);
      g_autofree char *columns_sql =
          g_strdup_printf ("SELECT group_concat ('quote (\"' || name || '\")', '||'',''||') "
                           "FROM pragma_table_info ('%s')",
                           table);
      g_autoptr (WayStatement) columns = way_statement_new (store, columns_sql);
      g_assert_true (way_statement_step (columns));
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY id",
                                              way_statement_text (columns, 0), table);
      g_autoptr (WayStatement) rows = way_statement_new (store, sql);
      g_string_append_printf (text, "[%s]\n", table);
      while (way_statement_step (rows))
        g_string_append_printf (text, "%s\n", way_statement_text (rows, 0));
    }
  return g_string_free (text, FALSE);
}

/* Every row of every table of the person's data: what undo takes back. */
static inline char *
dump (WayStore *store)
{
  return dump_tables (store, "name NOT GLOB 'sqlite_*' AND name NOT GLOB 'undo_*' "
                             "AND name NOT GLOB 'sent_*'");
}

/* What was sent, which no undo takes back. */
static inline char *
dump_sent (WayStore *store)
{
  return dump_tables (store, "name GLOB 'sent_*'");
}

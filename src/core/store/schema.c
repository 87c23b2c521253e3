/* The tables as SQLite describes them, so that what is generated from them (undo, archives) forgets none. */
#include "core/store/private.h"

static void
column_free (WayColumn *column)
{
  g_free (column->name);
  g_free (column);
}

static void
table_free (WayTable *table)
{
  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

static WayColumnKind
column_kind (const char *name, const char *type)
{
  if (g_str_equal (type, "TEXT"))
    return WAY_COLUMN_TEXT;
  /* A table with another type needs a kind here, and a notation for it in the archive. */
  g_assert (g_str_equal (type, "INTEGER"));
  if (g_str_has_suffix (name, "_utc"))
    return WAY_COLUMN_INSTANT;
  return g_str_has_suffix (name, "_date") || g_str_equal (name, "date") ? WAY_COLUMN_DATE
                                                                        : WAY_COLUMN_INTEGER;
}

static gboolean
add_columns (sqlite3 *db, WayTable *table, GError **error)
{
  sqlite3_stmt *s = NULL;

  sqlite3_prepare_v2 (
      db, "SELECT name, type, \"notnull\" OR pk FROM pragma_table_info (?1) ORDER BY cid", -1, &s,
      NULL);
  sqlite3_bind_text (s, 1, table->name, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (s) == SQLITE_ROW)
    {
      WayColumn *column = g_new0 (WayColumn, 1);
      column->name = g_strdup ((const char *) sqlite3_column_text (s, 0));
      column->kind = column_kind (column->name, (const char *) sqlite3_column_text (s, 1));
      column->nullable = sqlite3_column_int (s, 2) == 0;
      g_ptr_array_add (table->columns, column);
    }
  return sqlite3_finalize (s) == SQLITE_OK || way_store_set_error (db, error);
}

GPtrArray *
way_store_list_tables (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  sqlite3_stmt *s = NULL;
  gboolean ok = TRUE;

  /* A table's depth is one more than that of any it refers to; a table may refer to itself. */
  sqlite3_prepare_v2 (
      db,
      "WITH RECURSIVE person (name, position) AS (SELECT name, rowid FROM sqlite_schema "
      "WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
      "AND name NOT LIKE 'undo\\_%' ESCAPE '\\'), "
      "deep (name, depth) AS (SELECT name, 0 FROM person UNION SELECT person.name, depth + 1 "
      "FROM person, pragma_foreign_key_list (person.name) AS f, deep "
      "WHERE f.\"table\" = deep.name AND person.name <> deep.name AND depth < 100) "
      "SELECT person.name FROM person JOIN deep USING (name) GROUP BY person.name "
      "ORDER BY max (depth), position",
      -1, &s, NULL);
  while (ok && sqlite3_step (s) == SQLITE_ROW)
    {
      WayTable *table = g_new0 (WayTable, 1);
      table->name = g_strdup ((const char *) sqlite3_column_text (s, 0));
      table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
      table->is_record = g_str_has_prefix (table->name, "sent_");
      g_ptr_array_add (tables, table);
      ok = add_columns (db, table, error);
    }
  if (sqlite3_finalize (s) != SQLITE_OK && ok)
    ok = way_store_set_error (db, error);
  return ok ? g_steal_pointer (&tables) : NULL;
}

char *
way_table_list_columns (const WayTable *table)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const WayColumn *column = g_ptr_array_index (table->columns, i);
      g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", column->name);
    }
  return g_string_free (names, FALSE);
}

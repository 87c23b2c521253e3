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
  if (g_str_equal (type, "REAL"))
    return WAY_COLUMN_REAL;
  /* A table with another type needs a kind here, and a notation for it in the archive. */
  g_assert (g_str_equal (type, "INTEGER"));
  if (g_str_has_suffix (name, "_utc"))
    return WAY_COLUMN_INSTANT;
  return g_str_has_suffix (name, "_date") || g_str_equal (name, "date") ? WAY_COLUMN_DATE
                                                                        : WAY_COLUMN_INTEGER;
}

/* The table that rows of @tables are of that come one table after the other. */
static WayTable *
get_table (GPtrArray *tables, const char *name)
{
  WayTable *table = tables->len > 0 ? g_ptr_array_index (tables, tables->len - 1) : NULL;

  if (table != NULL && g_str_equal (table->name, name))
    return table;
  table = g_new0 (WayTable, 1);
  table->name = g_strdup (name);
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  table->is_record = g_str_has_prefix (name, "sent_");
  g_ptr_array_add (tables, table);
  return table;
}

GPtrArray *
way_store_list_tables (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  sqlite3_stmt *s = NULL;

  /* A table's depth is one more than that of any it refers to; a table may refer to itself. */
  sqlite3_prepare_v2 (
      db,
      "WITH RECURSIVE person (name, position) AS (SELECT name, rowid FROM sqlite_schema "
      "WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'undo_*'), "
      "refers (name, parent) AS MATERIALIZED (SELECT p.name, f.\"table\" "
      "FROM person AS p, pragma_foreign_key_list (p.name) AS f WHERE f.\"table\" <> p.name), "
      "deep (name, depth) AS (SELECT name, 0 FROM person UNION SELECT refers.name, depth + 1 "
      "FROM deep JOIN refers ON refers.parent = deep.name WHERE depth < 100), "
      "ordered (name, depth, position) AS (SELECT name, max (depth), position "
      "FROM person JOIN deep USING (name) GROUP BY name) "
      "SELECT t.name, c.name, c.type, c.\"notnull\" OR c.pk "
      "FROM ordered AS t, pragma_table_info (t.name) AS c ORDER BY depth, position, cid",
      -1, &s, NULL);
  while (sqlite3_step (s) == SQLITE_ROW)
    {
      WayTable *table = get_table (tables, (const char *) sqlite3_column_text (s, 0));
      WayColumn *column = g_new0 (WayColumn, 1);
      column->name = g_strdup ((const char *) sqlite3_column_text (s, 1));
      column->kind = column_kind (column->name, (const char *) sqlite3_column_text (s, 2));
      column->nullable = sqlite3_column_int (s, 3) == 0;
      g_ptr_array_add (table->columns, column);
    }
  if (sqlite3_finalize (s) == SQLITE_OK)
    return g_steal_pointer (&tables);
  way_store_set_error (db, error);
  return NULL;
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

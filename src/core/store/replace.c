/* Making the data what an attached database has. A row that differs goes and comes again, and is not changed in its
 * place: a change that leads to a row which is new would be met by an undo after that row, which takes along what
 * refers to it. So all that refers is deleted before what it refers to and inserted behind it, and undo and redo
 * find every row that they have noted. */
#include "core/store/private.h"

/* Rows that the other does not have as they are; those that refer to them go with them. */
static gboolean
delete_rows (sqlite3 *db, const char *from, const WayTable *table, GError **error)
{
  g_autofree char *names = way_table_list_columns (table);
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM main.\"%s\" WHERE id IN (SELECT id FROM (SELECT %s FROM main.\"%s\" "
      "EXCEPT SELECT %s FROM %s.\"%s\"))",
      table->name, names, table->name, names, from, table->name);

  return way_store_exec (db, sql, error);
}

static gboolean
insert_rows (sqlite3 *db, const char *from, const WayTable *table, GError **error)
{
  g_autofree char *names = way_table_list_columns (table);
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO main.\"%s\" (%s) SELECT %s FROM %s.\"%s\" "
                       "WHERE id NOT IN (SELECT id FROM main.\"%s\") ORDER BY id",
                       table->name, names, names, from, table->name, table->name);

  return way_store_exec (db, sql, error);
}

gboolean
way_store_replace_rows (sqlite3 *db,
                        const char *from,
                        const GPtrArray *tables,
                        gboolean records,
                        GError **error)
{
  gboolean ok = way_store_exec (db, "PRAGMA defer_foreign_keys = ON", error);

  for (guint i = tables->len; ok && i-- > 0;)
    {
      const WayTable *table = g_ptr_array_index (tables, i);
      ok = table->is_record != records || delete_rows (db, from, table, error);
    }
  for (guint i = 0; ok && i < tables->len; i++)
    {
      const WayTable *table = g_ptr_array_index (tables, i);
      ok = table->is_record != records || insert_rows (db, from, table, error);
    }
  return ok;
}

/* Migrations are numbered SQL files in the gresource; user_version counts those that ran. After them
 * the undo triggers are generated from the schema, for every table but the store's own (undo_…) and those that tell of
 * the world outside (sent_…).
 *
 * Each row change writes its inverse as SQL text into undo_log. While no action runs, the same
 * triggers refuse the write. */
#include "core/base/error.h"
#include "core/store/private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MIGRATIONS "/io/github/waymark/Waymark/core/store/migrations"

static char *
migration_path (int version)
{
  return g_strdup_printf (MIGRATIONS "/%03d.sql", version);
}

int
way_store_newest_version (void)
{
  int version = 0;

  for (;;)
    {
      g_autofree char *path = migration_path (version + 1);
      if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        return version;
      version++;
    }
}

/* The trigger for one kind of change. @when: a condition or ""; @inverse: an SQL expression. */
static void
add_trigger (GHashTable *triggers,
             const char *table,
             const char *event,
             const char *when,
             const char *inverse)
{
  char *name = g_strdup_printf ("undo_%s_%s", table, event);

  g_hash_table_insert (
      triggers, name,
      g_strdup_printf ("CREATE TRIGGER \"%s\" AFTER %s ON \"%s\" %s BEGIN "
                       "SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL "
                       "THEN RAISE (ABORT, 'write outside an action') END;"
                       "INSERT INTO undo_log (action_id, sql) SELECT action_id, %s FROM "
                       "undo_state; END",
                       name, event, table, when, inverse));
}

static void
add_triggers (const WayTable *it, GHashTable *triggers)
{
  const char *table = it->name;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);
  g_autoptr (GString) differs = g_string_new ("WHEN ");

  for (guint i = 0; i < it->columns->len; i++)
    {
      const char *column = ((const WayColumn *) g_ptr_array_index (it->columns, i))->name;
      const char *comma = i > 0 ? "," : "";
      g_string_append_printf (names, "%s\"%s\"", comma, column);
      g_string_append_printf (values, "%squote (old.\"%s\")", i > 0 ? " || ',' || " : "", column);
      g_string_append_printf (sets, "%s'%s\"%s\"=' || quote (old.\"%s\")", i > 0 ? " || " : "",
                              comma, column, column);
      g_string_append_printf (differs, "%sold.\"%s\" IS NOT new.\"%s\"", i > 0 ? " OR " : "",
                              column, column);
    }
  g_autofree char *undo_insert =
      g_strdup_printf ("'DELETE FROM \"%s\" WHERE id=' || quote (new.id)", table);
  g_autofree char *undo_delete = g_strdup_printf ("'INSERT INTO \"%s\" (%s) VALUES (' || %s || ')'",
                                                  table, names->str, values->str);
  g_autofree char *undo_update = g_strdup_printf (
      "'UPDATE \"%s\" SET ' || %s || ' WHERE id=' || quote (new.id)", table, sets->str);

  add_trigger (triggers, table, "INSERT", "", undo_insert);
  add_trigger (triggers, table, "DELETE", "", undo_delete);
  add_trigger (triggers, table, "UPDATE", differs->str, undo_update);
}

GHashTable *
way_store_needed_triggers (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) tables = way_store_list_tables (db, error);

  if (tables == NULL)
    return NULL;
  GHashTable *triggers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < tables->len; i++)
    {
      const WayTable *table = g_ptr_array_index (tables, i);
      if (!table->is_record)
        add_triggers (table, triggers);
    }
  return triggers;
}

GHashTable *
way_store_present_triggers (sqlite3 *db)
{
  GHashTable *triggers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *s = NULL;

  sqlite3_prepare_v2 (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1, &s,
                      NULL);
  while (sqlite3_step (s) == SQLITE_ROW)
    g_hash_table_insert (triggers, g_strdup ((const char *) sqlite3_column_text (s, 0)),
                         g_strdup ((const char *) sqlite3_column_text (s, 1)));
  sqlite3_finalize (s);
  return triggers;
}

gboolean
way_store_make_triggers (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) needed = way_store_needed_triggers (db, error);
  g_autoptr (GHashTable) present = way_store_present_triggers (db);
  GHashTableIter iter;
  gpointer name, sql;

  if (needed == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *drop = g_strdup_printf ("DROP TRIGGER \"%s\"", (char *) name);
      if (g_str_has_prefix (name, "undo_") && !way_store_exec (db, drop, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, needed);
  while (g_hash_table_iter_next (&iter, NULL, &sql))
    if (!way_store_exec (db, sql, error))
      return FALSE;
  return TRUE;
}

static gboolean
run_migration (sqlite3 *db, int version, GError **error)
{
  g_autofree char *path = migration_path (version);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && way_store_exec (db, g_bytes_get_data (sql, NULL), error);
}

static gboolean
migrate (sqlite3 *db, int version, GError **error)
{
  int newest = way_store_newest_version ();

  for (int next = version + 1; next <= newest; next++)
    if (!run_migration (db, next, error))
      return FALSE;
  if (!way_store_make_triggers (db, error))
    return FALSE;
  g_autofree char *pragmas = g_strdup_printf (
      "PRAGMA user_version = %d; PRAGMA application_id = %d;", newest, WAY_STORE_APPLICATION_ID);
  return way_store_exec (db, pragmas, error);
}

gboolean
way_store_create_schema (sqlite3 *db, int version, GError **error)
{
  for (int next = 1; next <= version; next++)
    if (!run_migration (db, next, error))
      return FALSE;
  return TRUE;
}

gboolean
way_store_migrate (sqlite3 *db, int version, GError **error)
{
  if (!way_store_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (migrate (db, version, error) && way_store_exec (db, "COMMIT", error))
    return TRUE;
  way_store_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

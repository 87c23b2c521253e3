/* The backup is attached beside the data, and the rows that differ are written under the undo triggers. Rows keep
 * their ids, so that what was undone or exported before still means the same. */
#include "core/store/restore.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/store/backup.h"
#include "core/store/private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _WayRestore
{
  WayStore *store;
  char *folder; /* of the copy, removed at the end */
  char *copy;
  GPtrArray *tables; /* of WayTable */
};

void
way_restore_change_free (WayRestoreChange *change)
{
  g_free (change->table);
  g_free (change);
}

const char *
way_restore_name_table (const char *table)
{
  static const struct
  {
    const char *table;
    const char *name;
  } names[] = {
    { "guide", N_ ("guides") },
    { "phase", N_ ("phases") },
    { "milestone", N_ ("milestones") },
    { "checklist_item", N_ ("checklist items") },
    { "skill", N_ ("skills") },
    { "block", N_ ("blocks") },
    { "busy_calendar", N_ ("calendars") },
    { "busy_event", N_ ("busy times") },
    { "availability", N_ ("hours") },
    { "plan", N_ ("plan settings") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].table, table))
      return _ (names[i].name);
  return table;
}

void
way_restore_free (WayRestore *self)
{
  if (self == NULL)
    return;
  if (self->copy != NULL)
    way_store_exec (self->store->db, "DETACH kept", NULL);
  if (self->folder != NULL)
    way_file_remove (self->folder);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_object_unref (self->store);
  g_free (self->folder);
  g_free (self->copy);
  g_free (self);
}

/* A copy by SQLite, which also knows what is still in a log beside the file. */
static gboolean
copy_database (const char *from, const char *to, GError **error)
{
  sqlite3 *source = NULL, *target = NULL;
  int code = sqlite3_open_v2 (from, &source, SQLITE_OPEN_READONLY, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_open_v2 (to, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (code == SQLITE_OK)
    code = way_store_copy_pages (source, target);
  if (code == SQLITE_FULL)
    g_set_error (
        error, WAY_ERROR, WAY_ERROR_FULL,
        _ ("There is no space left for “%s”. Nothing was changed; free some and try again."), to);
  else if (code != SQLITE_OK)
    g_set_error (error, WAY_ERROR, WAY_ERROR_DATA, _ ("“%s” cannot be read: %s."), from,
                 sqlite3_errstr (code));
  sqlite3_close (source);
  sqlite3_close (target);
  return code == SQLITE_OK;
}

/* Opening it as a store checks it and brings it up to date. */
static gboolean
make_copy (WayRestore *self, const char *path, GError **error)
{
  g_autofree char *home = g_path_get_dirname (self->store->path);

  self->folder = g_build_filename (home, WAY_RESTORE_PREFIX "XXXXXX", NULL);
  if (g_mkdtemp (self->folder) == NULL)
    {
      int code = errno;
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The folder “%s” cannot be made: %s."),
                   self->folder, g_strerror (code));
      g_clear_pointer (&self->folder, g_free);
      return FALSE;
    }
  g_autofree char *copy = g_build_filename (self->folder, "then.db", NULL);
  if (!copy_database (path, copy, error))
    return FALSE;
  g_autoptr (WayStore) then = way_store_open (copy, error);
  if (then == NULL)
    return FALSE;
  self->copy = g_steal_pointer (&copy);
  return TRUE;
}

static gboolean
attach (WayRestore *self, GError **error)
{
  char *sql = sqlite3_mprintf ("ATTACH %Q AS kept", self->copy);
  gboolean ok = way_store_exec (self->store->db, sql, error);

  sqlite3_free (sql);
  if (ok)
    self->tables = way_store_list_tables (self->store->db, error);
  return self->tables != NULL;
}

WayRestore *
way_restore_new (WayStore *store, const char *path, GError **error)
{
  g_autoptr (WayRestore) self = g_new0 (WayRestore, 1);

  self->store = g_object_ref (store);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("There is no file “%s”."), path);
      return NULL;
    }
  if (!way_store_probe (path, error) || !make_copy (self, path, error) || !attach (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* "now.a IS NOT then.a OR …" (transfer full). */
static char *
rows_differ (const GPtrArray *columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = ((const WayColumn *) g_ptr_array_index (columns, i))->name;
      g_string_append_printf (text, "%snow.\"%s\" IS NOT t.\"%s\"", i > 0 ? " OR " : "", column,
                              column);
    }
  return g_string_free (text, FALSE);
}

/* The one row of counts; %FALSE with @error. */
static gboolean
count (WayRestore *self, const char *sql, WayRestoreChange *change, GError **error)
{
  sqlite3 *db = self->store->db;
  sqlite3_stmt *s = NULL;
  gboolean ok =
      sqlite3_prepare_v2 (db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step (s) == SQLITE_ROW;

  if (ok)
    {
      change->now = sqlite3_column_int (s, 0);
      change->then = sqlite3_column_int (s, 1);
      change->removed = sqlite3_column_int (s, 2);
      change->added = sqlite3_column_int (s, 3);
      change->changed = sqlite3_column_int (s, 4);
    }
  else
    way_store_set_error (db, error);
  sqlite3_finalize (s);
  return ok;
}

GPtrArray *
way_restore_preview (WayRestore *self, GError **error)
{
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_restore_change_free);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const WayTable *it = g_ptr_array_index (self->tables, i);
      const char *table = it->name;
      if (it->is_record)
        continue;
      g_autofree char *differ = rows_differ (it->columns);
      WayRestoreChange *change = g_new0 (WayRestoreChange, 1);
      g_autofree char *sql = g_strdup_printf (
          "SELECT (SELECT count(*) FROM main.\"%s\"), (SELECT count(*) FROM kept.\"%s\"), "
          "(SELECT count(*) FROM main.\"%s\" WHERE id NOT IN (SELECT id FROM kept.\"%s\")), "
          "(SELECT count(*) FROM kept.\"%s\" WHERE id NOT IN (SELECT id FROM main.\"%s\")), "
          "(SELECT count(*) FROM main.\"%s\" now JOIN kept.\"%s\" t ON t.id = now.id WHERE %s)",
          table, table, table, table, table, table, table, table, differ);
      change->table = g_strdup (table);
      g_ptr_array_add (changes, change);
      if (!count (self, sql, change, error))
        return NULL;
    }
  return g_steal_pointer (&changes);
}

gboolean
way_restore_run (WayRestore *self, gint64 now_utc, GError **error)
{
  if (!way_store_check_writable (self->store, error))
    return FALSE;
  g_autofree char *kept = way_store_backup (self->store, NULL, "restore", now_utc, error);
  if (kept == NULL || !way_store_begin (self->store, _ ("Restore Backup"), now_utc, error))
    return FALSE;
  if (way_store_replace_rows (self->store->db, "kept", self->tables, FALSE, error))
    return way_store_commit (self->store, error);
  way_store_rollback (self->store);
  return FALSE;
}

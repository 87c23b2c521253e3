/* Comparing and importing: the archive's database stands beside the store's as “archive”, and all is said in SQL
 * that is generated from the schema. */
#include "core/base/error.h"
#include "core/store/archive-private.h"
#include "core/store/backup.h"

#include <glib/gi18n-lib.h>

/* A ledger that was used is added to. UIDs that are made of its identity were sent, so it keeps its own; what the
 * archive's identity made is in the archive's entries, and is cancelled like anything that has gone. */
static const char merge_ledger[] =
    "INSERT INTO main.sent_target (path, content_hash, sent_utc) "
    "SELECT path, content_hash, sent_utc FROM archive.sent_target WHERE true "
    "ON CONFLICT (path) DO UPDATE SET content_hash = excluded.content_hash, "
    "sent_utc = excluded.sent_utc WHERE excluded.sent_utc > sent_utc;"

    "INSERT INTO main.sent_revision (uid, form, content_hash, sequence, stamp_utc) "
    "SELECT uid, form, content_hash, sequence, stamp_utc FROM archive.sent_revision WHERE true "
    "ON CONFLICT (uid, form) DO UPDATE SET content_hash = excluded.content_hash, "
    "sequence = excluded.sequence, stamp_utc = excluded.stamp_utc "
    "WHERE (excluded.sequence, excluded.stamp_utc) > (sequence, stamp_utc);"

    "INSERT INTO main.sent_entry (target_id, uid, form, sequence, summary, all_day, start_utc, "
    "end_utc, created_utc, cancelled_utc, last_utc) "
    "SELECT here.id, e.uid, e.form, e.sequence, e.summary, e.all_day, e.start_utc, e.end_utc, "
    "e.created_utc, e.cancelled_utc, e.last_utc FROM archive.sent_entry AS e "
    "JOIN archive.sent_target AS there ON there.id = e.target_id "
    "JOIN main.sent_target AS here USING (path) WHERE true "
    "ON CONFLICT (target_id, uid, form) DO UPDATE SET sequence = excluded.sequence, "
    "summary = excluded.summary, all_day = excluded.all_day, start_utc = excluded.start_utc, "
    "end_utc = excluded.end_utc, created_utc = excluded.created_utc, "
    "cancelled_utc = excluded.cancelled_utc, last_utc = excluded.last_utc "
    "WHERE excluded.sequence > sequence;";

static void
count_free (WayArchiveCount *count)
{
  g_free (count->table);
  g_free (count);
}

static gboolean
attach (WayArchive *self, WayStore *store, GError **error)
{
  if (!way_store_exec (store->db, "ATTACH ':memory:' AS archive", error))
    return FALSE;
  sqlite3_backup *copy = sqlite3_backup_init (store->db, "archive", self->db, "main");
  if (copy != NULL)
    sqlite3_backup_step (copy, -1);
  if (copy != NULL && sqlite3_backup_finish (copy) == SQLITE_OK)
    return TRUE;
  way_store_set_error (store->db, error);
  way_store_exec (store->db, "DETACH archive", NULL);
  return FALSE;
}

static WayArchiveCount *
compare_table (sqlite3 *db, const WayTable *table, GError **error)
{
  g_autofree char *names = way_table_list_columns (table);
  g_autofree char *sql = g_strdup_printf (
      "WITH here AS (SELECT %s FROM main.\"%s\"), there AS (SELECT %s FROM archive.\"%s\") "
      "SELECT (SELECT count (*) FROM here), (SELECT count (*) FROM there), "
      "EXISTS (SELECT * FROM here EXCEPT SELECT * FROM there) "
      "OR EXISTS (SELECT * FROM there EXCEPT SELECT * FROM here)",
      names, table->name, names, table->name);
  sqlite3_stmt *s = NULL;
  WayArchiveCount *count = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step (s) == SQLITE_ROW)
    {
      count = g_new0 (WayArchiveCount, 1);
      count->table = g_strdup (table->name);
      count->is_record = table->is_record;
      count->now = sqlite3_column_int64 (s, 0);
      count->in_archive = sqlite3_column_int64 (s, 1);
      count->differs = sqlite3_column_int (s, 2) != 0;
    }
  else
    way_store_set_error (db, error);
  sqlite3_finalize (s);
  return count;
}

static GPtrArray *
compare_tables (sqlite3 *db, const GPtrArray *tables, GError **error)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);

  for (guint i = 0; i < tables->len; i++)
    {
      WayArchiveCount *count = compare_table (db, g_ptr_array_index (tables, i), error);
      if (count == NULL)
        return NULL;
      g_ptr_array_add (counts, count);
    }
  return g_steal_pointer (&counts);
}

GPtrArray *
way_archive_compare (WayArchive *self, WayStore *store, GError **error)
{
  g_return_val_if_fail (store->depth == 0, NULL);
  g_autoptr (GPtrArray) tables = way_store_list_tables (store->db, error);

  if (tables == NULL || !attach (self, store, error))
    return NULL;
  GPtrArray *counts = compare_tables (store->db, tables, error);
  way_store_exec (store->db, "DETACH archive", NULL);
  return counts;
}

/* A ledger that was never used becomes that of the archive, with its identity: the same events keep their UIDs. */
static gboolean
add_ledger (WayStore *store, const GPtrArray *tables, GError **error)
{
  static const char is_used[] = "SELECT EXISTS (SELECT * FROM main.sent_target) "
                                "OR EXISTS (SELECT * FROM main.sent_revision)";
  /* As migration 3 makes one, for an archive without. */
  static const char make_identity[] =
      "INSERT OR IGNORE INTO main.sent_identity VALUES (1, lower (hex (randomblob (16))))";

  if (!way_store_begin_record (store, error))
    return FALSE;
  gboolean ok = way_store_query_int (store->db, is_used, TRUE)
                    ? way_store_exec (store->db, merge_ledger, error)
                    : way_store_replace_rows (store->db, "archive", tables, TRUE, error) &&
                          way_store_exec (store->db, make_identity, error);
  return way_store_end_record (store, ok, error) && ok;
}

gboolean
way_archive_differs (const GPtrArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const WayArchiveCount *count = g_ptr_array_index (counts, i);
      if (count->differs && !count->is_record)
        return TRUE;
    }
  return FALSE;
}

/* Whether there is more in the store than its identity, which every store has. */
static gboolean
has_rows (const GPtrArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const WayArchiveCount *count = g_ptr_array_index (counts, i);
      if (count->now > 0 && !g_str_equal (count->table, "sent_identity"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
import (WayStore *store, const GPtrArray *tables, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, _ ("Import Archive"), now_utc, error))
    return FALSE;
  if (way_store_replace_rows (store->db, "archive", tables, FALSE, error) &&
      add_ledger (store, tables, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

static gboolean
import_attached (WayStore *store,
                 const GPtrArray *tables,
                 gint64 now_utc,
                 char **backup,
                 GError **error)
{
  g_autoptr (GPtrArray) counts = compare_tables (store->db, tables, error);

  if (counts == NULL)
    return FALSE;
  if (way_archive_differs (counts) && has_rows (counts))
    {
      g_autofree char *path = way_store_backup (store, NULL, "import", now_utc, error);
      if (path == NULL)
        return FALSE;
      if (backup != NULL)
        *backup = g_steal_pointer (&path);
    }
  return import (store, tables, now_utc, error);
}

gboolean
way_archive_import (WayArchive *self,
                    WayStore *store,
                    gint64 now_utc,
                    char **backup,
                    GError **error)
{
  g_return_val_if_fail (store->depth == 0, FALSE);
  g_autoptr (GPtrArray) tables = way_store_list_tables (store->db, error);

  if (backup != NULL)
    *backup = NULL;
  if (tables == NULL || !attach (self, store, error))
    return FALSE;
  gboolean ok = import_attached (store, tables, now_utc, backup, error);
  way_store_exec (store->db, "DETACH archive", NULL);
  return ok;
}

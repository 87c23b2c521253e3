/* Actions and signals. Invariants: outside an action undo_state.action_id is NULL, so that
 * the triggers refuse any write; the transaction of an action begins IMMEDIATE, so that a second
 * process waits at its begin and never in the middle. */
#include "core/base/error.h"
#include "core/store/private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (WayStore, way_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
way_store_finalize (GObject *object)
{
  WayStore *self = WAY_STORE (object);

  way_store_rollback (self);
  sqlite3_close_v2 (self->db);
  if (self->checked_utc > 0 && self->read_only == NULL)
    way_store_note_checked (self->path, self->checked_utc);
  g_hash_table_unref (self->touched);
  g_clear_error (&self->lost);
  g_clear_error (&self->read_only);
  g_free (self->path);
  G_OBJECT_CLASS (way_store_parent_class)->finalize (object);
}

static void
way_store_class_init (WayStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_store_finalize;
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
way_store_init (WayStore *self)
{
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

char *
way_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "waymark", "waymark.db", NULL);
}

const char *
way_store_get_path (WayStore *self)
{
  return self->path;
}

gint64
way_store_query_int (sqlite3 *db, const char *sql, gint64 fallback)
{
  sqlite3_stmt *s = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step (s) == SQLITE_ROW)
    fallback = sqlite3_column_int64 (s, 0);
  sqlite3_finalize (s);
  return fallback;
}

static void
on_row_changed (void *data, int operation, const char *db, const char *table, sqlite3_int64 row)
{
  WayStore *self = data;

  if (!g_str_has_prefix (table, "undo_") && !g_str_has_prefix (table, "sent_") &&
      !g_hash_table_contains (self->touched, table))
    g_hash_table_add (self->touched, g_strdup (table));
}

/* The log first: what another process writes between the two is not passed over. */
void
way_store_look (WayStore *self)
{
  self->seen =
      way_store_query_int (self->db, "SELECT seq FROM sqlite_sequence WHERE name = 'undo_log'", 0);
  self->data_version = way_store_query_int (self->db, "PRAGMA data_version", self->data_version);
}

gboolean
way_store_may_go_on (WayStore *self, GError **error)
{
  if ((self->depth == 0 && !self->recording) || !sqlite3_get_autocommit (self->db))
    return TRUE;
  if (self->lost == NULL)
    way_store_set_error (self->db, &self->lost);
  g_propagate_error (error, g_error_copy (self->lost));
  return FALSE;
}

void
way_store_emit_changed (WayStore *self)
{
  gint64 version = self->data_version;

  way_store_look (self);
  /* Our own commits do not count: another process wrote, maybe before we did, so anything may have changed. */
  if (version != self->data_version)
    g_hash_table_remove_all (self->touched);
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (self->touched, NULL);
  g_auto (GStrv) tables = g_strdupv ((char **) names);

  g_hash_table_remove_all (self->touched);
  g_signal_emit (self, signals[CHANGED], 0, tables);
}

void
way_store_watch_rows (WayStore *self)
{
  sqlite3_update_hook (self->db, on_row_changed, self);
  way_store_look (self);
}

gboolean
way_store_is_read_only (WayStore *self)
{
  return self->read_only != NULL;
}

const GError *
way_store_get_read_only_reason (WayStore *self)
{
  return self->read_only;
}

gboolean
way_store_check_writable (WayStore *self, GError **error)
{
  if (self->read_only == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->read_only));
  return FALSE;
}

static gboolean
insert_action (WayStore *self, const char *name, gint64 now_utc, GError **error)
{
  sqlite3_stmt *s = NULL;

  if (sqlite3_prepare_v2 (self->db, "INSERT INTO undo_action (name, time_utc) VALUES (?1, ?2)", -1,
                          &s, NULL) != SQLITE_OK)
    return way_store_set_error (self->db, error);
  sqlite3_bind_text (s, 1, name, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (s, 2, now_utc);
  gboolean ok = sqlite3_step (s) == SQLITE_DONE || way_store_set_error (self->db, error);
  sqlite3_finalize (s);
  self->action_id = sqlite3_last_insert_rowid (self->db);
  return ok &&
         way_store_exec (self->db, "UPDATE undo_state SET action_id = last_insert_rowid ()", error);
}

gboolean
way_store_begin (WayStore *self, const char *name, gint64 now_utc, GError **error)
{
  if (self->depth > 0)
    {
      self->depth++;
      return TRUE;
    }
  if (!way_store_check_writable (self, error) ||
      !way_store_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->rolled_back = self->recorded = FALSE;
  g_clear_error (&self->lost);
  g_hash_table_remove_all (self->touched);
  if (!insert_action (self, name, now_utc, error))
    {
      way_store_exec (self->db, "ROLLBACK", NULL);
      return FALSE;
    }
  self->depth = 1;
  return TRUE;
}

/* The end of an action inside its transaction: an empty one leaves no trace, any other clears the
 * redo side and drops the oldest beyond the limit. */
static gboolean
seal_action (WayStore *self, gboolean *empty, GError **error)
{
  g_autofree char *count = g_strdup_printf (
      "SELECT count(*) FROM (SELECT 1 FROM undo_log WHERE action_id = %" G_GINT64_FORMAT
      " LIMIT 1)",
      self->action_id);
  g_autofree char *seal = NULL;

  *empty = way_store_query_int (self->db, count, 0) == 0;
  if (*empty && !self->recorded)
    return TRUE;
  if (*empty)
    {
      g_autofree char *forget =
          g_strdup_printf ("UPDATE undo_state SET action_id = NULL;"
                           "DELETE FROM undo_action WHERE id = %" G_GINT64_FORMAT,
                           self->action_id);
      return way_store_exec (self->db, forget, error);
    }
  seal = g_strdup_printf ("UPDATE undo_state SET action_id = NULL;"
                          "DELETE FROM undo_action WHERE undone = 1;"
                          "DELETE FROM undo_action WHERE id <= (SELECT id FROM undo_action "
                          "ORDER BY id DESC LIMIT 1 OFFSET %d);",
                          WAY_STORE_MAX_ACTIONS);
  return way_store_exec (self->db, seal, error);
}

gboolean
way_store_commit (WayStore *self, GError **error)
{
  gboolean empty = FALSE;

  g_return_val_if_fail (self->depth > 0 || self->rolled_back, FALSE);
  if (self->rolled_back)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT, _ ("The action was taken back."));
      return FALSE;
    }
  if (self->depth > 1)
    {
      self->depth--;
      return TRUE;
    }
  if (!way_store_may_go_on (self, error) || !seal_action (self, &empty, error) ||
      !way_store_exec (self->db, empty && !self->recorded ? "ROLLBACK" : "COMMIT", error))
    {
      way_store_rollback (self);
      return FALSE;
    }
  self->depth = 0;
  if (!empty)
    way_store_emit_changed (self);
  return TRUE;
}

void
way_store_rollback (WayStore *self)
{
  if (self->depth == 0)
    return;
  way_store_exec (self->db, "ROLLBACK", NULL);
  self->rolled_back = self->depth > 1;
  self->depth = 0;
  g_hash_table_remove_all (self->touched);
}

gboolean
way_store_begin_record (WayStore *self, GError **error)
{
  if (self->depth > 0)
    return way_store_may_go_on (self, error);
  g_clear_error (&self->lost);
  self->recording =
      way_store_check_writable (self, error) && way_store_exec (self->db, "BEGIN IMMEDIATE", error);
  return self->recording;
}

gboolean
way_store_end_record (WayStore *self, gboolean keep, GError **error)
{
  if (self->depth > 0)
    {
      self->recorded = self->recorded || keep;
      return TRUE;
    }
  gboolean kept =
      keep && way_store_may_go_on (self, error) && way_store_exec (self->db, "COMMIT", error);
  self->recording = FALSE;
  if (!kept)
    way_store_exec (self->db, "ROLLBACK", NULL);
  return kept || !keep;
}

void
way_store_poll (WayStore *self)
{
  gint64 version = way_store_query_int (self->db, "PRAGMA data_version", self->data_version);

  if (version != self->data_version)
    way_store_emit_changed (self);
}

/* Undo and redo are the same walk: the statements logged for an action run newest first while the
 * triggers log their inverses under the same action, which then lies on the other side. */
#include "core/base/error.h"
#include "core/store/private.h"

#include <glib/gi18n-lib.h>

void
way_action_free (WayAction *action)
{
  if (action == NULL)
    return;
  g_free (action->name);
  g_free (action);
}

static WayAction *
read_action (sqlite3_stmt *s)
{
  WayAction *action = g_new0 (WayAction, 1);

  action->id = sqlite3_column_int64 (s, 0);
  action->name = g_strdup ((const char *) sqlite3_column_text (s, 1));
  action->time_utc = sqlite3_column_int64 (s, 2);
  action->undone = sqlite3_column_int (s, 3) != 0;
  return action;
}

/* Undo takes the newest action that is done, redo the oldest that is undone. */
static WayAction *
peek (WayStore *self, gboolean undone)
{
  sqlite3_stmt *s = NULL;
  WayAction *action = NULL;
  const char *sql = undone ? "SELECT id, name, time_utc, undone FROM undo_action WHERE undone = 1 "
                             "ORDER BY id LIMIT 1"
                           : "SELECT id, name, time_utc, undone FROM undo_action WHERE undone = 0 "
                             "ORDER BY id DESC LIMIT 1";

  if (sqlite3_prepare_v2 (self->db, sql, -1, &s, NULL) == SQLITE_OK &&
      sqlite3_step (s) == SQLITE_ROW)
    action = read_action (s);
  sqlite3_finalize (s);
  return action;
}

WayAction *
way_store_peek_undo (WayStore *self)
{
  return peek (self, FALSE);
}

WayAction *
way_store_peek_redo (WayStore *self)
{
  return peek (self, TRUE);
}

/* The logged statements of an action, newest first, taken out of the log. */
static GPtrArray *
take_log (WayStore *self, gint64 action_id, GError **error)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *forget =
      g_strdup_printf ("DELETE FROM undo_log WHERE action_id = %" G_GINT64_FORMAT, action_id);
  sqlite3_stmt *s = NULL;

  sqlite3_prepare_v2 (self->db, "SELECT sql FROM undo_log WHERE action_id = ?1 ORDER BY id DESC",
                      -1, &s, NULL);
  sqlite3_bind_int64 (s, 1, action_id);
  while (sqlite3_step (s) == SQLITE_ROW)
    g_ptr_array_add (log, g_strdup ((const char *) sqlite3_column_text (s, 0)));
  if (sqlite3_finalize (s) != SQLITE_OK)
    way_store_set_error (self->db, error);
  else if (way_store_exec (self->db, forget, error))
    return g_steal_pointer (&log);
  return NULL;
}

static gboolean
replay (WayStore *self, const WayAction *action, GError **error)
{
  g_autoptr (GPtrArray) log = take_log (self, action->id, error);
  /* Rows come back before the rows they refer to; the references are checked at the commit. Rows
   * that a cascade would delete are deleted by statements of their own. */
  g_autofree char *start = g_strdup_printf (
      "PRAGMA defer_foreign_keys = ON; UPDATE undo_state SET action_id = %" G_GINT64_FORMAT,
      action->id);
  g_autofree char *end =
      g_strdup_printf ("UPDATE undo_state SET action_id = NULL;"
                       "UPDATE undo_action SET undone = 1 - undone WHERE id = %" G_GINT64_FORMAT,
                       action->id);

  if (log == NULL || !way_store_exec (self->db, start, error))
    return FALSE;
  for (guint i = 0; i < log->len; i++)
    {
      int code = sqlite3_exec (self->db, g_ptr_array_index (log, i), NULL, NULL, NULL);
      if (code == SQLITE_OK && sqlite3_changes (self->db) == 1)
        continue;
      /* A row that is there already, or a column that is not any more; anything else is the disk. */
      if (code != SQLITE_OK && code != SQLITE_CONSTRAINT && code != SQLITE_ERROR)
        return way_store_set_error (self->db, error);
      g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                   _ ("“%s” cannot be taken back or repeated any more: the data it touched has "
                      "changed since. Nothing was changed."),
                   action->name);
      return FALSE;
    }
  return way_store_exec (self->db, end, error);
}

/* Inside the transaction, where no other process can write: the action that was meant when undo was asked for is
 * the newest as far as this process has looked. Behind it somebody else may have done something, which must not be
 * taken back unseen, or have undone it, when its log would do it again. */
static WayAction *
choose (WayStore *self, gboolean undone, GError **error)
{
  WayAction *action = NULL;

  /* Not PRAGMA data_version, which also moves when the disk fails us. */
  if (way_store_query_int (self->db, "SELECT seq FROM sqlite_sequence WHERE name = 'undo_log'",
                           0) != self->seen)
    g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                 _ ("Another program has changed the data meanwhile. Nothing was changed; see what "
                    "is there and try again."));
  else if ((action = peek (self, undone)) == NULL)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                         undone ? _ ("There is nothing to redo.")
                                : _ ("There is nothing to undo."));
  return action;
}

static gboolean
step (WayStore *self, gboolean undone, char **name, GError **error)
{
  g_return_val_if_fail (self->depth == 0, FALSE);
  if (!way_store_check_writable (self, error))
    return FALSE;
  g_hash_table_remove_all (self->touched);
  if (!way_store_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  g_autoptr (WayAction) action = choose (self, undone, error);
  if (action == NULL || !replay (self, action, error) ||
      !way_store_exec (self->db, "COMMIT", error))
    {
      way_store_exec (self->db, "ROLLBACK", NULL);
      way_store_poll (self);
      return FALSE;
    }
  if (name != NULL)
    *name = g_steal_pointer (&action->name);
  way_store_emit_changed (self);
  return TRUE;
}

gboolean
way_store_undo (WayStore *self, char **name, GError **error)
{
  return step (self, FALSE, name, error);
}

gboolean
way_store_redo (WayStore *self, char **name, GError **error)
{
  return step (self, TRUE, name, error);
}

GPtrArray *
way_store_history (WayStore *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) way_action_free);
  sqlite3_stmt *s = NULL;

  sqlite3_prepare_v2 (
      self->db, "SELECT id, name, time_utc, undone FROM undo_action ORDER BY id DESC LIMIT ?1", -1,
      &s, NULL);
  sqlite3_bind_int64 (s, 1, limit);
  while (sqlite3_step (s) == SQLITE_ROW)
    g_ptr_array_add (actions, read_action (s));
  if (sqlite3_finalize (s) == SQLITE_OK)
    return g_steal_pointer (&actions);
  way_store_set_error (self->db, error);
  return NULL;
}

/* What the doctor can put right. Rows that refer to something that is gone: a guide gets a place again under its old id,
 * for what is in it was typed or read once; a phase is let go; what was read from a calendar file and from nowhere else
 * goes with it; of the rest, rows go or let go as their table says. All of that is one action. */
#include "core/store/backup.h"
#include "core/store/doctor.h"
#include "core/store/private.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static void
say (GPtrArray *done, const char *format, int n)
{
  if (n > 0)
    g_ptr_array_add (done, g_strdup_printf (format, n));
}

/* Runs @sql, and says how many rows it changed: @format has one %d. */
static gboolean
change (WayStore *self, GPtrArray *done, const char *sql, const char *format, GError **error)
{
  if (!way_store_exec (self->db, sql, error))
    return FALSE;
  say (done, format, sqlite3_changes (self->db));
  return TRUE;
}

/* What would be left of a guide that is gone: everything of the tables that hold its contents. */
static gboolean
give_guides_back (WayStore *self, GPtrArray *done, GError **error)
{
  static const char *const tables[] = { "guide_item",     "phase",    "milestone",
                                        "checklist_item", "skill",    "resource",
                                        "block",          "artifact", "gap_work" };
  g_autoptr (GString) ids = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (ids, "%sSELECT guide_id FROM %s", i > 0 ? " UNION " : "", tables[i]);
  /* Translators: the title of a guide that was lost; its number follows. */
  char *sql = sqlite3_mprintf (
      "INSERT INTO guide (id, slug, title, origin, content_hash) SELECT guide_id, 'recovered-' || "
      "guide_id || '-' || lower (hex (randomblob (3))), %Q || guide_id, 'text', '' FROM (%s) WHERE "
      "guide_id IS NOT NULL AND guide_id NOT IN (SELECT id FROM guide)",
      _ ("Recovered guide "), ids->str);
  gboolean ok =
      change (self, done, sql, _ ("Guides that were gone, and are there again: %d."), error);
  sqlite3_free (sql);
  return ok;
}

/* A column whose rows refer to something that is gone. */
typedef struct
{
  char *table, *column, *parent;
  gboolean lets_go; /* else the rows go with it */
} Reference;

static void
free_reference (gpointer data)
{
  Reference *it = data;

  g_free (it->table);
  g_free (it->column);
  g_free (it->parent);
  g_free (it);
}

/* (element-type Reference) but for those of the store's own tables, and of what was sent (transfer full). */
static GPtrArray *
broken_references (WayStore *self, GError **error)
{
  g_autoptr (GPtrArray) broken = g_ptr_array_new_with_free_func (free_reference);
  g_autoptr (WayStatement) s = way_statement_new (
      self, "SELECT DISTINCT c.\"table\", k.\"from\", c.parent, k.on_delete = 'SET NULL' "
            "FROM pragma_foreign_key_check c JOIN pragma_foreign_key_list (c.\"table\") k "
            "ON k.id = c.fkid WHERE c.\"table\" NOT GLOB 'undo_*' "
            "AND c.\"table\" NOT GLOB 'sent_*' ORDER BY 1, 2");

  while (way_statement_step (s))
    {
      Reference *it = g_new0 (Reference, 1);
      g_ptr_array_add (broken, it);
      it->table = g_strdup (way_statement_text (s, 0));
      it->column = g_strdup (way_statement_text (s, 1));
      it->parent = g_strdup (way_statement_text (s, 2));
      it->lets_go = way_statement_int (s, 3) != 0;
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&broken) : NULL;
}

/* What is left is put right as if what is gone had been removed by the rules of the tables. */
static gboolean
follow_references (WayStore *self, GPtrArray *done, GError **error)
{
  g_autoptr (GPtrArray) broken = broken_references (self, error);

  for (guint i = 0; broken != NULL && i < broken->len; i++)
    {
      const Reference *it = g_ptr_array_index (broken, i);
      char *sql = sqlite3_mprintf (
          it->lets_go ? "UPDATE \"%w\" SET \"%w\" = NULL WHERE \"%w\" NOT IN "
                        "(SELECT id FROM \"%w\")"
                      : "DELETE FROM \"%w\" WHERE \"%w\" IS NOT NULL AND \"%w\" NOT IN "
                        "(SELECT id FROM \"%w\")",
          it->table, it->column, it->column, it->parent);
      gboolean ok = way_store_exec (self->db, sql, error);
      sqlite3_free (sql);
      if (!ok)
        return FALSE;
      int n = sqlite3_changes (self->db);
      if (n > 0)
        g_ptr_array_add (done,
                         g_strdup_printf (
                             /* Translators: the names of two tables, and a number. */
                             it->lets_go
                                 ? _ ("Rows of “%s” that refer to nothing of “%s” any more: %d.")
                                 : _ ("Rows of “%s” without what they are of in “%s”: %d removed."),
                             it->table, it->parent, n));
    }
  return broken != NULL;
}

static gboolean
repair_rows (WayStore *self, GPtrArray *done, GError **error)
{
  return give_guides_back (self, done, error) &&
         change (self, done, "DELETE FROM plan_guide WHERE guide_id NOT IN (SELECT id FROM guide)",
                 _ ("Shares of guides that are gone: %d removed."), error) &&
         change (self, done,
                 "UPDATE block SET phase_id = NULL WHERE phase_id NOT IN (SELECT id FROM phase)",
                 _ ("Blocks of a phase that is gone are of no phase now: %d."), error) &&
         change (
             self, done,
             "UPDATE block SET guide_id = (SELECT guide_id FROM phase WHERE id = phase_id) WHERE "
             "guide_id <> (SELECT guide_id FROM phase WHERE id = phase_id)",
             _ ("Blocks that are of the guide of their phase again: %d."), error) &&
         change (self, done,
                 "DELETE FROM busy_event WHERE calendar_id NOT IN (SELECT id FROM busy_calendar)",
                 _ ("Busy times of calendars that are gone: %d removed."), error) &&
         change (self, done,
                 "DELETE FROM busy_own WHERE calendar_id NOT IN (SELECT id FROM busy_calendar)",
                 _ ("Moved blocks of calendars that are gone: %d removed."), error) &&
         change (self, done,
                 "DELETE FROM busy_zone WHERE calendar_id NOT IN (SELECT id FROM busy_calendar)",
                 _ ("Time zones of calendars that are gone: %d removed."), error) &&
         follow_references (self, done, error);
}

static gboolean
repair_rows_in_action (WayStore *self, GPtrArray *done, gint64 now_utc, GError **error)
{
  if (!way_store_begin (self, _ ("Repair Data"), now_utc, error))
    return FALSE;
  if (repair_rows (self, done, error))
    return way_store_commit (self, error);
  way_store_rollback (self);
  return FALSE;
}

static gboolean
repair_history (WayStore *self, GPtrArray *done, GError **error)
{
  return change (self, done, "UPDATE undo_state SET action_id = NULL WHERE action_id IS NOT NULL",
                 _ ("Actions that were left open, and are closed: %d."), error) &&
         change (self, done,
                 "DELETE FROM undo_log WHERE action_id NOT IN (SELECT id FROM undo_action)",
                 _ ("Steps of the history that belong to no action: %d removed."), error) &&
         change (self, done,
                 "DELETE FROM sent_entry WHERE target_id NOT IN (SELECT id FROM sent_target)",
                 _ ("Records of calendar files that nothing else knows of: %d removed."), error) &&
         way_store_make_triggers (self->db, error);
}

/* The store's own tables and triggers: outside of every action, and first, since actions build on them. */
static gboolean
repair_store (WayStore *self, GPtrArray *done, gboolean triggers, GError **error)
{
  if (!way_store_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!repair_history (self, done, error) || !way_store_exec (self->db, "COMMIT", error))
    {
      way_store_exec (self->db, "ROLLBACK", NULL);
      return FALSE;
    }
  if (triggers)
    g_ptr_array_add (done, g_strdup (_ ("The triggers that record changes were made anew.")));
  return TRUE;
}

static const WayFinding *
find_fixable (GPtrArray *findings, const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const WayFinding *it = g_ptr_array_index (findings, i);
      if (it->can_fix && (id == NULL || g_str_equal (it->id, id)))
        return it;
    }
  return NULL;
}

GPtrArray *
way_store_repair (WayStore *self, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = NULL;

  if (!way_store_check_writable (self, error) ||
      (findings = way_store_examine (self, now_utc, error)) == NULL)
    return NULL;
  if (find_fixable (findings, NULL) == NULL)
    return g_steal_pointer (&done);
  g_autofree char *backup = way_store_backup (self, NULL, "repair", now_utc, error);
  if (backup == NULL)
    return NULL;
  g_ptr_array_add (done, g_strdup_printf (_ ("Backup written and checked: %s"), backup));
  if (!repair_store (self, done, find_fixable (findings, "triggers") != NULL, error) ||
      !repair_rows_in_action (self, done, now_utc, error))
    return NULL;
  way_doctor_repair_files (self, done);
  return g_steal_pointer (&done);
}

#include "core/store/doctor.h"

#include "core/store/backup.h"
#include "core/store/private.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

void
way_finding_free (WayFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->id);
  g_free (finding->message);
  g_free (finding);
}

static void
add (GPtrArray *findings, const char *id, gboolean ok, char *message)
{
  WayFinding *finding = g_new0 (WayFinding, 1);

  finding->id = g_strdup (id);
  finding->ok = ok;
  finding->message = message;
  g_ptr_array_add (findings, finding);
}

static void
check_integrity (WayStore *self, GPtrArray *findings)
{
  g_autoptr (WayStatement) s = way_statement_new (self, "PRAGMA integrity_check (20)");
  g_autoptr (GString) problems = g_string_new (NULL);

  while (way_statement_step (s))
    if (!g_str_equal (way_statement_text (s, 0), "ok"))
      g_string_append_printf (problems, "%s%s", problems->len ? "; " : "",
                              way_statement_text (s, 0));
  if (problems->len == 0)
    add (findings, "integrity", TRUE, g_strdup (_ ("The file is whole.")));
  else
    add (findings, "integrity", FALSE,
         g_strdup_printf (_ ("The file is damaged: %s"), problems->str));
}

/* A check that counts rows that must not be there. @good and @bad are messages; @bad has one %d. */
static gboolean
check_count (WayStore *self,
             GPtrArray *findings,
             const char *id,
             const char *sql,
             const char *good,
             const char *bad,
             GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (self, sql);
  int count = way_statement_step (s) ? (int) way_statement_int (s, 0) : 0;

  if (!way_statement_finish (s, error))
    return FALSE;
  add (findings, id, count == 0, count == 0 ? g_strdup (good) : g_strdup_printf (bad, count));
  return TRUE;
}

static void
check_backups (WayStore *self, GPtrArray *findings, gint64 now_utc)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (self->path, NULL);
  const WayBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  if (newest == NULL)
    add (findings, "backups", TRUE,
         g_strdup (_ ("No backup yet. The first one is written within a day of use.")));
  else
    {
      int days = (int) MAX (0, (now_utc - newest->time_utc) / 86400);
      add (findings, "backups", TRUE,
           g_strdup_printf (ngettext ("%d backups; the newest is %d day old.",
                                      "%d backups; the newest is %d days old.", days),
                            (int) backups->len, days));
    }
}

GPtrArray *
way_store_examine (WayStore *self, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_finding_free);
  int version = (int) way_store_query_int (self->db, "PRAGMA user_version", -1);

  check_integrity (self, findings);
  if (!check_count (self, findings, "foreign-keys", "SELECT count(*) FROM pragma_foreign_key_check",
                    _ ("Every reference leads somewhere."),
                    _ ("%d rows refer to something that is gone."), error) ||
      !check_count (
          self, findings, "blocks",
          "SELECT count(*) FROM (SELECT start_utc, max (end_utc) OVER (ORDER BY start_utc, "
          "id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM block "
          "WHERE state NOT IN ('missed', 'skipped')) WHERE start_utc < before",
          _ ("No two blocks overlap."), _ ("%d blocks overlap an earlier one."), error) ||
      !check_count (self, findings, "availability",
                    "SELECT (SELECT count(*) FROM plan) = 1 AND NOT EXISTS (SELECT 1 FROM "
                    "availability WHERE kinds & 1)",
                    _ ("There is time for study in the week."),
                    _ ("The plan has no time for study in the week."), error))
    return NULL;
  add (findings, "schema", version == way_store_newest_version (),
       g_strdup_printf (_ ("The data has version %d."), version));
  check_backups (self, findings, now_utc);
  return g_steal_pointer (&findings);
}

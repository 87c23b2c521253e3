/* What can be wrong with the rows, and how it is said. What is beside the file is in doctor-files.c, what is done about
 * it in repair.c. */
#include "core/store/doctor.h"

#include "core/store/backup.h"
#include "core/store/private.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define DAY          86400
#define NAMES_SHOWN  3
#define YEAR_2200    7258118400 /* UTC seconds */
#define DAYS_TO_2200 84006

static void
add_good (GPtrArray *findings, const char *id, const char *message)
{
  way_findings_add (findings, id, WAY_FINDING_GOOD, FALSE, g_strdup (message));
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
    add_good (findings, "integrity", _ ("The file is whole."));
  else
    way_findings_add (
        findings, "integrity", WAY_FINDING_BAD, FALSE,
        g_strdup_printf (_ ("The file is damaged; put a backup in its place: %s"), problems->str));
}

/* A check whose query returns the names of what must not be there. */
typedef struct
{
  const char *id, *sql, *good;
  const char *bad; /* with a %s for the names */
  WayFindingLevel level;
  gboolean can_fix;
} RowCheck;

/* "A, B, C and 4 more" (transfer full); %NULL without any. */
static char *
list_names (WayStatement *s)
{
  g_autoptr (GString) names = g_string_new (NULL);
  int n = 0;

  while (way_statement_step (s))
    if (n++ < NAMES_SHOWN)
      g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", way_statement_text (s, 0));
  if (n == 0)
    return NULL;
  if (n <= NAMES_SHOWN)
    return g_string_free (g_steal_pointer (&names), FALSE);
  /* Translators: names, and how many are not named. */
  return g_strdup_printf (_ ("%s and %d more"), names->str, n - NAMES_SHOWN);
}

static gboolean
check_rows (WayStore *self,
            GPtrArray *findings,
            const RowCheck *check,
            gint64 now_utc,
            GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (self, check->sql);

  if (strstr (check->sql, "?1") != NULL)
    way_statement_bind (s, "i", now_utc);
  g_autofree char *names = list_names (s);
  if (!way_statement_finish (s, error))
    return FALSE;
  if (names == NULL)
    add_good (findings, check->id, _ (check->good));
  else
    way_findings_add (findings, check->id, check->level, check->can_fix,
                      g_strdup_printf (_ (check->bad), names));
  return TRUE;
}

/* clang-format off */
static const RowCheck row_checks[] = {
  { "foreign-keys",
    "SELECT count (*) || ' × ' || \"table\" || ' → ' || parent FROM pragma_foreign_key_check "
    "GROUP BY \"table\", parent",
    N_ ("Every reference leads somewhere."),
    N_ ("Rows refer to something that is gone: %s."), WAY_FINDING_BAD, TRUE },
  { "blocks",
    "SELECT title || ' (' || date (start_utc, 'unixepoch') || ')' FROM (SELECT title, start_utc, "
    "max (end_utc) OVER (ORDER BY start_utc, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) "
    "AS before FROM block WHERE state NOT IN ('missed', 'skipped')) WHERE start_utc < before",
    N_ ("No two blocks overlap."),
    N_ ("Blocks overlap an earlier one; plan again, which moves those that are not pinned: %s."),
    WAY_FINDING_BAD, FALSE },
  { "phases",
    "SELECT b.title FROM block b JOIN phase p ON p.id = b.phase_id WHERE p.guide_id <> b.guide_id",
    N_ ("Every block is of the guide of its phase."),
    N_ ("Blocks are of another guide than their phase: %s."), WAY_FINDING_BAD, TRUE },
  { "dates",
    "SELECT title FROM block WHERE start_utc < 0 OR end_utc > " G_STRINGIFY (YEAR_2200)
    " OR end_utc - start_utc > " G_STRINGIFY (DAY) " UNION ALL "
    "SELECT title FROM phase WHERE gate_closed_date NOT BETWEEN 0 AND ?1 / " G_STRINGIFY (DAY) " + 1 "
    "UNION ALL SELECT title FROM milestone WHERE done_date NOT BETWEEN 0 AND ?1 / " G_STRINGIFY (DAY)
    " + 1 OR due_date NOT BETWEEN 0 AND " G_STRINGIFY (DAYS_TO_2200) " UNION ALL "
    "SELECT title FROM checklist_item WHERE done_date NOT BETWEEN 0 AND ?1 / " G_STRINGIFY (DAY)
    " + 1 UNION ALL SELECT zone FROM plan WHERE until_date < start_date OR target_date < start_date "
    "OR start_date NOT BETWEEN 0 AND " G_STRINGIFY (DAYS_TO_2200),
    N_ ("Every date makes sense."),
    N_ ("Dates are impossible, or in the future for what is done; set them again: %s."),
    WAY_FINDING_BAD, FALSE },
  { "availability",
    "SELECT zone FROM plan WHERE NOT EXISTS (SELECT 1 FROM availability WHERE kinds & 1)",
    N_ ("There is time for study in the week."),
    N_ ("The plan has no time for study in the week; add hours to it (%s)."), WAY_FINDING_BAD, FALSE },
  { "settings",
    "SELECT key FROM setting WHERE key NOT IN ('live-path', 'live-gnome')",
    N_ ("Every setting is known."),
    N_ ("There are settings that this version does not know; they are left alone: %s."),
    WAY_FINDING_HINT, FALSE },
  { "history",
    "SELECT action_id FROM undo_state WHERE action_id IS NOT NULL",
    N_ ("No action was left open."),
    N_ ("An action was left open, so that changes are not refused that belong to none (%s)."),
    WAY_FINDING_BAD, TRUE },
};
/* clang-format on */

/* Files outside that the data names. */
static void
check_outside (WayStore *self, GPtrArray *findings)
{
  g_autoptr (WayStatement) live =
      way_statement_new (self, "SELECT value FROM setting WHERE key = 'live-path'");
  g_autoptr (WayStatement) busy =
      way_statement_new (self, "SELECT name, path FROM busy_calendar WHERE path <> '-'");

  if (way_statement_step (live))
    {
      const char *path = way_statement_text (live, 0);
      g_autofree char *folder = g_path_get_dirname (path);
      if (g_access (folder, W_OK) == 0)
        add_good (findings, "live", _ ("The live calendar can be written."));
      else
        way_findings_add (
            findings, "live", WAY_FINDING_BAD, FALSE,
            g_strdup_printf (_ ("The live calendar “%s” cannot be written; start it in "
                                "another folder, or stop it."),
                             path));
    }
  while (way_statement_step (busy))
    if (!g_file_test (way_statement_text (busy, 1), G_FILE_TEST_EXISTS))
      way_findings_add (
          findings, "calendars", WAY_FINDING_HINT, FALSE,
          g_strdup_printf (_ ("The file of the calendar “%s” is gone; what was read from "
                              "it still counts: %s"),
                           way_statement_text (busy, 0), way_statement_text (busy, 1)));
}

static gboolean
check_triggers (WayStore *self, GPtrArray *findings, GError **error)
{
  g_autoptr (GHashTable) needed = way_store_needed_triggers (self->db, error);
  g_autoptr (GHashTable) present = way_store_present_triggers (self->db);
  GHashTableIter iter;
  gpointer name, sql;
  int wrong = 0;

  if (needed == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, needed);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    wrong += g_strcmp0 (g_hash_table_lookup (present, name), sql) != 0;
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (needed, name))
      {
        gboolean ours = g_str_has_prefix (name, "undo_");
        wrong += ours;
        if (!ours)
          way_findings_add (
              findings, "triggers", WAY_FINDING_HINT, FALSE,
              g_strdup_printf (_ ("The trigger “%s” is not of Waymark; it is left alone."),
                               (char *) name));
      }
  if (wrong == 0)
    add_good (findings, "triggers", _ ("Every change can be undone."));
  else
    way_findings_add (
        findings, "triggers", WAY_FINDING_BAD, TRUE,
        g_strdup_printf (ngettext ("%d trigger that records changes is missing or altered.",
                                   "%d triggers that record changes are missing or altered.",
                                   wrong),
                         wrong));
  return TRUE;
}

static void
check_version (WayStore *self, GPtrArray *findings)
{
  int version = (int) way_store_query_int (self->db, "PRAGMA user_version", -1);
  gboolean ours = version == way_store_newest_version ();

  way_findings_add (
      findings, "schema", ours ? WAY_FINDING_GOOD : WAY_FINDING_BAD, FALSE,
      g_strdup_printf (ours ? _ ("The data has version %d.")
                            : _ ("The data has version %d, which this program does not "
                                 "know. Update Waymark."),
                       version));
  if (self->without_log)
    way_findings_add (
        findings, "journal", WAY_FINDING_HINT, FALSE,
        g_strdup (_ ("This file system has no shared memory: changes are as safe, but "
                     "slower, and two programs wait for one another.")));
}

GPtrArray *
way_store_examine (WayStore *self, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_finding_free);

  check_integrity (self, findings);
  for (gsize i = 0; i < G_N_ELEMENTS (row_checks); i++)
    if (!check_rows (self, findings, &row_checks[i], now_utc, error))
      return NULL;
  check_outside (self, findings);
  check_version (self, findings);
  /* Those of another version are another version's. */
  if (!way_store_is_read_only (self) && !check_triggers (self, findings, error))
    return NULL;
  way_doctor_examine_files (self, findings, now_utc);
  return g_steal_pointer (&findings);
}

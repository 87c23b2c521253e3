/* What the doctor finds and what it puts right: for every fault one that is made on purpose, found, repaired, and not
 * found again; and what a person typed is still there. */
#include "core/store/backup.h"
#include "core/store/doctor.h"
#include "fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY ((gint64) 86400)
#define NOW ((gint64) 1800000000)

#define DATA                                                                                       \
  "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'a', 'A', 'pack', ''), "   \
  "(2, 'b', 'B', 'pack', '');"                                                                     \
  "INSERT INTO phase (id, guide_id, key, position, title, min_days, max_days) VALUES (5, 1, 'p', " \
  "0, 'P', 3, 5), (6, 2, 'p', 0, 'Q', 3, 5);"                                                      \
  "INSERT INTO skill (guide_id, key, position, kind, title, gap_action) VALUES (1, 's', 0, "       \
  "'skill', 'S', 'typed by hand');"                                                                \
  "INSERT INTO plan_guide (guide_id) VALUES (1), (2);"                                             \
  "INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, end_utc, created_utc, "     \
  "changed_utc) VALUES ('u', 'study', 1, 5, 'One', 0, 3600, 0, 0), ('v', 'study', 2, 6, 'Two', "   \
  "3600, 7200, 0, 0);"                                                                             \
  "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, to_utc, "              \
  "imported_utc) VALUES (1, 'C', '-', 'UTC', '', 0, 1, 0);"                                        \
  "INSERT INTO busy_event (calendar_id, uid, start_utc, end_utc) VALUES (1, 'e', 0, 1)"

/* Every statement of @sql, separated by ";". */
static void
run_all (WayStore *store, const char *sql)
{
  g_auto (GStrv) parts = g_strsplit (sql, ";", -1);

  for (char **part = parts; *part != NULL; part++)
    run_sql (store, *part);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  fixture_set_up (f, data);
  g_assert_true (way_store_begin (f->store, "Add", NOW, NULL));
  run_all (f->store, DATA);
  g_assert_true (way_store_commit (f->store, NULL));
  g_assert_true (way_backup_daily (f->path, NOW, NULL));
}

static const WayFinding *
find_bad (GPtrArray *findings, const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const WayFinding *it = findings->pdata[i];
      if (it->level == WAY_FINDING_BAD && (id == NULL || g_str_equal (it->id, id)))
        return it;
    }
  return NULL;
}

static GPtrArray *
examine (WayStore *store, gint64 now)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = way_store_examine (store, now, &error);

  g_assert_no_error (error);
  return findings;
}

/* Found, repaired, and gone, with nothing else wrong. */
static void
assert_repairs (WayStore *store, const char *id, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = examine (store, now);
  const WayFinding *found = find_bad (before, id);

  g_assert_nonnull (found);
  g_assert_true (found->can_fix);
  g_autoptr (GPtrArray) done = way_store_repair (store, now, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->len, >=, 1);
  g_autoptr (GPtrArray) after = examine (store, now);
  const WayFinding *left = find_bad (after, NULL);
  g_assert_cmpstr (left != NULL ? left->message : NULL, ==, NULL);
}

static void
assert_only_names (WayStore *store, const char *id, const char *name)
{
  g_autoptr (GPtrArray) findings = examine (store, NOW);
  const WayFinding *found = find_bad (findings, id);

  g_assert_nonnull (found);
  g_assert_false (found->can_fix);
  g_assert_nonnull (strstr (found->message, name));
}

/* What only a foreign tool or a bug can do: no references are checked, no action runs, nothing is recorded. */
static void
break_rows (WayStore *store, const char *table, const char *event, const char *sql)
{
  g_autofree char *drop = g_strdup_printf ("DROP TRIGGER undo_%s_%s", table, event);
  g_autofree char *get =
      g_strdup_printf ("SELECT sql FROM sqlite_schema WHERE name = 'undo_%s_%s'", table, event);
  g_autoptr (WayStatement) s = way_statement_new (store, get);

  g_assert_true (way_statement_step (s));
  g_autofree char *create = g_strdup (way_statement_text (s, 0));
  g_clear_pointer (&s, way_statement_free);
  run_sql (store, "PRAGMA foreign_keys = OFF");
  run_sql (store, drop);
  run_sql (store, sql);
  run_sql (store, create);
  run_sql (store, "PRAGMA foreign_keys = ON");
}

static gint64
count (WayStore *store, const char *sql)
{
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  g_assert_true (way_statement_step (s));
  return way_statement_int (s, 0);
}

static void
test_good_data_has_nothing_to_fix (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = examine (f->store, NOW);
  g_autofree char *before = dump (f->store);

  g_assert_null (find_bad (findings, NULL));
  g_autoptr (GPtrArray) done = way_store_repair (f->store, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->len, ==, 0);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_the_contents_of_a_guide_that_is_gone_get_a_guide (Fixture *f, gconstpointer data)
{
  break_rows (f->store, "guide", "DELETE", "DELETE FROM guide WHERE id = 1");
  assert_repairs (f->store, "foreign-keys", NOW);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM skill JOIN guide g ON g.id = guide_id "
                                    "WHERE gap_action = 'typed by hand'"),
                   ==, 1);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM block"), ==, 2);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM plan_guide"), ==, 2);
  /* An action like any other. */
  g_autoptr (WayAction) action = way_store_peek_undo (f->store);
  g_assert_cmpstr (action->name, ==, "Repair Data");
  g_assert_true (way_store_undo (f->store, NULL, NULL));
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM guide"), ==, 1);
}

static void
test_blocks_of_a_phase_that_is_gone_stay (Fixture *f, gconstpointer data)
{
  break_rows (f->store, "phase", "DELETE", "DELETE FROM phase WHERE id = 5");
  assert_repairs (f->store, "foreign-keys", NOW);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM block"), ==, 2);
}

static void
test_gap_actions_of_a_skill_that_is_gone_go_and_blocks_stay (Fixture *f, gconstpointer data)
{
  act (f->store, "Plan",
       "INSERT INTO gap_work (id, skill_id, guide_id, title, minutes, due_date, created_utc) "
       "SELECT 1, id, guide_id, 'Two documents', 60, 20000, 0 FROM skill LIMIT 1");
  act (f->store, "Plan", "UPDATE block SET gap_work_id = 1");
  break_rows (f->store, "skill", "DELETE", "DELETE FROM skill");
  assert_repairs (f->store, "foreign-keys", NOW);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM gap_work"), ==, 0);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM block WHERE gap_work_id IS NULL"), ==,
                   2);
}

static void
test_busy_time_of_no_calendar_goes (Fixture *f, gconstpointer data)
{
  break_rows (f->store, "busy_calendar", "DELETE", "DELETE FROM busy_calendar");
  assert_repairs (f->store, "foreign-keys", NOW);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM busy_event"), ==, 0);
}

/* A skill of the person's own with all that hangs on one, and a scorecard that is decided. */
#define MORE                                                                                       \
  "INSERT INTO skill (id, key, position, kind, title) VALUES (90, 'o', 0, 'own', 'Own');"          \
  "INSERT INTO artifact (id, guide_id, phase_id, kind, title, made_date, created_utc) VALUES "     \
  "(91, 1, 5, 'rfc', 'A', 5, 5);"                                                                  \
  "INSERT INTO skill_score (skill_id, set_date, set_utc) VALUES (90, 5, 5);"                       \
  "INSERT INTO skill_target (skill_id, set_date, set_utc) VALUES (90, 5, 5);"                      \
  "INSERT INTO skill_evidence (skill_id, kind, made_date, artifact_id, created_utc) VALUES "       \
  "(90, 'artifact', 5, 91, 5);"                                                                    \
  "INSERT INTO gap_work (id, skill_id, guide_id, title, minutes, due_date, created_utc) VALUES "   \
  "(92, 90, 1, 'W', 60, 5, 5);"                                                                    \
  "UPDATE block SET gap_work_id = 92 WHERE uid = 'v';"                                             \
  "INSERT INTO scorecard (id, title, currency, created_utc) VALUES (1, 'S', 'EUR', 5);"            \
  "INSERT INTO criterion (id, scorecard_id, position, title, weight) VALUES (1, 1, 0, 'C', 1);"    \
  "INSERT INTO offer (id, scorecard_id, position, company, currency, uid, created_utc) VALUES "    \
  "(1, 1, 0, 'O', 'EUR', 'x', 5);"                                                                 \
  "INSERT INTO offer_sign_on (offer_id, year, amount) VALUES (1, 1, 5);"                           \
  "INSERT INTO offer_grant (offer_id, kind) VALUES (1, 'stock');"                                  \
  "INSERT INTO offer_score (offer_id, criterion_id, low, high) VALUES (1, 1, 3, 3);"               \
  "INSERT INTO exchange_rate (scorecard_id, currency, rate, rate_date) VALUES (1, 'USD', 1, 5);"   \
  "INSERT INTO weight_change (scorecard_id, criterion, changed_utc) VALUES (1, 'C', 5);"           \
  "INSERT INTO decision (id, scorecard_id, offer_id, decided_date, reason) VALUES (1, 1, 1, 5, "   \
  "'R');"                                                                                          \
  "INSERT INTO look_back (decision_id, due_date, uid, created_utc) VALUES (1, 5, 'y', 5)"

#define SUM(table) "(SELECT count (*) FROM " table ") + "

static void
test_what_hangs_on_something_that_is_gone_goes_with_it (Fixture *f, gconstpointer data)
{
  const struct
  {
    const char *table;
    const char *left; /* of the rows that hang on it */
  } cases[] = {
    { "skill", SUM ("skill_score") SUM ("skill_target") SUM ("skill_evidence")
                   SUM ("gap_work") "(SELECT count (*) FROM block WHERE gap_work_id = 92)" },
    { "gap_work", "(SELECT count (*) FROM block WHERE gap_work_id = 92)" },
    { "artifact", SUM ("skill_evidence") "0" },
    { "scorecard",
      SUM ("criterion") SUM ("offer") SUM ("offer_sign_on") SUM ("offer_grant") SUM ("offer_score")
          SUM ("exchange_rate") SUM ("weight_change") SUM ("decision") SUM ("look_back") "0" },
    { "criterion", SUM ("offer_score") "0" },
    { "offer", SUM ("offer_sign_on") SUM ("offer_grant") SUM ("offer_score") SUM ("decision")
                   SUM ("look_back") "0" },
    { "decision", SUM ("look_back") "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = g_strdup_printf ("DELETE FROM %s", cases[i].table);
      g_autofree char *left = g_strdup_printf ("SELECT %s", cases[i].left);
      g_assert_true (way_store_begin (f->store, "More", NOW, NULL));
      run_all (f->store, MORE);
      g_assert_true (way_store_commit (f->store, NULL));
      g_assert_cmpint (count (f->store, left), >, 0);
      break_rows (f->store, cases[i].table, "DELETE", cut);
      assert_repairs (f->store, "foreign-keys", NOW);
      g_assert_cmpint (count (f->store, left), ==, 0);
      g_assert_cmpint (count (f->store, "SELECT count (*) FROM block"), ==, 2);
      g_assert_cmpint (count (f->store, "SELECT count (*) FROM guide"), ==, 2);
      act (f->store, "Empty", "DELETE FROM skill WHERE id = 90");
      act (f->store, "Empty", "DELETE FROM artifact");
      act (f->store, "Empty", "DELETE FROM scorecard");
    }
}

/* An own skill is of no guide, also where there is none at all. */
static void
test_own_skills_get_no_guide (Fixture *f, gconstpointer data)
{
  act (f->store, "Empty", "DELETE FROM guide");
  act (f->store, "Add",
       "INSERT INTO skill (id, key, position, kind, title) VALUES (90, 'o', 0, 'own', 'Own')");
  break_rows (f->store, "busy_calendar", "DELETE", "DELETE FROM busy_calendar");
  assert_repairs (f->store, "foreign-keys", NOW);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM guide"), ==, 0);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM skill"), ==, 1);
}

static void
test_time_for_a_gap_keeps_its_guide (Fixture *f, gconstpointer data)
{
  act (f->store, "Empty", "DELETE FROM guide");
  g_assert_true (way_store_begin (f->store, "More", NOW, NULL));
  run_sql (f->store, "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (7, 'g', "
                     "'G', 'pack', '')");
  run_sql (f->store,
           "INSERT INTO skill (id, key, position, kind, title) VALUES (90, 'o', 0, 'own', 'Own')");
  run_sql (f->store, "INSERT INTO gap_work (skill_id, guide_id, title, minutes, due_date, "
                     "created_utc) VALUES (90, 7, 'typed', 60, 5, 5)");
  g_assert_true (way_store_commit (f->store, NULL));
  break_rows (f->store, "guide", "DELETE", "DELETE FROM guide");
  assert_repairs (f->store, "foreign-keys", NOW);
  g_assert_cmpint (count (f->store, "SELECT count (*) FROM gap_work WHERE guide_id = 7"), ==, 1);
}

static void
test_a_block_follows_the_guide_of_its_phase (Fixture *f, gconstpointer data)
{
  break_rows (f->store, "block", "UPDATE", "UPDATE block SET guide_id = 2 WHERE uid = 'u'");
  assert_repairs (f->store, "phases", NOW);
  g_assert_cmpint (count (f->store, "SELECT guide_id FROM block WHERE uid = 'u'"), ==, 1);
}

static void
test_an_open_action_is_closed (Fixture *f, gconstpointer data)
{
  run_sql (f->store, "UPDATE undo_state SET action_id = 1");
  assert_repairs (f->store, "history", NOW);
}

static void
test_triggers_are_made_anew (Fixture *f, gconstpointer data)
{
  run_sql (f->store, "DROP TRIGGER undo_block_UPDATE");
  run_sql (f->store, "DROP TRIGGER undo_skill_INSERT");
  run_sql (f->store, "CREATE TRIGGER undo_skill_INSERT AFTER INSERT ON skill BEGIN SELECT 1; END");
  run_sql (f->store, "CREATE TRIGGER undo_foreign AFTER INSERT ON skill BEGIN SELECT 1; END");
  assert_repairs (f->store, "triggers", NOW);
  g_autofree char *before = dump (f->store);
  act (f->store, "Change", "UPDATE block SET title = 'Changed'");
  g_assert_true (way_store_undo (f->store, NULL, NULL));
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_others_lose_sight_of_the_data (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  const char *backup = ((WayBackup *) backups->pdata[0])->path;
  g_autofree char *folder = g_path_get_dirname (backup);
  GStatBuf info;

  g_chmod (f->path, 0644);
  g_chmod (backup, 0640);
  g_chmod (folder, 0755);
  assert_repairs (f->store, "permissions", NOW);
  g_assert_cmpint (g_stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
test_a_damaged_backup_is_kept_under_another_name (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  const char *backup = ((WayBackup *) backups->pdata[0])->path;
  g_autofree char *aside = g_strconcat (backup, ".damaged", NULL);
  g_autofree char *bytes = NULL, *kept = NULL;
  gsize length = 0, kept_length = 0;

  g_assert_true (g_file_get_contents (backup, &bytes, &length, NULL));
  memset (bytes + 8192, 0x5a, length - 8192);
  g_assert_true (g_file_set_contents_full (backup, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
  assert_repairs (f->store, "backup-files", NOW);
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (bytes, length, kept, kept_length);
}

static void
test_an_old_backup_gets_a_new_one_beside_it (Fixture *f, gconstpointer data)
{
  assert_repairs (f->store, "backups", NOW + 30 * DAY);
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  g_assert_cmpint (backups->len, ==, 2);
}

static void
test_what_cannot_be_fixed_is_named (Fixture *f, gconstpointer data)
{
  act (f->store, "Move", "UPDATE block SET start_utc = 3000 WHERE uid = 'v'");
  assert_only_names (f->store, "blocks", "Two");
  act (f->store, "Move Back", "UPDATE block SET start_utc = 3600 WHERE uid = 'v'");
  act (f->store, "Close", "UPDATE phase SET gate_closed_date = 40000 WHERE id = 5");
  assert_only_names (f->store, "dates", "P");
  act (f->store, "Open", "UPDATE phase SET gate_closed_date = NULL");
  act (f->store, "Live",
       "INSERT INTO setting (key, value) VALUES ('live-path', '/nonexistent/plan.ics')");
  assert_only_names (f->store, "live", "/nonexistent/plan.ics");
  act (f->store, "Stop", "DELETE FROM setting");
  g_autoptr (GPtrArray) findings = examine (f->store, NOW);
  g_assert_null (find_bad (findings, NULL));
}

#define ADD(path, func) g_test_add ("/doctor/" path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("good-data-has-nothing-to-fix", test_good_data_has_nothing_to_fix);
  ADD ("the-contents-of-a-guide-that-is-gone-get-a-guide",
       test_the_contents_of_a_guide_that_is_gone_get_a_guide);
  ADD ("blocks-of-a-phase-that-is-gone-stay", test_blocks_of_a_phase_that_is_gone_stay);
  ADD ("gap-actions-of-a-skill-that-is-gone-go-and-blocks-stay",
       test_gap_actions_of_a_skill_that_is_gone_go_and_blocks_stay);
  ADD ("busy-time-of-no-calendar-goes", test_busy_time_of_no_calendar_goes);
  ADD ("what-hangs-on-something-that-is-gone-goes-with-it",
       test_what_hangs_on_something_that_is_gone_goes_with_it);
  ADD ("own-skills-get-no-guide", test_own_skills_get_no_guide);
  ADD ("time-for-a-gap-keeps-its-guide", test_time_for_a_gap_keeps_its_guide);
  ADD ("a-block-follows-the-guide-of-its-phase", test_a_block_follows_the_guide_of_its_phase);
  ADD ("an-open-action-is-closed", test_an_open_action_is_closed);
  ADD ("triggers-are-made-anew", test_triggers_are_made_anew);
  ADD ("others-lose-sight-of-the-data", test_others_lose_sight_of_the_data);
  ADD ("a-damaged-backup-is-kept-under-another-name",
       test_a_damaged_backup_is_kept_under_another_name);
  ADD ("an-old-backup-gets-a-new-one-beside-it", test_an_old_backup_gets_a_new_one_beside_it);
  ADD ("what-cannot-be-fixed-is-named", test_what_cannot_be_fixed_is_named);
  return g_test_run ();
}

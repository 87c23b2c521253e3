/* Databases of every version that was ever in use, as that version wrote them (data/version-N.sql), open with
 * all that is in them, and their history still works. */
#include "core/calendar/export.h"
#include "core/planner/settings.h"
#include "core/store/private.h"
#include "fixture.h"
#include "invariants.h"
#include "old-database.h"

static int
count (WayStore *store, const char *sql)
{
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  g_assert_true (way_statement_step (s));
  return (int) way_statement_int (s, 0);
}

static void
test_version_1_keeps_its_plan_and_its_history (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "data", "waymark.db", NULL);
  g_autoptr (GError) error = NULL;

  make_old_database (path, 1);
  g_autoptr (WayStore) store = way_store_open (path, &error);
  g_assert_no_error (error);
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (settings->weekly_minutes, ==, 180);
  g_assert_cmpint (settings->guide_minutes, ==, 180);
  g_assert_cmpint (settings->target_date, ==, WAY_DATE_NONE);
  g_assert_cmpint (settings->days_in_row, ==, 0);
  g_assert_false (settings->low_end);
  g_assert_cmpint (settings->availability->len, ==, 6);
  g_assert_cmpint (settings->days_off->len, ==, 1);
  g_assert_cmpint (count (store, "SELECT count (*) FROM block"), ==, 16);

  g_autofree char *before = dump (store);
  g_assert_true (way_store_undo (store, NULL, &error));
  g_assert_cmpint (count (store, "SELECT count (*) FROM block"), ==, 0);
  g_assert_true (way_store_redo (store, NULL, &error));
  g_autofree char *after = dump (store);
  g_assert_cmpstr (after, ==, before);
  g_clear_object (&store);
  remove_tree (folder);
}

/* What was planned before files were remembered is new to every file. */
static void
test_version_2_exports_as_before (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "data", "waymark.db", NULL);
  g_autofree char *file = g_build_filename (folder, "plan.ics", NULL);
  const WayExportOptions options = { .kinds = WAY_EXPORT_BLOCKS,
                                     .from_date = WAY_DATE_NONE,
                                     .to_date = WAY_DATE_NONE };
  g_autoptr (GError) error = NULL;
  g_auto (WayExportResult) result = { 0 };

  make_old_database (path, 2);
  g_autoptr (WayStore) store = way_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "SELECT count (*) FROM block"), ==, 18);
  way_export_to_file (store, &options, file, 1795420800, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.added, ==, 18);
  g_autofree char *before = dump (store);
  g_assert_true (way_store_undo (store, NULL, &error));
  g_assert_cmpint (count (store, "SELECT count (*) FROM block"), ==, 0);
  g_assert_true (way_store_redo (store, NULL, &error));
  g_autofree char *after = dump (store);
  g_assert_cmpstr (after, ==, before);
  g_clear_object (&store);
  remove_tree (folder);
}

/* The one review of the plan, which was an event of its own, is the first of its series now; the rest is as it
 * was sent. */
static void
test_version_3_knows_what_it_sent (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "data", "waymark.db", NULL);
  const WayExportOptions options = { .kinds = WAY_EXPORT_ALL,
                                     .from_date = WAY_DATE_NONE,
                                     .to_date = WAY_DATE_NONE,
                                     .changes_only = TRUE };
  g_autoptr (GError) error = NULL;
  g_auto (WayExportResult) result = { 0 };

  make_old_database (path, 3);
  g_autoptr (WayStore) store = way_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "SELECT count (*) FROM busy_event"), ==, 1);
  way_export_to_file (store, &options, "/home/ada/plan.ics", 1795420800, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.unchanged, ==, 56);
  g_assert_cmpint (result.added + result.changed + result.cancelled, ==, 0);
  g_assert_false (result.written);
  g_assert_true (result.was_lost);
  g_assert_true (way_store_undo (store, NULL, &error));
  g_assert_cmpint (count (store, "SELECT count (*) FROM block"), ==, 0);
  g_clear_object (&store);
  remove_tree (folder);
}

/* For every version but the newest, also one that gets a successor after this was written: the rows are there, the
 * history works to its beginning and back, and the backup that was made before has the old version still. */
static void
test_every_version_opens_with_its_history (void)
{
  for (int version = 1; version < way_store_newest_version (); version++)
    {
      g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "data", "waymark.db", NULL);
      g_autofree char *script = old_database_script (version);
      g_autoptr (GError) error = NULL;
      int n = 0;

      if (!g_file_test (script, G_FILE_TEST_EXISTS))
        g_error (
            "There is a version %d and no database of version %d: write it with the last commit "
            "that had it (sqlite3 waymark.db .dump), to %s",
            version + 1, version, script);
      make_old_database (path, version);
      g_autoptr (WayStore) store = way_store_open (path, &error);
      g_assert_no_error (error);
      assert_invariants (store);
      g_assert_cmpint (count (store, "SELECT count (*) FROM block"), >, 0);
      g_autofree char *before = dump (store);
      while (way_store_undo (store, NULL, &error))
        n++;
      g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_cmpint (n, >, 0);
      assert_invariants (store);
      for (; n > 0; n--)
        g_assert_true (way_store_redo (store, NULL, NULL));
      g_autofree char *after = dump (store);
      g_assert_cmpstr (after, ==, before);
      act (store, "Change", "UPDATE block SET pinned = 1 - pinned");
      g_autoptr (GPtrArray) backups = way_store_list_backups (path, &error);
      g_assert_cmpint (backups->len, ==, 1);
      assert_whole_backups (path);
      g_clear_object (&store);
      remove_tree (folder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migration/version-1-keeps-its-plan-and-its-history",
                   test_version_1_keeps_its_plan_and_its_history);
  g_test_add_func ("/migration/version-2-exports-as-before", test_version_2_exports_as_before);
  g_test_add_func ("/migration/version-3-knows-what-it-sent", test_version_3_knows_what_it_sent);
  g_test_add_func ("/migration/every-version-opens-with-its-history",
                   test_every_version_opens_with_its_history);
  return g_test_run ();
}

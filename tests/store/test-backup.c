#include "core/store/backup.h"
#include "core/store/doctor.h"
#include "fixture.h"

#define DAY   ((gint64) 86400)
#define START ((gint64) 1800000000)

static void
test_a_backup_opens_and_holds_the_same_data (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (f->folder, "copy.db", NULL);

  act (f->store, "Add", "INSERT INTO setting (key, value) VALUES ('a', 'b')");
  g_autofree char *path = way_store_backup (f->store, target, "manual", START, &error);
  g_assert_no_error (error);
  g_autoptr (WayStore) copy = way_store_open (path, &error);
  g_assert_no_error (error);
  g_autofree char *mine = dump (f->store);
  g_autofree char *theirs = dump (copy);
  g_assert_cmpstr (mine, ==, theirs);
}

static void
test_a_backup_that_cannot_be_written_says_so (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = g_build_filename (f->folder, "no", "such", "copy.db", NULL);

  g_assert_null (way_store_backup (f->store, missing, "manual", START, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (way_store_backup (f->store, f->folder, "manual", START, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
}

static void
test_two_years_of_daily_backups_are_thinned (Fixture *f, gconstpointer data)
{
  for (int day = 0; day < 730; day++)
    {
      g_autoptr (GError) error = NULL;
      way_store_backup_daily (f->store, START + day * DAY, &error);
      /* The same day again writes none. */
      way_store_backup_daily (f->store, START + day * DAY + 3600, &error);
      g_assert_no_error (error);
    }
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  /* 10 days; 8 weeks and 12 months, some of which the days and weeks cover. */
  g_assert_cmpint (backups->len, >=, 10 + 6 + 9);
  g_assert_cmpint (backups->len, <=, 10 + 8 + 12);
  const WayBackup *newest = backups->pdata[0], *oldest = backups->pdata[backups->len - 1];
  g_assert_cmpint (newest->time_utc, ==, START + 729 * DAY);
  g_assert_cmpstr (newest->reason, ==, "daily");
  g_assert_cmpint (newest->time_utc - oldest->time_utc, >, 300 * DAY);
}

static gboolean
finding_is_ok (WayStore *store, const char *id)
{
  g_autoptr (GPtrArray) findings = way_store_examine (store, START, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const WayFinding *it = findings->pdata[i];
      if (g_str_equal (it->id, id))
        return it->ok;
    }
  g_assert_not_reached ();
}

static void
test_the_doctor_finds_overlaps_and_orphans (Fixture *f, gconstpointer data)
{
  act (
      f->store, "Add",
      "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'g', 'G', 'pack', '')");
  act (f->store, "Add",
       "INSERT INTO block (uid, kind, guide_id, title, start_utc, end_utc, created_utc, "
       "changed_utc) "
       "VALUES ('a', 'drill', 1, 'A', 0, 3600, 0, 0), ('b', 'drill', 1, 'B', 3600, 7200, 0, 0)");
  g_assert_true (finding_is_ok (f->store, "blocks"));
  g_assert_true (finding_is_ok (f->store, "foreign-keys"));
  act (f->store, "Move", "UPDATE block SET start_utc = 3000 WHERE uid = 'b'");
  g_assert_false (finding_is_ok (f->store, "blocks"));
  run_sql (f->store, "PRAGMA foreign_keys = OFF");
  act (f->store, "Orphan", "UPDATE block SET guide_id = 7 WHERE uid = 'a'");
  g_assert_false (finding_is_ok (f->store, "foreign-keys"));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/backup/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-backup-opens-and-holds-the-same-data", test_a_backup_opens_and_holds_the_same_data);
  ADD ("a-backup-that-cannot-be-written-says-so", test_a_backup_that_cannot_be_written_says_so);
  ADD ("two-years-of-daily-backups-are-thinned", test_two_years_of_daily_backups_are_thinned);
  ADD ("the-doctor-finds-overlaps-and-orphans", test_the_doctor_finds_overlaps_and_orphans);
  return g_test_run ();
}

#include "core/store/backup.h"
#include "core/store/doctor.h"
#include "core/store/private.h"
#include "fixture.h"

#include <sys/stat.h>

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
test_half_a_year_of_daily_backups_is_thinned (Fixture *f, gconstpointer data)
{
  for (int day = 0; day < 180; day++)
    {
      g_autoptr (GError) error = NULL;
      way_backup_daily (f->path, START + day * DAY, &error);
      /* The same day again writes none. */
      way_backup_daily (f->path, START + day * DAY + 3600, &error);
      g_assert_no_error (error);
    }
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  /* 10 days; 8 weeks and 12 months, some of which the days and weeks cover. */
  g_assert_cmpint (backups->len, >=, 10 + 6 + 3);
  g_assert_cmpint (backups->len, <=, 10 + 8 + 12);
  const WayBackup *newest = backups->pdata[0], *oldest = backups->pdata[backups->len - 1];
  g_assert_cmpint (newest->time_utc, ==, START + 179 * DAY);
  g_assert_cmpstr (newest->reason, ==, "daily");
  g_assert_cmpint (newest->time_utc - oldest->time_utc, >, 140 * DAY);
}

/* Years of use with gaps; every promise is looked at after every day, against all that was ever written. */
static void
add_backup (GPtrArray *list, gint64 time, const char *reason)
{
  WayBackup *backup = g_new0 (WayBackup, 1);
  guint at = 0;

  backup->time_utc = time;
  backup->reason = g_strdup (reason);
  while (at < list->len && ((WayBackup *) list->pdata[at])->time_utc >= time)
    at++;
  g_ptr_array_insert (list, (int) at, backup);
}

static gboolean
has_time (GPtrArray *list, gint64 time)
{
  for (guint i = 0; i < list->len; i++)
    if (((WayBackup *) list->pdata[i])->time_utc == time)
      return TRUE;
  return FALSE;
}

static gint64
period_of (gint64 time, int kind)
{
  int y, m, d;

  way_date_to_ymd ((WayDate) (time / DAY), &y, &m, &d);
  return kind == 0   ? time / DAY
         : kind == 1 ? way_date_week_start ((WayDate) (time / DAY))
                     : y * 12 + m;
}

/* The newest of each of the last @n periods that have one, by brute force over @all (newest first). */
static void
assert_periods (GPtrArray *list, GArray *all, int kind, int n)
{
  for (guint i = all->len; i-- > 0 && n > 0;)
    {
      gint64 time = g_array_index (all, gint64, i);
      if (i + 1 < all->len &&
          period_of (g_array_index (all, gint64, i + 1), kind) == period_of (time, kind))
        continue;
      g_assert_true (has_time (list, time));
      n--;
    }
}

static void
drop_thinned (GPtrArray *list, gint64 now)
{
  g_autofree gboolean *keep = way_backups_to_keep (list, now);

  for (guint i = list->len; i-- > 0;)
    if (!keep[i])
      g_ptr_array_remove_index (list, i);
}

static void
test_thinning_keeps_what_it_promises_over_years (Fixture *f, gconstpointer data)
{
  for (int run = 0; run < 40; run++)
    {
      g_autoptr (GPtrArray) list =
          g_ptr_array_new_with_free_func ((GDestroyNotify) way_backup_free);
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
      int longest_gap = g_test_rand_int_range (1, 60);
      for (gint64 now = START; now < START + 2000 * DAY;
           now += g_test_rand_int_range (1, longest_gap + 1) * DAY)
        {
          add_backup (list, now, "daily");
          g_array_append_val (all, now);
          drop_thinned (list, now);
          assert_periods (list, all, 0, 10);
          assert_periods (list, all, 1, 8);
          assert_periods (list, all, 2, 12);
          g_assert_cmpint (list->len, >=, MIN (all->len, 10));
          g_assert_cmpint (list->len, <=, 10 + 8 + 12);
        }
    }
}

/* A clock that jumps: what was just written stays, and so do ten, and the folder does not grow for ever. */
static void
test_a_clock_that_jumps_costs_no_backup (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) way_backup_free);
  gint64 now = START;

  for (int i = 1; i < 4000; i++)
    {
      int dice = g_test_rand_int_range (0, 100);
      now += dice == 0 ? -400 * DAY : dice == 1 ? 400 * DAY : DAY;
      now = MAX (now, START - 800 * DAY);
      while (has_time (list, now))
        now++;
      add_backup (list, now, dice % 10 == 2 ? "import" : "daily");
      drop_thinned (list, now);
      g_assert_true (has_time (list, now));
      g_assert_cmpint (list->len, >=, MIN (i, 10));
      /* What is past is thinned as ever; ten more may be of days that have several. */
      int past = 0;
      for (guint k = 0; k < list->len; k++)
        past += ((WayBackup *) list->pdata[k])->time_utc <= now;
      g_assert_cmpint (past, <=, 10 + 10 + 8 + 12 + 10);
    }
}

static void
test_a_backup_from_the_future_does_not_stop_the_daily_one (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_backup_daily (f->path, START + 300 * DAY, &error));
  g_assert_true (way_backup_daily (f->path, START, &error));
  g_assert_no_error (error);
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  g_assert_cmpint (backups->len, ==, 2);
}

static void
test_manual_backups_and_those_of_migrations_stay (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) way_backup_free);

  for (int i = 0; i < 50; i++)
    {
      add_backup (list, START + 4 * i, "manual");
      add_backup (list, START + 4 * i + 1, "migration");
      add_backup (list, START + 4 * i + 2, "import");
      add_backup (list, START + 4 * i + 3, "restore");
    }
  drop_thinned (list, START + 1000);
  g_assert_cmpint (list->len, ==, 50 + 50 + 10);
}

static void
test_a_backup_is_private_and_leaves_nothing_beside_it (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  mode_t old = umask (0);

  g_assert_true (way_backup_daily (f->path, START, &error));
  umask (old);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) backups = way_store_list_backups (f->path, NULL);
  const WayBackup *backup = backups->pdata[0];
  g_autofree char *folder = g_path_get_dirname (backup->path);
  g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_autoptr (WayBackupSummary) summary = way_backup_describe (backup->path, &error);
  g_assert_no_error (error);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

/* One that was left is old by the clock of the test; one of this moment may be in use. */
static void
test_what_a_killed_process_left_goes_after_a_day (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *home = g_path_get_dirname (f->path);
  g_autofree char *copy = g_build_filename (home, ".waymark-restore-a1b2c3", NULL);
  g_autofree char *inner = g_build_filename (copy, "backups", NULL);
  g_autofree char *database = g_build_filename (copy, "then.db", NULL);
  g_autofree char *part =
      g_build_filename (home, "backups", "waymark-2027-01-04T080000Z-daily.db.part-a1b2c3", NULL);
  g_autofree char *foreign = g_build_filename (home, ".restore-notes", NULL);
  gint64 now_utc = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (database, "then", -1, NULL));
  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  g_assert_true (way_backup_daily (f->path, now_utc, &error));
  g_assert_true (g_file_set_contents (part, "half", -1, NULL));
  g_assert_true (way_backup_daily (f->path, now_utc + DAY - 3600, &error) && error == NULL);
  g_assert_true (g_file_test (database, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_true (way_backup_daily (f->path, now_utc + 2 * DAY, &error));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
test_a_backup_replaces_only_backups (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_build_filename (f->folder, "thesis.txt", NULL);
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (text, "years of work", -1, NULL));
  g_assert_null (way_store_backup (f->store, text, "manual", START, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_true (g_file_get_contents (text, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "years of work");
  g_clear_error (&error);
  g_assert_null (way_store_backup (f->store, f->path, "manual", START, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  /* Another profile's data looks like a backup. */
  g_autofree char *other = g_build_filename (f->folder, "other.db", NULL);
  g_autoptr (WayStore) profile = way_store_open (other, &error);
  g_clear_object (&profile);
  g_assert_null (way_store_backup (f->store, other, "manual", START, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = way_store_backup (f->store, copy, "manual", START, &error);
      g_assert_no_error (error);
    }
}

static void
test_a_backup_tells_what_is_in_it (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  act (
      f->store, "Add Guide",
      "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'g', 'G', 'pack', '')");
  act (f->store, "Add Block",
       "INSERT INTO block (uid, kind, guide_id, title, start_utc, end_utc, created_utc, "
       "changed_utc) VALUES ('a', 'drill', 1, 'A', 0, 3600, 0, 0)");
  act (f->store, "Taken Back", "DELETE FROM block");
  g_assert_true (way_store_undo (f->store, NULL, NULL));
  g_autofree char *path = way_store_backup (f->store, NULL, "manual", START, &error);
  g_autoptr (WayBackupSummary) summary = way_backup_describe (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary->version, ==, way_store_newest_version ());
  g_assert_cmpint (summary->guides, ==, 1);
  g_assert_cmpint (summary->blocks, ==, 1);
  g_assert_cmpint (summary->calendars, ==, 0);
  g_assert_cmpstr (summary->last_action, ==, "Add Block");
  g_assert_null (way_backup_describe (f->folder, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_DATA);
}

static gboolean
finding_is_ok (WayStore *store, const char *id)
{
  g_autoptr (GPtrArray) findings = way_store_examine (store, START, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const WayFinding *it = findings->pdata[i];
      if (g_str_equal (it->id, id) && it->level == WAY_FINDING_BAD)
        return FALSE;
    }
  return TRUE;
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
  ADD ("half-a-year-of-daily-backups-is-thinned", test_half_a_year_of_daily_backups_is_thinned);
  ADD ("thinning-keeps-what-it-promises-over-years",
       test_thinning_keeps_what_it_promises_over_years);
  ADD ("a-clock-that-jumps-costs-no-backup", test_a_clock_that_jumps_costs_no_backup);
  ADD ("a-backup-from-the-future-does-not-stop-the-daily-one",
       test_a_backup_from_the_future_does_not_stop_the_daily_one);
  ADD ("manual-backups-and-those-of-migrations-stay",
       test_manual_backups_and_those_of_migrations_stay);
  ADD ("a-backup-is-private-and-leaves-nothing-beside-it",
       test_a_backup_is_private_and_leaves_nothing_beside_it);
  ADD ("what-a-killed-process-left-goes-after-a-day",
       test_what_a_killed_process_left_goes_after_a_day);
  ADD ("a-backup-replaces-only-backups", test_a_backup_replaces_only_backups);
  ADD ("a-backup-tells-what-is-in-it", test_a_backup_tells_what_is_in_it);
  ADD ("the-doctor-finds-overlaps-and-orphans", test_the_doctor_finds_overlaps_and_orphans);
  return g_test_run ();
}

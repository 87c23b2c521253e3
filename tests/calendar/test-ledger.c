/* What a file was sent: changes raise SEQUENCE, what is gone is cancelled, nobody else's work is lost. */
#include "core/calendar/export.h"
#include "core/calendar/live.h"
#include "fixture.h"
#include "made-plan.h"

#include <string.h>
#include <sys/stat.h>

#define DAY 86400

typedef struct
{
  Fixture store;
  char *path;
  char *text; /* of the file after the last export, unfolded */
  WayExportOptions options;
  WayExportResult result;
} Ledger;

static void
set_up (Ledger *l, gconstpointer data)
{
  fixture_set_up (&l->store, NULL);
  make_plan (l->store.store, "3-5");
  l->path = g_build_filename (l->store.folder, "plan.ics", NULL);
  l->options = (WayExportOptions) { .kinds = WAY_EXPORT_ALL,
                                    .from_date = WAY_DATE_NONE,
                                    .to_date = WAY_DATE_NONE };
}

static void
tear_down (Ledger *l, gconstpointer data)
{
  way_export_result_clear (&l->result);
  g_free (l->path);
  g_free (l->text);
  fixture_tear_down (&l->store, NULL);
}

static void
export_at (Ledger *l, gint64 now_utc)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *raw = NULL;

  way_export_result_clear (&l->result);
  g_assert_true (
      way_export_to_file (l->store.store, &l->options, l->path, now_utc, &l->result, &error));
  g_assert_no_error (error);
  g_file_get_contents (l->path, &raw, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) parts = g_strsplit (raw, "\r\n ", -1);
  g_free (l->text);
  l->text = g_strjoinv ("", parts);
}

static void
assert_counts (const Ledger *l, int added, int changed, int unchanged, int cancelled)
{
  g_assert_cmpint (l->result.added, ==, added);
  g_assert_cmpint (l->result.changed, ==, changed);
  g_assert_cmpint (l->result.unchanged, ==, unchanged);
  g_assert_cmpint (l->result.cancelled, ==, cancelled);
}

/* The event of @uid in the last file; %NULL without one. */
static char *
event_of (const Ledger *l, const char *uid)
{
  g_autofree char *line = g_strdup_printf ("UID:%s\r\n", uid);
  g_auto (GStrv) parts = g_strsplit (l->text, "BEGIN:VEVENT\r\n", -1);

  for (char **part = parts + 1; *part != NULL; part++)
    if (g_str_has_prefix (*part, line))
      return g_strdup (*part);
  return NULL;
}

static char *
first_uid (Ledger *l)
{
  g_autoptr (WayStatement) s = way_statement_new (
      l->store.store, "SELECT uid FROM block WHERE kind = 'study' ORDER BY start_utc LIMIT 1");

  g_assert_true (way_statement_step (s));
  return g_strdup (way_statement_text (s, 0));
}

static void
move_first (Ledger *l)
{
  act (l->store.store, "Move",
       "UPDATE block SET start_utc = start_utc + 60, end_utc = end_utc + 60, "
       "sequence = sequence + 1, changed_utc = changed_utc + 3600 WHERE kind = 'study' AND id = "
       "(SELECT id FROM block WHERE kind = 'study' ORDER BY start_utc LIMIT 1)");
}

static void
remove_first (Ledger *l)
{
  act (l->store.store, "Remove",
       "DELETE FROM block WHERE id = "
       "(SELECT id FROM block WHERE kind = 'study' ORDER BY start_utc LIMIT 1)");
}

static void
test_a_removed_block_is_cancelled_for_a_month (Ledger *l, gconstpointer data)
{
  g_autofree char *uid = first_uid (l);

  export_at (l, PLAN_NOW);
  int n = l->result.n_entries;
  assert_counts (l, n, 0, 0, 0);
  remove_first (l);
  export_at (l, PLAN_NOW + DAY);
  assert_counts (l, 0, 0, n - 1, 1);
  g_autofree char *event = event_of (l, uid);
  g_assert_nonnull (event);
  g_assert_nonnull (strstr (event, "\r\nSTATUS:CANCELLED\r\n"));
  g_assert_nonnull (strstr (event, "\r\nSEQUENCE:1\r\n"));
  g_assert_nonnull (strstr (event, "\r\nSUMMARY:Cancelled: "));
  g_assert_nonnull (strstr (event, "\r\nTRANSP:TRANSPARENT\r\n"));
  g_assert_nonnull (strstr (event, "\r\nDTSTAMP:20261124T080000Z\r\n"));
  g_assert_null (strstr (event, "BEGIN:VALARM"));

  g_autofree char *before = g_strdup (l->text);
  export_at (l, PLAN_NOW + 20 * DAY);
  g_assert_cmpstr (l->text, ==, before);
  export_at (l, PLAN_NOW + 31 * DAY);
  assert_counts (l, 0, 0, n - 1, 0);
  g_assert_null (event_of (l, uid));
}

static void
test_a_block_that_comes_back_is_newer_than_its_cancellation (Ledger *l, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = first_uid (l);

  export_at (l, PLAN_NOW);
  remove_first (l);
  export_at (l, PLAN_NOW + DAY);
  g_assert_true (way_store_undo (l->store.store, NULL, &error));
  export_at (l, PLAN_NOW + 2 * DAY);
  g_autofree char *event = event_of (l, uid);
  g_assert_nonnull (strstr (event, "\r\nSTATUS:CONFIRMED\r\n"));
  g_assert_nonnull (strstr (event, "\r\nSEQUENCE:2\r\n"));
  g_assert_nonnull (strstr (event, "\r\nDTSTAMP:20261124T080001Z\r\n"));
  g_assert_cmpint (l->result.cancelled, ==, 0);
  g_assert_cmpint (l->result.changed, ==, 1);
}

/* Undo gives the block its older sequence back; calendars must not take the file for an older one. */
static void
test_an_undone_move_is_a_newer_revision (Ledger *l, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = first_uid (l);

  export_at (l, PLAN_NOW);
  move_first (l);
  export_at (l, PLAN_NOW + DAY);
  g_autofree char *moved = event_of (l, uid);
  g_assert_nonnull (strstr (moved, "\r\nSEQUENCE:1\r\n"));
  g_assert_true (way_store_undo (l->store.store, NULL, &error));
  export_at (l, PLAN_NOW + 2 * DAY);
  g_autofree char *back = event_of (l, uid);
  g_assert_nonnull (strstr (back, "\r\nSEQUENCE:2\r\n"));
  g_assert_nonnull (strstr (back, "\r\nLAST-MODIFIED:20261123T090001Z\r\n"));
  /* What another file, or none, is sent is the same. */
  g_autofree char *text = g_strdup (l->text);
  g_free (l->path);
  l->path = g_build_filename (l->store.folder, "other.ics", NULL);
  export_at (l, PLAN_NOW + 3 * DAY);
  g_assert_cmpstr (l->text, ==, text);
}

static void
test_changes_only_has_what_changed (Ledger *l, gconstpointer data)
{
  g_autofree char *moved = NULL;
  g_autofree char *removed = first_uid (l);

  export_at (l, PLAN_NOW);
  int n = l->result.n_entries;
  remove_first (l);
  moved = first_uid (l);
  move_first (l);
  l->options.changes_only = TRUE;
  export_at (l, PLAN_NOW + DAY);
  assert_counts (l, 0, 1, n - 2, 1);
  g_assert_cmpint (l->result.n_entries, ==, 2);
  g_autofree char *one = event_of (l, moved);
  g_autofree char *two = event_of (l, removed);
  g_assert_nonnull (strstr (one, "\r\nSTATUS:CONFIRMED\r\n"));
  g_assert_nonnull (strstr (two, "\r\nSTATUS:CANCELLED\r\n"));

  g_autofree char *before = g_strdup (l->text);
  export_at (l, PLAN_NOW + 2 * DAY);
  g_assert_false (l->result.written);
  g_assert_cmpint (l->result.n_entries, ==, 0);
  g_assert_cmpstr (l->text, ==, before);
  l->options.changes_only = FALSE;
  export_at (l, PLAN_NOW + 3 * DAY);
  g_assert_cmpint (l->result.n_entries, ==, n);
}

/* What is left out by choice is not gone from the plan. */
static void
test_what_was_not_chosen_is_not_cancelled (Ledger *l, gconstpointer data)
{
  export_at (l, PLAN_NOW);
  l->options.kinds = WAY_EXPORT_MOCK;
  l->options.from_date = PLAN_START + 30;
  export_at (l, PLAN_NOW + DAY);
  g_assert_cmpint (l->result.cancelled, ==, 0);
  g_assert_cmpint (l->result.unchanged, ==, l->result.n_entries);
}

static void
test_a_file_changed_by_hand_is_kept (Ledger *l, gconstpointer data)
{
  g_autofree char *content = NULL;

  export_at (l, PLAN_NOW);
  g_assert_false (l->result.was_edited);
  g_file_set_contents (l->path, "by hand", -1, NULL);
  l->options.dry_run = TRUE;
  g_autofree char *text = g_strdup (l->text);
  export_at (l, PLAN_NOW);
  g_assert_true (l->result.was_edited);
  g_assert_cmpstr (l->text, ==, "by hand");
  l->options.dry_run = FALSE;
  export_at (l, PLAN_NOW);
  g_assert_true (l->result.was_edited);
  g_assert_cmpstr (l->text, ==, text);
  g_assert_true (g_file_get_contents (l->result.kept_path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "by hand");
  export_at (l, PLAN_NOW);
  g_assert_false (l->result.was_edited);
  g_unlink (l->path);
  export_at (l, PLAN_NOW);
  g_assert_true (l->result.was_lost);
}

static void
test_what_was_not_written_is_not_remembered (Ledger *l, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (l->path, 0700), ==, 0);
  g_assert_false (
      way_export_to_file (l->store.store, &l->options, l->path, PLAN_NOW, &l->result, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_cmpint (g_rmdir (l->path), ==, 0);
  l->options.dry_run = TRUE;
  g_clear_error (&error);
  g_assert_true (
      way_export_to_file (l->store.store, &l->options, l->path, PLAN_NOW, &l->result, &error));
  l->options.dry_run = FALSE;
  export_at (l, PLAN_NOW);
  assert_counts (l, l->result.n_entries, 0, 0, 0);
  g_assert_cmpint (l->result.sent_utc, ==, 0);
}

/* The record is no action: it is not in the history, and no undo takes it back. */
static void
test_no_undo_takes_back_what_was_sent (Ledger *l, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (l->store.store);

  g_assert_true (way_store_begin (l->store.store, "Nothing", PLAN_NOW, &error));
  export_at (l, PLAN_NOW);
  g_assert_true (way_store_commit (l->store.store, &error));
  g_autofree char *after = dump (l->store.store);
  g_assert_cmpstr (after, ==, before);
  g_autoptr (WayAction) newest = way_store_peek_undo (l->store.store);
  g_assert_cmpstr (newest->name, !=, "Nothing");
  while (way_store_undo (l->store.store, NULL, NULL))
    ;
  while (way_store_redo (l->store.store, NULL, NULL))
    ;
  export_at (l, PLAN_NOW);
  assert_counts (l, 0, 0, l->result.n_entries, 0);
}

static char *
content_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The live calendar is always the whole plan: what is gone is gone, also when nothing is left. */
static void
test_a_live_calendar_follows_every_change (Ledger *l, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (l->store.folder, "new", "live.ics", NULL);
  g_autofree char *uid = first_uid (l);
  struct stat before, after;

  g_assert_true (way_live_set (l->store.store, path, PLAN_NOW, &error));
  g_assert_no_error (error);
  g_autofree char *first = content_of (path);
  g_assert_nonnull (strstr (first, uid));
  g_assert_cmpint (stat (path, &before), ==, 0);
  g_assert_true (way_live_update (l->store.store, PLAN_NOW + DAY, &error));
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (after.st_mode & 0777, ==, 0600);

  remove_first (l);
  g_assert_true (way_live_update (l->store.store, PLAN_NOW + DAY, &error));
  g_autofree char *second = content_of (path);
  g_assert_null (strstr (second, uid));
  g_assert_null (strstr (second, "CANCELLED"));
  act (l->store.store, "Remove", "DELETE FROM guide");
  g_assert_true (way_live_update (l->store.store, PLAN_NOW + DAY, &error));
  g_autofree char *empty = content_of (path);
  g_assert_nonnull (strstr (empty, "END:VCALENDAR"));
  g_assert_null (strstr (empty, "VEVENT"));

  g_assert_true (way_live_set (l->store.store, NULL, PLAN_NOW + DAY, &error));
  g_assert_null (way_live_get_path (l->store.store));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_live_calendar_that_cannot_be_written_is_not_started (Ledger *l, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (l->path, 0700), ==, 0);
  g_assert_false (way_live_set (l->store.store, l->path, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_null (way_live_get_path (l->store.store));
}

#define ADD(name, function) g_test_add ("/ledger/" name, Ledger, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-removed-block-is-cancelled-for-a-month", test_a_removed_block_is_cancelled_for_a_month);
  ADD ("a-block-that-comes-back-is-newer-than-its-cancellation",
       test_a_block_that_comes_back_is_newer_than_its_cancellation);
  ADD ("an-undone-move-is-a-newer-revision", test_an_undone_move_is_a_newer_revision);
  ADD ("changes-only-has-what-changed", test_changes_only_has_what_changed);
  ADD ("what-was-not-chosen-is-not-cancelled", test_what_was_not_chosen_is_not_cancelled);
  ADD ("a-file-changed-by-hand-is-kept", test_a_file_changed_by_hand_is_kept);
  ADD ("what-was-not-written-is-not-remembered", test_what_was_not_written_is_not_remembered);
  ADD ("no-undo-takes-back-what-was-sent", test_no_undo_takes_back_what_was_sent);
  ADD ("a-live-calendar-follows-every-change", test_a_live_calendar_follows_every_change);
  ADD ("a-live-calendar-that-cannot-be-written-is-not-started",
       test_a_live_calendar_that_cannot_be_written_is_not_started);
  return g_test_run ();
}

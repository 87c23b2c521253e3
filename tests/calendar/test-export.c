#include "core/base/zone.h"
#include "core/calendar/export.h"
#include "core/planner/gap-work.h"
#include "fixture.h"
#include "made-plan.h"

#include <string.h>
#include <sys/stat.h>

static WayExportOptions
options (guint kinds, WayExportForm form)
{
  return (
      WayExportOptions) { kinds, WAY_DATE_NONE, WAY_DATE_NONE, FALSE, form, FALSE, FALSE, FALSE };
}

/* The file, unfolded. */
static char *
export_with (WayStore *store, const WayExportOptions *o, int *n_entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_export_to_bytes (store, o, n_entries, &error);

  g_assert_no_error (error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", parts);
}

static char *
export_all (WayStore *store)
{
  const WayExportOptions o = options (WAY_EXPORT_ALL, WAY_EXPORT_AS_EVENTS);

  return export_with (store, &o, NULL);
}

static int
count_of (const char *text, const char *part)
{
  g_auto (GStrv) parts = g_strsplit (text, part, -1);

  return MAX (0, (int) g_strv_length (parts) - 1);
}

/* The event or to-do with @line, from BEGIN to END. */
static char *
component_with (const char *text, const char *line, const char *name)
{
  g_autofree char *begin = g_strdup_printf ("BEGIN:%s\r\n", name);
  g_auto (GStrv) parts = g_strsplit (text, begin, -1);

  for (char **part = parts + 1; *part != NULL; part++)
    if (strstr (*part, line) != NULL)
      return g_strdup (*part);
  g_error ("no %s with %s", name, line);
}

static gint64
number (WayStore *store, const char *sql)
{
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  g_assert_true (way_statement_step (s));
  return way_statement_int (s, 0);
}

static void
test_the_same_plan_gives_the_same_bytes (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autofree char *one = export_all (f->store);
  g_autofree char *two = export_all (f->store);

  g_assert_cmpstr (one, ==, two);
  /* Not the time of the export: that of the change. */
  g_assert_cmpint (count_of (one, "\r\nDTSTAMP:20261123T080000Z\r\n"), ==,
                   count_of (one, "\r\nDTSTAMP:"));
  g_assert_cmpint (count_of (one, "\r\nLAST-MODIFIED:20261123T080000Z\r\n"), ==,
                   count_of (one, "BEGIN:VEVENT"));
}

static void
test_only_a_block_that_changed_changes (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autofree char *before = export_all (f->store);
  act (f->store, "Move",
       "UPDATE block SET start_utc = start_utc + 60, end_utc = end_utc + 60, "
       "sequence = sequence + 1, changed_utc = changed_utc + 3600 WHERE kind = 'drill' "
       "AND id = (SELECT max (id) FROM block WHERE kind = 'drill')");
  g_autofree char *after = export_all (f->store);
  g_auto (GStrv) old = g_strsplit (before, "\r\n", -1);
  g_auto (GStrv) new = g_strsplit (after, "\r\n", -1);
  int n_changed = 0;

  g_assert_cmpint (g_strv_length (old), ==, g_strv_length (new));
  for (guint i = 0; old[i] != NULL; i++)
    n_changed += !g_str_equal (old[i], new[i]);
  /* DTSTAMP, LAST-MODIFIED, SEQUENCE, DTSTART, DTEND */
  g_assert_cmpint (n_changed, ==, 5);
  g_assert_cmpint (count_of (after, "\r\nSEQUENCE:1\r\n"), ==, 1);
}

/* The due dates of milestones follow the blocks, and so does their DTSTAMP. */
static void
test_a_milestone_is_stamped_with_the_blocks_it_follows (Fixture *f, gconstpointer data)
{
  const WayExportOptions o = options (WAY_EXPORT_MILESTONE, WAY_EXPORT_AS_EVENTS);

  make_plan (f->store, "3-5");
  act (f->store, "Move",
       "UPDATE block SET changed_utc = changed_utc + 3600 WHERE kind = 'study' AND id = "
       "(SELECT min (id) FROM block WHERE kind = 'study')");
  g_autofree char *text = export_with (f->store, &o, NULL);
  g_assert_cmpint (count_of (text, "\r\nDTSTAMP:20261123T090000Z\r\n"), ==, 3);
  g_assert_cmpint (count_of (text, "\r\nCREATED:20261123T080000Z\r\n"), ==, 3);
}

static void
test_a_block_says_what_to_do_and_for_which_phase (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  g_autofree char *text = export_all (f->store);
  g_autofree char *study = component_with (text, "CATEGORIES:learning,Map\r\n", "VEVENT");
  g_autofree char *drill = component_with (text, "CATEGORIES:drill\r\n", "VEVENT");
  g_autofree char *mock = component_with (text, "CATEGORIES:mock interview,Signal\r\n", "VEVENT");
  g_autofree char *review = component_with (text, "CATEGORIES:review\r\n", "VEVENT");

  g_assert_nonnull (strstr (study, "Done when: "));
  g_assert_nonnull (strstr (study, "\r\nRELATED-TO:"));
  g_assert_nonnull (strstr (study, "\r\nTRIGGER:-PT10M\r\n"));
  g_assert_null (strstr (study, "CLASS:"));
  g_assert_nonnull (strstr (drill, "timer:\\nExplain distributed systems\\nExplain Kafka\\n"));
  g_assert_null (strstr (drill, "RELATED-TO"));
  g_assert_nonnull (strstr (drill, "\r\nTRIGGER:-PT5M\r\n"));
  g_assert_nonnull (strstr (mock, "\r\nCLASS:PRIVATE\r\nRELATED-TO:"));
  g_assert_nonnull (strstr (mock, "\r\nTRIGGER:-P1D\r\n"));
  g_assert_nonnull (strstr (mock, "\r\nTRIGGER:-PT30M\r\n"));
  g_assert_nonnull (strstr (review, "\r\nDESCRIPTION:Compare "));
  g_assert_nonnull (strstr (review, "\r\nCLASS:PRIVATE\r\n"));
}

/* One UID for each phase, in another store too: it comes from the guide, not from the rows. */
static void
test_a_block_for_a_gap_says_for_which_skill (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  act (f->store, "Add Skill",
       "INSERT INTO skill (id, key, position, kind, title) VALUES (999, 'own', 0, 'own', "
       "'Caching')");
  g_assert_true (way_gap_work_add (f->store, 999, "Two documents", 60, PLAN_START + 14, PLAN_NOW,
                                   NULL, &error));
  g_autoptr (WayDraft) draft = way_draft_new (f->store, PLAN_NOW, &error);
  g_assert_true (way_draft_apply (draft, f->store, PLAN_NOW, &error));
  g_autofree char *text = export_all (f->store);
  g_autofree char *event = component_with (text, "SUMMARY:Caching: Two documents\r\n", "VEVENT");
  g_assert_nonnull (strstr (event,
                            "DESCRIPTION:For the gap in “Caching”\\nGap action: Two documents"
                            "\\nDue 18 January 2027\r\n"));
  g_assert_nonnull (strstr (event, "CATEGORIES:learning\r\n"));
  g_assert_null (strstr (event, "RELATED-TO"));
}

static void
test_the_uid_of_a_phase_is_for_life (Fixture *f, gconstpointer data)
{
  Fixture other = { 0 };
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  make_plan (f->store, "3-5");
  fixture_set_up (&other, NULL);
  make_plan (other.store, "");
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = export_all (i ? other.store : f->store);
      g_auto (GStrv) parts = g_strsplit (text, "\r\nRELATED-TO:", -1);
      for (char **part = parts + 1; *part != NULL; part++)
        {
          char *uid = g_strndup (*part, 36);
          g_assert_true (g_uuid_string_is_valid (uid));
          g_hash_table_add (uids, uid);
        }
    }
  fixture_tear_down (&other, NULL);
  g_assert_cmpint (g_hash_table_size (uids), ==, 4);
}

static void
test_the_count_is_what_is_written (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  act (
      f->store, "Add Scorecard",
      "INSERT INTO scorecard (id, title, currency, created_utc) VALUES (1, 'Spring', 'EUR', 1000)");
  act (f->store, "Add Offer",
       "INSERT INTO offer (scorecard_id, position, company, currency, deadline_date, uid, "
       "created_utc) VALUES (1, 0, 'Acme', 'EUR', 20840, 'offer', 1000)");
  for (guint kinds = 1; kinds <= WAY_EXPORT_ALL; kinds++)
    {
      WayExportOptions o = options (kinds, WAY_EXPORT_AS_EVENTS);
      int counts[WAY_EXPORT_N_KINDS], n = 0, sum = 0;
      o.from_date = PLAN_START;
      o.to_date = PLAN_START + 90;
      g_assert_true (way_export_count (f->store, &o, counts, &error));
      g_assert_no_error (error);
      g_autofree char *text = export_with (f->store, &o, &n);
      for (int k = 0; k < WAY_EXPORT_N_KINDS; k++)
        {
          sum += counts[k];
          g_assert_cmpint (counts[k] > 0, ==, (kinds & 1u << k) != 0);
        }
      g_assert_cmpint (n, ==, sum);
      g_assert_cmpint (count_of (text, "BEGIN:VEVENT"), ==, n);
    }
}

static void
test_the_range_holds_both_its_days (Fixture *f, gconstpointer data)
{
  WayExportOptions o = options (WAY_EXPORT_STUDY, WAY_EXPORT_AS_EVENTS);
  int n = 0;

  make_plan (f->store, "3-5");
  o.from_date = o.to_date = PLAN_START;
  g_autofree char *text = export_with (f->store, &o, &n);
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (count_of (text, "\r\nDTSTART;TZID=Europe/Berlin:20270104T"), ==, n);
}

static void
test_nothing_to_export_leaves_the_file_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayExportOptions o = options (WAY_EXPORT_ALL, WAY_EXPORT_AS_EVENTS);
  g_autofree char *path = g_build_filename (f->folder, "plan.ics", NULL);
  g_autofree char *content = NULL;
  WayExportResult result;

  make_plan (f->store, "3-5");
  g_file_set_contents (path, "before", -1, NULL);
  o.to_date = PLAN_START - 1;
  for (WayExportForm form = WAY_EXPORT_AS_EVENTS; form <= WAY_EXPORT_AS_FREE_BUSY; form++)
    {
      o.form = form;
      g_assert_false (way_export_to_file (f->store, &o, path, PLAN_NOW, &result, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  o.from_date = PLAN_START;
  g_assert_false (way_export_to_file (f->store, &o, path, PLAN_NOW, &result, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
}

static void
test_points_can_be_to_dos (Fixture *f, gconstpointer data)
{
  const WayExportOptions o = options (WAY_EXPORT_ALL, WAY_EXPORT_AS_TODOS);
  int n = 0;

  make_plan (f->store, "3-5");
  act (f->store, "Done", "UPDATE milestone SET done_date = 20830 WHERE position = 0");
  g_autofree char *text = export_with (f->store, &o, &n);
  g_assert_cmpint (n, ==, 10);
  g_assert_cmpint (count_of (text, "BEGIN:VTODO"), ==, 10);
  g_assert_cmpint (count_of (text, "BEGIN:VEVENT"), ==, 0);
  g_assert_cmpint (count_of (text, "\r\nSTATUS:COMPLETED\r\n"), ==, 1);
  /* Midnight in Berlin of 12 January 2027; the last change of that to-do. */
  g_autofree char *done = component_with (text, "STATUS:COMPLETED", "VTODO");
  g_assert_nonnull (strstr (done, "\r\nCOMPLETED:20270111T230000Z\r\n"));
  g_assert_nonnull (strstr (done, "\r\nDTSTAMP:20270111T230000Z\r\n"));
}

static void
test_free_busy_tells_when_and_not_what (Fixture *f, gconstpointer data)
{
  const WayExportOptions o = options (WAY_EXPORT_ALL, WAY_EXPORT_AS_FREE_BUSY);
  int n = 0;

  make_plan (f->store, "3-5");
  g_autofree char *text = export_with (f->store, &o, &n);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpint (count_of (text, "/20"), ==, n);
  g_assert_cmpint (n, >, 60);
  for (char **line = lines; *line != NULL; line++)
    {
      static const char *const known[] = {
        "BEGIN:", "END:",     "VERSION:", "PRODID:", "CALSCALE:",
        "UID:",   "DTSTAMP:", "DTSTART:", "DTEND:",  "FREEBUSY;"
      };
      gboolean found = **line == '\0';
      for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        found = found || g_str_has_prefix (*line, known[i]);
      g_assert_true (found);
      g_assert_cmpint (count_of (*line, ","), ==, 0);
    }
  g_autoptr (WayStatement) s = way_statement_new (f->store, "SELECT uid FROM block");
  while (way_statement_step (s))
    g_assert_null (strstr (text, way_statement_text (s, 0)));
}

/* The intervals are the blocks', merged; the range cuts what reaches over its ends. */
static void
test_free_busy_is_merged_and_cut (Fixture *f, gconstpointer data)
{
  WayExportOptions o = options (WAY_EXPORT_STUDY, WAY_EXPORT_AS_FREE_BUSY);
  int n = 0;

  make_plan (f->store, "3-5");
  /* 1 and 2: 23:00 to 01:00 over the midnights of Berlin; 3 and 4 touch. */
  act (f->store, "Blocks",
       "DELETE FROM block WHERE kind <> 'study' OR id NOT IN (SELECT id FROM block WHERE "
       "kind = 'study' ORDER BY id LIMIT 4);");
  act (f->store, "Blocks",
       "WITH n AS (SELECT id, row_number () OVER (ORDER BY id) AS i FROM block) "
       "UPDATE block SET "
       "start_utc = 1799013600 + (SELECT CASE i WHEN 1 THEN 0 WHEN 2 THEN 86400 WHEN 3 THEN 36000 "
       "ELSE 39600 END FROM n WHERE n.id = block.id), "
       "end_utc = 1799013600 + (SELECT CASE i WHEN 1 THEN 7200 WHEN 2 THEN 93600 WHEN 3 THEN 39600 "
       "ELSE 43200 END FROM n WHERE n.id = block.id)");
  g_assert_cmpint (number (f->store, "SELECT min (start_utc) FROM block"), ==, 1799013600);
  o.from_date = o.to_date = PLAN_START;
  g_autofree char *text = export_with (f->store, &o, &n);
  g_assert_cmpint (n, ==, 3);
  g_assert_nonnull (strstr (text, "\r\nDTSTART:20270103T230000Z\r\nDTEND:20270104T230000Z\r\n"
                                  "FREEBUSY;FBTYPE=BUSY:20270103T230000Z/20270104T000000Z\r\n"
                                  "FREEBUSY;FBTYPE=BUSY:20270104T080000Z/20270104T100000Z\r\n"
                                  "FREEBUSY;FBTYPE=BUSY:20270104T220000Z/20270104T230000Z\r\n"));
  o.kinds = WAY_EXPORT_MOCK;
  g_autoptr (GError) error = NULL;
  g_assert_null (way_export_to_bytes (f->store, &o, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_a_pipe_is_not_replaced (Fixture *f, gconstpointer data)
{
  const WayExportOptions o = options (WAY_EXPORT_ALL, WAY_EXPORT_AS_EVENTS);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder, "pipe", NULL);
  WayExportResult result;

  make_plan (f->store, "3-5");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (way_export_to_file (f->store, &o, path, PLAN_NOW, &result, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/export/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-same-plan-gives-the-same-bytes", test_the_same_plan_gives_the_same_bytes);
  ADD ("only-a-block-that-changed-changes", test_only_a_block_that_changed_changes);
  ADD ("a-milestone-is-stamped-with-the-blocks-it-follows",
       test_a_milestone_is_stamped_with_the_blocks_it_follows);
  ADD ("a-block-says-what-to-do-and-for-which-phase",
       test_a_block_says_what_to_do_and_for_which_phase);
  ADD ("a-block-for-a-gap-says-for-which-skill", test_a_block_for_a_gap_says_for_which_skill);
  ADD ("the-uid-of-a-phase-is-for-life", test_the_uid_of_a_phase_is_for_life);
  ADD ("the-count-is-what-is-written", test_the_count_is_what_is_written);
  ADD ("the-range-holds-both-its-days", test_the_range_holds_both_its_days);
  ADD ("nothing-to-export-leaves-the-file-alone", test_nothing_to_export_leaves_the_file_alone);
  ADD ("points-can-be-to-dos", test_points_can_be_to_dos);
  ADD ("free-busy-tells-when-and-not-what", test_free_busy_tells_when_and_not_what);
  ADD ("free-busy-is-merged-and-cut", test_free_busy_is_merged_and_cut);
  ADD ("a-pipe-is-not-replaced", test_a_pipe_is_not_replaced);
  return g_test_run ();
}

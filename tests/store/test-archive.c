#include "core/store/archive.h"

#include "core/store/backup.h"
#include "random-rows.h"

#include <string.h>
#include <sys/stat.h>

/* Random databases are made by the hundred; “-m slow” makes thousands. */
#define NOW 1798761600

/* A store with nothing in it, in a folder of its own below that of @f: a copy, which takes less time than a new
 * one. */
static WayStore *
open_other (Fixture *f, int number)
{
  g_autofree char *name = g_strdup_printf ("other-%d", number);
  g_autofree char *folder = g_build_filename (f->folder, name, NULL);
  g_autofree char *path = g_build_filename (folder, "waymark.db", NULL);
  g_autofree char *empty = g_build_filename (f->folder, "empty.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_test (empty, G_FILE_TEST_EXISTS))
    {
      g_autoptr (WayStore) new = way_store_open (path, &error);
      g_assert_no_error (error);
      g_free (way_store_backup (new, empty, "manual", NOW, &error));
      g_assert_no_error (error);
    }
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_get_contents (empty, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, 0, 0600, NULL));
  WayStore *store = way_store_open (path, &error);
  g_assert_no_error (error);
  run_sql (store, "UPDATE sent_identity SET name = lower (hex (randomblob (16)))");
  return store;
}

static char *
export_as (Fixture *f, WayStore *store, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  way_archive_export (store, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static WayArchive *
read_named (Fixture *f, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  return way_archive_read (path, error);
}

static WayArchive *
read_text (Fixture *f, const char *text, gssize length, GError **error)
{
  g_autofree char *path = g_build_filename (f->folder, "text.json", NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return way_archive_read (path, error);
}

static void
import_named (Fixture *f, WayStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayArchive) archive = read_named (f, name, &error);

  g_assert_no_error (error);
  way_archive_import (archive, store, NOW, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_same (char *(*text) (WayStore *), WayStore *a, WayStore *b)
{
  g_autofree char *x = text (a);
  g_autofree char *y = text (b);

  g_assert_cmpstr (x, ==, y);
}

static void
test_random_data_comes_back_equal (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = list_random_tables (f->store);

  for (int i = 0; i < (g_test_slow () ? 2000 : 80); i++)
    {
      g_autoptr (WayStore) from = open_other (f, 2 * i);
      g_autoptr (WayStore) to = open_other (f, 2 * i + 1);
      fill_at_random (from, tables);
      g_autofree char *written = export_as (f, from, "a.json");
      import_named (f, to, "a.json");
      assert_same (dump, from, to);
      assert_same (dump_sent, from, to);
      g_autofree char *again = export_as (f, to, "b.json");
      g_assert_cmpstr (written, ==, again);
    }
}

/* Some rows are the same on both sides, and of some only those that they refer to differ. */
static void
test_undo_and_redo_of_an_import_are_exact (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = list_random_tables (f->store);

  for (int i = 0; i < (g_test_slow () ? 1000 : 40); i++)
    {
      g_autoptr (WayStore) from = open_other (f, 2 * i);
      g_autoptr (WayStore) to = open_other (f, 2 * i + 1);
      g_autoptr (GError) error = NULL;
      fill_at_random (to, tables);
      if (g_test_rand_bit ())
        {
          g_free (export_as (f, to, "to.json"));
          import_named (f, from, "to.json");
          act (from, "Change", "UPDATE guide SET title = 'other' WHERE id % 2");
          act (from, "Change", "DELETE FROM busy_event WHERE id % 3");
        }
      fill_at_random (from, tables);
      g_free (export_as (f, from, "from.json"));
      g_autofree char *before = dump (to);
      import_named (f, to, "from.json");
      assert_same (dump, from, to);
      g_autofree char *after = dump (to);
      if (g_str_equal (before, after))
        continue;
      way_store_undo (to, NULL, &error);
      g_assert_no_error (error);
      g_autofree char *undone = dump (to);
      g_assert_cmpstr (undone, ==, before);
      way_store_redo (to, NULL, &error);
      g_assert_no_error (error);
      assert_same (dump, from, to);
    }
}

/* Random rows are worth little when whole tables stay empty. */
static void
test_random_data_reaches_every_table (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = list_random_tables (f->store);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_tables = 0;

  for (int i = 0; i < 12; i++)
    {
      g_autoptr (WayStore) store = open_other (f, i);
      fill_at_random (store, tables);
      g_free (export_as (f, store, "a.json"));
      g_autoptr (WayArchive) archive = read_named (f, "a.json", NULL);
      g_autoptr (GPtrArray) counts = way_archive_compare (archive, store, NULL);
      n_tables = counts->len;
      for (guint t = 0; t < counts->len; t++)
        {
          const WayArchiveCount *count = counts->pdata[t];
          g_assert_cmpint (count->now, ==, count->in_archive);
          g_assert_false (count->differs);
          if (count->now > 0)
            g_hash_table_add (seen, g_strdup (count->table));
        }
    }
  g_assert_cmpint (g_hash_table_size (seen), ==, n_tables);
}

static void
add_sample (WayStore *store)
{
  act (
      store, "Add",
      "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'g', 'G', 'pack', '')");
  act (store, "Add",
       "INSERT INTO phase (id, guide_id, key, position, title, min_days, max_days) "
       "VALUES (1, 1, 'p', 0, 'P', 3, 5)");
  act (store, "Add",
       "INSERT INTO checklist_item (guide_id, key, position, title, due_rule, uid, created_utc) "
       "VALUES (1, 'c', 0, 'C', 'P14D', 'u3', 0)");
  act (store, "Add",
       "INSERT INTO block (id, uid, kind, guide_id, phase_id, title, start_utc, end_utc, "
       "created_utc, changed_utc) VALUES (1, 'u1', 'study', 1, 1, 'First', 1798790400, "
       "1798794000, 0, 0), (2, 'u2', 'drill', 1, NULL, 'Second', 1798876800, 1798880400, 0, 0)");
  act (store, "Add", "INSERT INTO day_off (from_date, to_date) VALUES (20820, 20822)");
  run_sql (store, "INSERT INTO sent_target (id, path, content_hash, sent_utc) "
                  "VALUES (3, '/a.ics', 'h', 50)");
  run_sql (store, "INSERT INTO sent_revision (uid, form, content_hash, sequence, stamp_utc) "
                  "VALUES ('u1', 'event', 'h', 4, 50)");
  run_sql (store, "INSERT INTO sent_entry (target_id, uid, form, sequence, summary, all_day, "
                  "start_utc, end_utc, created_utc) VALUES (3, 'u1', 'event', 4, 'First', 0, "
                  "1798790400, 1798794000, 0)");
}

static void
note_change (WayStore *store, char **tables, int *n)
{
  (*n)++;
}

static void
test_the_second_import_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (WayStore) to = open_other (f, 0);
  int n_changes = 0;

  add_sample (f->store);
  g_free (export_as (f, f->store, "a.json"));
  g_signal_connect (to, "changed", G_CALLBACK (note_change), &n_changes);
  import_named (f, to, "a.json");
  import_named (f, to, "a.json");
  assert_same (dump, f->store, to);
  assert_same (dump_sent, f->store, to);
  g_assert_cmpint (n_changes, ==, 1);
  g_autoptr (GPtrArray) history = way_store_history (to, 10, NULL);
  g_assert_cmpint (history->len, ==, 1);
  g_assert_cmpstr (((WayAction *) history->pdata[0])->name, ==, "Import Archive");
  /* Nothing was here at the first one, and nothing changed at the second one. */
  g_autoptr (GPtrArray) backups = way_store_list_backups (way_store_get_path (to), NULL);
  g_assert_cmpint (backups->len, ==, 0);
}

static void
test_what_is_replaced_is_backed_up_before (Fixture *f, gconstpointer data)
{
  g_autoptr (WayStore) to = open_other (f, 0);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_free (export_as (f, f->store, "empty.json"));
  add_sample (to);
  g_autofree char *before = dump (to);
  g_autoptr (WayArchive) archive = read_named (f, "empty.json", NULL);
  way_archive_import (archive, to, NOW, &backup, &error);
  g_assert_no_error (error);
  assert_same (dump, f->store, to);
  g_assert_true (g_str_has_suffix (backup, "-import.db"));
  g_autoptr (WayStore) saved = way_store_open (backup, &error);
  g_assert_no_error (error);
  g_autofree char *in_backup = dump (saved);
  g_assert_cmpstr (in_backup, ==, before);
}

static int
query (WayStore *store, const char *sql)
{
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  g_assert_true (way_statement_step (s));
  return (int) way_statement_int (s, 0);
}

static void
test_an_import_forgets_nothing_that_was_sent (Fixture *f, gconstpointer data)
{
  g_autoptr (WayStore) to = open_other (f, 0);

  add_sample (f->store);
  run_sql (f->store, "INSERT INTO sent_revision (uid, form, content_hash, sequence, stamp_utc) "
                     "VALUES ('u2', 'event', 'h', 9, 50)");
  g_free (export_as (f, f->store, "a.json"));
  /* This one has sent a later revision of u1 and an earlier one of u2, and to another file, too. */
  add_sample (to);
  run_sql (to, "UPDATE sent_revision SET sequence = 6, content_hash = 'later'");
  run_sql (to, "INSERT INTO sent_revision (uid, form, content_hash, sequence, stamp_utc) "
               "VALUES ('u2', 'event', 'h', 2, 50)");
  run_sql (to, "UPDATE sent_target SET path = '/b.ics'");
  run_sql (to, "UPDATE sent_entry SET sequence = 6");
  g_autofree char *name = dump_tables (to, "name = 'sent_identity'");
  import_named (f, to, "a.json");
  g_assert_cmpint (query (to, "SELECT sequence FROM sent_revision WHERE uid = 'u1'"), ==, 6);
  g_assert_cmpint (query (to, "SELECT sequence FROM sent_revision WHERE uid = 'u2'"), ==, 9);
  g_assert_cmpint (query (to, "SELECT sequence FROM sent_entry JOIN sent_target t "
                              "ON t.id = target_id WHERE path = '/a.ics'"),
                   ==, 4);
  g_assert_cmpint (query (to, "SELECT sequence FROM sent_entry JOIN sent_target t "
                              "ON t.id = target_id WHERE path = '/b.ics'"),
                   ==, 6);
  g_autofree char *kept = dump_tables (to, "name = 'sent_identity'");
  g_assert_cmpstr (kept, ==, name);
  /* A table that is new here needs a line in merge_ledger of archive.c. */
  g_assert_cmpint (query (to, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' "
                              "AND name GLOB 'sent_*'"),
                   ==, 4);
}

static void
test_the_file_is_for_the_person_alone (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "a.json", NULL);
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_chmod (path, 0644);
  g_assert_true (way_archive_export (f->store, path, NULL));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_false (way_archive_export (f->store, f->folder, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
}

static char *
replace_all (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  g_assert_cmpint (g_strv_length (parts), >, 1);
  return g_strjoinv (by, parts);
}

/* What came after schema 3: tables, and columns at the end of a row. */
static const char *const newer[] = {
  ",\n  \"busy_zone\": []",
  ",\n  \"busy_own\": []",
  ", \"last_utc\": \"1970-01-01T00:00:00Z\"",
  ", \"started_utc\": null, \"actual_minutes\": null, \"note\": \"\", \"gap_work_id\": null",
  ", \"release_date\": null, \"due_date\": null, \"note\": \"\"",
  ", \"due_date\": null}",
  ",\n  \"artifact\": []",
  ",\n  \"baseline\": []",
  ",\n  \"baseline_phase\": []",
  ",\n  \"baseline_milestone\": []",
  ",\n  \"job_ad\": []",
  ",\n  \"scorecard\": []",
  ",\n  \"criterion\": []",
  ",\n  \"offer\": []",
  ",\n  \"exchange_rate\": []",
  ",\n  \"weight_change\": []",
  ",\n  \"skill_score\": []",
  ",\n  \"skill_target\": []",
  ",\n  \"gap_work\": []",
  ",\n  \"offer_sign_on\": []",
  ",\n  \"offer_grant\": []",
  ",\n  \"offer_score\": []",
  ",\n  \"decision\": []",
  ",\n  \"skill_evidence\": []",
  ",\n  \"look_back\": []",
};

static char *
make_older (const char *text)
{
  char *older = replace_all (text, "\"schema\": 6", "\"schema\": 3");

  for (gsize i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autofree char *before = older;
      older = replace_all (before, newer[i], g_str_has_suffix (newer[i], "}") ? "}" : "");
    }
  return older;
}

static void
test_an_older_archive_is_brought_up_to_date (Fixture *f, gconstpointer data)
{
  g_autoptr (WayStore) to = open_other (f, 0);
  g_autoptr (GError) error = NULL;

  add_sample (f->store);
  g_autofree char *text = export_as (f, f->store, "a.json");
  g_autofree char *older = make_older (text);
  g_autoptr (WayArchive) archive = read_text (f, older, -1, &error);
  g_assert_no_error (error);
  way_archive_import (archive, to, NOW, NULL, &error);
  g_assert_no_error (error);
  assert_same (dump, f->store, to);
  assert_same (dump_sent, f->store, to);
}

static const struct
{
  const char *what; /* of the sample's archive; all of it */
  const char *by;
  const char *message;
} bad[] = {
  { "waymark-archive", "waymark-guide-pack", "text.json: $.format: “waymark-archive” is expected" },
  { "\"format\"", "\"formed\"", "$: “format” is missing" },
  { "\"version\": 1", "\"version\": 2", "$.version: the archive has 2, and this program knows 1" },
  { "\"version\": 1", "\"version\": \"1\"", "$.version: a whole number" },
  { "\"version\": 1,", "", "$: “version” is missing" },
  { "\"schema\": 6", "\"schema\": 99", "$.schema: the archive has 99, and this program knows" },
  { "\"schema\": 6", "\"schema\": 0", "$.schema: a whole number from 1 on" },
  { "\"schema\": 6", "\"schema\": 18446744073709551620", "$.schema: a whole number from 1 on" },
  { "\"program\": \"", "\"program\": 5, \"x\": \"", "$.program: a text" },
  { "\"day_off\": [", "\"days_off\": [", "$: the table “day_off” is missing" },
  { "\"day_off\": [", "\"days_off\": [", "$.days_off: there is no such table" },
  { "\"day_off\": [", "\"block\": [], \"day_off\": [", "$.block: this comes twice" },
  { "\"busy_own\": []", "\"busy_own\": {}", "$.busy_own: a list is expected" },
  { "\"busy_own\": []", "\"busy_own\": [[[]], 5]", "$.busy_own[0]: an object is expected" },
  { "\"busy_own\": []", "\"busy_own\": [[[]], 5]", "$.busy_own[1]: an object is expected" },
  { "\"scorecard\": []", "\"scorecard\": [{\"lead_percent\": \"5\"}]",
    "$.scorecard[0].lead_percent: a number is expected" },
  { "\"scorecard\": []", "\"scorecard\": [{\"lead_percent\": 1e999}]",
    "$.scorecard[0].lead_percent: the number is too large" },
  { "\"note\": \"\"", "\"not\": {\"a\": [1]}", "$.day_off[0].not: there is no such column" },
  { "\"note\": \"\"", "\"not\": {\"a\": [1]}", "$.day_off[0]: “note” is missing" },
  { "\"note\": \"\"", "\"note\": \"\", \"note\": \"\"", "$.day_off[0].note: this comes twice" },
  { "\"note\": \"\"", "\"note\": null", "$.day_off[0].note: a text is expected" },
  { "\"note\": \"\"", "\"note\": [\"a\", {}]", "$.day_off[0].note: a text is expected" },
  { "\"note\": \"\"", "\"note\": {\"b\": [1, 2]}", "$.day_off[0].note: a text is expected" },
  { "\"note\": \"\"", "\"note\": {\"base64\": [1]}", "$.day_off[0].note: a text is expected" },
  { "\"note\": \"\"", "\"note\": {}", "$.day_off[0].note: a text is expected" },
  { "\"note\": \"\"", "\"note\": {\"base64\": \"YQ==\", \"x\": 1}", "$.day_off[0].note: a text" },
  { "\"note\": \"\"", "\"note\": {\"base64\": \"Y!\"}",
    "$.day_off[0].note: this is not the base64" },
  { "\"note\": \"\"", "\"note\": {\"base64\": \"AA==\"}",
    "$.day_off[0].note: this is not the base" },
  { "\"2027-01-02\"", "\"2027-02-30\"", "$.day_off[0].from_date: “2027-02-30” is not a day" },
  { "\"2027-01-02\"", "\"today\"", "$.day_off[0].from_date: “today” is not a day" },
  { "\"2027-01-02\"", "true", "$.day_off[0].from_date: a day is expected" },
  { "\"2027-01-02\"", "\"2027-01-05\"",
    "$.day_off[0].to_date: the rule is “to_date >= from_date”" },
  { "\"2027-01-01T08:00:00Z\"", "\"2027-01-01T08:00:00\"",
    "$.block[0].start_utc: “2027-01-01T08:00:00” is not an instant" },
  { "\"2027-01-01T08:00:00Z\"", "\"2027-01-01T18:00:00Z\"", "$.block[0].end_utc: the rule is" },
  { "\"2027-01-01T08:00:00Z\"", "1.5", "$.block[0].start_utc: an instant is expected" },
  { "\"line\": 0", "\"line\": 9223372036854775808", "$.phase[0].line: a whole number of at most" },
  { "\"line\": 0", "\"line\": 0.0", "$.phase[0].line: a whole number of at most" },
  { "\"line\": 0", "\"line\": \"0\"", "$.phase[0].line: a whole number of at most" },
  { "\"max_days\": 5", "\"max_days\": 2", "$.phase[0].max_days: the rule is" },
  { "\"study\"", "\"studying\"", "$.block[0].kind: the rule is “kind IN ('study', 'mock'," },
  { "\"origin\": \"pack\"", "\"origin\": \"\"", "$.guide[0].origin: the rule is" },
  { "\"id\": 2", "\"id\": 1", "$.block[1].id: another row has the same" },
  { "\"u2\"", "\"u1\"", "$.block[1].uid: another row has the same" },
  { "\"phase_id\": 1", "\"phase_id\": 7", "$.block[0].phase_id: there is no “phase” with this id" },
  { "\"target_id\": 3", "\"target_id\": 4",
    "$.sent_entry[0].target_id: there is no “sent_target”" },
  { "\"First\"", "\"a\\u0000b\"", "a text cannot hold the character U+0000" },
  { "\"First\"", "\"\\ud800\"", "this is no character" },
  { "\"First\"", "\"\\ud800\\u0041\"", "this is no character" },
  { "\"First\"", "\"\\u12\"", "this is no character" },
  { "\"First\"", "\"\\x\"", "this escape is not known" },
  { "\"First\"", "\"a\nb\"", "a control character is to be escaped" },
  { "\"First\"", "\"\xff\"", "this is not UTF-8 text" },
  { "\"line\": 0", "\"line\": 01", "text.json: this is not JSON: line 31: this is no number" },
  { "\"line\": 0", "\"line\": 1.", "this is no number" },
  { "\"line\": 0", "\"line\": -", "this is no number" },
  { "\"line\": 0", "\"line\": 1e", "this is no number" },
  { "\"line\": 0", "\"line\": NaN", "a value is expected here" },
  { "\"line\": 0", "\"line\": 0,", "a text in quotation marks is expected here" },
  { "\"line\": 0", "\"line\" 0", "a colon is expected here" },
  { "\"line\": 0", "\"line\": 0 0", "a comma or “}” is expected here" },
  { "\"busy_own\": []", "\"busy_own\": [,]", "a value is expected here" },
  { "\n}\n", "\n}\n{}", "something follows the end" },
  { "\n}\n", "\n", "a comma or “}” is expected here" },
};

static void
test_what_is_wrong_is_named_with_its_path (Fixture *f, gconstpointer data)
{
  add_sample (f->store);
  g_autofree char *text = export_as (f, f->store, "a.json");

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *changed = replace_all (text, bad[i].what, bad[i].by);
      g_autoptr (WayArchive) archive = read_text (f, changed, -1, &error);
      g_test_message ("%s", error != NULL ? error->message : bad[i].by);
      g_assert_null (archive);
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i].message));
    }
}

static void
test_many_problems_are_counted (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = export_as (f, f->store, "a.json");
  g_autofree char *list = g_strdup_printf ("\"setting\": [1%s]", ",1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"
                                                                 "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1");
  g_autofree char *changed = replace_all (text, "\"setting\": []", list);
  g_autoptr (WayArchive) archive = read_text (f, changed, -1, &error);

  g_assert_null (archive);
  g_assert_nonnull (strstr (error->message, "$.setting[19]: an object is expected"));
  g_assert_null (strstr (error->message, "$.setting[20]"));
  g_assert_true (g_str_has_suffix (error->message, "\nAnd 12 more problems."));
}

static void
assert_refused (Fixture *f, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayArchive) archive = read_text (f, text, length, &error);

  g_assert_null (archive);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
}

static void
test_what_is_no_archive_is_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;
  g_autofree char *text = export_as (f, f->store, "a.json");
  gsize length = strlen (text);

  assert_refused (f, "", 0);
  assert_refused (f, " \n", 2);
  assert_refused (f, "[]", 2);
  assert_refused (f, "{}", 2);
  assert_refused (f, "5", 1);
  assert_refused (f, "{\0}", 3);
  assert_refused (f, deep, -1);
  /* Cut off anywhere but in the white space behind it. */
  for (gsize cut = 0; cut < length - 1; cut += 1 + cut / 50)
    assert_refused (f, text, (gssize) cut);
  g_assert_null (read_named (f, "missing.json", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (way_archive_read (f->folder, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
}

/* Whatever becomes of its bytes, an archive is refused or is a right one. */
static void
test_a_damaged_archive_is_refused_or_right (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = list_random_tables (f->store);
  g_autoptr (WayStore) from = open_other (f, 0);
  g_autoptr (WayStore) to = open_other (f, 1);
  int n_right = 0;

  fill_at_random (from, tables);
  g_autofree char *text = export_as (f, from, "a.json");
  gsize length = strlen (text);
  for (int i = 0; i < 300; i++)
    {
      static const char bytes[] = "\"\\{}[],:0159-.eE \nabcu\x01\xc3\xff";
      g_autofree char *damaged = g_strdup (text);
      g_autoptr (GError) error = NULL;
      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        damaged[g_test_rand_int_range (0, (int) length)] =
            bytes[g_test_rand_int_range (0, (int) strlen (bytes))];
      g_autoptr (WayArchive) archive = read_text (f, damaged, (gssize) length, &error);
      if (archive == NULL)
        {
          g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
          continue;
        }
      n_right++;
      way_archive_import (archive, to, NOW, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (query (to, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
    }
  g_assert_cmpint (n_right, >, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/archive/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("random-data-comes-back-equal", test_random_data_comes_back_equal);
  ADD ("undo-and-redo-of-an-import-are-exact", test_undo_and_redo_of_an_import_are_exact);
  ADD ("random-data-reaches-every-table", test_random_data_reaches_every_table);
  ADD ("the-second-import-changes-nothing", test_the_second_import_changes_nothing);
  ADD ("what-is-replaced-is-backed-up-before", test_what_is_replaced_is_backed_up_before);
  ADD ("an-import-forgets-nothing-that-was-sent", test_an_import_forgets_nothing_that_was_sent);
  ADD ("the-file-is-for-the-person-alone", test_the_file_is_for_the_person_alone);
  ADD ("an-older-archive-is-brought-up-to-date", test_an_older_archive_is_brought_up_to_date);
  ADD ("what-is-wrong-is-named-with-its-path", test_what_is_wrong_is_named_with_its_path);
  ADD ("many-problems-are-counted", test_many_problems_are_counted);
  ADD ("what-is-no-archive-is-refused", test_what_is_no_archive_is_refused);
  ADD ("a-damaged-archive-is-refused-or-right", test_a_damaged_archive_is_refused_or_right);
  return g_test_run ();
}

#include "core/skills/export.h"
#include "core/skills/history.h"
#include "core/skills/import.h"
#include "skills-case.h"

static WaySkillsImport *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  WaySkillsImport *import = way_skills_import_new (bytes, WAY_TEXT_AUTO, '\0', &error);

  g_assert_no_error (error);
  return import;
}

static const WayImportCheck *
check (WaySkillsImport *import, WayStore *store)
{
  g_autoptr (GError) error = NULL;

  way_skills_import_load (import, store, TODAY, &error);
  g_assert_no_error (error);
  return way_skills_import_check (import);
}

static void
assert_summary (WayStore *store, const char *text, const char *expected)
{
  g_autoptr (WaySkillsImport) import = read_text (text);
  const WayImportCheck *found = check (import, store);
  g_autofree char *summary = way_import_check_summary (found);
  g_autofree char *problems = way_import_check_describe (found);

  if (!g_str_equal (summary, expected))
    g_error ("“%s” is not “%s”: %s", summary, expected, problems);
}

static void
import_text (WayStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaySkillsImport) import = read_text (text);

  g_assert_true (way_skills_import_run (import, store, FALSE, TODAY, NOW, &error));
  g_assert_no_error (error);
}

/* @text is refused with a message that has @says in it, and leaves the store as it was. */
static void
assert_refused (WayStore *store, const char *text, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (store);
  int actions = count_actions (store);
  g_autoptr (WaySkillsImport) import = read_text (text);

  g_assert_false (way_skills_import_run (import, store, FALSE, TODAY, NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” is not in “%s”", says, error->message);
  g_autofree char *after = dump (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_actions (store), ==, actions);
}

static void
test_headings_say_what_columns_are (void)
{
  g_autoptr (WaySkillsImport) import = read_text (
      "Name;Area;Self-score;Target;GAP ACTION;Comments;Aliases;Interviews %;Job ads %;Date;"
      "Rater;Owner;;Title\n");
  static const WayImportColumn expected[] = {
    WAY_COLUMN_SKILL,      WAY_COLUMN_GROUP,    WAY_COLUMN_CURRENT,  WAY_COLUMN_TARGET,
    WAY_COLUMN_GAP_ACTION, WAY_COLUMN_NOTE,     WAY_COLUMN_SYNONYMS, WAY_COLUMN_INTERVIEWS,
    WAY_COLUMN_JOB_ADS,    WAY_COLUMN_DATE,     WAY_COLUMN_BY,       WAY_COLUMN_LEFT_OUT,
    WAY_COLUMN_LEFT_OUT,   WAY_COLUMN_LEFT_OUT,
  };

  g_assert_cmpuint (way_skills_import_get_n_columns (import), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (way_skills_import_get_column (import, i), ==, expected[i]);
  g_assert_cmpstr (way_skills_import_get_heading (import, 12), ==, "Column 13");
}

static void
test_columns_have_words (void)
{
  WayImportColumn column;

  for (guint i = 0; i < WAY_COLUMN_N; i++)
    {
      g_assert_true (way_import_column_parse (way_import_column_to_string (i), &column, NULL));
      g_assert_cmpint (column, ==, i);
      if (i >= WAY_COLUMN_SKILL)
        g_assert_cmpint (way_import_column_guess (way_import_column_heading (i)), ==, i);
    }
  g_assert_false (way_import_column_parse ("colour", &column, NULL));
}

static void
test_rows_become_skills_in_one_step (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump (f->store);
  int actions = count_actions (f->store);

  import_text (f->store,
               "skill,group,current,target,gap action,note,synonyms,interviews,job ads\n"
               "Kafka,Data,2,4,Write a consumer,\"two\nlines\",Apache Kafka; streams,40 %,55\n"
               "Raft,,,5,,,,,\n");
  g_assert_cmpint (count_actions (f->store), ==, actions + 1);
  assert_undoes (f->store, before);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  const WaySkill *kafka = skill_named (matrix, "Kafka"), *raft = skill_named (matrix, "Raft");
  g_assert_cmpint (kafka->kind, ==, WAY_SKILL_OWN);
  g_assert_cmpstr (kafka->group, ==, "Data");
  g_assert_cmpint (kafka->score, ==, 2);
  g_assert_cmpint (kafka->score_date, ==, TODAY);
  g_assert_cmpint (kafka->target, ==, 4);
  g_assert_cmpstr (kafka->gap_action, ==, "Write a consumer");
  g_assert_cmpstr (kafka->note, ==, "two\nlines");
  g_assert_cmpstr (kafka->synonyms, ==, "Apache Kafka\nstreams");
  g_assert_cmpint (kafka->interview_percent, ==, 40);
  g_assert_cmpint (kafka->ad_percent_typed, ==, 55);
  g_assert_cmpint (raft->score, ==, WAY_SKILL_BLANK);
  g_assert_cmpint (raft->target, ==, 5);
  g_assert_cmpint (raft->interview_percent, ==, WAY_SKILL_UNKNOWN);
}

static void
test_rows_are_told_apart_before (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  const WaySkill *first = g_ptr_array_index (matrix->skills, 0);
  add_own (f->store, "Gossip", "");
  add_own (f->store, "Raft", "");
  score (f->store, "Gossip", 3, TODAY - 10);
  g_autofree char *upper = g_utf8_strup (first->title, -1);
  g_autofree char *text = g_strdup_printf (
      "skill,current,note\n\"%s\",4,\ngossip,3,\n\" RAFT \",,Read the paper\nPaxos,1,\n", upper);

  assert_summary (f->store, text, "1 new skill, 1 score changed, 1 skill changed, 1 row unchanged");
  import_text (f->store, text);
  g_autoptr (WayMatrix) after = load_on (f->store, TODAY);
  g_assert_cmpuint (after->skills->len, ==, matrix->skills->len + 3);
  g_assert_cmpint (skill_named (after, first->title)->score, ==, 4);
  g_assert_cmpstr (skill_named (after, "Raft")->note, ==, "Read the paper");
  g_assert_cmpint (skill_named (after, "Gossip")->score_date, ==, TODAY - 10);
  assert_summary (f->store, text, "4 rows unchanged");
}

static void
test_a_blank_cell_changes_nothing (Fixture *f, gconstpointer data)
{
  import_text (f->store,
               "skill,current,target,note,gap action,interviews\nKafka,3,4,Keep,Do it,0\n");
  g_autofree char *before = dump (f->store);

  import_text (f->store, "skill,current,target,note,gap action,interviews\nKafka,,,,,\n,,,,,\n");
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
  import_text (f->store, "skill,current,target,interviews\nKafka,blank,BLANK,blank\n");
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  const WaySkill *kafka = skill_named (matrix, "Kafka");
  g_assert_cmpint (kafka->score, ==, WAY_SKILL_BLANK);
  g_assert_cmpint (kafka->target, ==, WAY_SKILL_BLANK);
  g_assert_cmpint (kafka->interview_percent, ==, WAY_SKILL_UNKNOWN);
  g_assert_cmpstr (kafka->note, ==, "Keep");
}

static void
test_scores_have_days_and_people (Fixture *f, gconstpointer data)
{
  const char *text = "skill,score,date,by\nKafka,4,2027-01-10,\nKafka,2,1.12.2026,\n"
                     "Kafka,blank,2026/12/20,\nKafka,3,2027-01-10,Ada\nRaft,,,\n";
  g_autoptr (GError) error = NULL;

  assert_summary (f->store, text, "2 new skills, 3 scores changed");
  import_text (f->store, text);
  g_autoptr (WayMatrix) now = load_on (f->store, TODAY);
  const WaySkill *kafka = skill_named (now, "Kafka");
  g_assert_cmpint (kafka->score, ==, 4);
  g_assert_cmpuint (kafka->ratings->len, ==, 1);
  g_assert_cmpint (((WaySkillRating *) g_ptr_array_index (kafka->ratings, 0))->score, ==, 3);
  g_autoptr (GPtrArray) history = way_skill_history (f->store, kafka->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 4);
  static const int values[] = { 2, WAY_SKILL_BLANK, 4, 3 };
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((WaySkillEvent *) g_ptr_array_index (history, i))->value, ==, values[i]);
  assert_summary (f->store, text, "5 rows unchanged");
}

static void
test_own_columns_can_be_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *text = "skill,owner,id\nKafka,Me & you,7\nRaft,,8\n";

  import_text (f->store, "skill,note\nKafka,Old\n");
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (WaySkillsImport) import = read_text (text);
      way_skills_import_set_column (import, 1, WAY_COLUMN_KEPT);
      way_skills_import_set_column (import, 2, WAY_COLUMN_KEPT);
      way_skills_import_run (import, f->store, FALSE, TODAY, NOW, &error);
      g_assert_no_error (error);
      g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
      g_assert_cmpstr (skill_named (matrix, "Kafka")->note, ==, "Old\nowner: Me & you\nid: 7");
      g_assert_cmpstr (skill_named (matrix, "Raft")->note, ==, "id: 8");
    }
}

#define HEAD "skill,current,target,interviews,date,note\n"

static const struct
{
  const char *text, *says;
} bad_files[] = {
  { HEAD "Kafka,7,,,,\n", "Line 2, current: “7” is no score" },
  { HEAD "Kafka,0,,,,\n", "Line 2, current: “0” is no score" },
  { HEAD "Kafka,2.5,,,,\n", "Line 2, current: “2.5” is no score" },
  { HEAD "Kafka,-1,,,,\n", "Line 2, current: “-1” is no score" },
  { HEAD "Kafka,,high,,,\n", "Line 2, target: “high” is no score" },
  { HEAD "Raft,1,,,,\nKafka,2\n", "Line 3: The row has 2 cells, and the table has 6 columns." },
  { HEAD "Kafka,1,,,,,\n", "Line 2: The row has 7 cells" },
  { HEAD "Kafka,1,,,,\nRaft,2,,,,\n KAFKA ,2,,,,\n", "Line 4: “KAFKA” is in line 2 already." },
  { HEAD "Kafka,,,101,,\n", "Line 2, interviews: “101” is no percentage" },
  { HEAD "Kafka,,,some,,\n", "Line 2, interviews: “some” is no percentage" },
  { HEAD "Kafka,1,,,01/02/2027,\n", "Line 2, date: “01/02/2027” is no date" },
  { HEAD "Kafka,1,,,2027-02-30,\n", "Line 2, date: “2027-02-30” is no date" },
  { HEAD "Kafka,1,,,2027-01-16,\n", "Line 2, date: 2027-01-16 is still to come" },
  { HEAD ",1,,,,\n", "Line 2: The row names no skill." },
  { HEAD "\"Kafka\n7\",7,,,,\n\nRaft,8,,,,\n", "Line 5, current: “8” is no score" },
  { HEAD "Kafka,1,3,,2027-01-01,\nKafka,2,4,,2027-01-02,\n",
    "Line 3, target: Line 2 says something else" },
  { "current,target\n1,2\n", "No column is the name of the skill" },
};

static void
test_bad_rows_are_named_by_line (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    assert_refused (f->store, bad_files[i].text, bad_files[i].says);
}

static void
test_long_texts_are_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *name = g_strnfill (WAY_IMPORT_MAX_NAME + 1, 'a');
  g_autofree char *text = g_strdup_printf ("skill\n%s\n%s\n", name + 1, name);

  assert_refused (f->store, text, "Line 3, skill: It is longer than 200 characters.");
}

static void
test_bad_quotes_are_named_by_line (void)
{
  g_autoptr (GError) error = NULL;
  const char *text = "skill,current\nRaft,1\nKafka,\"2\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_null (way_skills_import_new (bytes, WAY_TEXT_AUTO, '\0', &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Line 3"));
}

static void
test_an_empty_file_is_no_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\n", 1);

  g_assert_null (way_skills_import_new (bytes, WAY_TEXT_AUTO, '\0', &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
}

static void
test_a_file_in_latin_1_is_read (Fixture *f, gconstpointer data)
{
  import_text (f->store, "skill;note\nQualit\xe4t;\x84so\x93\n");
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_cmpstr (skill_named (matrix, "Qualität")->note, ==, "„so“");
}

static void
test_two_columns_cannot_be_the_same (Fixture *f, gconstpointer data)
{
  g_autoptr (WaySkillsImport) import = read_text ("skill,a,b\nKafka,1,2\n");

  way_skills_import_set_column (import, 1, WAY_COLUMN_CURRENT);
  way_skills_import_set_column (import, 2, WAY_COLUMN_CURRENT);
  const WayImportCheck *found = check (import, f->store);
  g_assert_nonnull (strstr (found->refusal, "Both “a” and “b”"));
  way_skills_import_set_column (import, 1, WAY_COLUMN_KEPT);
  g_assert_null (check (import, f->store)->refusal);
}

static void
test_rows_with_problems_can_be_left_out (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (f->store);
  g_autoptr (WaySkillsImport) import =
      read_text ("skill,current\nKafka,7\nRaft,2\nPaxos\nraft,3\nGossip,4\n");

  assert_summary (f->store, "skill,current\nKafka,7\nRaft,2\nPaxos\nraft,3\nGossip,4\n",
                  "2 new skills, 3 rows with problems");
  g_assert_true (way_skills_import_run (import, f->store, TRUE, TODAY, NOW, &error));
  g_assert_no_error (error);
  assert_undoes (f->store, before);
  g_autofree char *found = layout (f->store);
  g_assert_cmpstr (found, ==, "Own skills: Raft, Gossip");
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (matrix, "Raft")->score, ==, 2);
}

static void
test_the_first_problems_are_told_and_all_counted (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("skill,current\n");

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (text, "S%u,9\n", i);
  g_autoptr (WaySkillsImport) import = read_text (text->str);
  const WayImportCheck *found = check (import, f->store);
  g_assert_cmpuint (found->n_problems, ==, 50);
  g_assert_cmpuint (found->n[WAY_IMPORT_BAD], ==, 50);
  g_assert_cmpuint (found->problems->len, ==, WAY_IMPORT_MAX_PROBLEMS);
  g_autofree char *described = way_import_check_describe (found);
  g_assert_nonnull (strstr (described, "Line 21, current:"));
  g_assert_null (strstr (described, "Line 22"));
  g_assert_true (g_str_has_suffix (described, "And 30 more problems."));
}

static void
append_skills (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Skill %u,%u\n", i, i % 5 + 1);
}

static void
test_too_many_new_skills_are_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("skill,current\n");

  append_skills (text, 100000);
  assert_refused (f->store, text->str, "Line 5002: at most 5000 new skills");
  /* Leaving out bad rows is no way around it. */
  g_autoptr (WaySkillsImport) import = read_text (text->str);
  g_assert_false (way_skills_import_run (import, f->store, TRUE, TODAY, NOW, NULL));
  g_assert_cmpint (count_actions (f->store), ==, 0);
}

static void
test_as_many_as_allowed_are_imported (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("skill,current\n");

  append_skills (text, WAY_IMPORT_MAX_SKILLS);
  import_text (f->store, text->str);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_cmpuint (matrix->skills->len, ==, WAY_IMPORT_MAX_SKILLS);
  g_assert_cmpint (count_actions (f->store), ==, 1);
  assert_summary (f->store, text->str, "5000 rows unchanged");
}

static void
test_a_hundred_thousand_rows_are_checked (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("skill,current,date\n");

  import_text (f->store, "skill\nKafka\nRaft\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s,%u,2026-%02u-%02u\n", i % 2 ? "Kafka" : "Raft", i % 5 + 1,
                            i / 56 % 12 + 1, i / 2 % 28 + 1);
  g_string_append (text, "Paxos,6,2026-01-01\n");
  g_autoptr (WaySkillsImport) import = read_text (text->str);
  const WayImportCheck *found = check (import, f->store);
  /* Two skills on 336 days; all else repeats them. */
  g_assert_cmpuint (found->n[WAY_IMPORT_SCORED], ==, 672);
  g_assert_cmpuint (found->n[WAY_IMPORT_BAD], ==, 100001 - 672);
  g_assert_cmpuint (found->n_problems, ==, 100001 - 672);
  assert_refused (f->store, text->str, "more problems.");
}

static void
test_too_many_scores_are_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("skill,current,date\n");

  for (guint i = 0; i < WAY_IMPORT_MAX_SCORES + 1; i++)
    g_string_append_printf (text, "Skill %u,3,2026-01-%02u\n", i / 28, i % 28 + 1);
  assert_refused (f->store, text->str, "Line 20002: at most 20000 scores");
}

/* Skills of two guides and of the person, with everything in them. */
static void
fill (WayStore *store)
{
  follow_built_in (store);
  follow_text (store, "# Other\n\n## Skills required\n\n- SQL\n- Kafka\n");
  add_own (store, "=SUM(A1)", "@home, \"quoted\"");
  add_own (store, "Kafka", "");
  import_text (store,
               "skill,group,current,target,gap action,note,synonyms,interviews,job ads,date\n"
               "Raft,Consensus,3,5,-do,\"''=a\nb\",x;y,0,100,2026-12-01\n"
               "Paxos,,,,,  ,\"a;b\n\",,,\n");
  score_by (store, "Raft", "Ada", 4, TODAY - 3);
  score (store, "Raft", 4, TODAY - 3);
  score (store, "Raft", WAY_SKILL_BLANK, TODAY - 2);
  score (store, "Raft", 2, TODAY - 1);
}

static void
test_what_is_exported_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (f->store);
  g_autofree char *before = dump (f->store);
  int actions = count_actions (f->store);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_autoptr (GPtrArray) history = way_skill_history (f->store, 0, &error);
  g_autofree char *csv = way_skills_export_csv (matrix);
  g_autofree char *scores = way_skills_export_history (matrix, history);
  import_text (f->store, csv);
  import_text (f->store, scores);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_actions (f->store), ==, actions);
}

static void
test_what_is_exported_is_the_same_elsewhere (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Fixture other = { 0 };

  fixture_set_up (&other, NULL);
  import_text (f->store,
               "skill,group,current,target,gap action,note,synonyms,interviews,job ads,date\n"
               "=SUM(A1),@home,3,5,-do,\"''=a\nb\",x;y,0,100,2026-12-01\n"
               "Paxos,,,,,,\"a;b\n\",,,\n");
  score_by (f->store, "=SUM(A1)", "Ada", 4, TODAY - 3);
  score (f->store, "=SUM(A1)", WAY_SKILL_BLANK, TODAY - 2);
  score (f->store, "=SUM(A1)", 2, TODAY - 1);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_autoptr (GPtrArray) history = way_skill_history (f->store, 0, &error);
  g_autofree char *csv = way_skills_export_csv (matrix);
  g_autofree char *scores = way_skills_export_history (matrix, history);
  import_text (other.store, csv);
  import_text (other.store, scores);
  g_autoptr (WayMatrix) there = load_on (other.store, TODAY);
  g_autoptr (GPtrArray) there_history = way_skill_history (other.store, 0, &error);
  g_autofree char *csv_again = way_skills_export_csv (there);
  g_autofree char *scores_again = way_skills_export_history (there, there_history);
  g_assert_cmpstr (csv, ==, csv_again);
  g_assert_cmpstr (scores, ==, scores_again);
  g_assert_nonnull (
      strstr (csv, "'=SUM(A1),'@home,2,5,'-do,\"''=a\nb\",\"x; y\",0,100,2027-01-14\r\n"));
  g_assert_nonnull (strstr (scores, "'=SUM(A1),'@home,blank,2027-01-13,\r\n"));
  fixture_tear_down (&other, NULL);
}

static void
test_markdown_has_groups_and_gaps (Fixture *f, gconstpointer data)
{
  import_text (f->store, "skill,group,current,target,gap action,interviews,job ads\n"
                         "Raft|x,Data,2,5,Read *it*,40,60\nKafka,Data,,4,,,\n");
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_autofree char *text = way_skills_export_markdown (matrix);

  g_assert_cmpstr (text, ==,
                   "# Skill Matrix\n\n15 January 2027\n\n## Data\n\n"
                   "| Skill | Gap action | Current | Target | Gap |\n|---|---|---:|---:|---:|\n"
                   "| Raft\\|x | Read \\*it\\* | 2 | 5 | 3 |\n"
                   "| Kafka |  | blank | 4 | blank |\n\n## Gaps\n\n"
                   "| Skill | Gap × interviews × job descriptions |\n|---|---|\n"
                   "| Raft\\|x | 3 × 40 % × 60 % = 0.72 |\n");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/skills/import/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skills/import/headings-say-what-columns-are",
                   test_headings_say_what_columns_are);
  g_test_add_func ("/skills/import/columns-have-words", test_columns_have_words);
  ADD ("rows-become-skills-in-one-step", test_rows_become_skills_in_one_step);
  ADD ("rows-are-told-apart-before", test_rows_are_told_apart_before);
  ADD ("a-blank-cell-changes-nothing", test_a_blank_cell_changes_nothing);
  ADD ("scores-have-days-and-people", test_scores_have_days_and_people);
  ADD ("own-columns-can-be-kept", test_own_columns_can_be_kept);
  ADD ("bad-rows-are-named-by-line", test_bad_rows_are_named_by_line);
  ADD ("long-texts-are-refused", test_long_texts_are_refused);
  g_test_add_func ("/skills/import/bad-quotes-are-named-by-line",
                   test_bad_quotes_are_named_by_line);
  g_test_add_func ("/skills/import/an-empty-file-is-no-table", test_an_empty_file_is_no_table);
  ADD ("a-file-in-latin-1-is-read", test_a_file_in_latin_1_is_read);
  ADD ("two-columns-cannot-be-the-same", test_two_columns_cannot_be_the_same);
  ADD ("rows-with-problems-can-be-left-out", test_rows_with_problems_can_be_left_out);
  ADD ("the-first-problems-are-told-and-all-counted",
       test_the_first_problems_are_told_and_all_counted);
  ADD ("too-many-new-skills-are-refused", test_too_many_new_skills_are_refused);
  ADD ("as-many-as-allowed-are-imported", test_as_many_as_allowed_are_imported);
  ADD ("a-hundred-thousand-rows-are-checked", test_a_hundred_thousand_rows_are_checked);
  ADD ("too-many-scores-are-refused", test_too_many_scores_are_refused);
  ADD ("what-is-exported-changes-nothing", test_what_is_exported_changes_nothing);
  ADD ("what-is-exported-is-the-same-elsewhere", test_what_is_exported_is_the_same_elsewhere);
  ADD ("markdown-has-groups-and-gaps", test_markdown_has_groups_and_gaps);
  return g_test_run ();
}

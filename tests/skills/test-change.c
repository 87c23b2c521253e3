/* What a person does to the matrix: each is one action, and what breaks a rule changes nothing. */
#include "core/skills/history.h"
#include "old-database.h"
#include "skills-case.h"

#define AREAS "Skill areas: Fundamentals, Production ops, System design, Communication"

static void
assert_refused (WayStore *store, const char *before, gboolean ok, GError *error, WayError code)
{
  g_autofree char *after = dump (store);

  g_assert_false (ok);
  g_assert_error (error, WAY_ERROR, (int) code);
  g_assert_cmpstr (after, ==, before);
  g_error_free (error);
}

static void
test_every_action_is_taken_back (Fixture *f, gconstpointer data)
{
  const WaySkillTexts texts = { .title = "ignored",
                                .group = "Mine",
                                .gap_action = "Read",
                                .note = "N\nM\n",
                                .synonyms = " a b \n\na b\nc\r\n",
                                .interview_percent = 40,
                                .ad_percent = 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *start = NULL;

  follow_built_in (f->store);
  gint64 id = id_of (f->store, "Communication");
  start = dump (f->store);
#define STEP(call)                                                                                 \
  {                                                                                                \
    g_autofree char *before = dump (f->store);                                                     \
    int n = count_actions (f->store);                                                              \
    g_assert_true (call);                                                                          \
    g_assert_no_error (error);                                                                     \
    g_assert_cmpint (count_actions (f->store), ==, n + 1);                                         \
    assert_undoes (f->store, before);                                                              \
  }
  STEP (way_skill_set_score (f->store, id, "", 3, TODAY, NOW, &error));
  STEP (way_skill_set_score (f->store, id, "Ana", 4, TODAY, NOW, &error));
  STEP (way_skill_set_score (f->store, id, "", WAY_SKILL_BLANK, TODAY, NOW, &error));
  STEP (way_skill_set_target (f->store, id, 5, TODAY, NOW, &error));
  STEP (way_skill_change (f->store, id, &texts, NOW, &error));
  gint64 own = 0;
  STEP (way_skill_add (f->store, &texts, NOW, &own, &error));
  STEP (way_skill_set_score (f->store, own, "", 3, TODAY, NOW, &error));
  STEP (way_skill_move (f->store, own, id, NOW, &error));
  STEP (way_skill_remove (f->store, own, NOW, &error));
#undef STEP
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  const WaySkill *skill = skill_named (matrix, "Communication");
  g_assert_cmpstr (skill->group, ==, "Mine");
  g_assert_true (skill->own_group);
  g_assert_cmpstr (skill->gap_action, ==, "Read");
  g_assert_cmpstr (skill->note, ==, "N\nM");
  g_assert_cmpstr (skill->synonyms, ==, "a b\nc");
  g_assert_cmpint (skill->interview_percent, ==, 40);
  g_assert_cmpint (skill->ad_percent_typed, ==, 0);
  while (count_actions (f->store) > 3)
    g_assert_true (way_store_undo (f->store, NULL, &error));
  g_autofree char *end = dump (f->store);
  g_assert_cmpstr (end, ==, start);
}

static void
test_nothing_new_is_no_action (Fixture *f, gconstpointer data)
{
  const WaySkillTexts texts = { .interview_percent = WAY_SKILL_UNKNOWN,
                                .ad_percent = WAY_SKILL_UNKNOWN };
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  gint64 id = id_of (f->store, "Communication");
  int n = count_actions (f->store);
  g_assert_true (way_skill_set_score (f->store, id, "", WAY_SKILL_BLANK, TODAY, NOW, &error));
  g_assert_true (way_skill_set_target (f->store, id, WAY_SKILL_BLANK, TODAY, NOW, &error));
  g_assert_true (way_skill_change (f->store, id, &texts, NOW, &error));
  g_assert_true (way_skill_move (f->store, id, id, NOW, &error));
  g_assert_cmpint (count_actions (f->store), ==, n);
  score (f->store, "Communication", 3, TODAY);
  score (f->store, "Communication", 3, TODAY);
  target (f->store, "Communication", 4, TODAY);
  target (f->store, "Communication", 4, TODAY + 9);
  g_assert_cmpint (count_actions (f->store), ==, n + 2);
}

/* The same score on another day says that it still holds. */
static void
test_looking_again_is_a_new_score (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  score (f->store, "Communication", 3, TODAY - 200);
  score (f->store, "Communication", 3, TODAY);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (matrix, "Communication")->score_date, ==, TODAY);
  g_assert_false (skill_named (matrix, "Communication")->stale);
}

static void
test_what_breaks_a_rule_changes_nothing (Fixture *f, gconstpointer data)
{
  const WaySkillTexts same = { .title = "RUST", .interview_percent = -1, .ad_percent = -1 };
  const WaySkillTexts none = { .title = " \n", .interview_percent = -1, .ad_percent = -1 };
  const WaySkillTexts much = { .title = "New", .interview_percent = 101, .ad_percent = -1 };
  const WaySkillTexts less = { .title = "New", .interview_percent = -1, .ad_percent = -2 };

  follow_built_in (f->store);
  gint64 own = add_own (f->store, "Rust", ""), other = add_own (f->store, "Go", "");
  gint64 id = id_of (f->store, "Communication");
  g_autofree char *before = dump (f->store);
  GError *e = NULL;
#define REFUSED(code, call)                                                                        \
  {                                                                                                \
    gboolean ok = call;                                                                            \
    assert_refused (f->store, before, ok, g_steal_pointer (&e), code);                             \
  }
  REFUSED (WAY_ERROR_INVALID, way_skill_set_score (f->store, id, "", 6, TODAY, NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_set_score (f->store, id, "", -1, TODAY, NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_set_score (f->store, id, "", 3, WAY_DATE_NONE, NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_set_target (f->store, id, 7, TODAY, NOW, &e));
  REFUSED (WAY_ERROR_NOT_FOUND, way_skill_set_score (f->store, 999, "", 3, TODAY, NOW, &e));
  REFUSED (WAY_ERROR_NOT_FOUND, way_skill_set_target (f->store, 999, 3, TODAY, NOW, &e));
  REFUSED (WAY_ERROR_NOT_FOUND, way_skill_change (f->store, 999, &same, NOW, &e));
  REFUSED (WAY_ERROR_NOT_FOUND, way_skill_remove (f->store, 999, NOW, &e));
  REFUSED (WAY_ERROR_NOT_FOUND, way_skill_move (f->store, 999, 0, NOW, &e));
  REFUSED (WAY_ERROR_NOT_FOUND, way_skill_move (f->store, id, 999, NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_remove (f->store, id, NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_add (f->store, &same, NOW, NULL, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_add (f->store, &none, NOW, NULL, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_add (f->store, &much, NOW, NULL, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_change (f->store, id, &less, NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_change (f->store, other, &same, NOW, &e));
  /* An area does not stand under another heading of the guide, nor under that of own skills. */
  REFUSED (WAY_ERROR_INVALID, way_skill_move (f->store, id, id_of (f->store, "Kafka"), NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_move (f->store, id, own, NOW, &e));
  REFUSED (WAY_ERROR_INVALID, way_skill_move (f->store, own, id, NOW, &e));
#undef REFUSED
}

static int
count_places (WayStore *store)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT count (*) FROM skill WHERE place IS NOT NULL");

  g_assert_true (way_statement_step (s));
  return (int) way_statement_int (s, 0);
}

static void
move (WayStore *store, const char *title, const char *before)
{
  g_autoptr (GError) error = NULL;

  way_skill_move (store, id_of (store, title), before != NULL ? id_of (store, before) : 0, NOW,
                  &error);
  g_assert_no_error (error);
}

static void
assert_begins (WayStore *store, const char *order)
{
  g_autofree char *text = layout (store);

  if (!g_str_has_prefix (text, order))
    g_assert_cmpstr (text, ==, order);
}

static void
test_skills_are_moved_within_their_group (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  assert_begins (f->store, AREAS "; Skills to show: Distributed systems");
  move (f->store, "Communication", "Production ops");
  assert_begins (f->store,
                 "Skill areas: Fundamentals, Communication, Production ops, System design; ");
  move (f->store, "Fundamentals", NULL);
  assert_begins (f->store,
                 "Skill areas: Communication, Production ops, System design, Fundamentals; ");
  move (f->store, "Fundamentals", "Communication");
  assert_begins (f->store,
                 "Skill areas: Fundamentals, Communication, Production ops, System design; ");
  g_assert_cmpint (count_places (f->store), ==, 4);
}

static void
test_a_skill_takes_the_group_it_is_moved_to (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  add_own (f->store, "Rust", "Languages");
  add_own (f->store, "Go", "Languages");
  add_own (f->store, "Chess", "");
  move (f->store, "Kafka", "Go");
  g_autofree char *first = layout (f->store);
  g_assert_nonnull (strstr (first, "; Languages: Rust, Kafka, Go; Own skills: Chess"));
  /* And back under the heading that it came with. */
  move (f->store, "Kafka", "Distributed systems");
  g_autofree char *second = layout (f->store);
  g_assert_nonnull (strstr (second, "Skills to show: Kafka, Distributed systems"));
  move (f->store, "Rust", "Chess");
  g_autofree char *third = layout (f->store);
  g_assert_true (g_str_has_suffix (third, "; Languages: Go; Own skills: Rust, Chess"));
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_false (skill_named (matrix, "Rust")->own_group);
}

/* Only the places that differ are written. */
static void
test_a_move_writes_little (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[50];

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *title = g_strdup_printf ("S%02d", i);
      ids[i] = add_own (f->store, title, "");
    }
  g_assert_true (way_skill_move (f->store, ids[0], 0, NOW, &error));
  g_assert_true (way_skill_move (f->store, ids[11], ids[10], NOW, &error));
  g_autoptr (WayStatement) s = way_statement_new (
      f->store,
      "SELECT count (*) FROM undo_log WHERE action_id = (SELECT max (id) FROM undo_action)");
  g_assert_true (way_statement_step (s));
  g_assert_cmpint (way_statement_int (s, 0), ==, 2);
}

/* A heading that is passed back as it was read is no group of one's own. */
static void
test_the_heading_of_the_guide_is_no_own_group (Fixture *f, gconstpointer data)
{
  const WaySkillTexts texts = { .group = "Skill areas", .interview_percent = -1, .ad_percent = -1 };
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  int n = count_actions (f->store);
  way_skill_change (f->store, id_of (f->store, "Communication"), &texts, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_actions (f->store), ==, n);
  add_own (f->store, "Rust", "Own skills");
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_false (skill_named (matrix, "Communication")->own_group);
  g_assert_false (skill_named (matrix, "Rust")->own_group);
}

#define PACK(id, title)                                                                            \
  "{\"format\":\"waymark-guide-pack\",\"version\":1,\"id\":\"" id "\",\"language\":\"en\","        \
  "\"title\":\"" title "\",\"summary\":\"S\",\"updated\":\"\",\"areas\":[{\"title\":\"X\"},"       \
  "{\"title\":\"Y\"}],\"skills\":[{\"title\":\"" title " skill\"}]}"

static void
test_headings_say_which_of_several_guides (Fixture *f, gconstpointer data)
{
  follow_text (f->store, PACK ("b", "B"));
  follow_text (f->store, PACK ("a", "A"));
  g_autofree char *order = layout (f->store);
  g_assert_cmpstr (order, ==,
                   "A: skill areas: X, Y; A: skills to show: A skill; B: skill areas: X, Y; "
                   "B: skills to show: B skill");
}

static void
test_own_skills_get_keys_of_their_own (Fixture *f, gconstpointer data)
{
  gint64 a = add_own (f->store, "C", ""), b = add_own (f->store, "C#", "");
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);

  g_assert_cmpstr (way_matrix_find (matrix, a)->key, !=, way_matrix_find (matrix, b)->key);
  g_assert_cmpint (way_matrix_find (matrix, b)->kind, ==, WAY_SKILL_OWN);
  g_assert_cmpint (way_matrix_find (matrix, b)->guide_id, ==, 0);
  g_assert_null (way_matrix_find (matrix, 4711));
}

/* A newer edition without them: what the person put on a skill keeps it. */
static void
test_a_newer_guide_drops_no_skill_that_is_in_use (Fixture *f, gconstpointer data)
{
#define OF(key) "SELECT id, 5, 5 FROM skill WHERE key = '" key "'"
  const char *const marks[] = {
    "INSERT INTO skill_score (skill_id, set_date, set_utc) " OF ("a"),
    "INSERT INTO skill_target (skill_id, set_date, set_utc) " OF ("b"),
    "INSERT INTO skill_evidence (skill_id, made_date, created_utc, kind) SELECT id, 5, 5, 'drill' "
    "FROM skill WHERE key = 'c'",
    "UPDATE skill SET note = 'n' WHERE key = 'd'",
    "UPDATE skill SET synonyms = 's' WHERE key = 'e'",
    "UPDATE skill SET interview_percent = 0 WHERE key = 'f'",
    "UPDATE skill SET ad_percent = 0 WHERE key = 'g'",
    "UPDATE skill SET group_name = 'g' WHERE key = 'h'",
    "UPDATE skill SET place = 0 WHERE key = 'i'",
    "INSERT INTO gap_work (skill_id, guide_id, title, minutes, due_date, created_utc) "
    "SELECT id, guide_id, 't', 60, 5, 5 FROM skill WHERE key = 'j'",
  };
#undef OF
  g_autoptr (GString) areas = g_string_new (NULL);

  for (char c = 'a'; c <= 'k'; c++)
    g_string_append_printf (areas, "%s{\"title\":\"%c\"}", c > 'a' ? "," : "", c);
  g_autofree char *full =
      g_strdup_printf ("{\"format\":\"waymark-guide-pack\",\"version\":1,\"id\":\"a\","
                       "\"language\":\"en\",\"title\":\"A\",\"summary\":\"S\",\"updated\":\"\","
                       "\"areas\":[%s]}",
                       areas->str);
  follow_text (f->store, full);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    act (f->store, "Put", marks[i]);
  add_own (f->store, "Mine", "");
  follow_text (f->store, PACK ("a", "A"));
  g_autoptr (WayStatement) s = way_statement_new (
      f->store, "SELECT group_concat (key, '') FROM (SELECT key FROM skill ORDER BY key)");
  g_assert_true (way_statement_step (s));
  g_assert_cmpstr (way_statement_text (s, 0), ==, "abcdefghijmineskill/a-skillxy");
}

/* What was done with the version before this one is taken back beside what is done now. */
static void
test_an_old_history_still_goes_back (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "data", "waymark.db", NULL);
  g_autoptr (GError) error = NULL;

  make_old_database (path, 5);
  g_autoptr (WayStore) store = way_store_open (path, &error);
  g_assert_no_error (error);
  int n = count_actions (store);
  g_assert_cmpint (n, >, 3);
  g_autofree char *before = dump (store);
  score (store, "Communication", 3, TODAY);
  add_own (store, "Rust", "");
  g_autofree char *after = dump (store);
  for (int i = 0; i < n + 2; i++)
    {
      g_assert_true (way_store_undo (store, NULL, &error));
      g_assert_no_error (error);
      if (i != 1)
        continue;
      g_autofree char *now = dump (store);
      g_assert_cmpstr (now, ==, before);
    }
  g_autoptr (WayMatrix) empty = load_on (store, TODAY);
  g_assert_cmpint (empty->skills->len, ==, 0);
  for (int i = 0; i < n + 2; i++)
    g_assert_true (way_store_redo (store, NULL, &error));
  g_autofree char *end = dump (store);
  g_assert_cmpstr (end, ==, after);
  g_clear_object (&store);
  remove_tree (folder);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/skills/change/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-action-is-taken-back", test_every_action_is_taken_back);
  ADD ("nothing-new-is-no-action", test_nothing_new_is_no_action);
  ADD ("looking-again-is-a-new-score", test_looking_again_is_a_new_score);
  ADD ("what-breaks-a-rule-changes-nothing", test_what_breaks_a_rule_changes_nothing);
  ADD ("skills-are-moved-within-their-group", test_skills_are_moved_within_their_group);
  ADD ("a-skill-takes-the-group-it-is-moved-to", test_a_skill_takes_the_group_it_is_moved_to);
  ADD ("a-move-writes-little", test_a_move_writes_little);
  ADD ("the-heading-of-the-guide-is-no-own-group", test_the_heading_of_the_guide_is_no_own_group);
  ADD ("headings-say-which-of-several-guides", test_headings_say_which_of_several_guides);
  ADD ("own-skills-get-keys-of-their-own", test_own_skills_get_keys_of_their_own);
  ADD ("a-newer-guide-drops-no-skill-that-is-in-use",
       test_a_newer_guide_drops_no_skill_that_is_in_use);
  g_test_add_func ("/skills/change/an-old-history-still-goes-back",
                   test_an_old_history_still_goes_back);
  return g_test_run ();
}

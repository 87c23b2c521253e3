/* The matrix on a day: blanks, scores, targets of a role and band, what goes stale, and how well a score is founded. */
#include "core/skills/evidence.h"
#include "core/skills/job-ads.h"
#include "core/store/private.h"
#include "skills-case.h"

#include <math.h>

#define AREAS "Skill areas: Fundamentals, Production ops, System design, Communication"

static WayDate
day (int year, int month, int of_month)
{
  return way_date_from_ymd (year, month, of_month);
}

static void
test_the_areas_of_the_guide_arrive_blank (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("WAYMARK_SHARED"), "seeds",
                                            "learning-distributed-systems.txt", NULL);
  g_autoptr (WayGuide) guide = way_guide_read_file (path, NULL);

  /* The seed's last row is cut off behind its title. */
  if (guide != NULL)
    follow_guide (f->store, guide);
  else
    follow_text (f->store, "Learning\n\nSkill matrix\n| Skill area | Current | Target role | Gap "
                           "action |\n|---|---|---|---|\n| Fundamentals | |||\n"
                           "| Production ops | |||\n| System design | |||\n| Communication |\n");
  g_autofree char *order = layout (f->store);
  g_assert_true (g_str_has_prefix (order, AREAS));
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = matrix->skills->pdata[i];
      int gap;
      g_assert_cmpint (skill->score, ==, WAY_SKILL_BLANK);
      g_assert_cmpint (skill->target, ==, WAY_SKILL_BLANK);
      g_assert_cmpint (skill->proof, ==, WAY_SKILL_NO_SCORE);
      g_assert_false (skill->stale);
      g_assert_false (way_skill_gap (skill, &gap));
    }
  guint n;
  g_assert_true (isnan (way_matrix_mean (matrix, &n)));
  g_assert_cmpint (n, ==, 0);
  score (f->store, "Communication", 3, TODAY);
  target (f->store, "Communication", 5, TODAY);
  g_autoptr (WayMatrix) filled = load_on (f->store, TODAY);
  const WaySkill *last = skill_named (filled, "Communication");
  int gap = 0;
  g_assert_true (way_skill_gap (last, &gap));
  g_assert_cmpint (gap, ==, 2);
  g_assert_cmpint (last->score_date, ==, TODAY);
}

/* 2 and 5 have the mean 3.5, whatever is blank beside them. */
static void
test_blanks_are_no_zeros (Fixture *f, gconstpointer data)
{
  guint n = 0;

  follow_built_in (f->store);
  score (f->store, "Fundamentals", 2, TODAY);
  score (f->store, "Communication", 5, TODAY);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_cmpfloat (way_matrix_mean (matrix, &n), ==, 3.5);
  g_assert_cmpint (n, ==, 2);
  score (f->store, "Communication", WAY_SKILL_BLANK, TODAY);
  g_autoptr (WayMatrix) fewer = load_on (f->store, TODAY);
  g_assert_cmpfloat (way_matrix_mean (fewer, &n), ==, 2);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpint (skill_named (fewer, "Communication")->score_date, ==, WAY_DATE_NONE);
}

static void
test_a_score_of_the_guide_counts_until_there_is_another (Fixture *f, gconstpointer data)
{
  follow_text (f->store, "{\"format\":\"waymark-guide-pack\",\"version\":1,\"id\":\"a\","
                         "\"language\":\"en\",\"title\":\"A\",\"summary\":\"S\",\"updated\":\"\","
                         "\"areas\":[{\"title\":\"X\",\"current\":2,\"target\":4}]}");
  g_autoptr (WayMatrix) first = load_on (f->store, TODAY);
  const WaySkill *skill = skill_named (first, "X");
  g_assert_cmpint (skill->score, ==, 2);
  g_assert_cmpint (skill->target, ==, 4);
  g_assert_cmpint (skill->score_date, ==, WAY_DATE_NONE);
  g_assert_cmpint (skill->proof, ==, WAY_SKILL_SELF);
  g_assert_false (skill->stale);
  score (f->store, "X", WAY_SKILL_BLANK, TODAY);
  target (f->store, "X", WAY_SKILL_BLANK, TODAY);
  g_autoptr (WayMatrix) second = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (second, "X")->score, ==, WAY_SKILL_BLANK);
  g_assert_cmpint (skill_named (second, "X")->target, ==, WAY_SKILL_BLANK);
}

static void
test_the_matrix_of_an_earlier_day_leaves_out_what_came_later (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  score (f->store, "Communication", 2, TODAY - 20);
  score (f->store, "Communication", 4, TODAY);
  target (f->store, "Communication", 5, TODAY - 10);
  /* Looked at between the two, and written down after both. */
  score (f->store, "Communication", 3, TODAY - 5);
  const struct
  {
    WayDate date;
    int score, target;
  } days[] = { { TODAY - 21, 0, 0 }, { TODAY - 20, 2, 0 }, { TODAY - 10, 2, 5 },
               { TODAY - 5, 3, 5 },  { TODAY - 1, 3, 5 },  { TODAY, 4, 5 } };
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (WayMatrix) matrix = load_on (f->store, days[i].date);
      g_assert_cmpint (skill_named (matrix, "Communication")->score, ==, days[i].score);
      g_assert_cmpint (skill_named (matrix, "Communication")->target, ==, days[i].target);
    }
}

/* Of the same day the one counts that was written down last. */
static void
test_the_last_score_of_a_day_counts (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  score (f->store, "Communication", 2, TODAY);
  score (f->store, "Communication", 4, TODAY);
  score (f->store, "Communication", 3, TODAY);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (matrix, "Communication")->score, ==, 3);
}

static int
target_now (WayStore *store)
{
  g_autoptr (WayMatrix) matrix = load_on (store, TODAY);

  return skill_named (matrix, "Communication")->target;
}

static void
test_targets_follow_the_role_and_scores_stay (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  choose (f->store, "backend", "3-5");
  score (f->store, "Communication", 2, TODAY);
  target (f->store, "Communication", 4, TODAY);
  choose (f->store, "em", "3-5");
  g_assert_cmpint (target_now (f->store), ==, WAY_SKILL_BLANK);
  target (f->store, "Communication", 5, TODAY);
  choose (f->store, "backend", "3-5");
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  const WaySkill *skill = skill_named (matrix, "Communication");
  g_assert_cmpint (skill->target, ==, 4);
  g_assert_cmpint (skill->score, ==, 2);
  g_assert_cmpstr (matrix->role, ==, "backend");
  g_assert_cmpstr (matrix->role_title, ==, "Backend");
  g_assert_cmpstr (matrix->band_title, ==, "3–5");
}

/* The role and band, the role, the band, whatever they are, the guide. */
static void
test_the_narrowest_target_counts (Fixture *f, gconstpointer data)
{
#define PUT(role, band, value)                                                                     \
  "INSERT INTO skill_target (skill_id, role, band, target, set_date, set_utc) SELECT id, '" role   \
  "', '" band "', " value ", 5, 5 FROM skill WHERE key = 'communication'"
  follow_built_in (f->store);
  act (f->store, "Guide", "UPDATE skill SET target = 1 WHERE key = 'communication'");
  choose (f->store, "backend", "3-5");
  g_assert_cmpint (target_now (f->store), ==, 1);
  act (f->store, "Put", PUT ("", "", "2"));
  g_assert_cmpint (target_now (f->store), ==, 2);
  act (f->store, "Put", PUT ("", "3-5", "3"));
  g_assert_cmpint (target_now (f->store), ==, 3);
  act (f->store, "Put", PUT ("backend", "", "4"));
  g_assert_cmpint (target_now (f->store), ==, 4);
  act (f->store, "Put", PUT ("backend", "3-5", "5"));
  act (f->store, "Put", PUT ("em", "3-5", "1"));
  act (f->store, "Put", PUT ("backend", "0-2", "1"));
  g_assert_cmpint (target_now (f->store), ==, 5);
  /* Blank for exactly these two is blank. */
  act (f->store, "Put", PUT ("backend", "3-5", "NULL"));
  g_assert_cmpint (target_now (f->store), ==, WAY_SKILL_BLANK);
  choose (f->store, "backend", "5-8");
  g_assert_cmpint (target_now (f->store), ==, 4);
  choose (f->store, "", "");
  g_assert_cmpint (target_now (f->store), ==, 2);
#undef PUT
}

/* A score says something about today for six months, the last day included; a month that is too short ends earlier. */
static void
test_scores_go_stale_after_six_months (Fixture *f, gconstpointer data)
{
  const struct
  {
    WayDate scored, last_good;
  } cases[] = {
    { day (2026, 7, 15), day (2027, 1, 15) }, { day (2026, 8, 31), day (2027, 2, 28) },
    { day (2026, 8, 28), day (2027, 2, 28) }, { day (2027, 8, 31), day (2028, 2, 29) },
    { day (2027, 2, 28), day (2027, 8, 28) }, { day (2026, 12, 31), day (2027, 6, 30) },
    { day (2028, 2, 29), day (2028, 8, 29) },
  };

  follow_built_in (f->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      score (f->store, "Communication", (int) (i % 5) + 1, cases[i].scored);
      g_autoptr (WayMatrix) good = load_on (f->store, cases[i].last_good);
      g_autoptr (WayMatrix) late = load_on (f->store, cases[i].last_good + 1);
      g_assert_false (skill_named (good, "Communication")->stale);
      g_assert_true (skill_named (late, "Communication")->stale);
      g_assert_true (way_store_undo (f->store, NULL, NULL));
    }
}

static WaySkillProof
proof_on (WayStore *store, WayDate date)
{
  g_autoptr (WayMatrix) matrix = load_on (store, date);

  return skill_named (matrix, "Communication")->proof;
}

static void
add_evidence (WayStore *store, WayEvidenceKind kind, WayDate date)
{
  const WayEvidence evidence = { .skill_id = id_of (store, "Communication"),
                                 .kind = kind,
                                 .title = (char *) "E",
                                 .link = (char *) "",
                                 .given_by = (char *) "",
                                 .made_date = date };
  g_autoptr (GError) error = NULL;

  way_evidence_add (store, &evidence, NOW, NULL, &error);
  g_assert_no_error (error);
}

static void
test_the_best_evidence_founds_a_score (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  add_evidence (f->store, WAY_EVIDENCE_DRILL, TODAY - 3);
  g_assert_cmpint (proof_on (f->store, TODAY), ==, WAY_SKILL_NO_SCORE);
  score (f->store, "Communication", 3, TODAY - 10);
  g_assert_cmpint (proof_on (f->store, TODAY - 4), ==, WAY_SKILL_SELF);
  g_assert_cmpint (proof_on (f->store, TODAY), ==, WAY_SKILL_PRACTISED);
  add_evidence (f->store, WAY_EVIDENCE_ARTIFACT, TODAY - 2);
  g_assert_cmpint (proof_on (f->store, TODAY), ==, WAY_SKILL_SHOWN);
  add_evidence (f->store, WAY_EVIDENCE_MOCK, TODAY - 1);
  g_assert_cmpint (proof_on (f->store, TODAY), ==, WAY_SKILL_CONFIRMED);
  /* The mock interview and the artifact end to count one after the other. */
  g_assert_cmpint (proof_on (f->store, way_date_add_months (TODAY - 1, 6)), ==,
                   WAY_SKILL_CONFIRMED);
  g_assert_cmpint (proof_on (f->store, way_date_add_months (TODAY - 1, 6) + 1), ==, WAY_SKILL_SELF);
}

static void
test_another_ones_score_confirms_and_differs (Fixture *f, gconstpointer data)
{
  int difference = 0;

  follow_built_in (f->store);
  score_by (f->store, "Communication", "Zoe", 2, TODAY - 2);
  g_autoptr (WayMatrix) blank = load_on (f->store, TODAY);
  const WaySkill *unscored = skill_named (blank, "Communication");
  g_assert_cmpint (unscored->score, ==, WAY_SKILL_BLANK);
  g_assert_cmpint (unscored->proof, ==, WAY_SKILL_NO_SCORE);
  g_assert_false (way_skill_difference (unscored, unscored->ratings->pdata[0], &difference));
  score (f->store, "Communication", 4, TODAY - 1);
  score_by (f->store, "Communication", "Ana", 5, TODAY - 1);
  score_by (f->store, "Communication", "Bo", 1, TODAY - 1);
  score_by (f->store, "Communication", "Bo", WAY_SKILL_BLANK, TODAY);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  const WaySkill *skill = skill_named (matrix, "Communication");
  g_assert_cmpint (skill->score, ==, 4);
  g_assert_cmpint (skill->proof, ==, WAY_SKILL_CONFIRMED);
  g_assert_cmpint (skill->ratings->len, ==, 2);
  const WaySkillRating *ana = skill->ratings->pdata[0], *zoe = skill->ratings->pdata[1];
  g_assert_cmpstr (ana->rater, ==, "Ana");
  g_assert_cmpstr (zoe->rater, ==, "Zoe");
  g_assert_true (way_skill_difference (skill, zoe, &difference));
  g_assert_cmpint (difference, ==, -2);
  /* The mean is of one's own scores. */
  g_assert_cmpfloat (way_matrix_mean (matrix, NULL), ==, 4);
}

static void
test_every_level_says_what_it_means (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = WAY_SKILL_BLANK; i <= WAY_SKILL_MAX; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) way_skill_level_title (i)));
      g_assert_true (g_hash_table_add (seen, (gpointer) way_skill_level_text (i)));
    }
}

static void
test_job_descriptions_are_counted_once_a_skill (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  follow_built_in (f->store);
  g_autoptr (WayMatrix) none = load_on (f->store, TODAY);
  g_assert_cmpint (way_skill_ad_percent (skill_named (none, "Kafka")), ==, WAY_SKILL_UNKNOWN);
  way_job_ad_add (f->store, "", "Kafka, and Kafka again; communication", TODAY, NOW, NULL, &error);
  way_job_ad_add (f->store, "", "Only KAFKA", TODAY, NOW, NULL, &error);
  way_job_ad_add (f->store, "", "System design", TODAY, NOW, &id, &error);
  g_assert_no_error (error);
  g_autoptr (WayMatrix) three = load_on (f->store, TODAY);
  const WaySkill *kafka = skill_named (three, "Kafka");
  g_assert_cmpint (kafka->ad_count, ==, 2);
  g_assert_cmpint (kafka->n_ads, ==, 3);
  g_assert_cmpint (way_skill_ad_percent (kafka), ==, 67);
  /* Both the area and the listed skill of that name. */
  for (guint i = 0; i < three->skills->len; i++)
    {
      const WaySkill *it = three->skills->pdata[i];
      if (g_str_equal (it->title, "System design"))
        g_assert_cmpint (it->ad_count, ==, 1);
    }
  g_assert_true (way_job_ad_remove (f->store, id, NOW, &error));
  way_job_ad_add (f->store, "", "Also Kafka", TODAY, NOW, &id, &error);
  g_autoptr (WayMatrix) changed = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (changed, "Kafka")->ad_count, ==, 3);
  g_assert_cmpint (skill_named (changed, "System design")->ad_count, ==, 0);
  g_assert_true (way_store_undo (f->store, NULL, NULL));
  g_autoptr (WayMatrix) undone = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (undone, "Kafka")->ad_count, ==, 2);
  g_assert_cmpint (skill_named (undone, "Kafka")->n_ads, ==, 2);
}

static void
test_a_new_synonym_is_looked_for_in_ads_that_are_there (Fixture *f, gconstpointer data)
{
  const WaySkillTexts texts = { .synonyms = "event streaming\nmessage bus",
                                .interview_percent = WAY_SKILL_UNKNOWN,
                                .ad_percent = WAY_SKILL_UNKNOWN };
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  way_job_ad_add (f->store, "", "You know Event-Streaming", TODAY, NOW, NULL, &error);
  g_autoptr (WayMatrix) before = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (before, "Kafka")->ad_count, ==, 0);
  way_skill_change (f->store, id_of (f->store, "Kafka"), &texts, NOW, &error);
  g_assert_no_error (error);
  g_autoptr (WayMatrix) after = load_on (f->store, TODAY);
  g_assert_cmpint (skill_named (after, "Kafka")->ad_count, ==, 1);
}

static int
on_statement (guint event, void *count, void *statement, void *text)
{
  ++*(int *) count;
  return 0;
}

static int
count_queries (WayStore *store)
{
  int n = 0;

  sqlite3_trace_v2 (store->db, SQLITE_TRACE_STMT, on_statement, &n);
  g_autoptr (WayMatrix) matrix = load_on (store, TODAY);
  sqlite3_trace_v2 (store->db, 0, NULL, NULL);
  return n;
}

static void
test_more_skills_take_no_more_queries (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  int few = count_queries (f->store);
  g_assert_cmpint (few, >, 0);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Skill %d", i);
      add_own (f->store, title, "");
      score (f->store, title, 3, TODAY);
    }
  g_assert_cmpint (count_queries (f->store), ==, few);
}

static void
test_without_a_plan_all_guides_are_there (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayGuide) guide =
      way_guide_read_built_in_by_slug ("learning-distributed-systems", NULL);

  way_library_import (f->store, guide, NOW, NULL, &error);
  g_assert_no_error (error);
  add_own (f->store, "Rust", "");
  g_autofree char *all = layout (f->store);
  g_assert_true (g_str_has_prefix (all, AREAS "; Skills to show: "));
  g_assert_true (g_str_has_suffix (all, "; Own skills: Rust"));
  g_autoptr (WayPlanSettings) settings = way_plan_settings_new (TODAY, "UTC");
  way_plan_settings_save (f->store, settings, NOW, &error);
  g_assert_no_error (error);
  g_autofree char *followed = layout (f->store);
  g_assert_cmpstr (followed, ==, "Own skills: Rust");
}

static void
test_expectations_are_those_of_the_same_words (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  g_autoptr (WayMatrix) matrix = load_on (f->store, TODAY);
  g_autoptr (GPtrArray) named =
      way_skill_expectations (f->store, skill_named (matrix, "Communication"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (named->len, ==, 1);
  const WaySkillExpectation *it = named->pdata[0];
  g_assert_cmpstr (it->title, ==, "Communication");
  g_assert_cmpstr (it->junior, !=, "");
  g_assert_cmpstr (it->senior, !=, "");
  g_autoptr (GPtrArray) all =
      way_skill_expectations (f->store, skill_named (matrix, "Kafka"), &error);
  g_assert_cmpint (all->len, ==, 4);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/skills/matrix/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-areas-of-the-guide-arrive-blank", test_the_areas_of_the_guide_arrive_blank);
  ADD ("blanks-are-no-zeros", test_blanks_are_no_zeros);
  ADD ("a-score-of-the-guide-counts-until-there-is-another",
       test_a_score_of_the_guide_counts_until_there_is_another);
  ADD ("the-matrix-of-an-earlier-day-leaves-out-what-came-later",
       test_the_matrix_of_an_earlier_day_leaves_out_what_came_later);
  ADD ("the-last-score-of-a-day-counts", test_the_last_score_of_a_day_counts);
  ADD ("targets-follow-the-role-and-scores-stay", test_targets_follow_the_role_and_scores_stay);
  ADD ("the-narrowest-target-counts", test_the_narrowest_target_counts);
  ADD ("scores-go-stale-after-six-months", test_scores_go_stale_after_six_months);
  ADD ("the-best-evidence-founds-a-score", test_the_best_evidence_founds_a_score);
  ADD ("another-ones-score-confirms-and-differs", test_another_ones_score_confirms_and_differs);
  g_test_add_func ("/skills/matrix/every-level-says-what-it-means",
                   test_every_level_says_what_it_means);
  ADD ("job-descriptions-are-counted-once-a-skill", test_job_descriptions_are_counted_once_a_skill);
  ADD ("a-new-synonym-is-looked-for-in-ads-that-are-there",
       test_a_new_synonym_is_looked_for_in_ads_that_are_there);
  ADD ("more-skills-take-no-more-queries", test_more_skills_take_no_more_queries);
  ADD ("without-a-plan-all-guides-are-there", test_without_a_plan_all_guides_are_there);
  ADD ("expectations-are-those-of-the-same-words", test_expectations_are_those_of_the_same_words);
  return g_test_run ();
}

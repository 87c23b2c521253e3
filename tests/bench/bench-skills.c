/* The skill matrix at full size: 500 skills with 10,000 scores and 100 job descriptions of 20 kB. Loading it is compared
 * with a bare reading of the same rows, in the order that it takes, in the same run. Only the ratios have a bound. */
#include "core/skills/change.h"
#include "core/skills/gaps.h"
#include "core/skills/history.h"
#include "core/skills/job-ads.h"
#include "core/store/private.h"
#include "fixture.h"

#include <stdio.h>

#define N_SKILLS 500
#define N_SCORES 10000
#define N_ADS    100
#define N_RUNS   31
#define AD_BYTES 20000
#define TODAY    21000

static void
fill (WayStore *store)
{
  act (
      store, "Add",
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " G_STRINGIFY (
          N_SKILLS) ") INSERT INTO skill (id, key, position, kind, title, synonyms, "
                    "interview_percent) SELECT i + 1, 's' || i, i, 'own', 'word' || (i % 83) || "
                    "' word' || (i % 97), 'other' || i, i % 101 FROM n");
  act (
      store, "Score",
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " G_STRINGIFY (
          N_SCORES) ") INSERT INTO skill_score (skill_id, rater, score, set_date, set_utc) SELECT "
                    "i * 37 % " G_STRINGIFY (
                        N_SKILLS) " + 1, CASE WHEN i % 10 = 0 THEN 'Ana' "
                                  "ELSE '' END, 1 + i % 5, 20000 + i / 20, i FROM n");
  act (store, "Target",
       "INSERT INTO skill_target (skill_id, target, set_date, set_utc) SELECT id, 5, 20000, 0 FROM "
       "skill");
}

/* Ordinary words, and now and then the name of a skill; every other one is not in ASCII. */
static void
add_ads (WayStore *store)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const char *const words[] = { "Erfahrung", "größere",    "systems", "für",
                                       "and",       "experience", "خبرة",    "years" };

  for (int i = 0; i < N_ADS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      while (text->len < AD_BYTES)
        if (g_rand_int_range (rand, 0, 8) == 0)
          g_string_append_printf (text, "word%d word%d, ", g_rand_int_range (rand, 0, 83),
                                  g_rand_int_range (rand, 0, 97));
        else
          g_string_append_printf (text, "%s ", words[g_rand_int_range (rand, 0, 8)]);
      way_job_ad_add (store, "", text->str, TODAY, 1000, NULL, &error);
      g_assert_no_error (error);
    }
}

/* What must be read, by SQLite alone. */
static void
read_bare (WayStore *store)
{
  static const char *const reads[] = {
    "SELECT * FROM skill ORDER BY position",
    "SELECT skill_id, rater, score, set_date FROM skill_score ORDER BY skill_id, set_date, "
    "set_utc, id",
    "SELECT skill_id, target FROM skill_target ORDER BY skill_id",
    "SELECT id, text FROM job_ad",
  };
  gsize bytes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      sqlite3_stmt *s = NULL;
      g_assert_cmpint (sqlite3_prepare_v2 (store->db, reads[i], -1, &s, NULL), ==, SQLITE_OK);
      while (sqlite3_step (s) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (s); c++)
          {
            sqlite3_column_text (s, c);
            bytes += (gsize) sqlite3_column_bytes (s, c);
          }
      sqlite3_finalize (s);
    }
  g_assert_cmpint (bytes, >, (gsize) N_ADS * AD_BYTES);
}

static void
load (WayStore *store)
{
  g_autoptr (WayMatrix) matrix = way_matrix_load (store, TODAY, NULL);
  g_autoptr (GArray) gaps = way_skill_gaps (matrix);

  g_assert_cmpint (matrix->skills->len, ==, N_SKILLS);
  g_assert_cmpint (gaps->len, >, 0);
}

/* Nothing is known of the job descriptions yet. */
static void
load_first (WayStore *store)
{
  g_object_set_data (G_OBJECT (store), "way-skills-in-ads", NULL);
  load (store);
}

static void
load_points (WayStore *store)
{
  g_autoptr (GHashTable) points = way_skill_points (store, NULL);

  g_assert_cmpint (g_hash_table_size (points), >, 0);
}

static void
set_score (WayStore *store)
{
  static int score;

  score = score % 5 + 1;
  g_assert_true (way_skill_set_score (store, 250, "", score, TODAY, 1000, NULL));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (WayStore *store, void (*run) (WayStore *store))
{
  double seconds[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      run (store);
      seconds[i] = (double) (g_get_monotonic_time () - begin) / 1e6;
    }
  qsort (seconds, N_RUNS, sizeof *seconds, compare_doubles);
  return seconds[N_RUNS / 2];
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (WayStore *store);
    double bound; /* of the ratio; 0: none */
  } jobs[] = { { "load, ads read before", load, 3 },
               { "load, ads read anew", load_first, 15 },
               { "points of all sparklines", load_points, 2 },
               { "score one skill", set_score, 0 } };
  Fixture f;
  gboolean ok = TRUE;

  fixture_set_up (&f, NULL);
  fill (f.store);
  add_ads (f.store);
  double bare = median (f.store, read_bare);
  printf ("bare reading of %d skills, %d scores, %d ads: %.3f ms\n", N_SKILLS, N_SCORES, N_ADS,
          bare * 1e3);
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      double seconds = median (f.store, jobs[i].run);
      printf ("%-26s %8.3f ms: %5.2f", jobs[i].name, seconds * 1e3, seconds / bare);
      if (jobs[i].bound > 0)
        printf (" (bound %.1f)", jobs[i].bound);
      printf ("\n");
      ok &= jobs[i].bound == 0 || seconds / bare <= jobs[i].bound;
    }
  fixture_tear_down (&f, NULL);
  return ok ? 0 : 1;
}

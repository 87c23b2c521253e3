/* The window with ten years of data: start-up to the first painted frame against an empty window in the same run,
 * switching of views, reload after a change, frames of the timeline and of the week, memory. It is its own children:
 * each start is a process.
 *
 * For a profiler: "bench-window fill FILE" makes the data, "bench-window full FILE" is a start, "first FILE" one to the
 * first frame only, "work FILE" all else, with WAYMARK_BENCH_START=0 and what tests/bench/meson.build sets. */
#include "core/store/statement.h"
#include "made-offers.h"
#include "made-plan.h"
#include "window-child.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define N_BLOCKS 50000
#define N_SKILLS 500
#define N_BUSY   20000
#define N_STARTS 7

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static void
run_sql (WayStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  way_statement_run (s, &error, "");
  g_assert_no_error (error);
}

/* A matrix of 500 skills, most of them with a gap, each scored twenty times. */
static void
fill_skills (WayStore *store)
{
  run_sql (
      store,
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < " G_STRINGIFY (
          N_SKILLS) " - 1) INSERT INTO skill (id, key, position, kind, title, group_name, "
                    "gap_action, interview_percent, ad_percent) SELECT 1000 + i, 's' || i, i, "
                    "'own', 'Skill number ' || i, 'Group ' || (i / 25), 'Do something about "
                    "it', iif (i % 2, i % 101, NULL), i % 101 FROM n");
  run_sql (store,
           "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19) INSERT "
           "INTO skill_score (skill_id, rater, score, set_date, set_utc) SELECT id, iif (i = 9, "
           "'Ana', ''), 1 + (id + i) % 5, 20000 + i * 40, i FROM skill JOIN n WHERE id >= 1000");
  run_sql (store, "INSERT INTO skill_target (skill_id, target, role, band, set_date, set_utc) "
                  "SELECT skill.id, 5, plan.role, plan.band, 20000, 0 FROM skill JOIN plan WHERE "
                  "skill.id >= 1000");
}

/* Blocks of ten years, 14 a day, and as many busy times as a full calendar has. */
static void
fill (const char *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = way_store_open (database, &error);

  g_assert_no_error (error);
  make_plan (store, "3-5");
  make_offers (store, 10, 15);
  way_store_begin (store, "Fill", PLAN_NOW, &error);
  run_sql (
      store,
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < " G_STRINGIFY (
          N_BLOCKS) " - 1) INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, "
                    "end_utc, state, created_utc, changed_utc) SELECT printf ('%08x-bench', i), "
                    "CASE i % 9 "
                    "WHEN 0 THEN 'drill' WHEN 1 THEN 'mock' ELSE 'study' END, (SELECT id FROM "
                    "guide), "
                    "(SELECT min (id) + i / 12500 FROM phase), 'A block of "
                    "work', "
                    "1704067200 + i / 14 * 86400 + i % 14 * 4200, 1704067200 + i / 14 * 86400 + i "
                    "% 14 * 4200 "
                    "+ 3600, CASE WHEN i < 15000 THEN 'done' ELSE 'planned' END, 1704067200, "
                    "1704067200 "
                    "FROM n");
  fill_skills (store);
  run_sql (store,
           "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, to_utc, "
           "imported_utc) VALUES (1, 'Work', '/nonexistent/work.ics', 'UTC', '', 0, 1, 1)");
  run_sql (
      store,
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < " G_STRINGIFY (
          N_BUSY) " - 1) INSERT INTO busy_event (calendar_id, uid, title, start_utc, end_utc) "
                  "SELECT 1, printf ('%08x', i), 'A meeting', 1704067200 + i * 16000, "
                  "1704067200 + i * 16000 + 1800 FROM n");
  way_store_commit (store, &error);
  g_assert_no_error (error);
}

static char *
start (const char *program, const char *mode, const char *database)
{
  const char *argv[] = { program, mode, database, NULL };
  g_autofree char *begin = g_strdup_printf ("%.3f", (double) g_get_monotonic_time () / 1000);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_setenv ("WAYMARK_BENCH_START", begin, TRUE);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

/* Prints the lines that a child reports by; %FALSE: one is beyond its bound. */
static gboolean
print_report (const char *out)
{
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  gboolean ok = TRUE;

  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) fields = g_strsplit (*line, "\t", 4);
      double value = g_ascii_strtod (fields[1], NULL), bound = g_ascii_strtod (fields[2], NULL);
      printf ("%-44s %7.1f %s", fields[0], value, fields[3]);
      if (bound > 0)
        printf (" (bound %.0f)%s", bound, value <= bound ? "" : ", MISSED");
      printf ("\n");
      ok = ok && (bound <= 0 || value <= bound);
    }
  return ok;
}

static gboolean
compare_starts (const char *program, const char *database)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) contents = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_STARTS + 1; i++)
    {
      g_autofree char *empty = start (program, "empty", database);
      g_autofree char *full = start (program, "full", database);
      char *end;
      double first = g_ascii_strtod (full, &end), content = g_ascii_strtod (end, NULL);
      double ratio = first / g_ascii_strtod (empty, NULL);
      if (i == 0)
        continue; /* the first ones read from the disk, and one makes the day's backup */
      g_array_append_val (ratios, ratio);
      g_array_append_val (firsts, first);
      g_array_append_val (contents, content);
    }
  double first = median (firsts), ratio = median (ratios);
  printf ("%-44s %7.1f ms, an empty window %.1f ms: ratio %.2f (bound 1.5)%s\n", "first frame",
          first, first / ratio, ratio, ratio <= 1.5 ? "" : ", MISSED");
  printf ("%-44s %7.1f ms\n", "  the first frame with the blocks of today", median (contents));
  return ratio <= 1.5;
}

static gboolean
check_work (const char *program, const char *database)
{
  g_autofree char *out = start (program, "work", database);
  g_autofree char *empty = start (program, "empty-memory", database);
  gboolean ok = print_report (out);

  print_report (empty);
  return ok;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "fill"))
    {
      fill (argv[2]);
      return EXIT_SUCCESS;
    }
  if (argc == 3)
    return bench_window_child (argv[1], argv[2]);
  g_autofree char *folder = g_dir_make_tmp ("waymark-bench-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "waymark.db", NULL);

  fill (database);
  gboolean ok = compare_starts (argv[0], database);
  ok = check_work (argv[0], database) && ok;
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

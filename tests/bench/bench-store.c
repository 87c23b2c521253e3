/* The store at full size, 50,000 blocks and 20,000 busy events, against the same on an empty one in the same run:
 * opening, the commit of one action, its undo. Only the ratios have a bound. */
#include "core/store/private.h"
#include "fixture.h"

#include <stdio.h>
#include <sys/stat.h>

#define N_BLOCKS 50000
#define N_EVENTS 20000
#define N_RUNS   31

/* Fills a store by ordinary actions of which none is small: what they cost for undo is in the file too. */
static void
fill (WayStore *store)
{
  act (store, "Add",
       "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'big', 'G', 'pack', "
       "'')");
  act (store, "Add",
       "INSERT INTO phase (id, guide_id, key, position, title, min_days, max_days) VALUES (1, 1, "
       "'p', 0, 'Phase', 3, 5)");
  act (store, "Add",
       "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, to_utc, "
       "imported_utc) VALUES (1, 'C', '/big.ics', 'UTC', '', 0, 1, 0)");
  act (store, "Plan",
       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " G_STRINGIFY (
           N_BLOCKS) ") INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, "
                     "end_utc, "
                     "reason, created_utc, changed_utc) SELECT printf "
                     "('%08x-0000-4000-8000-000000000000@waymark', i), 'study', 1, 1, 'Phase', i * "
                     "7200, i * 7200 + 3600, '{\"code\":\"preferred\"}', 0, 0 FROM n");
  act (
      store, "Import",
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " G_STRINGIFY (
          N_EVENTS) ") INSERT INTO busy_event (calendar_id, uid, title, start_utc, end_utc) SELECT "
                    "1, printf ('%08x@example.org', i), 'Meeting', i * 9000, i * 9000 + 1800 FROM "
                    "n");
}

static void
make_empty (WayStore *store)
{
  act (store, "Add",
       "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1, 'big', 'G', 'pack', "
       "'')");
  act (store, "Add",
       "INSERT INTO block (id, uid, kind, guide_id, title, start_utc, end_utc, created_utc, "
       "changed_utc) VALUES (25000, 'u', 'study', 1, '', 0, 3600, 0, 0)");
}

typedef struct
{
  const char *name;
  void (*run) (Fixture *f);
  double bound; /* of the ratio */
} Job;

static void
run_open (Fixture *f)
{
  g_clear_object (&f->store);
  f->store = way_store_open (f->path, NULL);
  g_assert_nonnull (f->store);
}

static void
run_open_unknown (Fixture *f)
{
  g_autofree char *note = g_strconcat (f->path, "-checked", NULL);

  g_clear_object (&f->store);
  g_unlink (note);
  f->store = way_store_open (f->path, NULL);
  g_assert_nonnull (f->store);
}

static void
run_commit (Fixture *f)
{
  act (f->store, "Move",
       "UPDATE block SET start_utc = start_utc + 60, end_utc = end_utc + 60 "
       "WHERE id = 25000");
}

static void
run_undo (Fixture *f)
{
  g_assert_true (way_store_undo (f->store, NULL, NULL));
}

/* Closing is not measured: it writes the log back into the file. */
static double
seconds_of (void (*run) (Fixture *f), Fixture *f)
{
  if (run == run_open || run == run_open_unknown)
    g_clear_object (&f->store);
  gint64 begin = g_get_monotonic_time ();
  run (f);
  return (double) (g_get_monotonic_time () - begin) / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static gboolean
compare (const Job *job, Fixture *big, Fixture *small)
{
  double a[N_RUNS], b[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      a[i] = seconds_of (job->run, big);
      b[i] = seconds_of (job->run, small);
    }
  qsort (a, N_RUNS, sizeof *a, compare_doubles);
  qsort (b, N_RUNS, sizeof *b, compare_doubles);
  double ratio = a[N_RUNS / 2] / b[N_RUNS / 2];
  printf ("%-28s %8.3f ms, empty %8.3f ms: %5.2f", job->name, a[N_RUNS / 2] * 1e3,
          b[N_RUNS / 2] * 1e3, ratio);
  if (job->bound > 0)
    printf (" (bound %.1f)", job->bound);
  printf ("\n");
  return job->bound == 0 || ratio <= job->bound;
}

static double
size_of (Fixture *f)
{
  struct stat info;

  g_clear_object (&f->store);
  g_assert_cmpint (stat (f->path, &info), ==, 0);
  run_open (f);
  return (double) info.st_size;
}

int
main (int argc, char **argv)
{
  /* Undo follows the commits that it takes back. */
  static const Job jobs[] = { { "open", run_open, 1.2 },
                              { "open and look through", run_open_unknown, 0 },
                              { "commit of one action", run_commit, 2 },
                              { "undo of one action", run_undo, 2 } };
  Fixture big, small;
  gboolean ok = TRUE;

  fixture_set_up (&big, NULL);
  fixture_set_up (&small, NULL);
  double empty = size_of (&small);
  gint64 begin = g_get_monotonic_time ();
  fill (big.store);
  printf ("filling: %.2f s\n", (double) (g_get_monotonic_time () - begin) / 1e6);
  make_empty (small.store);
  double full = size_of (&big);
  printf ("size: %.1f MiB, empty %.2f MiB: %.0f bytes for each block and busy event\n",
          full / 1048576, empty / 1048576, (full - empty) / (N_BLOCKS + N_EVENTS));
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    ok &= compare (&jobs[i], &big, &small);
  begin = g_get_monotonic_time ();
  run_undo (&big);
  printf ("undo of the import of %d events: %.2f s\n", N_EVENTS,
          (double) (g_get_monotonic_time () - begin) / 1e6);
  fixture_tear_down (&big, NULL);
  fixture_tear_down (&small, NULL);
  return ok ? 0 : 1;
}

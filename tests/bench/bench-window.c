/* The window with ten years of data: start-up to the first painted frame against an empty window in the same run,
 * switching of views, reload after a change, frames of the timeline, memory. It is its own children: each start is
 * a process. */
#include "config.h"

#include "app/application.h"
#include "app/window-private.h"
#include "core/roadmap/roadmap.h"
#include "core/store/statement.h"
#include "made-plan.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define N_BLOCKS 50000
#define N_BUSY   20000
#define N_STARTS 7
#define N_FRAMES 300

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static double
started_ms (void)
{
  return g_ascii_strtod (g_getenv ("WAYMARK_BENCH_START"), NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
part (GArray *values, double share)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, MIN (values->len - 1, (guint) (share * values->len)));
}

/* The children. */

static gboolean
quit (gpointer application)
{
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
on_first_frame (GdkFrameClock *clock, GApplication *application)
{
  printf ("%.1f\n", now_ms () - started_ms ());
  fflush (stdout);
  g_signal_handlers_disconnect_by_data (clock, application);
  g_idle_add (quit, application);
}

static void
watch_first_frame (GtkWidget *window, GApplication *application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_first_frame),
                    application);
}

static void
on_activate_empty (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 980, 680);
  gtk_window_present (GTK_WINDOW (window));
  watch_first_frame (window, application);
}

static void
on_activate_full (GApplication *application)
{
  watch_first_frame (GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application))),
                     application);
}

typedef struct
{
  double begin;
  GArray *times; /* of double, ms */
} Frames;

static void
on_before_paint (GdkFrameClock *clock, Frames *frames)
{
  frames->begin = now_ms ();
}

static void
on_after_paint (GdkFrameClock *clock, Frames *frames)
{
  double time = now_ms () - frames->begin;

  g_array_append_val (frames->times, time);
}

/* Until a frame more is painted. */
static void
paint (GtkWidget *window, Frames *frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n = frames->times->len;

  gtk_widget_queue_draw (window);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (frames->times->len == n)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_by_css_name (GtkWidget *widget, const char *name)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_css_name (child, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* From the action to the end of the frame that shows it. */
static double
time_view (GtkWidget *window, const char *view, Frames *frames)
{
  double begin = now_ms ();

  gtk_widget_activate_action (window, "win.view", "s", view);
  paint (window, frames);
  return now_ms () - begin;
}

static double
time_reload (GtkWidget *window, Frames *frames)
{
  WayStore *store = way_window_get_store (WAY_WINDOW (window));
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, NULL);
  const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, 0);
  double begin = now_ms ();

  way_roadmap_set_done (store, point->checklist, point->id, PLAN_START, PLAN_NOW, NULL);
  paint (window, frames);
  return now_ms () - begin;
}

static double
peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *at;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  at = strstr (status, "VmHWM:");
  return at != NULL ? g_ascii_strtod (at + 6, NULL) / 1024 : 0;
}

static void
time_timeline (GtkWidget *window, Frames *frames)
{
  static const char *const steps[] = { "timeline.zoom-in", "timeline.zoom-in", "timeline.today",
                                       "timeline.zoom-out", "timeline.zoom-out" };
  GtkWidget *timeline = find_by_css_name (window, "timeline");

  g_array_set_size (frames->times, 0);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_widget_activate_action (timeline, steps[i % G_N_ELEMENTS (steps)], NULL);
      paint (window, frames);
    }
  double p95 = part (frames->times, 0.95), p99 = part (frames->times, 0.99);
  printf ("timeline %.1f %.1f\n", p95, p99);
}

static gboolean
work (gpointer application)
{
  static const char *const views[] = { "roadmap", "schedule", "skills", "library", "today" };
  GtkWidget *window =
      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Frames frames = { .times = g_array_new (FALSE, FALSE, sizeof (double)) };

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frames);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      double first = time_view (window, views[i], &frames);
      double reload = time_reload (window, &frames);
      gtk_widget_activate_action (window, "win.undo", NULL);
      paint (window, &frames);
      gtk_widget_activate_action (window, "win.view", "s", "offers");
      paint (window, &frames);
      printf ("%s %.1f %.1f %.1f\n", views[i], first, time_view (window, views[i], &frames),
              reload);
    }
  time_view (window, "roadmap", &frames);
  time_timeline (window, &frames);
  printf ("memory %.1f\n", peak_mb ());
  g_array_unref (frames.times);
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
on_activate_work (GApplication *application)
{
  g_timeout_add (300, work, application);
}

static int
run_child (const char *mode, const char *database)
{
  char *argv[] = { (char *) "waymark", (char *) "--database", (char *) database, NULL };
  gboolean empty = g_str_equal (mode, "empty");
  GApplication *application =
      empty ? G_APPLICATION (adw_application_new (APP_ID, G_APPLICATION_NON_UNIQUE))
            : G_APPLICATION (way_application_new ());

  g_signal_connect_after (application, "activate",
                          empty                        ? G_CALLBACK (on_activate_empty)
                          : g_str_equal (mode, "full") ? G_CALLBACK (on_activate_full)
                                                       : G_CALLBACK (on_activate_work),
                          NULL);
  int code = g_application_run (application, empty ? 1 : 3, argv);
  g_object_unref (application);
  return code;
}

/* The parent. */

static void
run_sql (WayStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  way_statement_run (s, &error, "");
  g_assert_no_error (error);
}

/* Blocks of ten years, 14 a day, and as many busy times as a full calendar has. */
static void
fill (const char *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = way_store_open (database, &error);

  g_assert_no_error (error);
  make_plan (store, "3-5");
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
  g_autofree char *begin = g_strdup_printf ("%.3f", now_ms ());
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

static gboolean
within (const char *what, double value, double bound, const char *unit)
{
  printf ("%-44s %7.1f %s (bound %.0f)%s\n", what, value, unit, bound,
          value <= bound ? "" : ", MISSED");
  return value <= bound;
}

static gboolean
compare_starts (const char *program, const char *database)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) fulls = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_STARTS + 1; i++)
    {
      g_autofree char *empty = start (program, "empty", database);
      g_autofree char *full = start (program, "full", database);
      double e = g_ascii_strtod (empty, NULL), f = g_ascii_strtod (full, NULL), ratio = f / e;
      if (i == 0)
        continue; /* the first ones read from the disk */
      g_array_append_val (ratios, ratio);
      g_array_append_val (fulls, f);
    }
  double ratio = part (ratios, 0.5);
  printf ("%-44s %7.1f ms, an empty window %.1f ms: ratio %.2f (bound 1.5)%s\n", "first frame",
          part (fulls, 0.5), part (fulls, 0.5) / ratio, ratio, ratio <= 1.5 ? "" : ", MISSED");
  return ratio <= 1.5;
}

static gboolean
check_work (const char *program, const char *database)
{
  g_autofree char *out = start (program, "work", database);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  gboolean ok = TRUE;

  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", -1);
      double a = g_ascii_strtod (words[1], NULL);
      double b = words[2] != NULL ? g_ascii_strtod (words[2], NULL) : 0;
      g_autofree char *what = g_strdup_printf ("%s, the first time", words[0]);
      if (g_str_equal (words[0], "memory"))
        ok = within ("peak memory", a, 60, "MB") && ok;
      else if (g_str_equal (words[0], "timeline"))
        {
          ok = within ("frames of the timeline, 95 of 100", a, 8, "ms") && ok;
          ok = within ("frames of the timeline, 99 of 100", b, 16, "ms") && ok;
        }
      else
        {
          ok = within (what, a, 100, "ms") && ok;
          ok = within (words[0], b, 100, "ms") && ok;
          printf ("%-44s %7.1f ms\n", "  reload after a change", g_ascii_strtod (words[3], NULL));
        }
    }
  return ok;
}

int
main (int argc, char **argv)
{
  if (argc == 3)
    return run_child (argv[1], argv[2]);
  g_autofree char *folder = g_dir_make_tmp ("waymark-bench-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "waymark.db", NULL);

  fill (database);
  gboolean ok = compare_starts (argv[0], database);
  ok = check_work (argv[0], database) && ok;
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

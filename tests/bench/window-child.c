#include "config.h"

#include "window-child.h"

#include "app/application.h"
#include "app/offers/score-cell.h"
#include "app/window-private.h"
#include "core/roadmap/roadmap.h"
#include "made-plan.h"

#include <stdio.h>

#define N_FRAMES 300
#define N_STEPS  40

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static void
report (const char *what, double value, double bound, const char *unit)
{
  printf ("%s\t%.2f\t%.0f\t%s\n", what, value, bound, unit);
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

static gboolean
quit (gpointer application)
{
  g_application_quit (application);
  return G_SOURCE_REMOVE;
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

/* Starts. */

static GtkWidget *
get_window (GApplication *application)
{
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

typedef struct
{
  GApplication *application;
  gboolean first_only; /* for a profiler */
  gboolean painted;
} Start;

static gboolean
is_ready (GtkWidget *window)
{
  GtkWidget *card = find_by_css_name (window, "nowcard");

  return !WAY_IS_WINDOW (window) || (card != NULL && gtk_widget_get_mapped (card));
}

static void
on_frame (GdkFrameClock *clock, Start *start)
{
  double ms = now_ms () - g_ascii_strtod (g_getenv ("WAYMARK_BENCH_START"), NULL);

  if (!start->painted)
    printf ("%.1f ", ms);
  start->painted = TRUE;
  if (!start->first_only && !is_ready (get_window (start->application)))
    return;
  printf ("%.1f\n", ms);
  g_signal_handlers_disconnect_by_data (clock, start);
  g_idle_add (quit, start->application);
}

static void
watch_start (GApplication *application, gboolean first_only)
{
  Start *start = g_new0 (Start, 1);

  start->application = application;
  start->first_only = first_only;
  g_object_set_data_full (G_OBJECT (application), "start", start, g_free);
  g_signal_connect (gtk_widget_get_frame_clock (get_window (application)), "after-paint",
                    G_CALLBACK (on_frame), start);
}

static void
show_empty (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 980, 680);
  gtk_window_present (GTK_WINDOW (window));
}

/* Memory, in megabytes. */

static double
read_memory (const char *path, const char *field)
{
  g_autofree char *text = NULL;
  const char *at;

  g_file_get_contents (path, &text, NULL, NULL);
  at = text != NULL ? strstr (text, field) : NULL;
  return at != NULL ? g_ascii_strtod (at + strlen (field), NULL) / 1024 : 0;
}

static void
report_memory (const char *peak, double bound, const char *own)
{
  report (peak, read_memory ("/proc/self/status", "VmHWM:"), bound, "MB");
  report (own, read_memory ("/proc/self/smaps_rollup", "\nPss:"), 0, "MB");
}

/* Frames. */

typedef struct
{
  GtkWidget *window;
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

/* Until a frame more is painted, with what has changed. */
static void
paint_changes (Frames *frames)
{
  guint n = frames->times->len;

  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (frames->window),
                                 GDK_FRAME_CLOCK_PHASE_PAINT);
  while (frames->times->len == n)
    g_main_context_iteration (NULL, TRUE);
}

/* The same, all of it. */
static void
paint (Frames *frames)
{
  gtk_widget_queue_draw (frames->window);
  paint_changes (frames);
}

static void
report_frames (const char *what, Frames *frames)
{
  g_autofree char *most = g_strdup_printf ("frames of %s, 95 of 100", what);
  g_autofree char *nearly_all = g_strdup_printf ("frames of %s, 99 of 100", what);

  report (most, part (frames->times, 0.95), 8, "ms");
  report (nearly_all, part (frames->times, 0.99), 16, "ms");
}

/* What a wheel or a touchpad does over @widget. */
static void
scroll (GtkWidget *widget, double dx, double dy)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) it = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_SCROLL (it))
        g_signal_emit_by_name (it, "scroll", dx, dy, &done);
    }
  g_assert_true (done);
}

static void
time_timeline (Frames *frames)
{
  static const char *const steps[] = { "zoom-in", "zoom-in", "today",    "",
                                       "",        "",        "zoom-out", "zoom-out" };
  GtkWidget *timeline = find_by_css_name (frames->window, "timeline");

  g_array_set_size (frames->times, 0);
  for (int i = 0; i < N_FRAMES; i++)
    {
      const char *step = steps[i % G_N_ELEMENTS (steps)];
      g_autofree char *action = g_strconcat ("timeline.", step, NULL);
      if (*step == '\0')
        scroll (timeline, 1, 0);
      else
        gtk_widget_activate_action (timeline, action, NULL);
      paint (frames);
    }
  report_frames ("the timeline", frames);
}

/* Up and down the day by a few hours, with every now and then another zoom. */
static void
time_week (Frames *frames)
{
  GtkWidget *grid = find_by_css_name (frames->window, "daygrid");
  GtkWidget *scroller = gtk_widget_get_ancestor (grid, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_array_set_size (frames->times, 0);
  for (int i = 0; i < N_FRAMES; i++)
    {
      if (i % 6 == 0)
        gtk_widget_activate_action (grid, i % 12 == 0 ? "grid.zoom-in" : "grid.zoom-out", NULL);
      else
        gtk_adjustment_set_value (position,
                                  gtk_adjustment_get_value (position) + (i % 60 < 30 ? 40 : -40));
      paint (frames);
    }
  report_frames ("the week", frames);
}

/* From the action to the end of the frame that shows it. */
static double
time_action (Frames *frames, const char *view, const char *action, const char *target)
{
  GtkWidget *widget = find_by_css_name (frames->window, view);
  double begin = now_ms ();

  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (widget, action, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  paint (frames);
  return now_ms () - begin;
}

static void
time_steps (Frames *frames, const char *what, const char *view)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_STEPS; i++)
    {
      double time =
          time_action (frames, view, i % 10 < 7 ? "schedule.next" : "schedule.previous", NULL);
      g_array_append_val (times, time);
    }
  report (what, part (times, 0.95), 100, "ms");
}

static double
time_view (Frames *frames, const char *view)
{
  return time_action (frames, "window", "win.view", view);
}

static double
time_reload (Frames *frames)
{
  WayStore *store = way_window_get_store (WAY_WINDOW (frames->window));
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, NULL);
  const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, 0);
  double begin = now_ms ();

  way_roadmap_set_done (store, point->checklist, point->id, PLAN_START, PLAN_NOW, NULL);
  paint (frames);
  return now_ms () - begin;
}

static void
time_views (Frames *frames)
{
  static const char *const views[] = {
    "roadmap", "schedule", "skills", "offers", "library", "today"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *first = g_strdup_printf ("%s, the first time", views[i]);
      report (first, time_view (frames, views[i]), 100, "ms");
      double reload = time_reload (frames);
      gtk_widget_activate_action (frames->window, "win.undo", NULL);
      paint (frames);
      time_view (frames, i == 0 ? "today" : views[i - 1]);
      report (views[i], time_view (frames, views[i]), 100, "ms");
      report ("  reload after a change", reload, 0, "ms");
    }
}

/* The work of a key in a weight: what the comparison comes to with it, and the frame that shows it. Not the wait for that
 * frame. */
static void
time_weight (Frames *frames)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  time_view (frames, "offers");
  GtkWidget *weight = gtk_widget_get_next_sibling (find_by_css_name (frames->window, "scorecell"));
  way_score_cell_edit (WAY_SCORE_CELL (weight), "1");
  GtkWidget *entry = gtk_widget_get_first_child (weight);
  for (int i = 0; i < N_STEPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", 10 + i);
      double begin = now_ms ();
      gtk_editable_set_text (GTK_EDITABLE (entry), text);
      double time = now_ms () - begin;
      paint_changes (frames);
      time += g_array_index (frames->times, double, frames->times->len - 1);
      g_array_append_val (times, time);
    }
  way_score_cell_cancel (WAY_SCORE_CELL (weight));
  report ("a key in a weight, 95 of 100", part (times, 0.95), 16, "ms");
  report ("  the middle of them", part (times, 0.5), 0, "ms");
}

static void
time_schedule (Frames *frames)
{
  time_view (frames, "schedule");
  time_week (frames);
  time_steps (frames, "a step of the week, 95 of 100", "daygrid");
  report ("month, the first time", time_action (frames, "daygrid", "schedule.mode", "month"), 100,
          "ms");
  time_steps (frames, "a step of the month, 95 of 100", "monthview");
  report ("agenda, the first time", time_action (frames, "daygrid", "schedule.mode", "agenda"), 100,
          "ms");
  report ("week", time_action (frames, "daygrid", "schedule.mode", "week"), 100, "ms");
}

/* Down the matrix and up again, by a little more than a row. */
static void
time_matrix (Frames *frames)
{
  GtkWidget *row = find_by_css_name (frames->window, "skillrow");
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_array_set_size (frames->times, 0);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (position,
                                gtk_adjustment_get_value (position) + (i % 200 < 150 ? 60 : -90));
      paint (frames);
    }
  report_frames ("the matrix", frames);
}

static void
time_skills (Frames *frames)
{
  time_view (frames, "skills");
  time_matrix (frames);
  report ("gaps, the first time", time_action (frames, "skillheader", "skills.mode", "gaps"), 100,
          "ms");
  report ("history, the first time", time_action (frames, "skillheader", "skills.mode", "history"),
          100, "ms");
  report ("matrix", time_action (frames, "skillheader", "skills.mode", "matrix"), 100, "ms");
}

static gboolean
work (gpointer application)
{
  if (!is_ready (get_window (application)))
    return G_SOURCE_CONTINUE;
  Frames frames = { get_window (application), 0, g_array_new (FALSE, FALSE, sizeof (double)) };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (frames.window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frames);
  time_views (&frames);
  time_weight (&frames);
  time_view (&frames, "roadmap");
  time_timeline (&frames);
  time_schedule (&frames);
  time_skills (&frames);
  report_memory ("peak memory", 60, "  less what is shared, at the end");
  g_array_unref (frames.times);
  quit (application);
  return G_SOURCE_REMOVE;
}

static gboolean
tell_empty_memory (gpointer application)
{
  report_memory ("  an empty window: peak memory", 0, "  less what is shared");
  return quit (application);
}

static void
on_activate (GApplication *application, const char *mode)
{
  if (g_str_has_prefix (mode, "empty"))
    show_empty (application);
  if (g_str_equal (mode, "work"))
    g_timeout_add (300, work, application);
  else if (g_str_equal (mode, "empty-memory"))
    g_timeout_add (300, tell_empty_memory, application);
  else
    watch_start (application, g_str_equal (mode, "first"));
}

int
bench_window_child (const char *mode, const char *database)
{
  char *argv[] = { (char *) "waymark", (char *) "--database", (char *) database, NULL };
  gboolean empty = g_str_has_prefix (mode, "empty");
  g_autoptr (GApplication) application =
      empty ? G_APPLICATION (adw_application_new (APP_ID, G_APPLICATION_NON_UNIQUE))
            : G_APPLICATION (way_application_new ());

  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), (gpointer) mode);
  return g_application_run (application, empty ? 1 : 3, argv);
}

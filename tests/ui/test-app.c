/* The application in this process: what it makes, it also frees. Pictures and behaviour are tested from
 * outside; this is what the leak checker sees. */
#include "config.h"

#include "app/application.h"
#include "app/window.h"
#include "made-plan.h"

static char *database;

static void
count_frame (GdkFrameClock *clock, int *frames)
{
  (*frames)++;
}

/* Runs the main loop until @widget has painted some frames. */
static void
paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  int frames = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame), &frames);

  while (frames < 3)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, id);
}

/* The last one ends the program. */
static void
destroy_windows (void)
{
  GList *windows = gtk_window_list_toplevels ();

  for (GList *it = windows; it != NULL; it = it->next)
    gtk_window_destroy (it->data);
  g_list_free (windows);
}

static gboolean
visit (gpointer application)
{
  static const char *const views[] = {
    "today", "roadmap", "schedule", "skills", "offers", "library"
  };
  GtkWindow *window = gtk_application_get_active_window (application);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", views[i]);
      paint (GTK_WIDGET (window));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-plan", NULL);
  paint (GTK_WIDGET (window));
  destroy_windows ();
  return G_SOURCE_REMOVE;
}

static void
on_activate (GApplication *application)
{
  g_idle_add (visit, application);
}

static void
test_all_views (void)
{
  char *argv[] = { (char *) "waymark", (char *) "--database", database, NULL };
  WayApplication *application = way_application_new ();

  g_autoptr (GError) error = NULL;
  WayStore *store = way_store_open (database, &error);

  g_assert_no_error (error);
  make_plan (store, "3-5");
  g_object_unref (store);
  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 3, argv), ==, 0);
  g_assert_finalize_object (application);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-app-XXXXXX", NULL);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  database = g_build_filename (folder, "waymark.db", NULL);
  g_test_add_func ("/app/every-view-is-freed", test_all_views);
  return g_test_run ();
}

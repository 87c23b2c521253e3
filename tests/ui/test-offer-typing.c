/* What a key in a weight shows: at once what is in sight, and all else as soon as the typing pauses. */
#include "app/offers/offers-view.h"
#include "app/offers/score-cell.h"
#include "app/widgets/sight.h"
#include "made-offers.h"
#include "paint.h"

#define N_OFFERS 10

static void
find_all (GtkWidget *widget, const char *css_name, GPtrArray *found)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), css_name))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, css_name, found);
}

/* The label with the total of an offer. */
static const char *
total_of (GtkWidget *head)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  find_all (head, "label", labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (labels->pdata[i], "title-3"))
      return gtk_label_get_text (labels->pdata[i]);
  g_assert_not_reached ();
}

static gboolean
set (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Far longer than a pause between two keys. */
static void
pause_typing (void)
{
  gboolean passed = FALSE;

  g_timeout_add (600, set, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_typing (GtkWidget *window)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  paint (window);
  find_all (window, "offerhead", heads);
  find_all (window, "scorecell", cells);
  g_assert_cmpuint (heads->len, ==, N_OFFERS);
  GtkWidget *first = heads->pdata[0], *last = heads->pdata[N_OFFERS - 1];
  g_assert_true (way_sight_has (first, GTK_ORIENTATION_HORIZONTAL));
  g_assert_true (way_sight_has (first, GTK_ORIENTATION_VERTICAL));
  g_assert_false (way_sight_has (last, GTK_ORIENTATION_HORIZONTAL));
  g_autofree char *first_total = g_strdup (total_of (first));
  g_autofree char *last_total = g_strdup (total_of (last));

  way_score_cell_edit (cells->pdata[1], "900");
  g_assert_cmpstr (total_of (first), !=, first_total);
  g_assert_cmpstr (total_of (last), ==, last_total);
  pause_typing ();
  g_assert_cmpstr (total_of (last), !=, last_total);

  way_score_cell_cancel (cells->pdata[1]);
  g_signal_emit_by_name (cells->pdata[1], "reverted");
  g_assert_cmpstr (total_of (first), ==, first_total);
  g_assert_cmpstr (total_of (last), ==, last_total);
}

static void
on_activate (GtkApplication *application, WayStore *store)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *view = g_object_new (WAY_TYPE_OFFERS_VIEW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 760, 560);
  gtk_window_set_child (GTK_WINDOW (window), view);
  way_offers_view_set_store (WAY_OFFERS_VIEW (view), store);
  gtk_window_present (GTK_WINDOW (window));
  test_typing (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sight (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-typing-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "waymark.db", NULL);
  WayStore *store = way_store_open (path, &error);
  GtkApplication *application =
      gtk_application_new ("io.github.waymark.Typing", G_APPLICATION_NON_UNIQUE);

  g_assert_no_error (error);
  make_offers (store, N_OFFERS, 15);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), store);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_finalize_object (application);
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/offers/what-is-in-sight-comes-first", test_sight);
  return g_test_run ();
}

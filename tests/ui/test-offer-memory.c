/* The dialogs of scorecards in this process: what they make, they also free. */
#include "app/offers/amount-row.h"
#include "app/offers/criterion-dialog.h"
#include "app/offers/decision-dialog.h"
#include "app/offers/needs-dialog.h"
#include "app/offers/offer-dialog.h"
#include "app/offers/report-dialog.h"
#include "app/offers/report-paper.h"
#include "app/offers/scorecard-dialog.h"
#include "app/offers/swing-dialog.h"
#include "app/widgets/form-list.h"
#include "offer-sample.h"
#include "paint.h"

static char *database;

/* Types in every amount, adds to every list and turns every switch that is there for a person. */
static void
touch_all (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (WAY_IS_AMOUNT_ROW (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), "12");
  if (GTK_IS_SWITCH (widget))
    gtk_switch_set_active (GTK_SWITCH (widget), !gtk_switch_get_active (GTK_SWITCH (widget)));
  if (WAY_IS_FORM_LIST (widget))
    g_signal_emit_by_name (widget, "add");
  if (ADW_IS_COMBO_ROW (widget))
    adw_combo_row_set_selected (ADW_COMBO_ROW (widget), 1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    touch_all (child);
}

/* @dialog: %NULL with @error fails the test. */
static void
visit (GtkWindow *window, GtkWidget *dialog, const GError *error)
{
  g_assert_no_error (error);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  gtk_window_present (GTK_WINDOW (dialog));
  paint (dialog);
  touch_all (dialog);
  paint (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_activate (GtkApplication *application, WayStore *store)
{
  GtkWindow *window = GTK_WINDOW (gtk_application_window_new (application));
  const gint64 card = SAMPLE_CARD;
  GError *error = NULL;

  gtk_window_present (window);
  visit (window, way_scorecard_dialog_new (store, 0, &error), error);
  visit (window, way_scorecard_dialog_new (store, card, &error), error);
  visit (window, way_offer_dialog_new (store, card, 0, &error), error);
  visit (window, way_offer_dialog_new (store, card, 1, &error), error);
  visit (window, way_criterion_dialog_new (store, card, 0, &error), error);
  visit (window, way_criterion_dialog_new (store, card, 1, &error), error);
  visit (window, way_swing_dialog_new (store, card, &error), error);
  visit (window, way_needs_dialog_new (store, card, 1, &error), error);
  visit (window, way_decision_dialog_new (store, card, &error), error);
  visit (window, way_report_dialog_new (store, card, &error), error);
  gtk_window_destroy (window);
}

static void
test_dialogs (void)
{
  g_autoptr (GError) error = NULL;
  WayStore *store = way_store_open (database, &error);
  GtkApplication *application =
      gtk_application_new ("io.github.waymark.Dialogs", G_APPLICATION_NON_UNIQUE);

  g_assert_no_error (error);
  make_sample (store);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), store);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_finalize_object (application);
  g_assert_finalize_object (store);
}

static void
test_what_is_gone (void)
{
  GtkWidget *(*const parts[]) (WayStore *, gint64, gint64, GError **) = { way_offer_dialog_new,
                                                                          way_criterion_dialog_new,
                                                                          way_needs_dialog_new };
  GtkWidget *(*const cards[]) (WayStore *, gint64,
                               GError **) = { way_scorecard_dialog_new, way_swing_dialog_new,
                                              way_decision_dialog_new, way_report_dialog_new };
  g_autoptr (WayStore) store = way_store_open (database, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (parts[i](store, SAMPLE_CARD, 99, &error));
      g_assert_nonnull (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (cards[i](store, 99, &error));
      g_assert_nonnull (error);
    }
}

static void
test_paper (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (database, ".pdf", NULL);
  g_autoptr (WayStore) store = way_store_open (database, NULL);
  g_autoptr (WayScorecard) card = way_scorecard_load (store, SAMPLE_CARD, NULL);
  g_autoptr (WayComparison) comparison = way_compare (card, 100);

  way_report_paper_write (card, comparison, WAY_REPORT_NAMES | WAY_REPORT_PAY | WAY_REPORT_NOTES,
                          20000, path, &error);
  g_assert_no_error (error);
  g_assert_false (way_report_paper_write (card, comparison, WAY_REPORT_BARE, 20000,
                                          "/nonexistent/report.pdf", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-offers-XXXXXX", NULL);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  database = g_build_filename (folder, "waymark.db", NULL);
  g_test_add_func ("/app/offers/every-dialog-is-freed", test_dialogs);
  g_test_add_func ("/app/offers/what-is-gone-is-said", test_what_is_gone);
  g_test_add_func ("/app/offers/paper-is-freed", test_paper);
  return g_test_run ();
}

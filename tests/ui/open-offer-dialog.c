/* open-offer-dialog DATABASE DIALOG [SCORECARD [THING]]: a dialog of the offers on a window that has nothing else but the
 * word of what became of it. DIALOG "sample" fills the database instead; "paper" writes the
 * report FLAGS of SCORECARD to FILE. */
#include "app/offers/criterion-dialog.h"
#include "app/offers/decision-dialog.h"
#include "app/offers/needs-dialog.h"
#include "app/offers/offer-dialog.h"
#include "app/offers/report-dialog.h"
#include "app/offers/report-paper.h"
#include "app/offers/scorecard-dialog.h"
#include "app/offers/swing-dialog.h"
#include "core/base/locale.h"
#include "offer-sample.h"

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>

static char **words;
static int n_words;
static int code;

static int
write_paper (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  WayDate today;

  adw_init ();
  g_autoptr (WayScorecard) card =
      way_scorecard_load (store, g_ascii_strtoll (words[3], NULL, 10), &error);
  check (card != NULL && way_date_parse ("2027-01-18", 0, &today, &error), error);
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  if (way_report_paper_write (card, comparison, (WayReportFlags) atoi (words[4]), today, words[5],
                              &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}

static void
on_tell (GSimpleAction *action, GVariant *parameter, gpointer label)
{
  gtk_label_set_text (label, g_variant_get_string (parameter, NULL));
}

static GtkWidget *
make_dialog (WayStore *store, GError **error)
{
  gint64 card = n_words > 3 ? g_ascii_strtoll (words[3], NULL, 10) : 0;
  gint64 thing = n_words > 4 ? g_ascii_strtoll (words[4], NULL, 10) : 0;

  if (g_str_equal (words[2], "scorecard"))
    return way_scorecard_dialog_new (store, card, error);
  if (g_str_equal (words[2], "offer"))
    return way_offer_dialog_new (store, card, thing, error);
  if (g_str_equal (words[2], "criterion"))
    return way_criterion_dialog_new (store, card, thing, error);
  if (g_str_equal (words[2], "swing"))
    return way_swing_dialog_new (store, card, error);
  if (g_str_equal (words[2], "needs"))
    return way_needs_dialog_new (store, card, thing, error);
  if (g_str_equal (words[2], "decision"))
    return way_decision_dialog_new (store, card, error);
  if (g_str_equal (words[2], "report"))
    return way_report_dialog_new (store, card, error);
  g_error ("There is no dialog “%s”.", words[2]);
}

static void
on_activate (GtkApplication *application, WayStore *store)
{
  static const GActionEntry entries[] = {
    { "show-undo", on_tell, "s", NULL, NULL, { 0 } },
    { "show-message", on_tell, "s", NULL, NULL, { 0 } },
  };
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *label = gtk_label_new ("Nothing yet");
  g_autoptr (GError) error = NULL;

  gtk_window_set_title (GTK_WINDOW (window), "Offers");
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 200);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), label);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), label);
  gtk_window_present (GTK_WINDOW (window));
  GtkWidget *dialog = make_dialog (store, &error);
  if (dialog == NULL)
    {
      g_printerr ("%s\n", error->message);
      code = EXIT_FAILURE;
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = argc > 1 ? g_path_get_dirname (argv[1]) : NULL;

  way_locale_init ();
  if (argc < 3)
    g_error ("open-offer-dialog DATABASE DIALOG [SCORECARD [THING]]");
  words = argv;
  n_words = argc;
  g_mkdir_with_parents (folder, 0700);
  g_autoptr (WayStore) store = way_store_open (argv[1], &error);
  check (store != NULL, error);
  if (g_str_equal (argv[2], "sample"))
    {
      make_sample (store);
      return EXIT_SUCCESS;
    }
  if (g_str_equal (argv[2], "paper"))
    return write_paper (store);
  g_autoptr (AdwApplication) application = g_object_new (
      ADW_TYPE_APPLICATION, "application-id", "io.github.waymark.Waymark", "flags",
      G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/waymark/Waymark", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), store);
  g_application_run (G_APPLICATION (application), 0, NULL);
  return code;
}

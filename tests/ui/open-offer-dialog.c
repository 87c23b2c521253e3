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
#include "core/offers/card-change.h"

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>

#define NOW 1800000000

static char **words;
static int n_words;
static int code;

static void
check (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
set (char **to, const char *text)
{
  g_free (*to);
  *to = g_strdup (text);
}

static WayOffer *
make_globex (void)
{
  WayOffer *offer = way_offer_new ("EUR");
  WaySignOnRow sign_on = { .year = 1, .amount = 10000, .clawback_months = 24, .prorated = TRUE };
  WayGrantRow *grant = way_grant_row_new ();

  set (&offer->company, "Globex");
  set (&offer->role, "Staff Engineer");
  set (&offer->place, "Berlin");
  offer->state = WAY_OFFER_OFFERED;
  offer->base = 85000;
  offer->bonus_percent = 10;
  offer->payout_low = 80;
  offer->payout_middle = 100;
  offer->payout_high = 120;
  offer->allowance = 1200;
  offer->pension_percent = 4;
  offer->commute_cost = 600;
  offer->commute_hours = 220;
  g_ptr_array_add (offer->sign_on, g_memdup2 (&sign_on, sizeof sign_on));
  grant->low = 30000;
  grant->middle = 60000;
  grant->high = 90000;
  grant->discount_percent = 20;
  g_ptr_array_add (offer->grants, grant);
  return offer;
}

static WayOffer *
make_initech (void)
{
  WayOffer *offer = way_offer_new ("EUR");

  set (&offer->company, "Initech");
  set (&offer->role, "Lead Developer");
  offer->state = WAY_OFFER_OFFERED;
  offer->base = 98000;
  offer->bonus_amount = 0;
  offer->no_sign_on = offer->no_equity = TRUE;
  offer->allowance = offer->pension_amount = offer->commute_cost = 0;
  offer->commute_hours = 0;
  return offer;
}

static void
add_offer (WayStore *store, gint64 card, WayOffer *offer, const double *scores)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  check (way_offer_add (store, card, offer, NOW, &id, &error), error);
  way_offer_free (offer);
  g_autoptr (WayScorecard) loaded = way_scorecard_load (store, card, &error);
  for (guint i = 0, typed = 0; scores != NULL && i < loaded->criteria->len; i++)
    {
      const WayCriterionRow *it = g_ptr_array_index (loaded->criteria, i);
      if (it->measure != WAY_MEASURE_TYPED)
        continue;
      WayRange score = { scores[typed], scores[typed] };
      typed++;
      if (score.low > 0)
        check (way_offer_set_score (store, id, it->id, score, NULL, NOW, &error), error);
    }
}

static void
make_sample (WayStore *store)
{
  const double globex[] = { 3, 4, 3, 4, 3, 2, 3 }, initech[] = { 4, 4, 4, 3, 4, 4, 4 };
  g_autoptr (GError) error = NULL;
  gint64 card;

  check (way_scorecard_add (store, "Spring 2027", "EUR", "engineering-job", 0, NOW, &card, &error),
         error);
  add_offer (store, card, make_globex (), globex);
  add_offer (store, card, make_initech (), initech);
  WayOffer *hooli = way_offer_new ("USD");
  set (&hooli->company, "Hooli");
  hooli->state = WAY_OFFER_INTERVIEWING;
  add_offer (store, card, hooli, NULL);
}

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

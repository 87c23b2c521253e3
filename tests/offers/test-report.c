#include "card-case.h"
#include "core/offers/report-model.h"
#include "core/offers/report.h"

#include <string.h>

#define DAY way_date_from_ymd (2027, 1, 15)

typedef char *(*Form) (const WayScorecard *, const WayComparison *, WayReportFlags, WayDate);

static const Form forms[] = { way_report_markdown, way_report_csv, way_report_html };

static char *
report (const WayScorecard *card, Form form, WayReportFlags flags)
{
  g_autoptr (WayComparison) comparison = way_compare (card, 500);

  return form (card, comparison, flags, DAY);
}

/* All forms below one another, but for the style sheet. */
static char *
report_all (const WayScorecard *card, WayReportFlags flags)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = report (card, forms[i], flags);
      const char *body = strstr (text, "</style>");
      g_string_append (all, body != NULL ? body : text);
    }
  return g_string_free (all, FALSE);
}

static void
assert_has (const char *text, const char *part, gboolean expected)
{
  if ((strstr (text, part) != NULL) != expected)
    g_error ("“%s” is %s in: %s", part, expected ? "not" : "", text);
}

static void
decide (WayScorecard *card, gint64 offer_id)
{
  card->decision = g_new0 (WayDecision, 1);
  card->decision->offer_id = offer_id;
  card->decision->date = DAY;
  card->decision->reason = g_strdup ("secret reason");
  card->decision->expectations = g_strdup ("secret expectation");
  card->decision->look_backs = g_ptr_array_new ();
}

/* Everything that is private in it says so; amounts have five digits and more. */
static void
fill (WayOffer *offer, GRand *random, guint i)
{
  g_autofree char *company = g_strdup_printf ("secret company %u", i);

  put (&offer->company, company);
  put (&offer->role, "secret role");
  put (&offer->place, "secret place");
  put (&offer->note, "secret note");
  put (&offer->score_notes[0], "secret score note");
  pays (offer, g_rand_int_range (random, 10000, 1000000));
  offer->bonus_amount = g_rand_int_range (random, 10000, 1000000);
  offer->commute_cost = g_rand_int_range (random, 10000, 1000000);
  offer->id = i + 1;
}

static WayScorecard *
random_card (GRand *random, gboolean money)
{
  WayScorecard *card = way_scorecard_new ("Winter", "EUR");
  guint n = (guint) g_rand_int_range (random, 1, 5),
        n_offers = (guint) g_rand_int_range (random, 0, 5);

  for (guint c = 0; c < n; c++)
    {
      WayCriterionRow *criterion =
          card_criterion (card, "Open", g_rand_int_range (random, 1, 50), WAY_MEASURE_TYPED);
      put (&criterion->note, "secret criterion note");
      if (g_rand_boolean (random))
        criterion->must_at_least = g_rand_int_range (random, 1, 5);
    }
  if (money)
    {
      WayCriterionRow *pay = card_criterion (card, "secret pay", 10, WAY_MEASURE_YEARLY);
      pay->must_at_least = g_rand_int_range (random, 10000, 1000000);
      WayCriterionRow *typed = card_criterion (card, "secret base", 10, WAY_MEASURE_TYPED);
      put (&typed->unit, g_rand_boolean (random) ? "EUR a year" : "k€");
      typed->scale = (WayRange) { 10000, 1000000 };
    }
  for (guint i = 0; i < n_offers; i++)
    {
      double scores[8];
      for (guint c = 0; c < card->criteria->len; c++)
        scores[c] = g_rand_int_range (random, 0, 4) == 0 ? NAN : g_rand_int_range (random, 1, 6);
      if (money)
        scores[card->criteria->len - 1] = g_rand_int_range (random, 10000, 1000000);
      WayOffer *offer = card_offer (card, "", scores);
      fill (offer, random, i);
      offer->state = (WayOfferState) g_rand_int_range (random, 0, WAY_OFFER_N_STATES);
    }
  if (g_rand_boolean (random))
    decide (card, g_rand_int_range (random, 0, (gint32) n_offers + 1));
  return card;
}

static void
assert_no_amount (guint32 seed, const char *text)
{
  g_autoptr (GRegex) amounts = g_regex_new ("[0-9]{5,}", 0, 0, NULL);
  g_autoptr (GMatchInfo) found = NULL;

  if (!g_regex_match (amounts, text, 0, &found))
    return;
  g_autofree char *amount = g_match_info_fetch (found, 0);
  g_error ("seed %u: %s in %s", seed, amount, text);
}

static void
test_nothing_private_is_told_unless_asked_for (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (WayScorecard) card = random_card (random, i % 2 == 0);
      g_autofree char *text = report_all (card, WAY_REPORT_BARE);
      if (strstr (text, "secret") != NULL)
        g_error ("seed %u: %s", seed, text);
      assert_no_amount (seed, text);
    }
}

/* Other names, notes and pay, and not a byte of the report differs. */
static void
test_what_is_not_told_leaves_no_trace (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (WayScorecard) card = random_card (random, FALSE);
      g_autofree char *before = report_all (card, WAY_REPORT_BARE);
      for (guint o = 0; o < card->offers->len; o++)
        {
          WayOffer *offer = g_ptr_array_index (card->offers, o);
          put (&offer->company, "Other");
          put (&offer->role, "");
          put (&offer->place, "Elsewhere");
          put (&offer->note, "");
          offer->base = NAN;
        }
      g_autofree char *after = report_all (card, WAY_REPORT_BARE);
      if (!g_str_equal (before, after))
        g_error ("seed %u", seed);
    }
}

static WayScorecard *
make_full_card (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  WayScorecard *card = way_scorecard_new ("Winter", "EUR");

  card_criterion (card, "Growth", 30, WAY_MEASURE_TYPED);
  card_criterion (card, "Money", 10, WAY_MEASURE_FIRST_YEAR);
  for (guint i = 0; i < 2; i++)
    {
      WayOffer *offer = card_offer (card, "", (double[]) { 5 - i, NAN });
      fill (offer, random, i);
      pays (offer, 80000 + 1234 * i);
    }
  decide (card, 1);
  return card;
}

static void
test_flags_tell_what_they_name (void)
{
  static const struct
  {
    const char *text;
    WayReportFlags flags;
  } cases[] = {
    { "secret company 1", WAY_REPORT_NAMES },
    { "secret role", WAY_REPORT_NAMES },
    { "secret place", WAY_REPORT_NAMES },
    { "80000", WAY_REPORT_PAY },
    { "81234", WAY_REPORT_PAY },
    { "Money", WAY_REPORT_PAY },
    { "secret note", WAY_REPORT_NOTES },
    { "secret score note", WAY_REPORT_NOTES },
    { "secret reason", WAY_REPORT_NOTES },
    { "secret expectation", WAY_REPORT_NOTES },
  };
  g_autoptr (WayScorecard) card = make_full_card ();

  for (guint flags = 0; flags < 8; flags++)
    for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
      {
        g_autofree char *text = report (card, forms[form], flags);
        for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
          assert_has (text, cases[i].text, (flags & cases[i].flags) != 0);
        assert_has (text, "Offer A", (flags & WAY_REPORT_NAMES) == 0);
        assert_has (text, "1 criterion about pay is left out", (flags & WAY_REPORT_PAY) == 0);
      }
}

static void
test_money_that_is_hidden_is_not_told (void)
{
  g_autoptr (WayScorecard) card = make_full_card ();

  way_decision_free (card->decision);
  card->decision = NULL;
  card->blind = TRUE;
  ((WayOffer *) g_ptr_array_index (card->offers, 0))->scores[0] = WAY_RANGE_BLANK;
  g_assert_true (way_scorecard_hides_money (card));
  g_autofree char *text = report_all (card, WAY_REPORT_PAY);
  assert_has (text, "80000", FALSE);
  assert_has (text, "Money is not shown before all criteria are scored.", TRUE);
}

static void
test_the_table_of_totals_adds_up (void)
{
  g_autoptr (WayScorecard) card = make_card ();
  g_autofree char *text = report (card, way_report_markdown, WAY_REPORT_NAMES);

  assert_has (text, "# Winter\n\n15 January 2027\n\nAcme leads by", TRUE);
  /* (5 − 1) / 4 × 50 %, (3 − 1) / 4 × 25 %, twice */
  assert_has (text,
              "| Criterion | Acme | Globex |\n|---|---:|---:|\n| Growth | 50.0 | 25.0 |\n"
              "| Team | 12.5 | 18.8 |\n| Hours | 12.5 | 6.2 |\n| Total | 75.0 | 50.0 |\n"
              "| Must-haves | met | met |\n",
              TRUE);
  assert_has (text, "| Growth |  | 50.0 | 5 | 3 |\n", TRUE);
}

static void
test_a_blank_is_a_blank (void)
{
  g_autoptr (WayScorecard) card = make_card ();

  ((WayOffer *) g_ptr_array_index (card->offers, 1))->scores[1] = WAY_RANGE_BLANK;
  g_autofree char *markdown = report (card, way_report_markdown, WAY_REPORT_BARE);
  g_autofree char *csv = report (card, way_report_csv, WAY_REPORT_BARE);
  assert_has (markdown, "| Team |  | 25.0 | 3 | blank |\n", TRUE);
  assert_has (csv, "Team,,25.0,3,\r\n", TRUE);
  assert_has (markdown, "| Team | 12.5 | 0.0–25.0 |\n", TRUE);
}

static void
test_markup_in_texts_is_text (void)
{
  g_autoptr (WayScorecard) card = make_card ();
  WayOffer *offer = g_ptr_array_index (card->offers, 0);

  put (&card->title, "<script>alert(1)</script> & \"more\"");
  put (&offer->company, "=A|*B*\"'<i>");
  put (&offer->note, "one\ntwo");
  g_autofree char *html = report (card, way_report_html, WAY_REPORT_NAMES | WAY_REPORT_NOTES);
  g_autofree char *markdown =
      report (card, way_report_markdown, WAY_REPORT_NAMES | WAY_REPORT_NOTES);
  g_autofree char *csv = report (card, way_report_csv, WAY_REPORT_NAMES | WAY_REPORT_NOTES);
  assert_has (html, "<script", FALSE);
  assert_has (html, "<i>", FALSE);
  assert_has (html, "<title>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;</title>",
              TRUE);
  assert_has (markdown, "# \\<script\\>", TRUE);
  assert_has (markdown, "| =A\\|\\*B\\*\"'\\<i\\> | one<br>two |\n", TRUE);
  assert_has (csv, "\"'=A|*B*\"\"'<i>\"", TRUE);
}

static void
test_html_loads_and_runs_nothing (void)
{
  g_autoptr (WayScorecard) card = make_card ();
  g_autofree char *html = report (card, way_report_html, WAY_REPORT_NAMES);
  static const char *const no[] = { "src=",    "href=",  "url(",  "@import",
                                    "<script", "onload", "http:", "https:" };

  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    assert_has (html, no[i], FALSE);
  assert_has (html, "<html lang=\"en\" dir=\"ltr\">", TRUE);
  assert_has (html, "prefers-color-scheme:dark", TRUE);
  assert_has (html, "@media print", TRUE);
  assert_has (html, "<svg role=\"img\"", TRUE);
}

static void
test_offers_that_are_called_alike_are_told_apart (void)
{
  g_autoptr (WayScorecard) card = make_card ();
  WayOffer *first = g_ptr_array_index (card->offers, 0),
           *second = g_ptr_array_index (card->offers, 1);

  put (&second->company, "Acme");
  put (&first->role, "Lead");
  g_autofree char *text = report (card, way_report_markdown, WAY_REPORT_NAMES);
  assert_has (text, "| Criterion | Acme, Lead | Acme (2) |\n", TRUE);
}

static void
test_a_card_without_anything_is_a_report (void)
{
  g_autoptr (WayScorecard) card = way_scorecard_new ("Winter", "EUR");
  g_autofree char *text = report_all (card, 7);

  assert_has (text, "# Winter", TRUE);
  assert_has (text, "Totals", FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/report/nothing-private-is-told-unless-asked-for",
                   test_nothing_private_is_told_unless_asked_for);
  g_test_add_func ("/offers/report/what-is-not-told-leaves-no-trace",
                   test_what_is_not_told_leaves_no_trace);
  g_test_add_func ("/offers/report/flags-tell-what-they-name", test_flags_tell_what_they_name);
  g_test_add_func ("/offers/report/money-that-is-hidden-is-not-told",
                   test_money_that_is_hidden_is_not_told);
  g_test_add_func ("/offers/report/the-table-of-totals-adds-up", test_the_table_of_totals_adds_up);
  g_test_add_func ("/offers/report/a-blank-is-a-blank", test_a_blank_is_a_blank);
  g_test_add_func ("/offers/report/markup-in-texts-is-text", test_markup_in_texts_is_text);
  g_test_add_func ("/offers/report/html-loads-and-runs-nothing", test_html_loads_and_runs_nothing);
  g_test_add_func ("/offers/report/offers-that-are-called-alike-are-told-apart",
                   test_offers_that_are_called_alike_are_told_apart);
  g_test_add_func ("/offers/report/a-card-without-anything-is-a-report",
                   test_a_card_without_anything_is_a_report);
  return g_test_run ();
}

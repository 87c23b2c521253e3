/* "offer compare": a scorecard worked out, as a table or as JSON. */
#include "cli/offer.h"

#include <glib/gi18n.h>
#include <math.h>

#define DECIMALS 6

static const char *const unclear_words[] = { NULL, "vetoed", "must_open", "close", "weights" };

/* The place of offer @offer in the ranking, or -1. */
static int
ranked_index (const WayComparison *comparison, guint offer)
{
  for (guint i = 0; comparison->ranking != NULL && i < comparison->ranking->n_offers; i++)
    if (comparison->ranked[i] == offer)
      return (int) i;
  return -1;
}

static gboolean
is_money (const WayCriterionRow *criterion)
{
  return criterion->measure != WAY_MEASURE_TYPED && criterion->measure != WAY_MEASURE_COMMUTE;
}

static void
criteria_to_json (JsonBuilder *b, const WayScorecard *card, const WayComparison *comparison)
{
  json_builder_set_member_name (b, "criteria");
  json_builder_begin_array (b);
  for (guint c = 0; c < card->criteria->len; c++)
    {
      const WayCriterionRow *it = card->criteria->pdata[c];
      gboolean hidden = is_money (it) && way_scorecard_hides_money (card);
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", it->id);
      way_cli_json_string (b, "title", it->title);
      way_cli_json_string (b, "measure", way_measure_to_string (it->measure));
      way_cli_json_number (b, "weight", it->weight, DECIMALS);
      way_cli_json_number (
          b, "share", comparison->ranking != NULL ? comparison->ranking->shares[c] : NAN, DECIMALS);
      way_cli_json_range (b, "scale", hidden ? WAY_RANGE_BLANK : comparison->scales[c]);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
years_to_json (JsonBuilder *b, const WayPay *pay)
{
  json_builder_set_member_name (b, "pay");
  if (pay == NULL)
    {
      json_builder_add_null_value (b);
      return;
    }
  json_builder_begin_object (b);
  way_cli_json_bool (b, "complete", pay->missing == 0);
  json_builder_set_member_name (b, "years");
  json_builder_begin_array (b);
  for (int y = 0; y < pay->n_years; y++)
    {
      json_builder_begin_object (b);
      way_cli_json_number (b, "known", pay->years[y].known.middle, 2);
      way_cli_json_number (b, "guaranteed", pay->years[y].guaranteed, 2);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static void
rank_to_json (JsonBuilder *b, const WayRanking *ranking, guint ranked)
{
  const WayRankedOffer *it = &ranking->offers[ranked];

  way_cli_json_range (b, "total", it->total);
  way_cli_json_bool (b, "vetoed", it->vetoed);
  way_cli_json_bool (b, "open", it->open);
  json_builder_set_member_name (b, "acceptability");
  json_builder_begin_array (b);
  for (guint r = 0; r < ranking->n_ranked; r++)
    way_cli_json_number (b, NULL, it->acceptability[r], DECIMALS);
  json_builder_end_array (b);
  json_builder_set_member_name (b, "standard_error");
  json_builder_begin_array (b);
  for (guint r = 0; r < ranking->n_ranked; r++)
    way_cli_json_number (b, NULL, way_rank_standard_error (it->acceptability[r], ranking->samples),
                         DECIMALS);
  json_builder_end_array (b);
}

static void
offers_to_json (JsonBuilder *b, const WayScorecard *card, const WayComparison *comparison)
{
  gboolean hidden = way_scorecard_hides_money (card);

  json_builder_set_member_name (b, "offers");
  json_builder_begin_array (b);
  for (guint o = 0; o < comparison->n_offers; o++)
    {
      const WayOffer *offer = card->offers->pdata[o];
      const WayComparedOffer *it = &comparison->offers[o];
      int ranked = ranked_index (comparison, o);
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", offer->id);
      way_cli_json_string (b, "company", offer->company);
      way_cli_json_string (b, "state", way_offer_state_to_string (offer->state));
      way_cli_json_bool (b, "counts", it->counts);
      way_cli_json_int (b, "missing", it->missing);
      json_builder_set_member_name (b, "scores");
      json_builder_begin_array (b);
      for (guint c = 0; c < comparison->n_criteria; c++)
        way_cli_json_range (b, NULL,
                            hidden && is_money (card->criteria->pdata[c]) ? WAY_RANGE_BLANK
                                                                          : it->scores[c]);
      json_builder_end_array (b);
      years_to_json (b, hidden ? NULL : it->pay);
      if (ranked >= 0)
        rank_to_json (b, comparison->ranking, (guint) ranked);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

/* The number of an offer, or null. */
static void
offer_to_json (JsonBuilder *b,
               const char *name,
               const WayScorecard *card,
               const WayComparison *comparison,
               int ranked)
{
  json_builder_set_member_name (b, name);
  if (ranked < 0)
    json_builder_add_null_value (b);
  else
    json_builder_add_int_value (
        b, ((const WayOffer *) card->offers->pdata[comparison->ranked[ranked]])->id);
}

static void
ranking_to_json (JsonBuilder *b, const WayScorecard *card, const WayComparison *comparison)
{
  const WayRanking *ranking = comparison->ranking;
  gboolean clear = ranking->unclear == WAY_CLEAR;

  offer_to_json (b, "leader", card, comparison, ranking->leader);
  offer_to_json (b, "winner", card, comparison, clear ? ranking->leader : -1);
  way_cli_json_number (b, "lead", ranking->lead, DECIMALS);
  json_builder_set_member_name (b, "unclear");
  if (clear)
    json_builder_add_null_value (b);
  else
    json_builder_add_string_value (b, unclear_words[ranking->unclear]);
  json_builder_set_member_name (b, "flip");
  if (ranking->flip.criterion < 0)
    json_builder_add_null_value (b);
  else
    {
      const WayCriterionRow *it = card->criteria->pdata[ranking->flip.criterion];
      json_builder_begin_object (b);
      way_cli_json_int (b, "criterion", it->id);
      way_cli_json_number (b, "from", ranking->flip.from, DECIMALS);
      way_cli_json_number (b, "to", ranking->flip.to, DECIMALS);
      way_cli_json_number (b, "to_weight", ranking->flip.points, DECIMALS);
      offer_to_json (b, "winner", card, comparison, (int) ranking->flip.offer);
      json_builder_end_object (b);
    }
  way_cli_json_int (b, "samples", ranking->samples);
}

static void
compared_to_json (const WayScorecard *card,
                  const WayComparison *comparison,
                  const char *verdict,
                  const char *flip)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_int (b, "card", card->id);
  way_cli_json_string (b, "title", card->title);
  way_cli_json_string (b, "currency", card->currency);
  way_cli_json_bool (b, "hides_money", way_scorecard_hides_money (card));
  criteria_to_json (b, card, comparison);
  offers_to_json (b, card, comparison);
  if (comparison->ranking != NULL)
    ranking_to_json (b, card, comparison);
  way_cli_json_string (b, "verdict", verdict);
  way_cli_json_string (b, "flip_text", flip);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

/* Cells of a row, aligned by what is seen of them. */
static void
add_cell (GString *row, const char *text, int width, gboolean right)
{
  int pad = MAX (0, width - (int) g_utf8_strlen (text, -1));

  g_string_append_printf (row, "%s%*s%s%*s", row->len > 0 ? "  " : "", right ? pad : 0, "", text,
                          right ? 0 : pad, "");
}

/* Money in whole units, scores as they are (transfer full). */
static char *
cell_text (const WayCriterionRow *criterion, WayRange score)
{
  if (criterion->measure == WAY_MEASURE_TYPED || way_range_is_blank (score))
    return way_cli_range (score);
  return way_cli_range ((WayRange) { round (score.low), round (score.high) });
}

#define TITLE_WIDTH 28
#define CELL_WIDTH  15

static void
say_criteria (const WayCli *cli, const WayScorecard *card, const WayComparison *comparison)
{
  gboolean hidden = way_scorecard_hides_money (card);

  for (guint c = 0; c < comparison->n_criteria; c++)
    {
      const WayCriterionRow *it = card->criteria->pdata[c];
      g_autoptr (GString) row = g_string_new (NULL);
      g_autofree char *share =
          comparison->ranking != NULL
              ? g_strdup_printf ("%.0f %%", 100 * comparison->ranking->shares[c])
              : g_strdup ("");
      add_cell (row, it->title, TITLE_WIDTH, FALSE);
      add_cell (row, share, 5, TRUE);
      for (guint o = 0; o < comparison->n_offers; o++)
        {
          g_autofree char *text = hidden && is_money (it)
                                      ? g_strdup (_ ("hidden"))
                                      : cell_text (it, comparison->offers[o].scores[c]);
          add_cell (row, text, CELL_WIDTH, TRUE);
        }
      way_cli_say (cli, "%s", row->str);
    }
}

/* The total in points, or why there is none (transfer full). */
static char *
total_text (const WayComparison *comparison, guint offer)
{
  int ranked = ranked_index (comparison, offer);

  if (!comparison->offers[offer].counts)
    return g_strdup (_ ("not ranked"));
  if (ranked < 0)
    return g_strdup ("–");
  WayRange total = comparison->ranking->offers[ranked].total;
  g_autofree char *points =
      way_cli_range ((WayRange) { round (1000 * total.low) / 10, round (1000 * total.high) / 10 });
  if (comparison->ranking->offers[ranked].vetoed)
    /* Translators: a total in points, of an offer that misses a must-have */
    return g_strdup_printf (_ ("%s, vetoed"), points);
  return g_steal_pointer (&points);
}

/* How often it is first, with the error of the samples (transfer full). */
static char *
first_text (const WayComparison *comparison, guint offer)
{
  int ranked = ranked_index (comparison, offer);

  if (ranked < 0 || comparison->ranking->offers[ranked].vetoed)
    return g_strdup ("–");
  double share = comparison->ranking->offers[ranked].acceptability[0];
  return g_strdup_printf ("%.1f ± %.1f %%", 100 * share,
                          100 * way_rank_standard_error (share, comparison->ranking->samples));
}

static void
say_compared (const WayCli *cli, const WayScorecard *card, const WayComparison *comparison)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) totals = g_string_new (NULL);
  g_autoptr (GString) firsts = g_string_new (NULL);

  add_cell (names, card->title, TITLE_WIDTH, FALSE);
  add_cell (names, "", 5, TRUE);
  add_cell (totals, _ ("Total, of 100"), TITLE_WIDTH, FALSE);
  add_cell (totals, "", 5, TRUE);
  add_cell (firsts, _ ("Comes first"), TITLE_WIDTH, FALSE);
  add_cell (firsts, "", 5, TRUE);
  for (guint o = 0; o < comparison->n_offers; o++)
    {
      g_autofree char *total = total_text (comparison, o);
      g_autofree char *first = first_text (comparison, o);
      add_cell (names, ((const WayOffer *) card->offers->pdata[o])->company, CELL_WIDTH, TRUE);
      add_cell (totals, total, CELL_WIDTH, TRUE);
      add_cell (firsts, first, CELL_WIDTH, TRUE);
    }
  way_cli_say (cli, "%s", names->str);
  say_criteria (cli, card, comparison);
  way_cli_say (cli, "%s\n%s\n", totals->str, firsts->str);
}

static int
run_compare (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  if (card == NULL)
    return way_cli_fail (error);
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  g_autofree char *verdict = way_comparison_verdict (card, comparison);
  g_autofree char *flip = way_comparison_flip (card, comparison);
  if (cli->json)
    compared_to_json (card, comparison, verdict, flip);
  if (comparison->n_offers > 0)
    say_compared (cli, card, comparison);
  way_cli_say (cli, "%s", verdict);
  if (comparison->ranking != NULL)
    way_cli_say (cli, "%s", flip);
  return WAY_EXIT_DONE;
}

const WayCommand way_offer_compare_commands[] = {
  { "offer compare", "", N_ ("compare the offers of a scorecard, with how sure that is"),
    "  waymark-cli offer compare\n  waymark-cli offer compare --card 2 --json\n", run_compare },
  { 0 },
};

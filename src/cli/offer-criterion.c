/* The criteria of a scorecard, their weights, and the scores of offers. */
#include "cli/offer.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
criterion_to_json (JsonBuilder *b, const WayCriterionRow *it)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "id", it->id);
  way_cli_json_string (b, "title", it->title);
  way_cli_json_string (b, "note", it->note);
  way_cli_json_number (b, "weight", it->weight, 6);
  way_cli_json_range (b, "weight_range", it->weight_range);
  way_cli_json_range (b, "scale", it->scale);
  way_cli_json_string (b, "unit", it->unit);
  way_cli_json_bool (b, "less_is_better", it->less_is_better);
  way_cli_json_number (b, "must_at_least", it->must_at_least, 6);
  way_cli_json_number (b, "must_at_most", it->must_at_most, 6);
  way_cli_json_string (b, "measure", way_measure_to_string (it->measure));
  json_builder_end_object (b);
}

static void
say_criterion (const WayCli *cli, const WayCriterionRow *it, double sum)
{
  g_autofree char *range = way_cli_range (it->weight_range);
  g_autofree char *weight = way_range_is_blank (it->weight_range)
                                ? g_strdup_printf ("%.10g", it->weight)
                                /* Translators: a weight, and the range that it may be in */
                                : g_strdup_printf (_ ("%.10g (%s)"), it->weight, range);

  way_cli_say (cli, "  %3" G_GINT64_FORMAT "  %s  %s  %.0f %%%s%s", it->id, it->title, weight,
               sum > 0 ? 100 * it->weight / sum : 0.0, it->measure != WAY_MEASURE_TYPED ? "  " : "",
               it->measure != WAY_MEASURE_TYPED ? way_measure_title (it->measure) : "");
}

/* Prints the criteria as they are now. */
static int
print_criteria (WayCli *cli, gint64 card_id)
{
  GError *error = NULL;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  double sum = 0;

  if (card == NULL)
    return way_cli_fail (error);
  json_builder_begin_object (b);
  way_cli_json_int (b, "card", card->id);
  way_cli_json_bool (b, "locked", card->locked_utc != 0);
  json_builder_set_member_name (b, "criteria");
  json_builder_begin_array (b);
  for (guint i = 0; i < card->criteria->len; i++)
    sum += ((const WayCriterionRow *) card->criteria->pdata[i])->weight;
  for (guint i = 0; i < card->criteria->len; i++)
    {
      criterion_to_json (b, card->criteria->pdata[i]);
      say_criterion (cli, card->criteria->pdata[i], sum);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (card->criteria->len == 0)
    way_cli_say (cli, _ ("No criteria yet. “waymark-cli offer criterion add” takes one in."));
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

/* What is typed of a criterion. */
typedef struct
{
  gint64 card;
  char *title, *weight, *scale, *unit, *at_least, *at_most, *measure, *note;
  gboolean less, more;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->title);
  g_free (o->weight);
  g_free (o->scale);
  g_free (o->unit);
  g_free (o->at_least);
  g_free (o->at_most);
  g_free (o->measure);
  g_free (o->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
parse (WayCli *cli, const WayCommand *command, Options *o, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &o->title, N_ ("Another title"), "TEXT" },
    { "weight", 0, 0, G_OPTION_ARG_STRING, &o->weight, N_ ("Points, or a range of them as 10..20"),
      "POINTS" },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &o->scale, N_ ("Lowest and highest value (1..5)"),
      "LOW..HIGH" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &o->unit, N_ ("Unit of a measured value"), "TEXT" },
    { "less-is-better", 0, 0, G_OPTION_ARG_NONE, &o->less, N_ ("The lowest value is the best"),
      NULL },
    { "more-is-better", 0, 0, G_OPTION_ARG_NONE, &o->more, N_ ("The highest value is the best"),
      NULL },
    { "at-least", 0, 0, G_OPTION_ARG_STRING, &o->at_least,
      N_ ("A must-have: the least value, or “blank”"), "NUMBER" },
    { "at-most", 0, 0, G_OPTION_ARG_STRING, &o->at_most,
      N_ ("A must-have: the largest value, or “blank”"), "NUMBER" },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &o->measure,
      N_ ("typed, first-year, yearly, guaranteed, present or commute"), "WORD" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &o->note, N_ ("How it is scored"), "TEXT" },
    { "card", 0, 0, G_OPTION_ARG_INT64, &o->card, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, argc, argv);

  if (code < 0 && o->less && o->more)
    return way_cli_usage (_ ("--less-is-better does not go with --more-is-better."));
  return code;
}

static void
put (char **place, const char *text)
{
  if (text == NULL)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* A range is a weight in its middle that may be anything between. */
static gboolean
parse_weight (const char *text, double *weight, WayRange *range, GError **error)
{
  if (!way_cli_parse_range (text, range, error))
    return FALSE;
  *weight = way_range_middle (*range);
  if (strstr (text, "..") == NULL)
    *range = WAY_RANGE_BLANK;
  return TRUE;
}

static gboolean
apply (const Options *o, WayCriterionRow *it, GError **error)
{
  put (&it->title, o->title);
  put (&it->unit, o->unit);
  put (&it->note, o->note);
  it->less_is_better = o->less || (it->less_is_better && !o->more);
  return (o->weight == NULL || parse_weight (o->weight, &it->weight, &it->weight_range, error)) &&
         (o->scale == NULL || way_cli_parse_range (o->scale, &it->scale, error)) &&
         (o->at_least == NULL || way_cli_parse_number (o->at_least, &it->must_at_least, error)) &&
         (o->at_most == NULL || way_cli_parse_number (o->at_most, &it->must_at_most, error)) &&
         (o->measure == NULL || way_measure_parse (o->measure, &it->measure, error));
}

static int
run_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  GError *error = NULL;
  g_autoptr (WayCriterionRow) row = way_criterion_row_new ();
  int code = parse (cli, command, &o, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  row->weight = 10;
  put (&row->title, argv[1]);
  g_autoptr (WayScorecard) card = way_cli_card (cli, o.card, &error);
  if (card == NULL || !apply (&o, row, &error) ||
      !way_criterion_add (cli->store, card->id, row, cli->now_utc, NULL, &error))
    return way_cli_fail (error);
  return print_criteria (cli, card->id);
}

static int
run_set (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  GError *error = NULL;
  int code = parse (cli, command, &o, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, o.card, &error);
  int index = card != NULL ? way_cli_find_criterion (card, argv[1], &error) : -1;
  if (index < 0 || !apply (&o, card->criteria->pdata[index], &error) ||
      !way_criterion_set (cli->store, card->criteria->pdata[index], cli->now_utc, &error))
    return way_cli_fail (error);
  return print_criteria (cli, card->id);
}

/* The commands that take the scorecard as their one option. */
static int
parse_card (WayCli *cli, const WayCommand *command, int n, gint64 *card, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "card", 0, 0, G_OPTION_ARG_INT64, card, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };

  return way_cli_parse (cli, command, entries, n, argc, argv);
}

static int
run_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  int code = parse_card (cli, command, 0, &card_id, &argc, &argv);

  if (code >= 0)
    return code;
  return way_cli_open (cli) ? print_criteria (cli, card_id) : WAY_EXIT_DATA;
}

static int
run_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  GError *error = NULL;
  int code = parse_card (cli, command, 1, &card_id, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  int index = card != NULL ? way_cli_find_criterion (card, argv[1], &error) : -1;
  if (index < 0)
    return way_cli_fail (error);
  gint64 id = ((const WayCriterionRow *) card->criteria->pdata[index])->id;
  if (!way_criterion_remove (cli->store, id, cli->now_utc, &error))
    return way_cli_fail (error);
  return print_criteria (cli, card->id);
}

static int
run_weight (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  WayRange range;
  double weight;
  GError *error = NULL;
  int code = parse_card (cli, command, 2, &card_id, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  int index = card != NULL ? way_cli_find_criterion (card, argv[1], &error) : -1;
  if (index < 0 || !parse_weight (argv[2], &weight, &range, &error))
    return way_cli_fail (error);
  gint64 id = ((const WayCriterionRow *) card->criteria->pdata[index])->id;
  if (!way_criterion_set_weight (cli->store, id, weight, range, cli->now_utc, &error))
    return way_cli_fail (error);
  return print_criteria (cli, card->id);
}

static int
run_score (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  g_autofree char *note = NULL;
  WayRange score;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What the score is based on"), "TEXT" },
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 3, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  int o = card != NULL ? way_cli_find_offer (card, argv[1], &error) : -1;
  int c = o >= 0 ? way_cli_find_criterion (card, argv[2], &error) : -1;
  if (c < 0 || !way_cli_parse_range (argv[3], &score, &error))
    return way_cli_fail (error);
  const WayOffer *offer = card->offers->pdata[o];
  const WayCriterionRow *criterion = card->criteria->pdata[c];
  if (!way_offer_set_score (cli->store, offer->id, criterion->id, score, note, cli->now_utc,
                            &error))
    return way_cli_fail (error);
  g_autofree char *text = way_cli_range (score);
  /* Translators: a company, the title of a criterion, a score */
  way_cli_say (cli, _ ("%s, %s: %s"), offer->company, criterion->title, text);
  return WAY_EXIT_DONE;
}

const WayCommand way_offer_criterion_commands[] = {
  { "offer criterion list", "", N_ ("list the criteria of a scorecard"), NULL, run_list },
  { "offer criterion add", "TITLE", N_ ("add a criterion"),
    "  waymark-cli offer criterion add Growth --weight 20 --at-least 3\n"
    "  waymark-cli offer criterion add Pay --weight 15..25 --measure yearly\n",
    run_add },
  { "offer criterion set", "CRITERION", N_ ("change a criterion"),
    "  waymark-cli offer criterion set Growth --note \"1: nothing new. 5: most of it is new\"\n",
    run_set },
  { "offer criterion remove", "CRITERION", N_ ("remove a criterion"),
    "  waymark-cli offer criterion remove Growth\n", run_remove },
  { "offer weight", "CRITERION POINTS|LOW..HIGH", N_ ("set the weight of a criterion"),
    "  waymark-cli offer weight Growth 30\n  waymark-cli offer weight Growth 20..40\n",
    run_weight },
  { "offer score", "OFFER CRITERION VALUE|LOW..HIGH|blank", N_ ("score an offer"),
    "  waymark-cli offer score Acme Growth 4 --note \"Two teams to choose from\"\n"
    "  waymark-cli offer score Acme Team 2..4\n",
    run_score },
  { 0 },
};

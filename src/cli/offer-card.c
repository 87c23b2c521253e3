/* Scorecards themselves: made, listed, locked, and the rates that money is exchanged at. */
#include "cli/offer.h"

#include <glib/gi18n.h>
#include <math.h>

static void
entry_to_json (JsonBuilder *b, const WayScorecardEntry *it)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "id", it->id);
  way_cli_json_string (b, "title", it->title);
  way_cli_json_int (b, "offers", it->n_offers);
  way_cli_json_bool (b, "decided", it->decided);
  way_cli_json_date (b, "next_deadline", it->next_deadline);
  json_builder_end_object (b);
}

static void
say_entry (const WayCli *cli, const WayScorecardEntry *it)
{
  g_autofree char *day = way_date_to_iso (it->next_deadline);
  g_autofree char *offers =
      g_strdup_printf (ngettext ("%d offer", "%d offers", (gulong) it->n_offers), it->n_offers);

  way_cli_say (cli, "%3" G_GINT64_FORMAT "  %s  %s%s%s%s", it->id, it->title, offers,
               *day != '\0' ? "  " : "", day, it->decided ? _ ("  decided") : "");
}

static int
run_cards (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (GPtrArray) cards = way_scorecard_list (cli->store, &error);
  if (cards == NULL)
    return way_cli_fail (error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "cards");
  json_builder_begin_array (b);
  for (guint i = 0; i < cards->len; i++)
    {
      entry_to_json (b, cards->pdata[i]);
      say_entry (cli, cards->pdata[i]);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (cards->len == 0)
    way_cli_say (cli, _ ("No scorecards yet. “waymark-cli offer new” makes one."));
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

static int
print_new (WayCli *cli, gint64 id)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  way_cli_say (cli, _ ("Made scorecard %d."), (int) id);
  if (!cli->json)
    return WAY_EXIT_DONE;
  json_builder_begin_object (b);
  way_cli_json_int (b, "card", id);
  json_builder_end_object (b);
  way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

static int
run_new (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *currency = NULL;
  g_autofree char *template = NULL;
  gint64 like = 0, id = 0;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "currency", 0, 0, G_OPTION_ARG_STRING, &currency, N_ ("What all is compared in"), "CODE" },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template,
      N_ ("Criteria to start from: engineering-job, remote-first or first-job"), "ID" },
    { "like", 0, 0, G_OPTION_ARG_INT64, &like, N_ ("The criteria of an earlier scorecard"),
      "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (currency == NULL)
    return way_cli_usage (_ ("Say what all is compared in, for example with --currency EUR."));
  if (template != NULL && like != 0)
    return way_cli_usage (_ ("--template does not go with --like."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_scorecard_add (cli->store, argv[1], currency, template, like, cli->now_utc, &id, &error))
    return way_cli_fail (error);
  return print_new (cli, id);
}

static int
run_lock (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gboolean lock = g_str_equal (command->name, "offer lock");
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
  if (card == NULL || !way_scorecard_lock (cli->store, card->id, lock, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, "%s",
               lock ? _ ("Locked. From now on each changed weight is written down.")
                    : _ ("Unlocked. What was written down is kept."));
  return WAY_EXIT_DONE;
}

static int
run_rate (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  g_autofree char *date = NULL;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day of the rate (today)"), "DATE" },
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 2, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  WayDate today = way_cli_today (cli);
  WayExchangeRate rate = { .currency = argv[1], .date = today };
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  if (card == NULL || !way_cli_parse_number (argv[2], &rate.rate, &error) ||
      (date != NULL && !way_date_parse (date, today, &rate.date, &error)) ||
      !way_scorecard_set_rate (cli->store, card->id, &rate, cli->now_utc, &error))
    return way_cli_fail (error);
  g_autofree char *day = way_date_to_iso (rate.date);
  if (rate.rate == 0)
    way_cli_say (cli, _ ("The rate was removed."));
  else
    /* Translators: 1 USD is 0.92 EUR, since 2026-11-23 */
    way_cli_say (cli, _ ("1 %s is %.10g %s, of %s."), rate.currency, rate.rate, card->currency,
                 day);
  return WAY_EXIT_DONE;
}

const WayCommand way_offer_card_commands[] = {
  { "offer cards", "", N_ ("list the scorecards, the newest first"), NULL, run_cards },
  { "offer new", "TITLE --currency CODE [--template ID | --like NUMBER]",
    N_ ("make a scorecard to compare offers on"),
    "  waymark-cli offer new \"Winter\" --currency EUR --template engineering-job\n", run_new },
  { "offer lock", "", N_ ("lock the weights: from then on each change of one is written down"),
    NULL, run_lock },
  { "offer unlock", "", N_ ("unlock the weights"), NULL, run_lock },
  { "offer rate", "CURRENCY RATE",
    N_ ("set what one of a currency is in that of the scorecard; 0 removes it"),
    "  waymark-cli offer rate USD 0.92 --date 2026-11-20\n", run_rate },
  { 0 },
};

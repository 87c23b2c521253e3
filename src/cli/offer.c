/* The offers of a scorecard: listed, added, changed, removed. */
#include "cli/offer.h"

#include <glib/gi18n.h>

static void
sign_on_to_json (JsonBuilder *b, const WayOffer *offer)
{
  json_builder_set_member_name (b, "sign_on");
  json_builder_begin_array (b);
  for (guint i = 0; i < offer->sign_on->len; i++)
    {
      const WaySignOnRow *it = offer->sign_on->pdata[i];
      json_builder_begin_object (b);
      way_cli_json_int (b, "year", it->year);
      way_cli_json_number (b, "amount", it->amount, 2);
      way_cli_json_int (b, "clawback_months", it->clawback_months);
      way_cli_json_bool (b, "prorated", it->prorated);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
grants_to_json (JsonBuilder *b, const WayOffer *offer)
{
  json_builder_set_member_name (b, "grants");
  json_builder_begin_array (b);
  for (guint i = 0; i < offer->grants->len; i++)
    {
      const WayGrantRow *it = offer->grants->pdata[i];
      json_builder_begin_object (b);
      way_cli_json_string (b, "title", it->title);
      way_cli_json_string (b, "kind", way_grant_kind_to_string (it->kind));
      way_cli_json_number (b, "low", it->low, 2);
      way_cli_json_number (b, "middle", it->middle, 2);
      way_cli_json_number (b, "high", it->high, 2);
      way_cli_json_number (b, "discount_percent", it->discount_percent, 4);
      way_cli_json_int (b, "start_month", it->start_month);
      way_cli_json_int (b, "months", it->months);
      way_cli_json_int (b, "cliff_months", it->cliff_months);
      way_cli_json_int (b, "every_months", it->every_months);
      way_cli_json_string (b, "year_percents", it->year_percents);
      way_cli_json_string (b, "vest_table", it->vest_table);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
money_to_json (JsonBuilder *b, const WayOffer *offer)
{
  way_cli_json_number (b, "base", offer->base, 2);
  way_cli_json_number (b, "raise_percent", offer->raise_percent, 4);
  way_cli_json_number (b, "bonus", offer->bonus_amount, 2);
  way_cli_json_number (b, "bonus_percent", offer->bonus_percent, 4);
  way_cli_json_number (b, "payout_low", offer->payout_low, 4);
  way_cli_json_number (b, "payout", offer->payout_middle, 4);
  way_cli_json_number (b, "payout_high", offer->payout_high, 4);
  way_cli_json_number (b, "bonus_promised", offer->bonus_promised, 2);
  way_cli_json_bool (b, "no_sign_on", offer->no_sign_on);
  sign_on_to_json (b, offer);
  way_cli_json_bool (b, "no_equity", offer->no_equity);
  grants_to_json (b, offer);
  way_cli_json_number (b, "pension", offer->pension_amount, 2);
  way_cli_json_number (b, "pension_percent", offer->pension_percent, 4);
  way_cli_json_number (b, "allowance", offer->allowance, 2);
  way_cli_json_number (b, "commute_cost", offer->commute_cost, 2);
  way_cli_json_number (b, "commute_hours", offer->commute_hours, 2);
}

void
way_cli_json_offer (JsonBuilder *b, const WayScorecard *card, const WayOffer *offer)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "id", offer->id);
  way_cli_json_string (b, "uid", offer->uid);
  way_cli_json_string (b, "company", offer->company);
  way_cli_json_string (b, "role", offer->role);
  way_cli_json_string (b, "place", offer->place);
  way_cli_json_string (b, "currency", offer->currency);
  way_cli_json_string (b, "state", way_offer_state_to_string (offer->state));
  way_cli_json_date (b, "deadline", offer->deadline_date);
  way_cli_json_string (b, "note", offer->note);
  if (!way_scorecard_hides_money (card))
    money_to_json (b, offer);
  json_builder_end_object (b);
}

static void
say_offer (const WayCli *cli, const WayOffer *offer)
{
  g_autofree char *day = way_date_to_iso (offer->deadline_date);
  g_autofree char *until = offer->deadline_date != WAY_DATE_NONE
                               /* Translators: a day */
                               ? g_strdup_printf (_ (", to be answered by %s"), day)
                               : g_strdup ("");

  way_cli_say (cli, "  %3" G_GINT64_FORMAT "  %s%s%s  %s%s", offer->id, offer->company,
               *offer->role != '\0' ? ", " : "", offer->role, way_offer_state_title (offer->state),
               until);
}

static int
print_offers (WayCli *cli, gint64 card_id)
{
  GError *error = NULL;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (card == NULL)
    return way_cli_fail (error);
  way_cli_say (cli, "%s (%s)", card->title, card->currency);
  json_builder_begin_object (b);
  way_cli_json_int (b, "card", card->id);
  way_cli_json_string (b, "title", card->title);
  way_cli_json_string (b, "currency", card->currency);
  way_cli_json_bool (b, "hides_money", way_scorecard_hides_money (card));
  way_cli_json_int (b, "blanks", way_scorecard_count_blanks (card));
  json_builder_set_member_name (b, "offers");
  json_builder_begin_array (b);
  for (guint i = 0; i < card->offers->len; i++)
    {
      way_cli_json_offer (b, card, card->offers->pdata[i]);
      say_offer (cli, card->offers->pdata[i]);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (card->offers->len == 0)
    way_cli_say (cli, _ ("No offers yet. “waymark-cli offer add” takes one in."));
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

static int
run_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  const GOptionEntry entries[] = {
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  return way_cli_open (cli) ? print_offers (cli, card_id) : WAY_EXIT_DATA;
}

static int
run_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  GError *error = NULL;
  const GOptionEntry more[] = {
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (WayCliOffer) options = way_cli_offer_new ();
  g_autofree GOptionEntry *entries = way_cli_offer_entries (options, more);
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  if (card == NULL)
    return way_cli_fail (error);
  g_autoptr (WayOffer) offer = way_offer_new (card->currency);
  g_free (offer->company);
  offer->company = g_strdup (argv[1]);
  if (!way_cli_offer_apply (options, way_cli_today (cli), offer, &error) ||
      !way_offer_add (cli->store, card->id, offer, cli->now_utc, NULL, &error))
    return way_cli_fail (error);
  return print_offers (cli, card->id);
}

static int
run_set (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  g_autofree char *company = NULL;
  GError *error = NULL;
  const GOptionEntry more[] = {
    { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("Another name of the company"), "TEXT" },
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (WayCliOffer) options = way_cli_offer_new ();
  g_autofree GOptionEntry *entries = way_cli_offer_entries (options, more);
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  int index = card != NULL ? way_cli_find_offer (card, argv[1], &error) : -1;
  if (index < 0)
    return way_cli_fail (error);
  WayOffer *offer = card->offers->pdata[index];
  if (company != NULL)
    {
      g_free (offer->company);
      offer->company = g_steal_pointer (&company);
    }
  if (!way_cli_offer_apply (options, way_cli_today (cli), offer, &error) ||
      !way_offer_set (cli->store, offer, cli->now_utc, &error))
    return way_cli_fail (error);
  return print_offers (cli, card->id);
}

static int
run_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  int index = card != NULL ? way_cli_find_offer (card, argv[1], &error) : -1;
  if (index < 0)
    return way_cli_fail (error);
  const WayOffer *offer = card->offers->pdata[index];
  if (!way_offer_remove (cli->store, offer->id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Removed. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

const WayCommand way_offer_commands[] = {
  { "offer list", "[--card NUMBER]", N_ ("list the offers of a scorecard"),
    "  waymark-cli offer list\n", run_list },
  { "offer add", "COMPANY", N_ ("add an offer to a scorecard"),
    "  waymark-cli offer add Acme --role Engineer --base 90000 --bonus-percent 10 --payout 100 "
    "--grant 40000:48:12 --no-sign-on --deadline +5d --state offered\n",
    run_add },
  { "offer set", "OFFER", N_ ("change what is known of an offer"),
    "  waymark-cli offer set Acme --base 95000 --sign-on 1:10000:12,prorated\n"
    "  waymark-cli offer set Acme --grant 40000,kind=options,low=0,high=90000,discount=50\n"
    "  waymark-cli offer set Acme --grant \"60000,years=5 15 40 40\" --grant \"9000,months=12:50 "
    "24:50\"\n"
    "  waymark-cli offer set Acme --state declined --bonus blank\n",
    run_set },
  { "offer remove", "OFFER", N_ ("remove an offer"), "  waymark-cli offer remove Acme\n",
    run_remove },
  { 0 },
};

/* The decision of a scorecard, and the days to look back on it. */
#include "cli/offer.h"

#include <glib/gi18n.h>

static void
decision_to_json (const WayScorecard *card)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  const WayDecision *decision = card->decision;

  json_builder_begin_object (b);
  way_cli_json_int (b, "card", card->id);
  json_builder_set_member_name (b, "offer");
  if (decision->offer_id != 0)
    json_builder_add_int_value (b, decision->offer_id);
  else
    json_builder_add_null_value (b);
  way_cli_json_date (b, "decided", decision->date);
  way_cli_json_string (b, "reason", decision->reason);
  way_cli_json_string (b, "expectations", decision->expectations);
  json_builder_set_member_name (b, "look_backs");
  json_builder_begin_array (b);
  for (guint i = 0; i < decision->look_backs->len; i++)
    {
      const WayLookBack *it = decision->look_backs->pdata[i];
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", it->id);
      way_cli_json_string (b, "uid", it->uid);
      way_cli_json_date (b, "due", it->due_date);
      way_cli_json_date (b, "done", it->done_date);
      way_cli_json_string (b, "note", it->note);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static const char *
chosen_company (const WayScorecard *card)
{
  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *it = card->offers->pdata[i];
      if (it->id == card->decision->offer_id)
        return it->company;
    }
  return _ ("None of them");
}

static void
say_decision (const WayCli *cli, const WayScorecard *card)
{
  const WayDecision *decision = card->decision;
  g_autofree char *day = way_date_to_iso (decision->date);

  /* Translators: a day, and a company */
  way_cli_say (cli, _ ("Decided on %s: %s"), day, chosen_company (card));
  way_cli_say (cli, "%s", decision->reason);
  if (*decision->expectations != '\0')
    way_cli_say (cli, _ ("Expected: %s"), decision->expectations);
  for (guint i = 0; i < decision->look_backs->len; i++)
    {
      const WayLookBack *it = decision->look_backs->pdata[i];
      g_autofree char *due = way_date_to_iso (it->due_date);
      g_autofree char *done = way_date_to_iso (it->done_date);
      if (it->done_date == WAY_DATE_NONE)
        /* Translators: a number, and a day to come */
        way_cli_say (cli, _ ("  %3d  Look back on %s"), (int) it->id, due);
      else
        /* Translators: a number, a day, and what became of it */
        way_cli_say (cli, _ ("  %3d  Looked back on %s: %s"), (int) it->id, done, it->note);
    }
}

/* Prints the decision as it is now. */
static int
print_decision (WayCli *cli, gint64 card_id)
{
  GError *error = NULL;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);

  if (card == NULL)
    return way_cli_fail (error);
  if (card->decision == NULL)
    way_cli_say (cli, _ ("Nothing is decided."));
  else if (cli->json)
    decision_to_json (card);
  else
    say_decision (cli, card);
  return WAY_EXIT_DONE;
}

static gboolean
add_look_backs (char **days, WayDate today, WayDecision *decision, GError **error)
{
  for (; days != NULL && *days != NULL; days++)
    {
      WayDate due;
      if (!way_date_parse (*days, today, &due, error))
        return FALSE;
      WayLookBack *it = g_new0 (WayLookBack, 1);
      it->due_date = due;
      g_ptr_array_add (decision->look_backs, it);
    }
  return TRUE;
}

static int
run_decide (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 card_id = 0;
  g_autofree char *reason = NULL;
  g_autofree char *expect = NULL;
  g_auto (GStrv) look_backs = NULL;
  gboolean decline = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), "TEXT" },
    { "expect", 0, 0, G_OPTION_ARG_STRING, &expect, N_ ("What is expected of it"), "TEXT" },
    { "look-back", 0, 0, G_OPTION_ARG_STRING_ARRAY, &look_backs,
      N_ ("A day to look back on it (in 90 and 180 days); may be repeated"), "DATE" },
    { "decline", 0, 0, G_OPTION_ARG_NONE, &decline, N_ ("Decline the others that were offered"),
      NULL },
    { "card", 0, 0, G_OPTION_ARG_INT64, &card_id, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, card_id, &error);
  gboolean none = g_str_equal (argv[1], "none");
  int index = card != NULL && !none ? way_cli_find_offer (card, argv[1], &error) : -1;
  if (card == NULL || (!none && index < 0))
    return way_cli_fail (error);
  g_autoptr (WayDecision) decision =
      way_decision_new (reason != NULL ? reason : "", expect != NULL ? expect : "");
  decision->offer_id = none ? 0 : ((const WayOffer *) card->offers->pdata[index])->id;
  decision->date = way_cli_today (cli);
  if (!add_look_backs (look_backs, decision->date, decision, &error) ||
      !way_scorecard_decide (cli->store, card->id, decision, decline, cli->now_utc, &error))
    return way_cli_fail (error);
  return print_decision (cli, card->id);
}

static int
run_undecide (WayCli *cli, const WayCommand *command, int argc, char **argv)
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
  if (card == NULL || !way_scorecard_undecide (cli->store, card->id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("The decision was withdrawn. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

static int
run_look_back (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *note = NULL;
  g_autofree char *date = NULL;
  gboolean open = FALSE;
  gint64 id;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What became of the expectations"), "TEXT" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day of looking back (today)"), "DATE" },
    { "open", 0, 0, G_OPTION_ARG_NONE, &open, N_ ("Open it again"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0 || !way_cli_parse_id (argv[1], &id, &code))
    return code;
  if (open && date != NULL)
    return way_cli_usage (_ ("--open does not go with --date."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  WayDate today = way_cli_today (cli), day = today;
  if ((date != NULL && !way_date_parse (date, today, &day, &error)) ||
      !way_look_back_set (cli->store, id, open ? WAY_DATE_NONE : day, note, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, "%s", open ? _ ("It is open again.") : _ ("Looked back."));
  return WAY_EXIT_DONE;
}

const WayCommand way_offer_decide_commands[] = {
  { "offer decide", "OFFER|none --reason TEXT",
    N_ ("write a decision down, with days to look back on it"),
    "  waymark-cli offer decide Acme --reason \"More to learn\" --expect \"A project of my own by "
    "June\" "
    "--look-back +90d --look-back +12m --decline\n",
    run_decide },
  { "offer undecide", "", N_ ("withdraw the decision"), NULL, run_undecide },
  { "offer look-back", "NUMBER", N_ ("write down what became of a decision"),
    "  waymark-cli offer look-back 1 --note \"The project came in May\"\n", run_look_back },
  { 0 },
};

/* "offer needs": what one thing has to be for an offer to win. */
#include "cli/offer.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const kinds[] = { "base", "sign-on", "score" };

/* What the need is about. */
static const char *
title_of (const WayScorecard *card, const WayNeed *need)
{
  switch (need->kind)
    {
    case WAY_NEED_BASE:
      return _ ("Base salary");
    case WAY_NEED_SIGN_ON:
      return _ ("Sign-on money of the first year");
    case WAY_NEED_SCORE:
    default:
      return ((const WayCriterionRow *) card->criteria->pdata[need->criterion])->title;
    }
}

static void
need_to_json (JsonBuilder *b, const WayScorecard *card, const WayNeed *need)
{
  json_builder_begin_object (b);
  way_cli_json_string (b, "kind", kinds[need->kind]);
  json_builder_set_member_name (b, "criterion");
  if (need->kind == WAY_NEED_SCORE)
    json_builder_add_int_value (
        b, ((const WayCriterionRow *) card->criteria->pdata[need->criterion])->id);
  else
    json_builder_add_null_value (b);
  way_cli_json_number (b, "now", need->now, 2);
  way_cli_json_number (b, "needed", need->needed, 2);
  json_builder_end_object (b);
}

static void
say_need (const WayCli *cli, const WayScorecard *card, const WayNeed *need)
{
  g_autofree char *now = way_cli_range ((WayRange) { need->now, need->now });

  if (isnan (need->needed))
    /* Translators: what could be changed */
    way_cli_say (cli, _ ("  %s: this alone is not enough"), title_of (card, need));
  else
    /* Translators: what could be changed, the number now, and the number that is needed */
    way_cli_say (cli, _ ("  %s: %s now, %.10g is needed"), title_of (card, need), now,
                 need->needed);
}

static void
print_needs (const WayCli *cli,
             const WayScorecard *card,
             const WayOffer *offer,
             const GArray *needs)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  gboolean hidden = way_scorecard_hides_money (card);

  json_builder_begin_object (b);
  way_cli_json_int (b, "card", card->id);
  way_cli_json_int (b, "offer", offer->id);
  json_builder_set_member_name (b, "needs");
  json_builder_begin_array (b);
  if (needs->len > 0)
    /* Translators: a company */
    way_cli_say (cli, _ ("For %s to lead, the rest staying as it is:"), offer->company);
  for (guint i = 0; i < needs->len; i++)
    {
      const WayNeed *need = &g_array_index (needs, WayNeed, i);
      if (hidden && need->kind != WAY_NEED_SCORE)
        continue;
      need_to_json (b, card, need);
      say_need (cli, card, need);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
}

static int
run_needs (WayCli *cli, const WayCommand *command, int argc, char **argv)
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
  g_autoptr (WayComparison) comparison = way_compare (card, 1);
  g_autoptr (GArray) needs = way_compare_needs (card, comparison, (guint) index);
  print_needs (cli, card, offer, needs);
  g_autofree char *verdict = way_comparison_verdict (card, comparison);
  if (comparison->ranking == NULL || comparison->ranking->n_ranked < 2)
    way_cli_say (cli, "%s", verdict);
  else if (needs->len == 0)
    way_cli_say (cli, _ ("%s leads already."), offer->company);
  return WAY_EXIT_DONE;
}

const WayCommand way_offer_needs_commands[] = {
  { "offer needs", "OFFER", N_ ("tell what has to change for an offer to lead"),
    "  waymark-cli offer needs Globex\n", run_needs },
  { 0 },
};

/* "offer settings": how a scorecard compares. */
#include "cli/offer.h"
#include "core/base/error.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64 card;
  char *title, *currency, *discount, *lead, *any_weights, *private, *blind;
  int years;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->title);
  g_free (o->currency);
  g_free (o->discount);
  g_free (o->lead);
  g_free (o->any_weights);
  g_free (o->private);
  g_free (o->blind);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
apply_word (const char *word, gboolean *setting, GError **error)
{
  if (word == NULL || g_str_equal (word, "yes") || g_str_equal (word, "no"))
    {
      *setting = word == NULL ? *setting : g_str_equal (word, "yes");
      return TRUE;
    }
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("“%s” is neither yes nor no."), word);
  return FALSE;
}

static void
put (char **place, const char *text)
{
  if (text == NULL)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

static gboolean
apply (const Options *o, WayScorecard *card, GError **error)
{
  put (&card->title, o->title);
  put (&card->currency, o->currency);
  card->years = o->years >= 0 ? o->years : card->years;
  return (o->discount == NULL ||
          way_cli_parse_number (o->discount, &card->discount_percent, error)) &&
         (o->lead == NULL || way_cli_parse_number (o->lead, &card->lead_percent, error)) &&
         apply_word (o->any_weights, &card->any_weights, error) &&
         apply_word (o->private, &card->is_private, error) &&
         apply_word (o->blind, &card->blind, error);
}

static const char *
yes_or_no (gboolean setting)
{
  return setting ? _ ("yes") : _ ("no");
}

static void
changes_to_json (JsonBuilder *b, const WayScorecard *card)
{
  json_builder_set_member_name (b, "weight_changes");
  json_builder_begin_array (b);
  for (guint i = 0; i < card->changes->len; i++)
    {
      const WayWeightChange *it = card->changes->pdata[i];
      json_builder_begin_object (b);
      way_cli_json_string (b, "criterion", it->criterion);
      way_cli_json_number (b, "from", it->old_weight, 6);
      way_cli_json_number (b, "to", it->new_weight, 6);
      way_cli_json_instant (b, "changed", it->changed_utc);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
card_to_json (const WayScorecard *card)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_int (b, "card", card->id);
  way_cli_json_string (b, "title", card->title);
  way_cli_json_string (b, "currency", card->currency);
  way_cli_json_int (b, "years", card->years);
  way_cli_json_number (b, "discount", card->discount_percent, 4);
  way_cli_json_number (b, "lead", card->lead_percent, 4);
  way_cli_json_bool (b, "any_weights", card->any_weights);
  way_cli_json_bool (b, "private", card->is_private);
  way_cli_json_bool (b, "blind", card->blind);
  way_cli_json_bool (b, "locked", card->locked_utc != 0);
  changes_to_json (b, card);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static void
say_changes (WayCli *cli, const WayScorecard *card)
{
  g_autoptr (WayZone) zone = way_cli_zone (cli);

  for (guint i = 0; i < card->changes->len; i++)
    {
      const WayWeightChange *it = card->changes->pdata[i];
      g_autofree char *time = way_cli_local_time (zone, it->changed_utc);
      g_autofree char *from = way_cli_range ((WayRange) { it->old_weight, it->old_weight });
      g_autofree char *to = way_cli_range ((WayRange) { it->new_weight, it->new_weight });
      /* Translators: a time, the title of a criterion, its weight before and since */
      way_cli_say (cli, _ ("  %s  %s: %s, then %s"), time, it->criterion, from, to);
    }
}

static void
say_card (WayCli *cli, const WayScorecard *card)
{
  g_autofree char *discount =
      way_cli_range ((WayRange) { card->discount_percent, card->discount_percent });

  way_cli_say (cli, "%s (%s)", card->title, card->currency);
  way_cli_say (cli, _ ("  Years: %d"), card->years);
  way_cli_say (cli, _ ("  Discount rate, percent: %s"), discount);
  way_cli_say (cli, _ ("  Lead of a clear winner, points: %.10g"), card->lead_percent);
  way_cli_say (cli, _ ("  Every weighting is plausible: %s"), yes_or_no (card->any_weights));
  way_cli_say (cli, _ ("  Companies are not named in calendars: %s"), yes_or_no (card->is_private));
  way_cli_say (cli, _ ("  Money is hidden until all is scored: %s"), yes_or_no (card->blind));
  way_cli_say (cli, _ ("  Weights are locked: %s"), yes_or_no (card->locked_utc != 0));
  if (card->changes->len > 0)
    way_cli_say (cli, "%s", _ ("Weights changed behind the lock:"));
  say_changes (cli, card);
}

/* Prints the scorecard as it is now. */
static int
print_card (WayCli *cli, gint64 id)
{
  GError *error = NULL;
  g_autoptr (WayScorecard) card = way_cli_card (cli, id, &error);

  if (card == NULL)
    return way_cli_fail (error);
  if (cli->json)
    card_to_json (card);
  else
    say_card (cli, card);
  return WAY_EXIT_DONE;
}

static gboolean
changes_something (const Options *o)
{
  return o->title != NULL || o->currency != NULL || o->discount != NULL || o->lead != NULL ||
         o->any_weights != NULL || o->private != NULL || o->blind != NULL || o->years >= 0;
}

static int
run_settings (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (Options) o = { .years = -1 };
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &o.title, N_ ("Another title"), "TEXT" },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &o.currency,
      N_ ("What all is compared in; exchange rates are removed"), "CODE" },
    { "years", 0, 0, G_OPTION_ARG_INT, &o.years, N_ ("How many years of pay are compared"), "N" },
    { "discount", 0, 0, G_OPTION_ARG_STRING, &o.discount,
      N_ ("Rate of present values, percent a year, or “blank”"), "PERCENT" },
    { "lead", 0, 0, G_OPTION_ARG_STRING, &o.lead, N_ ("Points that make a clear winner"),
      "POINTS" },
    { "any-weights", 0, 0, G_OPTION_ARG_STRING, &o.any_weights,
      N_ ("Whether every weighting is plausible"), "yes|no" },
    { "private", 0, 0, G_OPTION_ARG_STRING, &o.private,
      N_ ("Whether calendar files do not name the companies"), "yes|no" },
    { "blind", 0, 0, G_OPTION_ARG_STRING, &o.blind,
      N_ ("Whether money is hidden until all is scored"), "yes|no" },
    { "card", 0, 0, G_OPTION_ARG_INT64, &o.card, N_ ("The scorecard (the newest)"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayScorecard) card = way_cli_card (cli, o.card, &error);
  if (card == NULL || !apply (&o, card, &error) ||
      (changes_something (&o) && !way_scorecard_set (cli->store, card, cli->now_utc, &error)))
    return way_cli_fail (error);
  return print_card (cli, card->id);
}

const WayCommand way_offer_settings_commands[] = {
  { "offer settings", "",
    N_ ("print or change how a scorecard compares, and what was changed behind its lock"),
    "  waymark-cli offer settings --years 5 --discount 4\n"
    "  waymark-cli offer settings --any-weights yes\n",
    run_settings },
  { 0 },
};

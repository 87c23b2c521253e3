/* The options that say what an offer is; add and set take them. */
#include "cli/offer.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *name;
  gsize offset;
  const char *help;
} numbers[] = {
  { "base", G_STRUCT_OFFSET (WayOffer, base), N_ ("Base salary a year") },
  { "raise", G_STRUCT_OFFSET (WayOffer, raise_percent),
    N_ ("Raise of the base each year, percent") },
  { "bonus", G_STRUCT_OFFSET (WayOffer, bonus_amount), N_ ("Bonus a year at target; 0: none") },
  { "bonus-percent", G_STRUCT_OFFSET (WayOffer, bonus_percent),
    N_ ("Bonus at target, percent of the base") },
  { "payout-low", G_STRUCT_OFFSET (WayOffer, payout_low),
    N_ ("What is paid of the target in a bad year, percent") },
  { "payout", G_STRUCT_OFFSET (WayOffer, payout_middle), N_ ("In a usual year, percent") },
  { "payout-high", G_STRUCT_OFFSET (WayOffer, payout_high), N_ ("In a good year, percent") },
  { "bonus-promised", G_STRUCT_OFFSET (WayOffer, bonus_promised),
    N_ ("Bonus a year that is paid whatever happens") },
  { "pension", G_STRUCT_OFFSET (WayOffer, pension_amount),
    N_ ("Paid into a pension a year; 0: nothing") },
  { "pension-percent", G_STRUCT_OFFSET (WayOffer, pension_percent),
    N_ ("The same, percent of the base") },
  { "allowance", G_STRUCT_OFFSET (WayOffer, allowance), N_ ("Allowances a year; 0: none") },
  { "commute-cost", G_STRUCT_OFFSET (WayOffer, commute_cost), N_ ("Cost of commuting a year") },
  { "commute-hours", G_STRUCT_OFFSET (WayOffer, commute_hours), N_ ("Hours of commuting a year") },
};

struct _WayCliOffer
{
  char *numbers[G_N_ELEMENTS (numbers)];
  char *role, *place, *currency, *deadline, *state, *note;
  char **sign_on, **grants;
  gboolean no_sign_on, no_equity;
};

WayCliOffer *
way_cli_offer_new (void)
{
  return g_new0 (WayCliOffer, 1);
}

void
way_cli_offer_free (WayCliOffer *options)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_free (options->numbers[i]);
  g_free (options->role);
  g_free (options->place);
  g_free (options->currency);
  g_free (options->deadline);
  g_free (options->state);
  g_free (options->note);
  g_strfreev (options->sign_on);
  g_strfreev (options->grants);
  g_free (options);
}

GOptionEntry *
way_cli_offer_entries (WayCliOffer *options, const GOptionEntry *more)
{
  const GOptionEntry texts[] = {
    { "role", 0, 0, G_OPTION_ARG_STRING, &options->role, N_ ("The role"), "TEXT" },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options->place, N_ ("Where the work is"), "TEXT" },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &options->currency,
      N_ ("Of its money (that of the scorecard)"), "CODE" },
    { "deadline", 0, 0, G_OPTION_ARG_STRING, &options->deadline,
      N_ ("The day to answer by, or “blank”"), "DATE" },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options->state,
      N_ ("applied, interviewing, offered, accepted, declined, rejected or withdrawn"), "STATE" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, N_ ("A note"), "TEXT" },
    { "sign-on", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->sign_on,
      N_ ("Sign-on money: the year it is paid in, the amount, and the months in which leaving "
          "costs it, or “,prorated” the rest of it; may be repeated"),
      "YEAR:AMOUNT[:MONTHS][,prorated]" },
    { "no-sign-on", 0, 0, G_OPTION_ARG_NONE, &options->no_sign_on, N_ ("There is no sign-on money"),
      NULL },
    { "grant", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->grants,
      N_ ("Equity: its value, the months until all has vested (48), the cliff (12) and the months "
          "between two vestings (1); details are title=, kind=stock, options, phantom or other, "
          "low= and high= values, discount= in percent (0 for stock), start= month, and instead "
          "of the numbers years= or months= of vesting; may be repeated"),
      "AMOUNT[:MONTHS[:CLIFF[:EVERY]]][,DETAIL]…" },
    { "no-equity", 0, 0, G_OPTION_ARG_NONE, &options->no_equity, N_ ("There is no equity"), NULL },
  };
  gsize n = G_N_ELEMENTS (numbers), n_texts = G_N_ELEMENTS (texts), n_more = 0;

  while (more[n_more].long_name != NULL)
    n_more++;
  GOptionEntry *all = g_new0 (GOptionEntry, n + n_texts + n_more + 1);
  memcpy (all, texts, sizeof texts);
  for (gsize i = 0; i < n; i++)
    all[n_texts + i] =
        (GOptionEntry) { numbers[i].name, 0,       0, G_OPTION_ARG_STRING, &options->numbers[i],
                         numbers[i].help, "NUMBER" };
  memcpy (all + n_texts + n, more, n_more * sizeof *more);
  return all;
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
apply_sign_on (const WayCliOffer *options, WayOffer *offer, GError **error)
{
  if (options->sign_on == NULL && !options->no_sign_on)
    return TRUE;
  g_ptr_array_set_size (offer->sign_on, 0);
  offer->no_sign_on = options->no_sign_on;
  for (char **it = options->sign_on; it != NULL && *it != NULL; it++)
    {
      WaySignOnRow *row = way_cli_parse_sign_on (*it, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (offer->sign_on, row);
    }
  return TRUE;
}

static gboolean
apply_grants (const WayCliOffer *options, WayOffer *offer, GError **error)
{
  if (options->grants == NULL && !options->no_equity)
    return TRUE;
  g_ptr_array_set_size (offer->grants, 0);
  offer->no_equity = options->no_equity;
  for (char **it = options->grants; it != NULL && *it != NULL; it++)
    {
      WayGrantRow *row = way_cli_parse_grant (*it, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (offer->grants, row);
    }
  return TRUE;
}

static gboolean
apply_deadline (const WayCliOffer *options, WayDate today, WayOffer *offer, GError **error)
{
  if (g_strcmp0 (options->deadline, "blank") == 0)
    offer->deadline_date = WAY_DATE_NONE;
  else if (options->deadline != NULL)
    return way_date_parse (options->deadline, today, &offer->deadline_date, error);
  return TRUE;
}

gboolean
way_cli_offer_apply (const WayCliOffer *options, WayDate today, WayOffer *offer, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (options->numbers[i] != NULL &&
        !way_cli_parse_number (options->numbers[i],
                               &G_STRUCT_MEMBER (double, offer, numbers[i].offset), error))
      return FALSE;
  put (&offer->role, options->role);
  put (&offer->place, options->place);
  put (&offer->currency, options->currency);
  put (&offer->note, options->note);
  return apply_deadline (options, today, offer, error) &&
         (options->state == NULL || way_offer_state_parse (options->state, &offer->state, error)) &&
         apply_sign_on (options, offer, error) && apply_grants (options, offer, error);
}

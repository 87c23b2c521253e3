/* The words of scorecards: in the database and on the command line, and for a person. */
#include "core/base/error.h"
#include "core/offers/scorecard.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *word, *title;
} Word;

static const Word states[WAY_OFFER_N_STATES] = {
  /* Translators: where an offer of a job stands */
  { "applied", N_ ("Applied") },     { "interviewing", N_ ("Interviewing") },
  { "offered", N_ ("Offered") },     { "accepted", N_ ("Accepted") },
  { "declined", N_ ("Declined") },   { "rejected", N_ ("Rejected") },
  { "withdrawn", N_ ("Withdrawn") },
};

static const Word measures[WAY_MEASURE_N] = {
  { "typed", N_ ("Typed") },
  { "first-year", N_ ("Pay of the first year") },
  { "yearly", N_ ("Mean pay a year") },
  { "guaranteed", N_ ("Guaranteed pay a year") },
  { "present", N_ ("Present value of the pay") },
  { "commute", N_ ("Hours of commuting a year") },
};

static const Word kinds[WAY_GRANT_N_KINDS] = {
  /* Translators: kinds of equity */
  { "stock", N_ ("Stock") },
  { "options", N_ ("Options") },
  { "phantom", N_ ("Phantom Stock") },
  { "other", N_ ("Other") },
};

/* The index of @word, or -1. */
static int
find (const Word *words, int n, const char *word)
{
  for (int i = 0; i < n; i++)
    if (g_str_equal (words[i].word, word))
      return i;
  return -1;
}

const char *
way_offer_state_to_string (WayOfferState state)
{
  g_return_val_if_fail ((guint) state < WAY_OFFER_N_STATES, "applied");
  return states[state].word;
}

const char *
way_offer_state_title (WayOfferState state)
{
  g_return_val_if_fail ((guint) state < WAY_OFFER_N_STATES, "");
  return _ (states[state].title);
}

gboolean
way_offer_state_parse (const char *word, WayOfferState *state, GError **error)
{
  int i = find (states, WAY_OFFER_N_STATES, word);

  if (i < 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is no state of an offer. There are applied, interviewing, offered, "
                      "accepted, declined, rejected and withdrawn."),
                   word);
      return FALSE;
    }
  *state = (WayOfferState) i;
  return TRUE;
}

const char *
way_measure_to_string (WayMeasure measure)
{
  g_return_val_if_fail ((guint) measure < WAY_MEASURE_N, "typed");
  return measures[measure].word;
}

const char *
way_measure_title (WayMeasure measure)
{
  g_return_val_if_fail ((guint) measure < WAY_MEASURE_N, "");
  return _ (measures[measure].title);
}

gboolean
way_measure_parse (const char *word, WayMeasure *measure, GError **error)
{
  int i = find (measures, WAY_MEASURE_N, word);

  if (i < 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is nothing that offers are measured by. There are typed, first-year, "
                      "yearly, guaranteed, present and commute."),
                   word);
      return FALSE;
    }
  *measure = (WayMeasure) i;
  return TRUE;
}

const char *
way_grant_kind_to_string (WayGrantKind kind)
{
  g_return_val_if_fail ((guint) kind < WAY_GRANT_N_KINDS, "other");
  return kinds[kind].word;
}

const char *
way_grant_kind_title (WayGrantKind kind)
{
  g_return_val_if_fail ((guint) kind < WAY_GRANT_N_KINDS, "");
  return _ (kinds[kind].title);
}

gboolean
way_grant_kind_parse (const char *word, WayGrantKind *kind, GError **error)
{
  int i = find (kinds, WAY_GRANT_N_KINDS, word);

  if (i < 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is no kind of grant. There are stock, options, phantom and other."),
                   word);
      return FALSE;
    }
  *kind = (WayGrantKind) i;
  return TRUE;
}

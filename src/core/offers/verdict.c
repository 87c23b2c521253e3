/* What a comparison says, in sentences. */
#include "core/offers/compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROUNDING 1e-12

/* The company, and the role where the company has several offers (transfer full). */
static char *
name_of (const WayScorecard *card, const WayComparison *comparison, guint ranked)
{
  const WayOffer *offer = card->offers->pdata[comparison->ranked[ranked]];
  guint n = 0;

  for (guint o = 0; o < card->offers->len; o++)
    n += g_str_equal (((const WayOffer *) card->offers->pdata[o])->company, offer->company);
  if (n > 1 && *offer->role != '\0')
    /* Translators: a company, and the role that it offers */
    return g_strdup_printf (_ ("%s (%s)"), offer->company, offer->role);
  return g_strdup (offer->company);
}

static double
rounded (double number, int decimals)
{
  double scale = pow (10, decimals);

  return round (number * scale) / scale;
}

/* As few decimals as tell @points from 0, and small ones from whole ones. */
static int
decimals_of (double points)
{
  int decimals = fabs (points) >= 10 || fabs (points - round (points)) < 0.05 ? 0 : 1;

  while (decimals < 4 && points != 0 && rounded (points, decimals) == 0)
    decimals++;
  return decimals;
}

static char *
points_text (double points, int decimals)
{
  return g_strdup_printf ("%.*f", decimals, points);
}

/* Which form a number of points takes: what is not whole takes that of several. */
static gulong
plural_of (double points, int decimals)
{
  return decimals == 0 && rounded (points, 0) == 1 ? 1 : 2;
}

/* Never 0 or 100 by rounding alone. */
static int
percent_of (double share)
{
  if (share >= 1 - ROUNDING)
    return 100;
  return (int) CLAMP (round (100 * share), share > 0 ? 1 : 0, 99);
}

/* The first criterion of an offer whose must-have is so; its title. */
static const char *
must_title (const WayScorecard *card, const WayRankedOffer *offer, WayMust must)
{
  for (guint c = 0; c < card->criteria->len; c++)
    if (offer->musts[c] == must)
      return ((const WayCriterionRow *) card->criteria->pdata[c])->title;
  return "";
}

static gboolean
weights_vary (const WayScorecard *card)
{
  for (guint c = 0; c < card->criteria->len; c++)
    {
      WayRange range = ((const WayCriterionRow *) card->criteria->pdata[c])->weight_range;
      if (!way_range_is_blank (range) && !way_range_is_exact (range))
        return TRUE;
    }
  return card->any_weights && card->criteria->len > 1;
}

static gboolean
scores_vary (const WayRanking *ranking)
{
  for (guint o = 0; o < ranking->n_offers; o++)
    if (!ranking->offers[o].vetoed && !way_range_is_exact (ranking->offers[o].total))
      return TRUE;
  return FALSE;
}

static gboolean
all_blank (const WayComparison *comparison)
{
  for (guint i = 0; i < comparison->ranking->n_offers; i++)
    if (comparison->offers[comparison->ranked[i]].missing < comparison->n_criteria)
      return FALSE;
  return TRUE;
}

/* The one behind the leader; there must be one. */
static guint
second_of (const WayRanking *ranking)
{
  guint second = 0;
  double best = -1;

  for (guint o = 0; o < ranking->n_offers; o++)
    {
      double total = way_range_middle (ranking->offers[o].total);
      if ((int) o != ranking->leader && !ranking->offers[o].vetoed && total > best)
        {
          best = total;
          second = o;
        }
    }
  return second;
}

static char *
say_vetoed (const WayScorecard *card, const WayComparison *comparison)
{
  const WayRanking *ranking = comparison->ranking;

  if (ranking->n_offers > 1)
    return g_strdup (_ ("No winner: every offer misses a must-have."));
  g_autofree char *name = name_of (card, comparison, 0);
  /* Translators: a company, and the title of a criterion */
  return g_strdup_printf (_ ("%s misses the must-have “%s”."), name,
                          must_title (card, &ranking->offers[0], WAY_MUST_MISSED));
}

static char *
say_alone (const WayComparison *comparison, const char *leader)
{
  if (comparison->ranking->n_offers == 1)
    return g_strdup_printf (_ ("%s is the only offer: there is nothing to compare it with."),
                            leader);
  return g_strdup_printf (_ ("%s is the only offer that misses no must-have."), leader);
}

static char *
say_close (const WayScorecard *card, const WayComparison *comparison, const char *leader)
{
  double lead = 100 * comparison->ranking->lead, needed = card->lead_percent;
  int decimals = decimals_of (lead);
  g_autofree char *second = name_of (card, comparison, second_of (comparison->ranking));

  if (lead <= 100 * ROUNDING)
    /* Translators: two companies */
    return g_strdup_printf (_ ("No clear winner: %s and %s are level."), leader, second);
  while (decimals < 4 && rounded (lead, decimals) >= needed)
    decimals++;
  g_autofree char *apart = points_text (lead, decimals);
  g_autofree char *asked = points_text (needed, decimals_of (needed));
  /* Translators: two companies, how many points apart they are, and how many there must be */
  return g_strdup_printf (
      ngettext ("No clear winner: %s and %s are %s point apart, less than the %s "
                "that are asked for.",
                "No clear winner: %s and %s are %s points apart, less than the "
                "%s that are asked for.",
                plural_of (lead, decimals)),
      leader, second, apart, asked);
}

/* @share: how often the leader comes first */
static char *
say_unsure (const WayScorecard *card,
            const WayRanking *ranking,
            const char *leader,
            const char *points,
            double share)
{
  /* Below what is needed also behind rounding. */
  int percent = (int) floor (100 * share);

  if (weights_vary (card) && scores_vary (ranking))
    /* Translators: a company, points, percent */
    return g_strdup_printf (
        _ ("No clear winner: %s is ahead by %s of 100, but comes first with only "
           "%d %% of the plausible weightings and scores."),
        leader, points, percent);
  if (weights_vary (card))
    /* Translators: a company, points, percent */
    return g_strdup_printf (_ ("No clear winner: %s is ahead by %s of 100, but comes first in only "
                               "%d %% of the plausible weightings."),
                            leader, points, percent);
  /* Translators: a company, points, percent */
  return g_strdup_printf (_ ("No clear winner: %s is ahead by %s of 100, but comes first with only "
                             "%d %% of the plausible scores."),
                          leader, points, percent);
}

static char *
say_clear (const WayScorecard *card,
           const WayRanking *ranking,
           const char *leader,
           const char *points,
           double share)
{
  if (weights_vary (card) && scores_vary (ranking))
    /* Translators: a company, "8 points", percent */
    return g_strdup_printf (_ ("%s leads by %s of 100 and comes first with %d %% of the plausible "
                               "weightings and scores."),
                            leader, points, percent_of (share));
  if (weights_vary (card))
    /* Translators: a company, "8 points", percent */
    return g_strdup_printf (_ ("%s leads by %s of 100 and comes first in %d %% of the plausible "
                               "weightings."),
                            leader, points, percent_of (share));
  if (scores_vary (ranking))
    /* Translators: a company, "8 points", percent */
    return g_strdup_printf (_ ("%s leads by %s of 100 and comes first with %d %% of the plausible "
                               "scores."),
                            leader, points, percent_of (share));
  /* Translators: a company, "8 points" */
  return g_strdup_printf (_ ("%s leads by %s of 100."), leader, points);
}

/* The first sentence (transfer full). */
static char *
say_winner (const WayScorecard *card, const WayComparison *comparison)
{
  const WayRanking *ranking = comparison->ranking;

  if (ranking->leader < 0)
    return say_vetoed (card, comparison);
  if (all_blank (comparison))
    return g_strdup (_ ("All values are blank: nothing tells the offers apart yet."));
  const WayRankedOffer *leader = &ranking->offers[ranking->leader];
  g_autofree char *name = name_of (card, comparison, (guint) ranking->leader);
  if (ranking->unclear == WAY_UNCLEAR_OPEN)
    /* Translators: a company, and the title of a criterion */
    return g_strdup_printf (
        _ ("No clear winner: %s is ahead, but whether it has the must-have “%s” "
           "is not known."),
        name, must_title (card, leader, WAY_MUST_OPEN));
  if (ranking->n_ranked == 1)
    return say_alone (comparison, name);
  if (ranking->unclear == WAY_UNCLEAR_CLOSE)
    return say_close (card, comparison, name);
  double lead = 100 * ranking->lead;
  int decimals = decimals_of (lead);
  g_autofree char *number = points_text (lead, decimals);
  g_autofree char *points =
      g_strdup_printf (ngettext ("%s point", "%s points", plural_of (lead, decimals)), number);
  return ranking->unclear == WAY_UNCLEAR_WEIGHTS
             ? say_unsure (card, ranking, name, points, leader->acceptability[0])
             : say_clear (card, ranking, name, points, leader->acceptability[0]);
}

static void
add (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/* A better one that cannot be taken: why the eye and the ranking differ. */
static void
add_vetoed (const WayScorecard *card, const WayComparison *comparison, GString *text)
{
  const WayRanking *ranking = comparison->ranking;

  for (guint o = 0; o < ranking->n_offers && ranking->leader >= 0; o++)
    {
      const WayRankedOffer *it = &ranking->offers[o];
      if (!it->vetoed ||
          way_range_middle (it->total) <= way_range_middle (ranking->offers[ranking->leader].total))
        continue;
      g_autofree char *name = name_of (card, comparison, o);
      /* Translators: a company, and the title of a criterion */
      add (text, g_strdup_printf (_ ("%s has more points, but misses the must-have “%s”."), name,
                                  must_title (card, it, WAY_MUST_MISSED)));
    }
}

static void
add_blanks (const WayScorecard *card, const WayComparison *comparison, GString *text)
{
  const WayRanking *ranking = comparison->ranking;

  if (ranking->leader < 0 || all_blank (comparison))
    return;
  guint missing = comparison->offers[comparison->ranked[ranking->leader]].missing;
  WayRange total = ranking->offers[ranking->leader].total;
  g_autofree char *name = name_of (card, comparison, (guint) ranking->leader);
  if (missing > 0)
    /* Translators: how many, a company, and two totals in points */
    add (text,
         g_strdup_printf (ngettext ("%d value of %s is blank; its total lies between %d and %d.",
                                    "%d values of %s are blank; its total lies between %d and %d.",
                                    missing),
                          (int) missing, name, (int) floor (100 * total.low + ROUNDING),
                          (int) ceil (100 * total.high - ROUNDING)));
}

static gboolean
compares_pay (const WayScorecard *card)
{
  for (guint c = 0; c < card->criteria->len; c++)
    {
      WayMeasure measure = ((const WayCriterionRow *) card->criteria->pdata[c])->measure;
      if (measure != WAY_MEASURE_TYPED && measure != WAY_MEASURE_COMMUTE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_rate (const WayScorecard *card, const char *currency)
{
  for (guint i = 0; i < card->rates->len; i++)
    if (g_str_equal (((const WayExchangeRate *) card->rates->pdata[i])->currency, currency))
      return TRUE;
  return g_str_equal (card->currency, currency);
}

static void
add_rates (const WayScorecard *card, const WayComparison *comparison, GString *text)
{
  for (guint i = 0; i < comparison->ranking->n_offers && compares_pay (card); i++)
    {
      const WayOffer *offer = card->offers->pdata[comparison->ranked[i]];
      if (has_rate (card, offer->currency))
        continue;
      g_autofree char *name = name_of (card, comparison, i);
      /* Translators: a currency, and a company */
      add (text, g_strdup_printf (_ ("There is no exchange rate for %s: the pay of %s is not "
                                     "compared."),
                                  offer->currency, name));
    }
}

char *
way_comparison_verdict (const WayScorecard *card, const WayComparison *comparison)
{
  GString *text = g_string_new (NULL);

  if (comparison->ranking == NULL)
    g_string_append (text, comparison->why);
  else
    {
      add (text, say_winner (card, comparison));
      add_vetoed (card, comparison, text);
      add_blanks (card, comparison, text);
      add_rates (card, comparison, text);
    }
  return g_string_free (text, FALSE);
}

/* A share that lies behind the flip also when it is rounded. */
static double
behind (double share, gboolean raising, int decimals)
{
  double scale = pow (10, decimals), percent = 100 * share * scale;

  return (raising ? ceil (percent - ROUNDING) : floor (percent + ROUNDING)) / scale;
}

char *
way_comparison_flip (const WayScorecard *card, const WayComparison *comparison)
{
  const WayRanking *ranking = comparison->ranking;
  int decimals = 0;

  if (ranking == NULL)
    return g_strdup (comparison->why);
  if (ranking->n_ranked < 2)
    return g_strdup (_ ("There is no other offer that a weight could put first."));
  if (ranking->flip.criterion < 0)
    return g_strdup (_ ("No change of a single weight puts another offer first."));
  const WayFlip *flip = &ranking->flip;
  gboolean raising = flip->to >= flip->from;
  const char *title = ((const WayCriterionRow *) card->criteria->pdata[flip->criterion])->title;
  while (decimals < 2 &&
         rounded (100 * flip->from, decimals) == behind (flip->to, raising, decimals))
    decimals++;
  g_autofree char *name = name_of (card, comparison, flip->offer);
  g_autofree char *from = points_text (100 * flip->from, decimals);
  g_autofree char *to = points_text (behind (flip->to, raising, decimals), decimals);
  /* Translators: the title of a criterion, its share of the weights now and then, a company */
  return g_strdup_printf (raising ? _ ("Raising “%s” from %s %% to %s %% would put %s first.")
                                  : _ ("Lowering “%s” from %s %% to %s %% would put %s first."),
                          title, from, to, name);
}

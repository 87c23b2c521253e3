#include "app/offers/offer-words.h"

#include "app/format.h"
#include "app/offers/range-text.h"

#include <glib/gi18n.h>
#include <math.h>

char *
way_offer_name (const WayScorecard *card, guint offer)
{
  const WayOffer *it = g_ptr_array_index (card->offers, offer);

  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *other = g_ptr_array_index (card->offers, i);
      if (i != offer && *it->role != '\0' && g_str_equal (it->company, other->company))
        /* Translators: a company, and the role it offers. */
        return g_strdup_printf (_ ("%s, %s"), it->company, it->role);
    }
  return g_strdup (it->company);
}

const char *
way_offer_state_icon (WayOfferState state)
{
  static const char *const icons[WAY_OFFER_N_STATES] = {
    [WAY_OFFER_APPLIED] = "way-export-symbolic",   [WAY_OFFER_INTERVIEWING] = "way-mock-symbolic",
    [WAY_OFFER_OFFERED] = "way-offers-symbolic",   [WAY_OFFER_ACCEPTED] = "way-checklist-symbolic",
    [WAY_OFFER_DECLINED] = "way-remove-symbolic",  [WAY_OFFER_REJECTED] = "way-remove-symbolic",
    [WAY_OFFER_WITHDRAWN] = "way-remove-symbolic",
  };

  return icons[state];
}

static gboolean
awaits_answer (const WayOffer *offer)
{
  return offer->state == WAY_OFFER_APPLIED || offer->state == WAY_OFFER_INTERVIEWING ||
         offer->state == WAY_OFFER_OFFERED;
}

gboolean
way_offer_deadline_texts (const WayOffer *offer,
                          WayDate today,
                          char **day,
                          char **left,
                          gboolean *late)
{
  if (offer->deadline_date == WAY_DATE_NONE || !awaits_answer (offer))
    return FALSE;
  int days = offer->deadline_date - today;
  g_autofree char *date = way_format_day_short (offer->deadline_date, today);
  *late = days < 0;
  /* Translators: a day. */
  *day = g_strdup_printf (_ ("Answer by %s"), date);
  if (days < 0)
    *left = g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days), -days);
  else if (days == 0)
    *left = g_strdup (_ ("today"));
  else
    *left = g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
  return TRUE;
}

char *
way_offer_deadline_text (const WayOffer *offer, WayDate today, gboolean *late)
{
  g_autofree char *day = NULL, *left = NULL;

  *late = FALSE;
  if (!way_offer_deadline_texts (offer, today, &day, &left, late))
    return NULL;
  /* Translators: "Answer by 14 Mar", and "5 days left" or "2 days late". */
  return g_strdup_printf (_ ("%s, %s"), day, left);
}

int
way_comparison_rank_index (const WayComparison *comparison, guint offer)
{
  if (comparison->ranking == NULL)
    return -1;
  for (guint i = 0; i < comparison->ranking->n_offers; i++)
    if (comparison->ranked[i] == offer)
      return (int) i;
  return -1;
}

char *
way_criterion_must_text (const WayCriterionRow *criterion)
{
  int decimals = way_criterion_decimals (criterion);
  g_autofree char *least = way_number_text (criterion->must_at_least, decimals);
  g_autofree char *most = way_number_text (criterion->must_at_most, decimals);

  if (isnan (criterion->must_at_least) && isnan (criterion->must_at_most))
    return NULL;
  if (isnan (criterion->must_at_most))
    /* Translators: a must-have: the least value. */
    return g_strdup_printf (_ ("at least %s"), least);
  if (isnan (criterion->must_at_least))
    /* Translators: a must-have: the largest value. */
    return g_strdup_printf (_ ("at most %s"), most);
  /* Translators: a must-have: the least and the largest value. */
  return g_strdup_printf (_ ("between %s and %s"), least, most);
}

char *
way_offer_veto_text (const WayScorecard *card, const WayComparison *comparison, guint offer)
{
  int at = way_comparison_rank_index (comparison, offer);

  if (at < 0 || !comparison->ranking->offers[at].vetoed)
    return NULL;
  for (guint c = 0; c < comparison->n_criteria; c++)
    {
      const WayCriterionRow *it = g_ptr_array_index (card->criteria, c);
      if (comparison->ranking->offers[at].musts[c] != WAY_MUST_MISSED)
        continue;
      g_autofree char *must = way_criterion_must_text (it);
      g_autofree char *score =
          way_range_text (comparison->offers[offer].scores[c], way_criterion_decimals (it));
      /* Translators: a criterion, a score, and its must-have: "Growth is 2, must be at least 3". */
      return g_strdup_printf (_ ("%s is %s, must be %s"), it->title, score, must);
    }
  return NULL;
}

int
way_criterion_decimals (const WayCriterionRow *criterion)
{
  return criterion->measure == WAY_MEASURE_TYPED ? 2 : 0;
}

gboolean
way_criterion_is_money (const WayCriterionRow *criterion)
{
  return criterion->measure != WAY_MEASURE_TYPED && criterion->measure != WAY_MEASURE_COMMUTE;
}

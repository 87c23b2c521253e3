/* The report works on a copy of the scorecard in which names are letters and notes are gone, unless they were asked
 * for. So no sentence that is made of it can tell them. */
#include "core/offers/report-model.h"

#include "core/offers/report-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/* "A", …, "Z", "AA", … */
static char *
letters (guint index)
{
  char text[8];
  char *at = text + sizeof text;

  *--at = '\0';
  for (guint n = index + 1; n > 0; n = (n - 1) / 26)
    *--at = (char) ('A' + (n - 1) % 26);
  return g_strdup (at);
}

static gboolean
same_name (const WayOffer *a, const WayOffer *b, gboolean roles)
{
  return g_str_equal (a->company, b->company) && (!roles || g_str_equal (a->role, b->role));
}

/* How many offers before @offer are called as it is, and how many at all but itself. */
static guint
count_same (const GPtrArray *offers, guint offer, gboolean roles, guint *before)
{
  guint n = 0;

  *before = 0;
  for (guint i = 0; i < offers->len; i++)
    if (i != offer && same_name (offers->pdata[i], offers->pdata[offer], roles))
      {
        n++;
        *before += i < offer;
      }
  return n;
}

/* The company, with what tells it from others of that name. */
static char *
full_name (const WayScorecard *card, guint offer)
{
  const WayOffer *it = g_ptr_array_index (card->offers, offer);
  guint before, ignored;

  if (count_same (card->offers, offer, FALSE, &before) == 0)
    return g_strdup (it->company);
  if (count_same (card->offers, offer, TRUE, &ignored) == 0 && *it->role != '\0')
    /* Translators: a company and a role */
    return g_strdup_printf (_ ("%s, %s"), it->company, it->role);
  return g_strdup_printf ("%s (%u)", it->company, before + 1);
}

static char *
letter_name (guint offer)
{
  g_autofree char *letter = letters (offer);

  /* Translators: a letter, in place of the company's name */
  return g_strdup_printf (_ ("Offer %s"), letter);
}

static void
name_offers (WayReportBuilder *b, const WayScorecard *card)
{
  for (guint i = 0; i < card->offers->len; i++)
    {
      WayOffer *offer = g_ptr_array_index (b->card->offers, i);
      gboolean named = (b->flags & WAY_REPORT_NAMES) != 0 && *offer->company != '\0';
      replace (&offer->company, named ? full_name (card, i) : letter_name (i));
      if (b->flags & WAY_REPORT_NAMES)
        continue;
      replace (&offer->role, g_strdup (""));
      replace (&offer->place, g_strdup (""));
    }
}

static void
drop_notes (WayScorecard *card)
{
  for (guint i = 0; i < card->criteria->len; i++)
    replace (&((WayCriterionRow *) g_ptr_array_index (card->criteria, i))->note, g_strdup (""));
  for (guint i = 0; i < card->offers->len; i++)
    {
      WayOffer *offer = g_ptr_array_index (card->offers, i);
      replace (&offer->note, g_strdup (""));
      for (guint c = 0; c < card->criteria->len; c++)
        replace (&offer->score_notes[c], g_strdup (""));
    }
  if (card->decision != NULL)
    {
      replace (&card->decision->reason, g_strdup (""));
      replace (&card->decision->expectations, g_strdup (""));
    }
}

/* Whether values of @criterion are money: computed from the pay, or typed in a currency of the scorecard. */
static gboolean
is_money (const WayScorecard *card, const WayCriterionRow *criterion)
{
  static const char *const signs[] = { "€", "$", "£", "¥", "₹", "₩", "₽", "₺" };
  g_autofree char *unit = g_utf8_strup (criterion->unit, -1);

  if (criterion->measure != WAY_MEASURE_TYPED)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (unit, signs[i]) != NULL)
      return TRUE;
  if (*card->currency != '\0' && strstr (unit, card->currency) != NULL)
    return TRUE;
  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *offer = g_ptr_array_index (card->offers, i);
      if (*offer->currency != '\0' && strstr (unit, offer->currency) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A criterion that is not told may still be a must-have that a sentence names: by what it is about. */
static void
choose_criteria (WayReportBuilder *b)
{
  guint n = b->card->criteria->len;

  b->told = g_new (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      WayCriterionRow *criterion = g_ptr_array_index (b->card->criteria, i);
      b->told[i] = (b->flags & WAY_REPORT_PAY) != 0 || !is_money (b->card, criterion);
      if (b->told[i])
        continue;
      b->n_left_out++;
      replace (&criterion->title, g_strdup (_ ("Pay")));
      criterion->measure = WAY_MEASURE_TYPED;
    }
}

static const WayOffer *
find_offer (const WayScorecard *card, gint64 id)
{
  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *offer = g_ptr_array_index (card->offers, i);
      if (offer->id == id)
        return offer;
    }
  return NULL;
}

static char *
day_text (const WayReportBuilder *b, WayDate date)
{
  return b->plain ? way_date_to_iso (date) : way_date_format (date, "%-e %B %Y");
}

static void
add_decision (WayReportBuilder *b, WayReportSection *section)
{
  const WayDecision *decision = b->card->decision;

  if (decision == NULL)
    return;
  const WayOffer *offer = find_offer (b->card, decision->offer_id);
  g_autofree char *day = day_text (b, decision->date);
  way_report_add_line (section,
                       offer != NULL
                           /* Translators: an offer, and a date */
                           ? g_strdup_printf (_ ("Decided: %s, on %s."), offer->company, day)
                           /* Translators: a date */
                           : g_strdup_printf (_ ("Decided: none of the offers, on %s."), day));
  if (*decision->reason != '\0')
    way_report_add_line (section, g_strdup_printf (_ ("Reason: %s"), decision->reason));
  if (*decision->expectations != '\0')
    way_report_add_line (section,
                         g_strdup_printf (_ ("What is expected: %s"), decision->expectations));
}

/* What comes out of it all. */
static void
add_summary (WayReportBuilder *b, gboolean hidden)
{
  WayReportSection *section = way_report_begin (b, "");
  const WayRanking *ranking = b->comparison->ranking;

  way_report_add_line (section, way_comparison_verdict (b->card, b->comparison));
  if (ranking != NULL && (ranking->flip.criterion < 0 || b->told[ranking->flip.criterion]))
    way_report_add_line (section, way_comparison_flip (b->card, b->comparison));
  add_decision (b, section);
  if (hidden)
    way_report_add_line (section,
                         g_strdup (_ ("Money is not shown before all criteria are scored.")));
  if (b->n_left_out > 0)
    way_report_add_line (
        section,
        g_strdup_printf (ngettext ("%u criterion about pay is left out here; totals count it.",
                                   "%u criteria about pay are left out here; totals count them.",
                                   b->n_left_out),
                         b->n_left_out));
}

WayReportModel *
way_report_model_new (const WayScorecard *card,
                      const WayComparison *comparison,
                      WayReportFlags flags,
                      WayDate date,
                      gboolean plain)
{
  gboolean hidden = (flags & WAY_REPORT_PAY) != 0 && way_scorecard_hides_money (card);
  WayReportBuilder b = { .card = way_scorecard_copy (card),
                         .comparison = comparison,
                         .flags = hidden ? flags & ~(guint) WAY_REPORT_PAY : flags,
                         .plain = plain,
                         .model = way_report_model_empty () };

  b.model->title = g_strdup (card->title);
  b.model->subtitle = day_text (&b, date);
  choose_criteria (&b);
  name_offers (&b, card);
  if ((flags & WAY_REPORT_NOTES) == 0)
    drop_notes (b.card);
  add_summary (&b, hidden);
  way_report_add_offers (&b);
  way_report_add_totals (&b);
  way_report_add_scores (&b);
  way_report_add_robustness (&b);
  if (b.flags & WAY_REPORT_PAY)
    way_report_add_pay (&b);
  if (flags & WAY_REPORT_NOTES)
    way_report_add_notes (&b);
  g_free (b.told);
  way_scorecard_free (b.card);
  return b.model;
}

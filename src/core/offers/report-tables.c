/* The tables of a report: offers, totals, scores, how sure the order is, and notes. */
#include "core/offers/report-builder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Totals and weights are told in points of a hundred. */
#define POINTS 100.0

static void
add (GPtrArray *cells, const char *text)
{
  g_ptr_array_add (cells, g_strdup (text));
}

static const WayOffer *
offer_at (const WayReportBuilder *b, guint i)
{
  return g_ptr_array_index (b->card->offers, i);
}

void
way_report_add_offers (WayReportBuilder *b)
{
  gboolean named = (b->flags & WAY_REPORT_NAMES) != 0;
  WayReportSection *section = way_report_begin (b, _ ("Offers"));
  GPtrArray *heading = g_ptr_array_new ();

  add (heading, _ ("Offer"));
  if (named)
    {
      add (heading, _ ("Role"));
      add (heading, _ ("Place"));
    }
  add (heading, _ ("State"));
  section->n_texts = heading->len;
  way_report_add_row (section, heading);
  for (guint i = 0; i < b->card->offers->len; i++)
    {
      const WayOffer *offer = offer_at (b, i);
      GPtrArray *cells = g_ptr_array_new ();
      add (cells, offer->company);
      if (named)
        {
          add (cells, offer->role);
          add (cells, offer->place);
        }
      add (cells, way_offer_state_title (offer->state));
      way_report_add_row (section, cells);
    }
}

static const char *
must_text (const WayRankedOffer *ranked)
{
  if (ranked->vetoed)
    /* Translators: of the must-haves of an offer */
    return C_ ("must-have", "missed");
  return ranked->open ? _ ("not known") : _ ("met");
}

static WayRange
range_add (WayRange a, WayRange b)
{
  return (WayRange) { a.low + b.low, a.high + b.high };
}

/* What the criteria that are not told add to the total of @ranked. */
static WayRange
left_out (const WayReportBuilder *b, const WayRankedOffer *ranked)
{
  WayRange sum = { 0, 0 };

  for (guint c = 0; c < b->comparison->n_criteria; c++)
    if (!b->told[c])
      sum = range_add (sum, ranked->contributions[c]);
  return sum;
}

/* What adds to a total: criterion by criterion, then all that are not told. */
static GArray *
list_parts (const WayReportBuilder *b, const WayRankedOffer *ranked)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (WayRange));

  for (guint c = 0; c < b->comparison->n_criteria; c++)
    if (b->told[c])
      g_array_append_val (parts, ranked->contributions[c]);
  if (b->n_left_out > 0)
    {
      WayRange rest = left_out (b, ranked);
      g_array_append_val (parts, rest);
    }
  return parts;
}

static void
add_bar (WayReportBuilder *b, WayReportSection *section, guint offer)
{
  g_autoptr (GArray) parts = list_parts (b, way_report_ranked (b, offer));
  WayReportBar *bar = g_new0 (WayReportBar, 1);

  bar->label = g_strdup (way_report_offer_name (b, offer));
  bar->parts = g_new (double, parts->len + 1);
  for (guint i = 0; i < parts->len; i++)
    {
      WayRange part = g_array_index (parts, WayRange, i);
      bar->parts[i] = way_range_middle (part);
      section->has_ranges |= !way_range_is_exact (part);
    }
  section->n_parts = parts->len;
  g_ptr_array_add (section->bars, bar);
}

/* Indices of offers, the largest total first; those that miss a must-have last. */
static int
by_total (gconstpointer a, gconstpointer b, gpointer data)
{
  const WayRankedOffer *x = way_report_ranked (data, *(const guint *) a),
                       *y = way_report_ranked (data, *(const guint *) b);

  if (x->vetoed != y->vetoed)
    return x->vetoed ? 1 : -1;
  double difference = way_range_middle (y->total) - way_range_middle (x->total);
  return (difference > 0) - (difference < 0);
}

/* The offers that are ranked. */
static GArray *
order_by_total (WayReportBuilder *b)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < b->card->offers->len; i++)
    if (way_report_ranked (b, i) != NULL)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, by_total, b);
  return order;
}

/* What part @part of the totals is called. */
static const char *
part_title (const WayReportBuilder *b, guint part)
{
  guint told = 0;

  for (guint c = 0; c < b->card->criteria->len; c++)
    if (b->told[c] && told++ == part)
      return way_report_criterion (b, c)->title;
  return _ ("Left out");
}

static void
add_parts (WayReportBuilder *b, WayReportSection *section, const GArray *order, guint part)
{
  GPtrArray *cells = g_ptr_array_new ();

  add (cells, part_title (b, part));
  for (guint i = 0; i < order->len; i++)
    {
      guint offer = g_array_index (order, guint, i);
      g_autoptr (GArray) parts = list_parts (b, way_report_ranked (b, offer));
      g_ptr_array_add (cells,
                       way_report_range (b, g_array_index (parts, WayRange, part), POINTS, 1));
    }
  way_report_add_row (section, cells);
}

/* The sums, and whether must-haves are met. */
static void
add_totals (WayReportBuilder *b, WayReportSection *section, const GArray *order)
{
  GPtrArray *totals = g_ptr_array_new (), *musts = g_ptr_array_new ();

  add (totals, _ ("Total"));
  add (musts, _ ("Must-haves"));
  for (guint i = 0; i < order->len; i++)
    {
      const WayRankedOffer *ranked = way_report_ranked (b, g_array_index (order, guint, i));
      g_ptr_array_add (totals, way_report_range (b, ranked->total, POINTS, 1));
      add (musts, must_text (ranked));
    }
  way_report_add_row (section, totals);
  way_report_add_row (section, musts);
}

void
way_report_add_totals (WayReportBuilder *b)
{
  if (b->comparison->ranking == NULL)
    return;
  WayReportSection *section = way_report_begin (b, _ ("Totals"));
  g_autoptr (GArray) order = order_by_total (b);
  GPtrArray *heading = g_ptr_array_new ();

  way_report_add_line (section,
                       g_strdup (_ ("Of 100 points: what each criterion adds. A range says what "
                                    "blanks and ranges of scores leave open.")));
  add (heading, _ ("Criterion"));
  for (guint i = 0; i < order->len; i++)
    {
      guint offer = g_array_index (order, guint, i);
      add (heading, way_report_offer_name (b, offer));
      add_bar (b, section, offer);
    }
  section->n_texts = 1;
  way_report_add_row (section, heading);
  for (guint part = 0; part < section->n_parts; part++)
    add_parts (b, section, order, part);
  add_totals (b, section, order);
}

/* "at least 3", "" */
static char *
must_of (const WayReportBuilder *b, const WayCriterionRow *criterion)
{
  g_autofree char *least = way_report_number (b, criterion->must_at_least, 1),
                  *most = way_report_number (b, criterion->must_at_most, 1);

  if (!isnan (criterion->must_at_least) && !isnan (criterion->must_at_most))
    /* Translators: two numbers */
    return g_strdup_printf (_ ("from %s to %s"), least, most);
  if (!isnan (criterion->must_at_least))
    return g_strdup_printf (_ ("at least %s"), least);
  return isnan (criterion->must_at_most) ? g_strdup ("") : g_strdup_printf (_ ("at most %s"), most);
}

/* Scores to a tenth; measured values as they are, and money whole. */
static char *
score_text (const WayReportBuilder *b, guint offer, guint c)
{
  WayRange score = b->comparison->offers[offer].scores[c];
  gboolean whole = floor (score.low) == score.low && floor (score.high) == score.high;

  if (way_report_criterion (b, c)->measure != WAY_MEASURE_TYPED && way_range_is_exact (score))
    return way_report_amount (b, score.low);
  return way_report_range (b, score, 1, whole ? 0 : 1);
}

static void
add_criterion (WayReportBuilder *b, WayReportSection *section, guint c)
{
  const WayCriterionRow *criterion = way_report_criterion (b, c);
  const WayRanking *ranking = b->comparison->ranking;
  GPtrArray *cells = g_ptr_array_new ();

  if (*criterion->unit != '\0')
    /* Translators: a criterion, and the unit of its values */
    g_ptr_array_add (cells, g_strdup_printf (_ ("%s, in %s"), criterion->title, criterion->unit));
  else
    add (cells, criterion->title);
  g_ptr_array_add (cells, must_of (b, criterion));
  g_ptr_array_add (cells,
                   way_report_number (b, ranking != NULL ? ranking->shares[c] * POINTS : NAN, 1));
  for (guint i = 0; i < b->card->offers->len; i++)
    g_ptr_array_add (cells, score_text (b, i, c));
  way_report_add_row (section, cells);
}

void
way_report_add_scores (WayReportBuilder *b)
{
  WayReportSection *section = way_report_begin (b, _ ("Weights and Scores"));
  GPtrArray *heading = g_ptr_array_new ();

  way_report_add_line (
      section,
      g_strdup (
          b->card->any_weights
              ? _ ("Every weighting counts as plausible; these are the middle.")
              : _ ("Weights are percent of all weights. A blank is not known, and never 0.")));
  add (heading, _ ("Criterion"));
  add (heading, _ ("Must-have"));
  add (heading, _ ("Weight, %"));
  for (guint i = 0; i < b->card->offers->len; i++)
    add (heading, way_report_offer_name (b, i));
  section->n_texts = 2;
  way_report_add_row (section, heading);
  for (guint c = 0; c < b->card->criteria->len; c++)
    if (b->told[c])
      add_criterion (b, section, c);
}

/* In percent, to a tenth; what is more than nothing and less than all is not rounded to that. */
static double
percent_of (double share, double most)
{
  double percent = round (share * POINTS * 10) / 10;

  return share > 0 && share < 1 ? CLAMP (percent, 0.1, most) : percent;
}

/* "62.0 ± 0.3": percent. */
static char *
share_text (const WayReportBuilder *b, double share, guint samples)
{
  double error = way_rank_standard_error (share, samples);
  g_autofree char *percent = way_report_number (b, percent_of (share, 99.9), 1);
  g_autofree char *off = way_report_number (b, percent_of (error, POINTS), 1);

  return g_strdup_printf ("%s ± %s", percent, off);
}

static void
add_shares (WayReportBuilder *b, WayReportSection *section, guint offer)
{
  const WayRankedOffer *ranked = way_report_ranked (b, offer);
  const WayRanking *ranking = b->comparison->ranking;

  if (ranked->vetoed)
    return;
  GPtrArray *cells = g_ptr_array_new ();
  add (cells, way_report_offer_name (b, offer));
  for (guint rank = 0; rank < ranking->n_ranked; rank++)
    g_ptr_array_add (cells, share_text (b, ranked->acceptability[rank], ranking->samples));
  way_report_add_row (section, cells);
}

void
way_report_add_robustness (WayReportBuilder *b)
{
  const WayRanking *ranking = b->comparison->ranking;

  if (ranking == NULL || ranking->n_ranked == 0)
    return;
  WayReportSection *section = way_report_begin (b, _ ("How Sure the Order Is"));
  GPtrArray *heading = g_ptr_array_new ();
  g_autoptr (GArray) order = order_by_total (b);
  way_report_add_line (
      section,
      g_strdup_printf (
          ngettext ("How often each offer takes each place, in percent of %u sample of weights "
                    "and scores as they may be, ± one standard error.",
                    "How often each offer takes each place, in percent of %u samples of weights "
                    "and scores as they may be, ± one standard error.",
                    ranking->samples),
          ranking->samples));
  add (heading, _ ("Offer"));
  for (guint rank = 0; rank < ranking->n_ranked; rank++)
    /* Translators: the place in a ranking, from 1 */
    g_ptr_array_add (heading, g_strdup_printf (_ ("Place %u, %%"), rank + 1));
  section->n_texts = 1;
  way_report_add_row (section, heading);
  for (guint i = 0; i < order->len; i++)
    add_shares (b, section, g_array_index (order, guint, i));
}

static void
add_note (WayReportSection *section, char *about, const char *note)
{
  GPtrArray *cells = g_ptr_array_new ();

  if (section->rows->len == 0)
    {
      GPtrArray *heading = g_ptr_array_new ();
      add (heading, _ ("About"));
      add (heading, _ ("Note"));
      way_report_add_row (section, heading);
    }
  g_ptr_array_add (cells, about);
  add (cells, note);
  way_report_add_row (section, cells);
}

static void
add_offer_notes (WayReportBuilder *b, WayReportSection *section, guint i)
{
  const WayOffer *offer = offer_at (b, i);

  if (*offer->note != '\0')
    add_note (section, g_strdup (offer->company), offer->note);
  for (guint c = 0; c < b->card->criteria->len; c++)
    if (b->told[c] && *offer->score_notes[c] != '\0')
      /* Translators: an offer, and a criterion */
      add_note (section,
                g_strdup_printf (_ ("%s: %s"), offer->company, way_report_criterion (b, c)->title),
                offer->score_notes[c]);
}

void
way_report_add_notes (WayReportBuilder *b)
{
  WayReportSection *section = way_report_begin (b, _ ("Notes"));

  section->n_texts = 2;
  for (guint c = 0; c < b->card->criteria->len; c++)
    if (b->told[c] && *way_report_criterion (b, c)->note != '\0')
      add_note (section, g_strdup (way_report_criterion (b, c)->title),
                way_report_criterion (b, c)->note);
  for (guint i = 0; i < b->card->offers->len; i++)
    add_offer_notes (b, section, i);
  if (section->rows->len == 0)
    g_ptr_array_remove_index (b->model->sections, b->model->sections->len - 1);
}

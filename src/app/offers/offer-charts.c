#include "app/offers/offer-charts.h"

#include "app/offers/amount.h"
#include "app/offers/offer-words.h"
#include "app/offers/range-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* @text: taken */
static void
set_text (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

/* Why there is nothing to rank. */
static WayChart *
explain (WayChart *chart, const WayComparison *comparison)
{
  chart->empty = g_strdup (comparison->why != NULL ? comparison->why : "");
  return chart;
}

/* "Acme", "Acme (must-have missed)" (transfer full). */
static char *
ranked_name (const WayScorecard *card, const WayComparison *comparison, guint at)
{
  g_autofree char *name = way_offer_name (card, comparison->ranked[at]);

  if (!comparison->ranking->offers[at].vetoed)
    return g_steal_pointer (&name);
  /* Translators: an offer that is out of the comparison. */
  return g_strdup_printf (_ ("%s (must-have missed)"), name);
}

WayChart *
way_chart_of_contributions (const WayScorecard *card, const WayComparison *comparison)
{
  const WayRanking *ranking = comparison->ranking;
  WayChart *chart = way_chart_new (ranking != NULL ? comparison->n_criteria : 0);

  if (ranking == NULL)
    return explain (chart, comparison);
  for (guint c = 0; c < chart->n_series; c++)
    chart->series[c] =
        g_strdup (((const WayCriterionRow *) g_ptr_array_index (card->criteria, c))->title);
  chart->most = 100;
  chart->total_title = g_strdup (_ ("Total"));
  for (guint i = 0; i < ranking->n_offers; i++)
    {
      const WayRankedOffer *it = &ranking->offers[i];
      g_autofree char *name = ranked_name (card, comparison, i);
      WayChartRow *row = way_chart_add_row (chart, NULL, name);
      for (guint c = 0; c < chart->n_series; c++)
        way_chart_row_set (row, c, 100 * way_range_middle (it->contributions[c]),
                           way_points_range_text (it->contributions[c], 1));
      row->low = 100 * it->total.low;
      row->high = 100 * it->total.high;
      set_text (&row->total, way_points_range_text (it->total, 1));
      set_text (&row->range_text, g_strdup (row->total));
      if (!way_range_is_exact (it->total) && chart->range_title == NULL)
        chart->range_title = g_strdup (_ ("What the total can be"));
    }
  return chart;
}

static char *
share_text (double share, guint samples)
{
  g_autofree char *percent = way_points_text (share, 1);
  g_autofree char *error = way_points_text (way_rank_standard_error (share, samples), 1);

  /* Translators: a share in percent, and the standard error of counting it. */
  return g_strdup_printf (_ ("%s ± %s %%"), percent, error);
}

WayChart *
way_chart_of_ranks (const WayScorecard *card, const WayComparison *comparison)
{
  const WayRanking *ranking = comparison->ranking;
  WayChart *chart = way_chart_new (ranking != NULL ? ranking->n_ranked : 0);

  if (ranking == NULL)
    return explain (chart, comparison);
  chart->most = 100;
  chart->empty = g_strdup (_ ("Every offer misses a must-have."));
  for (guint r = 0; r < chart->n_series; r++)
    /* Translators: a place in a ranking. */
    chart->series[r] = g_strdup_printf (_ ("Rank %u"), r + 1);
  for (guint i = 0; i < ranking->n_offers; i++)
    {
      const WayRankedOffer *it = &ranking->offers[i];
      if (it->vetoed)
        continue;
      g_autofree char *name = way_offer_name (card, comparison->ranked[i]);
      WayChartRow *row = way_chart_add_row (chart, NULL, name);
      for (guint r = 0; r < chart->n_series; r++)
        way_chart_row_set (row, r, 100 * it->acceptability[r],
                           share_text (it->acceptability[r], ranking->samples));
      /* Translators: how often an offer comes first: "First: 62 ± 0.3 %" */
      set_text (&row->total, g_strdup_printf (_ ("First: %s"), row->texts[0]));
    }
  return chart;
}

/* Pay. */

static const char *
component_title (int component)
{
  const char *const titles[WAY_PAY_N_COMPONENTS] = {
    [WAY_PAY_BASE] = _ ("Base"),       [WAY_PAY_BONUS] = _ ("Bonus"),
    [WAY_PAY_SIGN_ON] = _ ("Sign-on"), [WAY_PAY_EQUITY] = _ ("Equity"),
    [WAY_PAY_PENSION] = _ ("Pension"), [WAY_PAY_ALLOWANCE] = _ ("Allowance"),
    [WAY_PAY_COMMUTE] = _ ("Commute"),
  };

  return titles[component];
}

/* "Acme", "Acme: bonus and equity are not known" (transfer full). */
static char *
pay_heading (const WayScorecard *card, guint offer, const WayPay *pay)
{
  g_autofree char *name = way_offer_name (card, offer);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    if (pay->missing & (1u << k))
      g_ptr_array_add (missing, (char *) component_title (k));
  if (missing->len == 0)
    return g_steal_pointer (&name);
  g_ptr_array_add (missing, NULL);
  /* Translators: between the words of a list */
  g_autofree char *list = g_strjoinv (_ (", "), (char **) missing->pdata);
  /* Translators: an offer, and a list of parts of its pay. */
  return g_strdup_printf (_ ("%s, without what is not known: %s"), name, list);
}

/* @series: by component; -1: not in the chart */
static void
add_year (WayChart *chart, const WayPayYear *year, int number, char *group, const int *series)
{
  g_autofree char *title = g_strdup_printf (_ ("Year %d"), number);
  WayChartRow *row = way_chart_add_row (chart, group, title);

  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    if (series[k] >= 0)
      way_chart_row_set (row, (guint) series[k], year->parts[k].middle,
                         isnan (year->parts[k].middle)
                             ? g_strdup (_ ("not known"))
                             : way_amount_format_whole (year->parts[k].middle));
  row->low = year->known.low;
  row->high = year->known.high;
  row->mark = year->guaranteed;
  set_text (&row->total, way_amount_format_whole (year->known.middle));
  set_text (&row->mark_text, way_amount_format_whole (year->guaranteed));
  set_text (&row->range_text, way_range_text ((WayRange) { year->known.low, year->known.high }, 0));
}

static gboolean
has_component (const WayComparison *comparison, int component)
{
  for (guint i = 0; i < comparison->n_offers; i++)
    {
      const WayPay *pay = comparison->offers[i].pay;
      for (int year = 0; pay != NULL && year < pay->n_years; year++)
        {
          double amount = pay->years[year].parts[component].middle;
          if (!isnan (amount) && amount != 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether anything of it is known. */
static gboolean
is_known (const WayPay *pay)
{
  return pay != NULL && pay->missing != (1u << WAY_PAY_N_COMPONENTS) - 1;
}

static WayChart *
new_pay_chart (const WayScorecard *card, const WayComparison *comparison, int *series)
{
  guint n = 0;

  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    series[k] = has_component (comparison, k) ? (int) n++ : -1;
  WayChart *chart = way_chart_new (n);
  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    if (series[k] >= 0)
      chart->series[series[k]] = g_strdup (component_title (k));
  chart->mark_title = g_strdup (_ ("Guaranteed"));
  chart->range_title = g_strdup (_ ("Low to high"));
  /* Translators: a currency code. */
  chart->total_title = g_strdup_printf (_ ("Total, %s"), card->currency);
  return chart;
}

WayChart *
way_chart_of_pay (const WayScorecard *card, const WayComparison *comparison, gboolean hides_money)
{
  int series[WAY_PAY_N_COMPONENTS];
  WayChart *chart = new_pay_chart (card, comparison, series);

  if (hides_money)
    {
      chart->empty = g_strdup (_ ("Money is hidden until all is scored."));
      return chart;
    }
  chart->empty = g_strdup (_ ("No offer has its pay yet."));
  for (guint i = 0; i < comparison->n_offers; i++)
    {
      const WayPay *pay = comparison->offers[i].pay;
      g_autofree char *heading = is_known (pay) ? pay_heading (card, i, pay) : NULL;
      for (int year = 0; heading != NULL && year < pay->n_years; year++)
        add_year (chart, &pay->years[year], year + 1, year == 0 ? heading : NULL, series);
    }
  return chart;
}

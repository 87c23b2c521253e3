/* What the offers pay, year by year, and of that what is guaranteed. */
#include "core/offers/report-builder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const components[WAY_PAY_N_COMPONENTS] = {
  /* Translators: what pay is made of */
  N_ ("Base"),    N_ ("Bonus"),     N_ ("Sign-on"),   N_ ("Equity"),
  N_ ("Pension"), N_ ("Allowance"), N_ ("Commuting"),
};

static char *
list_missing (const WayPay *pay)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < WAY_PAY_N_COMPONENTS; i++)
    if (pay->missing & (1u << i))
      g_ptr_array_add (names, (char *) _ (components[i]));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
add_heading (WayReportBuilder *b, WayReportSection *section, gboolean guaranteed)
{
  GPtrArray *heading = g_ptr_array_new ();

  g_ptr_array_add (heading, g_strdup (_ ("Offer")));
  g_ptr_array_add (heading, g_strdup (_ ("Not known")));
  for (int year = 1; year <= b->card->years; year++)
    g_ptr_array_add (heading, g_strdup_printf (_ ("Year %d"), year));
  g_ptr_array_add (heading, g_strdup (_ ("Sum")));
  if (!guaranteed)
    {
      g_ptr_array_add (heading, g_strdup (_ ("Lowest Sum")));
      g_ptr_array_add (heading, g_strdup (_ ("Highest Sum")));
    }
  if (!isnan (b->card->discount_percent))
    g_ptr_array_add (heading, g_strdup (_ ("Present Value")));
  section->n_texts = 2;
  way_report_add_row (section, heading);
}

static void
add_offer (WayReportBuilder *b, WayReportSection *section, guint offer, gboolean guaranteed)
{
  const WayPay *pay = b->comparison->offers[offer].pay;
  GPtrArray *cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup (way_report_offer_name (b, offer)));
  g_ptr_array_add (
      cells, pay != NULL ? list_missing (pay)
                         : g_strdup (_ ("all: no exchange rate, or vesting that cannot be read")));
  for (int year = 0; year < b->card->years; year++)
    {
      const WayPayYear *it = pay != NULL && year < pay->n_years ? &pay->years[year] : NULL;
      double amount = it == NULL ? NAN : guaranteed ? it->guaranteed : it->known.middle;
      g_ptr_array_add (cells, way_report_amount (b, amount));
    }
  g_ptr_array_add (cells, way_report_amount (b, pay == NULL  ? NAN
                                                : guaranteed ? pay->guaranteed
                                                             : pay->sum.middle));
  if (!guaranteed)
    {
      g_ptr_array_add (cells, way_report_amount (b, pay != NULL ? pay->sum.low : NAN));
      g_ptr_array_add (cells, way_report_amount (b, pay != NULL ? pay->sum.high : NAN));
    }
  if (!isnan (b->card->discount_percent))
    g_ptr_array_add (cells, way_report_amount (b, pay == NULL  ? NAN
                                                  : guaranteed ? pay->present_guaranteed
                                                               : pay->present.middle));
  way_report_add_row (section, cells);
}

/* Takes @line. */
static void
add_table (WayReportBuilder *b, const char *title, char *line, gboolean guaranteed)
{
  WayReportSection *section = way_report_begin (b, title);

  way_report_add_line (section, line);
  add_heading (b, section, guaranteed);
  for (guint i = 0; i < b->card->offers->len; i++)
    add_offer (b, section, i, guaranteed);
}

void
way_report_add_pay (WayReportBuilder *b)
{
  const char *currency = b->card->currency;

  add_table (b, _ ("Pay Year by Year"),
             /* Translators: a currency */
             g_strdup_printf (_ ("In %s, of what is known; what is not known counts in no sum."),
                              currency),
             FALSE);
  add_table (
      b, _ ("Guaranteed Pay Year by Year"),
      /* Translators: a currency */
      g_strdup_printf (_ ("In %s: without equity and raises, and of the bonus what is promised."),
                       currency),
      TRUE);
}

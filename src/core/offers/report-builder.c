#include "core/offers/report-builder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
section_free (WayReportSection *section)
{
  g_free (section->title);
  g_ptr_array_unref (section->lines);
  g_ptr_array_unref (section->rows);
  g_ptr_array_unref (section->bars);
  g_free (section);
}

static void
bar_free (WayReportBar *bar)
{
  g_free (bar->label);
  g_free (bar->parts);
  g_free (bar);
}

WayReportModel *
way_report_model_empty (void)
{
  WayReportModel *self = g_new0 (WayReportModel, 1);

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  return self;
}

void
way_report_model_free (WayReportModel *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

WayReportSection *
way_report_begin (WayReportBuilder *b, const char *title)
{
  WayReportSection *section = g_new0 (WayReportSection, 1);

  section->title = g_strdup (title);
  section->lines = g_ptr_array_new_with_free_func (g_free);
  section->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  section->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) bar_free);
  g_ptr_array_add (b->model->sections, section);
  return section;
}

void
way_report_add_line (WayReportSection *section, char *line)
{
  g_ptr_array_add (section->lines, line);
}

void
way_report_add_row (WayReportSection *section, GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (section->rows, g_ptr_array_free (cells, FALSE));
}

static char *
blank (const WayReportBuilder *b)
{
  /* Translators: of a value that is not known */
  return g_strdup (b->plain ? "" : _ ("blank"));
}

char *
way_report_number (const WayReportBuilder *b, double value, int decimals)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[8];

  if (isnan (value))
    return blank (b);
  if (!b->plain)
    return g_strdup_printf ("%.*f", decimals, value);
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  return g_strdup (g_ascii_formatd (text, sizeof text, format, value));
}

char *
way_report_amount (const WayReportBuilder *b, double value)
{
  if (b->plain || isnan (value))
    return way_report_number (b, value, 0);
  return g_strdup_printf ("%'.0f", value);
}

char *
way_report_range (const WayReportBuilder *b, WayRange range, double factor, int decimals)
{
  if (way_range_is_blank (range))
    return blank (b);
  g_autofree char *low = way_report_number (b, range.low * factor, decimals);
  if (way_range_is_exact (range))
    return g_steal_pointer (&low);
  g_autofree char *high = way_report_number (b, range.high * factor, decimals);
  return g_strdup_printf ("%s–%s", low, high);
}

const char *
way_report_offer_name (const WayReportBuilder *b, guint offer)
{
  return ((const WayOffer *) g_ptr_array_index (b->card->offers, offer))->company;
}

const WayCriterionRow *
way_report_criterion (const WayReportBuilder *b, guint criterion)
{
  return g_ptr_array_index (b->card->criteria, criterion);
}

const WayRankedOffer *
way_report_ranked (const WayReportBuilder *b, guint offer)
{
  const WayRanking *ranking = b->comparison->ranking;

  for (guint i = 0; ranking != NULL && i < ranking->n_offers; i++)
    if (b->comparison->ranked[i] == offer)
      return &ranking->offers[i];
  return NULL;
}

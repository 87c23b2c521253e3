#include "app/offers/chart.h"

#include <math.h>

static void
row_free (gpointer data)
{
  WayChartRow *row = data;

  g_free (row->group);
  g_free (row->title);
  g_free (row->parts);
  g_strfreev (row->texts);
  g_free (row->total);
  g_free (row->mark_text);
  g_free (row->range_text);
  g_free (row);
}

WayChart *
way_chart_new (guint n_series)
{
  WayChart *chart = g_new0 (WayChart, 1);

  chart->series = g_new0 (char *, n_series + 1);
  chart->n_series = n_series;
  chart->rows = g_ptr_array_new_with_free_func (row_free);
  chart->most = NAN;
  return chart;
}

void
way_chart_free (WayChart *chart)
{
  if (chart == NULL)
    return;
  g_strfreev (chart->series);
  g_ptr_array_unref (chart->rows);
  g_free (chart->mark_title);
  g_free (chart->range_title);
  g_free (chart->total_title);
  g_free (chart->empty);
  g_free (chart);
}

static gboolean
same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_row (const WayChartRow *a, const WayChartRow *b, guint n_series)
{
  for (guint i = 0; i < n_series; i++)
    if (!same_number (a->parts[i], b->parts[i]))
      return FALSE;
  return g_strcmp0 (a->group, b->group) == 0 && g_str_equal (a->title, b->title) &&
         g_strv_equal ((const char *const *) a->texts, (const char *const *) b->texts) &&
         same_number (a->mark, b->mark) && same_number (a->low, b->low) &&
         same_number (a->high, b->high) && g_str_equal (a->total, b->total);
}

gboolean
way_chart_equal (const WayChart *a, const WayChart *b)
{
  if (a->n_series != b->n_series || a->rows->len != b->rows->len ||
      !g_strv_equal ((const char *const *) a->series, (const char *const *) b->series) ||
      !same_number (a->most, b->most) || g_strcmp0 (a->mark_title, b->mark_title) != 0 ||
      g_strcmp0 (a->range_title, b->range_title) != 0 ||
      g_strcmp0 (a->total_title, b->total_title) != 0 || g_strcmp0 (a->empty, b->empty) != 0)
    return FALSE;
  for (guint i = 0; i < a->rows->len; i++)
    if (!same_row (g_ptr_array_index (a->rows, i), g_ptr_array_index (b->rows, i), a->n_series))
      return FALSE;
  return TRUE;
}

WayChartRow *
way_chart_add_row (WayChart *chart, const char *group, const char *title)
{
  WayChartRow *row = g_new0 (WayChartRow, 1);

  row->group = g_strdup (group);
  row->title = g_strdup (title);
  row->parts = g_new (double, chart->n_series);
  row->texts = g_new0 (char *, chart->n_series + 1);
  for (guint i = 0; i < chart->n_series; i++)
    {
      row->parts[i] = NAN;
      row->texts[i] = g_strdup ("");
    }
  row->mark = row->low = row->high = NAN;
  row->total = g_strdup ("");
  row->mark_text = g_strdup ("");
  row->range_text = g_strdup ("");
  g_ptr_array_add (chart->rows, row);
  return row;
}

void
way_chart_row_set (WayChartRow *row, guint series, double part, char *text)
{
  row->parts[series] = part;
  g_free (row->texts[series]);
  row->texts[series] = text;
}

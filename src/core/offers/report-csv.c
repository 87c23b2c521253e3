/* One table below the other, each under its title; all records are as long as the longest, as RFC 4180 asks for. */
#include "core/base/csv.h"
#include "core/offers/report-model.h"

static guint
count_columns (const WayReportModel *model)
{
  guint n = 2;

  for (guint i = 0; i < model->sections->len; i++)
    {
      const WayReportSection *section = g_ptr_array_index (model->sections, i);
      if (section->rows->len > 0)
        n = MAX (n, g_strv_length (g_ptr_array_index (section->rows, 0)));
    }
  return n;
}

/* @cells: fewer than @n, or as many */
static void
append (GString *out, char **cells, guint n)
{
  g_autofree const char **fields = g_new (const char *, n);
  guint i = 0;

  for (; i < n && cells[i] != NULL; i++)
    fields[i] = cells[i];
  for (; i < n; i++)
    fields[i] = "";
  way_csv_append (out, fields, n, TRUE);
}

static void
append_text (GString *out, const char *text, guint n)
{
  append (out, (char *[]) { (char *) text, NULL }, n);
}

char *
way_report_csv (const WayScorecard *card,
                const WayComparison *comparison,
                WayReportFlags flags,
                WayDate date)
{
  g_autoptr (WayReportModel) model = way_report_model_new (card, comparison, flags, date, TRUE);
  GString *out = g_string_new (NULL);
  guint n = count_columns (model);

  append (out, (char *[]) { model->title, model->subtitle, NULL }, n);
  for (guint i = 0; i < model->sections->len; i++)
    {
      const WayReportSection *section = g_ptr_array_index (model->sections, i);
      if (i > 0)
        append_text (out, "", n);
      if (*section->title != '\0')
        append_text (out, section->title, n);
      for (guint j = 0; j < section->lines->len; j++)
        append_text (out, g_ptr_array_index (section->lines, j), n);
      for (guint j = 0; j < section->rows->len; j++)
        append (out, g_ptr_array_index (section->rows, j), n);
    }
  return g_string_free (out, FALSE);
}

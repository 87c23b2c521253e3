#include "core/base/markdown.h"
#include "core/offers/report-model.h"

static void
append_table (GString *out, const WayReportSection *section)
{
  way_markdown_append_heading (out, g_ptr_array_index (section->rows, 0), section->n_texts);
  for (guint i = 1; i < section->rows->len; i++)
    way_markdown_append_row (out, g_ptr_array_index (section->rows, i));
  g_string_append_c (out, '\n');
}

char *
way_report_markdown (const WayScorecard *card,
                     const WayComparison *comparison,
                     WayReportFlags flags,
                     WayDate date)
{
  g_autoptr (WayReportModel) model = way_report_model_new (card, comparison, flags, date, FALSE);
  GString *out = g_string_new ("# ");

  way_markdown_append (out, model->title);
  g_string_append (out, "\n\n");
  way_markdown_append_paragraph (out, model->subtitle);
  for (guint i = 0; i < model->sections->len; i++)
    {
      const WayReportSection *section = g_ptr_array_index (model->sections, i);
      if (*section->title != '\0')
        g_string_append_printf (out, "## %s\n\n", section->title);
      for (guint j = 0; j < section->lines->len; j++)
        way_markdown_append_paragraph (out, g_ptr_array_index (section->lines, j));
      if (section->rows->len > 0)
        append_table (out, section);
    }
  g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

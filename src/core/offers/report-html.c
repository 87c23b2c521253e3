#include "core/offers/report-chart.h"
#include "core/offers/report-markup.h"
#include "core/offers/report-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The colours are those of the GNOME palette; with black numbers on them in light, and in dark. */
static const char style[] =
    ":root{color-scheme:light "
    "dark;--page:#fff;--text:#241f31;--soft:#5e5c64;--line:#c0bfbc;--ground:#f0eff1}\n"
    "@media "
    "(prefers-color-scheme:dark){:root{--page:#1e1e1e;--text:#f6f5f4;--soft:#c0bfbc;--line:#5e5c64;"
    "--ground:#303030}}\n"
    "body{margin:2rem auto;padding:0 1rem;max-width:60rem;background:var(--page);color:var(--text);"
    "font:1rem/1.5 system-ui,sans-serif}\n"
    "h1{font-size:1.75rem;margin:0}\nh2{font-size:1.25rem;margin:2rem 0 .5rem}\n"
    ".day,section>p{color:var(--soft)}\n.sum p{color:var(--text);white-space:pre-line}\n"
    ".sum p:first-child{font-size:1.15rem;font-weight:600}\n"
    ".table{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.35rem .6rem;border-bottom:1px solid "
    "var(--line);text-align:end;vertical-align:top}td:not(.t){white-space:nowrap}\n"
    ".t{text-align:start;white-space:pre-line}\nth{font-weight:600}\n"
    "figure{margin:1rem 0}\ndl{margin:0;display:grid;grid-template-columns:minmax(5rem,auto) 1fr;"
    "gap:.4rem .8rem;align-items:center}\ndd{margin:0}\n"
    "svg{display:block;width:100%;height:auto}\nsvg "
    "text{font-size:13px;text-anchor:middle;fill:#241f31}\n"
    ".ground{fill:var(--ground)}\n"
    "ol{list-style:none;margin:.6rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1rem}\n"
    ".key{display:inline-block;min-width:1.4rem;border-radius:.3rem;text-align:center;color:#"
    "241f31}\n"
    ".c0{fill:#99c1f1;background:#99c1f1}.c1{fill:#8ff0a4;background:#8ff0a4}"
    ".c2{fill:#f9f06b;background:#f9f06b}.c3{fill:#ffbe6f;background:#ffbe6f}"
    ".c4{fill:#dc8add;background:#dc8add}.c5{fill:#cdab8f;background:#cdab8f}"
    ".c6{fill:#f66151;background:#f66151}.c7{fill:#c0bfbc;background:#c0bfbc}\n"
    "svg rect{stroke:var(--page);stroke-width:1}\n"
    "@media (max-width:30rem){dl{grid-template-columns:1fr;gap:.1rem}dd{margin-bottom:.5rem}}\n"
    "@media print{:root{--page:#fff;--text:#000;--soft:#333;--line:#999;--ground:#eee}"
    "body{margin:0;max-width:none;font-size:10pt}section,figure,tr{break-inside:avoid}"
    ".table{overflow:visible}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n";

/* The language of the texts, as the catalogue in use says it; without one they are English (transfer full). */
static char *
find_language (void)
{
  const char *header = g_dgettext (GETTEXT_PACKAGE, "");
  const char *line = header != NULL ? strstr (header, "Language: ") : NULL;

  if (line == NULL)
    return g_strdup ("en");
  line += strlen ("Language: ");
  return g_strdelimit (g_strndup (line, strcspn (line, "\n.@ ")), "_", '-');
}

static gboolean
is_right_to_left (const char *language)
{
  static const char *const languages[] = { "ar", "fa", "he", "ur", "ps",
                                           "sd", "ug", "yi", "dv", "ckb" };
  gsize length = strcspn (language, "-");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i]) == length && strncmp (languages[i], language, length) == 0)
      return TRUE;
  return FALSE;
}

static void
append_element (GString *html, const char *open, const char *text, const char *close)
{
  g_string_append (html, open);
  way_report_append_html (html, text);
  g_string_append (html, close);
}

/* A cell keeps the direction of the table, whatever that of its text is. */
static void
append_cell (GString *html, const char *open, gboolean is_text, const char *text, const char *tag)
{
  g_string_append_printf (html, "<%s%s><bdi>", open, is_text ? " class=\"t\"" : "");
  way_report_append_html (html, text);
  g_string_append_printf (html, "</bdi></%s>", tag);
}

static void
append_row (GString *html, const WayReportSection *section, char **cells, gboolean heading)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *open = heading ? "th scope=\"col\"" : i == 0 ? "th scope=\"row\"" : "td";
      append_cell (html, open, i < section->n_texts, cells[i], heading || i == 0 ? "th" : "td");
    }
  g_string_append (html, "</tr>\n");
}

static void
append_table (GString *html, const WayReportSection *section)
{
  g_string_append (html, "<div class=\"table\"><table>\n<thead>\n");
  append_row (html, section, g_ptr_array_index (section->rows, 0), TRUE);
  g_string_append (html, "</thead>\n<tbody>\n");
  for (guint i = 1; i < section->rows->len; i++)
    append_row (html, section, g_ptr_array_index (section->rows, i), FALSE);
  g_string_append (html, "</tbody>\n</table></div>\n");
}

static void
append_section (GString *html, const WayReportSection *section, gboolean rtl)
{
  gboolean is_sum = *section->title == '\0';

  g_string_append (html, is_sum ? "<section class=\"sum\">\n" : "<section>\n");
  if (!is_sum)
    append_element (html, "<h2>", section->title, "</h2>\n");
  for (guint i = 0; i < section->lines->len; i++)
    append_element (html, "<p dir=\"auto\">", g_ptr_array_index (section->lines, i), "</p>\n");
  if (section->bars->len > 0)
    way_report_append_chart (html, section, rtl);
  if (section->rows->len > 0)
    append_table (html, section);
  g_string_append (html, "</section>\n");
}

static void
append_head (GString *html, const char *title, const char *language, gboolean rtl)
{
  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"");
  way_report_append_html (html, language);
  g_string_append_printf (html, "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          rtl ? "rtl" : "ltr");
  /* Whatever gets into it: nothing is loaded, nothing runs. */
  g_string_append (html,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n");
  append_element (html, "<title>", title, "</title>\n");
  g_string_append_printf (html, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

char *
way_report_html (const WayScorecard *card,
                 const WayComparison *comparison,
                 WayReportFlags flags,
                 WayDate date)
{
  g_autoptr (WayReportModel) model = way_report_model_new (card, comparison, flags, date, FALSE);
  g_autofree char *language = find_language ();
  gboolean rtl = is_right_to_left (language);
  GString *html = g_string_new (NULL);

  append_head (html, model->title, language, rtl);
  append_element (html, "<h1 dir=\"auto\">", model->title, "</h1>\n");
  append_element (html, "<p class=\"day\">", model->subtitle, "</p>\n");
  for (guint i = 0; i < model->sections->len; i++)
    append_section (html, g_ptr_array_index (model->sections, i), rtl);
  g_string_append (html, "</main>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}

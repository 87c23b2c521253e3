/* A scorecard as a report. */
#include "cli/offer.h"
#include "core/base/file.h"
#include "core/offers/report.h"

#include <glib/gi18n.h>
#include <string.h>

typedef char *(*Writer) (const WayScorecard *, const WayComparison *, WayReportFlags, WayDate);

static const struct
{
  const char *name;
  const char *endings[3];
  Writer write;
} formats[] = {
  { "markdown", { ".md", ".markdown", NULL }, way_report_markdown },
  { "csv", { ".csv", NULL }, way_report_csv },
  { "html", { ".html", ".htm", NULL }, way_report_html },
};

static const struct
{
  const char *word;
  WayReportFlags flag;
} parts[] = {
  { "names", WAY_REPORT_NAMES },
  { "pay", WAY_REPORT_PAY },
  { "notes", WAY_REPORT_NOTES },
};

/* By @name, or else by the ending of @path; of standard output, Markdown. %NULL: neither tells. */
static Writer
find_writer (const char *name, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (name != NULL && g_str_equal (name, formats[i].name))
        return formats[i].write;
      for (const char *const *ending = formats[i].endings; name == NULL && *ending != NULL;
           ending++)
        if (g_str_has_suffix (path, *ending))
          return formats[i].write;
    }
  return name == NULL && g_str_equal (path, "-") ? way_report_markdown : NULL;
}

/* %FALSE with the word that is wrong in @wrong. */
static gboolean
parse_parts (const char *list, WayReportFlags *flags, char **wrong)
{
  g_auto (GStrv) words = g_strsplit (list != NULL ? list : "", ",", -1);

  for (char **word = words; *word != NULL; word++)
    {
      guint i = 0;
      while (i < G_N_ELEMENTS (parts) && !g_str_equal (g_strstrip (*word), parts[i].word))
        i++;
      if (i == G_N_ELEMENTS (parts))
        {
          *wrong = g_strdup (*word);
          return FALSE;
        }
      *flags |= parts[i].flag;
    }
  return TRUE;
}

static int
write_report (WayCli *cli, gint64 id, Writer write, WayReportFlags flags, const char *path)
{
  GError *error = NULL;
  g_autoptr (WayScorecard) card = way_cli_card (cli, id, &error);

  if (card == NULL)
    return way_cli_fail (error);
  g_autoptr (WayComparison) comparison = way_compare (card, WAY_RANK_SAMPLES);
  g_autofree char *text = write (card, comparison, flags, way_cli_today (cli));
  if (!way_file_write (path, text, strlen (text), &error))
    return way_cli_fail (error);
  if (g_str_equal (path, "-"))
    return WAY_EXIT_DONE; /* the report is what is printed */
  /* Translators: the title of a scorecard, and a path */
  way_cli_say (cli, _ ("“%s” written to %s"), card->title, path);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      way_cli_json_string (b, "path", path);
      way_cli_json_int (b, "scorecard", card->id);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  return WAY_EXIT_DONE;
}

static int
run_export (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *format = NULL, *with = NULL, *wrong = NULL;
  gint64 card = 0;
  WayReportFlags flags = WAY_REPORT_BARE;
  const GOptionEntry entries[] = {
    { "card", 0, 0, G_OPTION_ARG_INT64, &card, N_ ("The scorecard; otherwise the newest one"),
      "NUMBER" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("markdown, csv or html; otherwise as the name of the file ends"), "NAME" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &with,
      N_ ("What is private and told all the same: names,pay,notes"), "LIST" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  Writer writer = find_writer (format, argv[1]);
  if (writer == NULL)
    return way_cli_usage (_ ("Say with --format what the file is: markdown, csv or html."));
  if (!parse_parts (with, &flags, &wrong))
    return way_cli_usage (_ ("“%s” is no part of a report. There are names, pay and notes."),
                          wrong);
  return way_cli_open (cli) ? write_report (cli, card, writer, flags, argv[1]) : WAY_EXIT_DATA;
}

const WayCommand way_offer_export_commands[] = {
  { "offer export", "FILE", N_ ("write a scorecard as a report, without names, pay and notes"),
    "  waymark-cli offer export offers.html\n"
    "  waymark-cli offer export offers.md --card 2 --with names,pay\n"
    "  waymark-cli offer export - --format csv\n",
    run_export },
  { 0 },
};

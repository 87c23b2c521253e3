/* The skill matrix in files, and out of them. */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/skills/export.h"
#include "core/skills/history.h"
#include "core/skills/import.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *word;
  char separator;
} separators[] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' } };

typedef struct
{
  gboolean dry_run, skip_bad;
  char **maps;
  char *encoding, *separator;
} ImportCall;

static void
import_call_clear (ImportCall *call)
{
  g_strfreev (call->maps);
  g_free (call->encoding);
  g_free (call->separator);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportCall, import_call_clear)

static gboolean
parse_separator (const char *text, char *separator, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_equal (text, separators[i].word) ||
        (text[0] == separators[i].separator && text[1] == '\0'))
      {
        *separator = separators[i].separator;
        return TRUE;
      }
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is no separator that is known. There are comma, semicolon and tab."), text);
  return FALSE;
}

static const char *
separator_word (char separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return separators[i].word;
  return "";
}

static WaySkillsImport *
read_table (const ImportCall *call, const char *path, GError **error)
{
  WayTextEncoding encoding = WAY_TEXT_AUTO;
  char separator = '\0';

  if ((call->encoding != NULL && !way_text_encoding_parse (call->encoding, &encoding, error)) ||
      (call->separator != NULL && !parse_separator (call->separator, &separator, error)))
    return NULL;
  g_autoptr (GBytes) bytes = way_file_read (path, WAY_CSV_MAX_BYTES, error);
  WaySkillsImport *import =
      bytes != NULL ? way_skills_import_new (bytes, encoding, separator, error) : NULL;
  if (import == NULL && bytes != NULL)
    g_prefix_error (error, "%s: ", path);
  return import;
}

/* The column with the heading @name, whatever its case, or with that number; -1. */
static int
find_column (WaySkillsImport *import, const char *name)
{
  guint n = way_skills_import_get_n_columns (import);
  guint64 number = 0;
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *heading = g_utf8_casefold (way_skills_import_get_heading (import, i), -1);
      if (g_str_equal (heading, wanted))
        return (int) i;
    }
  return g_ascii_string_to_unsigned (name, 10, 1, n, &number, NULL) ? (int) number - 1 : -1;
}

/* "Level=current" */
static gboolean
apply_map (WaySkillsImport *import, const char *map, gboolean *told, GError **error)
{
  const char *sign = strrchr (map, '=');
  g_autofree char *name = g_strndup (map, sign != NULL ? (gsize) (sign - map) : strlen (map));
  int column = find_column (import, g_strstrip (name));
  WayImportColumn what;

  if (sign == NULL || column < 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   sign == NULL
                       ? _ ("“%s” does not say what a column is. Write it as “Level=current”.")
                       : _ ("“%s” names no column of the file: neither a heading nor a number."),
                   map);
      return FALSE;
    }
  if (!way_import_column_parse (sign + 1, &what, error))
    return FALSE;
  way_skills_import_set_column (import, (guint) column, what);
  told[column] = TRUE;
  return TRUE;
}

/* What was told comes before what was proposed. */
static gboolean
apply_maps (WaySkillsImport *import, char **maps, GError **error)
{
  guint n = way_skills_import_get_n_columns (import);
  g_autofree gboolean *told = g_new0 (gboolean, n);

  for (char **map = maps; map != NULL && *map != NULL; map++)
    if (!apply_map (import, *map, told, error))
      return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (told[i] && !told[j] && way_skills_import_get_column (import, i) > WAY_COLUMN_KEPT &&
          way_skills_import_get_column (import, j) == way_skills_import_get_column (import, i))
        way_skills_import_set_column (import, j, WAY_COLUMN_LEFT_OUT);
  return TRUE;
}

static void
add_problems (JsonBuilder *b, const WayImportCheck *check)
{
  way_cli_json_int (b, "problems_in_all", check->n_problems);
  json_builder_set_member_name (b, "problems");
  json_builder_begin_array (b);
  for (guint i = 0; i < check->problems->len; i++)
    {
      const WayImportProblem *it = g_ptr_array_index (check->problems, i);
      json_builder_begin_object (b);
      way_cli_json_int (b, "line", it->line);
      way_cli_json_string (b, "column", it->column);
      way_cli_json_string (b, "reason", it->reason);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  way_cli_json_string (b, "refusal", check->refusal);
}

static void
add_columns (JsonBuilder *b, WaySkillsImport *import)
{
  json_builder_set_member_name (b, "columns");
  json_builder_begin_array (b);
  for (guint i = 0; i < way_skills_import_get_n_columns (import); i++)
    {
      json_builder_begin_object (b);
      way_cli_json_string (b, "heading", way_skills_import_get_heading (import, i));
      way_cli_json_string (b, "is",
                           way_import_column_to_string (way_skills_import_get_column (import, i)));
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
print_json (WaySkillsImport *import, const WayImportCheck *check, gboolean imported)
{
  static const char *const names[WAY_IMPORT_N_KINDS] = { "bad", "new", "scored", "changed",
                                                         "unchanged" };
  const WayCsv *csv = way_skills_import_get_csv (import);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_bool (b, "imported", imported);
  way_cli_json_string (b, "encoding", way_text_encoding_to_string (way_csv_get_encoding (csv)));
  way_cli_json_string (b, "separator", separator_word (way_csv_get_separator (csv)));
  add_columns (b, import);
  for (guint i = 0; i < WAY_IMPORT_N_KINDS; i++)
    way_cli_json_int (b, names[i], check->n[i]);
  add_problems (b, check);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static void
say_table (const WayCli *cli, WaySkillsImport *import)
{
  const WayCsv *csv = way_skills_import_get_csv (import);

  /* Translators: an encoding, as UTF-8, and "comma", "semicolon" or "tab" */
  way_cli_say (cli, _ ("Read as %s, separator %s"),
               way_text_encoding_to_string (way_csv_get_encoding (csv)),
               separator_word (way_csv_get_separator (csv)));
  for (guint i = 0; i < way_skills_import_get_n_columns (import); i++)
    /* Translators: the heading of a column, and what it is */
    way_cli_say (cli, _ ("  %s: %s"), way_skills_import_get_heading (import, i),
                 way_import_column_title (way_skills_import_get_column (import, i)));
}

static void
say_outcome (const WayCli *cli, const WayImportCheck *check, gboolean right, gboolean imported)
{
  g_autofree char *summary = way_import_check_summary (check);

  if (check->refusal == NULL)
    way_cli_say (cli, "%s", summary);
  if (right &&
      check->n[WAY_IMPORT_NEW] + check->n[WAY_IMPORT_SCORED] + check->n[WAY_IMPORT_CHANGED] == 0)
    way_cli_say (cli, _ ("Nothing differs from what is here, and nothing was changed."));
  else if (imported)
    way_cli_say (cli, _ ("Imported. “waymark-cli undo” takes it back."));
  else
    way_cli_say (cli, _ ("Nothing was changed."));
}

/* Each problem on standard error, with the file before it, as compilers have them. */
static void
tell_problems (const WayImportCheck *check, const char *path)
{
  g_autofree char *text = way_import_check_describe (check);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    g_printerr ("%s: %s\n", path, *line);
}

/* Checks and imports; the same checks are made in the action again. */
static int
import_table (WayCli *cli, const ImportCall *call, WaySkillsImport *import, const char *path)
{
  GError *error = NULL;
  WayDate today = way_cli_today (cli);

  if (!way_skills_import_load (import, cli->store, today, &error))
    return way_cli_fail (error);
  const WayImportCheck *check = way_skills_import_check (import);
  gboolean right = check->refusal == NULL && (call->skip_bad || check->n[WAY_IMPORT_BAD] == 0);
  gboolean run = right && !call->dry_run;
  tell_problems (check, path);
  if (run &&
      !way_skills_import_run (import, cli->store, call->skip_bad, today, cli->now_utc, &error))
    return way_cli_fail (error);
  cli->changed = run;
  if (cli->json)
    print_json (import, check, run);
  else
    say_table (cli, import);
  say_outcome (cli, check, right, run);
  return right ? WAY_EXIT_DONE : WAY_EXIT_FAILED;
}

static int
run_import (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (ImportCall) call = { 0 };
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call.dry_run, N_ ("Check and count, change nothing"),
      NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.maps,
      N_ ("What a column is, by its heading or number, as “Level=current”; may be repeated"),
      "COLUMN=WHAT" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &call.encoding,
      N_ ("auto, UTF-8, UTF-16LE, UTF-16BE, Windows-1252 or Latin-1"), "NAME" },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &call.separator, N_ ("comma, semicolon or tab"),
      "NAME" },
    { "skip-bad", 0, 0, G_OPTION_ARG_NONE, &call.skip_bad, N_ ("Leave out rows with problems"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  g_autoptr (WaySkillsImport) import = read_table (&call, argv[1], &error);
  if (import == NULL || !apply_maps (import, call.maps, &error))
    return way_cli_fail (error);
  return way_cli_open (cli) ? import_table (cli, &call, import, argv[1]) : WAY_EXIT_DATA;
}

/* The text of the file; %NULL with an error. */
static char *
make_export (WayCli *cli, gboolean markdown, gboolean history, GError **error)
{
  g_autoptr (WayMatrix) matrix = way_matrix_load (cli->store, way_cli_today (cli), error);

  if (matrix == NULL)
    return NULL;
  if (!history)
    return markdown ? way_skills_export_markdown (matrix) : way_skills_export_csv (matrix);
  g_autoptr (GPtrArray) events = way_skill_history (cli->store, 0, error);
  return events != NULL ? way_skills_export_history (matrix, events) : NULL;
}

static int
write_export (WayCli *cli, const char *path, const char *text)
{
  GError *error = NULL;

  if (!way_file_write (path, text, strlen (text), &error))
    return way_cli_fail (error);
  if (g_str_equal (path, "-"))
    return WAY_EXIT_DONE; /* the file is what is printed */
  way_cli_say (cli, _ ("Skills written to %s"), path);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      way_cli_json_string (b, "path", path);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  return WAY_EXIT_DONE;
}

/* "csv", or "markdown" */
static const char *
format_of (const char *path)
{
  return g_str_has_suffix (path, ".md") || g_str_has_suffix (path, ".markdown") ? "markdown"
                                                                                : "csv";
}

static int
run_export (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *format = NULL;
  gboolean history = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("csv or markdown; otherwise as the name of the file ends"), "NAME" },
    { "history", 0, 0, G_OPTION_ARG_NONE, &history,
      N_ ("Every score there ever was, in place of the skills as they are now"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (format == NULL)
    format = g_strdup (format_of (argv[1]));
  gboolean markdown = g_str_equal (format, "markdown");
  if (!markdown && !g_str_equal (format, "csv"))
    return way_cli_usage (_ ("“%s” is no format. There are csv and markdown."), format);
  if (markdown && history)
    return way_cli_usage (_ ("The history is written as csv only."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autofree char *text = make_export (cli, markdown, history, &error);
  return text != NULL ? write_export (cli, argv[1], text) : way_cli_fail (error);
}

const WayCommand way_skill_file_commands[] = {
  { "skill import", "FILE", N_ ("take skills and scores from a table (CSV)"),
    "  waymark-cli skill import skills.csv --dry-run\n"
    "  waymark-cli skill import skills.csv --map \"Level=current\" --map \"Owner=kept\"\n"
    "  waymark-cli skill import skills.csv --encoding Latin-1 --separator semicolon --skip-bad\n",
    run_import },
  { "skill export", "FILE", N_ ("write the skill matrix; “-” is standard output"),
    "  waymark-cli skill export skills.csv\n  waymark-cli skill export skills.md\n"
    "  waymark-cli skill export --history scores.csv\n",
    run_export },
  { 0 },
};

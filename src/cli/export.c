/* The plan as a calendar file. */
#include "core/calendar/export.h"
#include "cli/cli.h"
#include "core/base/error.h"

#include <glib/gi18n.h>

/* By the position of the kind's bit. */
static const char *const kind_words[WAY_EXPORT_N_KINDS] = { "study",  "mock",      "drill",
                                                            "review", "milestone", "checklist",
                                                            "offer" };

static gboolean
parse_kinds (const char *text, guint *kinds, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *kinds = 0;
  for (char **part = parts; *part != NULL; part++)
    {
      guint i = 0;
      while (i < WAY_EXPORT_N_KINDS && !g_str_equal (g_strstrip (*part), kind_words[i]))
        i++;
      if (i == WAY_EXPORT_N_KINDS)
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _ ("“%s” is not a kind. There are study, mock, drill, review, milestone, "
                          "checklist and offer."),
                       *part);
          return FALSE;
        }
      *kinds |= 1u << i;
    }
  return TRUE;
}

typedef struct
{
  char *kinds;
  char *from;
  char *to;
  gboolean todo;
  gboolean free_busy;
  WayExportOptions options;
} ExportCall;

static void
export_call_clear (ExportCall *call)
{
  g_free (call->kinds);
  g_free (call->from);
  g_free (call->to);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportCall, export_call_clear)

static gboolean
read_options (WayCli *cli, ExportCall *call, GError **error)
{
  WayExportOptions *options = &call->options;
  WayDate today = way_cli_today (cli);

  return (call->from == NULL || way_date_parse (call->from, today, &options->from_date, error)) &&
         (call->to == NULL || way_date_parse (call->to, today, &options->to_date, error));
}

/* Asking for kinds that the form cannot hold is a mistake worth a word; not asking for kinds is not. */
static int
check_form (ExportCall *call)
{
  GError *error = NULL;

  if (call->kinds != NULL && !parse_kinds (call->kinds, &call->options.kinds, &error))
    return way_cli_fail (error);
  if (call->todo && call->free_busy)
    return way_cli_usage (_ ("Give --todo or --free-busy, not both."));
  if (call->todo)
    call->options.form = WAY_EXPORT_AS_TODOS;
  if (call->free_busy)
    call->options.form = WAY_EXPORT_AS_FREE_BUSY;
  if (call->kinds == NULL)
    return WAY_EXIT_DONE;
  if (call->todo && (call->options.kinds & WAY_EXPORT_BLOCKS))
    return way_cli_usage (_ ("Only milestones, checklist items and offers can be to-dos: --kinds "
                             "milestone,checklist,offer."));
  if (call->free_busy && (call->options.kinds & WAY_EXPORT_POINTS))
    return way_cli_usage (
        _ ("Milestones, checklist items and offers take no time: --free-busy knows study, "
           "mock, drill and review."));
  return WAY_EXIT_DONE;
}

static void
export_to_json (const ExportCall *call,
                const char *path,
                const WayExportResult *result,
                const int *counts)
{
  static const char *const members[] = { "events", "todos", "periods" };
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_string (b, "path", path);
  way_cli_json_bool (b, "written", result->written);
  way_cli_json_int (b, members[call->options.form], result->n_entries);
  way_cli_json_int (b, "added", result->added);
  way_cli_json_int (b, "changed", result->changed);
  way_cli_json_int (b, "unchanged", result->unchanged);
  way_cli_json_int (b, "cancelled", result->cancelled);
  way_cli_json_bool (b, "edited", result->was_edited);
  way_cli_json_bool (b, "lost", result->was_lost);
  json_builder_set_member_name (b, "kinds");
  json_builder_begin_object (b);
  for (guint i = 0; i < WAY_EXPORT_N_KINDS; i++)
    way_cli_json_int (b, kind_words[i], counts[i]);
  json_builder_end_object (b);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static char *
count_text (WayExportForm form, int n)
{
  switch (form)
    {
    case WAY_EXPORT_AS_TODOS:
      return g_strdup_printf (ngettext ("%d to-do", "%d to-dos", (gulong) n), n);
    case WAY_EXPORT_AS_FREE_BUSY:
      return g_strdup_printf (ngettext ("%d busy time", "%d busy times", (gulong) n), n);
    case WAY_EXPORT_AS_EVENTS:
    default:
      return g_strdup_printf (ngettext ("%d event", "%d events", (gulong) n), n);
    }
}

/* What else happened to the file, which a person may not expect. */
static void
say_target (WayCli *cli, const char *path, const WayExportResult *result)
{
  if (cli->quiet)
    return;
  if (result->was_lost)
    g_printerr (_ ("%s was gone; it was written before.\n"), path);
  if (result->kept_path != NULL)
    /* Translators: two paths */
    g_printerr (_ ("%s had been changed by somebody else; that is kept as %s.\n"), path,
                result->kept_path);
  else if (result->was_edited)
    g_printerr (_ ("%s has been changed by somebody else.\n"), path);
}

static void
say_changes (WayCli *cli, const WayExportResult *result)
{
  g_autofree char *day = NULL;
  g_autoptr (WayZone) zone = way_cli_zone (cli);

  if (result->sent_utc == 0)
    return;
  day = way_date_to_iso (way_zone_to_local (zone, result->sent_utc, NULL));
  /* Translators: a date, and counts of events */
  way_cli_say (cli, _ ("Since %s: %d new, %d changed, %d cancelled, %d as before"), day,
               result->added, result->changed, result->cancelled, result->unchanged);
}

/* Where the file itself is standard output, the count goes to the other one. */
static void
say_count (WayCli *cli,
           const ExportCall *call,
           const char *path,
           const WayExportResult *result,
           const int *counts)
{
  g_autofree char *count = count_text (call->options.form, result->n_entries);

  if (g_str_equal (path, "-") && result->written)
    {
      if (!cli->quiet)
        g_printerr (_ ("%s written\n"), count);
      return;
    }
  if (cli->json)
    export_to_json (call, path, result, counts);
  else if (result->written)
    /* Translators: a count ("98 events"), and a path */
    way_cli_say (cli, _ ("%s written to %s"), count, path);
  else if (result->n_entries == 0)
    way_cli_say (cli, _ ("Nothing has changed, and %s was left as it is."), path);
  else
    {
      way_cli_say (cli, _ ("%s to write:"), count);
      for (guint i = 0; i < WAY_EXPORT_N_KINDS && !call->options.changes_only; i++)
        if (counts[i] > 0)
          way_cli_say (cli, "  %-10s %6d", kind_words[i], counts[i]);
    }
  if (!cli->json)
    say_changes (cli, result);
  say_target (cli, path, result);
}

static int
do_export (WayCli *cli, ExportCall *call, const char *path)
{
  GError *error = NULL;
  int counts[WAY_EXPORT_N_KINDS] = { 0 };
  g_auto (WayExportResult) result = { 0 };
  gboolean by_kind = call->options.dry_run || cli->json;

  if (!read_options (cli, call, &error) ||
      (by_kind && !way_export_count (cli->store, &call->options, counts, &error)) ||
      !way_export_to_file (cli->store, &call->options, path, cli->now_utc, &result, &error))
    return way_cli_fail (error);
  say_count (cli, call, path, &result, counts);
  return WAY_EXIT_DONE;
}

static int
run_export (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (ExportCall) call = {
    .options = { .kinds = WAY_EXPORT_ALL, .from_date = WAY_DATE_NONE, .to_date = WAY_DATE_NONE }
  };
  const GOptionEntry entries[] = {
    { "kinds", 0, 0, G_OPTION_ARG_STRING, &call.kinds,
      N_ ("Only these: study,mock,drill,review,milestone,checklist,offer"), "LIST" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &call.from, N_ ("First day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &call.to, N_ ("Last day"), "DATE" },
    { "utc", 0, 0, G_OPTION_ARG_NONE, &call.options.utc, N_ ("Times in UTC"), NULL },
    { "todo", 0, 0, G_OPTION_ARG_NONE, &call.todo,
      N_ ("Milestones, checklist items and offers as to-dos, in a file of their own"), NULL },
    { "free-busy", 0, 0, G_OPTION_ARG_NONE, &call.free_busy, N_ ("Only when you study, not what"),
      NULL },
    { "changes-only", 0, 0, G_OPTION_ARG_NONE, &call.options.changes_only,
      N_ ("Only what has changed since the same file was written, and what was cancelled"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call.options.dry_run,
      N_ ("Count what would be written, and write nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  code = check_form (&call);
  if (code != WAY_EXIT_DONE)
    return code;
  if (call.options.changes_only && (call.free_busy || g_str_equal (argv[1], "-")))
    return way_cli_usage (
        _ ("--changes-only needs a file, and not --free-busy: what was sent before "
           "is remembered for each file of events."));
  return way_cli_open (cli) ? do_export (cli, &call, argv[1]) : WAY_EXIT_DATA;
}

const WayCommand way_export_commands[] = {
  { "export", "FILE", N_ ("write the calendar file; “-” is standard output"),
    "  waymark-cli export plan.ics\n  waymark-cli export --changes-only plan.ics\n"
    "  waymark-cli export --kinds study,mock --from today -\n"
    "  waymark-cli export --free-busy --from today --to +2w when.ifb\n",
    run_export },
  { 0 },
};

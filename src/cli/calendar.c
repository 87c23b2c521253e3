/* Export, and the pure "calendar busy". */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/calendar/export.h"
#include "core/calendar/input.h"
#include "core/calendar/worker.h"

#include <glib/gi18n.h>

/* By the position of the kind's bit. */
static const char *const kind_words[WAY_EXPORT_N_KINDS] = { "study",  "mock",      "drill",
                                                            "review", "milestone", "checklist" };

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
                       _ ("“%s” is not a kind. There are study, mock, drill, review, milestone and "
                          "checklist."),
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
  gboolean dry_run;
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
    return way_cli_usage (_ ("Only milestones and checklist items can be to-dos: --kinds milestone,"
                             "checklist."));
  if (call->free_busy && (call->options.kinds & WAY_EXPORT_POINTS))
    return way_cli_usage (
        _ ("Milestones and checklist items take no time: --free-busy knows study, "
           "mock, drill and review."));
  return WAY_EXIT_DONE;
}

static void
export_to_json (const ExportCall *call, const char *path, int n_entries, const int *counts)
{
  static const char *const members[] = { "events", "todos", "periods" };
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_string (b, "path", path);
  way_cli_json_bool (b, "written", !call->dry_run);
  way_cli_json_int (b, members[call->options.form], n_entries);
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

/* Where the file itself is standard output, the count goes to the other one. */
static void
say_count (WayCli *cli, const ExportCall *call, const char *path, int n_entries, const int *counts)
{
  g_autofree char *count = count_text (call->options.form, n_entries);

  if (g_str_equal (path, "-") && !call->dry_run)
    {
      if (!cli->quiet)
        g_printerr (_ ("%s written\n"), count);
      return;
    }
  if (cli->json)
    export_to_json (call, path, n_entries, counts);
  else if (!call->dry_run)
    /* Translators: a count ("98 events"), and a path */
    way_cli_say (cli, _ ("%s written to %s"), count, path);
  else
    {
      way_cli_say (cli, _ ("%s to write:"), count);
      for (guint i = 0; i < WAY_EXPORT_N_KINDS; i++)
        if (counts[i] > 0)
          way_cli_say (cli, "  %-10s %6d", kind_words[i], counts[i]);
    }
}

static int
do_export (WayCli *cli, ExportCall *call, const char *path)
{
  GError *error = NULL;
  int counts[WAY_EXPORT_N_KINDS] = { 0 };
  int n_entries = 0;
  gboolean by_kind = call->dry_run || cli->json;

  if (!read_options (cli, call, &error) ||
      (by_kind && !way_export_count (cli->store, &call->options, counts, &error)))
    return way_cli_fail (error);
  if (call->dry_run)
    {
      /* All but the last step: what cannot be written is said now. */
      g_autoptr (GBytes) bytes =
          way_export_to_bytes (cli->store, &call->options, &n_entries, &error);
      if (bytes == NULL)
        return way_cli_fail (error);
    }
  else if (!way_export_to_file (cli->store, &call->options, path, &n_entries, &error))
    return way_cli_fail (error);
  say_count (cli, call, path, n_entries, counts);
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
      N_ ("Only these: study,mock,drill,review,milestone,checklist"), "LIST" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &call.from, N_ ("First day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &call.to, N_ ("Last day"), "DATE" },
    { "utc", 0, 0, G_OPTION_ARG_NONE, &call.options.utc, N_ ("Times in UTC"), NULL },
    { "todo", 0, 0, G_OPTION_ARG_NONE, &call.todo,
      N_ ("Milestones and checklist items as to-dos, in a file of their own"), NULL },
    { "free-busy", 0, 0, G_OPTION_ARG_NONE, &call.free_busy, N_ ("Only when you study, not what"),
      NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call.dry_run,
      N_ ("Count what would be written, and write nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  code = check_form (&call);
  if (code != WAY_EXIT_DONE)
    return code;
  return way_cli_open (cli) ? do_export (cli, &call, argv[1]) : WAY_EXIT_DATA;
}

static void
busy_to_json (const WayCalendarContent *content, const GArray *busy)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  json_builder_set_member_name (b, "busy");
  json_builder_begin_array (b);
  for (guint i = 0; i < busy->len; i++)
    {
      WayInterval it = g_array_index (busy, WayInterval, i);
      g_autofree char *start = way_instant_to_iso (it.start_utc);
      g_autofree char *end = way_instant_to_iso (it.end_utc);
      json_builder_begin_array (b);
      json_builder_add_string_value (b, start);
      json_builder_add_string_value (b, end);
      json_builder_end_array (b);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "report");
  json_builder_begin_object (b);
  way_cli_json_int (b, "events", content->n_events);
  way_cli_json_int (b, "added", content->events->len);
  json_builder_set_member_name (b, "skipped");
  json_builder_begin_array (b);
  for (guint i = 0; i < content->skipped->len; i++)
    {
      const WayCalendarSkip *skip = g_ptr_array_index (content->skipped, i);
      json_builder_begin_object (b);
      way_cli_json_int (b, "line", skip->line);
      way_cli_json_string (b, "uid", skip->uid);
      way_cli_json_string (b, "reason", skip->reason);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "unknown_zones");
  json_builder_begin_array (b);
  for (guint i = 0; i < content->unknown_zones->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (content->unknown_zones, i));
  json_builder_end_array (b);
  json_builder_end_object (b);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static int
run_busy (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *all_day = NULL;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Start of the time"), "INSTANT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("End of the time"), "INSTANT" },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, N_ ("Zone of times without one"), "ZONE" },
    { "all-day-busy", 0, 0, G_OPTION_ARG_STRING, &all_day, N_ ("Whether all-day events block"),
      "yes|no" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (from == NULL || to == NULL)
    return way_cli_usage (_ ("Give --from and --to, as 2027-01-04T00:00:00Z."));
  WayCalendarReadOptions options = { .zone = zone ? zone : "UTC",
                                     .all_day_busy = g_strcmp0 (all_day, "no") != 0 };
  if (!way_instant_parse (from, &options.from_utc, &error) ||
      !way_instant_parse (to, &options.to_utc, &error))
    return way_cli_fail (error);
  g_autoptr (GBytes) bytes = way_calendar_input_read (argv[1], &error);
  if (bytes == NULL)
    return way_cli_fail (error);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read_isolated (bytes, argv[1], &options, &error);
  if (content == NULL)
    return way_cli_fail (error);
  g_autoptr (GArray) busy = way_calendar_content_busy (content, options.from_utc, options.to_utc);
  busy_to_json (content, busy);
  return WAY_EXIT_DONE;
}

const WayCommand way_calendar_commands[] = {
  { "export", "FILE", N_ ("write the calendar file; “-” is standard output"),
    "  waymark-cli export plan.ics\n  waymark-cli export --kinds study,mock --from today -\n"
    "  waymark-cli export --free-busy --from today --to +2w when.ifb\n",
    run_export },
  { "calendar busy", "FILE", N_ ("print the busy time of a calendar file as JSON; no database"),
    "  waymark-cli calendar busy work.ics --from 2027-01-01T00:00:00Z --to 2027-02-01T00:00:00Z "
    "--zone Europe/Berlin\n",
    run_busy },
  { 0 },
};

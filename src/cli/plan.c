/* "plan": the main job in one line. A plan that cannot be made, or whose calendar file
 * cannot be written, leaves the database as it was: all of it is one action. */
#include "cli/calendar-report.h"
#include "cli/replan.h"
#include "core/base/error.h"
#include "core/calendar/export.h"
#include "core/guide/library.h"
#include "core/guide/reader.h"
#include "core/planner/draft.h"

#include <errno.h>
#include <glib/gi18n.h>

typedef struct
{
  char *guide;
  char *share;
  char *export_path;
  char **busy;
  char **zone_answers;
} PlanOptions;

static void
plan_options_clear (PlanOptions *o)
{
  g_free (o->guide);
  g_free (o->share);
  g_free (o->export_path);
  g_strfreev (o->busy);
  g_strfreev (o->zone_answers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanOptions, plan_options_clear)

/* A file, a guide of the library, or a built-in one, in this order. */
static WayGuide *
find_guide (WayCli *cli, const char *name, GError **error)
{
  g_autoptr (GError) missing = NULL;

  if (g_file_test (name, G_FILE_TEST_EXISTS))
    return way_guide_read_file (name, error);
  WayGuide *guide = way_library_load (cli->store, name, NULL, &missing);
  if (guide != NULL)
    return guide;
  if (g_error_matches (missing, WAY_ERROR, WAY_ERROR_NOT_FOUND))
    return way_guide_read_built_in_by_slug (name, error);
  g_propagate_error (error, g_steal_pointer (&missing));
  return NULL;
}

static void
report_busy (const WayCli *cli, const char *path, const WayBusyReport *report)
{
  way_cli_say (cli, _ ("%s: %d busy times added, %d removed, %d unchanged, %d skipped"), path,
               report->added, report->removed, report->unchanged, report->skipped);
  way_cli_tell_problems (path, report->skips, report->times);
}

static gboolean
add_busy (WayCli *cli, const PlanOptions *o, const char *zone, GError **error)
{
  for (char **path = o->busy; path != NULL && *path != NULL; path++)
    {
      g_autoptr (WayBusyReading) reading =
          way_busy_reading_new (cli->store, *path, zone, TRUE, cli->now_utc, error);
      if (reading == NULL || !way_cli_answer_zones (reading, o->zone_answers, error) ||
          !way_busy_reading_run (reading, FALSE, error))
        return FALSE;
      g_autoptr (WayBusyReport) report = way_busy_keep (cli->store, reading, cli->now_utc, error);
      if (report == NULL)
        return FALSE;
      report_busy (cli, *path, report);
    }
  return TRUE;
}

static gboolean
set_share (WayCli *cli, gint64 guide_id, const char *text, GError **error)
{
  gint64 share = 0;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, 1, 100, &share, NULL))
    share = 0; /* refused with the range */
  return way_plan_set_share (cli->store, guide_id, (int) share, cli->now_utc, error);
}

static gboolean
make_plan (WayCli *cli,
           const PlanOptions *o,
           const WayCliSettings *said,
           WayDraft **draft,
           WayExportResult *result,
           GError **error)
{
  WayGuideMerge merge = { 0 };
  g_autoptr (WayGuide) guide = find_guide (cli, o->guide, error);
  g_autoptr (WayPlanSettings) settings = guide ? way_cli_settings_make (cli, said, error) : NULL;
  const WayExportOptions export = { .kinds = WAY_EXPORT_ALL,
                                    .from_date = WAY_DATE_NONE,
                                    .to_date = WAY_DATE_NONE };

  if (settings == NULL || !way_library_import (cli->store, guide, cli->now_utc, &merge, error) ||
      !way_plan_change (cli->store, settings, NULL, cli->now_utc, error) ||
      !way_plan_follow_guide (cli->store, merge.guide_id, cli->now_utc, error) ||
      !set_share (cli, merge.guide_id, o->share, error) ||
      !add_busy (cli, o, settings->zone, error))
    return FALSE;
  *draft = way_draft_new (cli->store, cli->now_utc, error);
  return *draft != NULL && way_draft_apply (*draft, cli->store, cli->now_utc, error) &&
         (o->export_path == NULL ||
          way_export_to_file (cli->store, &export, o->export_path, cli->now_utc, result, error));
}

static int
run_plan (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (PlanOptions) o = { 0 };
  g_auto (WayCliSettings) said = WAY_CLI_SETTINGS_INIT;
  g_autoptr (WayDraft) draft = NULL;
  GError *error = NULL;
  g_auto (WayExportResult) result = { 0 };
  const GOptionEntry own[] = {
    { "guide", 0, 0, G_OPTION_ARG_FILENAME, &o.guide,
      N_ ("Guide: a file, or a name of “guide list”"), "GUIDE" },
    { "share", 0, 0, G_OPTION_ARG_STRING, &o.share,
      N_ ("Its share of the hours beside other guides, 1 to 100"), "N" },
    { "busy", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o.busy,
      N_ ("Calendar file to plan around; may be repeated"), "FILE" },
    WAY_CLI_MAP_ZONE_ENTRY (&o.zone_answers),
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &o.export_path, N_ ("Write the calendar file"),
      "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = way_cli_settings_entries (&said, own);
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (o.guide == NULL)
    return way_cli_usage (_ ("Which guide? Give --guide FILE-OR-NAME; “waymark-cli guide list” "
                             "lists them."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_store_begin (cli->store, _ ("Make Plan"), cli->now_utc, &error))
    return way_cli_fail (error);
  if (!make_plan (cli, &o, &said, &draft, &result, &error))
    {
      way_store_rollback (cli->store);
      return way_cli_fail (error);
    }
  if (!way_store_commit (cli->store, &error))
    return way_cli_fail (error);
  way_cli_report_draft (draft);
  way_cli_say (cli, _ ("Plan: %d blocks added, %d moved, %d removed, %d unchanged\n"), draft->added,
               draft->moved, draft->removed, draft->unchanged);
  code = way_cli_print_roadmap (cli);
  if (o.export_path != NULL)
    way_cli_say (cli, _ ("\n%d events written to %s"), result.n_entries, o.export_path);
  return code;
}

const WayCommand way_plan_commands[] = {
  { "plan", "--guide GUIDE", N_ ("make a plan, and export it"),
    "  waymark-cli plan --guide learning-distributed-systems --start 2027-01-04 --hours 6 \\\n"
    "    --window \"mon-fri 18:30-21:30\" --busy work.ics --export plan.ics\n",
    run_plan },
  { 0 },
};

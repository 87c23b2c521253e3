#include "core/calendar/busy.h"

#include "cli/cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

static int
print_report (const WayCli *cli, const char *name, const WayBusyReport *report)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_int (b, "id", report->calendar_id);
  way_cli_json_int (b, "added", report->added);
  way_cli_json_int (b, "updated", report->updated);
  way_cli_json_int (b, "unchanged", report->unchanged);
  way_cli_json_int (b, "removed", report->removed);
  way_cli_json_int (b, "own", report->n_own);
  json_builder_set_member_name (b, "skipped");
  json_builder_begin_array (b);
  for (guint i = 0; i < report->skips->len; i++)
    {
      const WayCalendarSkip *skip = g_ptr_array_index (report->skips, i);
      json_builder_begin_object (b);
      way_cli_json_int (b, "line", skip->line);
      way_cli_json_string (b, "uid", skip->uid);
      way_cli_json_string (b, "reason", skip->reason);
      json_builder_end_object (b);
      if (!cli->json)
        fprintf (stderr, "%s:%d: %s\n", name, skip->line, skip->reason);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "unknown_zones");
  json_builder_begin_array (b);
  for (guint i = 0; i < report->unknown_zones->len; i++)
    {
      const char *zone = g_ptr_array_index (report->unknown_zones, i);
      json_builder_add_string_value (b, zone);
      if (!cli->json)
        fprintf (stderr, _ ("%s: the time zone “%s” is not known; its times were read as local.\n"),
                 name, zone);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
  way_cli_say (cli, _ ("%s: %d added, %d updated, %d unchanged, %d removed, %d skipped"), name,
               report->added, report->updated, report->unchanged, report->removed, report->skipped);
  return WAY_EXIT_DONE;
}

static int
run_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *zone_id = NULL;
  gboolean ignore_all_day = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone_id, N_ ("Zone of times without one"), "ZONE" },
    { "ignore-all-day", 0, 0, G_OPTION_ARG_NONE, &ignore_all_day,
      N_ ("All-day events do not block their days"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayZone) zone = zone_id ? way_zone_new (zone_id, &error) : way_cli_zone (cli);
  g_autoptr (WayBusyReport) report =
      zone ? way_busy_add (cli->store, argv[1], way_zone_get_id (zone), !ignore_all_day,
                           cli->now_utc, &error)
           : NULL;
  return report != NULL ? print_report (cli, argv[1], report) : way_cli_fail (error);
}

static int
run_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (GPtrArray) calendars = way_busy_list (cli->store, &error);
  if (calendars == NULL)
    return way_cli_fail (error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < calendars->len; i++)
    {
      const WayBusyCalendar *it = g_ptr_array_index (calendars, i);
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", it->id);
      way_cli_json_string (b, "name", it->name);
      way_cli_json_string (b, "path", it->path);
      way_cli_json_string (b, "zone", it->zone);
      way_cli_json_int (b, "events", it->n_events);
      way_cli_json_instant (b, "imported", it->imported_utc);
      json_builder_end_object (b);
      way_cli_say (cli, "%3d  %-24s %6d  %s", (int) it->id, it->name, it->n_events, it->path);
    }
  json_builder_end_array (b);
  if (cli->json)
    way_cli_print_json (b);
  if (calendars->len == 0)
    way_cli_say (cli, _ ("No calendars to plan around. “waymark-cli busy add FILE” adds one."));
  return WAY_EXIT_DONE;
}

static int
run_refresh (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayBusyReport) report = way_busy_refresh (cli->store, cli->now_utc, &error);
  return report != NULL ? print_report (cli, _ ("All calendars"), report) : way_cli_fail (error);
}

static int
run_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  gint64 id = 0;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &id, NULL))
    return way_cli_usage (_ ("“%s” is not a number of “waymark-cli busy list”."), argv[1]);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_busy_remove (cli->store, id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Removed. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

const WayCommand way_busy_commands[] = {
  { "busy add", "FILE", N_ ("plan around a calendar file"),
    "  waymark-cli busy add work.ics --zone Europe/Berlin\n", run_add },
  { "busy list", "", N_ ("list the calendars to plan around"), NULL, run_list },
  { "busy refresh", "", N_ ("read their files again"), NULL, run_refresh },
  { "busy remove", "ID", N_ ("stop planning around a calendar"), NULL, run_remove },
  { 0 },
};

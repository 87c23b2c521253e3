/* The pure "calendar busy". */
#include "cli/calendar-report.h"
#include "core/base/error.h"
#include "core/calendar/input.h"
#include "core/calendar/worker.h"

#include <glib/gi18n.h>

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
  way_cli_json_problems (b, content->skipped, content->times);
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
  g_auto (GStrv) answers = NULL;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Start of the time"), "INSTANT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("End of the time"), "INSTANT" },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, N_ ("Zone of times without one"), "ZONE" },
    { "all-day-busy", 0, 0, G_OPTION_ARG_STRING, &all_day, N_ ("Whether all-day events block"),
      "yes|no" },
    WAY_CLI_MAP_ZONE_ENTRY (&answers),
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
  g_autoptr (GHashTable) zones = way_cli_map_zones (answers, &error);
  if (zones == NULL)
    return way_cli_fail (error);
  options.zones = zones;
  g_auto (WayCalendarInput) file = { 0 };
  if (!way_calendar_input_read (argv[1], &file, &error))
    return way_cli_fail (error);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read_isolated (&file, argv[1], &options, &error);
  if (content == NULL)
    return way_cli_fail (error);
  g_autoptr (GArray) busy = way_calendar_content_busy (content, options.from_utc, options.to_utc);
  busy_to_json (content, busy);
  return WAY_EXIT_DONE;
}

const WayCommand way_calendar_commands[] = {
  { "calendar busy", "FILE", N_ ("print the busy time of a calendar file as JSON; no database"),
    "  waymark-cli calendar busy work.ics --from 2027-01-01T00:00:00Z --to 2027-02-01T00:00:00Z "
    "--zone Europe/Berlin\n",
    run_busy },
  { 0 },
};

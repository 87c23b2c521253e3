#include "cli/calendar-report.h"
#include "core/calendar/moved.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
add_times (JsonBuilder *b, const GPtrArray *times)
{
  json_builder_set_member_name (b, "times");
  json_builder_begin_array (b);
  for (guint i = 0; i < times->len; i++)
    {
      const WayCalendarTimes *it = g_ptr_array_index (times, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "kind", way_times_kind_to_word (it->kind));
      way_cli_json_string (b, "tzid", it->tzid);
      way_cli_json_string (b, "zone", it->zone);
      way_cli_json_int (b, "events", it->n_events);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
report_to_json (const WayBusyReport *report, guint n_moved)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_int (b, "id", report->calendar_id);
  way_cli_json_int (b, "added", report->added);
  way_cli_json_int (b, "updated", report->updated);
  way_cli_json_int (b, "unchanged", report->unchanged);
  way_cli_json_int (b, "removed", report->removed);
  way_cli_json_int (b, "own", report->n_own);
  way_cli_json_int (b, "moved", n_moved);
  way_cli_json_problems (b, report->skips, report->times);
  add_times (b, report->times);
  json_builder_set_member_name (b, "failed");
  json_builder_begin_array (b);
  for (guint i = 0; i < report->failed->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (report->failed, i));
  json_builder_end_array (b);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static void
say_times (const WayCli *cli, const WayCalendarTimes *it)
{
  const char *tzid = it->tzid, *zone = it->zone;
  int n = it->n_events;

  switch (it->kind)
    {
    case WAY_TIMES_IN_UTC:
      way_cli_say (cli, _ ("  %6d in UTC"), n);
      break;
    case WAY_TIMES_NAMED:
      if (g_str_equal (tzid, zone))
        way_cli_say (cli, _ ("  %6d in %s"), n, zone);
      else
        way_cli_say (cli, _ ("  %6d in %s, which the file calls “%s”"), n, zone, tzid);
      break;
    case WAY_TIMES_OF_FILE:
      way_cli_say (cli, _ ("  %6d by the file’s own rules for “%s”"), n, tzid);
      break;
    case WAY_TIMES_ANSWERED:
      way_cli_say (cli, _ ("  %6d in “%s”, which you said is %s"), n, tzid, zone);
      break;
    case WAY_TIMES_UNKNOWN:
      way_cli_say (cli, _ ("  %6d in “%s”, which is not known: read in %s"), n, tzid, zone);
      break;
    case WAY_TIMES_FLOATING:
      way_cli_say (cli, _ ("  %6d in no time zone: read in %s"), n, zone);
      break;
    case WAY_TIMES_ALL_DAY:
      way_cli_say (cli, _ ("  %6d all-day, in %s"), n, zone);
      break;
    }
}

static int
print_report (const WayCli *cli, const char *name, const WayBusyReport *report)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) moved = way_moved_list (cli->store, &error);

  if (moved == NULL)
    return way_cli_fail (error);
  if (cli->json)
    report_to_json (report, moved->len);
  else
    way_cli_tell_problems (name, report->skips, report->times);
  for (guint i = 0; i < report->failed->len && !cli->json; i++)
    fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (report->failed, i));
  way_cli_say (cli, _ ("%s: %d added, %d updated, %d unchanged, %d removed, %d own, %d skipped"),
               name, report->added, report->updated, report->unchanged, report->removed,
               report->n_own, report->skipped);
  for (guint i = 0; i < report->times->len; i++)
    say_times (cli, g_ptr_array_index (report->times, i));
  if (moved->len > 0)
    way_cli_say (cli,
                 ngettext ("%u block was moved in a calendar. “waymark-cli busy moved” shows it, "
                           "“busy follow” moves it in the plan.",
                           "%u blocks were moved in a calendar. “waymark-cli busy moved” shows "
                           "them, “busy follow” moves them in the plan.",
                           moved->len),
                 moved->len);
  return report->failed->len > 0 ? WAY_EXIT_FAILED : WAY_EXIT_DONE;
}

static int
run_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *zone_id = NULL;
  g_auto (GStrv) answers = NULL;
  gboolean ignore_all_day = FALSE, dry_run = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone_id, N_ ("Zone of times without one"), "ZONE" },
    WAY_CLI_MAP_ZONE_ENTRY (&answers),
    { "ignore-all-day", 0, 0, G_OPTION_ARG_NONE, &ignore_all_day,
      N_ ("All-day events do not block their days"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what is in it, and change nothing"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayZone) zone = zone_id ? way_zone_new (zone_id, &error) : way_cli_zone (cli);
  g_autoptr (WayBusyReading) reading =
      zone ? way_busy_reading_new (cli->store, argv[1], way_zone_get_id (zone), !ignore_all_day,
                                   cli->now_utc, &error)
           : NULL;
  if (reading == NULL || !way_cli_answer_zones (reading, answers, &error) ||
      !way_busy_reading_run (reading, dry_run, &error))
    return way_cli_fail (error);
  g_autoptr (WayBusyReport) report =
      dry_run ? way_busy_reading_preview (reading)
              : way_busy_keep (cli->store, reading, cli->now_utc, &error);
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
  g_autoptr (GPtrArray) readings = way_busy_refresh_new (cli->store, cli->now_utc, &error);
  if (readings == NULL)
    return way_cli_fail (error);
  way_busy_refresh_run (readings);
  g_autoptr (WayBusyReport) report =
      way_busy_refresh_keep (cli->store, readings, cli->now_utc, &error);
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

static void
say_moved (const WayCli *cli, WayZone *zone, const WayMovedBlock *it)
{
  g_autofree char *from = way_cli_local_time (zone, it->start_utc);
  g_autofree char *to = way_cli_local_time (zone, it->moved_start_utc);

  /* Translators: a title, two times, and the name of a calendar */
  way_cli_say (cli, _ ("“%s”: %s in the plan, %s in “%s”"), it->title, from, to, it->calendar);
}

static int
run_moved (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayZone) zone = way_cli_zone (cli);
  g_autoptr (GPtrArray) moved = way_moved_list (cli->store, &error);
  if (moved == NULL)
    return way_cli_fail (error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < moved->len; i++)
    {
      const WayMovedBlock *it = g_ptr_array_index (moved, i);
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", it->block_id);
      way_cli_json_string (b, "title", it->title);
      way_cli_json_string (b, "calendar", it->calendar);
      way_cli_json_instant (b, "start", it->start_utc);
      way_cli_json_instant (b, "end", it->end_utc);
      way_cli_json_instant (b, "moved_start", it->moved_start_utc);
      way_cli_json_instant (b, "moved_end", it->moved_end_utc);
      json_builder_end_object (b);
      say_moved (cli, zone, it);
    }
  json_builder_end_array (b);
  if (cli->json)
    way_cli_print_json (b);
  if (moved->len == 0)
    way_cli_say (cli, _ ("No block was moved in a calendar."));
  return WAY_EXIT_DONE;
}

static int
run_follow (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gboolean keep = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_NONE, &keep,
      N_ ("Keep the plan, and do not offer this again until the calendar changes"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (keep)
    return way_moved_keep (cli->store, cli->now_utc, &error) ? WAY_EXIT_DONE : way_cli_fail (error);
  int n = way_moved_follow (cli->store, cli->now_utc, &error);
  if (n < 0)
    return way_cli_fail (error);
  way_cli_say (cli,
               ngettext ("%d block moved and pinned. “waymark-cli undo” takes it back.",
                         "%d blocks moved and pinned. “waymark-cli undo” takes it back.",
                         (gulong) n),
               n);
  return WAY_EXIT_DONE;
}

const WayCommand way_busy_commands[] = {
  { "busy add", "FILE", N_ ("plan around a calendar file"),
    "  waymark-cli busy add work.ics --zone Europe/Berlin\n", run_add },
  { "busy list", "", N_ ("list the calendars to plan around"), NULL, run_list },
  { "busy refresh", "", N_ ("read their files again"), NULL, run_refresh },
  { "busy remove", "ID", N_ ("stop planning around a calendar"), NULL, run_remove },
  { "busy moved", "", N_ ("list the blocks that were moved in a calendar"), NULL, run_moved },
  { "busy follow", "", N_ ("move them in the plan"), NULL, run_follow },
  { 0 },
};

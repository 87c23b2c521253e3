/* The live calendar: a file that calendar programs follow. */
#include "core/calendar/live.h"

#include "cli/cli.h"

#include <glib/gi18n.h>

static int
print_state (WayCli *cli)
{
  g_autofree char *path = way_live_get_path (cli->store);
  gboolean in_gnome = way_live_is_in_gnome (cli->store);

  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      if (path != NULL)
        way_cli_json_string (b, "path", path);
      else
        {
          json_builder_set_member_name (b, "path");
          json_builder_add_null_value (b);
        }
      way_cli_json_bool (b, "gnome", in_gnome);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  else if (path == NULL)
    way_cli_say (cli, _ ("There is no live calendar. “waymark-cli live start FILE” writes one, and "
                         "again after each change."));
  else
    way_cli_say (cli, _ ("%s follows the plan."), path);
  if (in_gnome)
    way_cli_say (cli, _ ("GNOME Calendar and Evolution show it."));
  return WAY_EXIT_DONE;
}

static int
run_show (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  return way_cli_open (cli) ? print_state (cli) : WAY_EXIT_DATA;
}

static int
run_start (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gboolean gnome = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "gnome", 0, 0, G_OPTION_ARG_NONE, &gnome,
      N_ ("Show it in GNOME Calendar and Evolution, read-only"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (g_str_equal (argv[1], "-"))
    return way_cli_usage (_ ("A live calendar is a file: standard output cannot be followed."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_live_set (cli->store, argv[1], cli->now_utc, &error) ||
      (gnome && !way_live_show_in_gnome (cli->store, TRUE, cli->now_utc, &error)))
    return way_cli_fail (error);
  return print_state (cli);
}

static int
run_stop (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_live_set (cli->store, NULL, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("The plan is not followed any more; the file stays as it is."));
  return WAY_EXIT_DONE;
}

const WayCommand way_live_commands[] = {
  { "live show", "", N_ ("print which file calendar programs follow"), NULL, run_show },
  { "live start", "FILE", N_ ("keep a calendar file up to date after each change"),
    "  waymark-cli live start ~/learning-plan.ics\n"
    "  waymark-cli live start --gnome ~/learning-plan.ics\n",
    run_start },
  { "live stop", "", N_ ("end that, and take it out of GNOME Calendar"), NULL, run_stop },
  { 0 },
};

#include "cli/cli.h"

#include "cli/json-number.h"
#include "core/base/error.h"
#include "core/planner/settings.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

static void
add_common (WayCli *cli, GOptionContext *context)
{
  const GOptionEntry common[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &cli->database, N_ ("Use this database"), "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print one JSON document"), NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &cli->quiet, N_ ("Print errors only"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
}

int
way_cli_parse (WayCli *cli,
               const WayCommand *command,
               const GOptionEntry *entries,
               int n_words,
               int *argc,
               char ***argv)
{
  g_autofree char *usage = g_strdup_printf ("%s — %s", command->usage, _ (command->summary));
  g_autofree char *program = g_strdup_printf ("waymark-cli %s", command->name);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL }, G_OPTION_ENTRY_NULL
  };

  g_set_prgname (program);
  g_option_context_set_help_enabled (context, FALSE);
  add_common (cli, context);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_autofree char *plain = g_strdup_printf ("  waymark-cli %s\n", command->name);
  g_autofree char *examples = g_strdup_printf (
      "%s\n%s", _ ("Examples:"), command->examples != NULL ? command->examples : plain);
  g_option_context_set_description (context, examples);
  if (!g_option_context_parse (context, argc, argv, &error))
    return way_cli_usage ("%s", error->message);
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
      fputs (text, stdout);
      return WAY_EXIT_DONE;
    }
  if (n_words >= 0 && *argc - 1 != n_words)
    return way_cli_usage (_ ("Usage: waymark-cli %s %s"), command->name, command->usage);
  return -1;
}

int
way_cli_usage (const char *format, ...)
{
  va_list args;

  fputs ("waymark-cli: ", stderr);
  va_start (args, format);
  vfprintf (stderr, format, args);
  va_end (args);
  fputc ('\n', stderr);
  return WAY_EXIT_USAGE;
}

int
way_cli_fail (GError *error)
{
  gboolean data = way_error_is_about_data (error);

  fprintf (stderr, "waymark-cli: %s\n", error->message);
  g_error_free (error);
  return data ? WAY_EXIT_DATA : WAY_EXIT_FAILED;
}

static void
on_changed (WayCli *cli)
{
  cli->changed = TRUE;
}

gboolean
way_cli_open (WayCli *cli)
{
  GError *error = NULL;

  if (cli->database == NULL)
    cli->database = way_store_default_path ();
  cli->store = way_store_open_anyhow (cli->database, &error);
  if (cli->store == NULL)
    way_cli_fail (error);
  else
    g_signal_connect_swapped (cli->store, "changed", G_CALLBACK (on_changed), cli);
  return cli->store != NULL;
}

void
way_cli_say (const WayCli *cli, const char *format, ...)
{
  va_list args;

  if (cli->quiet || cli->json)
    return;
  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  putchar ('\n');
}

void
way_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  g_autofree char *shorter = way_json_shorten_numbers (text);

  puts (shorter);
}

void
way_cli_json_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
way_cli_json_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
way_cli_json_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
way_cli_json_date (JsonBuilder *builder, const char *name, WayDate date)
{
  g_autofree char *text = way_date_to_iso (date);

  json_builder_set_member_name (builder, name);
  if (date == WAY_DATE_NONE)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

void
way_cli_json_instant (JsonBuilder *builder, const char *name, gint64 utc)
{
  g_autofree char *text = way_instant_to_iso (utc);

  way_cli_json_string (builder, name, text);
}

WayZone *
way_cli_zone (WayCli *cli)
{
  g_autoptr (WayPlanSettings) settings =
      cli->store != NULL ? way_plan_settings_load (cli->store, NULL) : NULL;
  g_autofree char *local = way_zone_local_id ();
  WayZone *zone = way_zone_new (settings != NULL ? settings->zone : local, NULL);

  return zone != NULL ? zone : way_zone_new ("UTC", NULL);
}

WayDate
way_cli_today (WayCli *cli)
{
  g_autoptr (WayZone) zone = way_cli_zone (cli);

  return way_zone_to_local (zone, cli->now_utc, NULL);
}

char *
way_cli_local_time (WayZone *zone, gint64 utc)
{
  int minute;
  g_autofree char *date = way_date_to_iso (way_zone_to_local (zone, utc, &minute));

  return g_strdup_printf ("%s %02d:%02d", date, minute / 60, minute % 60);
}

GBytes *
way_cli_read_input (const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GInputStream) in = NULL;
  g_autofree char *data = g_malloc (max_bytes + 1);
  g_autoptr (GError) failure = NULL;
  gsize length = 0;

  if (g_str_equal (path, "-"))
    in = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    in = G_INPUT_STREAM (g_file_read (file, NULL, &failure));
  /* One byte over the limit is enough to know. */
  if (in == NULL || !g_input_stream_read_all (in, data, max_bytes + 1, &length, NULL, &failure))
    {
      gboolean missing = g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_set_error (error, WAY_ERROR, missing ? WAY_ERROR_NOT_FOUND : WAY_ERROR_IO,
                   _ ("%s cannot be read: %s"), path, failure->message);
      return NULL;
    }
  if (length > max_bytes)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT, _ ("%s is too large: the limit is %d MB."),
                   path, (int) (max_bytes / 1048576));
      return NULL;
    }
  data = g_realloc (data, length + 1); /* the room that was not needed */
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

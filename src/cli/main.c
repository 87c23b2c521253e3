/* waymark-cli: every main job without a display. This file finds the command; the commands are in the
 * files beside it, one per corridor. */
#include "config.h"

#include "cli/cli.h"
#include "core/base/error.h"
#include "core/base/locale.h"
#include "core/calendar/live.h"
#include "core/calendar/worker.h"
#include "core/store/backup.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* In this order: of two names the one with more words comes first. */
static const WayCommand *const groups[] = {
  way_plan_commands,
  way_replan_commands,
  way_what_if_commands,
  way_phase_commands,
  way_roadmap_date_commands,
  way_today_commands,
  way_view_commands,
  way_block_commands,
  way_block_place_commands,
  way_skill_commands,
  way_skill_evidence_commands,
  way_guide_commands,
  way_busy_commands,
  way_export_commands,
  way_live_commands,
  way_calendar_commands,
  way_planner_commands,
  way_data_commands,
  way_archive_commands,
  way_offers_commands,
  way_offer_export_commands,
  way_skill_file_commands,
  way_offer_card_commands,
  way_offer_commands,
  way_offer_criterion_commands,
  way_offer_compare_commands,
  way_offer_decide_commands,
  way_offer_needs_commands,
  way_gap_work_commands,
  way_offer_settings_commands,
};

static void
print_help (void)
{
  printf ("%s\n  waymark-cli [--database FILE] [--json] [--quiet] COMMAND …\n\n%s\n", _ ("Usage:"),
          _ ("Commands:"));
  for (gsize g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const WayCommand *c = groups[g]; c->name != NULL; c++)
      {
        g_autofree char *call = g_strdup_printf ("%s %s", c->name, c->usage);
        printf ("  %-34s %s\n", call, _ (c->summary));
      }
  printf ("\n%s\n  waymark-cli plan --guide learning-distributed-systems --start \"next monday\" "
          "--hours 6 --export plan.ics\n\n%s\n",
          _ ("Example:"), _ ("“waymark-cli COMMAND --help” tells more about each."));
}

/* The command that @argv (from the command's first word on) names; @n_words: how many words that are. */
static const WayCommand *
find_command (int argc, char **argv, int *n_words)
{
  for (gsize g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const WayCommand *c = groups[g]; c->name != NULL; c++)
      {
        g_auto (GStrv) words = g_strsplit (c->name, " ", -1);
        int n = (int) g_strv_length (words), same = 0;
        while (same < n && same < argc && g_str_equal (words[same], argv[same]))
          same++;
        if (same == n)
          {
            *n_words = n;
            return c;
          }
      }
  return NULL;
}

static gboolean
read_now (WayCli *cli, GError **error)
{
  const char *fixed = g_getenv ("WAYMARK_NOW");

  cli->now_utc = g_get_real_time () / G_USEC_PER_SEC;
  return fixed == NULL || way_instant_parse (fixed, &cli->now_utc, error);
}

/* Index of the command's first word: behind the common options that stand before it. */
static int
command_index (int argc, char **argv)
{
  int i = 1;

  for (; i < argc && argv[i][0] == '-'; i++)
    if (g_str_equal (argv[i], "--database"))
      i++;
  return i;
}

static int
run (WayCli *cli, int argc, char **argv)
{
  int first = command_index (argc, argv), n_words = 0;

  if (first >= argc)
    {
      gboolean version = g_strv_contains ((const char *const *) argv, "--version");
      gboolean help = g_strv_contains ((const char *const *) argv, "--help") ||
                      g_strv_contains ((const char *const *) argv, "-h");
      if (version)
        puts ("waymark-cli " PACKAGE_VERSION);
      else
        print_help ();
      return version || help ? WAY_EXIT_DONE : WAY_EXIT_USAGE;
    }
  const WayCommand *command = find_command (argc - first, argv + first, &n_words);
  if (command == NULL)
    return way_cli_usage (_ ("“%s” is not a command. “waymark-cli --help” lists them."),
                          argv[first]);
  /* The command sees its name, the options that stood before it, and the rest. */
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_ptr_array_add (words, argv[0]);
  for (int i = 1; i < first; i++)
    g_ptr_array_add (words, argv[i]);
  for (int i = first + n_words; i < argc; i++)
    g_ptr_array_add (words, argv[i]);
  int count = (int) words->len;
  g_ptr_array_add (words, NULL);
  return command->run (cli, command, count, (char **) words->pdata);
}

/* Nothing to tidy up: SQLite rolls back what was not committed, files are written aside and renamed. */
static void
on_signal (int number)
{
  _exit (WAY_EXIT_INTERRUPTED);
}

static void
catch_signals (void)
{
  struct sigaction action = { .sa_handler = on_signal };

  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
}

int
main (int argc, char **argv)
{
  WayCli cli = { 0 };
  g_autoptr (GError) error = NULL;
  int code;

  way_locale_init ();
  way_calendar_worker_init (argc, argv);
  catch_signals ();
  setlocale (LC_ALL, "");
  if (read_now (&cli, &error))
    code = run (&cli, argc, argv);
  else
    code = way_cli_fail (g_steal_pointer (&error));
  /* What was changed is changed: a live calendar or a backup that cannot be written is said, and no failure. */
  if (cli.changed && !way_live_update (cli.store, cli.now_utc, &error))
    way_cli_fail (g_steal_pointer (&error));
  if (cli.changed && !way_backup_daily (way_store_get_path (cli.store), cli.now_utc, &error))
    way_cli_fail (g_steal_pointer (&error));
  g_clear_object (&cli.store);
  g_free (cli.database);
  return code;
}

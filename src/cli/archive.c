/* Everything in one JSON document, and back. */
#include "core/store/archive.h"
#include "cli/cli.h"

#include <glib/gi18n.h>

static int
run_export (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_archive_export (cli->store, argv[1], &error))
    return way_cli_fail (error);
  if (g_str_equal (argv[1], "-"))
    return WAY_EXIT_DONE; /* the archive is what is printed */
  way_cli_say (cli, _ ("Archive written: %s"), argv[1]);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      way_cli_json_string (b, "path", argv[1]);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  return WAY_EXIT_DONE;
}

static void
print_json (const GPtrArray *counts, gboolean dry_run, gboolean differs, const char *backup)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_bool (b, "imported", differs && !dry_run);
  way_cli_json_bool (b, "differs", differs);
  way_cli_json_string (b, "backup", backup);
  json_builder_set_member_name (b, "tables");
  json_builder_begin_object (b);
  for (guint i = 0; i < counts->len; i++)
    {
      const WayArchiveCount *it = g_ptr_array_index (counts, i);
      json_builder_set_member_name (b, it->table);
      json_builder_begin_object (b);
      way_cli_json_int (b, "before", it->now);
      way_cli_json_int (b, "archive", it->in_archive);
      way_cli_json_bool (b, "differs", it->differs);
      json_builder_end_object (b);
    }
  json_builder_end_object (b);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static void
print_text (const WayCli *cli,
            const GPtrArray *counts,
            gboolean dry_run,
            gboolean differs,
            const char *backup)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const WayArchiveCount *it = g_ptr_array_index (counts, i);
      if (it->now + it->in_archive > 0)
        /* Translators: a table of the database; its rows here, and those in the archive; "" or " (differs)" */
        way_cli_say (cli, _ ("%-16s %6d → %6d%s"), it->table, (int) it->now, (int) it->in_archive,
                     it->differs && !it->is_record ? _ ("  (differs)") : "");
    }
  if (!differs)
    way_cli_say (cli, _ ("Nothing differs from what is here, and nothing was changed."));
  else if (dry_run)
    way_cli_say (cli, _ ("The archive is right. Nothing was changed."));
  else
    way_cli_say (cli, _ ("Imported. “waymark-cli undo” brings back what was here."));
  if (backup != NULL)
    way_cli_say (cli, _ ("Backup written and checked: %s"), backup);
}

static int
run_import (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  GError *error = NULL;
  g_autofree char *backup = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Check and count, change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  g_autoptr (WayArchive) archive = way_archive_read (argv[1], &error);
  if (archive == NULL)
    return way_cli_fail (error);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (GPtrArray) counts = way_archive_compare (archive, cli->store, &error);
  if (counts == NULL ||
      (!dry_run && !way_archive_import (archive, cli->store, cli->now_utc, &backup, &error)))
    return way_cli_fail (error);
  gboolean differs = way_archive_differs (counts);
  if (cli->json)
    print_json (counts, dry_run, differs, backup);
  else
    print_text (cli, counts, dry_run, differs, backup);
  return WAY_EXIT_DONE;
}

const WayCommand way_archive_commands[] = {
  { "archive export", "FILE", N_ ("write everything as one JSON document"),
    "  waymark-cli archive export waymark.json\n", run_export },
  { "archive import", "FILE [--dry-run]", N_ ("replace everything by an archive"),
    "  waymark-cli archive import waymark.json --dry-run\n", run_import },
  { 0 },
};

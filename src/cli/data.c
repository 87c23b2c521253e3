/* The data itself: undo, redo, history, backup, doctor. */
#include "cli/cli.h"
#include "core/store/backup.h"
#include "core/store/doctor.h"
#include "core/store/restore.h"

#include <glib/gi18n.h>

/* Undo and redo differ in the call and the words only. */
static int
step_history (WayCli *cli,
              const WayCommand *command,
              int argc,
              char **argv,
              gboolean (*step) (WayStore *, char **, GError **),
              const char *format)
{
  g_autofree char *name = NULL;
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!step (cli->store, &name, &error))
    return way_cli_fail (error);
  way_cli_say (cli, format, name);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      way_cli_json_string (b, "action", name);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  return WAY_EXIT_DONE;
}

static int
run_undo (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  return step_history (cli, command, argc, argv, way_store_undo, _ ("Undone: %s"));
}

static int
run_redo (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  return step_history (cli, command, argc, argv, way_store_redo, _ ("Done again: %s"));
}

static int
run_history (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (GPtrArray) actions = way_store_history (cli->store, 50, &error);
  if (actions == NULL)
    return way_cli_fail (error);
  g_autoptr (WayZone) zone = way_cli_zone (cli);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < actions->len; i++)
    {
      const WayAction *it = g_ptr_array_index (actions, i);
      g_autofree char *time = way_cli_local_time (zone, it->time_utc);
      json_builder_begin_object (b);
      way_cli_json_string (b, "action", it->name);
      way_cli_json_instant (b, "time", it->time_utc);
      way_cli_json_bool (b, "undone", it->undone);
      json_builder_end_object (b);
      way_cli_say (cli, "%s  %s%s", time, it->name, it->undone ? _ (" (undone)") : "");
    }
  json_builder_end_array (b);
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

static void
add_summary_json (JsonBuilder *b, const WayBackupSummary *summary)
{
  way_cli_json_bool (b, "ok", summary != NULL);
  if (summary == NULL)
    return;
  way_cli_json_int (b, "version", summary->version);
  way_cli_json_int (b, "guides", summary->guides);
  way_cli_json_int (b, "blocks", summary->blocks);
  way_cli_json_int (b, "calendars", summary->calendars);
  way_cli_json_string (b, "last_action", summary->last_action);
  if (*summary->last_action != '\0')
    way_cli_json_instant (b, "last_action_time", summary->last_action_utc);
}

/* "1 guide, 64 blocks, 2 calendars; last: Plan, 2027-01-04 18:30" (transfer full). */
static char *
summary_text (const WayBackupSummary *summary, WayZone *zone)
{
  g_autofree char *counts = way_backup_summary_to_text (summary);

  if (summary == NULL || *summary->last_action == '\0')
    return g_steal_pointer (&counts);
  g_autofree char *time = way_cli_local_time (zone, summary->last_action_utc);
  /* Translators: counts, the name of an action, its time. */
  return g_strdup_printf (_ ("%s; last: %s, %s"), counts, summary->last_action, time);
}

/* Opens no database: backups are looked for when it cannot be opened, too. */
static int
list_backups (WayCli *cli)
{
  g_autofree char *path =
      cli->database != NULL ? g_strdup (cli->database) : way_store_default_path ();
  g_autoptr (GPtrArray) backups = way_store_list_backups (path, NULL);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autoptr (WayZone) zone = way_cli_zone (cli);

  json_builder_begin_array (b);
  for (guint i = 0; i < backups->len; i++)
    {
      const WayBackup *it = g_ptr_array_index (backups, i);
      g_autoptr (WayBackupSummary) summary = way_backup_describe (it->path, NULL);
      g_autofree char *time = way_cli_local_time (zone, it->time_utc);
      g_autofree char *text = summary_text (summary, zone);
      g_autofree char *size = g_format_size (it->size);
      json_builder_begin_object (b);
      way_cli_json_string (b, "path", it->path);
      way_cli_json_instant (b, "time", it->time_utc);
      way_cli_json_string (b, "reason", it->reason);
      way_cli_json_int (b, "size", it->size);
      add_summary_json (b, summary);
      json_builder_end_object (b);
      way_cli_say (cli, "%s  %-9s %9s  %s\n  %s", time, it->reason, size, text, it->path);
    }
  json_builder_end_array (b);
  if (backups->len == 0)
    way_cli_say (cli, _ ("No backups yet."));
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

static int
run_backup (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *to = NULL;
  gboolean list = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Write it here"), "FILE" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("List the backups and what is in them"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (list && to != NULL)
    return way_cli_usage (_ ("--list writes no backup: leave out --to."));
  if (list)
    return list_backups (cli);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autofree char *path = way_store_backup (cli->store, to, "manual", cli->now_utc, &error);
  if (path == NULL)
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Backup written and checked: %s"), path);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      way_cli_json_string (b, "path", path);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  return WAY_EXIT_DONE;
}

/* The findings as a table and into @b; whether none is bad. */
static gboolean
print_findings (WayCli *cli, JsonBuilder *b, GPtrArray *findings)
{
  static const char *const marks[] = { "✓", "·", "✗" };
  static const char *const levels[] = { "good", "hint", "bad" };
  gboolean healthy = TRUE, can_fix = FALSE;

  json_builder_begin_array (b);
  for (guint i = 0; i < findings->len; i++)
    {
      const WayFinding *it = g_ptr_array_index (findings, i);
      healthy = healthy && it->level != WAY_FINDING_BAD;
      can_fix = can_fix || it->can_fix;
      json_builder_begin_object (b);
      way_cli_json_string (b, "check", it->id);
      way_cli_json_bool (b, "ok", it->level != WAY_FINDING_BAD);
      way_cli_json_string (b, "level", levels[it->level]);
      way_cli_json_bool (b, "can_fix", it->can_fix);
      way_cli_json_string (b, "message", it->message);
      json_builder_end_object (b);
      way_cli_say (cli, "%s %-14s %s", marks[it->level], it->id, it->message);
    }
  json_builder_end_array (b);
  if (can_fix)
    way_cli_say (cli, _ ("Next: waymark-cli doctor --fix"));
  return healthy;
}

static gboolean
fix (WayCli *cli, JsonBuilder *b, GError **error)
{
  g_autoptr (GPtrArray) done = way_store_repair (cli->store, cli->now_utc, error);

  if (done == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < done->len; i++)
    {
      const char *text = g_ptr_array_index (done, i);
      json_builder_add_string_value (b, text);
      way_cli_say (cli, "%s", text);
    }
  json_builder_end_array (b);
  if (done->len == 0)
    way_cli_say (cli, _ ("There is nothing to fix."));
  return TRUE;
}

/* A file, or the name of one in the backups folder (transfer full). */
static char *
find_backup (const WayCli *cli, const char *file)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (way_store_get_path (cli->store), NULL);

  for (guint i = 0; i < backups->len && !g_file_test (file, G_FILE_TEST_EXISTS); i++)
    {
      const WayBackup *it = g_ptr_array_index (backups, i);
      g_autofree char *name = g_path_get_basename (it->path);
      if (g_str_equal (name, file))
        return g_strdup (it->path);
    }
  return g_strdup (file);
}

static void
print_changes (const WayCli *cli, const GPtrArray *changes)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  gboolean any = FALSE;

  json_builder_begin_object (b);
  for (guint i = 0; i < changes->len; i++)
    {
      const WayRestoreChange *it = g_ptr_array_index (changes, i);
      if (it->added + it->removed + it->changed == 0)
        continue;
      any = TRUE;
      json_builder_set_member_name (b, it->table);
      json_builder_begin_object (b);
      way_cli_json_int (b, "now", it->now);
      way_cli_json_int (b, "then", it->then);
      way_cli_json_int (b, "added", it->added);
      way_cli_json_int (b, "removed", it->removed);
      way_cli_json_int (b, "changed", it->changed);
      json_builder_end_object (b);
      way_cli_say (cli, _ ("%-18s %6d now, %6d then: %d come back, %d go, %d change"),
                   way_restore_name_table (it->table), it->now, it->then, it->added, it->removed,
                   it->changed);
    }
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
  if (!any)
    way_cli_say (cli, _ ("The backup has just what there is now."));
}

static int
run_restore (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
      N_ ("Say what would change, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autofree char *path = find_backup (cli, argv[1]);
  g_autoptr (WayRestore) restore = way_restore_new (cli->store, path, &error);
  g_autoptr (GPtrArray) changes = restore != NULL ? way_restore_preview (restore, &error) : NULL;
  /* It is the file that cannot be used, not the data: the work could not be done. */
  if (changes == NULL)
    {
      way_cli_fail (error);
      return WAY_EXIT_FAILED;
    }
  if (!dry_run && !way_restore_run (restore, cli->now_utc, &error))
    return way_cli_fail (error);
  print_changes (cli, changes);
  if (!dry_run)
    way_cli_say (cli, _ ("Restored. “waymark-cli undo” brings back what there was."));
  return WAY_EXIT_DONE;
}

static int
run_doctor (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  gboolean with_fix = FALSE;
  const GOptionEntry entries[] = {
    { "fix", 0, 0, G_OPTION_ARG_NONE, &with_fix, N_ ("Repair what is safe to repair"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (JsonBuilder) b = json_builder_new ();
  if (with_fix)
    {
      json_builder_begin_object (b);
      json_builder_set_member_name (b, "done");
      if (!fix (cli, b, &error))
        return way_cli_fail (error);
      json_builder_set_member_name (b, "checks");
    }
  g_autoptr (GPtrArray) findings = way_store_examine (cli->store, cli->now_utc, &error);
  if (findings == NULL)
    return way_cli_fail (error);
  gboolean healthy = print_findings (cli, b, findings);
  if (with_fix)
    json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
  return healthy ? WAY_EXIT_DONE : WAY_EXIT_FAILED;
}

const WayCommand way_data_commands[] = {
  { "undo", "", N_ ("undo the last action"), NULL, run_undo },
  { "redo", "", N_ ("do it again"), NULL, run_redo },
  { "history", "", N_ ("list the last 50 actions"), NULL, run_history },
  { "backup", "[--to FILE]", N_ ("write a checked copy of the data"),
    "  waymark-cli backup\n  waymark-cli backup --list\n", run_backup },
  { "restore", "FILE", N_ ("make the data what a backup has"),
    "  waymark-cli restore --dry-run waymark-2027-01-04T080000Z-daily.db\n", run_restore },
  { "doctor", "[--fix]", N_ ("check the data"),
    "  waymark-cli doctor\n  waymark-cli doctor --fix\n", run_doctor },
  { 0 },
};

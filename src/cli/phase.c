/* One phase of the roadmap: what there is to it, its gate, its note and its artifacts. */
#include "core/roadmap/phase.h"

#include "cli/cli.h"

#include <glib/gi18n.h>

#define MOST_NOTE_BYTES (1024 * 1024)

static void
artifact_to_json (JsonBuilder *b, const WayArtifact *artifact)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "id", artifact->id);
  way_cli_json_string (b, "kind", way_artifact_kind_to_string (artifact->kind));
  way_cli_json_string (b, "title", artifact->title);
  way_cli_json_string (b, "link", artifact->link);
  way_cli_json_date (b, "made", artifact->made_date);
  json_builder_end_object (b);
}

static void
artifacts_to_json (JsonBuilder *b, const GPtrArray *artifacts)
{
  json_builder_set_member_name (b, "artifacts");
  json_builder_begin_array (b);
  for (guint i = 0; i < artifacts->len; i++)
    artifact_to_json (b, g_ptr_array_index (artifacts, i));
  json_builder_end_array (b);
}

static void
strings_to_json (JsonBuilder *b, const char *name, char **strings)
{
  json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
  for (; *strings != NULL; strings++)
    json_builder_add_string_value (b, *strings);
  json_builder_end_array (b);
}

static void
phase_to_json (const WayPhase *phase)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  const WayRoadmapPhase *dates = phase->dates;
  gboolean ends = dates != NULL && !dates->ongoing;

  json_builder_begin_object (b);
  way_cli_json_int (b, "id", phase->id);
  way_cli_json_string (b, "title", phase->title);
  way_cli_json_string (b, "guide", phase->guide_title);
  way_cli_json_int (b, "line", phase->line);
  way_cli_json_date (b, "start", dates != NULL ? dates->start_date : WAY_DATE_NONE);
  way_cli_json_date (b, "early_finish", ends ? dates->early_finish_date : WAY_DATE_NONE);
  way_cli_json_date (b, "late_finish", ends ? dates->late_finish_date : WAY_DATE_NONE);
  way_cli_json_bool (b, "ongoing", dates != NULL && dates->ongoing);
  way_cli_json_int (b, "planned_minutes", dates != NULL ? dates->planned_minutes : 0);
  way_cli_json_int (b, "done_minutes", phase->done_minutes);
  strings_to_json (b, "activities", phase->activities);
  strings_to_json (b, "exit_criteria", phase->exit_criteria);
  json_builder_set_member_name (b, "gate");
  json_builder_begin_object (b);
  way_cli_json_date (b, "closed", phase->gate.closed_date);
  way_cli_json_string (b, "evidence", phase->gate.evidence);
  way_cli_json_string (b, "override", phase->gate.override_reason);
  json_builder_end_object (b);
  way_cli_json_string (b, "note", phase->note);
  artifacts_to_json (b, phase->artifacts);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static void
say_dates (const WayCli *cli, const WayRoadmapPhase *dates)
{
  g_autofree char *start = way_date_to_iso (dates->start_date);
  g_autofree char *early = way_date_to_iso (dates->early_finish_date);
  g_autofree char *late = way_date_to_iso (dates->late_finish_date);

  if (dates->ongoing)
    way_cli_say (cli, _ ("  From %s, ongoing"), start);
  else
    /* Translators: three days */
    way_cli_say (cli, _ ("  %s to %s, at the latest %s"), start, early, late);
}

static void
say_list (const WayCli *cli, const char *heading, char **lines)
{
  if (*lines != NULL)
    way_cli_say (cli, "%s", heading);
  for (; *lines != NULL; lines++)
    way_cli_say (cli, "  %s", *lines);
}

static void
say_gate (const WayCli *cli, const WayGate *gate)
{
  g_autofree char *day = way_date_to_iso (gate->closed_date);

  if (gate->closed_date == WAY_DATE_NONE)
    way_cli_say (cli, _ ("The gate is open."));
  else if (*gate->evidence != '\0')
    /* Translators: a day, and what shows that a phase is done */
    way_cli_say (cli, _ ("The gate is closed since %s, with evidence: %s"), day, gate->evidence);
  else
    /* Translators: a day, and a reason */
    way_cli_say (cli, _ ("The gate is closed since %s, without evidence: %s"), day,
                 gate->override_reason);
}

static void
say_artifacts (const WayCli *cli, const GPtrArray *artifacts)
{
  for (guint i = 0; i < artifacts->len; i++)
    {
      const WayArtifact *it = g_ptr_array_index (artifacts, i);
      g_autofree char *day = way_date_to_iso (it->made_date);
      way_cli_say (cli, "  %" G_GINT64_FORMAT "  %s  %-10s  %s%s%s", it->id, day,
                   way_artifact_kind_to_string (it->kind), it->title, *it->link != '\0' ? "  " : "",
                   it->link);
    }
}

static void
say_phase (const WayCli *cli, const WayPhase *phase)
{
  way_cli_say (cli, "%s (%s)", phase->title, phase->guide_title);
  if (phase->dates != NULL)
    say_dates (cli, phase->dates);
  if (phase->line > 0)
    way_cli_say (cli, _ ("  In the guide: line %d"), phase->line);
  say_list (cli, _ ("Activities"), phase->activities);
  say_list (cli, _ ("Exit criteria"), phase->exit_criteria);
  say_gate (cli, &phase->gate);
  if (phase->artifacts->len > 0)
    way_cli_say (cli, "%s", _ ("Artifacts"));
  say_artifacts (cli, phase->artifacts);
  if (*phase->note != '\0')
    way_cli_say (cli, "%s\n%s", _ ("Note"), phase->note);
}

/* Prints the phase as it is now. */
static int
print_phase (WayCli *cli, gint64 id)
{
  GError *error = NULL;
  g_autoptr (WayPhase) phase = way_phase_load (cli->store, id, &error);

  if (phase == NULL)
    return way_cli_fail (error);
  if (cli->json)
    phase_to_json (phase);
  else
    say_phase (cli, phase);
  return WAY_EXIT_DONE;
}

static int
run_show (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  gint64 id = way_phase_find (cli->store, argv[1], &error);
  return id != 0 ? print_phase (cli, id) : way_cli_fail (error);
}

static int
run_gate (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *evidence = NULL;
  g_autofree char *reason = NULL;
  gboolean open = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &evidence,
      N_ ("Close it: what shows that the phase is done"), "TEXT" },
    { "override", 0, 0, G_OPTION_ARG_STRING, &reason,
      N_ ("Close it without evidence: why to go on all the same"), "REASON" },
    { "open", 0, 0, G_OPTION_ARG_NONE, &open, N_ ("Open it again"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (open && (evidence != NULL || reason != NULL))
    return way_cli_usage (_ ("--open goes with neither --evidence nor --override."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  gint64 id = way_phase_find (cli->store, argv[1], &error);
  if (id == 0)
    return way_cli_fail (error);
  gboolean done = open ? way_phase_open_gate (cli->store, id, cli->now_utc, &error)
                       : way_phase_close_gate (cli->store, id, evidence, reason,
                                               way_cli_today (cli), cli->now_utc, &error);
  return done ? print_phase (cli, id) : way_cli_fail (error);
}

static int
run_note (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 2, &argc, &argv);

  if (code >= 0)
    return code;
  gboolean input = g_str_equal (argv[2], "-");
  g_autoptr (GBytes) bytes = input ? way_cli_read_input ("-", MOST_NOTE_BYTES, &error) : NULL;
  if (input && bytes == NULL)
    return way_cli_fail (error);
  g_autofree char *text = g_utf8_make_valid (input ? g_bytes_get_data (bytes, NULL) : argv[2],
                                             input ? (gssize) g_bytes_get_size (bytes) : -1);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  gint64 id = way_phase_find (cli->store, argv[1], &error);
  if (id == 0 || !way_phase_set_note (cli->store, id, g_strchomp (text), cli->now_utc, &error))
    return way_cli_fail (error);
  return print_phase (cli, id);
}

/* Reads what is said of an artifact; %FALSE with @error. */
static gboolean
read_artifact (WayCli *cli,
               const char *kind,
               const char *date,
               WayArtifact *artifact,
               GError **error)
{
  WayDate today = way_cli_today (cli);

  artifact->kind = WAY_ARTIFACT_OTHER;
  artifact->made_date = today;
  return (kind == NULL || way_artifact_kind_parse (kind, &artifact->kind, error)) &&
         (date == NULL || way_date_parse (date, today, &artifact->made_date, error));
}

static int
run_artifact_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *kind = NULL;
  g_autofree char *link = NULL;
  g_autofree char *date = NULL;
  WayArtifact artifact = { 0 };
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind,
      N_ ("rfc, change, postmortem, demo or other (the default)"), "KIND" },
    { "link", 0, 0, G_OPTION_ARG_STRING, &link, N_ ("Its address, or its path"), "LINK" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day it was made (today)"), "DATE" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 2, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  artifact.title = argv[2];
  artifact.link = link != NULL ? link : (char *) "";
  gint64 id = read_artifact (cli, kind, date, &artifact, &error)
                  ? way_phase_find (cli->store, argv[1], &error)
                  : 0;
  if (id == 0 || !way_artifact_add (cli->store, id, &artifact, cli->now_utc, NULL, &error))
    return way_cli_fail (error);
  return print_phase (cli, id);
}

static int
run_artifact_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  gint64 id = way_phase_find (cli->store, argv[1], &error);
  g_autoptr (GPtrArray) artifacts = id != 0 ? way_artifact_list (cli->store, id, &error) : NULL;
  if (artifacts == NULL)
    return way_cli_fail (error);
  if (artifacts->len == 0)
    way_cli_say (cli, _ ("No artifacts yet. “waymark-cli roadmap artifact add” takes one in."));
  say_artifacts (cli, artifacts);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      artifacts_to_json (b, artifacts);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  return WAY_EXIT_DONE;
}

static int
run_artifact_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  guint64 id = 0;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!g_ascii_string_to_unsigned (argv[1], 10, 1, G_MAXINT64, &id, NULL))
    return way_cli_usage (_ ("“%s” is not a number. “waymark-cli roadmap artifact list” has them."),
                          argv[1]);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_artifact_remove (cli->store, (gint64) id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Removed. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

const WayCommand way_phase_commands[] = {
  { "roadmap show", "PHASE", N_ ("print all there is to a phase"),
    "  waymark-cli roadmap show Core\n", run_show },
  { "roadmap gate", "PHASE --evidence TEXT | --override REASON | --open",
    N_ ("close the gate of a phase, or open it again"),
    "  waymark-cli roadmap gate Core --evidence \"Deployed: https://example.org/\"\n"
    "  waymark-cli roadmap gate Core --override \"The course was cancelled\"\n",
    run_gate },
  { "roadmap note", "PHASE TEXT", N_ ("set the note of a phase; - reads standard input"),
    "  waymark-cli roadmap note Core \"Ask Ana about the second course\"\n", run_note },
  { "roadmap artifact add", "PHASE TITLE", N_ ("note what the work of a phase left behind"),
    "  waymark-cli roadmap artifact add Core \"Queue design\" --kind rfc --link "
    "https://example.org/rfc/7\n",
    run_artifact_add },
  { "roadmap artifact list", "PHASE", N_ ("list the artifacts of a phase"),
    "  waymark-cli roadmap artifact list Core\n", run_artifact_list },
  { "roadmap artifact remove", "NUMBER", N_ ("remove an artifact"),
    "  waymark-cli roadmap artifact remove 2\n", run_artifact_remove },
  { 0 },
};

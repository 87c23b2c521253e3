/* The views as text: roadmap and schedule. */
#include "cli/cli.h"
#include "core/planner/schedule.h"
#include "core/roadmap/baseline.h"
#include "core/roadmap/critical-path.h"
#include "core/roadmap/roadmap.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
phase_to_json (JsonBuilder *b, const WayRoadmapPhase *p)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "id", p->id);
  way_cli_json_string (b, "title", p->title);
  way_cli_json_string (b, "guide", p->guide_title);
  way_cli_json_date (b, "start", p->start_date);
  way_cli_json_date (b, "early_finish", p->early_finish_date);
  way_cli_json_date (b, "late_finish", p->late_finish_date);
  way_cli_json_bool (b, "ongoing", p->ongoing);
  way_cli_json_int (b, "blocks", p->blocks);
  way_cli_json_int (b, "blocks_done", p->blocks_done);
  way_cli_json_int (b, "minutes", p->planned_minutes);
  way_cli_json_string (b, "exit_criteria", p->exit_criteria);
  way_cli_json_date (b, "release", p->release_date);
  way_cli_json_date (b, "due", p->due_date);
  way_cli_json_date (b, "latest_finish", p->latest_finish_date);
  json_builder_set_member_name (b, "slack_days");
  if (p->slack_days == WAY_NO_SLACK)
    json_builder_add_null_value (b);
  else
    json_builder_add_int_value (b, p->slack_days);
  way_cli_json_date (b, "planned_start", p->planned_start_date);
  way_cli_json_date (b, "planned_early_finish", p->planned_early_finish_date);
  way_cli_json_date (b, "planned_late_finish", p->planned_late_finish_date);
  json_builder_end_object (b);
}

static void
point_to_json (JsonBuilder *b, const WayRoadmapPoint *p)
{
  json_builder_begin_object (b);
  way_cli_json_string (b, "kind", p->checklist ? "checklist" : "milestone");
  way_cli_json_string (b, "title", p->title);
  way_cli_json_date (b, "due", p->due_date);
  way_cli_json_string (b, "rule", p->due_rule);
  way_cli_json_date (b, "done", p->done_date);
  way_cli_json_date (b, "planned_due", p->planned_due_date);
  json_builder_end_object (b);
}

static void
roadmap_to_json (const WayRoadmap *roadmap)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_date (b, "start", roadmap->start_date);
  way_cli_json_date (b, "end", roadmap->end_date);
  json_builder_set_member_name (b, "phases");
  json_builder_begin_array (b);
  for (guint i = 0; i < roadmap->phases->len; i++)
    phase_to_json (b, g_ptr_array_index (roadmap->phases, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "points");
  json_builder_begin_array (b);
  for (guint i = 0; i < roadmap->points->len; i++)
    point_to_json (b, g_ptr_array_index (roadmap->points, i));
  json_builder_end_array (b);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

/* @text filled up with spaces to @width columns: printf counts bytes, a terminal cells. */
static char *
pad (const char *text, int width)
{
  glong have = g_utf8_strlen (text, -1);

  return g_strdup_printf ("%s%*s", text, (int) MAX (0, width - have), "");
}

/* "critical, 12 days later than planned on 4 January 2027" (transfer full). */
static char *
judge_phase (const WayRoadmap *roadmap, const WayRoadmapPhase *p)
{
  g_autofree char *slack = way_critical_path_text (p);
  g_autofree char *planned = way_baseline_phase_text (roadmap->baseline_date, p);
  gboolean both = *slack != '\0' && *planned != '\0';

  return g_strdup_printf ("%s%s%s", slack, both ? ", " : "", planned);
}

static void
say_phase (const WayCli *cli, const WayRoadmap *roadmap, const WayRoadmapPhase *p)
{
  g_autofree char *judged = judge_phase (roadmap, p);
  g_autofree char *start = way_date_to_iso (p->start_date);
  g_autofree char *early = way_date_to_iso (p->early_finish_date);
  g_autofree char *late = way_date_to_iso (p->late_finish_date);
  g_autofree char *title = pad (p->title, 12);
  g_autofree char *finish = p->ongoing ? g_strdup (_ ("ongoing"))
                                       : g_strdup_printf (_ ("%s, at the latest %s"), early, late);
  g_autofree char *finish_column = pad (finish, 36);

  way_cli_say (cli, "  %s %s  %s %s", title, start, finish_column, p->exit_criteria);
  if (*judged != '\0')
    way_cli_say (cli, "  %*s %s", (int) g_utf8_strlen (title, -1), "", judged);
}

/* What "--baseline" asks for: the one with a number, or the newest one. */
typedef struct
{
  gboolean wanted;
  gint64 id; /* 0: the newest */
} BaselineChoice;

static gboolean
compare (WayCli *cli, BaselineChoice choice, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (GPtrArray) list = way_baseline_list (cli->store, error);

  if (list == NULL)
    return FALSE;
  if (choice.id == 0 && list->len > 0)
    choice.id = ((WayBaseline *) g_ptr_array_index (list, 0))->id;
  return way_baseline_compare (cli->store, choice.id, roadmap, error);
}

static int
print_roadmap (WayCli *cli, BaselineChoice choice)
{
  GError *error = NULL;
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (cli->store, &error);

  if (roadmap == NULL || (choice.wanted && !compare (cli, choice, roadmap, &error)))
    return way_cli_fail (error);
  if (cli->json)
    roadmap_to_json (roadmap);
  if (roadmap->phases->len == 0)
    way_cli_say (cli, _ ("There is no plan yet. “waymark-cli plan --guide "
                         "learning-distributed-systems” makes one."));
  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      const WayRoadmapPhase *before = i > 0 ? g_ptr_array_index (roadmap->phases, i - 1) : NULL;
      if (before == NULL || before->guide_id != phase->guide_id)
        way_cli_say (cli, "%s", phase->guide_title);
      say_phase (cli, roadmap, phase);
    }
  if (roadmap->points->len > 0)
    way_cli_say (cli, "\n%s", _ ("Due"));
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *p = g_ptr_array_index (roadmap->points, i);
      g_autofree char *due = way_date_to_iso (p->due_date);
      g_autofree char *planned = way_baseline_point_text (roadmap->baseline_date, p);
      way_cli_say (cli, "  %s %s %s (%s%s%s)", due, p->done_date != WAY_DATE_NONE ? "✓" : "·",
                   p->title, p->due_rule, *planned != '\0' ? ", " : "", planned);
    }
  return WAY_EXIT_DONE;
}

int
way_cli_print_roadmap (WayCli *cli)
{
  return print_roadmap (cli, (BaselineChoice) { 0 });
}

/* Callbacks of options get no data. */
static BaselineChoice baseline_choice;

static gboolean
on_baseline (const char *option, const char *value, gpointer data, GError **error)
{
  baseline_choice.wanted = TRUE;
  return value == NULL ||
         g_ascii_string_to_signed (value, 10, 1, G_MAXINT64, &baseline_choice.id, error);
}

static int
run_roadmap (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "baseline", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, (gpointer) on_baseline,
      N_ ("Compare with the baseline of this number, or the newest one"), "ID" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  return way_cli_open (cli) ? print_roadmap (cli, baseline_choice) : WAY_EXIT_DATA;
}

/* The blocks of [from, to], both days included. */
static int
print_schedule (WayCli *cli, WayDate from, WayDate to)
{
  GError *error = NULL;
  g_autoptr (WayZone) zone = way_cli_zone (cli);
  gint64 from_utc = from == WAY_DATE_NONE ? G_MININT64 / 2 : way_zone_to_utc (zone, from, 0);
  gint64 to_utc = to == WAY_DATE_NONE ? G_MAXINT64 / 2 : way_zone_to_utc (zone, to + 1, 0);
  g_autoptr (GPtrArray) blocks = way_schedule_load (cli->store, from_utc, to_utc, &error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (blocks == NULL)
    return way_cli_fail (error);
  json_builder_begin_object (b);
  way_cli_json_string (b, "zone", way_zone_get_id (zone));
  json_builder_set_member_name (b, "blocks");
  json_builder_begin_array (b);
  for (guint i = 0; i < blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *start = way_cli_local_time (zone, block->start_utc);
      g_autofree char *end = way_cli_local_time (zone, block->end_utc);
      way_cli_say (cli, "%s–%s  %-7s %s%s", start, end + 11, way_block_kind_to_string (block->kind),
                   block->title, g_str_equal (block->state, "done") ? " ✓" : "");
      way_cli_json_block (b, block);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (blocks->len == 0)
    way_cli_say (cli, _ ("No blocks in this time."));
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

static int
run_schedule (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GError *error = NULL;
  WayDate from_date = WAY_DATE_NONE, to_date = WAY_DATE_NONE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("First day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Last day"), "DATE" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  WayDate today = way_cli_today (cli);
  if ((from != NULL && !way_date_parse (from, today, &from_date, &error)) ||
      (to != NULL && !way_date_parse (to, today, &to_date, &error)))
    return way_cli_fail (error);
  return print_schedule (cli, from_date, to_date);
}

const WayCommand way_view_commands[] = {
  { "roadmap", "[--baseline=ID]", N_ ("print phases, milestones and checklist with their dates"),
    "  waymark-cli roadmap\n  waymark-cli roadmap --baseline\n", run_roadmap },
  { "schedule", "[--from DATE] [--to DATE]", N_ ("print the blocks"),
    "  waymark-cli schedule --from today --to +2w\n", run_schedule },
  { 0 },
};

/* "skill plan": time for what closes a gap of the skill matrix. */
#include "core/planner/gap-work.h"

#include "cli/replan.h"
#include "cli/skill.h"
#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>

/* @text: hours, as "2" or "1.5"; what is out of range is refused with it. */
static gboolean
parse_hours (const char *text, int *minutes, GError **error)
{
  char *end = NULL;
  double hours = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (hours) || fabs (hours) > 1e6)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is not a number of hours. Write it as 6 or 7.5."), text);
      return FALSE;
    }
  *minutes = (int) lround (hours * 60);
  return TRUE;
}

static void
work_to_json (JsonBuilder *b, const WayGapWork *work)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "id", work->id);
  way_cli_json_int (b, "skill_id", work->skill_id);
  way_cli_json_string (b, "skill", work->skill_title);
  way_cli_json_string (b, "title", work->title);
  way_cli_json_int (b, "minutes", work->minutes);
  way_cli_json_date (b, "due", work->due_date);
  way_cli_json_int (b, "planned_minutes", work->planned_minutes);
  way_cli_json_int (b, "done_minutes", work->done_minutes);
  json_builder_end_object (b);
}

static void
say_work (WayCli *cli, const WayGapWork *work)
{
  g_autofree char *name = way_gap_work_name (work->skill_title, work->title);
  g_autofree char *due = way_date_to_iso (work->due_date);
  g_autofree char *asked = way_cli_minutes (work->minutes);
  g_autofree char *planned = way_cli_minutes (work->planned_minutes);
  g_autofree char *done = way_cli_minutes (work->done_minutes);

  /* Translators: a number; the due date; what is done; times: asked for, in the plan, done of that. */
  way_cli_say (cli, _ ("%3d  %s  %s: %s, %s planned, %s done"), (int) work->id, due, name, asked,
               planned, done);
}

static int
print_work (WayCli *cli, gint64 id)
{
  GError *error = NULL;
  g_autoptr (WayGapWork) work = way_gap_work_load (cli->store, id, &error);

  if (work == NULL)
    return way_cli_fail (error);
  say_work (cli, work);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      work_to_json (b, work);
      way_cli_print_json (b);
    }
  return WAY_EXIT_DONE;
}

/* What was asked for. */
typedef struct
{
  char *hours;
  char *due;
  char *title;
  gboolean apply;
} PlanCall;

static void
plan_call_clear (PlanCall *call)
{
  g_free (call->hours);
  g_free (call->due);
  g_free (call->title);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanCall, plan_call_clear)

/* Inside an action. @draft: (out): what was placed with it; %NULL: nothing was asked to be. */
static gboolean
plan_work (WayCli *cli,
           const char *skill,
           const PlanCall *call,
           gint64 *id,
           WayDraft **draft,
           GError **error)
{
  int minutes = 0;
  WayDate due = WAY_DATE_NONE;
  g_autoptr (WayMatrix) matrix = way_matrix_load (cli->store, way_cli_today (cli), error);
  const WaySkill *found = matrix != NULL ? way_cli_find_skill (matrix, skill, error) : NULL;

  if (found == NULL || !parse_hours (call->hours, &minutes, error) ||
      !way_date_parse (call->due, way_cli_today (cli), &due, error) ||
      !way_gap_work_add (cli->store, found->id, call->title != NULL ? call->title : "", minutes,
                         due, cli->now_utc, id, error))
    return FALSE;
  if (!call->apply)
    return TRUE;
  *draft = way_draft_new (cli->store, cli->now_utc, error);
  return *draft != NULL && way_draft_apply (*draft, cli->store, cli->now_utc, error);
}

static int
run_plan (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (PlanCall) call = { 0 };
  g_autoptr (WayDraft) draft = NULL;
  GError *error = NULL;
  gint64 id = 0;
  const GOptionEntry entries[] = {
    { "hours", 0, 0, G_OPTION_ARG_STRING, &call.hours, N_ ("How long it takes"), "N" },
    { "due", 0, 0, G_OPTION_ARG_STRING, &call.due, N_ ("The last day for it"), "DATE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &call.title,
      N_ ("What is done, if not the gap action of the skill"), "TITLE" },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &call.apply, N_ ("Plan again at once, and place it"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (call.hours == NULL || call.due == NULL)
    return way_cli_usage (_ ("How long, and by when? Give --hours N and --due DATE."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_store_begin (cli->store, _ ("Plan Gap Action"), cli->now_utc, &error))
    return way_cli_fail (error);
  if (!plan_work (cli, argv[1], &call, &id, &draft, &error))
    {
      way_store_rollback (cli->store);
      return way_cli_fail (error);
    }
  if (!way_store_commit (cli->store, &error))
    return way_cli_fail (error);
  if (draft != NULL)
    way_cli_report_draft (draft);
  code = print_work (cli, id);
  if (draft == NULL)
    way_cli_say (cli, _ ("No block was placed yet. “waymark-cli replan --apply” places it."));
  else
    way_cli_say (cli, _ ("%d added, %d moved, %d removed, %d unchanged"), draft->added,
                 draft->moved, draft->removed, draft->unchanged);
  return code;
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
  g_autoptr (GPtrArray) works = way_gap_work_list (cli->store, &error);
  if (works == NULL)
    return way_cli_fail (error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < works->len; i++)
    {
      say_work (cli, g_ptr_array_index (works, i));
      work_to_json (b, g_ptr_array_index (works, i));
    }
  json_builder_end_array (b);
  if (cli->json)
    way_cli_print_json (b);
  if (works->len == 0)
    way_cli_say (cli,
                 _ ("No gap actions. “waymark-cli skill plan SKILL --hours N --due DATE” plans "
                    "one."));
  return WAY_EXIT_DONE;
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
    return way_cli_usage (_ ("“%s” is not a number of “waymark-cli skill plan list”."), argv[1]);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_gap_work_remove (cli->store, id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Removed. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

const WayCommand way_gap_work_commands[] = {
  { "skill plan list", "", N_ ("list the gap actions that have time in the plan"),
    "  waymark-cli skill plan list\n", run_list },
  { "skill plan remove", "NUMBER", N_ ("take the time for a gap action back"),
    "  waymark-cli skill plan remove 3\n", run_remove },
  { "skill plan", "SKILL --hours N --due DATE", N_ ("set time aside for the gap action of a skill"),
    "  waymark-cli skill plan Caching --hours 6 --due +4w --apply\n"
    "  waymark-cli skill plan 12 --hours 1.5 --due 2027-02-14 --title \"One design document\"\n",
    run_plan },
  { 0 },
};

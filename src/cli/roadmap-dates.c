/* The dates of the roadmap by hand: "roadmap set", and the baselines to compare with. */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/planner/draft.h"
#include "core/roadmap/baseline.h"

#include <glib/gi18n.h>

/* The phase that @name is the title or the number of, whatever its case. */
static const WayRoadmapPhase *
find_phase (const WayRoadmap *roadmap, const char *name, GError **error)
{
  const WayRoadmapPhase *found = NULL;
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, phase->id);
      g_autofree char *title = g_utf8_casefold (phase->title, -1);
      if (g_str_equal (id, name))
        return phase;
      if (!g_str_equal (title, wanted))
        continue;
      if (found != NULL)
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _ ("Several guides have a phase “%s”. Give its number of “waymark-cli "
                          "roadmap --json”."),
                       name);
          return NULL;
        }
      found = phase;
    }
  if (found == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("The plan has no phase “%s”. “waymark-cli roadmap” lists them."), name);
  return found;
}

typedef struct
{
  char *from;
  char *due;
  gboolean clear;
  gboolean apply;
} SetOptions;

static void
set_options_clear (SetOptions *o)
{
  g_free (o->from);
  g_free (o->due);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SetOptions, set_options_clear)

/* What was set before stays unless it is said otherwise. */
static gboolean
make_wish (WayCli *cli, const SetOptions *o, const char *name, WayPlanWish *wish, GError **error)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (cli->store, error);
  const WayRoadmapPhase *phase = roadmap != NULL ? find_phase (roadmap, name, error) : NULL;
  WayDate today = way_cli_today (cli);

  if (phase == NULL)
    return FALSE;
  *wish = (WayPlanWish) {
    .phase_id = phase->id,
    .release_date = o->clear ? WAY_DATE_NONE : phase->release_date,
    .due_date = o->clear ? WAY_DATE_NONE : phase->due_date,
  };
  return (o->from == NULL || way_date_parse (o->from, today, &wish->release_date, error)) &&
         (o->due == NULL || way_date_parse (o->due, today, &wish->due_date, error));
}

static gboolean
carry_out (WayCli *cli, const WayPlanWish *wish, GError **error)
{
  g_autoptr (WayDraft) draft = way_draft_new_for (cli->store, wish, cli->now_utc, error);

  if (draft == NULL || !way_draft_apply (draft, cli->store, cli->now_utc, error))
    return FALSE;
  way_cli_say (cli, _ ("%d added, %d moved, %d removed, %d unchanged"), draft->added, draft->moved,
               draft->removed, draft->unchanged);
  return TRUE;
}

static int
run_set (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (SetOptions) o = { 0 };
  GError *error = NULL;
  WayPlanWish wish;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &o.from, N_ ("No block before this day"), "DATE" },
    { "due", 0, 0, G_OPTION_ARG_STRING, &o.due, N_ ("Its last day"), "DATE" },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &o.clear, N_ ("Take the days that were set away first"),
      NULL },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &o.apply, N_ ("Plan again at once, in the same step"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (o.from == NULL && o.due == NULL && !o.clear)
    return way_cli_usage (_ ("Which day? Give --from DATE, --due DATE or --clear."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!make_wish (cli, &o, argv[1], &wish, &error) ||
      (o.apply ? !carry_out (cli, &wish, &error)
               : !way_plan_wish_store (&wish, cli->store, cli->now_utc, &error)))
    return way_cli_fail (error);
  if (!o.apply)
    way_cli_say (cli, _ ("Stored; no block was moved. “waymark-cli replan” shows what would."));
  if (cli->json)
    return way_cli_print_roadmap (cli);
  return WAY_EXIT_DONE;
}

static int
list_baselines (WayCli *cli)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) list = way_baseline_list (cli->store, &error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (list == NULL)
    return way_cli_fail (error);
  json_builder_begin_array (b);
  for (guint i = 0; i < list->len; i++)
    {
      const WayBaseline *it = g_ptr_array_index (list, i);
      g_autofree char *date = way_date_to_iso (it->taken_date);
      way_cli_say (cli, "%3" G_GINT64_FORMAT "  %s  %s", it->id, date, it->name);
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", it->id);
      way_cli_json_string (b, "name", it->name);
      way_cli_json_date (b, "taken", it->taken_date);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  if (cli->json)
    way_cli_print_json (b);
  else if (list->len == 0)
    way_cli_say (cli, _ ("No baselines. “waymark-cli roadmap baseline take” takes one."));
  return WAY_EXIT_DONE;
}

static int
take_baseline (WayCli *cli, const char *name)
{
  GError *error = NULL;

  if (!way_baseline_take (cli->store, name, way_cli_today (cli), cli->now_utc, NULL, &error))
    return way_cli_fail (error);
  return list_baselines (cli);
}

static int
remove_baseline (WayCli *cli, const char *text)
{
  GError *error = NULL;
  gint64 id = 0;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return way_cli_usage (_ ("“%s” is not a number of “waymark-cli roadmap baseline list”."), text);
  if (!way_baseline_remove (cli->store, id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Removed. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

static int
run_baseline (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  int code = way_cli_parse (cli, command, NULL, -1, &argc, &argv);
  const char *what = argc > 1 ? argv[1] : "list";

  if (code >= 0)
    return code;
  gboolean take = g_str_equal (what, "take") && argc <= 3;
  gboolean list = g_str_equal (what, "list") && argc <= 2;
  gboolean remove = g_str_equal (what, "remove") && argc == 3;
  if (!take && !list && !remove)
    return way_cli_usage (_ ("Say “take”, “take NAME”, “list” or “remove ID”."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (take)
    return take_baseline (cli, argc > 2 ? argv[2] : NULL);
  return list ? list_baselines (cli) : remove_baseline (cli, argv[2]);
}

const WayCommand way_roadmap_date_commands[] = {
  { "roadmap set", "PHASE [--from DATE] [--due DATE]",
    N_ ("say when a phase begins, or is due, instead of the plan"),
    "  waymark-cli roadmap set Core --from 2027-01-18\n"
    "  waymark-cli roadmap set Depth --due 2027-04-30 --apply\n"
    "  waymark-cli roadmap set Core --clear\n",
    run_set },
  { "roadmap baseline", "take [NAME] | list | remove ID",
    N_ ("keep the dates of today, to compare with later"),
    "  waymark-cli roadmap baseline take \"Before the holidays\"\n", run_baseline },
  { 0 },
};

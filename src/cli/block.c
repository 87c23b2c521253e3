/* What is done with single blocks: the clock of one, and its marks. Where they lie is in block-place.c. */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/guide/library.h"
#include "core/planner/block-change.h"
#include "core/planner/reason.h"
#include "core/planner/timer.h"
#include "core/review/remedy.h"

#include <glib/gi18n.h>
#include <string.h>

void
way_cli_json_block (JsonBuilder *b, const WayBlock *block)
{
  g_autofree char *why = way_reason_to_text (block->reason);

  json_builder_begin_object (b);
  way_cli_json_int (b, "id", block->id);
  way_cli_json_string (b, "uid", block->uid);
  way_cli_json_string (b, "kind", way_block_kind_to_string (block->kind));
  way_cli_json_string (b, "title", block->title);
  way_cli_json_string (b, "phase", block->phase_title);
  way_cli_json_instant (b, "start", block->start_utc);
  way_cli_json_instant (b, "end", block->end_utc);
  way_cli_json_string (b, "state", block->state);
  way_cli_json_bool (b, "pinned", block->pinned);
  json_builder_set_member_name (b, "started");
  g_autofree char *started = way_instant_to_iso (block->started_utc);
  if (block->started_utc != 0)
    json_builder_add_string_value (b, started);
  else
    json_builder_add_null_value (b);
  json_builder_set_member_name (b, "actual_minutes");
  if (block->actual_minutes >= 0)
    json_builder_add_int_value (b, block->actual_minutes);
  else
    json_builder_add_null_value (b);
  way_cli_json_string (b, "note", block->note);
  way_cli_json_string (b, "why", why);
  json_builder_end_object (b);
}

char *
way_cli_minutes (int minutes)
{
  if (minutes < 60)
    return g_strdup_printf (_ ("%d min"), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (_ ("%d h"), minutes / 60);
  return g_strdup_printf (_ ("%d h %d min"), minutes / 60, minutes % 60);
}

static const char *
state_word (const WayBlock *block)
{
  if (block->started_utc != 0)
    return _ ("running");
  if (g_str_equal (block->state, "started"))
    return _ ("paused");
  if (g_str_equal (block->state, "done"))
    return _ ("done");
  if (g_str_equal (block->state, "skipped"))
    return _ ("skipped");
  return g_str_equal (block->state, "missed") ? _ ("missed") : _ ("open");
}

int
way_cli_print_block (WayCli *cli, gint64 id)
{
  GError *error = NULL;
  g_autoptr (WayBlock) block = way_schedule_load_one (cli->store, id, &error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (block == NULL)
    return way_cli_fail (error);
  way_cli_json_block (b, block);
  if (cli->json)
    way_cli_print_json (b);
  int minutes = way_timer_minutes (block, cli->now_utc);
  g_autofree char *worked = way_cli_minutes (MAX (0, minutes));
  g_autofree char *planned = way_cli_minutes (way_timer_planned_minutes (block));
  if (minutes < 0)
    way_cli_say (cli, "%s: %s", block->title, state_word (block));
  else
    /* Translators: title, state, minutes worked, minutes planned. */
    way_cli_say (cli, _ ("%s: %s, %s of %s"), block->title, state_word (block), worked, planned);
  return WAY_EXIT_DONE;
}

gboolean
way_cli_parse_id (const char *text, gint64 *id, int *code)
{
  g_autoptr (GError) error = NULL;

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, id, &error))
    return TRUE;
  *code = way_cli_usage ("%s", error->message);
  return FALSE;
}

static gboolean
parse_number (const char *text, gint64 most, gint64 *number, GError **error)
{
  return g_ascii_string_to_signed (text, 10, 0, most, number, error);
}

static int
run_block (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  const char *verb = strchr (command->name, ' ') + 1;
  gint64 id, minutes = 0;
  GError *error = NULL;
  gboolean ok;
  int code =
      way_cli_parse (cli, command, NULL, g_str_equal (verb, "minutes") ? 2 : 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!parse_number (argv[1], G_MAXINT64, &id, &error) ||
      (argc > 2 && !parse_number (argv[2], 1440, &minutes, &error)))
    {
      code = way_cli_usage ("%s", error->message);
      g_error_free (error);
      return code;
    }
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (g_str_equal (verb, "start"))
    ok = way_timer_start (cli->store, id, cli->now_utc, &error);
  else if (g_str_equal (verb, "pause"))
    ok = way_timer_pause (cli->store, id, cli->now_utc, &error);
  else if (g_str_equal (verb, "finish"))
    ok = way_timer_finish (cli->store, id, cli->now_utc, &error);
  else if (g_str_equal (verb, "skip"))
    ok = way_block_set_state (cli->store, id, "skipped", cli->now_utc, &error);
  else
    ok = way_timer_set_minutes (cli->store, id, (int) minutes, cli->now_utc, &error);
  return ok ? way_cli_print_block (cli, id) : way_cli_fail (error);
}

/* The guide that was named, or the first that the plan follows; 0 with @error. */
static gint64
find_guide (WayCli *cli, const char *name, GError **error)
{
  gint64 id = 0;

  if (name != NULL)
    {
      way_guide_free (way_library_load (cli->store, name, &id, error));
      return id;
    }
  g_autoptr (GPtrArray) guides = way_plan_followed_guides (cli->store, error);
  if (guides != NULL && guides->len > 0)
    return ((WayFollowedGuide *) g_ptr_array_index (guides, 0))->guide_id;
  if (guides != NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("There is no plan yet."));
  return 0;
}

static int
run_plan (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *name = NULL;
  GError *error = NULL;
  gint64 id = 0;
  const GOptionEntry entries[] = {
    { "guide", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("For this guide of the plan"), "GUIDE" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  int kind = way_block_kind_from_string (argv[1]);
  if (kind != WAY_BLOCK_MOCK && kind != WAY_BLOCK_REVIEW)
    return way_cli_usage (_ ("“%s” is neither mock nor review."), argv[1]);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  gint64 guide_id = find_guide (cli, name, &error);
  if (guide_id == 0 ||
      !way_remedy_plan_block (cli->store, guide_id, (WayBlockKind) kind, cli->now_utc, &id, &error))
    return way_cli_fail (error);
  return way_cli_print_block (cli, id);
}

const WayCommand way_block_commands[] = {
  { "block start", "ID", N_ ("start the clock of a block, or go on with it"),
    "  waymark-cli block start 12\n", run_block },
  { "block pause", "ID", N_ ("stop the clock of a block for now"), "  waymark-cli block pause 12\n",
    run_block },
  { "block finish", "ID", N_ ("mark a block as done, with the minutes of its clock"),
    "  waymark-cli block finish 12\n", run_block },
  { "block skip", "ID", N_ ("leave a block out"), "  waymark-cli block skip 12\n", run_block },
  { "block minutes", "ID MINUTES", N_ ("correct the minutes worked on a block"),
    "  waymark-cli block minutes 12 45\n", run_block },
  { "block plan", "KIND", N_ ("put a mock interview or a review into the next free hour"),
    "  waymark-cli block plan mock\n", run_plan },
  { 0 },
};

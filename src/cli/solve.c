/* "planner solve": the scheduler on a problem from a file. Pure: no database, no clock. */
#include "cli/cli.h"
#include "cli/solve-input.h"

#include <glib/gi18n.h>
#include <string.h>

/* A block of the answer. */
typedef struct
{
  guint item;
  const char *id;
  gint64 start_utc;
  gint64 end_utc;
  const WayBlockReason *reason; /* %NULL: pinned */
} Block;

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *x = a, *y = b;

  if (x->start_utc != y->start_utc)
    return x->start_utc < y->start_utc ? -1 : 1;
  return strcmp (x->id, y->id);
}

/* All blocks of the plan, by time (element-type Block) (transfer full). */
static GArray *
list_blocks (const WaySolveInput *input, const WaySchedulerResult *result)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (guint i = 0; i < result->blocks->len; i++)
    {
      const WayScheduledBlock *it = &g_array_index (result->blocks, WayScheduledBlock, i);
      Block block = { it->item, g_array_index (input->items, WayWorkItem, it->item).id,
                      it->start_utc, it->end_utc, &it->reason };
      g_array_append_val (blocks, block);
    }
  for (guint i = 0; i < input->pinned->len; i++)
    {
      const WayFixedBlock *it = &g_array_index (input->pinned, WayFixedBlock, i);
      Block block = { it->item, g_array_index (input->items, WayWorkItem, it->item).id,
                      it->start_utc, it->end_utc, NULL };
      g_array_append_val (blocks, block);
    }
  g_array_sort (blocks, compare_blocks);
  return blocks;
}

/* @blocks: by time, so those of a day are together. */
static gint64
sum_squares (const WaySolveInput *input, const GArray *blocks)
{
  gint64 sum = 0, load = 0;
  WayDate day = WAY_DATE_NONE;

  for (guint i = 0; i < blocks->len; i++)
    {
      gint64 start_utc = g_array_index (blocks, Block, i).start_utc;
      WayDate date = way_zone_to_local (input->zone, start_utc, NULL);
      load = date == day ? load + 1 : 1;
      day = date;
      /* n² is the sum of the first n odd numbers. */
      sum += 2 * load - 1;
    }
  return sum;
}

static int
count_moved (const WaySolveInput *input, const GArray *blocks)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  int moved = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *it = &g_array_index (blocks, Block, i);
      WayPreviousBlock place = { it->item, it->start_utc };
      g_array_append_val (places, place);
    }
  g_array_sort (places, way_solve_compare_places);
  for (guint i = 0; i < input->previous->len; i++)
    moved += !g_array_binary_search (places, &g_array_index (input->previous, WayPreviousBlock, i),
                                     way_solve_compare_places, NULL);
  return moved;
}

static void
begin_list (JsonBuilder *b, const char *name)
{
  json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
}

static void
add_reason (JsonBuilder *b, const WayBlockReason *reason)
{
  json_builder_set_member_name (b, "reason");
  json_builder_begin_object (b);
  if (reason == NULL)
    way_cli_json_bool (b, "pinned", TRUE);
  else
    {
      way_cli_json_date (b, "due", reason->due_date);
      way_cli_json_int (b, "days_open", 1 + __builtin_popcount (reason->open_days));
      way_cli_json_int (b, "day_minutes", reason->day_minutes);
      way_cli_json_int (b, "week_minutes", reason->week_minutes);
      way_cli_json_bool (b, "stayed", reason->stayed);
    }
  json_builder_end_object (b);
}

static void
add_blocks (JsonBuilder *b, const GArray *blocks)
{
  begin_list (b, "blocks");
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *it = &g_array_index (blocks, Block, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "id", it->id);
      way_cli_json_instant (b, "start", it->start_utc);
      way_cli_json_instant (b, "end", it->end_utc);
      add_reason (b, it->reason);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

/* The words of the contract. */
static const struct
{
  WayPlanLimit limit;
  const char *word;
} limit_words[] = {
  { WAY_LIMIT_WINDOWS, "availability" }, { WAY_LIMIT_DAILY, "daily_cap" },
  { WAY_LIMIT_WEEKLY, "weekly_cap" },    { WAY_LIMIT_ROW, "days_in_row" },
  { WAY_LIMIT_DATES, "dates" },
};

static void
add_unplaced (JsonBuilder *b, const WaySolveInput *input, const GArray *unscheduled)
{
  begin_list (b, "unplaced");
  for (guint i = 0; i < unscheduled->len; i++)
    {
      const WayUnscheduled *it = &g_array_index (unscheduled, WayUnscheduled, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "id", g_array_index (input->items, WayWorkItem, it->item).id);
      way_cli_json_int (b, "blocks", it->minutes / input->block_minutes);
      begin_list (b, "limits");
      for (guint k = 0; k < G_N_ELEMENTS (limit_words); k++)
        if ((it->limits & limit_words[k].limit) != 0)
          json_builder_add_string_value (b, limit_words[k].word);
      json_builder_end_array (b);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
add_binding (JsonBuilder *b, const GArray *binding)
{
  begin_list (b, "binding");
  for (guint i = 0; i < binding->len; i++)
    {
      const WayBinding *it = &g_array_index (binding, WayBinding, i);
      json_builder_begin_object (b);
      for (guint k = 0; k < G_N_ELEMENTS (limit_words); k++)
        if (it->limit == limit_words[k].limit)
          way_cli_json_string (b, "limit", limit_words[k].word);
      way_cli_json_date (b, it->limit == WAY_LIMIT_WEEKLY ? "week" : "day", it->date);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
print_answer (const WaySolveInput *input, const WaySchedulerResult *result)
{
  g_autoptr (GArray) blocks = list_blocks (input, result);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_int (b, "max_lateness_days", way_solve_days_late (result->max_lateness));
  add_blocks (b, blocks);
  add_unplaced (b, input, result->unscheduled);
  way_cli_json_int (b, "sum_squared_daily_load", sum_squares (input, blocks));
  way_cli_json_int (b, "moved", count_moved (input, blocks));
  add_binding (b, result->binding);
  way_solve_add_fixes (b, input, result);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

static int
run_solve (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gboolean strict = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_ ("Exit with 1 when a block finds no place"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  g_autoptr (GBytes) bytes = way_cli_read_input (argv[1], WAY_SOLVE_MAX_BYTES, &error);
  if (bytes == NULL)
    return way_cli_fail (error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (WaySolveInput) input =
      way_solve_input_read (data != NULL ? data : "", length, argv[1], &error);
  if (input == NULL)
    return way_cli_fail (error);
  g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&input->in);
  print_answer (input, result);
  return strict && result->unscheduled->len > 0 ? WAY_EXIT_FAILED : WAY_EXIT_DONE;
}

const WayCommand way_planner_commands[] = {
  { "planner solve", "FILE",
    N_ ("plan a problem given as JSON and print the answer as JSON; no database"),
    "  waymark-cli planner solve problem.json\n"
    "  generate-problem | waymark-cli planner solve --strict -\n",
    run_solve },
  { 0 },
};

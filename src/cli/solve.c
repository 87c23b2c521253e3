/* "planner solve": the scheduler on a problem from a file. Pure: no database, no clock. */
#include "cli/cli.h"
#include "cli/solve-input.h"
#include "core/planner/fixes.h"

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

static int
days_late (int lateness)
{
  return lateness == WAY_NO_LATENESS ? 0 : lateness;
}

static void
begin_list (JsonBuilder *b, const char *name)
{
  json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
}

static void
add_bool (JsonBuilder *b, const char *name, gboolean value)
{
  json_builder_set_member_name (b, name);
  json_builder_add_boolean_value (b, value);
}

static void
add_reason (JsonBuilder *b, const WayBlockReason *reason)
{
  json_builder_set_member_name (b, "reason");
  json_builder_begin_object (b);
  if (reason == NULL)
    add_bool (b, "pinned", TRUE);
  else
    {
      way_cli_json_date (b, "due", reason->due_date);
      way_cli_json_int (b, "days_open", 1 + __builtin_popcount (reason->open_days));
      way_cli_json_int (b, "day_minutes", reason->day_minutes);
      way_cli_json_int (b, "week_minutes", reason->week_minutes);
      add_bool (b, "stayed", reason->stayed);
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

static gboolean
try_cap (const WaySolveInput *input, const WayFix *fix, int blocks, WayScheduleCheck *check)
{
  g_auto (WayFixedInput) fixed = { 0 };
  WayFix changed = *fix;

  changed.minutes = blocks * input->block_minutes;
  way_fix_apply (&changed, &input->in, &fixed);
  *check = way_scheduler_check (&fixed.in);
  return check->unplaced == 0 && check->max_lateness <= 0;
}

/* The limit of @fix in blocks. All blocks have one length, so what does not fill a block changes nothing, and
 * rounding down gives what was tried; where blocks are shorter than the steps of a fix, fewer may do. */
static int
find_cap (const WaySolveInput *input, WayFix *fix)
{
  int blocks = fix->minutes / input->block_minutes;
  WayScheduleCheck check;

  while (try_cap (input, fix, blocks - 1, &check))
    {
      blocks--;
      fix->check = check;
    }
  return blocks;
}

static void
add_window (JsonBuilder *b, const WayAvailability *window)
{
  g_autofree char *from =
      g_strdup_printf ("%02d:%02d", window->from_minute / 60, window->from_minute % 60);
  g_autofree char *to =
      g_strdup_printf ("%02d:%02d", window->to_minute / 60, window->to_minute % 60);

  json_builder_set_member_name (b, "add");
  json_builder_begin_object (b);
  way_cli_json_int (b, "weekday", window->weekday);
  way_cli_json_string (b, "from", from);
  way_cli_json_string (b, "to", to);
  json_builder_end_object (b);
}

static void
add_fix (JsonBuilder *b, const WaySolveInput *input, WayFix *fix)
{
  static const char *const kinds[] = { "weekly_cap", "daily_cap", "availability", "target",
                                       "blocks_low" };

  json_builder_begin_object (b);
  way_cli_json_string (b, "kind", kinds[fix->kind]);
  if (fix->kind == WAY_FIX_WEEKLY || fix->kind == WAY_FIX_DAILY)
    way_cli_json_int (b, "value", find_cap (input, fix));
  else if (fix->kind == WAY_FIX_WINDOW)
    add_window (b, &fix->window);
  else if (fix->kind == WAY_FIX_TARGET)
    {
      way_cli_json_date (b, "to", fix->to_date);
      way_cli_json_int (b, "due_days", fix->due_days);
    }
  way_cli_json_int (b, "max_lateness_days", days_late (fix->check.max_lateness));
  way_cli_json_int (b, "unplaced", fix->check.unplaced);
  json_builder_end_object (b);
}

static void
print_answer (const WaySolveInput *input, const WaySchedulerResult *result)
{
  g_autoptr (GArray) blocks = list_blocks (input, result);
  g_autoptr (GArray) fixes = way_fixes_find (&input->in);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_int (b, "max_lateness_days", days_late (result->max_lateness));
  add_blocks (b, blocks);
  add_unplaced (b, input, result->unscheduled);
  way_cli_json_int (b, "sum_squared_daily_load", sum_squares (input, blocks));
  way_cli_json_int (b, "moved", count_moved (input, blocks));
  add_binding (b, result->binding);
  begin_list (b, "fixes");
  for (guint i = 0; i < fixes->len; i++)
    add_fix (b, input, &g_array_index (fixes, WayFix, i));
  json_builder_end_array (b);
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
  g_autoptr (GBytes) bytes = way_cli_read_input (argv[1], &error);
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

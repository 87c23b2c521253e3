/* The planner's fixes in the terms of the input: limits in blocks, and pinned blocks that may be late. */
#include "cli/cli.h"
#include "cli/solve-input.h"
#include "core/planner/fixes.h"

static gboolean
is_fine (const WayScheduleCheck *check)
{
  return check->unplaced == 0 && check->max_lateness <= 0;
}

int
way_solve_days_late (int lateness)
{
  return lateness == WAY_NO_LATENESS ? 0 : lateness;
}

/* The lateness of what is pinned, when due dates move by @due_days. */
static int
pinned_lateness (const WaySolveInput *input, int due_days)
{
  int worst = WAY_NO_LATENESS;

  for (guint i = 0; i < input->pinned->len; i++)
    {
      const WayFixedBlock *block = &g_array_index (input->pinned, WayFixedBlock, i);
      WayDate due = g_array_index (input->items, WayWorkItem, block->item).due_date;
      WayDate day = way_zone_to_local (input->zone, block->start_utc, NULL);
      if (due != WAY_DATE_NONE)
        worst = MAX (worst, day - due - due_days);
    }
  return worst;
}

static void
check_again (const WaySolveInput *input, WayFix *fix)
{
  g_auto (WayFixedInput) fixed = { 0 };

  way_fix_apply (fix, &input->in, &fixed);
  fix->check = way_scheduler_check (&fixed.in);
}

/* The limit of @fix in blocks. All blocks have one length, so what does not fill a block changes nothing, and
 * rounding down gives what was tried; where blocks are shorter than the steps of a fix, fewer may do. */
static int
find_cap (const WaySolveInput *input, WayFix *fix)
{
  int blocks = fix->minutes / input->block_minutes;
  WayFix less = *fix;

  for (;;)
    {
      less.minutes = (blocks - 1) * input->block_minutes;
      check_again (input, &less);
      if (!is_fine (&less.check))
        return blocks;
      *fix = less;
      blocks--;
    }
}

/* Only later due dates help a pinned block that is late: the other fixes go, and this one goes as far. */
static void
keep_target_only (const WaySolveInput *input, GArray *fixes)
{
  WayFix target = { .kind = WAY_FIX_TARGET, .to_date = input->in.to_date };

  for (guint i = 0; i < fixes->len; i++)
    if (g_array_index (fixes, WayFix, i).kind == WAY_FIX_TARGET)
      target = g_array_index (fixes, WayFix, i);
  target.due_days = MAX (target.due_days, pinned_lateness (input, 0));
  check_again (input, &target);
  g_array_set_size (fixes, 0);
  if (is_fine (&target.check))
    g_array_append_val (fixes, target);
}

/* The planner's fixes (element-type WayFix) (transfer full), which are about what can still be moved; here a
 * plan is in time when its pinned blocks are, too. */
static GArray *
find_fixes (const WaySolveInput *input)
{
  WayScheduleCheck before = way_scheduler_check (&input->in);
  GArray *fixes = way_fixes_find (&input->in, &before);

  if (pinned_lateness (input, 0) > 0)
    keep_target_only (input, fixes);
  return fixes;
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
  json_builder_begin_object (b);
  way_cli_json_string (b, "kind", way_fix_kind_to_string (fix->kind));
  if (fix->kind == WAY_FIX_WEEKLY || fix->kind == WAY_FIX_DAILY)
    way_cli_json_int (b, "value", find_cap (input, fix));
  else if (fix->kind == WAY_FIX_WINDOW)
    add_window (b, &fix->window);
  else if (fix->kind == WAY_FIX_TARGET)
    {
      way_cli_json_date (b, "to", fix->to_date);
      way_cli_json_int (b, "due_days", fix->due_days);
    }
  int lateness = MAX (fix->check.max_lateness, pinned_lateness (input, fix->due_days));
  way_cli_json_int (b, "max_lateness_days", way_solve_days_late (lateness));
  way_cli_json_int (b, "unplaced", fix->check.unplaced);
  json_builder_end_object (b);
}

void
way_solve_add_fixes (JsonBuilder *builder,
                     const WaySolveInput *input,
                     const WaySchedulerResult *result)
{
  gboolean fine = result->unscheduled->len == 0 && result->max_lateness <= 0;
  g_autoptr (GArray) fixes =
      fine ? g_array_new (FALSE, FALSE, sizeof (WayFix)) : find_fixes (input);

  json_builder_set_member_name (builder, "fixes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fixes->len; i++)
    add_fix (builder, input, &g_array_index (fixes, WayFix, i));
  json_builder_end_array (builder);
}

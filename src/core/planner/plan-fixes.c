#include "core/planner/plan-fixes.h"

#include "core/planner/explain.h"

void
way_plan_fix_free (WayPlanFix *fix)
{
  g_free (fix->text);
  way_plan_settings_free (fix->settings);
  g_free (fix);
}

/* The settings that say the same as @fix. */
static WayPlanSettings *
to_settings (const WayPlanFacts *facts, const WayPlanTask *task, const WayFix *fix)
{
  WayPlanSettings *settings = way_plan_settings_copy (facts->settings);

  settings->target_date = task->workload->target_date;
  switch (fix->kind)
    {
    case WAY_FIX_WEEKLY:
      settings->weekly_minutes = fix->minutes;
      break;
    case WAY_FIX_DAILY:
      settings->daily_minutes = fix->minutes;
      break;
    case WAY_FIX_WINDOW:
      g_array_append_val (settings->availability, fix->window);
      break;
    case WAY_FIX_TARGET:
      settings->target_date += fix->due_days;
      if (settings->until_date != WAY_DATE_NONE)
        settings->until_date = fix->to_date;
      break;
    case WAY_FIX_LOW:
    default:
      settings->low_end = TRUE;
    }
  return settings;
}

/* A later end has more drills, mock interviews and reviews, which want time as well: so many times the
 * target is moved by what is still late. */
#define MOST_TRIES 8

/* What helps the input need not help the plan, whose work follows from its settings: planning again tells. */
static gboolean
helps (const WayPlanFacts *facts,
       const WayScheduleCheck *before,
       WayFixKind kind,
       WayPlanSettings *settings)
{
  for (int i = 0; i < MOST_TRIES; i++)
    {
      g_autoptr (WayPlanTask) fixed = way_plan_task_new (facts, settings);
      WayScheduleCheck after = way_scheduler_estimate (&fixed->input);
      if (way_fix_helps (before, &after))
        return way_plan_settings_validate (settings, NULL);
      if (kind != WAY_FIX_TARGET || after.max_lateness <= 0)
        return FALSE;
      settings->target_date += after.max_lateness;
    }
  return FALSE;
}

GPtrArray *
way_plan_fixes_find (const WayPlanFacts *facts)
{
  g_autoptr (WayPlanTask) task = way_plan_task_new (facts, facts->settings);
  GPtrArray *fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) way_plan_fix_free);
  WayScheduleCheck before = way_scheduler_check (&task->input);
  g_autoptr (GArray) found = way_fixes_find (&task->input, &before);

  for (guint i = 0; i < found->len; i++)
    {
      const WayFix *it = &g_array_index (found, WayFix, i);
      g_autoptr (WayPlanSettings) settings = to_settings (facts, task, it);
      if (!helps (facts, &before, it->kind, settings))
        continue;
      WayPlanFix *fix = g_new0 (WayPlanFix, 1);
      fix->kind = it->kind;
      fix->text = way_explain_fix (it, facts->settings, settings);
      fix->settings = g_steal_pointer (&settings);
      g_ptr_array_add (fixes, fix);
    }
  return fixes;
}

/* Each variant is planned twice, at the low and at the high end of all ranges, with the facts of the store and
 * settings that are nowhere stored. */
#include "core/planner/variant.h"

#include "core/base/error.h"
#include "core/planner/explain.h"
#include "core/planner/facts.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static void
phase_free (WayVariantPhase *phase)
{
  g_free (phase->title);
  g_free (phase);
}

void
way_variant_free (WayVariant *variant)
{
  if (variant == NULL)
    return;
  way_plan_settings_free (variant->settings);
  g_ptr_array_unref (variant->phases);
  g_ptr_array_unref (variant->milestones);
  g_free (variant->emphasis);
  g_free (variant);
}

static WayVariant *
variant_alloc (const WayPlanSettings *settings)
{
  WayVariant *variant = g_new0 (WayVariant, 1);

  variant->settings = way_plan_settings_copy (settings);
  variant->early_finish_date = variant->late_finish_date = WAY_DATE_NONE;
  variant->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) phase_free);
  variant->milestones = g_ptr_array_new_with_free_func (g_free);
  variant->emphasis = g_strdup ("");
  return variant;
}

/* Whether the item @i is the work of a dated phase. */
static gboolean
is_phase (const WayPlanTask *task, guint i)
{
  return g_array_index (task->workload->items, WayWorkItem, i).ideal_date == WAY_DATE_NONE &&
         g_array_index (task->workload->sources, WayWorkSource, i).phase != NULL;
}

/* The work of the phases, done and to do. */
static int
count_work (const WayPlanTask *task)
{
  int minutes = 0;

  for (guint i = 0; i < task->workload->items->len; i++)
    if (is_phase (task, i))
      minutes += g_array_index (task->workload->items, WayWorkItem, i).minutes;
  for (guint i = 0; i < task->fixed->len; i++)
    {
      WayFixedBlock it = g_array_index (task->fixed, WayFixedBlock, i);
      if (it.item != WAY_NO_ITEM && is_phase (task, it.item))
        minutes += (int) ((it.end_utc - it.start_utc) / 60);
    }
  return minutes;
}

static int
missing (const WaySchedulerResult *schedule, guint item)
{
  for (guint i = 0; i < schedule->unscheduled->len; i++)
    if (g_array_index (schedule->unscheduled, WayUnscheduled, i).item == item)
      return g_array_index (schedule->unscheduled, WayUnscheduled, i).minutes;
  return 0;
}

/* Fills in what one end of the ranges tells. The items of both ends are the same, in the same order. */
static void
plan_end (WayVariant *variant, const WayPlanFacts *facts, gboolean low_end)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_copy (variant->settings);
  settings->low_end = low_end;
  g_autoptr (WayPlanTask) task = way_plan_task_new (facts, settings);
  way_plan_task_keep_gap_dates (task);
  g_autoptr (WaySchedulerResult) schedule = way_scheduler_solve (&task->input);
  g_autoptr (GArray) spans = way_plan_task_spans (task, facts, schedule);
  gboolean planned = low_end == variant->settings->low_end;
  guint n = 0;

  *(low_end ? &variant->early_minutes : &variant->late_minutes) = count_work (task);
  if (planned)
    {
      variant->blocks = (int) (schedule->blocks->len + task->fixed->len);
      variant->max_lateness = schedule->max_lateness;
    }
  for (guint i = 0; i < task->workload->items->len; i++)
    {
      const WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, i);
      WayPlanSpan span = g_array_index (spans, WayPlanSpan, i);
      variant->unplaced_minutes +=
          planned && item->ideal_date == WAY_DATE_NONE ? missing (schedule, i) : 0;
      if (!is_phase (task, i))
        continue;
      if (n == variant->phases->len)
        g_ptr_array_add (variant->phases, g_new0 (WayVariantPhase, 1));
      WayVariantPhase *phase = g_ptr_array_index (variant->phases, n++);
      *(low_end ? &phase->early_finish_date : &phase->late_finish_date) = span.last;
      WayDate *last = low_end ? &variant->early_finish_date : &variant->late_finish_date;
      *last = MAX (*last, span.last);
      if (low_end)
        continue;
      phase->id = g_array_index (task->workload->sources, WayWorkSource, i).phase->id;
      phase->title = g_strdup (item->id);
      phase->start_date = span.first;
      phase->complete = missing (schedule, i) == 0;
    }
}

/* What the followed guides say for @key; an empty key says nothing. %FALSE when no guide has it. */
static gboolean
load_choice (WayStore *store, const char *kind, const char *key, GPtrArray *details, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT i.detail FROM guide_item i JOIN plan_guide f "
                                "ON f.guide_id = i.guide_id WHERE i.kind = ?1 AND i.key = ?2 "
                                "ORDER BY f.id");

  if (*key == '\0')
    return TRUE;
  way_statement_bind (s, "ss", kind, key);
  while (way_statement_step (s))
    g_ptr_array_add (details, g_strdup (way_statement_text (s, 0)));
  if (!way_statement_finish (s, error))
    return FALSE;
  if (details->len == 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("No guide of the plan has “%s”. “guide show” lists bands and roles."), key);
  return details->len > 0;
}

static gboolean
load_choices (WayVariant *variant, WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) emphases = g_ptr_array_new_with_free_func (g_free);

  if (!load_choice (store, "band", variant->settings->band, variant->milestones, error) ||
      !load_choice (store, "role-emphasis", variant->settings->role, emphases, error))
    return FALSE;
  if (emphases->len > 0)
    {
      g_free (variant->emphasis);
      variant->emphasis = g_strdup (g_ptr_array_index (emphases, 0));
    }
  return TRUE;
}

/* With less to do there is more room to spread it, so a phase may end later than with more: early is then
 * what late is. */
static void
keep_bands_in_order (WayVariant *variant)
{
  for (guint i = 0; i < variant->phases->len; i++)
    {
      WayVariantPhase *phase = g_ptr_array_index (variant->phases, i);
      phase->early_finish_date = MIN (phase->early_finish_date, phase->late_finish_date);
    }
  variant->early_finish_date = MIN (variant->early_finish_date, variant->late_finish_date);
}

WayVariant *
way_variant_new (WayStore *store, const WayPlanSettings *settings, gint64 now_utc, GError **error)
{
  g_autoptr (WayPlanFacts) facts = way_plan_facts_load (store, now_utc, error);
  g_autoptr (WayVariant) variant = variant_alloc (settings);

  if (facts == NULL || !way_plan_settings_validate (settings, error) ||
      !load_choices (variant, store, error))
    return NULL;
  plan_end (variant, facts, FALSE);
  plan_end (variant, facts, TRUE);
  keep_bands_in_order (variant);
  return g_steal_pointer (&variant);
}

/* Whether all work is over in time for @finish_date with so many minutes a week. */
static gboolean
is_enough (const WayPlanFacts *facts,
           const WayPlanSettings *settings,
           WayDate finish_date,
           int minutes)
{
  g_autoptr (WayPlanSettings) changed = way_plan_settings_copy (settings);
  changed->weekly_minutes = minutes;
  changed->target_date = finish_date;
  g_autoptr (WayPlanTask) task = way_plan_task_new (facts, changed);
  /* Gap actions have to find room beside the phases; whether each is in time is not asked. */
  for (guint i = 0; i < task->workload->items->len; i++)
    if (g_array_index (task->workload->sources, WayWorkSource, i).gap != NULL)
      {
        WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, i);
        item->due_date = MAX (item->due_date, finish_date);
      }
  WayScheduleCheck check = way_scheduler_check (&task->input);

  return check.unplaced == 0 && check.max_lateness <= 0;
}

int
way_variant_weekly_minutes_for (WayStore *store,
                                const WayPlanSettings *settings,
                                WayDate finish_date,
                                gint64 now_utc,
                                GError **error)
{
  g_autoptr (WayPlanFacts) facts = way_plan_facts_load (store, now_utc, error);
  int low = (settings->block_minutes - 1) / WAY_HOURS_STEP_MINUTES,
      high = WAY_MOST_WEEKLY_MINUTES / WAY_HOURS_STEP_MINUTES;

  if (facts == NULL || !way_plan_settings_validate (settings, error))
    return 0;
  if (finish_date < settings->start_date ||
      !is_enough (facts, settings, finish_date, high * WAY_HOURS_STEP_MINUTES))
    {
      g_autofree char *finish = way_explain_date (finish_date);
      g_set_error (error, WAY_ERROR, WAY_ERROR_NO_ROOM,
                   _ ("No number of hours a week is enough to finish by %s: free windows and the "
                      "daily limit do not hold the work."),
                   finish);
      return 0;
    }
  while (high - low > 1)
    {
      int middle = low + (high - low) / 2;
      if (is_enough (facts, settings, finish_date, middle * WAY_HOURS_STEP_MINUTES))
        high = middle;
      else
        low = middle;
    }
  return high * WAY_HOURS_STEP_MINUTES;
}

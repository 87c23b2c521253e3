#include "core/planner/facts.h"

#include "core/base/error.h"
#include "core/calendar/busy.h"
#include "core/planner/gap-work.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

void
way_plan_facts_free (WayPlanFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->settings, way_plan_settings_free);
  g_clear_pointer (&facts->zone, way_zone_free);
  g_clear_pointer (&facts->guides, g_ptr_array_unref);
  g_clear_pointer (&facts->blocks, g_ptr_array_unref);
  g_clear_pointer (&facts->busy, g_array_unref);
  g_free (facts);
}

static gboolean
load_phases (WayStore *store, WayWorkGuide *guide, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT id, title, activities, min_days, max_days, ongoing, release_date, "
             "due_date FROM phase WHERE guide_id = ?1 ORDER BY position");

  way_statement_bind (s, "i", guide->id);
  while (way_statement_step (s))
    {
      WayWorkPhase *phase = way_work_phase_new ();
      phase->id = way_statement_int (s, 0);
      phase->title = g_strdup (way_statement_text (s, 1));
      phase->activities = g_strdup (way_statement_text (s, 2));
      phase->min_days = (int) way_statement_int (s, 3);
      phase->max_days = (int) way_statement_int (s, 4);
      phase->ongoing = way_statement_int (s, 5) != 0;
      phase->release_date = way_statement_date (s, 6);
      phase->due_date = way_statement_date (s, 7);
      g_ptr_array_add (guide->phases, phase);
    }
  return way_statement_finish (s, error);
}

/* An action whose guide the plan does not follow any more is done in the share of the first one. */
static WayWorkGuide *
guide_of (GPtrArray *guides, gint64 guide_id)
{
  for (guint i = 0; i < guides->len; i++)
    if (((WayWorkGuide *) g_ptr_array_index (guides, i))->id == guide_id)
      return g_ptr_array_index (guides, i);
  return g_ptr_array_index (guides, 0);
}

static gboolean
load_gaps (WayStore *store, GPtrArray *guides, GError **error)
{
  g_autoptr (GPtrArray) works = way_gap_work_list (store, error);

  for (guint i = 0; works != NULL && guides->len > 0 && i < works->len; i++)
    {
      const WayGapWork *work = g_ptr_array_index (works, i);
      WayWorkGap *gap = g_new0 (WayWorkGap, 1);
      gap->id = work->id;
      gap->skill_title = g_strdup (work->skill_title);
      gap->title = g_strdup (work->title);
      gap->minutes = work->minutes;
      gap->due_date = work->due_date;
      g_ptr_array_add (guide_of (guides, work->guide_id)->gaps, gap);
    }
  return works != NULL;
}

static GPtrArray *
load_guides (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) guides =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_work_guide_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT g.id, g.title, f.share, g.drills_per_week, g.review_months, g.mock_days "
             "FROM plan_guide f JOIN guide g ON g.id = f.guide_id ORDER BY g.slug");

  while (way_statement_step (s))
    {
      WayWorkGuide *guide = way_work_guide_new ();
      g_ptr_array_add (guides, guide);
      guide->id = way_statement_int (s, 0);
      guide->title = g_strdup (way_statement_text (s, 1));
      guide->share = (int) way_statement_int (s, 2);
      guide->drills_per_week = (int) way_statement_int (s, 3);
      guide->review_months = (int) way_statement_int (s, 4);
      guide->mock_days = (int) way_statement_int (s, 5);
    }
  if (!way_statement_finish (s, error))
    return NULL;
  for (guint i = 0; i < guides->len; i++)
    if (!load_phases (store, g_ptr_array_index (guides, i), error))
      return NULL;
  return load_gaps (store, guides, error) ? g_steal_pointer (&guides) : NULL;
}

static gboolean
load_settings (WayPlanFacts *f, WayStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;

  f->settings = way_plan_settings_load (store, &failure);
  f->guides = failure == NULL ? load_guides (store, &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (f->settings == NULL || f->guides->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("There is no plan yet. Choose a guide and your hours first."));
      return FALSE;
    }
  return way_plan_settings_validate (f->settings, error);
}

WayPlanFacts *
way_plan_facts_load (WayStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (WayPlanFacts) f = g_new0 (WayPlanFacts, 1);

  f->now_utc = now_utc;
  if (!load_settings (f, store, error))
    return NULL;
  f->zone = way_zone_new (f->settings->zone, error);
  f->blocks = way_schedule_load (store, G_MININT64 / 2, G_MAXINT64 / 2, error);
  if (f->zone == NULL || f->blocks == NULL)
    return NULL;
  gint64 from = way_zone_to_utc (f->zone, f->settings->start_date, 0) - 86400;
  f->busy = way_busy_load (store, from, G_MAXINT64, error);
  return f->busy != NULL ? g_steal_pointer (&f) : NULL;
}

gboolean
way_plan_facts_may_move (const WayPlanFacts *facts, const WayBlock *block)
{
  return !block->pinned && block->start_utc >= facts->now_utc &&
         g_str_equal (block->state, "planned");
}

/* A block that stays and counts as work; missed and skipped ones give their work back. */
static gboolean
is_kept (const WayPlanFacts *facts, const WayBlock *block)
{
  return !way_plan_facts_may_move (facts, block) && !g_str_equal (block->state, "missed") &&
         !g_str_equal (block->state, "skipped");
}

static gboolean
same_source (const WayBlock *block, const WayWorkItem *item, const WayWorkSource *source)
{
  if (block->kind != item->kind)
    return FALSE;
  if (source->gap != NULL || block->gap_work_id != 0)
    return source->gap != NULL && block->gap_work_id == source->gap->id;
  return block->guide_id == source->guide->id &&
         block->phase_id == (source->phase != NULL ? source->phase->id : 0);
}

/* The item that @block is work for: a phase's or a gap action's, or the appointment whose days it lies in and that no other
 * block serves yet. WAY_NO_ITEM: none any more. */
static guint
item_of (const WayPlanFacts *f,
         const WayWorkload *workload,
         const WayBlock *block,
         gboolean *served)
{
  WayDate date = way_zone_to_local (f->zone, block->start_utc, NULL);

  for (guint i = 0; i < workload->items->len; i++)
    {
      const WayWorkItem *item = &g_array_index (workload->items, WayWorkItem, i);
      WayWorkSource source = g_array_index (workload->sources, WayWorkSource, i);
      if (!same_source (block, item, &source))
        continue;
      if (item->ideal_date == WAY_DATE_NONE)
        return i;
      if (served[i] || date < item->release_date || date > item->due_date)
        continue;
      served[i] = TRUE;
      return i;
    }
  return WAY_NO_ITEM;
}

static void
take_work (WayPlanTask *task, guint i, int minutes)
{
  WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, i);

  if (item->ideal_date != WAY_DATE_NONE)
    minutes = item->minutes;
  item->minutes = MAX (0, item->minutes - minutes);
  item->spare_minutes = MIN (item->spare_minutes, item->minutes);
}

/* Kept blocks are fixed and their work is done; the others are where the plan would rather stay. */
static void
sort_blocks (const WayPlanFacts *f, WayPlanTask *task)
{
  g_autofree gboolean *served = g_new0 (gboolean, task->workload->items->len + 1);

  for (int pass = 0; pass < 2; pass++)
    for (guint b = 0; b < f->blocks->len; b++)
      {
        const WayBlock *block = g_ptr_array_index (f->blocks, b);
        gboolean kept = is_kept (f, block);
        if (pass == 0 ? !kept : !way_plan_facts_may_move (f, block))
          continue;
        guint i = item_of (f, task->workload, block, served);
        /* Nothing waits for a gap action, and when it was done is no reason to let other work be as late. */
        WayFixedBlock fixed = { block->start_utc, block->end_utc,
                                block->gap_work_id != 0 ? WAY_NO_ITEM : i };
        WayPreviousBlock previous = { i, block->start_utc };
        if (kept)
          g_array_append_val (task->fixed, fixed);
        else if (i != WAY_NO_ITEM)
          g_array_append_val (task->previous, previous);
        if (kept && i != WAY_NO_ITEM)
          take_work (task, i, (int) ((block->end_utc - block->start_utc) / 60));
      }
}

/* Appointments whose time is over are not made up for. */
static void
drop_past_appointments (const WayPlanFacts *f, WayPlanTask *task)
{
  WayDate today = way_zone_to_local (f->zone, f->now_utc, NULL);

  for (guint i = 0; i < task->workload->items->len; i++)
    {
      WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, i);
      if (item->ideal_date != WAY_DATE_NONE && item->due_date < today)
        item->minutes = 0;
    }
}

/* A gap action that is overdue is due today: it is late already, and how long it was left lying is no reason to let
 * other work be as late. */
static void
update_overdue_gaps (const WayPlanFacts *f, WayPlanTask *task)
{
  WayDate today = way_zone_to_local (f->zone, f->now_utc, NULL);

  for (guint i = 0; i < task->workload->items->len; i++)
    {
      WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, i);
      if (g_array_index (task->workload->sources, WayWorkSource, i).gap != NULL)
        item->due_date = MAX (item->due_date, today);
    }
}

WayPlanTask *
way_plan_task_new (const WayPlanFacts *facts, const WayPlanSettings *settings)
{
  WayPlanTask *task = g_new0 (WayPlanTask, 1);

  task->workload = way_workload_new (facts->guides, settings);
  task->fixed = g_array_new (FALSE, FALSE, sizeof (WayFixedBlock));
  task->previous = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  sort_blocks (facts, task);
  drop_past_appointments (facts, task);
  update_overdue_gaps (facts, task);
  task->input = (WaySchedulerInput) {
    .zone = facts->zone,
    .from_date = settings->start_date,
    .to_date = task->workload->last_date,
    .not_before_utc = facts->now_utc,
    .break_minutes = settings->break_minutes,
    .buffer_minutes = settings->buffer_minutes,
    .daily_minutes = settings->daily_minutes,
    .weekly_minutes = settings->weekly_minutes,
    .days_in_row = settings->days_in_row,
    .availability = settings->availability,
    .days_off = settings->days_off,
    .extra_hours = settings->extra_hours,
    .busy = facts->busy,
    .items = task->workload->items,
    .order = task->workload->order,
    .fixed = task->fixed,
    .previous = task->previous,
  };
  return task;
}

void
way_plan_task_free (WayPlanTask *task)
{
  if (task == NULL)
    return;
  way_workload_free (task->workload);
  g_array_unref (task->fixed);
  g_array_unref (task->previous);
  g_free (task);
}

static void
extend (GArray *spans, WayZone *zone, guint item, gint64 start_utc)
{
  if (item == WAY_NO_ITEM)
    return;
  WayPlanSpan *span = &g_array_index (spans, WayPlanSpan, item);
  WayDate date = way_zone_to_local (zone, start_utc, NULL);
  span->first = span->first == WAY_DATE_NONE ? date : MIN (span->first, date);
  span->last = MAX (span->last, date);
}

GArray *
way_plan_task_spans (const WayPlanTask *task,
                     const WayPlanFacts *facts,
                     const WaySchedulerResult *schedule)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (WayPlanSpan));
  WayPlanSpan none = { WAY_DATE_NONE, WAY_DATE_NONE };

  for (guint i = 0; i < task->workload->items->len; i++)
    g_array_append_val (spans, none);
  for (guint i = 0; i < task->fixed->len; i++)
    {
      WayFixedBlock it = g_array_index (task->fixed, WayFixedBlock, i);
      extend (spans, facts->zone, it.item, it.start_utc);
    }
  for (guint i = 0; i < facts->blocks->len; i++)
    {
      const WayBlock *it = g_ptr_array_index (facts->blocks, i);
      if (it->gap_work_id != 0 && is_kept (facts, it))
        extend (spans, facts->zone, item_of (facts, task->workload, it, NULL), it->start_utc);
    }
  for (guint i = 0; i < schedule->blocks->len; i++)
    {
      WayScheduledBlock it = g_array_index (schedule->blocks, WayScheduledBlock, i);
      extend (spans, facts->zone, it.item, it.start_utc);
    }
  return spans;
}

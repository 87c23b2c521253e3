/* The draft compares a fresh schedule with the stored blocks. Blocks of one kind, guide, phase and gap
 * action are interchangeable, so a new block at the time of an old one is that old one; what is left of both is
 * paired in order of time as moves; the rest is added or removed. */
#include "core/planner/draft.h"

#include "core/base/error.h"
#include "core/planner/availability.h"
#include "core/planner/explain.h"
#include "core/planner/facts.h"
#include "core/planner/plan-fixes.h"
#include "core/planner/reason.h"
#include "core/planner/work-words.h"
#include "core/roadmap/baseline.h"
#include "core/roadmap/load.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static void
change_free (WayChange *change)
{
  g_free (change->title);
  g_free (change->guide_title);
  g_free (change->phase_title);
  g_free (change->gap_title);
  g_free (change->reason);
  g_free (change);
}

static void
unplaced_free (WayUnplaced *unplaced)
{
  g_free (unplaced->title);
  g_free (unplaced->limits);
  g_free (unplaced);
}

static void
late_free (WayLate *late)
{
  g_free (late->title);
  g_free (late);
}

void
way_draft_free (WayDraft *draft)
{
  if (draft == NULL)
    return;
  g_ptr_array_unref (draft->changes);
  g_ptr_array_unref (draft->unplaced);
  g_ptr_array_unref (draft->late);
  g_ptr_array_unref (draft->fixes);
  g_free (draft->full);
  if (draft->wish != NULL)
    g_free (draft->wish->title);
  g_free (draft->wish);
  g_free (draft);
}

static WayChange *
new_change (const WayPlanFacts *f, const WayPlanTask *task, const WayScheduledBlock *block)
{
  const WayWorkItem *item = &g_array_index (task->workload->items, WayWorkItem, block->item);
  WayWorkSource source = g_array_index (task->workload->sources, WayWorkSource, block->item);
  WayBlockReason reason = block->reason;
  WayChange *change = g_new0 (WayChange, 1);

  if (source.gap != NULL)
    reason.due_date = source.gap->due_date;
  change->change = WAY_CHANGE_ADDED;
  change->kind = item->kind;
  change->guide_id = source.guide->id;
  change->phase_id = source.phase != NULL ? source.phase->id : 0;
  change->gap_work_id = source.gap != NULL ? source.gap->id : 0;
  change->title = way_work_block_title (item, &source);
  change->guide_title = g_strdup (source.guide->title);
  change->phase_title = g_strdup (source.phase != NULL ? source.phase->title : "");
  change->gap_title = source.gap != NULL ? way_work_title (&source) : g_strdup ("");
  change->new_start_utc = block->start_utc;
  change->new_end_utc = block->end_utc;
  change->reason =
      way_reason_to_json (&reason, way_zone_to_local (f->zone, block->start_utc, NULL), item->id,
                          source.gap != NULL ? source.gap->skill_title : NULL);
  return change;
}

static const char *
guide_title (const WayPlanFacts *f, gint64 guide_id)
{
  for (guint i = 0; i < f->guides->len; i++)
    {
      const WayWorkGuide *guide = g_ptr_array_index (f->guides, i);
      if (guide->id == guide_id)
        return guide->title;
    }
  return "";
}

/* "" for a block of no gap action (transfer full). */
static char *
gap_title (const WayPlanFacts *f, gint64 gap_work_id)
{
  for (guint i = 0; i < f->guides->len; i++)
    {
      const WayWorkGuide *guide = g_ptr_array_index (f->guides, i);
      for (guint k = 0; k < guide->gaps->len; k++)
        {
          WayWorkSource source = { guide, NULL, g_ptr_array_index (guide->gaps, k) };
          if (source.gap->id == gap_work_id)
            return way_work_title (&source);
        }
    }
  return g_strdup ("");
}

static WayChange *
old_change (const WayPlanFacts *f, const WayBlock *block)
{
  WayChange *change = g_new0 (WayChange, 1);

  change->change = WAY_CHANGE_REMOVED;
  change->block_id = block->id;
  change->kind = block->kind;
  change->guide_id = block->guide_id;
  change->phase_id = block->phase_id;
  change->gap_work_id = block->gap_work_id;
  change->title = g_strdup (block->title);
  change->guide_title = g_strdup (guide_title (f, block->guide_id));
  change->phase_title = g_strdup (block->phase_title);
  change->gap_title = gap_title (f, block->gap_work_id);
  change->old_start_utc = block->start_utc;
  change->old_end_utc = block->end_utc;
  change->reason = g_strdup (block->reason);
  return change;
}

static gboolean
interchangeable (const WayBlock *block, const WayChange *change)
{
  if (block->gap_work_id != 0 || change->gap_work_id != 0)
    return block->gap_work_id == change->gap_work_id && block->kind == change->kind;
  return block->kind == change->kind && block->guide_id == change->guide_id &&
         block->phase_id == change->phase_id;
}

/* Hands each old block to a new one: first those at the same time, then in order of time.
 */
static void
match (WayDraft *draft, const WayPlanFacts *f, GPtrArray *news, GPtrArray *olds)
{
  g_autofree gboolean *old_done = g_new0 (gboolean, olds->len + 1);
  g_autofree gboolean *new_done = g_new0 (gboolean, news->len + 1);

  for (int pass = 0; pass < 2; pass++)
    for (guint n = 0; n < news->len; n++)
      {
        WayChange *change = g_ptr_array_index (news, n);
        for (guint o = 0; o < olds->len && !new_done[n]; o++)
          {
            const WayBlock *old = g_ptr_array_index (olds, o);
            gboolean same_time =
                old->start_utc == change->new_start_utc && old->end_utc == change->new_end_utc;
            if (old_done[o] || !interchangeable (old, change) || (pass == 0 && !same_time))
              continue;
            old_done[o] = new_done[n] = TRUE;
            change->block_id = old->id;
            change->old_start_utc = old->start_utc;
            change->old_end_utc = old->end_utc;
            change->change = WAY_CHANGE_MOVED;
            draft->unchanged += pass == 0;
            draft->moved += pass == 1;
          }
      }
  for (guint o = 0; o < olds->len; o++)
    if (!old_done[o])
      {
        g_ptr_array_add (draft->changes, old_change (f, g_ptr_array_index (olds, o)));
        draft->removed++;
      }
}

/* Marks the moves of blocks whose time is busy now, or no longer open for their kind. */
static void
mark_taken (WayDraft *draft, const WayPlanFacts *f, const WayPlanTask *task)
{
  g_autoptr (GArray) taken = way_availability_buffered (f->busy, f->settings->buffer_minutes);
  WayAvailabilityMap map = { f->settings->availability, f->settings->days_off,
                             f->settings->extra_hours };

  for (WayBlockKind kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      g_autoptr (GArray) closed = way_interval_set_new ();
      g_autoptr (GArray) open = way_availability_windows (
          &map, kind, FALSE, f->zone, task->input.from_date, task->input.to_date, taken);
      gint64 end = G_MININT64;
      for (guint i = 0; i < open->len; i++)
        {
          WayInterval it = g_array_index (open, WayInterval, i);
          way_interval_set_add (closed, end, it.start_utc);
          end = it.end_utc;
        }
      way_interval_set_add (closed, end, G_MAXINT64);
      for (guint i = 0; i < draft->changes->len; i++)
        {
          WayChange *change = g_ptr_array_index (draft->changes, i);
          if (change->change == WAY_CHANGE_MOVED && change->kind == kind)
            change->time_taken =
                way_interval_set_overlaps (closed, change->old_start_utc, change->old_end_utc);
        }
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const WayChange *x = *(WayChange *const *) a, *y = *(WayChange *const *) b;
  gint64 s = x->new_start_utc ? x->new_start_utc : x->old_start_utc;
  gint64 t = y->new_start_utc ? y->new_start_utc : y->old_start_utc;

  return (s > t) - (s < t);
}

static void
compare_with_store (WayDraft *draft,
                    const WayPlanFacts *f,
                    const WayPlanTask *task,
                    const WaySchedulerResult *schedule)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autoptr (GPtrArray) olds = g_ptr_array_new ();

  for (guint i = 0; i < schedule->blocks->len; i++)
    g_ptr_array_add (news,
                     new_change (f, task, &g_array_index (schedule->blocks, WayScheduledBlock, i)));
  for (guint i = 0; i < f->blocks->len; i++)
    if (way_plan_facts_may_move (f, g_ptr_array_index (f->blocks, i)))
      g_ptr_array_add (olds, g_ptr_array_index (f->blocks, i));
  match (draft, f, news, olds);
  for (guint i = 0; i < news->len; i++)
    {
      WayChange *change = g_ptr_array_index (news, i);
      gboolean still = change->change == WAY_CHANGE_MOVED &&
                       change->old_start_utc == change->new_start_utc &&
                       change->old_end_utc == change->new_end_utc;
      draft->added += change->change == WAY_CHANGE_ADDED;
      if (still)
        change_free (change);
      else
        g_ptr_array_add (draft->changes, change);
    }
  g_ptr_array_sort (draft->changes, compare_changes);
  if (draft->moved > 0)
    mark_taken (draft, f, task);
}

static void
list_unplaced (WayDraft *draft, const WayPlanTask *task, const WaySchedulerResult *schedule)
{
  for (guint i = 0; i < schedule->unscheduled->len; i++)
    {
      WayUnscheduled it = g_array_index (schedule->unscheduled, WayUnscheduled, i);
      WayWorkSource source = g_array_index (task->workload->sources, WayWorkSource, it.item);
      WayUnplaced *unplaced = g_new0 (WayUnplaced, 1);
      unplaced->title = way_work_block_title (
          &g_array_index (task->workload->items, WayWorkItem, it.item), &source);
      unplaced->ideal_date = g_array_index (task->workload->items, WayWorkItem, it.item).ideal_date;
      unplaced->minutes = it.minutes;
      unplaced->limits = way_explain_limits (it.limits);
      g_ptr_array_add (draft->unplaced, unplaced);
    }
}

/* What was due when; WAY_DATE_NONE: it has no due date. */
static WayDate
due_of (const WayPlanTask *task, guint i)
{
  const WayWorkGap *gap = g_array_index (task->workload->sources, WayWorkSource, i).gap;

  return gap != NULL ? gap->due_date
                     : g_array_index (task->workload->items, WayWorkItem, i).due_date;
}

/* The phases and gap actions whose last block comes after the day on which they are due; a gap action that is over is
 * no matter any more. */
static void
list_late (WayDraft *draft,
           const WayPlanFacts *f,
           const WayPlanTask *task,
           const WaySchedulerResult *schedule)
{
  const GArray *items = task->workload->items;
  g_autoptr (GArray) spans = way_plan_task_spans (task, f, schedule);
  WayDate today = way_zone_to_local (f->zone, f->now_utc, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      WayWorkSource source = g_array_index (task->workload->sources, WayWorkSource, i);
      WayDate date = g_array_index (spans, WayPlanSpan, i).last, due = due_of (task, i);
      if (g_array_index (items, WayWorkItem, i).ideal_date != WAY_DATE_NONE ||
          due == WAY_DATE_NONE || date <= due || (source.gap != NULL && date < today))
        continue;
      WayLate *late = g_new0 (WayLate, 1);
      late->title = way_work_title (&source);
      late->due_date = due;
      late->finish_date = date;
      g_ptr_array_add (draft->late, late);
    }
}

static void
extend (WayPlanSpan *span, WayDate first, WayDate last)
{
  if (first == WAY_DATE_NONE)
    return;
  span->first = span->first == WAY_DATE_NONE ? first : MIN (span->first, first);
  span->last = MAX (span->last, last);
}

/* What the wish does to its phase, in dates. */
static WayDraftWish *
judge_wish (const WayPlanWish *wish,
            const WayPlanFacts *f,
            const WayPlanTask *task,
            const WaySchedulerResult *schedule)
{
  const WayPlanSpan none = { WAY_DATE_NONE, WAY_DATE_NONE };
  WayDraftWish *judged = g_new0 (WayDraftWish, 1);
  g_autoptr (GArray) spans = way_plan_task_spans (task, f, schedule);

  judged->wish = *wish;
  judged->before = judged->after = none;
  for (guint i = 0; i < f->blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (f->blocks, i);
      WayDate date = way_zone_to_local (f->zone, block->start_utc, NULL);
      if (block->phase_id == wish->phase_id && !g_str_equal (block->state, "missed") &&
          !g_str_equal (block->state, "skipped"))
        extend (&judged->before, date, date);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      WayWorkSource source = g_array_index (task->workload->sources, WayWorkSource, i);
      WayPlanSpan span = g_array_index (spans, WayPlanSpan, i);
      if (source.phase == NULL || source.phase->id != wish->phase_id)
        continue;
      if (judged->title == NULL)
        judged->title = g_strdup (source.phase->title);
      extend (&judged->after, span.first, span.last);
    }
  return judged;
}

static WayDraft *
draft_alloc (void)
{
  WayDraft *draft = g_new0 (WayDraft, 1);

  draft->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  draft->unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) unplaced_free);
  draft->late = g_ptr_array_new_with_free_func ((GDestroyNotify) late_free);
  return draft;
}

WayDraft *
way_draft_new (WayStore *store, gint64 now_utc, GError **error)
{
  return way_draft_new_for (store, NULL, now_utc, error);
}

WayDraft *
way_draft_new_for (WayStore *store, const WayPlanWish *wish, gint64 now_utc, GError **error)
{
  g_autoptr (WayPlanFacts) facts = way_plan_facts_load (store, now_utc, error);

  if (facts == NULL || (wish != NULL && !way_plan_wish_use (wish, facts, error)))
    return NULL;
  g_autoptr (WayPlanTask) task = way_plan_task_new (facts, facts->settings);
  way_plan_task_keep_gap_dates (task);
  g_autoptr (WaySchedulerResult) schedule = way_scheduler_solve (&task->input);
  if (schedule->blocks->len == 0 && schedule->unscheduled->len > 0)
    {
      g_set_error (
          error, WAY_ERROR, WAY_ERROR_NO_ROOM,
          _ ("No block fits anywhere: every free window is taken by busy time, days off or "
             "the limits. Add a window to the week, shorten the blocks, or move the end."));
      return NULL;
    }
  WayDraft *draft = draft_alloc ();
  compare_with_store (draft, facts, task, schedule);
  list_unplaced (draft, task, schedule);
  list_late (draft, facts, task, schedule);
  draft->fixes = draft->late->len + draft->unplaced->len > 0 ? way_plan_fixes_find (facts)
                                                             : g_ptr_array_new ();
  draft->full = way_explain_binding (schedule->binding);
  draft->wish = wish != NULL ? judge_wish (wish, facts, task, schedule) : NULL;
  return draft;
}

static gboolean
apply_change (WayStore *store, const WayChange *change, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = NULL;
  g_autofree char *uid = g_uuid_string_random ();

  switch (change->change)
    {
    case WAY_CHANGE_ADDED:
      s = way_statement_new (store,
                             "INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, "
                             "end_utc, reason, created_utc, changed_utc, gap_work_id) "
                             "SELECT ?1, ?2, ?3, nullif (?4, 0), ?5, ?6, ?7, ?8, ?9, ?9, "
                             "nullif (?10, 0) WHERE ?10 IN (SELECT 0 UNION ALL SELECT id "
                             "FROM gap_work)");
      if (!way_statement_run (s, error, "ssiisiisii", uid, way_block_kind_to_string (change->kind),
                              change->guide_id, change->phase_id, change->title,
                              change->new_start_utc, change->new_end_utc, change->reason, now_utc,
                              change->gap_work_id))
        return FALSE;
      break;
    case WAY_CHANGE_MOVED:
      s = way_statement_new (store, "UPDATE block SET title = ?1, start_utc = ?2, end_utc = ?3, "
                                    "reason = ?4, sequence = sequence + 1, changed_utc = ?5 "
                                    "WHERE id = ?6 AND start_utc = ?7");
      if (!way_statement_run (s, error, "siisiii", change->title, change->new_start_utc,
                              change->new_end_utc, change->reason, now_utc, change->block_id,
                              change->old_start_utc))
        return FALSE;
      break;
    case WAY_CHANGE_REMOVED:
    default:
      s = way_statement_new (store, "DELETE FROM block WHERE id = ?1 AND start_utc = ?2");
      if (!way_statement_run (s, error, "ii", change->block_id, change->old_start_utc))
        return FALSE;
    }
  if (way_store_changes (store) == 1)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
               _ ("The plan has changed since this draft was made. Plan again."));
  return FALSE;
}

/* The dates of the first plan are what later ones are compared with. Inside the action that makes it. */
static gboolean
keep_first_plan (WayStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (WayZone) zone = way_roadmap_zone (store, error);

  return zone != NULL && way_baseline_take (store, NULL, way_zone_to_local (zone, now_utc, NULL),
                                            now_utc, NULL, error);
}

/* Whether no plan was made before. */
static gboolean
is_first_plan (WayStore *store)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT 1 WHERE EXISTS (SELECT * FROM block) OR EXISTS (SELECT * FROM baseline)");

  return !way_statement_step (s);
}

gboolean
way_draft_apply_some (const WayDraft *draft,
                      const gboolean *chosen,
                      WayStore *store,
                      gint64 now_utc,
                      GError **error)
{
  const WayPlanWish *wish = draft->wish != NULL ? &draft->wish->wish : NULL;

  if (!way_store_begin (store, wish != NULL ? way_plan_wish_name (wish) : _ ("Plan"), now_utc,
                        error))
    return FALSE;
  if (wish != NULL && !way_plan_wish_store (wish, store, now_utc, error))
    {
      way_store_rollback (store);
      return FALSE;
    }
  gboolean first = is_first_plan (store);
  for (guint i = 0; i < draft->changes->len; i++)
    if ((chosen == NULL || chosen[i]) &&
        !apply_change (store, g_ptr_array_index (draft->changes, i), now_utc, error))
      {
        way_store_rollback (store);
        return FALSE;
      }
  if (first && draft->added > 0 && !keep_first_plan (store, now_utc, error))
    {
      way_store_rollback (store);
      return FALSE;
    }
  return way_store_commit (store, error);
}

gboolean
way_draft_apply (const WayDraft *draft, WayStore *store, gint64 now_utc, GError **error)
{
  return way_draft_apply_some (draft, NULL, store, now_utc, error);
}

/* The draft compares a fresh schedule with the stored blocks. Blocks of one kind, guide and phase are
 * interchangeable, so a new block at the time of an old one is that old one; what is left of both is
 * paired in order of time as moves; the rest is added or removed. */
#include "core/planner/draft.h"

#include "core/base/error.h"
#include "core/calendar/busy.h"
#include "core/planner/reason.h"
#include "core/planner/schedule.h"
#include "core/planner/workload.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static void
change_free (WayChange *change)
{
  g_free (change->title);
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

void
way_draft_free (WayDraft *draft)
{
  if (draft == NULL)
    return;
  g_ptr_array_unref (draft->changes);
  g_ptr_array_unref (draft->unplaced);
  g_free (draft);
}

/* All that planning reads from the store. */
typedef struct
{
  WayPlanSettings *settings;
  WayZone *zone;
  GPtrArray *guides; /* of WayWorkGuide * */
  GPtrArray *blocks; /* of WayBlock *: all stored ones */
  GArray *busy;
  WayWorkload *workload;
} Facts;

static void
facts_clear (Facts *f)
{
  g_clear_pointer (&f->settings, way_plan_settings_free);
  g_clear_pointer (&f->zone, way_zone_free);
  g_clear_pointer (&f->guides, g_ptr_array_unref);
  g_clear_pointer (&f->blocks, g_ptr_array_unref);
  g_clear_pointer (&f->busy, g_array_unref);
  g_clear_pointer (&f->workload, way_workload_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static gboolean
load_phases (WayStore *store, WayWorkGuide *guide, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT id, title, activities, min_days, max_days, ongoing FROM phase "
             "WHERE guide_id = ?1 ORDER BY position");

  way_statement_bind (s, "i", guide->id);
  while (way_statement_step (s))
    {
      WayWorkPhase *phase = g_new0 (WayWorkPhase, 1);
      phase->id = way_statement_int (s, 0);
      phase->title = g_strdup (way_statement_text (s, 1));
      phase->activities = g_strdup (way_statement_text (s, 2));
      phase->min_days = (int) way_statement_int (s, 3);
      phase->max_days = (int) way_statement_int (s, 4);
      phase->ongoing = way_statement_int (s, 5) != 0;
      g_ptr_array_add (guide->phases, phase);
    }
  return way_statement_finish (s, error);
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
  return g_steal_pointer (&guides);
}

static gboolean
load_facts (Facts *f, WayStore *store, GError **error)
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
  if (!way_plan_settings_validate (f->settings, error))
    return FALSE;
  f->zone = way_zone_new (f->settings->zone, error);
  f->workload = way_workload_new (f->guides, f->settings);
  f->blocks = way_schedule_load (store, G_MININT64 / 2, G_MAXINT64 / 2, error);
  if (f->zone == NULL || f->blocks == NULL)
    return FALSE;
  f->busy = way_busy_load (store, way_zone_to_utc (f->zone, f->settings->start_date, 0) - 86400,
                           way_zone_to_utc (f->zone, f->workload->last_date, 0) + 3 * 86400, error);
  return f->busy != NULL;
}

/* A block that planning may move: open, not pinned, still ahead. */
static gboolean
is_movable (const WayBlock *block, gint64 now_utc)
{
  return !block->pinned && block->start_utc >= now_utc && g_str_equal (block->state, "planned");
}

/* A block that stays and counts as work; missed and skipped ones give their work back. */
static gboolean
is_kept (const WayBlock *block, gint64 now_utc)
{
  return !is_movable (block, now_utc) && !g_str_equal (block->state, "missed") &&
         !g_str_equal (block->state, "skipped");
}

static gboolean
same_source (const WayBlock *block, const WayWorkItem *item, const WayWorkSource *source)
{
  return block->kind == item->kind && block->guide_id == source->guide->id &&
         block->phase_id == (source->phase != NULL ? source->phase->id : 0);
}

/* The item that @block is work for: a phase's, or the appointment whose days it lies in and that no other
 * block serves yet. WAY_NO_ITEM: none any more. */
static guint
item_of (const Facts *f, const WayBlock *block, gboolean *served)
{
  WayDate date = way_zone_to_local (f->zone, block->start_utc, NULL);

  for (guint i = 0; i < f->workload->items->len; i++)
    {
      const WayWorkItem *item = &g_array_index (f->workload->items, WayWorkItem, i);
      WayWorkSource source = g_array_index (f->workload->sources, WayWorkSource, i);
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

/* Kept blocks are fixed and their work is done; the others are where the plan would rather stay. */
static void
sort_blocks (Facts *f, gint64 now_utc, GArray *fixed, GArray *previous)
{
  g_autofree gboolean *served = g_new0 (gboolean, f->workload->items->len + 1);

  for (int pass = 0; pass < 2; pass++)
    for (guint b = 0; b < f->blocks->len; b++)
      {
        const WayBlock *block = g_ptr_array_index (f->blocks, b);
        gboolean kept = is_kept (block, now_utc);
        if (pass == 0 ? !kept : !is_movable (block, now_utc))
          continue;
        guint i = item_of (f, block, served);
        WayFixedBlock fixed_block = { block->start_utc, block->end_utc, i };
        WayPreviousBlock previous_block = { i, block->start_utc };
        if (kept)
          g_array_append_val (fixed, fixed_block);
        else if (i != WAY_NO_ITEM)
          g_array_append_val (previous, previous_block);
        if (!kept || i == WAY_NO_ITEM)
          continue;
        WayWorkItem *item = &g_array_index (f->workload->items, WayWorkItem, i);
        int minutes = (int) ((block->end_utc - block->start_utc) / 60);
        item->minutes = item->ideal_date == WAY_DATE_NONE ? MAX (0, item->minutes - minutes) : 0;
      }
}

/* Appointments whose time is over are not made up for. */
static void
drop_past_appointments (Facts *f, gint64 now_utc)
{
  WayDate today = way_zone_to_local (f->zone, now_utc, NULL);

  for (guint i = 0; i < f->workload->items->len; i++)
    {
      WayWorkItem *item = &g_array_index (f->workload->items, WayWorkItem, i);
      if (item->ideal_date != WAY_DATE_NONE && item->due_date < today)
        item->minutes = 0;
    }
}

static WaySchedulerResult *
solve (Facts *f, gint64 now_utc)
{
  g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (WayFixedBlock));
  g_autoptr (GArray) previous = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));

  sort_blocks (f, now_utc, fixed, previous);
  drop_past_appointments (f, now_utc);
  WaySchedulerInput input = {
    .zone = f->zone,
    .from_date = f->settings->start_date,
    .to_date = f->workload->last_date,
    .not_before_utc = now_utc,
    .break_minutes = f->settings->break_minutes,
    .buffer_minutes = f->settings->buffer_minutes,
    .daily_minutes = f->settings->daily_minutes,
    .weekly_minutes = f->settings->weekly_minutes,
    .availability = f->settings->availability,
    .days_off = f->settings->days_off,
    .extra_hours = f->settings->extra_hours,
    .days_in_row = f->settings->days_in_row,
    .busy = f->busy,
    .items = f->workload->items,
    .order = f->workload->order,
    .fixed = fixed,
    .previous = previous,
  };
  return way_scheduler_solve (&input);
}

static char *
block_title (const WayWorkItem *item, const WayWorkSource *source)
{
  switch (item->kind)
    {
    case WAY_BLOCK_MOCK:
      return g_strdup (_ ("Mock interview"));
    case WAY_BLOCK_DRILL:
      return g_strdup (_ ("Question drill"));
    case WAY_BLOCK_REVIEW:
      return g_strdup (source->guide->review_months == 3 ? _ ("Quarterly review") : _ ("Review"));
    case WAY_BLOCK_STUDY:
    default:
      if (*source->phase->activities == '\0')
        return g_strdup (source->phase->title);
      /* Translators: a phase of the guide, and what to do in it: "Core: one course". */
      return g_strdup_printf (_ ("%s: %s"), source->phase->title, source->phase->activities);
    }
}

static WayChange *
new_change (const Facts *f, const WayScheduledBlock *block)
{
  const WayWorkItem *item = &g_array_index (f->workload->items, WayWorkItem, block->item);
  WayWorkSource source = g_array_index (f->workload->sources, WayWorkSource, block->item);
  WayChange *change = g_new0 (WayChange, 1);

  change->change = WAY_CHANGE_ADDED;
  change->kind = item->kind;
  change->guide_id = source.guide->id;
  change->phase_id = source.phase != NULL ? source.phase->id : 0;
  change->title = block_title (item, &source);
  change->new_start_utc = block->start_utc;
  change->new_end_utc = block->end_utc;
  change->reason = way_reason_to_json (&block->reason, source.phase != NULL ? source.phase->title
                                                                            : source.guide->title);
  return change;
}

static WayChange *
old_change (const WayBlock *block)
{
  WayChange *change = g_new0 (WayChange, 1);

  change->change = WAY_CHANGE_REMOVED;
  change->block_id = block->id;
  change->kind = block->kind;
  change->guide_id = block->guide_id;
  change->phase_id = block->phase_id;
  change->title = g_strdup (block->title);
  change->old_start_utc = block->start_utc;
  change->old_end_utc = block->end_utc;
  change->reason = g_strdup (block->reason);
  return change;
}

static gboolean
interchangeable (const WayBlock *block, const WayChange *change)
{
  return block->kind == change->kind && block->guide_id == change->guide_id &&
         block->phase_id == change->phase_id;
}

/* Hands each old block to a new one: first those at the same time, then in order of time.
 */
static void
match (WayDraft *draft, GPtrArray *news, GPtrArray *olds)
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
        g_ptr_array_add (draft->changes, old_change (g_ptr_array_index (olds, o)));
        draft->removed++;
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
                    const Facts *f,
                    const WaySchedulerResult *schedule,
                    gint64 now_utc)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autoptr (GPtrArray) olds = g_ptr_array_new ();

  for (guint i = 0; i < schedule->blocks->len; i++)
    g_ptr_array_add (news, new_change (f, &g_array_index (schedule->blocks, WayScheduledBlock, i)));
  for (guint i = 0; i < f->blocks->len; i++)
    if (is_movable (g_ptr_array_index (f->blocks, i), now_utc))
      g_ptr_array_add (olds, g_ptr_array_index (f->blocks, i));
  match (draft, news, olds);
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
}

static char *
limits_text (guint limits)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (limits & WAY_LIMIT_WEEKLY)
    g_ptr_array_add (parts, _ ("the weekly hours"));
  if (limits & WAY_LIMIT_DAILY)
    g_ptr_array_add (parts, _ ("the daily limit"));
  if (limits & WAY_LIMIT_WINDOWS)
    g_ptr_array_add (parts, _ ("free windows"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
list_unplaced (WayDraft *draft, const Facts *f, const WaySchedulerResult *schedule)
{
  for (guint i = 0; i < schedule->unscheduled->len; i++)
    {
      WayUnscheduled it = g_array_index (schedule->unscheduled, WayUnscheduled, i);
      WayWorkSource source = g_array_index (f->workload->sources, WayWorkSource, it.item);
      WayUnplaced *unplaced = g_new0 (WayUnplaced, 1);
      unplaced->title =
          block_title (&g_array_index (f->workload->items, WayWorkItem, it.item), &source);
      unplaced->minutes = it.minutes;
      unplaced->limits = limits_text (it.limits);
      g_ptr_array_add (draft->unplaced, unplaced);
    }
}

WayDraft *
way_draft_new (WayStore *store, gint64 now_utc, GError **error)
{
  g_auto (Facts) facts = { 0 };

  if (!load_facts (&facts, store, error))
    return NULL;
  g_autoptr (WaySchedulerResult) schedule = solve (&facts, now_utc);
  if (schedule->blocks->len == 0 && schedule->unscheduled->len > 0)
    {
      g_set_error (
          error, WAY_ERROR, WAY_ERROR_NO_ROOM,
          _ ("No block fits anywhere: every free window is taken by busy time, days off or "
             "the limits. Add a window to the week, shorten the blocks, or move the end."));
      return NULL;
    }
  WayDraft *draft = g_new0 (WayDraft, 1);
  draft->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  draft->unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) unplaced_free);
  compare_with_store (draft, &facts, schedule, now_utc);
  list_unplaced (draft, &facts, schedule);
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
                             "end_utc, reason, created_utc, changed_utc) "
                             "VALUES (?1, ?2, ?3, nullif (?4, 0), ?5, ?6, ?7, ?8, ?9, ?9)");
      return way_statement_run (s, error, "ssiisiisi", uid, way_block_kind_to_string (change->kind),
                                change->guide_id, change->phase_id, change->title,
                                change->new_start_utc, change->new_end_utc, change->reason,
                                now_utc);
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

gboolean
way_draft_apply (const WayDraft *draft, WayStore *store, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, _ ("Plan"), now_utc, error))
    return FALSE;
  for (guint i = 0; i < draft->changes->len; i++)
    if (!apply_change (store, g_ptr_array_index (draft->changes, i), now_utc, error))
      {
        way_store_rollback (store);
        return FALSE;
      }
  return way_store_commit (store, error);
}

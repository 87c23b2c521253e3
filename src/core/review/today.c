#include "core/review/today.h"

#include "core/planner/timer.h"

const char *
way_now_to_string (WayNow now)
{
  static const char *const words[] = { "running", "current", "paused", "next", "nothing" };

  return words[now];
}

void
way_today_free (WayToday *today)
{
  if (today == NULL)
    return;
  way_block_free (today->block);
  g_clear_pointer (&today->blocks, g_ptr_array_unref);
  for (int kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    way_block_free (today->next[kind]);
  g_free (today);
}

static gboolean
is_open (const WayBlock *block)
{
  return g_str_equal (block->state, "planned") || g_str_equal (block->state, "started");
}

static gboolean
is_current (const WayBlock *block, gint64 now_utc)
{
  return is_open (block) && block->start_utc <= now_utc && now_utc < block->end_utc;
}

static gboolean
is_paused (const WayBlock *block, gint64 now_utc)
{
  return g_str_equal (block->state, "started") && block->started_utc == 0;
}

/* The id of the first of @blocks that @fits; 0 for none. */
static gint64
find (const GPtrArray *blocks,
      gint64 now_utc,
      gboolean (*fits) (const WayBlock *block, gint64 now_utc))
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (blocks, i);
      if (fits (block, now_utc))
        return block->id;
    }
  return 0;
}

static gint64
find_next (const WayToday *today)
{
  const WayBlock *first = NULL;

  for (int kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      const WayBlock *next = today->next[kind];
      if (next != NULL && (first == NULL || next->start_utc < first->start_utc))
        first = next;
    }
  return first != NULL ? first->id : 0;
}

static gboolean
choose_block (WayToday *today, WayStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id;

  today->block = way_timer_load_running (store, &failure);
  if (today->block != NULL)
    today->now = WAY_NOW_RUNNING;
  else if (failure == NULL)
    {
      if ((id = find (today->blocks, today->now_utc, is_current)) != 0)
        today->now = WAY_NOW_CURRENT;
      else if ((id = find (today->blocks, today->now_utc, is_paused)) != 0)
        today->now = WAY_NOW_PAUSED;
      else
        today->now = (id = find_next (today)) != 0 ? WAY_NOW_NEXT : WAY_NOW_NOTHING;
      if (id != 0)
        today->block = way_schedule_load_one (store, id, &failure);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

static gboolean
add_week (WayToday *today, WayStore *store, WayZone *zone, GError **error)
{
  WayDate monday = way_date_week_start (today->date);
  g_autoptr (GPtrArray) blocks = way_schedule_load (store, way_zone_to_utc (zone, monday, 0),
                                                    way_zone_to_utc (zone, monday + 7, 0), error);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (blocks, i);
      WayWork *work = &today->week_by_kind[block->kind];
      int done = way_timer_done_minutes (block, today->now_utc);
      int planned = !g_str_equal (block->state, "missed") && !g_str_equal (block->state, "skipped")
                        ? way_timer_planned_minutes (block)
                        : 0;
      work->planned += planned;
      work->done += done;
      today->week.planned += planned;
      today->week.done += done;
    }
  return blocks != NULL;
}

static gboolean
add_next (WayToday *today, WayStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;

  for (int kind = 0; failure == NULL && kind < WAY_BLOCK_N_KINDS; kind++)
    today->next[kind] =
        way_schedule_next_of_kind (store, (WayBlockKind) kind, today->now_utc, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

WayToday *
way_today_load (WayStore *store, WayZone *zone, gint64 now_utc, GError **error)
{
  g_autoptr (WayToday) today = g_new0 (WayToday, 1);

  today->now_utc = now_utc;
  today->date = way_zone_to_local (zone, now_utc, NULL);
  today->blocks = way_schedule_load (store, way_zone_to_utc (zone, today->date, 0),
                                     way_zone_to_utc (zone, today->date + 1, 0), error);
  if (today->blocks == NULL || !add_next (today, store, error) ||
      !choose_block (today, store, error) || !add_week (today, store, zone, error))
    return NULL;
  return g_steal_pointer (&today);
}

static void
keep_earlier (gint64 *first, gint64 utc, gint64 now_utc)
{
  if (utc > now_utc && utc < *first)
    *first = utc;
}

gint64
way_today_changes_utc (const WayToday *today, WayZone *zone)
{
  gint64 first = way_zone_to_utc (zone, today->date + 1, 0);

  for (guint i = 0; i < today->blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (today->blocks, i);
      keep_earlier (&first, block->start_utc, today->now_utc);
      keep_earlier (&first, block->end_utc, today->now_utc);
    }
  return first;
}

int
way_today_text_seconds (const WayToday *today, gint64 now_utc)
{
  const WayBlock *block = today->block;
  gint64 past;

  if (block == NULL)
    return 60;
  /* Worked minutes change at the half minute, for they are rounded. */
  past = block->started_utc != 0 ? now_utc - block->started_utc + 30 : now_utc - block->start_utc;
  return 60 - (int) (((past % 60) + 60) % 60);
}

#include "core/planner/timer.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

#define MOST_MINUTES 1440

int
way_timer_planned_minutes (const WayBlock *block)
{
  return (int) ((block->end_utc - block->start_utc) / 60);
}

static gint64
most_seconds (const WayBlock *block)
{
  return (way_timer_planned_minutes (block) + WAY_TIMER_OVERRUN_MINUTES) * G_GINT64_CONSTANT (60);
}

int
way_timer_minutes (const WayBlock *block, gint64 now_utc)
{
  if (block->started_utc == 0)
    return block->actual_minutes;
  gint64 seconds = CLAMP (now_utc - block->started_utc, 0, most_seconds (block));
  return MAX (0, block->actual_minutes) + (int) ((seconds + 30) / 60);
}

gboolean
way_timer_is_cut (const WayBlock *block, gint64 now_utc)
{
  return block->started_utc != 0 && now_utc - block->started_utc > most_seconds (block);
}

int
way_timer_done_minutes (const WayBlock *block, gint64 now_utc)
{
  int minutes = way_timer_minutes (block, now_utc);

  if (minutes < 0 && g_str_equal (block->state, "done"))
    return way_timer_planned_minutes (block);
  return MAX (0, minutes);
}

static gint64
find_running (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT id FROM block WHERE started_utc IS NOT NULL "
                                "ORDER BY started_utc DESC LIMIT 1");
  gint64 id = 0;

  while (way_statement_step (s))
    id = way_statement_int (s, 0);
  return way_statement_finish (s, error) ? id : 0;
}

WayBlock *
way_timer_load_running (WayStore *store, GError **error)
{
  gint64 id = find_running (store, error);

  return id != 0 ? way_schedule_load_one (store, id, error) : NULL;
}

gboolean
way_timer_write (WayStore *store,
                 gint64 block_id,
                 const char *state,
                 gint64 started_utc,
                 int minutes,
                 GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE block SET state = ?1, started_utc = nullif (?2, 0), "
                                "actual_minutes = nullif (?3, -1) WHERE id = ?4");

  return way_statement_run (s, error, "siii", state, started_utc, (gint64) minutes, block_id);
}

static gboolean
stop (WayStore *store, const WayBlock *block, gint64 now_utc, GError **error)
{
  return way_timer_write (store, block->id, block->state, 0, way_timer_minutes (block, now_utc),
                          error);
}

/* There is one, but data that was merged or came from an archive may have more. */
static gboolean
stop_others (WayStore *store, gint64 block_id, gint64 now_utc, GError **error)
{
  gint64 id;
  g_autoptr (GError) failure = NULL;

  while ((id = find_running (store, &failure)) != 0 && id != block_id)
    {
      g_autoptr (WayBlock) other = way_schedule_load_one (store, id, error);
      if (other == NULL || !stop (store, other, now_utc, error))
        return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

gboolean
way_timer_start (WayStore *store, gint64 block_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayBlock) block = way_schedule_load_one (store, block_id, error);

  if (block == NULL)
    return FALSE;
  if (g_str_equal (block->state, "done"))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("This block is done. Mark it as open to work on it again."));
      return FALSE;
    }
  if (block->started_utc != 0)
    return TRUE;
  gboolean first = !g_str_equal (block->state, "started");
  if (!way_store_begin (store, first ? _ ("Start Block") : _ ("Go On with Block"), now_utc, error))
    return FALSE;
  if (stop_others (store, block_id, now_utc, error) &&
      way_timer_write (store, block_id, "started", now_utc, block->actual_minutes, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_timer_pause (WayStore *store, gint64 block_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayBlock) block = way_schedule_load_one (store, block_id, error);

  if (block == NULL)
    return FALSE;
  if (block->started_utc == 0)
    return TRUE;
  if (!way_store_begin (store, _ ("Pause Block"), now_utc, error))
    return FALSE;
  if (stop (store, block, now_utc, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_timer_finish (WayStore *store, gint64 block_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayBlock) block = way_schedule_load_one (store, block_id, error);

  if (block == NULL || !way_store_begin (store, _ ("Finish Block"), now_utc, error))
    return FALSE;
  if (way_timer_write (store, block_id, "done", 0, way_timer_minutes (block, now_utc), error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_timer_set_minutes (WayStore *store,
                       gint64 block_id,
                       int minutes,
                       gint64 now_utc,
                       GError **error)
{
  g_autoptr (WayBlock) block = way_schedule_load_one (store, block_id, error);

  if (block == NULL)
    return FALSE;
  if (minutes < -1 || minutes > MOST_MINUTES)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("A block has from 0 to %d minutes of work."), MOST_MINUTES);
      return FALSE;
    }
  gint64 started_utc = block->started_utc != 0 ? now_utc : 0;
  if (!way_store_begin (store, _ ("Correct Minutes"), now_utc, error))
    return FALSE;
  if (way_timer_write (store, block_id, block->state, started_utc, minutes, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

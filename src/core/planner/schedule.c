#include "core/planner/schedule.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

#define SELECT_BLOCKS                                                                              \
  "SELECT b.id, b.uid, b.kind, b.guide_id, b.phase_id, b.title, p.title, p.activities, "           \
  "b.start_utc, b.end_utc, b.pinned, b.state, b.reason, b.sequence, b.created_utc, "               \
  "b.changed_utc, b.started_utc, ifnull (b.actual_minutes, -1), b.note, b.gap_work_id "            \
  "FROM block b LEFT JOIN phase p ON p.id = b.phase_id "

void
way_block_free (WayBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->uid);
  g_free (block->title);
  g_free (block->phase_title);
  g_free (block->phase_detail);
  g_free (block->state);
  g_free (block->note);
  g_free (block->reason);
  g_free (block);
}

static WayBlock *
read_block (WayStatement *s)
{
  WayBlock *block = g_new0 (WayBlock, 1);

  block->id = way_statement_int (s, 0);
  block->uid = g_strdup (way_statement_text (s, 1));
  block->kind = (WayBlockKind) MAX (0, way_block_kind_from_string (way_statement_text (s, 2)));
  block->guide_id = way_statement_int (s, 3);
  block->phase_id = way_statement_int (s, 4);
  block->title = g_strdup (way_statement_text (s, 5));
  block->phase_title = g_strdup (way_statement_text (s, 6));
  block->phase_detail = g_strdup (way_statement_text (s, 7));
  block->start_utc = way_statement_int (s, 8);
  block->end_utc = way_statement_int (s, 9);
  block->pinned = way_statement_int (s, 10) != 0;
  block->state = g_strdup (way_statement_text (s, 11));
  block->reason = g_strdup (way_statement_text (s, 12));
  block->sequence = (int) way_statement_int (s, 13);
  block->created_utc = way_statement_int (s, 14);
  block->changed_utc = way_statement_int (s, 15);
  block->started_utc = way_statement_int (s, 16);
  block->actual_minutes = (int) way_statement_int (s, 17);
  block->note = g_strdup (way_statement_text (s, 18));
  block->gap_work_id = way_statement_int (s, 19);
  return block;
}

GPtrArray *
way_schedule_load (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) way_block_free);
  /* No block is longer than a day: that bounds the range the index has to look at. */
  g_autoptr (WayStatement) s =
      way_statement_new (store, SELECT_BLOCKS
                         "WHERE b.start_utc >= ?1 - 86400 AND b.start_utc < ?2 AND b.end_utc > ?1 "
                         "ORDER BY b.start_utc, b.id");

  way_statement_bind (s, "ii", from_utc, to_utc);
  while (way_statement_step (s))
    g_ptr_array_add (blocks, read_block (s));
  if (!way_statement_finish (s, error))
    return NULL;
  return g_steal_pointer (&blocks);
}

WayBlock *
way_schedule_load_one (WayStore *store, gint64 id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, SELECT_BLOCKS "WHERE b.id = ?1");
  g_autoptr (WayBlock) block = NULL;

  way_statement_bind (s, "i", id);
  while (way_statement_step (s))
    block = read_block (s);
  if (!way_statement_finish (s, error))
    return NULL;
  if (block == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This block is no longer there."));
  return g_steal_pointer (&block);
}

WayBlock *
way_schedule_next_of_kind (WayStore *store, WayBlockKind kind, gint64 from_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, SELECT_BLOCKS "WHERE b.start_utc >= ?1 AND b.kind = ?2 "
                           "AND b.state IN ('planned', 'started') ORDER BY b.start_utc LIMIT 1");
  g_autoptr (WayBlock) block = NULL;

  way_statement_bind (s, "is", from_utc, way_block_kind_to_string (kind));
  while (way_statement_step (s))
    block = read_block (s);
  return way_statement_finish (s, error) ? g_steal_pointer (&block) : NULL;
}

gint64
way_schedule_next (WayStore *store, gint64 from_utc, GError **error)
{
  gint64 start_utc = G_MAXINT64;
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT start_utc FROM block WHERE start_utc >= ?1 - 86400 AND "
                                "end_utc > ?1 ORDER BY start_utc LIMIT 1");

  way_statement_bind (s, "i", from_utc);
  while (way_statement_step (s))
    start_utc = way_statement_int (s, 0);
  return way_statement_finish (s, error) ? start_utc : G_MAXINT64;
}

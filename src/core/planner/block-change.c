#include "core/planner/block-change.h"

#include "core/base/error.h"
#include "core/planner/gap-work.h"
#include "core/planner/reason.h"
#include "core/planner/timer.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

/* What was missed or skipped and starts (parameter @start) after now (parameter @now) is open again. */
#define REOPEN(start, now)                                                                         \
  "state = CASE WHEN state IN ('missed', 'skipped') AND ?" #start " > ?" #now                      \
  " THEN 'planned' ELSE state END"

void
way_block_purpose_free (WayBlockPurpose *purpose)
{
  if (purpose == NULL)
    return;
  g_free (purpose->title);
  g_free (purpose->guide_title);
  g_free (purpose);
}

static WayBlockPurpose *
read_purpose (WayStatement *s)
{
  WayBlockPurpose *purpose = g_new0 (WayBlockPurpose, 1);

  purpose->guide_id = way_statement_int (s, 0);
  purpose->phase_id = way_statement_int (s, 1);
  purpose->title = g_strdup (way_statement_text (s, 2));
  purpose->guide_title = g_strdup (way_statement_text (s, 3));
  return purpose;
}

gboolean
way_block_is_for (const WayBlock *block, const WayBlockPurpose *purpose)
{
  if (block->gap_work_id != 0 || purpose->gap_work_id != 0)
    return block->gap_work_id == purpose->gap_work_id;
  return block->guide_id == purpose->guide_id && block->phase_id == purpose->phase_id;
}

gboolean
way_block_purpose_is_guide (const WayBlockPurpose *purpose)
{
  return purpose->phase_id == 0 && purpose->gap_work_id == 0;
}

/* Puts the gap actions behind the phases of their guides. */
static gboolean
add_gap_works (WayStore *store, GPtrArray *purposes, GError **error)
{
  g_autoptr (GPtrArray) works = way_gap_work_list (store, error);

  for (guint i = 0; works != NULL && i < works->len; i++)
    {
      const WayGapWork *work = g_ptr_array_index (works, i);
      guint at = purposes->len;
      while (at > 0 &&
             ((WayBlockPurpose *) g_ptr_array_index (purposes, at - 1))->guide_id != work->guide_id)
        at--;
      if (at == 0)
        continue;
      const WayBlockPurpose *before = g_ptr_array_index (purposes, at - 1);
      WayBlockPurpose *purpose = g_new0 (WayBlockPurpose, 1);
      purpose->guide_id = work->guide_id;
      purpose->gap_work_id = work->id;
      purpose->title = way_gap_work_name (work->skill_title, work->title);
      purpose->guide_title = g_strdup (before->guide_title);
      g_ptr_array_insert (purposes, (int) at, purpose);
    }
  return works != NULL;
}

GPtrArray *
way_block_purposes (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) purposes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_block_purpose_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT g.id, 0, g.title, g.title, g.slug AS slug, -1 AS position "
      "FROM plan_guide f JOIN guide g ON g.id = f.guide_id "
      "UNION ALL SELECT g.id, p.id, p.title, g.title, g.slug, p.position "
      "FROM plan_guide f JOIN guide g ON g.id = f.guide_id JOIN phase p ON p.guide_id = g.id "
      "ORDER BY slug, position");

  while (way_statement_step (s))
    g_ptr_array_add (purposes, read_purpose (s));
  return way_statement_finish (s, error) && add_gap_works (store, purposes, error)
             ? g_steal_pointer (&purposes)
             : NULL;
}

/* The phase of the last study block that starts before it; without one, that of the first study block; without any,
 * the first phase. */
WayBlockPurpose *
way_block_purpose_at (WayStore *store, gint64 start_utc, GError **error)
{
  static const char *const queries[] = {
    "SELECT g.id, p.id, p.title, g.title FROM block b JOIN guide g ON g.id = b.guide_id "
    "JOIN phase p ON p.id = b.phase_id WHERE b.kind = 'study' AND b.start_utc <= ?1 "
    "ORDER BY b.start_utc DESC LIMIT 1",
    "SELECT g.id, p.id, p.title, g.title FROM block b JOIN guide g ON g.id = b.guide_id "
    "JOIN phase p ON p.id = b.phase_id WHERE b.kind = 'study' AND b.start_utc > ?1 "
    "ORDER BY b.start_utc LIMIT 1",
    "SELECT g.id, p.id, p.title, g.title FROM plan_guide f JOIN guide g ON g.id = f.guide_id "
    "JOIN phase p ON p.guide_id = g.id WHERE ?1 IS NOT NULL ORDER BY g.slug, p.position LIMIT 1",
    "SELECT g.id, 0, g.title, g.title FROM plan_guide f JOIN guide g ON g.id = f.guide_id "
    "WHERE ?1 IS NOT NULL ORDER BY g.slug LIMIT 1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (WayStatement) s = way_statement_new (store, queries[i]);
      g_autoptr (WayBlockPurpose) purpose = NULL;
      way_statement_bind (s, "i", start_utc);
      if (way_statement_step (s))
        purpose = read_purpose (s);
      if (!way_statement_finish (s, error))
        return NULL;
      if (purpose != NULL)
        return g_steal_pointer (&purpose);
    }
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
               _ ("There is no plan yet. Choose a guide and your hours first."));
  return NULL;
}

static gboolean
check_times (gint64 start_utc, gint64 end_utc, GError **error)
{
  gint64 minutes = (end_utc - start_utc) / 60;

  if (minutes >= WAY_LEAST_BLOCK_MINUTES && minutes <= WAY_MOST_BLOCK_MINUTES)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("A block lasts from %d minutes to %d hours."), WAY_LEAST_BLOCK_MINUTES,
               WAY_MOST_BLOCK_MINUTES / 60);
  return FALSE;
}

/* Ends the action begun before @done: a change that met no block is none. */
static gboolean
end_action (WayStore *store, gboolean done, GError **error)
{
  if (done && way_store_changes (store) == 1)
    return way_store_commit (store, error);
  if (done)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This block is no longer there."));
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_block_add (WayStore *store,
               WayBlockKind kind,
               const WayBlockPurpose *purpose,
               const char *title,
               gint64 start_utc,
               gint64 end_utc,
               gint64 now_utc,
               gint64 *block_id,
               GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, end_utc, pinned, "
             "reason, created_utc, changed_utc, gap_work_id) "
             "VALUES (?1, ?2, ?3, nullif (?4, 0), ?5, ?6, ?7, 1, ?8, ?9, ?9, nullif (?10, 0))");
  g_autofree char *uid = g_uuid_string_random ();
  g_autofree char *reason = way_reason_by_hand (purpose->title);

  if (!check_times (start_utc, end_utc, error) ||
      !way_store_begin (store, _ ("Add Block"), now_utc, error))
    return FALSE;
  gboolean done = way_statement_run (s, error, "ssiisiisii", uid, way_block_kind_to_string (kind),
                                     purpose->guide_id, purpose->phase_id,
                                     *title != '\0' ? title : purpose->title, start_utc, end_utc,
                                     reason, now_utc, purpose->gap_work_id);
  if (block_id != NULL)
    *block_id = way_store_last_id (store);
  return end_action (store, done, error);
}

/* What the block serves, for its reason; "" when it has gone (transfer full). */
static char *
serves (WayStore *store, gint64 block_id)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT coalesce (p.title, g.title), b.gap_work_id FROM block b "
             "JOIN guide g ON g.id = b.guide_id LEFT JOIN phase p ON p.id = b.phase_id "
             "WHERE b.id = ?1");

  way_statement_bind (s, "i", block_id);
  if (!way_statement_step (s))
    return g_strdup ("");
  g_autoptr (WayGapWork) work = way_gap_work_load (store, way_statement_int (s, 1), NULL);
  return work != NULL ? way_gap_work_name (work->skill_title, work->title)
                      : g_strdup (way_statement_text (s, 0));
}

gboolean
way_block_move (WayStore *store,
                gint64 block_id,
                gint64 start_utc,
                gint64 end_utc,
                gint64 now_utc,
                GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE block SET start_utc = ?1, end_utc = ?2, pinned = 1, reason = ?3, "
             "sequence = sequence + 1, changed_utc = ?4, " REOPEN (1, 4) " WHERE id = ?5");
  g_autofree char *served = serves (store, block_id);
  g_autofree char *reason = way_reason_by_hand (served);

  if (!check_times (start_utc, end_utc, error) ||
      !way_store_begin (store, _ ("Move Block"), now_utc, error))
    return FALSE;
  return end_action (
      store, way_statement_run (s, error, "iisii", start_utc, end_utc, reason, now_utc, block_id),
      error);
}

gboolean
way_block_change (WayStore *store,
                  gint64 block_id,
                  WayBlockKind kind,
                  const WayBlockPurpose *purpose,
                  const char *title,
                  gint64 start_utc,
                  gint64 end_utc,
                  gint64 now_utc,
                  GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE block SET kind = ?1, guide_id = ?2, phase_id = nullif (?3, 0), title = ?4, "
             "start_utc = ?5, end_utc = ?6, pinned = 1, reason = ?7, sequence = sequence + 1, "
             "changed_utc = ?8, gap_work_id = nullif (?10, 0), " REOPEN (5, 8) " WHERE id = ?9");
  g_autofree char *reason = way_reason_by_hand (purpose->title);

  if (!check_times (start_utc, end_utc, error) ||
      !way_store_begin (store, _ ("Change Block"), now_utc, error))
    return FALSE;
  return end_action (store,
                     way_statement_run (s, error, "siisiisiii", way_block_kind_to_string (kind),
                                        purpose->guide_id, purpose->phase_id,
                                        *title != '\0' ? title : purpose->title, start_utc, end_utc,
                                        reason, now_utc, block_id, purpose->gap_work_id),
                     error);
}

gboolean
way_block_set_note (WayStore *store,
                    gint64 block_id,
                    const char *note,
                    gint64 now_utc,
                    GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE block SET note = ?1 WHERE id = ?2");

  if (!way_store_begin (store, _ ("Change Note"), now_utc, error))
    return FALSE;
  return end_action (store, way_statement_run (s, error, "si", note, block_id), error);
}

gboolean
way_block_set_pinned (WayStore *store,
                      gint64 block_id,
                      gboolean pinned,
                      gint64 now_utc,
                      GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE block SET pinned = ?1 WHERE id = ?2");

  if (!way_store_begin (store, pinned ? _ ("Pin Block") : _ ("Unpin Block"), now_utc, error))
    return FALSE;
  return end_action (store, way_statement_run (s, error, "ii", (gint64) (pinned != 0), block_id),
                     error);
}

gboolean
way_block_remove (WayStore *store, gint64 block_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM block WHERE id = ?1");

  if (!way_store_begin (store, _ ("Remove Block"), now_utc, error))
    return FALSE;
  return end_action (store, way_statement_run (s, error, "i", block_id), error);
}

char *
way_block_overlap (WayStore *store, gint64 block_id, gint64 start_utc, gint64 end_utc)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT title, 0 AS rank, start_utc FROM busy_event WHERE start_utc < ?2 AND end_utc > ?1 "
      "UNION ALL SELECT title, 1, start_utc FROM block WHERE start_utc < ?2 "
      "AND start_utc > ?1 - 86400 AND end_utc > ?1 AND id <> ?3 "
      "ORDER BY rank, start_utc LIMIT 1");

  way_statement_bind (s, "iii", start_utc, end_utc, block_id);
  return way_statement_step (s) ? g_strdup (way_statement_text (s, 0)) : NULL;
}

static const char *
action_name (const char *state)
{
  if (g_str_equal (state, "done"))
    return _ ("Mark Block as Done");
  if (g_str_equal (state, "missed"))
    return _ ("Mark Block as Missed");
  if (g_str_equal (state, "skipped"))
    return _ ("Skip Block");
  if (g_str_equal (state, "started"))
    return _ ("Start Block");
  return _ ("Mark Block as Open");
}

gboolean
way_block_set_state (WayStore *store,
                     gint64 block_id,
                     const char *state,
                     gint64 now_utc,
                     GError **error)
{
  g_autoptr (WayBlock) block = way_schedule_load_one (store, block_id, error);

  if (block == NULL || !way_store_begin (store, action_name (state), now_utc, error))
    return FALSE;
  if (way_timer_write (store, block_id, state, 0, way_timer_minutes (block, now_utc), error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

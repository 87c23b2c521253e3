#include "core/planner/gap-work.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/planner/explain.h"
#include "core/roadmap/load.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

#define SELECT_WORK                                                                                \
  "SELECT w.id, w.skill_id, s.title, w.guide_id, w.title, w.minutes, w.due_date, w.created_utc, "  \
  "(SELECT ifnull (sum ((end_utc - start_utc) / 60), 0) FROM block b WHERE b.gap_work_id = w.id "  \
  "AND b.state NOT IN ('missed', 'skipped')), "                                                    \
  "(SELECT ifnull (sum ((end_utc - start_utc) / 60), 0) FROM block b WHERE b.gap_work_id = w.id "  \
  "AND b.state = 'done') FROM gap_work w JOIN skill s ON s.id = w.skill_id "

void
way_gap_work_free (WayGapWork *work)
{
  if (work == NULL)
    return;
  g_free (work->skill_title);
  g_free (work->title);
  g_free (work);
}

char *
way_gap_work_name (const char *skill_title, const char *title)
{
  if (g_str_equal (skill_title, title))
    return g_strdup (title);
  /* Translators: a skill, and what to do for it: "System Design: write two design documents". */
  return g_strdup_printf (_ ("%s: %s"), skill_title, title);
}

static WayGapWork *
read_work (WayStatement *s)
{
  WayGapWork *work = g_new0 (WayGapWork, 1);

  work->id = way_statement_int (s, 0);
  work->skill_id = way_statement_int (s, 1);
  work->skill_title = g_strdup (way_statement_text (s, 2));
  work->guide_id = way_statement_int (s, 3);
  work->title = g_strdup (way_statement_text (s, 4));
  work->minutes = (int) way_statement_int (s, 5);
  work->due_date = way_statement_date (s, 6);
  work->created_utc = way_statement_int (s, 7);
  work->planned_minutes = (int) way_statement_int (s, 8);
  work->done_minutes = (int) way_statement_int (s, 9);
  return work;
}

GPtrArray *
way_gap_work_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) way_gap_work_free);
  g_autoptr (WayStatement) s = way_statement_new (store, SELECT_WORK "ORDER BY w.due_date, w.id");

  while (way_statement_step (s))
    g_ptr_array_add (list, read_work (s));
  return way_statement_finish (s, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
complain_of_work (GError **error)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
               _ ("This gap action is no longer in the plan."));
  return FALSE;
}

WayGapWork *
way_gap_work_load (WayStore *store, gint64 id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, SELECT_WORK "WHERE w.id = ?1");
  g_autoptr (WayGapWork) work = NULL;

  way_statement_bind (s, "i", id);
  if (way_statement_step (s))
    work = read_work (s);
  if (!way_statement_finish (s, error))
    return NULL;
  if (work == NULL)
    complain_of_work (error);
  return g_steal_pointer (&work);
}

void
way_gap_purpose_free (WayGapPurpose *purpose)
{
  if (purpose == NULL)
    return;
  g_free (purpose->skill_title);
  g_free (purpose->title);
  g_free (purpose);
}

WayGapPurpose *
way_gap_purpose_load (WayStore *store, gint64 skill_id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT s.title, ifnull (nullif (trim (s.gap_action), ''), s.title), "
             "coalesce ((SELECT f.guide_id FROM plan_guide f WHERE f.guide_id = s.guide_id), "
             "(SELECT f.guide_id FROM plan_guide f JOIN guide g ON g.id = f.guide_id "
             "ORDER BY g.slug LIMIT 1)) FROM skill s WHERE s.id = ?1");
  g_autoptr (WayGapPurpose) purpose = NULL;

  way_statement_bind (s, "i", skill_id);
  if (way_statement_step (s))
    {
      purpose = g_new0 (WayGapPurpose, 1);
      purpose->skill_title = g_strdup (way_statement_text (s, 0));
      purpose->title = g_strdup (way_statement_text (s, 1));
      purpose->guide_id = way_statement_int (s, 2);
    }
  if (!way_statement_finish (s, error))
    return NULL;
  if (purpose != NULL && purpose->guide_id != 0)
    return g_steal_pointer (&purpose);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                       purpose == NULL ? _ ("This skill is no longer there.")
                                       : _ ("There is no plan yet that could take this up. Choose "
                                            "a guide and your hours first."));
  return NULL;
}

static gboolean
check_minutes (int minutes, GError **error)
{
  if (minutes >= WAY_LEAST_GAP_MINUTES && minutes <= WAY_MOST_GAP_MINUTES)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("A gap action takes from %d minutes to %d hours."), WAY_LEAST_GAP_MINUTES,
               WAY_MOST_GAP_MINUTES / 60);
  return FALSE;
}

static gboolean
check_due (WayStore *store, WayDate due_date, gint64 now_utc, GError **error)
{
  g_autoptr (WayZone) zone = way_roadmap_zone (store, error);
  int year, month, day;

  if (zone == NULL)
    return FALSE;
  way_date_to_ymd (due_date, &year, &month, &day);
  if (!way_date_is_valid_ymd (year, month, day))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("A gap action is due in the years from %d to %d."), WAY_DATE_MIN_YEAR,
                   WAY_DATE_MAX_YEAR);
      return FALSE;
    }
  if (due_date >= way_zone_to_local (zone, now_utc, NULL))
    return TRUE;
  g_autofree char *date = way_explain_date (due_date);
  /* Translators: %s is a day. */
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("The gap action would be due on %s, which is past. Choose today or later."),
               date);
  return FALSE;
}

/* @title, or the usual one where it is blank (transfer full). */
static char *
choose_title (const char *title, const WayGapPurpose *usual)
{
  g_autofree char *typed = g_strstrip (g_strdup (title));

  return g_strdup (*typed != '\0' ? typed : usual->title);
}

static gboolean
end_action (WayStore *store, gboolean done, GError **error)
{
  if (done)
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_gap_work_add (WayStore *store,
                  gint64 skill_id,
                  const char *title,
                  int minutes,
                  WayDate due_date,
                  gint64 now_utc,
                  gint64 *id,
                  GError **error)
{
  g_autoptr (WayGapPurpose) usual = way_gap_purpose_load (store, skill_id, error);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO gap_work (skill_id, guide_id, title, minutes, due_date, created_utc) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

  if (usual == NULL || !check_minutes (minutes, error) ||
      !check_due (store, due_date, now_utc, error) ||
      !way_store_begin (store, _ ("Plan Gap Action"), now_utc, error))
    return FALSE;
  g_autofree char *chosen = choose_title (title, usual);
  gboolean done = way_statement_run (s, error, "iisiii", skill_id, usual->guide_id, chosen,
                                     (gint64) minutes, (gint64) due_date, now_utc);
  if (done && id != NULL)
    *id = way_store_last_id (store);
  return end_action (store, done, error);
}

/* Inside an action. Open blocks that bear the old name bear the new one. */
static gboolean
rename_blocks (WayStore *store,
               const WayGapWork *work,
               const char *title,
               gint64 now_utc,
               GError **error)
{
  g_autofree char *old = way_gap_work_name (work->skill_title, work->title);
  g_autofree char *new = way_gap_work_name (work->skill_title, title);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE block SET title = ?1, sequence = sequence + 1, changed_utc = ?2 "
             "WHERE gap_work_id = ?3 AND state = 'planned' AND title = ?4 AND title <> ?1");

  return way_statement_run (s, error, "siis", new, now_utc, work->id, old);
}

gboolean
way_gap_work_change (WayStore *store,
                     gint64 id,
                     const char *title,
                     int minutes,
                     WayDate due_date,
                     gint64 now_utc,
                     GError **error)
{
  g_autoptr (WayGapWork) work = way_gap_work_load (store, id, error);
  g_autoptr (WayGapPurpose) usual =
      work != NULL ? way_gap_purpose_load (store, work->skill_id, error) : NULL;
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE gap_work SET title = ?1, minutes = ?2, due_date = ?3 WHERE id = ?4");

  if (usual == NULL || !check_minutes (minutes, error) ||
      (due_date != work->due_date && !check_due (store, due_date, now_utc, error)) ||
      !way_store_begin (store, _ ("Change Gap Action"), now_utc, error))
    return FALSE;
  g_autofree char *chosen = choose_title (title, usual);
  return end_action (
      store,
      way_statement_run (s, error, "siii", chosen, (gint64) minutes, (gint64) due_date, id) &&
          rename_blocks (store, work, chosen, now_utc, error),
      error);
}

/* Inside an action. */
static gboolean
remove_work (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) blocks = way_statement_new (
      store, "DELETE FROM block WHERE gap_work_id = ?1 AND state = 'planned' AND start_utc >= ?2");
  g_autoptr (WayStatement) work = way_statement_new (store, "DELETE FROM gap_work WHERE id = ?1");

  return way_statement_run (blocks, error, "ii", id, now_utc) &&
         way_statement_run (work, error, "i", id) &&
         (way_store_changes (store) > 0 || complain_of_work (error));
}

gboolean
way_gap_work_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, _ ("Remove Gap Action"), now_utc, error))
    return FALSE;
  return end_action (store, remove_work (store, id, now_utc, error), error);
}

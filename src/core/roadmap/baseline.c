#include "core/roadmap/baseline.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

void
way_baseline_free (WayBaseline *baseline)
{
  if (baseline == NULL)
    return;
  g_free (baseline->name);
  g_free (baseline);
}

static char *
date_text (WayDate date)
{
  /* Translators: see g_date_time_format(): "4 January 2027" */
  return way_date_format (date, _ ("%-d %B %Y"));
}

static gboolean
insert_baseline (WayStore *store, const char *name, WayDate today, gint64 *id, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autofree char *date = date_text (today);
  /* Translators: a day */
  g_autofree char *own = g_strdup_printf (_ ("Planned on %s"), date);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "INSERT INTO baseline (name, taken_date) VALUES (?1, ?2)");

  if (!way_statement_run (s, error, "si", *typed != '\0' ? typed : own, (gint64) today))
    return FALSE;
  *id = way_store_last_id (store);
  return TRUE;
}

static gboolean
insert_dates (WayStore *store, gint64 id, const WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) phases = way_statement_new (
      store, "INSERT INTO baseline_phase (baseline_id, phase_id, start_date, early_finish_date, "
             "late_finish_date) VALUES (?1, ?2, ?3, nullif (?4, -2147483648), "
             "nullif (?5, -2147483648))");
  g_autoptr (WayStatement) milestones =
      way_statement_new (store, "INSERT INTO baseline_milestone (baseline_id, milestone_id, "
                                "due_date) VALUES (?1, ?2, ?3)");

  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *it = g_ptr_array_index (roadmap->phases, i);
      if (!way_statement_run (phases, error, "iiiii", id, it->id, (gint64) it->start_date,
                              (gint64) it->early_finish_date, (gint64) it->late_finish_date))
        return FALSE;
    }
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *it = g_ptr_array_index (roadmap->points, i);
      if (!it->checklist &&
          !way_statement_run (milestones, error, "iii", id, it->id, (gint64) it->due_date))
        return FALSE;
    }
  return TRUE;
}

gboolean
way_baseline_take (WayStore *store,
                   const char *name,
                   WayDate today,
                   gint64 now_utc,
                   gint64 *id,
                   GError **error)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, error);
  gint64 taken = 0;

  if (roadmap == NULL)
    return FALSE;
  if (roadmap->phases->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("There is no plan yet. Choose a guide and your hours first."));
      return FALSE;
    }
  if (!way_store_begin (store, _ ("Take Baseline"), now_utc, error))
    return FALSE;
  if (insert_baseline (store, name, today, &taken, error) &&
      insert_dates (store, taken, roadmap, error))
    {
      if (id != NULL)
        *id = taken;
      return way_store_commit (store, error);
    }
  way_store_rollback (store);
  return FALSE;
}

static gboolean
complain_of_baseline (GError **error)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This baseline is no longer there."));
  return FALSE;
}

gboolean
way_baseline_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM baseline WHERE id = ?1");

  if (!way_store_begin (store, _ ("Remove Baseline"), now_utc, error))
    return FALSE;
  if (way_statement_run (s, error, "i", id) &&
      (way_store_changes (store) > 0 || complain_of_baseline (error)))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

GPtrArray *
way_baseline_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) way_baseline_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT id, name, taken_date FROM baseline ORDER BY taken_date DESC, id DESC");

  while (way_statement_step (s))
    {
      WayBaseline *baseline = g_new0 (WayBaseline, 1);
      baseline->id = way_statement_int (s, 0);
      baseline->name = g_strdup (way_statement_text (s, 1));
      baseline->taken_date = way_statement_date (s, 2);
      g_ptr_array_add (list, baseline);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
compare_phases (WayStore *store, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT start_date, early_finish_date, late_finish_date "
                                "FROM baseline_phase WHERE baseline_id = ?1 AND phase_id = ?2");

  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      way_statement_bind (s, "ii", roadmap->baseline_id, phase->id);
      gboolean found = way_statement_step (s);
      phase->planned_start_date = found ? way_statement_date (s, 0) : WAY_DATE_NONE;
      phase->planned_early_finish_date = found ? way_statement_date (s, 1) : WAY_DATE_NONE;
      phase->planned_late_finish_date = found ? way_statement_date (s, 2) : WAY_DATE_NONE;
    }
  return way_statement_finish (s, error);
}

static gboolean
compare_points (WayStore *store, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT due_date FROM baseline_milestone "
                                "WHERE baseline_id = ?1 AND milestone_id = ?2");

  for (guint i = 0; i < roadmap->points->len; i++)
    {
      WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      way_statement_bind (s, "ii", roadmap->baseline_id, point->id);
      point->planned_due_date =
          !point->checklist && way_statement_step (s) ? way_statement_date (s, 0) : WAY_DATE_NONE;
    }
  return way_statement_finish (s, error);
}

gboolean
way_baseline_compare (WayStore *store, gint64 id, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT taken_date FROM baseline WHERE id = ?1");

  way_statement_bind (s, "i", id);
  gboolean found = way_statement_step (s);
  roadmap->baseline_id = found ? id : 0;
  roadmap->baseline_date = found ? way_statement_date (s, 0) : WAY_DATE_NONE;
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!found)
    return complain_of_baseline (error);
  return compare_phases (store, roadmap, error) && compare_points (store, roadmap, error);
}

/* How @now lies to @then of the baseline. */
static char *
difference_text (WayDate taken_date, WayDate then, WayDate now)
{
  int days = ABS (now - then);
  g_autofree char *date = date_text (taken_date);

  if (days == 0)
    /* Translators: a day */
    return g_strdup_printf (_ ("as planned on %s"), date);
  /* Translators: a number of days, and a day */
  return g_strdup_printf (now > then
                              ? ngettext ("%d day later than planned on %s",
                                          "%d days later than planned on %s", (gulong) days)
                              : ngettext ("%d day earlier than planned on %s",
                                          "%d days earlier than planned on %s", (gulong) days),
                          days, date);
}

char *
way_baseline_phase_text (WayDate taken_date, const WayRoadmapPhase *phase)
{
  gboolean dated = phase->planned_late_finish_date != WAY_DATE_NONE && !phase->ongoing;

  if (taken_date == WAY_DATE_NONE || phase->planned_start_date == WAY_DATE_NONE)
    return g_strdup ("");
  return dated ? difference_text (taken_date, phase->planned_late_finish_date,
                                  phase->late_finish_date)
               : difference_text (taken_date, phase->planned_start_date, phase->start_date);
}

char *
way_baseline_point_text (WayDate taken_date, const WayRoadmapPoint *point)
{
  if (taken_date == WAY_DATE_NONE || point->planned_due_date == WAY_DATE_NONE)
    return g_strdup ("");
  return difference_text (taken_date, point->planned_due_date, point->due_date);
}

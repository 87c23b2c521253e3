/* Dates come from the stored blocks and from rules; none is stored. A phase starts with its first
 * block; its late finish is its last block (planned for the high end of the range), its early finish
 * the block at which the low end's share of the work is done. Where a phase has no block, its range is
 * laid behind the phase before it. */
#include "core/roadmap/roadmap.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/roadmap/critical-path.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static void
phase_free (WayRoadmapPhase *phase)
{
  g_free (phase->guide_title);
  g_free (phase->title);
  g_free (phase->activities);
  g_free (phase->exit_criteria);
  g_free (phase);
}

static void
point_free (WayRoadmapPoint *point)
{
  g_free (point->title);
  g_free (point->due_rule);
  g_free (point->uid);
  g_free (point);
}

void
way_roadmap_free (WayRoadmap *roadmap)
{
  if (roadmap == NULL)
    return;
  g_ptr_array_unref (roadmap->phases);
  g_ptr_array_unref (roadmap->points);
  g_free (roadmap);
}

static gboolean
load_phases (WayStore *store, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT p.id, p.guide_id, g.title, p.title, p.activities, p.exit_criteria, p.line, "
             "p.ongoing, p.min_days, p.max_days, p.gate_closed_date, p.release_date, p.due_date "
             "FROM phase p "
             "JOIN plan_guide f ON f.guide_id = p.guide_id JOIN guide g ON g.id = p.guide_id "
             "ORDER BY g.slug, p.position");

  while (way_statement_step (s))
    {
      WayRoadmapPhase *phase = g_new0 (WayRoadmapPhase, 1);
      g_ptr_array_add (roadmap->phases, phase);
      phase->id = way_statement_int (s, 0);
      phase->guide_id = way_statement_int (s, 1);
      phase->guide_title = g_strdup (way_statement_text (s, 2));
      phase->title = g_strdup (way_statement_text (s, 3));
      phase->activities = g_strdup (way_statement_text (s, 4));
      phase->exit_criteria = g_strdup (way_statement_text (s, 5));
      phase->line = (int) way_statement_int (s, 6);
      phase->ongoing = way_statement_int (s, 7) != 0;
      phase->min_days = (int) way_statement_int (s, 8);
      phase->max_days = (int) way_statement_int (s, 9);
      phase->gate_closed_date = way_statement_date (s, 10);
      phase->release_date = way_statement_date (s, 11);
      phase->due_date = way_statement_date (s, 12);
      phase->planned_start_date = WAY_DATE_NONE;
      phase->planned_early_finish_date = phase->planned_late_finish_date = WAY_DATE_NONE;
    }
  return way_statement_finish (s, error);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Counts the blocks of each phase, in one look at all of them, for there may be many. The starts of those that count, by the id of the
 * phase; %NULL on failure. */
static GHashTable *
count_blocks (WayStore *store, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (GHashTable) phases = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) starts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT phase_id, start_utc, end_utc, "
                                "CASE state WHEN 'done' THEN 2 WHEN 'missed' THEN 0 "
                                "WHEN 'skipped' THEN 0 ELSE 1 END FROM block");

  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      g_hash_table_insert (phases, &phase->id, phase);
      g_hash_table_insert (starts, &phase->id, g_array_new (FALSE, FALSE, sizeof (gint64)));
    }
  while (way_statement_step (s))
    {
      gint64 id = way_statement_int (s, 0), start = way_statement_int (s, 1),
             end = way_statement_int (s, 2);
      WayRoadmapPhase *phase = g_hash_table_lookup (phases, &id);
      if (phase == NULL)
        continue;
      phase->blocks_end_utc = MAX (phase->blocks_end_utc, end);
      gint64 state = way_statement_int (s, 3);
      if (state == 0)
        continue;
      phase->blocks++;
      phase->blocks_done += state == 2;
      phase->planned_minutes += (int) ((end - start) / 60);
      g_array_append_val (g_hash_table_lookup (starts, &id), start);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&starts) : NULL;
}

/* Dates of @phase from its blocks; %FALSE when it has none. The day on which a block starts counts, also for one that
 * ends at midnight. */
static gboolean
date_by_blocks (WayRoadmapPhase *phase, GArray *starts, WayZone *zone)
{
  if (starts->len == 0)
    return FALSE;
  g_array_sort (starts, compare_starts);
  phase->start_date = way_zone_to_local (zone, g_array_index (starts, gint64, 0), NULL);
  if (phase->ongoing)
    return TRUE;
  int early =
      MAX (1, (phase->blocks * phase->min_days + phase->max_days - 1) / MAX (1, phase->max_days));
  phase->early_finish_date = way_zone_to_local (
      zone, g_array_index (starts, gint64, MIN (early, phase->blocks) - 1), NULL);
  phase->late_finish_date =
      way_zone_to_local (zone, g_array_index (starts, gint64, phase->blocks - 1), NULL);
  return TRUE;
}

static gboolean
date_phases (WayStore *store, WayRoadmap *roadmap, WayZone *zone, WayDate start, GError **error)
{
  g_autoptr (GHashTable) starts = count_blocks (store, roadmap, error);
  WayDate next = start;

  for (guint i = 0; starts != NULL && i < roadmap->phases->len; i++)
    {
      WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      gboolean first =
          i == 0 || phase->guide_id !=
                        ((WayRoadmapPhase *) g_ptr_array_index (roadmap->phases, i - 1))->guide_id;
      if (first)
        next = start;
      phase->early_finish_date = phase->late_finish_date = WAY_DATE_NONE;
      if (!date_by_blocks (phase, g_hash_table_lookup (starts, &phase->id), zone))
        {
          phase->start_date = MAX (next, phase->release_date);
          if (!phase->ongoing)
            {
              phase->early_finish_date = phase->start_date + MAX (1, phase->min_days) - 1;
              phase->late_finish_date = phase->start_date + MAX (1, phase->max_days) - 1;
            }
        }
      if (!phase->ongoing)
        {
          next = phase->late_finish_date + 1;
          roadmap->end_date = MAX (roadmap->end_date, phase->late_finish_date);
        }
    }
  return starts != NULL;
}

/* "P14D" after @start. The reader makes only P<n>D and P<n>M. */
static WayDate
apply_rule (WayDate start, const char *rule)
{
  int count = (int) g_ascii_strtoll (rule + 1, NULL, 10);

  return g_str_has_suffix (rule, "M") ? way_date_add_months (start, count) : start + count;
}

static char *
rule_text (const char *rule)
{
  int count = (int) g_ascii_strtoll (rule + 1, NULL, 10);

  if (g_str_has_suffix (rule, "M"))
    return g_strdup_printf (
        ngettext ("within %d month of the start", "within %d months of the start", count), count);
  return g_strdup_printf (
      ngettext ("within %d day of the start", "within %d days of the start", count), count);
}

static WayRoadmapPoint *
read_point (WayStatement *s, gboolean checklist)
{
  WayRoadmapPoint *point = g_new0 (WayRoadmapPoint, 1);

  point->checklist = checklist;
  point->planned_due_date = WAY_DATE_NONE;
  point->id = way_statement_int (s, 0);
  point->guide_id = way_statement_int (s, 1);
  point->title = g_strdup (way_statement_text (s, 2));
  point->done_date = way_statement_date (s, 4);
  point->uid = g_strdup (way_statement_text (s, 5));
  point->created_utc = way_statement_int (s, 6);
  return point;
}

static gboolean
load_checklist (WayStore *store, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT c.id, c.guide_id, c.title, c.due_rule, c.done_date, c.uid, c.created_utc, "
             "c.due_date "
             "FROM checklist_item c JOIN plan_guide f ON f.guide_id = c.guide_id "
             "ORDER BY c.guide_id, c.position");

  while (way_statement_step (s))
    {
      WayRoadmapPoint *point = read_point (s, TRUE);
      const char *rule = way_statement_text (s, 3);
      point->due_date = way_statement_date (s, 7);
      point->due_set = point->due_date != WAY_DATE_NONE;
      point->due_rule = point->due_set ? g_strdup (_ ("on the day you chose")) : rule_text (rule);
      if (!point->due_set)
        point->due_date = apply_rule (roadmap->start_date, rule);
      g_ptr_array_add (roadmap->points, point);
    }
  return way_statement_finish (s, error);
}

/* Milestones without a date of their own are spread evenly over the dated phases. */
static gboolean
load_milestones (WayStore *store, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT m.id, m.guide_id, m.title, m.due_date, m.done_date, m.uid, m.created_utc, "
             "row_number () OVER (PARTITION BY m.guide_id ORDER BY m.position), "
             "count (*) OVER (PARTITION BY m.guide_id) "
             "FROM milestone m JOIN plan_guide f ON f.guide_id = m.guide_id "
             "ORDER BY m.guide_id, m.position");
  int days = roadmap->end_date - roadmap->start_date;

  while (way_statement_step (s))
    {
      WayRoadmapPoint *point = read_point (s, FALSE);
      point->due_date = way_statement_date (s, 3);
      point->due_rule = g_strdup (_ ("on the day you chose"));
      point->due_set = point->due_date != WAY_DATE_NONE;
      if (!point->due_set)
        {
          gint64 ahead = days * way_statement_int (s, 7) / way_statement_int (s, 8);
          point->due_date = roadmap->start_date + (int) ahead;
          g_free (point->due_rule);
          point->due_rule = g_strdup (_ ("spread evenly over the dated phases"));
        }
      g_ptr_array_add (roadmap->points, point);
    }
  return way_statement_finish (s, error);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const WayRoadmapPoint *x = *(WayRoadmapPoint *const *) a, *y = *(WayRoadmapPoint *const *) b;

  if (x->due_date != y->due_date)
    return x->due_date - y->due_date;
  if (x->checklist != y->checklist)
    return x->checklist - y->checklist;
  return (x->id > y->id) - (x->id < y->id);
}

/* The start and zone of the plan; %FALSE without @error when there is none. */
static gboolean
load_plan (WayStore *store, WayDate *start, WayZone **zone, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT start_date, zone FROM plan");

  if (!way_statement_step (s))
    {
      way_statement_finish (s, error);
      return FALSE;
    }
  *start = (WayDate) way_statement_int (s, 0);
  *zone = way_zone_new (way_statement_text (s, 1), error);
  return *zone != NULL;
}

/* The plan is due on its target date, and blocks can be where the week has a window for study. */
static gboolean
find_slack (WayStore *store, WayRoadmap *roadmap, GError **error)
{
  g_autoptr (WayStatement) target = way_statement_new (store, "SELECT target_date FROM plan");
  g_autoptr (WayStatement) days =
      way_statement_new (store, "SELECT DISTINCT weekday FROM availability WHERE kinds & 1");
  WayDate due = way_statement_step (target) ? way_statement_date (target, 0) : WAY_DATE_NONE;
  guint weekdays = 0;

  while (way_statement_step (days))
    weekdays |= 1u << (way_statement_int (days, 0) - 1);
  way_critical_path_find (roadmap->phases, due, weekdays);
  return way_statement_finish (target, error) && way_statement_finish (days, error);
}

WayRoadmap *
way_roadmap_load (WayStore *store, GError **error)
{
  g_autoptr (WayRoadmap) roadmap = g_new0 (WayRoadmap, 1);
  g_autoptr (WayZone) zone = NULL;
  g_autoptr (GError) failure = NULL;
  WayDate start = 0;

  roadmap->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) phase_free);
  roadmap->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  roadmap->start_date = roadmap->end_date = roadmap->baseline_date = WAY_DATE_NONE;
  if (!load_plan (store, &start, &zone, &failure))
    {
      if (failure == NULL)
        return g_steal_pointer (&roadmap);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  roadmap->start_date = roadmap->end_date = start;
  if (!load_phases (store, roadmap, error) || !date_phases (store, roadmap, zone, start, error) ||
      !load_checklist (store, roadmap, error) || !load_milestones (store, roadmap, error) ||
      !find_slack (store, roadmap, error))
    return NULL;
  g_ptr_array_sort (roadmap->points, compare_points);
  return g_steal_pointer (&roadmap);
}

/* Runs @s, which changes one row, as the action @name. */
static gboolean
change_point (WayStore *store,
              WayStatement *s,
              const char *name,
              WayDate date,
              gint64 id,
              gint64 now_utc,
              GError **error)
{
  if (!way_store_begin (store, name, now_utc, error))
    return FALSE;
  if (way_statement_run (s, error, "ii", (gint64) date, id))
    {
      if (way_store_changes (store) == 1)
        return way_store_commit (store, error);
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This item is no longer there."));
    }
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_roadmap_set_due (WayStore *store,
                     gboolean checklist,
                     gint64 id,
                     WayDate date,
                     gint64 now_utc,
                     GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, checklist
                 ? "UPDATE checklist_item SET due_date = nullif (?1, -2147483648) WHERE id = ?2"
                 : "UPDATE milestone SET due_date = nullif (?1, -2147483648) WHERE id = ?2");
  const char *name = date == WAY_DATE_NONE ? _ ("Back to the Plan's Dates") : _ ("Set Due Date");

  return change_point (store, s, name, date, id, now_utc, error);
}

gboolean
way_roadmap_set_done (WayStore *store,
                      gboolean checklist,
                      gint64 id,
                      WayDate date,
                      gint64 now_utc,
                      GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, checklist
                 ? "UPDATE checklist_item SET done_date = nullif (?1, -2147483648) WHERE id = ?2"
                 : "UPDATE milestone SET done_date = nullif (?1, -2147483648) WHERE id = ?2");
  const char *name = date == WAY_DATE_NONE ? _ ("Mark as Open") : _ ("Mark as Done");

  return change_point (store, s, name, date, id, now_utc, error);
}

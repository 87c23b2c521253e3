/* What the checks look at, read from the store. */
#include "core/planner/settings.h"
#include "core/review/checks.h"
#include "core/roadmap/roadmap.h"
#include "core/store/statement.h"

#include <string.h>

void
way_check_facts_clear (WayCheckFacts *facts)
{
  g_clear_pointer (&facts->last_shipped, g_free);
  g_clear_pointer (&facts->bare_phases, g_ptr_array_unref);
}

static WayDate
read_day (WayStatement *s, int column, WayZone *zone)
{
  return way_statement_is_null (s, column)
             ? WAY_DATE_NONE
             : way_zone_to_local (zone, way_statement_int (s, column), NULL);
}

/* When the last block of each kind was done, and when the first open one at or behind @from_utc is: in one look at all
 * blocks, for there may be many. */
static gboolean
read_blocks (WayCheckFacts *f,
             WayStore *store,
             gint64 guide_id,
             WayZone *zone,
             gint64 from_utc,
             GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT kind, max (CASE WHEN state = 'done' THEN start_utc END), "
      "min (CASE WHEN state IN ('planned', 'started') AND start_utc >= ?2 THEN start_utc END) "
      "FROM block WHERE guide_id = ?1 GROUP BY kind");

  way_statement_bind (s, "ii", guide_id, from_utc);
  while (way_statement_step (s))
    {
      const char *kind = way_statement_text (s, 0);
      WayDate last = read_day (s, 1, zone), next = read_day (s, 2, zone);
      if (next != WAY_DATE_NONE)
        f->next_block_date =
            f->next_block_date == WAY_DATE_NONE ? next : MIN (f->next_block_date, next);
      if (g_str_equal (kind, "mock"))
        {
          f->last_mock_date = last;
          f->next_mock_date = next;
        }
      else if (g_str_equal (kind, "review"))
        {
          f->last_review_date = last;
          f->next_review_date = next;
        }
    }
  return way_statement_finish (s, error);
}

static gboolean
read_guide (WayCheckFacts *f, WayStore *store, gint64 guide_id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT mock_days, review_months, "
      "(SELECT count (*) FROM guide_item WHERE guide_id = g.id AND kind = 'role-emphasis'), "
      "(SELECT count (*) FROM guide_item WHERE guide_id = g.id AND kind = 'band'), "
      "(SELECT max (made_date) FROM artifact WHERE guide_id = g.id) FROM guide g WHERE id = ?1");

  way_statement_bind (s, "i", guide_id);
  while (way_statement_step (s))
    {
      f->mock_days = (int) way_statement_int (s, 0);
      f->review_months = (int) way_statement_int (s, 1);
      f->n_roles = (int) way_statement_int (s, 2);
      f->n_bands = (int) way_statement_int (s, 3);
      f->last_artifact_date = way_statement_date (s, 4);
    }
  return way_statement_finish (s, error);
}

/* A phase is behind when its gate is closed, or when it had blocks and all of them are over. */
static gboolean
read_phases (WayCheckFacts *f, WayStore *store, gint64 guide_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "WITH last AS (SELECT phase_id, max (end_utc) AS end_utc FROM block "
             "WHERE guide_id = ?1 GROUP BY phase_id) "
             "SELECT p.title FROM phase p LEFT JOIN last ON last.phase_id = p.id "
             "WHERE p.guide_id = ?1 AND p.ongoing = 0 "
             "AND NOT EXISTS (SELECT 1 FROM artifact a WHERE a.phase_id = p.id) "
             "AND (p.gate_closed_date IS NOT NULL OR last.end_utc <= ?2) ORDER BY p.position");

  f->bare_phases = g_ptr_array_new_with_free_func (g_free);
  way_statement_bind (s, "ii", guide_id, now_utc);
  while (way_statement_step (s))
    g_ptr_array_add (f->bare_phases, g_strdup (way_statement_text (s, 0)));
  return way_statement_finish (s, error);
}

static void
ship (WayCheckFacts *f, const char *title, WayDate date)
{
  if (date == WAY_DATE_NONE || date < f->last_shipped_date)
    return;
  f->last_shipped_date = date;
  g_free (f->last_shipped);
  f->last_shipped = g_strdup (title);
}

static void
add_point (WayCheckFacts *f, const WayRoadmapPoint *point)
{
  if (!point->checklist)
    {
      ship (f, point->title, point->done_date);
      return;
    }
  f->n_checklist++;
  if (point->done_date != WAY_DATE_NONE || point->due_date >= f->today)
    return;
  f->oldest_due_date = f->n_late == 0 ? point->due_date : MIN (f->oldest_due_date, point->due_date);
  f->n_late++;
}

static gboolean
read_roadmap (WayCheckFacts *f, WayStore *store, gint64 guide_id, GError **error)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, error);

  if (roadmap == NULL)
    return FALSE;
  f->start_date = roadmap->start_date;
  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      if (phase->guide_id == guide_id)
        ship (f, phase->title, phase->gate_closed_date);
    }
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      if (point->guide_id == guide_id)
        add_point (f, point);
    }
  return TRUE;
}

/* Days before the start of the plan are as free as days off. */
static void
add_settings (WayCheckFacts *f, const WayPlanSettings *settings)
{
  f->role_chosen = *settings->role != '\0';
  f->band_chosen = *settings->band != '\0';
  for (WayDate day = f->today; day < f->today + WAY_CHECK_BLOCKS_DAYS; day++)
    {
      gboolean off = day < settings->start_date ||
                     (settings->until_date != WAY_DATE_NONE && day > settings->until_date);
      for (guint i = 0; i < settings->days_off->len; i++)
        {
          const WayDaysOff *days = &g_array_index (settings->days_off, WayDaysOff, i);
          off = off || (days->from_date <= day && day <= days->to_date);
        }
      f->days_off += off;
    }
}

gboolean
way_check_facts_load (WayCheckFacts *f,
                      WayStore *store,
                      gint64 guide_id,
                      WayZone *zone,
                      gint64 now_utc,
                      GError **error)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, error);

  memset (f, 0, sizeof *f);
  f->today = way_zone_to_local (zone, now_utc, NULL);
  f->last_artifact_date = f->last_shipped_date = f->next_block_date = WAY_DATE_NONE;
  f->last_mock_date = f->next_mock_date = f->last_review_date = f->next_review_date = WAY_DATE_NONE;
  if (settings == NULL)
    return FALSE;
  add_settings (f, settings);
  gint64 from_utc = way_zone_to_utc (zone, f->today, 0);
  return read_guide (f, store, guide_id, error) && read_roadmap (f, store, guide_id, error) &&
         read_phases (f, store, guide_id, now_utc, error) &&
         read_blocks (f, store, guide_id, zone, from_utc, error);
}

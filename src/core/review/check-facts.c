/* What the checks look at, read from the store. */
#include "core/planner/settings.h"
#include "core/review/checks.h"
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

/* When the last mock interview and the last review were done. Not by max() alone: SQLite would go through the index of
 * starts for it, and from there to each row. */
static gboolean
read_done (WayCheckFacts *f, WayStore *store, gint64 guide_id, WayZone *zone, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT kind, max (start_utc) FROM block WHERE guide_id = ?1 AND "
                                "state = 'done' AND kind IN ('mock', 'review') GROUP BY kind");

  way_statement_bind (s, "i", guide_id);
  while (way_statement_step (s))
    if (g_str_equal (way_statement_text (s, 0), "mock"))
      f->last_mock_date = read_day (s, 1, zone);
    else
      f->last_review_date = read_day (s, 1, zone);
  return way_statement_finish (s, error);
}

/* The day of the first open block of @kind ("": any) at or behind @from_utc. */
static gboolean
read_next (WayDate *date,
           WayStore *store,
           gint64 guide_id,
           const char *kind,
           WayZone *zone,
           gint64 from_utc,
           GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT start_utc FROM block WHERE start_utc >= ?3 AND guide_id = ?1 AND "
             "state IN ('planned', 'started') AND (?2 = '' OR kind = ?2) "
             "ORDER BY start_utc LIMIT 1");

  way_statement_bind (s, "isi", guide_id, kind, from_utc);
  while (way_statement_step (s))
    *date = read_day (s, 0, zone);
  return way_statement_finish (s, error);
}

static gboolean
read_blocks (WayCheckFacts *f,
             WayStore *store,
             gint64 guide_id,
             WayZone *zone,
             gint64 from_utc,
             GError **error)
{
  return read_done (f, store, guide_id, zone, error) &&
         read_next (&f->next_block_date, store, guide_id, "", zone, from_utc, error) &&
         read_next (&f->next_mock_date, store, guide_id, "mock", zone, from_utc, error) &&
         read_next (&f->next_review_date, store, guide_id, "review", zone, from_utc, error);
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
is_behind (const WayRoadmapPhase *phase, gint64 now_utc)
{
  return phase->gate_closed_date != WAY_DATE_NONE ||
         (phase->blocks_end_utc > 0 && phase->blocks_end_utc <= now_utc);
}

static gboolean
read_phases (WayCheckFacts *f,
             WayStore *store,
             const WayRoadmap *roadmap,
             gint64 guide_id,
             gint64 now_utc,
             GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT 1 FROM artifact WHERE phase_id = ?1 LIMIT 1");

  f->bare_phases = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      if (phase->guide_id != guide_id || phase->ongoing || !is_behind (phase, now_utc))
        continue;
      way_statement_bind (s, "i", phase->id);
      if (!way_statement_step (s))
        g_ptr_array_add (f->bare_phases, g_strdup (phase->title));
    }
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

static void
add_roadmap (WayCheckFacts *f, const WayRoadmap *roadmap, gint64 guide_id)
{
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
                      const WayRoadmap *roadmap,
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
  add_roadmap (f, roadmap, guide_id);
  return read_guide (f, store, guide_id, error) &&
         read_phases (f, store, roadmap, guide_id, now_utc, error) &&
         read_blocks (f, store, guide_id, zone, from_utc, error);
}

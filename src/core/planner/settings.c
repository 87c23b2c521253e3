#include "core/planner/settings.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kind_words[] = { "study", "mock", "drill", "review" };
G_STATIC_ASSERT (G_N_ELEMENTS (kind_words) == WAY_BLOCK_N_KINDS);

const char *
way_block_kind_to_string (WayBlockKind kind)
{
  return kind_words[kind];
}

int
way_block_kind_from_string (const char *word)
{
  for (int kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    if (g_strcmp0 (word, kind_words[kind]) == 0)
      return kind;
  return -1;
}

static WayPlanSettings *
settings_alloc (void)
{
  WayPlanSettings *settings = g_new0 (WayPlanSettings, 1);

  settings->availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  settings->days_off = g_array_new (FALSE, FALSE, sizeof (WayDaysOff));
  settings->extra_hours = g_array_new (FALSE, FALSE, sizeof (WayExtraHours));
  return settings;
}

WayPlanSettings *
way_plan_settings_new (WayDate today, const char *zone)
{
  WayPlanSettings *settings = settings_alloc ();

  settings->zone = g_strdup (zone);
  settings->start_date = way_date_week_start (today) + 7;
  settings->until_date = WAY_DATE_NONE;
  settings->target_date = WAY_DATE_NONE;
  settings->weekly_minutes = 6 * 60;
  settings->block_minutes = 60;
  settings->break_minutes = 10;
  settings->daily_minutes = 120;
  settings->band = g_strdup ("");
  settings->role = g_strdup ("");
  for (int weekday = WAY_MONDAY; weekday <= 6; weekday++)
    {
      WayAvailability evening = { weekday, WAY_BLOCK_ALL_KINDS, 18 * 60 + 30, 21 * 60 + 30 };
      WayAvailability morning = { weekday, WAY_BLOCK_ALL_KINDS, 9 * 60, 13 * 60 };
      if (weekday < 6)
        g_array_append_val (settings->availability, evening);
      else
        g_array_append_val (settings->availability, morning);
    }
  return settings;
}

WayPlanSettings *
way_plan_settings_copy (const WayPlanSettings *settings)
{
  WayPlanSettings *copy = g_memdup2 (settings, sizeof *settings);

  copy->zone = g_strdup (settings->zone);
  copy->band = g_strdup (settings->band);
  copy->role = g_strdup (settings->role);
  copy->availability = g_array_copy (settings->availability);
  copy->days_off = g_array_copy (settings->days_off);
  copy->extra_hours = g_array_copy (settings->extra_hours);
  return copy;
}

void
way_plan_settings_free (WayPlanSettings *settings)
{
  if (settings == NULL)
    return;
  g_free (settings->zone);
  g_free (settings->band);
  g_free (settings->role);
  g_array_unref (settings->availability);
  g_array_unref (settings->days_off);
  g_array_unref (settings->extra_hours);
  g_free (settings);
}

static gboolean
load_ranges (WayStore *store, WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayStatement) windows =
      way_statement_new (store, "SELECT weekday, kinds, from_minute, to_minute, preferred "
                                "FROM availability "
                                "ORDER BY weekday, from_minute, to_minute, kinds, preferred");
  while (way_statement_step (windows))
    {
      WayAvailability it = { (int) way_statement_int (windows, 0),
                             (guint) way_statement_int (windows, 1),
                             (int) way_statement_int (windows, 2),
                             (int) way_statement_int (windows, 3),
                             way_statement_int (windows, 4) != 0 };
      g_array_append_val (settings->availability, it);
    }
  g_autoptr (WayStatement) off = way_statement_new (
      store, "SELECT from_date, to_date FROM day_off ORDER BY from_date, to_date");
  while (way_statement_step (off))
    {
      WayDaysOff it = { (WayDate) way_statement_int (off, 0),
                        (WayDate) way_statement_int (off, 1) };
      g_array_append_val (settings->days_off, it);
    }
  g_autoptr (WayStatement) extra =
      way_statement_new (store, "SELECT date, kinds, from_minute, to_minute FROM extra_hours "
                                "ORDER BY date, from_minute, to_minute, kinds");
  while (way_statement_step (extra))
    {
      WayExtraHours it = { (WayDate) way_statement_int (extra, 0),
                           (guint) way_statement_int (extra, 1), (int) way_statement_int (extra, 2),
                           (int) way_statement_int (extra, 3) };
      g_array_append_val (settings->extra_hours, it);
    }
  return way_statement_finish (windows, error) && way_statement_finish (off, error) &&
         way_statement_finish (extra, error);
}

WayPlanSettings *
way_plan_settings_load (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) plan = way_statement_new (
      store, "SELECT zone, start_date, until_date, weekly_minutes, block_minutes, break_minutes, "
             "buffer_minutes, daily_minutes, band, role, target_date, guide_minutes, days_in_row, "
             "range_end = 'low' FROM plan");

  if (!way_statement_step (plan))
    {
      way_statement_finish (plan, error);
      return NULL;
    }
  g_autoptr (WayPlanSettings) settings = settings_alloc ();
  settings->zone = g_strdup (way_statement_text (plan, 0));
  settings->start_date = (WayDate) way_statement_int (plan, 1);
  settings->until_date = way_statement_date (plan, 2);
  settings->weekly_minutes = (int) way_statement_int (plan, 3);
  settings->block_minutes = (int) way_statement_int (plan, 4);
  settings->break_minutes = (int) way_statement_int (plan, 5);
  settings->buffer_minutes = (int) way_statement_int (plan, 6);
  settings->daily_minutes = (int) way_statement_int (plan, 7);
  settings->band = g_strdup (way_statement_text (plan, 8));
  settings->role = g_strdup (way_statement_text (plan, 9));
  settings->target_date = way_statement_date (plan, 10);
  settings->guide_minutes = (int) way_statement_int (plan, 11);
  settings->days_in_row = (int) way_statement_int (plan, 12);
  settings->low_end = way_statement_int (plan, 13) != 0;
  if (!way_statement_finish (plan, error) || !load_ranges (store, settings, error))
    return NULL;
  return g_steal_pointer (&settings);
}

gboolean
way_plan_exists (WayStore *store)
{
  g_autoptr (WayStatement) plan = way_statement_new (store, "SELECT 1 FROM plan");

  return way_statement_step (plan);
}

static gboolean
same_array (const GArray *a, const GArray *b)
{
  gsize size = g_array_get_element_size ((GArray *) a);

  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * size) == 0);
}

static gboolean
same_settings (const WayPlanSettings *a, const WayPlanSettings *b)
{
  return g_str_equal (a->zone, b->zone) && a->start_date == b->start_date &&
         a->until_date == b->until_date && a->target_date == b->target_date &&
         a->weekly_minutes == b->weekly_minutes && a->guide_minutes == b->guide_minutes &&
         a->block_minutes == b->block_minutes && a->break_minutes == b->break_minutes &&
         a->buffer_minutes == b->buffer_minutes && a->daily_minutes == b->daily_minutes &&
         a->days_in_row == b->days_in_row && a->low_end == b->low_end &&
         g_str_equal (a->band, b->band) && g_str_equal (a->role, b->role) &&
         same_array (a->availability, b->availability) && same_array (a->days_off, b->days_off) &&
         same_array (a->extra_hours, b->extra_hours);
}

static gboolean
store_plan (WayStore *store, const WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayStatement) plan = way_statement_new (
      store,
      /* -2147483648 is WAY_DATE_NONE. */
      "INSERT INTO plan (id, zone, start_date, until_date, target_date, weekly_minutes, "
      "guide_minutes, block_minutes, break_minutes, buffer_minutes, daily_minutes, days_in_row, "
      "range_end, band, role) VALUES (1, ?1, ?2, nullif (?3, -2147483648), "
      "nullif (?4, -2147483648), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) "
      "ON CONFLICT (id) DO UPDATE SET zone = excluded.zone, start_date = excluded.start_date, "
      "until_date = excluded.until_date, target_date = excluded.target_date, "
      "weekly_minutes = excluded.weekly_minutes, guide_minutes = excluded.guide_minutes, "
      "block_minutes = excluded.block_minutes, break_minutes = excluded.break_minutes, "
      "buffer_minutes = excluded.buffer_minutes, daily_minutes = excluded.daily_minutes, "
      "days_in_row = excluded.days_in_row, range_end = excluded.range_end, "
      "band = excluded.band, role = excluded.role");

  return way_statement_run (plan, error, "siiiiiiiiiisss", settings->zone,
                            (gint64) settings->start_date, (gint64) settings->until_date,
                            (gint64) settings->target_date, (gint64) settings->weekly_minutes,
                            (gint64) settings->guide_minutes, (gint64) settings->block_minutes,
                            (gint64) settings->break_minutes, (gint64) settings->buffer_minutes,
                            (gint64) settings->daily_minutes, (gint64) settings->days_in_row,
                            settings->low_end ? "low" : "high", settings->band, settings->role);
}

static gboolean
store_ranges (WayStore *store, const WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayStatement) clear_windows = way_statement_new (store, "DELETE FROM availability");
  g_autoptr (WayStatement) clear_off = way_statement_new (store, "DELETE FROM day_off");
  g_autoptr (WayStatement) add_window =
      way_statement_new (store, "INSERT INTO availability (weekday, kinds, from_minute, to_minute, "
                                "preferred) VALUES (?1, ?2, ?3, ?4, ?5)");
  g_autoptr (WayStatement) add_off =
      way_statement_new (store, "INSERT INTO day_off (from_date, to_date) VALUES (?1, ?2)");
  g_autoptr (WayStatement) clear_extra = way_statement_new (store, "DELETE FROM extra_hours");
  g_autoptr (WayStatement) add_extra =
      way_statement_new (store, "INSERT INTO extra_hours (date, kinds, from_minute, to_minute) "
                                "VALUES (?1, ?2, ?3, ?4)");

  if (!way_statement_run (clear_windows, error, "") || !way_statement_run (clear_off, error, "") ||
      !way_statement_run (clear_extra, error, ""))
    return FALSE;
  for (guint i = 0; i < settings->availability->len; i++)
    {
      WayAvailability it = g_array_index (settings->availability, WayAvailability, i);
      if (!way_statement_run (add_window, error, "iiiii", (gint64) it.weekday, (gint64) it.kinds,
                              (gint64) it.from_minute, (gint64) it.to_minute,
                              (gint64) (it.preferred != 0)))
        return FALSE;
    }
  for (guint i = 0; i < settings->days_off->len; i++)
    {
      WayDaysOff it = g_array_index (settings->days_off, WayDaysOff, i);
      if (!way_statement_run (add_off, error, "ii", (gint64) it.from_date, (gint64) it.to_date))
        return FALSE;
    }
  for (guint i = 0; i < settings->extra_hours->len; i++)
    {
      WayExtraHours it = g_array_index (settings->extra_hours, WayExtraHours, i);
      if (!way_statement_run (add_extra, error, "iiii", (gint64) it.date, (gint64) it.kinds,
                              (gint64) it.from_minute, (gint64) it.to_minute))
        return FALSE;
    }
  return TRUE;
}

static int
first_difference (const int *differences, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (differences[i] != 0)
      return differences[i];
  return 0;
}

static int
compare_availability (gconstpointer a, gconstpointer b)
{
  const WayAvailability *x = a, *y = b;
  const int differences[] = { x->weekday - y->weekday, x->from_minute - y->from_minute,
                              x->to_minute - y->to_minute, (int) x->kinds - (int) y->kinds,
                              x->preferred - y->preferred };

  return first_difference (differences, G_N_ELEMENTS (differences));
}

static int
compare_days_off (gconstpointer a, gconstpointer b)
{
  const WayDaysOff *x = a, *y = b;

  return x->from_date != y->from_date ? x->from_date - y->from_date : x->to_date - y->to_date;
}

static int
compare_extra_hours (gconstpointer a, gconstpointer b)
{
  const WayExtraHours *x = a, *y = b;
  const int differences[] = { x->date - y->date, x->from_minute - y->from_minute,
                              x->to_minute - y->to_minute, (int) x->kinds - (int) y->kinds };

  return first_difference (differences, G_N_ELEMENTS (differences));
}

/* A start in the past is refused, but a plan that has begun keeps its start. */
static gboolean
check_start (const WayPlanSettings *settings,
             const WayPlanSettings *stored,
             gint64 now_utc,
             GError **error)
{
  g_autoptr (WayZone) zone = way_zone_new (settings->zone, NULL);
  WayDate today = way_zone_to_local (zone, now_utc, NULL);

  if (settings->start_date >= today ||
      (stored != NULL && stored->start_date == settings->start_date))
    return TRUE;
  g_autofree char *start = way_date_to_iso (settings->start_date);
  g_autofree char *now = way_date_to_iso (today);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("The start %s is in the past. Choose today (%s) or a later day."), start, now);
  return FALSE;
}

gboolean
way_plan_settings_save (WayStore *store,
                        const WayPlanSettings *given,
                        gint64 now_utc,
                        GError **error)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_copy (given);
  g_autoptr (GError) load_error = NULL;
  g_autoptr (WayPlanSettings) stored = way_plan_settings_load (store, &load_error);

  if (load_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&load_error));
      return FALSE;
    }
  if (settings->guide_minutes == 0)
    settings->guide_minutes = settings->weekly_minutes;
  /* The same hours in another order are the same hours. */
  g_array_sort (settings->availability, compare_availability);
  g_array_sort (settings->days_off, compare_days_off);
  g_array_sort (settings->extra_hours, compare_extra_hours);
  if (!way_plan_settings_validate (settings, error) ||
      !check_start (settings, stored, now_utc, error))
    return FALSE;
  if (stored != NULL && same_settings (stored, settings))
    return TRUE;
  if (!way_store_begin (store, _ ("Change Hours and Limits"), now_utc, error))
    return FALSE;
  if (!store_plan (store, settings, error) || !store_ranges (store, settings, error))
    {
      way_store_rollback (store);
      return FALSE;
    }
  return way_store_commit (store, error);
}

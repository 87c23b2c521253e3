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
  return settings;
}

WayPlanSettings *
way_plan_settings_new (WayDate today, const char *zone)
{
  WayPlanSettings *settings = settings_alloc ();

  settings->zone = g_strdup (zone);
  settings->start_date = way_date_week_start (today) + 7;
  settings->until_date = WAY_DATE_NONE;
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
  g_free (settings);
}

static gboolean
load_ranges (WayStore *store, WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayStatement) windows =
      way_statement_new (store, "SELECT weekday, kinds, from_minute, to_minute FROM availability "
                                "ORDER BY weekday, from_minute, to_minute, kinds");
  while (way_statement_step (windows))
    {
      WayAvailability it = { (int) way_statement_int (windows, 0),
                             (guint) way_statement_int (windows, 1),
                             (int) way_statement_int (windows, 2),
                             (int) way_statement_int (windows, 3) };
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
  return way_statement_finish (windows, error) && way_statement_finish (off, error);
}

WayPlanSettings *
way_plan_settings_load (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) plan = way_statement_new (
      store, "SELECT zone, start_date, until_date, weekly_minutes, block_minutes, break_minutes, "
             "buffer_minutes, daily_minutes, band, role FROM plan");

  if (!way_statement_step (plan))
    {
      way_statement_finish (plan, error);
      return NULL;
    }
  g_autoptr (WayPlanSettings) settings = settings_alloc ();
  settings->zone = g_strdup (way_statement_text (plan, 0));
  settings->start_date = (WayDate) way_statement_int (plan, 1);
  settings->until_date =
      way_statement_is_null (plan, 2) ? WAY_DATE_NONE : (WayDate) way_statement_int (plan, 2);
  settings->weekly_minutes = (int) way_statement_int (plan, 3);
  settings->block_minutes = (int) way_statement_int (plan, 4);
  settings->break_minutes = (int) way_statement_int (plan, 5);
  settings->buffer_minutes = (int) way_statement_int (plan, 6);
  settings->daily_minutes = (int) way_statement_int (plan, 7);
  settings->band = g_strdup (way_statement_text (plan, 8));
  settings->role = g_strdup (way_statement_text (plan, 9));
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
check_range (int value, int low, int high, const char *format, GError **error)
{
  if (value >= low && value <= high)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, format, value);
  return FALSE;
}

static gboolean
check_hours (int minutes, GError **error)
{
  if (minutes >= 30 && minutes <= 80 * 60)
    return TRUE;
  g_set_error (
      error, WAY_ERROR, WAY_ERROR_INVALID,
      minutes < 30
          ? _ ("%g hours a week is too little to plan with. Give between 0.5 and 80 hours.")
          : _ ("%g hours a week is more than a plan can hold. Give between 0.5 and 80 "
               "hours."),
      minutes / 60.0);
  return FALSE;
}

/* A window in which one block of @kind fits; study must have one. */
static gboolean
has_window (const WayPlanSettings *settings, WayBlockKind kind)
{
  for (guint i = 0; i < settings->availability->len; i++)
    {
      WayAvailability it = g_array_index (settings->availability, WayAvailability, i);
      int length = it.to_minute - it.from_minute + (it.to_minute > it.from_minute ? 0 : 1440);
      if ((it.kinds & (1u << kind)) != 0 && length >= settings->block_minutes)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_windows (const WayPlanSettings *settings, GError **error)
{
  for (guint i = 0; i < settings->availability->len; i++)
    {
      WayAvailability it = g_array_index (settings->availability, WayAvailability, i);
      if (it.weekday < 1 || it.weekday > 7 || it.kinds == 0 || it.kinds > WAY_BLOCK_ALL_KINDS ||
          it.from_minute < 0 || it.from_minute > 1439 || it.to_minute < 1 || it.to_minute > 1440)
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _ ("Window %u of the availability is not a stretch of a day."), i + 1);
          return FALSE;
        }
    }
  if (has_window (settings, WAY_BLOCK_STUDY))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_NO_ROOM,
               _ ("No free window of the week is long enough for a block of %d minutes. Add a "
                  "window, such as weekdays 18:30–21:30, or shorten the blocks."),
               settings->block_minutes);
  return FALSE;
}

gboolean
way_plan_settings_validate (const WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayZone) zone = way_zone_new (settings->zone, error);

  if (zone == NULL)
    return FALSE;
  if (settings->until_date != WAY_DATE_NONE && settings->until_date < settings->start_date)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("The plan would end before it starts. Choose a later end."));
      return FALSE;
    }
  return check_hours (settings->weekly_minutes, error) &&
         check_range (settings->block_minutes, 25, 180,
                      _ ("A block of %d minutes is out of range. Choose 25 to 180 minutes."),
                      error) &&
         check_range (settings->break_minutes, 0, 240,
                      _ ("A break of %d minutes is out of range. Choose 0 to 240 minutes."),
                      error) &&
         check_range (settings->buffer_minutes, 0, 240,
                      _ ("A buffer of %d minutes is out of range. Choose 0 to 240 minutes."),
                      error) &&
         check_range (settings->daily_minutes, settings->block_minutes, 1440,
                      _ ("A daily limit of %d minutes does not hold a single block. Raise it or "
                         "shorten the blocks."),
                      error) &&
         check_range (settings->weekly_minutes, settings->block_minutes, 80 * 60,
                      _ ("%d minutes a week do not hold a single block. Give more hours or shorten "
                         "the blocks."),
                      error) &&
         check_windows (settings, error);
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
         a->until_date == b->until_date && a->weekly_minutes == b->weekly_minutes &&
         a->block_minutes == b->block_minutes && a->break_minutes == b->break_minutes &&
         a->buffer_minutes == b->buffer_minutes && a->daily_minutes == b->daily_minutes &&
         g_str_equal (a->band, b->band) && g_str_equal (a->role, b->role) &&
         same_array (a->availability, b->availability) && same_array (a->days_off, b->days_off);
}

static gboolean
store_plan (WayStore *store, const WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayStatement) plan = way_statement_new (
      store,
      /* -2147483648 is WAY_DATE_NONE. */
      "INSERT INTO plan VALUES (1, ?1, ?2, nullif (?3, -2147483648), ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
      "ON CONFLICT (id) DO UPDATE SET zone = excluded.zone, start_date = excluded.start_date, "
      "until_date = excluded.until_date, weekly_minutes = excluded.weekly_minutes, "
      "block_minutes = excluded.block_minutes, break_minutes = excluded.break_minutes, "
      "buffer_minutes = excluded.buffer_minutes, daily_minutes = excluded.daily_minutes, "
      "band = excluded.band, role = excluded.role");

  return way_statement_run (plan, error, "siiiiiiiss", settings->zone,
                            (gint64) settings->start_date, (gint64) settings->until_date,
                            (gint64) settings->weekly_minutes, (gint64) settings->block_minutes,
                            (gint64) settings->break_minutes, (gint64) settings->buffer_minutes,
                            (gint64) settings->daily_minutes, settings->band, settings->role);
}

static gboolean
store_ranges (WayStore *store, const WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayStatement) clear_windows = way_statement_new (store, "DELETE FROM availability");
  g_autoptr (WayStatement) clear_off = way_statement_new (store, "DELETE FROM day_off");
  g_autoptr (WayStatement) add_window =
      way_statement_new (store, "INSERT INTO availability (weekday, kinds, from_minute, to_minute) "
                                "VALUES (?1, ?2, ?3, ?4)");
  g_autoptr (WayStatement) add_off =
      way_statement_new (store, "INSERT INTO day_off (from_date, to_date) VALUES (?1, ?2)");

  if (!way_statement_run (clear_windows, error, "") || !way_statement_run (clear_off, error, ""))
    return FALSE;
  for (guint i = 0; i < settings->availability->len; i++)
    {
      WayAvailability it = g_array_index (settings->availability, WayAvailability, i);
      if (!way_statement_run (add_window, error, "iiii", (gint64) it.weekday, (gint64) it.kinds,
                              (gint64) it.from_minute, (gint64) it.to_minute))
        return FALSE;
    }
  for (guint i = 0; i < settings->days_off->len; i++)
    {
      WayDaysOff it = g_array_index (settings->days_off, WayDaysOff, i);
      if (!way_statement_run (add_off, error, "ii", (gint64) it.from_date, (gint64) it.to_date))
        return FALSE;
    }
  return TRUE;
}

static int
compare_availability (gconstpointer a, gconstpointer b)
{
  const WayAvailability *x = a, *y = b;
  const int differences[] = { x->weekday - y->weekday, x->from_minute - y->from_minute,
                              x->to_minute - y->to_minute, (int) x->kinds - (int) y->kinds };

  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i] != 0)
      return differences[i];
  return 0;
}

static int
compare_days_off (gconstpointer a, gconstpointer b)
{
  const WayDaysOff *x = a, *y = b;

  return x->from_date != y->from_date ? x->from_date - y->from_date : x->to_date - y->to_date;
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
                        const WayPlanSettings *settings,
                        gint64 now_utc,
                        GError **error)
{
  g_autoptr (GError) load_error = NULL;
  g_autoptr (WayPlanSettings) stored = way_plan_settings_load (store, &load_error);

  if (load_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&load_error));
      return FALSE;
    }
  /* The same hours in another order are the same hours. */
  g_array_sort (settings->availability, compare_availability);
  g_array_sort (settings->days_off, compare_days_off);
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

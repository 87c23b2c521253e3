/* The options that say how to plan. */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/planner/availability.h"

#include <glib/gi18n.h>
#include <math.h>

void
way_cli_settings_clear (WayCliSettings *o)
{
  g_free (o->start);
  g_free (o->until);
  g_free (o->target);
  g_free (o->hours);
  g_free (o->guide_hours);
  g_free (o->daily);
  g_free (o->range);
  g_free (o->band);
  g_free (o->role);
  g_free (o->zone);
  g_strfreev (o->windows);
  g_strfreev (o->days_off);
  g_strfreev (o->extra_hours);
}

GOptionEntry *
way_cli_settings_entries (WayCliSettings *o, const GOptionEntry *more)
{
  const GOptionEntry entries[] = {
    { "start", 0, 0, G_OPTION_ARG_STRING, &o->start, N_ ("First day"), "DATE" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &o->until, N_ ("Last day, or none"), "DATE" },
    { "target", 0, 0, G_OPTION_ARG_STRING, &o->target,
      N_ ("Day by which all phases are due; none: as early as the hours promise"), "DATE" },
    { "hours", 0, 0, G_OPTION_ARG_STRING, &o->hours, N_ ("Hours a week"), "N" },
    { "guide-hours", 0, 0, G_OPTION_ARG_STRING, &o->guide_hours,
      N_ ("Hours of work that a week of the guide stands for"), "N" },
    { "daily", 0, 0, G_OPTION_ARG_STRING, &o->daily, N_ ("Hours a day, at most"), "N" },
    { "block", 0, 0, G_OPTION_ARG_INT, &o->block_minutes, N_ ("Length of a block"), "MINUTES" },
    { "break", 0, 0, G_OPTION_ARG_INT, &o->break_minutes, N_ ("Between two blocks"), "MINUTES" },
    { "buffer", 0, 0, G_OPTION_ARG_INT, &o->buffer_minutes, N_ ("Around busy time"), "MINUTES" },
    { "days-in-row", 0, 0, G_OPTION_ARG_INT, &o->days_in_row,
      N_ ("Days with blocks in a row, at most; 0: no limit"), "N" },
    { "range", 0, 0, G_OPTION_ARG_STRING, &o->range,
      N_ ("End of the guide’s ranges that is planned"), "low|high" },
    { "band", 0, 0, G_OPTION_ARG_STRING, &o->band, N_ ("Experience band, as “3-5”"), "BAND" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &o->role, N_ ("Target role, as “backend”"), "ROLE" },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &o->zone, N_ ("Time zone, as Europe/Berlin"), "ZONE" },
    { "window", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o->windows,
      N_ ("Time for blocks, as “mon-fri 18:30-21:30”, with kinds and “preferred” behind; may be "
          "repeated"),
      "DAYS TIMES" },
    { "day-off", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o->days_off,
      N_ ("Days without blocks; may be repeated"), "FROM..TO" },
    { "extra", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o->extra_hours,
      N_ ("Time for blocks on one day, also on a day off; may be repeated"), "DATE TIMES" },
  };
  gsize n = 0;

  while (more[n].long_name != NULL)
    n++;
  GOptionEntry *all = g_new0 (GOptionEntry, n + G_N_ELEMENTS (entries) + 1);
  memcpy (all, more, n * sizeof *all);
  memcpy (all + n, entries, sizeof entries);
  return all;
}

/* @text: hours, or %NULL to leave @minutes alone. */
static gboolean
set_hours (int *minutes, const char *text, GError **error)
{
  char *end = NULL;
  double hours = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (text == NULL)
    return TRUE;
  if (end == text || *end != '\0' || !isfinite (hours) || fabs (hours) > 10000)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is not a number of hours. Write it as 6 or 7.5."), text);
      return FALSE;
    }
  *minutes = (int) lround (hours * 60);
  return TRUE;
}

/* "none" takes an end back. */
static gboolean
set_end (WayDate *date, const char *text, WayDate today, GError **error)
{
  if (g_strcmp0 (text, "none") == 0)
    *date = WAY_DATE_NONE;
  else if (text != NULL)
    return way_date_parse (text, today, date, error);
  return TRUE;
}

static gboolean
set_range (WayPlanSettings *settings, const char *text, GError **error)
{
  settings->low_end = text != NULL ? g_str_equal (text, "low") : settings->low_end;
  if (text == NULL || g_str_equal (text, "low") || g_str_equal (text, "high"))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is not an end of a range. Give low or high."), text);
  return FALSE;
}

static gboolean
set_dates (WayPlanSettings *settings, const WayCliSettings *o, WayDate today, GError **error)
{
  return (o->start == NULL || way_date_parse (o->start, today, &settings->start_date, error)) &&
         set_end (&settings->until_date, o->until, today, error) &&
         set_end (&settings->target_date, o->target, today, error);
}

static gboolean
set_days (WayPlanSettings *settings, const WayCliSettings *o, WayDate today, GError **error)
{
  if (o->windows != NULL)
    g_array_set_size (settings->availability, 0);
  for (char **window = o->windows; window != NULL && *window != NULL; window++)
    if (!way_cli_parse_window (*window, settings->availability, error))
      return FALSE;
  if (o->days_off != NULL)
    g_array_set_size (settings->days_off, 0);
  for (char **days = o->days_off; days != NULL && *days != NULL; days++)
    if (!way_availability_parse_days_off (*days, today, settings->days_off, error))
      return FALSE;
  if (o->extra_hours != NULL)
    g_array_set_size (settings->extra_hours, 0);
  for (char **day = o->extra_hours; day != NULL && *day != NULL; day++)
    if (!way_availability_parse_extra_hours (*day, today, settings->extra_hours, error))
      return FALSE;
  return TRUE;
}

static void
set_text (char **to, const char *from)
{
  if (from == NULL)
    return;
  g_free (*to);
  *to = g_strdup (from);
}

/* The stored settings, or the defaults, with what the options say on top. */
WayPlanSettings *
way_cli_settings_make (WayCli *cli, const WayCliSettings *o, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (cli->store, &failure);
  WayDate today = way_cli_today (cli);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (settings == NULL)
    {
      g_autofree char *local = way_zone_local_id ();
      settings = way_plan_settings_new (today, local);
    }
  set_text (&settings->zone, o->zone);
  set_text (&settings->band, o->band);
  set_text (&settings->role, o->role);
  if (o->block_minutes != 0)
    settings->block_minutes = o->block_minutes;
  if (o->break_minutes >= 0)
    settings->break_minutes = o->break_minutes;
  if (o->buffer_minutes >= 0)
    settings->buffer_minutes = o->buffer_minutes;
  if (o->days_in_row >= 0)
    settings->days_in_row = o->days_in_row;
  if (!set_dates (settings, o, today, error) || !set_days (settings, o, today, error) ||
      !set_range (settings, o->range, error) ||
      !set_hours (&settings->weekly_minutes, o->hours, error) ||
      !set_hours (&settings->guide_minutes, o->guide_hours, error) ||
      !set_hours (&settings->daily_minutes, o->daily, error))
    return NULL;
  return g_steal_pointer (&settings);
}

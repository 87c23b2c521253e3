#include "core/planner/availability.h"

GArray *
way_availability_buffered (const GArray *busy, int buffer_minutes)
{
  GArray *wide = way_interval_set_new ();
  gint64 buffer = (gint64) buffer_minutes * 60;

  for (guint i = 0; i < busy->len; i++)
    {
      WayInterval it = g_array_index (busy, WayInterval, i);
      way_interval_set_add (wide, it.start_utc - buffer, it.end_utc + buffer);
    }
  way_interval_set_normalize (wide);
  return wide;
}

static gboolean
is_off (const GArray *days_off, WayDate date)
{
  for (guint i = 0; i < days_off->len; i++)
    {
      WayDaysOff off = g_array_index (days_off, WayDaysOff, i);
      if (date >= off.from_date && date <= off.to_date)
        return TRUE;
    }
  return FALSE;
}

/* The availability of one day as a normal set. */
static void
open_day (const GArray *availability, WayBlockKind kind, WayZone *zone, WayDate date, GArray *open)
{
  int weekday = way_date_weekday (date);

  g_array_set_size (open, 0);
  for (guint i = 0; i < availability->len; i++)
    {
      WayAvailability it = g_array_index (availability, WayAvailability, i);
      if (it.weekday != weekday || (it.kinds & (1u << kind)) == 0)
        continue;
      int to_minute = it.to_minute > it.from_minute ? it.to_minute : it.to_minute + 1440;
      way_interval_set_add (open, way_zone_to_utc (zone, date, it.from_minute),
                            way_zone_to_utc (zone, date, to_minute));
    }
  way_interval_set_normalize (open);
}

/* Appends the parts of @open that @taken leaves. @at moves along @taken from day to day, so that
 * all days together walk it once. */
static void
add_free (GArray *windows, const GArray *open, const GArray *taken, guint *at, WayDate date)
{
  for (guint i = 0; i < open->len; i++)
    {
      WayInterval it = g_array_index (open, WayInterval, i);
      gint64 start = it.start_utc;

      /* A window that crossed midnight yesterday may reach into this one. */
      if (windows->len > 0)
        start = MAX (start, g_array_index (windows, WayWindow, windows->len - 1).end_utc);
      while (*at < taken->len && g_array_index (taken, WayInterval, *at).end_utc <= start)
        (*at)++;
      for (guint k = *at; start < it.end_utc; k++)
        {
          WayInterval block = { G_MAXINT64, G_MAXINT64 };
          if (k < taken->len)
            block = g_array_index (taken, WayInterval, k);
          WayWindow window = { start, MIN (it.end_utc, block.start_utc), date };
          if (window.start_utc < window.end_utc)
            g_array_append_val (windows, window);
          start = MAX (start, block.end_utc);
        }
    }
}

GArray *
way_availability_windows (const GArray *availability,
                          const GArray *days_off,
                          WayBlockKind kind,
                          WayZone *zone,
                          WayDate from_date,
                          WayDate to_date,
                          const GArray *taken)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (WayWindow));
  g_autoptr (GArray) open = way_interval_set_new ();
  guint at = 0;

  for (WayDate date = from_date; date <= to_date; date++)
    {
      if (is_off (days_off, date))
        continue;
      open_day (availability, kind, zone, date, open);
      add_free (windows, open, taken, &at, date);
    }
  return windows;
}

#include "core/planner/day-axis.h"

#define DAY_MINUTES 1440

/* A stretch of the wall clock that comes twice on some day: it stands behind @wall once more. */
typedef struct
{
  int wall; /* minute of the day at which the clock is put back */
  int length;
} Repeat;

typedef struct
{
  gint64 start_utc, end_utc;
  gint64 back_utc;   /* when the clock is put back; G_MAXINT64: it is not */
  Repeat repeat;     /* what comes twice then */
  WayDayGap skipped; /* of the wall clock; empty: nothing is */
  GArray *gaps;      /* of WayDayGap, on the axis */
} Day;

struct _WayDayAxis
{
  WayZone *zone;
  GArray *days;    /* of Day */
  GArray *repeats; /* of Repeat, by wall */
};

static void
clear_day (Day *day)
{
  g_clear_pointer (&day->gaps, g_array_unref);
}

/* The first instant in (from, to] with another offset than @from has. */
static gint64
find_change (WayZone *zone, gint64 from, gint64 to)
{
  int offset = way_zone_offset_at (zone, from);

  while (to - from > 1)
    {
      gint64 middle = from + (to - from) / 2;
      if (way_zone_offset_at (zone, middle) == offset)
        from = middle;
      else
        to = middle;
    }
  return to;
}

static void
look_at_day (WayZone *zone, WayDate date, Day *day)
{
  int first, last;

  *day = (Day) { .start_utc = way_zone_to_utc (zone, date, 0),
                 .end_utc = way_zone_to_utc (zone, date + 1, 0),
                 .back_utc = G_MAXINT64 };
  /* A clock that is put forward at midnight: the day begins later. */
  if (way_zone_to_local (zone, day->start_utc, &first) == date && first > 0)
    day->skipped = (WayDayGap) { 0, first };
  /* Or to midnight: it ends earlier. */
  if (way_zone_to_local (zone, day->end_utc - 60, &last) == date && last + 1 < DAY_MINUTES)
    day->skipped = (WayDayGap) { last + 1, DAY_MINUTES };
  int shift =
      way_zone_offset_at (zone, day->end_utc - 1) - way_zone_offset_at (zone, day->start_utc);
  if (shift == 0)
    return;
  gint64 change = find_change (zone, day->start_utc, day->end_utc - 1);
  int before = (int) ((change + way_zone_offset_at (zone, day->start_utc)) / 60 -
                      (gint64) date * DAY_MINUTES);
  if (shift > 0)
    day->skipped = (WayDayGap) { before, before + shift / 60 };
  else
    {
      day->back_utc = change;
      day->repeat = (Repeat) { before, -shift / 60 };
    }
}

static void
add_repeat (WayDayAxis *axis, Repeat repeat)
{
  guint at = 0;

  for (; at < axis->repeats->len; at++)
    {
      Repeat it = g_array_index (axis->repeats, Repeat, at);
      if (it.wall == repeat.wall && it.length == repeat.length)
        return;
      if (it.wall > repeat.wall)
        break;
    }
  g_array_insert_val (axis->repeats, at, repeat);
}

static gboolean
is_own (const Day *day, const Repeat *repeat)
{
  return day->back_utc != G_MAXINT64 && day->repeat.wall == repeat->wall &&
         day->repeat.length == repeat->length;
}

/* Where @wall minutes of the wall clock are on the axis; behind every repeat that begins there. */
static int
place (const WayDayAxis *axis, int wall)
{
  int minute = wall;

  for (guint i = 0; i < axis->repeats->len; i++)
    {
      const Repeat *it = &g_array_index (axis->repeats, Repeat, i);
      minute += wall >= it->wall ? it->length : 0;
    }
  return minute;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  return ((const WayDayGap *) a)->from - ((const WayDayGap *) b)->from;
}

static void
add_gaps (const WayDayAxis *axis, Day *day)
{
  int added = 0;

  day->gaps = g_array_new (FALSE, FALSE, sizeof (WayDayGap));
  for (guint i = 0; i < axis->repeats->len; i++)
    {
      const Repeat *it = &g_array_index (axis->repeats, Repeat, i);
      WayDayGap gap = { it->wall + added, it->wall + added + it->length };
      if (!is_own (day, it))
        g_array_append_val (day->gaps, gap);
      added += it->length;
    }
  if (day->skipped.to > day->skipped.from)
    {
      WayDayGap gap = { place (axis, day->skipped.from), place (axis, day->skipped.to) };
      g_array_append_val (day->gaps, gap);
    }
  g_array_sort (day->gaps, compare_gaps);
}

WayDayAxis *
way_day_axis_new (WayZone *zone, WayDate first_date, int n_days)
{
  WayDayAxis *axis = g_new0 (WayDayAxis, 1);

  axis->zone = zone;
  axis->days = g_array_new (FALSE, TRUE, sizeof (Day));
  axis->repeats = g_array_new (FALSE, FALSE, sizeof (Repeat));
  g_array_set_clear_func (axis->days, (GDestroyNotify) clear_day);
  for (int i = 0; i < n_days; i++)
    {
      Day day;
      look_at_day (zone, first_date + i, &day);
      g_array_append_val (axis->days, day);
      if (day.back_utc != G_MAXINT64)
        add_repeat (axis, day.repeat);
    }
  for (guint i = 0; i < axis->days->len; i++)
    add_gaps (axis, &g_array_index (axis->days, Day, i));
  return axis;
}

void
way_day_axis_free (WayDayAxis *axis)
{
  if (axis == NULL)
    return;
  g_array_unref (axis->days);
  g_array_unref (axis->repeats);
  g_free (axis);
}

int
way_day_axis_length (const WayDayAxis *axis)
{
  return place (axis, DAY_MINUTES);
}

gint64
way_day_axis_start (const WayDayAxis *axis, int day)
{
  return g_array_index (axis->days, Day, day).start_utc;
}

gint64
way_day_axis_end (const WayDayAxis *axis, int day)
{
  return g_array_index (axis->days, Day, day).end_utc;
}

int
way_day_axis_day (const WayDayAxis *axis, gint64 utc)
{
  int day = -1;

  while (day < (int) axis->days->len && (day < 0 || utc >= way_day_axis_end (axis, day)))
    if (day < 0 && utc < way_day_axis_start (axis, 0))
      return -1;
    else
      day++;
  return day;
}

/* The day's own repeat is stretched out: what comes first is before it, what comes again is in it. */
static double
minute_in_day (const WayDayAxis *axis, const Day *it, gint64 utc)
{
  double wall = (double) (utc - it->start_utc) / 60;
  int added = 0;

  if (it->skipped.to > it->skipped.from && wall >= it->skipped.from)
    wall += it->skipped.to - it->skipped.from;
  if (utc >= it->back_utc)
    wall -= it->repeat.length;
  for (guint i = 0; i < axis->repeats->len; i++)
    {
      const Repeat *repeat = &g_array_index (axis->repeats, Repeat, i);
      if (is_own (it, repeat) ? utc >= it->back_utc : wall >= repeat->wall)
        added += repeat->length;
    }
  return wall + added;
}

double
way_day_axis_minute (const WayDayAxis *axis, int day, gint64 utc)
{
  const Day *it = &g_array_index (axis->days, Day, day);

  if (utc <= it->start_utc)
    return minute_in_day (axis, it, it->start_utc);
  /* The last second stands for the end, so that what lies behind it is not counted in. */
  if (utc >= it->end_utc)
    return minute_in_day (axis, it, it->end_utc - 1) + 1.0 / 60;
  return minute_in_day (axis, it, utc);
}

gint64
way_day_axis_utc (const WayDayAxis *axis, int day, double minute)
{
  const Day *it = &g_array_index (axis->days, Day, day);
  double left_out = 0;

  for (guint i = 0; i < it->gaps->len; i++)
    {
      WayDayGap gap = g_array_index (it->gaps, WayDayGap, i);
      if (minute > gap.from)
        left_out += MIN (minute, gap.to) - gap.from;
    }
  gint64 utc = it->start_utc + (gint64) ((minute - left_out) * 60 + 0.5);
  return CLAMP (utc, it->start_utc, it->end_utc);
}

int
way_day_axis_wall (const WayDayAxis *axis, int minute, gboolean *again)
{
  int added = 0;

  *again = FALSE;
  for (guint i = 0; i < axis->repeats->len; i++)
    {
      const Repeat *it = &g_array_index (axis->repeats, Repeat, i);
      if (minute - added < it->wall)
        break;
      added += it->length;
      *again = minute - added < it->wall;
    }
  return minute - added;
}

const GArray *
way_day_axis_gaps (const WayDayAxis *axis, int day)
{
  return g_array_index (axis->days, Day, day).gaps;
}

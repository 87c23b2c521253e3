/* Each weekday has two days of minutes, because its windows may reach into the next day: so a window that crosses
 * midnight stays one, and two that only meet there stay two. A minute is a byte: the kinds it is free for, and above
 * them the kinds it is preferred for; those are always among the former. What is past midnight is always reached from
 * before midnight without a gap, and belongs to the next day as soon as it is not. */
#include "core/planner/week.h"

#include <string.h>

#define DAY             1440
#define KINDS           ((guint8) WAY_BLOCK_ALL_KINDS)
#define PREFERRED(v)    ((guint8) ((v) >> WAY_BLOCK_N_KINDS))
#define AS_PREFERRED(v) ((guint8) ((v) << WAY_BLOCK_N_KINDS))

G_STATIC_ASSERT (2 * WAY_BLOCK_N_KINDS <= 8);

struct _WayWeek
{
  guint8 days[7][2 * DAY]; /* by weekday - 1 */
};

WayWeek *
way_week_new (const GArray *availability)
{
  WayWeek *week = g_new0 (WayWeek, 1);

  for (guint i = 0; i < availability->len; i++)
    {
      WayAvailability it = g_array_index (availability, WayAvailability, i);
      int to = it.to_minute > it.from_minute ? it.to_minute : it.to_minute + DAY;
      guint8 value = (guint8) (it.kinds | (it.preferred ? AS_PREFERRED (it.kinds) : 0u));
      for (int minute = it.from_minute; minute < to; minute++)
        week->days[it.weekday - 1][minute] |= value;
    }
  return week;
}

void
way_week_free (WayWeek *week)
{
  g_free (week);
}

static guint8
value_at (const WayWeek *week, int weekday, int minute)
{
  return week->days[weekday - 1][minute] | week->days[(weekday + 5) % 7][DAY + minute];
}

guint
way_week_kinds (const WayWeek *week, int weekday, int minute)
{
  return value_at (week, weekday, minute) & KINDS;
}

guint
way_week_preferred (const WayWeek *week, int weekday, int minute)
{
  return PREFERRED (value_at (week, weekday, minute));
}

int
way_week_minutes (const WayWeek *week, guint kinds)
{
  int minutes = 0;

  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    for (int minute = 0; minute < DAY; minute++)
      minutes += (way_week_kinds (week, weekday, minute) & kinds) != 0;
  return minutes;
}

gboolean
way_week_has (const WayWeek *week, const WayWeekStroke *stroke)
{
  guint wanted = stroke->kinds;

  if (stroke->change == WAY_WEEK_PREFERRED)
    wanted |= AS_PREFERRED (stroke->kinds);
  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    for (int minute = stroke->from_minute;
         (stroke->weekdays & (1u << weekday)) != 0 && minute < stroke->to_minute; minute++)
      if ((value_at (week, weekday, minute) & wanted) != wanted)
        return FALSE;
  return TRUE;
}

/* Adds @wanted to a minute. Where a window of the day before reaches up to here, it goes on: the two would not be one
 * stretch otherwise. It ends before it is a day long. */
static void
add_minute (guint8 *day, guint8 *before, int minute, guint8 wanted)
{
  guint8 *late = before + DAY + minute;
  guint8 missing = wanted & (guint8) ~*late;
  guint8 taken = (before[minute] | before[minute + 1]) & KINDS;
  guint8 reached = minute > 0 ? late[-1] & (guint8) ~(taken | AS_PREFERRED (taken)) : 0;
  guint8 here = missing & (guint8) ~reached;

  *late |= missing & reached;
  day[minute] |= here | PREFERRED (here);
}

static void
take_minute (guint8 *day, guint8 *before, int minute, guint8 unwanted)
{
  day[minute] &= (guint8) ~unwanted;
  before[DAY + minute] &= (guint8) ~unwanted;
}

static void
paint_day (WayWeek *week, int weekday, const WayWeekStroke *stroke)
{
  guint8 *day = week->days[weekday - 1], *before = week->days[(weekday + 5) % 7];
  guint8 kinds = (guint8) stroke->kinds, preferred = AS_PREFERRED (kinds);

  for (int minute = stroke->from_minute; minute < stroke->to_minute; minute++)
    switch (stroke->change)
      {
      case WAY_WEEK_FREE:
        add_minute (day, before, minute, kinds);
        break;
      case WAY_WEEK_PREFERRED:
        add_minute (day, before, minute, kinds | preferred);
        break;
      case WAY_WEEK_NOT_PREFERRED:
        take_minute (day, before, minute, preferred);
        break;
      case WAY_WEEK_CLEAR:
      default:
        take_minute (day, before, minute, kinds | preferred);
        break;
      }
}

/* What is no longer reached from before midnight is of the next day. */
static void
settle_day (WayWeek *week, int weekday)
{
  guint8 *day = week->days[weekday - 1], *next = week->days[weekday % 7];
  guint8 reached = day[DAY - 1];

  for (int minute = 0; minute < DAY; minute++)
    {
      guint8 *late = day + DAY + minute;
      reached &= *late;
      guint8 moved = *late & (guint8) ~reached;
      next[minute] |= moved | PREFERRED (moved);
      *late = reached;
    }
}

/* Appends a stretch. One that is longer than a window can be is two that overlap: a window of a whole day can be
 * written only from midnight. */
static void
append_window (GArray *windows, int weekday, int from, int to, guint kinds, gboolean preferred)
{
  int most = from == 0 || from == DAY - 1 ? DAY : DAY - 1;
  int length = MIN (to - from, most);
  WayAvailability it = { weekday, kinds, from, (from + length - 1) % DAY + 1, preferred };

  if (kinds == 0)
    return;
  g_array_append_val (windows, it);
  if (to - from > most)
    append_window (windows, weekday, MIN (to - DAY + 1, DAY - 1), to, kinds, preferred);
}

/* Stretches in which nothing changes, one after the other. %FALSE: one would begin after midnight. */
static gboolean
append_parts (GArray *windows, const guint8 *day, int weekday, int from, int to)
{
  for (int end; from < to; from = end)
    {
      guint8 value = day[from];
      for (end = from + 1; end < to && day[end] == value;)
        end++;
      if (from >= DAY)
        return FALSE;
      append_window (windows, weekday, from, end, value & KINDS & ~(guint) PREFERRED (value),
                     FALSE);
      append_window (windows, weekday, from, end, PREFERRED (value), TRUE);
    }
  return TRUE;
}

/* The windows of a kind, put to those of the same times. */
static void
append_layer (GArray *windows, const WayAvailability *layer)
{
  for (guint i = 0; i < windows->len; i++)
    {
      WayAvailability *it = &g_array_index (windows, WayAvailability, i);
      if (it->from_minute == layer->from_minute && it->to_minute == layer->to_minute &&
          it->preferred == layer->preferred)
        {
          it->kinds |= layer->kinds;
          return;
        }
    }
  g_array_append_val (windows, *layer);
}

/* Stretches of each kind, whatever else happens meanwhile; the preferred part of one lies on top of it. */
static void
append_layers (GArray *windows, const guint8 *day, int weekday, int from, int to)
{
  g_autoptr (GArray) layer = g_array_new (FALSE, FALSE, sizeof (WayAvailability));

  for (guint bit = 0; bit < 2 * WAY_BLOCK_N_KINDS; bit++)
    for (int start = from, end; start < to; start = end + 1)
      {
        gboolean preferred = bit >= WAY_BLOCK_N_KINDS, all_preferred = TRUE;
        guint kind = bit % WAY_BLOCK_N_KINDS;
        for (end = start; end < to && (day[end] & (1u << bit)) != 0; end++)
          all_preferred = all_preferred && (PREFERRED (day[end]) & (1u << kind)) != 0;
        if (end > start && (preferred || !all_preferred))
          append_window (layer, weekday, start, end, 1u << kind, preferred);
      }
  for (guint i = 0; i < layer->len; i++)
    append_layer (windows, &g_array_index (layer, WayAvailability, i));
}

/* The way that takes fewer windows; at the same number the one in which no hour is named twice. */
static void
append_stretch (GArray *windows, const guint8 *day, int weekday, int from, int to)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  gboolean can = append_parts (parts, day, weekday, from, to);

  append_layers (layers, day, weekday, from, to);
  GArray *shorter = can && parts->len <= layers->len ? parts : layers;
  g_array_append_vals (windows, shorter->data, shorter->len);
}

static int
compare_start (gconstpointer a, gconstpointer b)
{
  const WayAvailability *x = a, *y = b;

  return x->from_minute != y->from_minute ? x->from_minute - y->from_minute
                                          : x->to_minute - y->to_minute;
}

static GArray *
windows_of (const guint8 *day, int weekday)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (WayAvailability));

  for (int from = 0, to; from < DAY; from = to + 1)
    {
      for (to = from; to < 2 * DAY && day[to] != 0;)
        to++;
      if (to > from)
        append_stretch (windows, day, weekday, from, to);
    }
  g_array_sort (windows, compare_start);
  return windows;
}

void
way_week_paint (GArray *availability, const WayWeekStroke *stroke)
{
  g_autoptr (WayWeek) before = way_week_new (availability);
  g_autoptr (WayWeek) week = way_week_new (availability);

  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    if ((stroke->weekdays & (1u << weekday)) != 0)
      paint_day (week, weekday, stroke);
  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    settle_day (week, weekday);
  for (int i = 0; i < 7; i++)
    if (memcmp (week->days[i], before->days[i], sizeof week->days[i]) != 0)
      {
        g_autoptr (GArray) windows = windows_of (week->days[i], i + 1);
        way_week_put_day (availability, i + 1, windows);
      }
}

void
way_week_put_day (GArray *availability, int weekday, const GArray *windows)
{
  for (guint i = availability->len; i > 0; i--)
    if (g_array_index (availability, WayAvailability, i - 1).weekday == weekday)
      g_array_remove_index (availability, i - 1);
  for (guint i = 0; i < windows->len; i++)
    {
      WayAvailability it = g_array_index (windows, WayAvailability, i);
      it.weekday = weekday;
      g_array_append_val (availability, it);
    }
}

GArray *
way_week_take_day (const GArray *availability, int weekday)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (WayAvailability));

  for (guint i = 0; i < availability->len; i++)
    {
      WayAvailability it = g_array_index (availability, WayAvailability, i);
      if (it.weekday == weekday)
        g_array_append_val (windows, it);
    }
  return windows;
}

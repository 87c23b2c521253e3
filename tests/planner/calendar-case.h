/* A calendar to plan in, and its hard limits, each checked from the outside, on the result alone. */
#pragma once

#include "core/base/interval.h"
#include "core/planner/scheduler.h"

typedef struct
{
  WaySchedulerInput in;
  GArray *availability;
  GArray *days_off;
  GArray *extra_hours;
  GArray *busy;
  GArray *items;
  GArray *order;
  GArray *fixed;
  GArray *previous;
} Case;

static inline void
case_init (Case *c, const char *zone, WayDate from, int days)
{
  c->availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  c->days_off = g_array_new (FALSE, FALSE, sizeof (WayDaysOff));
  c->extra_hours = g_array_new (FALSE, FALSE, sizeof (WayExtraHours));
  c->busy = way_interval_set_new ();
  c->items = g_array_new (FALSE, FALSE, sizeof (WayWorkItem));
  c->order = g_array_new (FALSE, FALSE, sizeof (WayWorkOrder));
  c->fixed = g_array_new (FALSE, FALSE, sizeof (WayFixedBlock));
  c->previous = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  c->in = (WaySchedulerInput) {
    .zone = way_zone_new (zone, NULL),
    .from_date = from,
    .to_date = from + days - 1,
    .break_minutes = 10,
    .daily_minutes = 120,
    .weekly_minutes = 360,
    .availability = c->availability,
    .days_off = c->days_off,
    .extra_hours = c->extra_hours,
    .busy = c->busy,
    .items = c->items,
    .order = c->order,
    .fixed = c->fixed,
    .previous = c->previous,
  };
}

static inline void
case_clear (Case *c)
{
  way_zone_free (c->in.zone);
  g_array_unref (c->availability);
  g_array_unref (c->days_off);
  g_array_unref (c->extra_hours);
  g_array_unref (c->busy);
  g_array_unref (c->items);
  g_array_unref (c->order);
  g_array_unref (c->fixed);
  g_array_unref (c->previous);
}

static inline void
add_window (Case *c, int weekday, int from, int to)
{
  WayAvailability it = { weekday, WAY_BLOCK_ALL_KINDS, from, to };

  g_array_append_val (c->availability, it);
}

static inline void
add_study (Case *c, const char *id, int blocks, int minutes, WayDate due, int after)
{
  WayWorkItem it = { id,  WAY_BLOCK_STUDY, blocks * minutes, minutes, c->in.from_date,
                     due, WAY_DATE_NONE };
  WayWorkOrder order = { (guint) MAX (0, after), c->items->len };

  if (after >= 0)
    g_array_append_val (c->order, order);
  g_array_append_val (c->items, it);
}

static inline void
add_appointment (Case *c, const char *id, WayBlockKind kind, int minutes, WayDate ideal, int slack)
{
  WayWorkItem it = {
    id, kind, minutes, minutes, MAX (ideal - slack, c->in.from_date), ideal + slack, ideal
  };

  g_array_append_val (c->items, it);
}

static inline gint64
local_start (const Case *c, const WayScheduledBlock *block, WayDate *date)
{
  int minute;

  *date = way_zone_to_local (c->in.zone, block->start_utc, &minute);
  return minute;
}

/* Adds what the week and the extra hours say about a day; one stretch may lie in another. */
static inline void
add_open_hours (const Case *c, WayDate day, WayBlockKind kind, GArray *open)
{
  gboolean off = FALSE;

  for (guint i = 0; i < c->days_off->len; i++)
    {
      WayDaysOff it = g_array_index (c->days_off, WayDaysOff, i);
      off = off || (day >= it.from_date && day <= it.to_date);
    }
  for (guint i = 0; i < c->availability->len && !off; i++)
    {
      WayAvailability it = g_array_index (c->availability, WayAvailability, i);
      int to = it.to_minute > it.from_minute ? it.to_minute : it.to_minute + 1440;
      if (it.weekday == way_date_weekday (day) && (it.kinds & (1u << kind)))
        way_interval_set_add (open, way_zone_to_utc (c->in.zone, day, it.from_minute),
                              way_zone_to_utc (c->in.zone, day, to));
    }
  for (guint i = 0; i < c->extra_hours->len; i++)
    {
      WayExtraHours it = g_array_index (c->extra_hours, WayExtraHours, i);
      int to = it.to_minute > it.from_minute ? it.to_minute : it.to_minute + 1440;
      if (it.date == day && (it.kinds & (1u << kind)))
        way_interval_set_add (open, way_zone_to_utc (c->in.zone, day, it.from_minute),
                              way_zone_to_utc (c->in.zone, day, to));
    }
}

/* Whether a block lies in the hours of its kind, and crosses midnight only where a stretch of them does. */
static inline gboolean
inside_availability (const Case *c, const WayScheduledBlock *block, WayBlockKind kind)
{
  g_autoptr (GArray) open = way_interval_set_new ();
  WayDate date, end_date = way_zone_to_local (c->in.zone, block->end_utc - 1, NULL);
  gboolean crosses = FALSE;

  local_start (c, block, &date);
  gint64 midnight = way_zone_to_utc (c->in.zone, end_date, 0);
  for (WayDate day = MAX (c->in.from_date, date - 1); day <= date + 1; day++)
    add_open_hours (c, day, kind, open);
  for (guint i = 0; i < open->len; i++)
    {
      WayInterval it = g_array_index (open, WayInterval, i);
      crosses = crosses || (it.start_utc < midnight && midnight < it.end_utc);
    }
  if (date != end_date && !crosses)
    return FALSE;
  way_interval_set_normalize (open);
  for (guint i = 0; i < open->len; i++)
    {
      WayInterval it = g_array_index (open, WayInterval, i);
      if (it.start_utc <= block->start_utc && block->end_utc <= it.end_utc)
        return end_date <= c->in.to_date;
    }
  return FALSE;
}

/* No more days with blocks one after the other than allowed. */
static inline void
check_rows (const Case *c, const WaySchedulerResult *result)
{
  WayDate last = WAY_DATE_NONE;
  int row = 0;

  for (guint i = 0; i < result->blocks->len; i++)
    {
      WayDate date;
      local_start (c, &g_array_index (result->blocks, WayScheduledBlock, i), &date);
      if (date == last)
        continue;
      row = date == last + 1 ? row + 1 : 1;
      last = date;
      if (c->in.days_in_row > 0)
        g_assert_cmpint (row, <=, c->in.days_in_row);
    }
}

static inline void
check_limits (const Case *c, const WaySchedulerResult *result)
{
  g_autoptr (GHashTable) day = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) week = g_hash_table_new (NULL, NULL);
  g_autofree int *minutes = g_new0 (int, c->items->len + 1);

  for (guint i = 0; i < result->blocks->len; i++)
    {
      const WayScheduledBlock *b = &g_array_index (result->blocks, WayScheduledBlock, i);
      const WayWorkItem *item = &g_array_index (c->items, WayWorkItem, b->item);
      int length = (int) ((b->end_utc - b->start_utc) / 60);
      WayDate date;
      local_start (c, b, &date);
      gpointer d = GINT_TO_POINTER (date), w = GINT_TO_POINTER (way_date_week_start (date));
      int buffer = c->in.buffer_minutes * 60;

      g_assert_true (inside_availability (c, b, item->kind));
      g_assert_false (
          way_interval_set_overlaps (c->busy, b->start_utc - buffer, b->end_utc + buffer));
      if (i > 0)
        g_assert_cmpint (g_array_index (result->blocks, WayScheduledBlock, i - 1).end_utc +
                             c->in.break_minutes * 60,
                         <=, b->start_utc);
      g_assert_cmpint (b->start_utc, >=, c->in.not_before_utc);
      g_assert_cmpint (length, <=, item->block_minutes);
      g_hash_table_insert (
          day, d, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (day, d)) + length));
      g_hash_table_insert (
          week, w, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (week, w)) + length));
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (week, w)), <=, c->in.weekly_minutes);
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (day, d)), <=, c->in.daily_minutes);
      for (guint k = 0; k < c->order->len; k++)
        {
          WayWorkOrder order = g_array_index (c->order, WayWorkOrder, k);
          /* Nothing that this one waits for comes later. */
          for (guint later = i + 1; order.then == b->item && later < result->blocks->len; later++)
            g_assert_cmpint (g_array_index (result->blocks, WayScheduledBlock, later).item, !=,
                             order.first);
        }
      minutes[b->item] += length;
    }
  for (guint i = 0; i < result->unscheduled->len; i++)
    {
      WayUnscheduled it = g_array_index (result->unscheduled, WayUnscheduled, i);
      g_assert_cmpint (it.limits, !=, 0);
      minutes[it.item] += it.minutes;
    }
  for (guint i = 0; i < c->items->len; i++)
    g_assert_cmpint (minutes[i], ==, g_array_index (c->items, WayWorkItem, i).minutes);
  check_rows (c, result);
}

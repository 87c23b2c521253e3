#include "core/calendar/series.h"

#include <string.h>

#define MOST_PATTERNS                                                                              \
  16 /* that are tried: the times of a series without any are many, and none is better */

/* The pattern of a series: what its time at @index shows is repeated every @months. */
typedef struct
{
  const GPtrArray *times; /* of WayCalendarEntry * */
  int *slots;             /* of each time: how many intervals after the first */
  int months;
  WayZone *zone;
  const WayCalendarEntry *base;
  WayDate date; /* of the base */
  int minute;
  int slot;
} Pattern;

static const WayCalendarEntry *
time_at (const Pattern *p, guint i)
{
  return g_ptr_array_index (p->times, i);
}

/* The interval each time is nearest to; never that of the one before it. */
static void
find_slots (Pattern *p)
{
  WayDate start = way_zone_to_local (p->zone, time_at (p, 0)->start_utc, NULL);

  for (guint i = 0; i < p->times->len; i++)
    {
      WayDate date = way_zone_to_local (p->zone, time_at (p, i)->start_utc, NULL);
      int nearest = (int) ((date - start) / (30.44 * p->months) + 0.5);
      p->slots[i] = i == 0 ? 0 : MAX (p->slots[i - 1] + 1, nearest);
    }
}

static void
set_base (Pattern *p, guint i)
{
  p->base = time_at (p, i);
  p->date = way_zone_to_local (p->zone, p->base->start_utc, &p->minute);
  p->slot = p->slots[i];
}

static gint64
slot_start (const Pattern *p, int slot)
{
  WayDate date = way_date_add_months_by_weekday (p->date, (slot - p->slot) * p->months);

  return way_zone_to_utc (p->zone, date, p->minute);
}

static gboolean
is_regular (const Pattern *p, guint i)
{
  const WayCalendarEntry *it = time_at (p, i), *base = p->base;

  return it->start_utc == slot_start (p, p->slots[i]) &&
         it->end_utc - it->start_utc == base->end_utc - base->start_utc &&
         g_str_equal (it->summary, base->summary) &&
         g_str_equal (it->description, base->description);
}

/* The pattern that most times have; of several the first. One that an earlier pattern has is not tried again. */
static void
choose_base (Pattern *p)
{
  g_autofree gboolean *covered = g_new0 (gboolean, p->times->len);
  guint best = 0;
  int most = -1, tried = 0;

  for (guint i = 0; i < p->times->len && tried < MOST_PATTERNS; i++)
    {
      int n = 0;
      if (covered[i])
        continue;
      tried++;
      set_base (p, i);
      for (guint k = 0; k < p->times->len; k++)
        if (is_regular (p, k))
          {
            covered[k] = TRUE;
            n++;
          }
      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  set_base (p, best);
}

/* RFC 5545 section 3.3.10. */
static char *
make_rule (const Pattern *p, int count)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  return g_strdup_printf ("FREQ=MONTHLY;INTERVAL=%d;BYDAY=%d%s;COUNT=%d", p->months,
                          way_date_week_of_month (p->date), days[way_date_weekday (p->date) - 1],
                          count);
}

/* All that the times say, whichever are wanted and whatever the rule. */
static char *
describe_times (const GPtrArray *times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    {
      const WayCalendarEntry *it = g_ptr_array_index (times, i);
      g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n%s\n",
                              it->start_utc, it->end_utc, it->summary, it->description);
    }
  return g_string_free (text, FALSE);
}

/* Of several times the newest revision. */
static void
merge_revisions (const GPtrArray *times, WayCalendarEntry *master)
{
  for (guint i = 0; i < times->len; i++)
    {
      const WayCalendarEntry *it = g_ptr_array_index (times, i);
      master->sequence = MAX (master->sequence, it->sequence);
      master->created_utc = MIN (master->created_utc, it->created_utc);
      master->changed_utc = MAX (master->changed_utc, it->changed_utc);
    }
}

/* The times of the rule from that of @first to that of @last: those that are elsewhere, those that are not. */
static void
list_differences (WayCalendarSeries *series, const Pattern *p, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    {
      if (!is_regular (p, i))
        {
          WayCalendarEntry *moved = g_new (WayCalendarEntry, 1);
          *moved = *time_at (p, i);
          moved->recurrence_utc = slot_start (p, p->slots[i]);
          g_ptr_array_add (series->moved, moved);
        }
      for (int slot = p->slots[i] + 1; i < last && slot < p->slots[i + 1]; slot++)
        {
          gint64 start = slot_start (p, slot);
          g_array_append_val (series->except, start);
        }
    }
}

static GArray *
list_regular (const Pattern *p)
{
  GArray *regular = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < p->times->len; i++)
    {
      gint64 start = slot_start (p, p->slots[i]);
      g_array_append_val (regular, start);
    }
  return regular;
}

WayCalendarSeries *
way_series_new (const GPtrArray *times,
                guint first,
                guint n,
                int months,
                WayZone *zone,
                WayCalendarEntry *master)
{
  WayCalendarSeries *series = g_new0 (WayCalendarSeries, 1);
  g_autofree int *slots = g_new0 (int, times->len);
  Pattern p = { .times = times, .slots = slots, .months = months, .zone = zone };

  series->except = g_array_new (FALSE, FALSE, sizeof (gint64));
  series->moved = g_ptr_array_new_with_free_func (g_free);
  series->content = describe_times (times);
  find_slots (&p);
  choose_base (&p);
  series->regular = list_regular (&p);
  if (n == 1)
    *master = *time_at (&p, first);
  else
    {
      *master = *p.base;
      master->start_utc = slot_start (&p, slots[first]);
      master->end_utc = master->start_utc + p.base->end_utc - p.base->start_utc;
      series->rule = make_rule (&p, slots[first + n - 1] - slots[first] + 1);
      list_differences (series, &p, first, first + n - 1);
    }
  series->last_utc = time_at (&p, first + n - 1)->start_utc;
  merge_revisions (times, master);
  master->series = series;
  return series;
}

void
way_series_free (WayCalendarSeries *series)
{
  g_free (series->rule);
  g_free (series->content);
  g_array_unref (series->except);
  g_array_unref (series->regular);
  g_ptr_array_unref (series->moved);
  g_free (series);
}

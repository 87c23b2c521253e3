/* Series to instances. libical's iterator runs on wall-clock times without a zone; the way to UTC, the
 * exceptions, the overrides and the lengths are ours. */
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
  gint64 local; /* wall clock of the start, for EXDATE days */
} Instance;

/* How long an event lasts. A DURATION's days and an all-day event's days are days of the calendar,
 * everything else is exact (RFC 5545 sections 3.3.6 and 3.8.5.3). */
static gboolean
measure (const WayExpander *x, const WayFileEvent *event, gint64 *days, gint64 *seconds)
{
  *days = *seconds = 0;
  if (event->has_duration)
    {
      *days = event->days;
      *seconds = event->seconds;
    }
  else if (!event->has_end)
    *days = event->start.is_date ? 1 : 0;
  else if (event->start.is_date)
    *days = MAX (1, (event->end.local - event->start.local) / 86400);
  else
    *seconds = way_file_time_to_utc (&event->end, x->floating) -
               way_file_time_to_utc (&event->start, x->floating);
  if (event->has_end && event->end.local < event->start.local && event->start.is_date)
    return FALSE;
  return *days >= 0 && *seconds >= 0;
}

static Instance
make_instance (const WayExpander *x,
               const WayFileEvent *event,
               gint64 local,
               gint64 days,
               gint64 seconds)
{
  Instance it = { .local = local };

  it.start_utc = way_file_time_at (&event->start, local, x->floating);
  it.end_utc = days == 0
                   ? it.start_utc + seconds
                   : way_file_time_at (&event->start, local + days * 86400, x->floating) + seconds;
  return it;
}

/* @local of the time on the clock of @like: an RDATE may be written in another zone. */
static Instance
make_dated (const WayExpander *x,
            const WayFileEvent *event,
            const WayFileTime *time,
            gint64 days,
            gint64 seconds)
{
  WayFileEvent as = *event;

  as.start = *time;
  as.start.is_date = event->start.is_date;
  return make_instance (x, &as, time->local, days, seconds);
}

static void
walk_rule (WayExpander *x,
           const WayFileEvent *event,
           const WayContentLine *line,
           gint64 days,
           gint64 seconds,
           GArray *instances)
{
  struct icalrecurrencetype rule;
  g_autofree char *reason = NULL;
  gint64 reach = x->options->from_utc - days * 86400 - seconds - 2 * 86400;
  int n = 0;

  if (!way_rule_prepare (line->value, &event->start, x->floating, &rule, &reason))
    {
      way_calendar_skip (x->content->skipped, line->number, event->uid, g_steal_pointer (&reason));
      return;
    }
  icaltimetype start =
      icaltime_from_timet_with_zone ((time_t) event->start.local, event->start.is_date, NULL);
  start.zone = NULL;
  icalrecur_iterator *it = icalrecur_iterator_new (rule, start);
  if (it == NULL)
    return;
  /* Old series are skipped ahead; not those with a count, nor hourly ones: libical 3.0 leaves their
   * grid. */
  if (rule.count == 0 && rule.freq >= ICAL_DAILY_RECURRENCE && event->start.local < reach)
    icalrecur_iterator_set_start (it, icaltime_from_timet_with_zone ((time_t) reach, 0, NULL));
  for (;;)
    {
      icaltimetype next = icalrecur_iterator_next (it);
      if (icaltime_is_null_time (next))
        break;
      if (++x->steps > WAY_CALENDAR_MAX_STEPS || n >= WAY_CALENDAR_MAX_INSTANCES)
        {
          way_calendar_skip (x->content->skipped, line->number, event->uid,
                             g_strdup (_ ("It repeats too often; the first times were kept.")));
          break;
        }
      next.zone = NULL;
      gint64 local = (gint64) way_date_from_ymd (next.year, next.month, next.day) * 86400 +
                     next.hour * 3600 + next.minute * 60 + next.second;
      if (local > x->options->to_utc + 2 * 86400)
        break;
      if (local < reach)
        continue;
      Instance instance = make_instance (x, event, local, days, seconds);
      g_array_append_val (instances, instance);
      n++;
    }
  icalrecur_iterator_free (it);
}

static int
compare_instances (gconstpointer a, gconstpointer b)
{
  const Instance *x = a, *y = b;

  if (x->start_utc != y->start_utc)
    return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
  return (x->end_utc > y->end_utc) - (x->end_utc < y->end_utc);
}

static gboolean
is_excepted (const WayExpander *x, const WayFileEvent *event, const Instance *it)
{
  for (guint i = 0; i < event->except->len; i++)
    {
      const WayFileTime *time = &g_array_index (event->except, WayFileTime, i);
      /* A date among times takes the instances of that local day. */
      if (time->is_date ? it->local / 86400 == time->local / 86400
                        : way_file_time_to_utc (time, x->floating) == it->start_utc)
        return TRUE;
    }
  return FALSE;
}

static void
add_busy (WayExpander *x, const WayFileEvent *event, const Instance *it)
{
  if (event->free || event->cancelled || it->end_utc <= it->start_utc ||
      it->end_utc <= x->options->from_utc || it->start_utc >= x->options->to_utc ||
      (event->start.is_date && !x->options->all_day_busy))
    return;
  WayCalendarEvent *busy = g_new0 (WayCalendarEvent, 1);
  busy->uid = g_strdup (event->uid);
  busy->title = g_strdup (event->title);
  busy->start_utc = it->start_utc;
  busy->end_utc = it->end_utc;
  busy->all_day = event->start.is_date;
  g_ptr_array_add (x->content->events, busy);
}

/* The instances of @master before exceptions and overrides, sorted, each once. */
static GArray *
list_instances (WayExpander *x, const WayFileEvent *master, gint64 days, gint64 seconds)
{
  GArray *instances = g_array_new (FALSE, FALSE, sizeof (Instance));
  Instance first = make_instance (x, master, master->start.local, days, seconds);
  guint kept = 0;

  /* DTSTART counts even where the rule does not meet it. */
  g_array_append_val (instances, first);
  for (guint i = 0; i < master->rules->len; i++)
    walk_rule (x, master, g_ptr_array_index (master->rules, i), days, seconds, instances);
  for (guint i = 0; i < master->dates->len; i++)
    {
      Instance it =
          make_dated (x, master, &g_array_index (master->dates, WayFileTime, i), days, seconds);
      g_array_append_val (instances, it);
    }
  for (guint i = 0; i < master->periods->len; i++)
    {
      WayInterval period = g_array_index (master->periods, WayInterval, i);
      Instance it = { period.start_utc, period.end_utc, G_MININT64 };
      g_array_append_val (instances, it);
    }
  g_array_sort (instances, compare_instances);
  for (guint i = 0; i < instances->len; i++)
    {
      Instance it = g_array_index (instances, Instance, i);
      if (kept == 0 || g_array_index (instances, Instance, kept - 1).start_utc != it.start_utc)
        g_array_index (instances, Instance, kept++) = it;
    }
  g_array_set_size (instances, kept);
  return instances;
}

/* The override that stands for the instance at @start_utc, or the latest THISANDFUTURE one before. */
static const WayFileEvent *
find_override (const WayExpander *x,
               const GPtrArray *overrides,
               gint64 start_utc,
               gboolean *shifted)
{
  const WayFileEvent *future = NULL;
  gint64 future_utc = 0;

  *shifted = FALSE;
  for (guint i = 0; i < overrides->len; i++)
    {
      const WayFileEvent *it = g_ptr_array_index (overrides, i);
      gint64 id = way_file_time_to_utc (&it->recurrence_id, x->floating);
      if (id == start_utc)
        return it;
      if (it->this_and_future && id < start_utc && (future == NULL || id > future_utc))
        {
          future = it;
          future_utc = id;
        }
    }
  *shifted = future != NULL;
  return future;
}

static void
add_instance (WayExpander *x,
              const WayFileEvent *master,
              const GPtrArray *overrides,
              const Instance *it)
{
  gboolean shifted;
  const WayFileEvent *by = find_override (x, overrides, it->start_utc, &shifted);
  gint64 days, seconds;

  if (by == NULL)
    add_busy (x, master, it);
  else if (shifted && measure (x, by, &days, &seconds))
    {
      /* Later instances move by as much as the named one did, on the wall clock. */
      Instance moved = make_instance (x, by, it->local + by->start.local - by->recurrence_id.local,
                                      days, seconds);
      add_busy (x, by, &moved);
    }
}

void
way_expand_series (WayExpander *x, const WayFileEvent *master, const GPtrArray *overrides)
{
  gint64 days, seconds;

  for (guint i = 0; i < overrides->len; i++)
    {
      const WayFileEvent *by = g_ptr_array_index (overrides, i);
      if (!measure (x, by, &days, &seconds))
        continue;
      Instance it = make_instance (x, by, by->start.local, days, seconds);
      if (master == NULL || !master->cancelled)
        add_busy (x, by, &it);
    }
  if (master == NULL || master->cancelled)
    return;
  if (!measure (x, master, &days, &seconds))
    {
      way_calendar_skip (x->content->skipped, master->line, master->uid,
                         g_strdup (_ ("It ends before it starts.")));
      return;
    }
  g_autoptr (GArray) instances = list_instances (x, master, days, seconds);
  for (guint i = 0; i < instances->len; i++)
    {
      const Instance *it = &g_array_index (instances, Instance, i);
      if (!is_excepted (x, master, it))
        add_instance (x, master, overrides, it);
    }
}

/* Series to instances: rules run on wall-clock times without a zone; here are the way to UTC, the exceptions,
 * the overrides and the lengths. */
#include "core/calendar/private.h"
#include "core/calendar/recurrence.h"

#include <glib/gi18n-lib.h>

#define RULE_PRICE 20 /* steps: what it costs to read a rule */

typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
  gint64 local; /* wall clock of the start, for EXDATE days; G_MININT64 for an RDATE's period */
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

/* Writers mix dates and times: what names an instance is brought to the type of the series. A UTC
 * midnight stands for its date. */
static WayFileTime
as_start (const WayExpander *x, const WayFileEvent *master, const WayFileTime *time)
{
  const WayFileTime *start = &master->start;
  WayFileTime as = *start;
  gint64 local = time->local;

  if (time->is_date == start->is_date)
    return *time;
  if (start->is_date && time->is_utc && local % 86400 != 0)
    local += way_zone_offset_at (x->floating, local);
  as.local = way_local_day (local) * 86400;
  if (!start->is_date)
    as.local += start->local - way_local_day (start->local) * 86400;
  return as;
}

/* An RDATE may be written in another zone. */
static Instance
make_dated (const WayExpander *x,
            const WayFileEvent *event,
            const WayFileTime *time,
            gint64 days,
            gint64 seconds)
{
  WayFileEvent as = *event;

  as.start = as_start (x, event, time);
  return make_instance (x, &as, as.start.local, days, seconds);
}

/* A rule on its way to instances. */
typedef struct
{
  const WayFileEvent *event;
  gboolean adds; /* an RRULE, not an EXRULE */
  WayRule rule;
  gboolean dense;
  gint64 reach, end;    /* wall clock: what starts outside cannot meet the range */
  gint64 days, seconds; /* of an instance */
  GArray *instances;
} RuleWalk;

/* Two days are more than all zones and most moves of instances need. Of what comes by the minute they would be
 * too many: there two hours for the changes of the clock must do. */
static void
find_reach (const WayExpander *x, RuleWalk *w, gint64 until)
{
  const WayFileTime *start = &w->event->start;
  gint64 from = x->options->from_utc - w->seconds, to = x->options->to_utc, margin = 2 * 86400;

  w->dense = way_rule_is_dense (&w->rule);
  if (w->dense)
    {
      from = way_file_time_last_local (start, from, x->floating);
      to = way_file_time_last_local (start, to, x->floating);
      margin = 2 * 3600;
    }
  w->reach = from - w->days * 86400 - margin;
  w->end = MIN (until, to + margin);
}

/* Adds the instance at @local; %FALSE when there are too many. */
static gboolean
add_instance (const WayExpander *x, const RuleWalk *w, gint64 local, guint first)
{
  Instance it = make_instance (x, w->event, local, w->days, w->seconds);

  if (w->dense && (it.end_utc <= x->options->from_utc || it.start_utc >= x->options->to_utc))
    return TRUE;
  if (w->instances->len - first >= WAY_CALENDAR_MAX_INSTANCES)
    return FALSE;
  g_array_append_val (w->instances, it);
  return TRUE;
}

/* What it could not do (transfer none), else %NULL. */
static const char *
walk (WayExpander *x, const RuleWalk *w)
{
  gint64 start = w->event->start.local, n = 0, local;
  guint first = w->instances->len;
  gboolean fits = TRUE;
  WayRecurrenceResult result;
  g_auto (WayRecurrence) recurrence = { 0 };

  way_recurrence_init (&recurrence, &w->rule, start, w->rule.count > 0 ? start : w->reach,
                       WAY_CALENDAR_MAX_STEPS - x->steps);
  while (fits &&
         (result = way_recurrence_next (&recurrence, w->end, &local)) == WAY_RECURRENCE_TIME)
    {
      /* "The DTSTART property value always counts as the first occurrence", also where the rule does not meet
       * it (RFC 5545 section 3.3.10, COUNT). */
      n += 1 + (n == 0 && w->adds && local != start);
      if (w->rule.count > 0 && n > w->rule.count)
        break;
      if (local >= w->reach)
        fits = add_instance (x, w, local, first);
    }
  x->steps = WAY_CALENDAR_MAX_STEPS - way_recurrence_get_budget (&recurrence);
  if (!fits)
    return _ ("It repeats too often; the first times were kept.");
  if (result == WAY_RECURRENCE_SPENT)
    return _ ("The file repeats too much in all; the first times of this were kept.");
  if (result != WAY_RECURRENCE_CROWDED)
    return NULL;
  g_array_set_size (w->instances, first);
  return _ ("Its repeat rule chooses among too many times (BYSETPOS); its first time was kept.");
}

static void
report_rule (WayExpander *x, const RuleWalk *w, const WayContentLine *line, const char *reason)
{
  if (reason != NULL)
    way_calendar_skip (x->content->skipped, line->number, w->event->uid, g_strdup (reason));
}

static void
walk_rule (WayExpander *x, const WayContentLine *line, RuleWalk *w)
{
  g_autofree char *reason = NULL;
  gint64 until;

  x->steps += RULE_PRICE;
  if (x->steps > WAY_CALENDAR_MAX_STEPS)
    report_rule (x, w, line,
                 _ ("The file repeats too much in all; the first time of this was kept."));
  else if (!way_rule_prepare (line->value, &w->event->start, x->floating, &w->rule, &until,
                              &reason))
    report_rule (x, w, line, reason);
  else
    {
      for (guint fault = 1; fault < 1u << WAY_RULE_N_FAULTS; fault <<= 1)
        if ((w->rule.faults & fault) != 0)
          report_rule (x, w, line, way_rule_fault_text ((WayRuleFault) fault));
      find_reach (x, w, until);
      report_rule (x, w, line, walk (x, w));
    }
}

static int
compare_instances (gconstpointer a, gconstpointer b)
{
  const Instance *x = a, *y = b;

  if (x->start_utc != y->start_utc)
    return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
  return (x->end_utc > y->end_utc) - (x->end_utc < y->end_utc);
}

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* What EXDATE and EXRULE take away, to be searched: they may be as many as the instances. */
typedef struct
{
  GArray *instants; /* of gint64, sorted */
  GArray *days; /* of gint64, sorted: a date among times takes the instances of that local day */
} Exceptions;

static Exceptions
list_exceptions (WayExpander *x, const WayFileEvent *event)
{
  g_autoptr (GArray) ruled = g_array_new (FALSE, FALSE, sizeof (Instance));
  Exceptions all = { g_array_new (FALSE, FALSE, sizeof (gint64)),
                     g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gint64 days, seconds;

  measure (x, event, &days, &seconds);
  for (guint i = 0; i < event->except->len; i++)
    {
      const WayFileTime *time = &g_array_index (event->except, WayFileTime, i);
      WayFileTime as = as_start (x, event, time);
      gint64 day = way_local_day (as.local), utc = way_file_time_to_utc (&as, x->floating);
      if (time->is_date || as.is_date)
        g_array_append_val (all.days, day);
      else
        g_array_append_val (all.instants, utc);
    }
  RuleWalk w = { .event = event, .days = days, .seconds = seconds, .instances = ruled };
  for (guint i = 0; i < event->except_rules->len; i++)
    walk_rule (x, g_ptr_array_index (event->except_rules, i), &w);
  for (guint i = 0; i < ruled->len; i++)
    g_array_append_val (all.instants, g_array_index (ruled, Instance, i).start_utc);
  g_array_sort (all.instants, compare_instants);
  g_array_sort (all.days, compare_instants);
  return all;
}

static gboolean
is_excepted (const Exceptions *except, const Instance *it)
{
  gint64 day = way_local_day (it->local);

  return g_array_binary_search (except->instants, &it->start_utc, compare_instants, NULL) ||
         g_array_binary_search (except->days, &day, compare_instants, NULL);
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
  RuleWalk w = {
    .event = master, .adds = TRUE, .days = days, .seconds = seconds, .instances = instances
  };
  for (guint i = 0; i < master->rules->len; i++)
    walk_rule (x, g_ptr_array_index (master->rules, i), &w);
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

/* An override with the instant it stands for. */
typedef struct
{
  gint64 id_utc;
  const WayFileEvent *event;
} Override;

static int
compare_overrides (gconstpointer a, gconstpointer b)
{
  const Override *x = a, *y = b;

  return (x->id_utc > y->id_utc) - (x->id_utc < y->id_utc);
}

/* Sorted, the first of each instant: @overrides has the newest first. */
static GArray *
list_overrides (const WayExpander *x, const WayFileEvent *master, const GPtrArray *overrides)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Override));
  guint kept = 0;

  for (guint i = 0; i < overrides->len; i++)
    {
      const WayFileEvent *by = g_ptr_array_index (overrides, i);
      WayFileTime id =
          master != NULL ? as_start (x, master, &by->recurrence_id) : by->recurrence_id;
      Override it = { way_file_time_to_utc (&id, x->floating), by };
      g_array_append_val (all, it);
    }
  g_array_sort (all, compare_overrides);
  for (guint i = 0; i < all->len; i++)
    {
      Override it = g_array_index (all, Override, i);
      if (kept == 0 || g_array_index (all, Override, kept - 1).id_utc != it.id_utc)
        g_array_index (all, Override, kept++) = it;
      else
        way_calendar_skip (
            x->content->skipped, it.event->line, it.event->uid,
            g_strdup (_ ("The file has a newer change of the same time; this one was "
                         "left out.")));
    }
  g_array_set_size (all, kept);
  return all;
}

/* Later instances move by as much as the named one did, on the wall clock. */
static void
add_shifted (WayExpander *x, const Override *by, const Instance *it)
{
  const WayFileEvent *event = by->event;
  gint64 days, seconds;

  if (!measure (x, event, &days, &seconds))
    return; /* said where it stands for itself */
  if (it->local == G_MININT64)
    {
      Instance moved = *it; /* a period of its own length */
      gint64 shift = way_file_time_to_utc (&event->start, x->floating) - by->id_utc;
      moved.start_utc += shift;
      moved.end_utc += shift;
      add_busy (x, event, &moved);
      return;
    }
  Instance moved = make_instance (
      x, event, it->local + (event->start.local - event->recurrence_id.local), days, seconds);
  add_busy (x, event, &moved);
}

/* Both lists are sorted: one walk finds the override of each instance, or the latest THISANDFUTURE one
 * before it. */
static void
add_instances (WayExpander *x,
               const WayFileEvent *master,
               const GArray *overrides,
               const GArray *instances)
{
  Exceptions except = list_exceptions (x, master);
  const Override *future = NULL;
  guint o = 0;

  for (guint i = 0; i < instances->len; i++)
    {
      const Instance *it = &g_array_index (instances, Instance, i);
      for (; o < overrides->len && g_array_index (overrides, Override, o).id_utc < it->start_utc;
           o++)
        if (g_array_index (overrides, Override, o).event->this_and_future)
          future = &g_array_index (overrides, Override, o);
      if (is_excepted (&except, it) ||
          (o < overrides->len && g_array_index (overrides, Override, o).id_utc == it->start_utc))
        continue;
      if (future != NULL)
        add_shifted (x, future, it);
      else
        add_busy (x, master, it);
    }
  g_array_unref (except.instants);
  g_array_unref (except.days);
}

static void
report_negative (WayExpander *x, const WayFileEvent *event)
{
  way_calendar_skip (x->content->skipped, event->line, event->uid,
                     g_strdup (_ ("It ends before it starts.")));
}

void
way_expand_series (WayExpander *x, const WayFileEvent *master, const GPtrArray *overrides)
{
  g_autoptr (GArray) changed = list_overrides (x, master, overrides);
  gint64 days, seconds;

  if (master != NULL && master->cancelled)
    return;
  for (guint i = 0; i < changed->len; i++)
    {
      const WayFileEvent *by = g_array_index (changed, Override, i).event;
      if (!measure (x, by, &days, &seconds))
        {
          report_negative (x, by);
          continue;
        }
      Instance it = make_instance (x, by, by->start.local, days, seconds);
      add_busy (x, by, &it);
    }
  if (master == NULL)
    return;
  if (!measure (x, master, &days, &seconds))
    {
      report_negative (x, master);
      return;
    }
  g_autoptr (GArray) instances = list_instances (x, master, days, seconds);
  add_instances (x, master, changed, instances);
}

gboolean
way_expand_first (const WayExpander *x,
                  const WayFileEvent *event,
                  gint64 *start_utc,
                  gint64 *end_utc)
{
  gint64 days, seconds;
  gboolean sound = measure (x, event, &days, &seconds);
  Instance it = make_instance (x, event, event->start.local, days, seconds);

  *start_utc = it.start_utc;
  *end_utc = it.end_utc;
  return sound;
}

/* From content lines to events: our own walk over the components, for libical's parser gives up on
 * whole files, drops values without a word and overflows its stack on deep nesting. libical keeps the
 * two things it is good at: stepping through a rule, and a file's own VTIMEZONE. */
#include "core/calendar/reader.h"

#include "core/base/error.h"
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH       4
#define LONG_EVENT_DAYS 366

typedef struct
{
  WayExpander x;
  const char *name;
  GPtrArray *lines;
  GPtrArray *events;      /* of WayFileEvent * */
  GHashTable *zones;      /* TZID → WayFileZone *, NULL for one that is unknown */
  GHashTable *vtimezones; /* TZID → GUINT index of its BEGIN line */
  gboolean cancel;        /* METHOD:CANCEL, REPLY or COUNTER: nothing in it is busy */
  gboolean own_product;   /* PRODID is ours */
} Reader;

void
way_calendar_event_free (WayCalendarEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->uid);
  g_free (event->title);
  g_free (event);
}

void
way_calendar_skip_free (WayCalendarSkip *skip)
{
  if (skip == NULL)
    return;
  g_free (skip->uid);
  g_free (skip->reason);
  g_free (skip);
}

void
way_calendar_content_free (WayCalendarContent *content)
{
  if (content == NULL)
    return;
  g_free (content->name);
  g_ptr_array_unref (content->events);
  g_ptr_array_unref (content->skipped);
  g_ptr_array_unref (content->unknown_zones);
  g_free (content);
}

static WayCalendarContent *
content_new (void)
{
  WayCalendarContent *content = g_new0 (WayCalendarContent, 1);

  content->name = g_strdup ("");
  content->events = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_event_free);
  content->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_skip_free);
  content->unknown_zones = g_ptr_array_new_with_free_func (g_free);
  return content;
}

static void
event_free (WayFileEvent *event)
{
  g_free (event->uid);
  g_free (event->title);
  g_ptr_array_unref (event->rules);
  g_array_unref (event->dates);
  g_array_unref (event->periods);
  g_array_unref (event->except);
  g_free (event);
}

static WayFileEvent *
event_new (int line)
{
  WayFileEvent *event = g_new0 (WayFileEvent, 1);

  event->line = line;
  event->uid = g_strdup ("");
  event->title = g_strdup ("");
  event->rules = g_ptr_array_new ();
  event->dates = g_array_new (FALSE, FALSE, sizeof (WayFileTime));
  event->periods = g_array_new (FALSE, FALSE, sizeof (WayInterval));
  event->except = g_array_new (FALSE, FALSE, sizeof (WayFileTime));
  return event;
}

static guint
end_of_component (const Reader *r, guint begin)
{
  int depth = 0;

  for (guint i = begin; i < r->lines->len; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      depth += g_str_equal (line->name, "BEGIN");
      depth -= g_str_equal (line->name, "END");
      if (depth == 0)
        return i + 1;
    }
  return r->lines->len;
}

/* The zone a TZID means: an installed one, else the file's own, else %NULL (floating, and reported). */
static WayFileZone *
find_zone (Reader *r, const char *tzid)
{
  gpointer known;

  if (g_hash_table_lookup_extended (r->zones, tzid, NULL, &known))
    return known;
  WayFileZone *zone = g_new0 (WayFileZone, 1);
  zone->system = way_tzid_to_zone (tzid);
  gpointer begin;
  if (zone->system == NULL && g_hash_table_lookup_extended (r->vtimezones, tzid, NULL, &begin))
    zone->own = way_vtimezone_parse (r->lines, GPOINTER_TO_UINT (begin),
                                     end_of_component (r, GPOINTER_TO_UINT (begin)));
  if (zone->system == NULL && zone->own == NULL)
    {
      g_ptr_array_add (r->x.content->unknown_zones, g_strdup (tzid));
      g_clear_pointer (&zone, way_file_zone_free);
    }
  g_hash_table_insert (r->zones, g_strdup (tzid), zone);
  return zone;
}

static gboolean
read_time (Reader *r, const WayContentLine *line, const char *value, WayFileTime *time)
{
  g_autofree char *tzid = way_content_line_param (line, "TZID");
  g_autofree char *type = way_content_line_param (line, "VALUE");

  if (!way_file_time_parse (value, time))
    return FALSE;
  if (type != NULL && g_ascii_strcasecmp (type, "DATE") == 0 && !time->is_date)
    {
      time->is_date = TRUE;
      time->is_utc = FALSE;
      time->local = time->local / 86400 * 86400;
    }
  if (tzid != NULL && !time->is_date && !time->is_utc)
    time->zone = find_zone (r, tzid);
  return TRUE;
}

static void
add_period (Reader *r, const WayContentLine *line, const char *value, GArray *periods)
{
  g_auto (GStrv) ends = g_strsplit (value, "/", 2);
  WayFileTime start, end;
  gint64 days, seconds;

  if (ends[0] == NULL || ends[1] == NULL || !read_time (r, line, ends[0], &start))
    return;
  gint64 start_utc = way_file_time_to_utc (&start, r->x.floating);
  if (read_time (r, line, ends[1], &end))
    way_interval_set_add (periods, start_utc, way_file_time_to_utc (&end, r->x.floating));
  else if (way_duration_parse (ends[1], &days, &seconds))
    way_interval_set_add (periods, start_utc,
                          way_file_time_at (&start, start.local + days * 86400, r->x.floating) +
                              seconds);
}

/* RDATE or EXDATE, of any length. */
static void
read_dates (Reader *r, const WayContentLine *line, GArray *times, GArray *periods)
{
  g_auto (GStrv) values = g_strsplit (line->value, ",", -1);

  for (char **value = values; *value != NULL; value++)
    {
      WayFileTime time;
      if (strchr (*value, '/') != NULL && periods != NULL)
        add_period (r, line, *value, periods);
      else if (read_time (r, line, *value, &time))
        g_array_append_val (times, time);
    }
}

static void
set_text (char **to, const char *value)
{
  g_free (*to);
  *to = way_calendar_unescape (value);
}

/* Times and what repeats. %FALSE for another property. */
static gboolean
read_event_times (Reader *r, WayFileEvent *event, const WayContentLine *line)
{
  if (g_str_equal (line->name, "DTSTART"))
    event->has_start = read_time (r, line, line->value, &event->start);
  else if (g_str_equal (line->name, "DTEND"))
    event->has_end = read_time (r, line, line->value, &event->end);
  else if (g_str_equal (line->name, "DURATION"))
    event->has_duration = way_duration_parse (line->value, &event->days, &event->seconds);
  else if (g_str_equal (line->name, "RRULE"))
    g_ptr_array_add (event->rules, (gpointer) line);
  else if (g_str_equal (line->name, "RDATE"))
    read_dates (r, line, event->dates, event->periods);
  else if (g_str_equal (line->name, "EXDATE"))
    read_dates (r, line, event->except, NULL);
  else if (g_str_equal (line->name, "RECURRENCE-ID"))
    {
      g_autofree char *range = way_content_line_param (line, "RANGE");
      event->has_recurrence_id = read_time (r, line, line->value, &event->recurrence_id);
      event->this_and_future = range != NULL && g_ascii_strcasecmp (range, "THISANDFUTURE") == 0;
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_event_property (Reader *r, WayFileEvent *event, const WayContentLine *line)
{
  WayFileTime stamp;

  if (read_event_times (r, event, line))
    return;
  if (g_str_equal (line->name, "UID"))
    set_text (&event->uid, line->value);
  else if (g_str_equal (line->name, "SUMMARY"))
    set_text (&event->title, line->value);
  else if (g_str_equal (line->name, "SEQUENCE"))
    event->sequence = (int) CLAMP (g_ascii_strtoll (line->value, NULL, 10), 0, G_MAXINT);
  else if (g_str_equal (line->name, "DTSTAMP") && way_file_time_parse (line->value, &stamp))
    event->stamp = stamp.local;
  else if (g_str_equal (line->name, "STATUS"))
    event->cancelled = g_ascii_strcasecmp (line->value, "CANCELLED") == 0;
  else if (g_str_equal (line->name, "TRANSP") ||
           g_str_equal (line->name, "X-MICROSOFT-CDO-BUSYSTATUS"))
    event->free = event->free || g_ascii_strcasecmp (line->value, "TRANSPARENT") == 0 ||
                  g_ascii_strcasecmp (line->value, "FREE") == 0;
}

/* A type mismatch is repaired: the start decides whether it is an all-day event. */
static void
finish_event (Reader *r, WayFileEvent *event)
{
  WayCalendarContent *content = r->x.content;

  content->n_events++;
  if (*event->uid == '\0')
    {
      g_free (event->uid);
      event->uid = g_strdup_printf ("%" G_GINT64_FORMAT "-%08x", event->start.local,
                                    g_str_hash (event->title));
    }
  if (r->own_product || (r->x.options->own_uids != NULL &&
                         g_hash_table_contains (r->x.options->own_uids, event->uid)))
    content->n_own++;
  else if (!event->has_start)
    way_calendar_skip (content->skipped, event->line, event->uid,
                       g_strdup (_ ("It has no start that can be read.")));
  else if (!r->cancel)
    {
      if (event->has_end && event->end.is_date != event->start.is_date)
        event->end.is_date = event->start.is_date;
      if (event->has_end && event->end.local - event->start.local > LONG_EVENT_DAYS * 86400LL)
        way_calendar_skip (content->skipped, event->line, event->uid,
                           g_strdup (_ ("It lasts longer than a year; it was kept.")));
      g_ptr_array_add (r->events, event);
      return;
    }
  event_free (event);
}

/* Reads the VEVENT that begins at @begin; the index behind it. */
static guint
read_event (Reader *r, guint begin)
{
  const WayContentLine *first = g_ptr_array_index (r->lines, begin);
  WayFileEvent *event = event_new (first->number);
  int depth = 0;
  guint i = begin;

  for (; i < r->lines->len; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      if (g_str_equal (line->name, "BEGIN"))
        {
          if (++depth > MAX_DEPTH)
            {
              way_calendar_skip (r->x.content->skipped, line->number, event->uid,
                                 g_strdup (_ ("Its parts are nested too deep.")));
              event_free (event);
              return end_of_component (r, begin);
            }
        }
      else if (g_str_equal (line->name, "END"))
        {
          if (--depth == 0)
            {
              finish_event (r, event);
              return i + 1;
            }
        }
      else if (depth == 1)
        read_event_property (r, event, line);
    }
  way_calendar_skip (r->x.content->skipped, first->number, event->uid,
                     g_strdup (_ ("The file ends in the middle of it.")));
  event_free (event);
  return i;
}

static guint
read_freebusy (Reader *r, guint begin)
{
  guint end = end_of_component (r, begin);

  r->x.content->n_events++;
  for (guint i = begin; i < end; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      g_autofree char *type = way_content_line_param (line, "FBTYPE");
      if (!g_str_equal (line->name, "FREEBUSY") ||
          (type != NULL && g_ascii_strcasecmp (type, "FREE") == 0))
        continue;
      g_autoptr (GArray) periods = way_interval_set_new ();
      g_auto (GStrv) values = g_strsplit (line->value, ",", -1);
      for (char **value = values; *value != NULL; value++)
        add_period (r, line, *value, periods);
      for (guint p = 0; p < periods->len; p++)
        {
          WayInterval it = g_array_index (periods, WayInterval, p);
          if (it.end_utc <= r->x.options->from_utc || it.start_utc >= r->x.options->to_utc)
            continue;
          WayCalendarEvent *busy = g_new0 (WayCalendarEvent, 1);
          busy->uid = g_strdup ("freebusy");
          busy->title = g_strdup ("");
          busy->start_utc = it.start_utc;
          busy->end_utc = it.end_utc;
          g_ptr_array_add (r->x.content->events, busy);
        }
    }
  return end;
}

static void
read_calendar_property (Reader *r, const WayContentLine *line)
{
  if ((g_str_equal (line->name, "X-WR-CALNAME") || g_str_equal (line->name, "NAME")) &&
      *r->x.content->name == '\0')
    set_text (&r->x.content->name, line->value);
  else if (g_str_equal (line->name, "METHOD"))
    r->cancel = g_ascii_strcasecmp (line->value, "PUBLISH") != 0 &&
                g_ascii_strcasecmp (line->value, "REQUEST") != 0;
  else if (g_str_equal (line->name, "PRODID"))
    r->own_product = g_str_has_prefix (line->value, "-//Waymark//");
  else if (g_str_equal (line->name, "X-WR-TIMEZONE"))
    {
      WayZone *zone = way_tzid_to_zone (line->value);
      if (zone != NULL)
        {
          way_zone_free (r->x.floating);
          r->x.floating = zone;
        }
    }
}

/* VTIMEZONEs may stand behind the events that use them. */
static void
index_zones (Reader *r)
{
  guint begin = 0;
  gboolean inside = FALSE;

  for (guint i = 0; i < r->lines->len; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      if (g_str_equal (line->name, "BEGIN") && g_ascii_strcasecmp (line->value, "VTIMEZONE") == 0)
        {
          begin = i;
          inside = TRUE;
        }
      else if (g_str_equal (line->name, "END") &&
               g_ascii_strcasecmp (line->value, "VTIMEZONE") == 0)
        inside = FALSE;
      else if (inside && g_str_equal (line->name, "TZID"))
        g_hash_table_insert (r->vtimezones, g_strdup (line->value), GUINT_TO_POINTER (begin));
    }
}

static void
read_components (Reader *r)
{
  int count = 0;

  for (guint i = 0; i < r->lines->len;)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      gboolean begin = g_str_equal (line->name, "BEGIN");

      if (begin && ++count > WAY_CALENDAR_MAX_COMPONENTS)
        {
          way_calendar_skip (r->x.content->skipped, line->number, "",
                             g_strdup (_ ("The file has more than 200,000 parts; the rest was left "
                                          "out.")));
          return;
        }
      if (!begin)
        {
          read_calendar_property (r, line);
          i++;
        }
      else if (g_ascii_strcasecmp (line->value, "VCALENDAR") == 0)
        {
          r->cancel = r->own_product = FALSE;
          i++;
        }
      else if (g_ascii_strcasecmp (line->value, "VEVENT") == 0)
        i = read_event (r, i);
      else if (g_ascii_strcasecmp (line->value, "VFREEBUSY") == 0)
        i = read_freebusy (r, i);
      else
        i = end_of_component (r, i);
    }
}

/* Same UID: by the instance they stand for, then the newest first. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const WayFileEvent *x = *(WayFileEvent *const *) a, *y = *(WayFileEvent *const *) b;
  int order = strcmp (x->uid, y->uid);

  if (order != 0)
    return order;
  if (x->has_recurrence_id != y->has_recurrence_id)
    return x->has_recurrence_id - y->has_recurrence_id;
  if (x->has_recurrence_id && x->recurrence_id.local != y->recurrence_id.local)
    return x->recurrence_id.local < y->recurrence_id.local ? -1 : 1;
  if (x->sequence != y->sequence)
    return y->sequence - x->sequence;
  return (y->stamp > x->stamp) - (y->stamp < x->stamp);
}

static void
expand_all (Reader *r)
{
  g_ptr_array_sort (r->events, compare_events);
  for (guint i = 0; i < r->events->len;)
    {
      const WayFileEvent *first = g_ptr_array_index (r->events, i);
      const WayFileEvent *master = first->has_recurrence_id ? NULL : first;
      g_autoptr (GPtrArray) overrides = g_ptr_array_new ();
      guint k = i;

      for (; k < r->events->len; k++)
        {
          const WayFileEvent *it = g_ptr_array_index (r->events, k);
          const WayFileEvent *last =
              overrides->len > 0 ? g_ptr_array_index (overrides, overrides->len - 1) : NULL;
          if (!g_str_equal (it->uid, first->uid))
            break;
          if (it->has_recurrence_id &&
              (last == NULL || last->recurrence_id.local != it->recurrence_id.local))
            g_ptr_array_add (overrides, (gpointer) it);
        }
      way_expand_series (&r->x, master, overrides);
      i = k;
    }
}

static int
compare_busy (gconstpointer a, gconstpointer b)
{
  const WayCalendarEvent *x = *(WayCalendarEvent *const *) a, *y = *(WayCalendarEvent *const *) b;

  if (x->start_utc != y->start_utc)
    return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
  return strcmp (x->uid, y->uid);
}

static gboolean
check_input (Reader *r, gsize length, GError **error)
{
  if (length > WAY_CALENDAR_MAX_BYTES)
    g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT,
                 _ ("%s is too large for a calendar file: %.0f MB. The limit is %d MB."), r->name,
                 (double) length / 1048576.0, WAY_CALENDAR_MAX_BYTES / 1048576);
  else if (length == 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("%s is empty."), r->name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
has_begin (const Reader *r)
{
  for (guint i = 0; i < r->lines->len; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      if (g_str_equal (line->name, "BEGIN") && g_ascii_strcasecmp (line->value, "VCALENDAR") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
read_all (Reader *r, const char *data, gsize length)
{
  r->lines = way_calendar_lines (data, length, r->x.content->skipped);
  r->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  r->zones =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) way_file_zone_free);
  r->vtimezones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_zones (r);
  read_components (r);
  expand_all (r);
  g_ptr_array_sort (r->x.content->events, compare_busy);
}

WayCalendarContent *
way_calendar_read (const char *data,
                   gsize length,
                   const char *name,
                   const WayCalendarReadOptions *options,
                   GError **error)
{
  g_autoptr (WayCalendarContent) content = content_new ();
  Reader r = { .x = { .options = options, .content = content }, .name = name };

  if (!check_input (&r, length, error))
    return NULL;
  r.x.floating = way_zone_new (options->zone, error);
  if (r.x.floating == NULL)
    return NULL;
  icalerror_set_errors_are_fatal (0);
  read_all (&r, data, length);
  gboolean calendar = has_begin (&r);
  g_ptr_array_unref (r.events);
  g_ptr_array_unref (r.lines);
  g_hash_table_unref (r.zones);
  g_hash_table_unref (r.vtimezones);
  way_zone_free (r.x.floating);
  icalmemory_free_ring ();
  if (calendar)
    return g_steal_pointer (&content);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("%s:1: this is not a calendar file: it has no BEGIN:VCALENDAR line."), name);
  return NULL;
}

GArray *
way_calendar_content_busy (const WayCalendarContent *content, gint64 from_utc, gint64 to_utc)
{
  GArray *busy = way_interval_set_new ();

  for (guint i = 0; i < content->events->len; i++)
    {
      const WayCalendarEvent *it = g_ptr_array_index (content->events, i);
      way_interval_set_add (busy, it->start_utc, it->end_utc);
    }
  way_interval_set_normalize (busy);
  way_interval_set_clip (busy, from_utc, to_utc);
  return busy;
}

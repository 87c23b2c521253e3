/* From content lines to events: our own walk over the components, for libical's parser gives up on
 * whole files, drops values without a word and overflows its stack on deep nesting. libical keeps the
 * two things it is good at: the text of a rule, and a file's own VTIMEZONE. */
#include "core/calendar/reader.h"

#include "core/base/error.h"
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
report (WayFileReader *r, int line, const char *uid, char *reason)
{
  way_calendar_skip (r->x.content->skipped, line, uid, reason);
}

static void
read_method (WayFileReader *r, const WayContentLine *line)
{
  r->cancel = g_ascii_strcasecmp (line->value, "PUBLISH") != 0 &&
              g_ascii_strcasecmp (line->value, "REQUEST") != 0 &&
              g_ascii_strcasecmp (line->value, "ADD") != 0;
  if (r->cancel)
    report (r, line->number, "",
            g_strdup (_ ("The file cancels or answers events; none of them blocks time.")));
}

static void
read_calendar_property (WayFileReader *r, const WayContentLine *line)
{
  char **name = &r->x.content->name;

  if ((g_str_equal (line->name, "X-WR-CALNAME") || g_str_equal (line->name, "NAME")) &&
      **name == '\0')
    {
      g_free (*name);
      *name = way_calendar_unescape (line->value);
    }
  else if (g_str_equal (line->name, "METHOD"))
    read_method (r, line);
  else if (g_str_equal (line->name, "PRODID"))
    r->own_product = g_str_has_prefix (line->value, "-//Waymark//");
  else if (g_str_equal (line->name, "X-WR-TIMEZONE") && *line->value != '\0')
    {
      WayFileZone *zone = way_reader_zone (r, line->value, line->number);
      if (zone != NULL && zone->system != NULL &&
          !g_str_equal (way_zone_get_id (zone->system), way_zone_get_id (r->x.floating)))
        {
          way_zone_free (r->x.floating);
          r->x.floating = way_zone_new (way_zone_get_id (zone->system), NULL);
        }
    }
}

/* VTIMEZONEs may stand behind the events that use them. */
static void
index_zones (WayFileReader *r)
{
  for (guint i = 0; i < r->lines->len;)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      guint begin = i++;
      WayComponentEnd how;

      if (!g_str_equal (line->name, "BEGIN") || g_ascii_strcasecmp (line->value, "VTIMEZONE") != 0)
        continue;
      guint end = way_reader_component_end (r, begin, &how);
      for (; i < end; i++)
        {
          line = g_ptr_array_index (r->lines, i);
          if (g_str_equal (line->name, "TZID"))
            break;
        }
      if (i < end)
        g_hash_table_insert (r->vtimezones, (gpointer) line->value, GUINT_TO_POINTER (begin));
      i = end;
    }
}

static guint
read_component (WayFileReader *r, guint begin)
{
  const WayContentLine *line = g_ptr_array_index (r->lines, begin);
  WayComponentEnd how;

  if (g_ascii_strcasecmp (line->value, "VCALENDAR") == 0)
    {
      r->cancel = r->own_product = FALSE;
      return begin + 1;
    }
  if (g_ascii_strcasecmp (line->value, "VEVENT") == 0)
    return way_reader_event (r, begin);
  if (g_ascii_strcasecmp (line->value, "VFREEBUSY") == 0)
    return way_reader_freebusy (r, begin);
  return way_reader_component_end (r, begin, &how);
}

static void
read_components (WayFileReader *r)
{
  int count = 0;

  for (guint i = 0; i < r->lines->len;)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);

      if (!g_str_equal (line->name, "BEGIN"))
        {
          read_calendar_property (r, line);
          i++;
        }
      else if (++count > WAY_CALENDAR_MAX_COMPONENTS)
        {
          report (r, line->number, "",
                  g_strdup (_ ("The file has more than 1,000,000 parts; the rest was left out.")));
          return;
        }
      else
        i = read_component (r, i);
    }
}

/* Same UID: the series before its overrides, the newest of each first. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const WayFileEvent *x = *(WayFileEvent *const *) a, *y = *(WayFileEvent *const *) b;
  int order = strcmp (x->uid, y->uid);

  if (order != 0)
    return order;
  if (x->has_recurrence_id != y->has_recurrence_id)
    return x->has_recurrence_id - y->has_recurrence_id;
  if (x->sequence != y->sequence)
    return y->sequence - x->sequence;
  return (y->stamp > x->stamp) - (y->stamp < x->stamp);
}

/* The events of one UID from @first to before @end. */
static void
expand_uid (WayFileReader *r, guint first, guint end)
{
  g_autoptr (GPtrArray) overrides = g_ptr_array_new ();
  const WayFileEvent *master = NULL;

  for (guint i = first; i < end; i++)
    {
      const WayFileEvent *it = g_ptr_array_index (r->events, i);
      if (it->has_recurrence_id)
        g_ptr_array_add (overrides, (gpointer) it);
      else if (master == NULL)
        master = it;
      else
        report (
            r, it->line, it->uid,
            g_strdup (_ ("The file has a newer event of the same UID; this one was left out.")));
    }
  way_expand_series (&r->x, master, overrides);
}

static void
expand_all (WayFileReader *r)
{
  g_ptr_array_sort (r->events, compare_events);
  for (guint i = 0; i < r->events->len;)
    {
      const WayFileEvent *first = g_ptr_array_index (r->events, i);
      guint k = i + 1;

      while (k < r->events->len &&
             g_str_equal (((WayFileEvent *) g_ptr_array_index (r->events, k))->uid, first->uid))
        k++;
      expand_uid (r, i, k);
      /* Their memory is that of the instances to come. */
      for (; i < k; i++)
        g_clear_pointer (&r->events->pdata[i], way_file_event_free);
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
check_input (WayFileReader *r, gsize length, GError **error)
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
has_begin (const WayFileReader *r)
{
  for (guint i = 0; i < r->lines->len; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      /* Some programs hand out an event without a calendar around it. */
      if (g_str_equal (line->name, "BEGIN") &&
          (g_ascii_strcasecmp (line->value, "VCALENDAR") == 0 ||
           g_ascii_strcasecmp (line->value, "VEVENT") == 0 ||
           g_ascii_strcasecmp (line->value, "VFREEBUSY") == 0))
        return TRUE;
    }
  return FALSE;
}

/* What no event is timed by tells nothing, but for a zone that is to be asked about. Which zone is that of floating
 * times is known at the end of the file. */
static void
finish_times (WayFileReader *r)
{
  GPtrArray *times = r->x.content->times;
  const char *floating = way_zone_get_id (r->x.floating);

  for (guint i = times->len; i-- > 0;)
    {
      WayCalendarTimes *it = g_ptr_array_index (times, i);
      if (it->kind == WAY_TIMES_UNKNOWN)
        {
          g_free (it->zone);
          it->zone = g_strdup (floating);
        }
      else if (it->n_events == 0)
        g_ptr_array_remove_index (times, i);
    }
  if (r->n_utc > 0)
    way_calendar_add_times (r->x.content, WAY_TIMES_IN_UTC, "", "UTC", r->n_utc);
  if (r->n_floating > 0)
    way_calendar_add_times (r->x.content, WAY_TIMES_FLOATING, "", floating, r->n_floating);
  if (r->n_all_day > 0)
    way_calendar_add_times (r->x.content, WAY_TIMES_ALL_DAY, "", floating, r->n_all_day);
}

static void
read_all (WayFileReader *r, const char *data, gsize length)
{
  r->chunks = g_ptr_array_new_with_free_func (g_free);
  r->lines = way_calendar_lines (data, length, r->x.content->skipped, r->chunks);
  r->empty = way_file_event_new (0);
  r->events = g_ptr_array_new ();
  r->zones =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) way_file_zone_free);
  r->vtimezones = g_hash_table_new (g_str_hash, g_str_equal);
  index_zones (r);
  read_components (r);
  expand_all (r);
  finish_times (r);
  g_ptr_array_sort (r->x.content->events, compare_busy);
}

WayCalendarContent *
way_calendar_read (const char *data,
                   gsize length,
                   const char *name,
                   const WayCalendarReadOptions *options,
                   GError **error)
{
  g_autoptr (WayCalendarContent) content = way_calendar_content_new ();
  WayFileReader r = { .x = { .options = options, .content = content }, .name = name };

  if (!check_input (&r, length, error))
    return NULL;
  r.x.floating = way_zone_new (options->zone, error);
  if (r.x.floating == NULL)
    return NULL;
  icalerror_set_errors_are_fatal (0);
  read_all (&r, data, length);
  gboolean calendar = has_begin (&r);
  g_ptr_array_unref (r.events);
  way_file_event_free (r.empty);
  g_hash_table_unref (r.zones);
  g_hash_table_unref (r.vtimezones);
  g_ptr_array_unref (r.lines);
  g_ptr_array_unref (r.chunks);
  way_zone_free (r.x.floating);
  icalmemory_free_ring ();
  if (calendar)
    return g_steal_pointer (&content);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("%s:1: this is not a calendar file: it has no BEGIN:VCALENDAR line."), name);
  return NULL;
}

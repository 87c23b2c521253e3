/* One VEVENT or VFREEBUSY from its lines. Whatever cannot be read is reported: a lost end or exception is
 * busy time that is wrong. */
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONG_EVENT_S (366 * 86400LL)

void
way_file_event_free (WayFileEvent *event)
{
  g_free (event->uid);
  g_free (event->title);
  g_ptr_array_unref (event->rules);
  g_ptr_array_unref (event->except_rules);
  g_array_unref (event->dates);
  g_array_unref (event->periods);
  g_array_unref (event->except);
  g_free (event);
}

static void
make_lists (WayFileEvent *event)
{
  event->rules = g_ptr_array_new ();
  event->except_rules = g_ptr_array_new ();
  event->dates = g_array_new (FALSE, FALSE, sizeof (WayFileTime));
  event->periods = g_array_new (FALSE, FALSE, sizeof (WayInterval));
  event->except = g_array_new (FALSE, FALSE, sizeof (WayFileTime));
}

WayFileEvent *
way_file_event_new (int line)
{
  WayFileEvent *event = g_new0 (WayFileEvent, 1);

  event->line = line;
  event->uid = g_strdup ("");
  event->title = g_strdup ("");
  make_lists (event);
  return event;
}

/* Five lists of its own for each of a million events that do not repeat would be most of their memory. */
static WayFileEvent *
event_new (const WayFileReader *r, int line)
{
  WayFileEvent *event = g_new0 (WayFileEvent, 1);

  event->line = line;
  event->uid = g_strdup ("");
  event->title = g_strdup ("");
  event->rules = g_ptr_array_ref (r->empty->rules);
  event->except_rules = g_ptr_array_ref (r->empty->except_rules);
  event->dates = g_array_ref (r->empty->dates);
  event->periods = g_array_ref (r->empty->periods);
  event->except = g_array_ref (r->empty->except);
  return event;
}

/* Before something is put into one of its lists: these are lists of its own from now on. */
static void
own_lists (const WayFileReader *r, WayFileEvent *event)
{
  if (event->rules != r->empty->rules)
    return;
  g_autoptr (GPtrArray) rules = event->rules;
  g_autoptr (GPtrArray) except_rules = event->except_rules;
  g_autoptr (GArray) dates = event->dates;
  g_autoptr (GArray) periods = event->periods;
  g_autoptr (GArray) except = event->except;
  make_lists (event);
}

/* @message has one "%s" for the value, of which a title's length is enough. */
static void
report_value (WayFileReader *r, const WayContentLine *line, const char *message, const char *value)
{
  g_autofree char *text = way_calendar_unescape (value);

  if (g_utf8_strlen (text, -1) > 60)
    *g_utf8_offset_to_pointer (text, 60) = '\0';
  way_calendar_skip (r->x.content->skipped, line->number, "", g_strdup_printf (message, text));
}

static gboolean
read_time (WayFileReader *r, const WayContentLine *line, const char *value, WayFileTime *time)
{
  g_autofree char *tzid = way_content_line_param (line, "TZID");
  g_autofree char *type = way_content_line_param (line, "VALUE");

  if (!way_file_time_parse (value, time))
    return FALSE;
  if (type != NULL && g_ascii_strcasecmp (type, "DATE") == 0 && !time->is_date)
    {
      time->is_date = TRUE;
      time->is_utc = FALSE;
      time->local = way_local_day (time->local) * 86400;
    }
  if (tzid != NULL && *tzid != '\0' && !time->is_date && !time->is_utc)
    time->zone = way_reader_zone (r, tzid, line->number);
  return TRUE;
}

/* By what its start is timed. */
static void
count_times (WayFileReader *r, const WayFileTime *start)
{
  if (start->is_date)
    r->n_all_day++;
  else if (start->is_utc)
    r->n_utc++;
  else if (start->zone != NULL)
    start->zone->times->n_events++;
  else
    r->n_floating++;
}

static void
add_period (WayFileReader *r, const WayContentLine *line, const char *value, GArray *periods)
{
  g_auto (GStrv) ends = g_strsplit (value, "/", 2);
  WayFileTime start, end;
  gint64 days, seconds, start_utc = 0, end_utc = 0;

  if (ends[0] != NULL && ends[1] != NULL && read_time (r, line, ends[0], &start))
    {
      start_utc = way_file_time_to_utc (&start, r->x.floating);
      if (read_time (r, line, ends[1], &end))
        end_utc = way_file_time_to_utc (&end, r->x.floating);
      else if (way_duration_parse (ends[1], &days, &seconds))
        end_utc = way_file_time_at (&start, start.local + days * 86400, r->x.floating) + seconds;
    }
  if (start_utc < end_utc)
    way_interval_set_add (periods, start_utc, end_utc);
  else
    report_value (r, line, _ ("A period cannot be read: “%s”."), value);
}

/* RDATE or EXDATE, of any length. */
static void
read_dates (WayFileReader *r, const WayContentLine *line, GArray *times, GArray *periods)
{
  g_auto (GStrv) values = g_strsplit (line->value, ",", -1);

  for (char **value = values; *value != NULL; value++)
    {
      WayFileTime time;
      if (strchr (*value, '/') != NULL && periods != NULL)
        add_period (r, line, *value, periods);
      else if (read_time (r, line, *value, &time))
        g_array_append_val (times, time);
      else if (*g_strstrip (*value) != '\0')
        report_value (r, line,
                      periods != NULL ? _ ("A further date of it cannot be read: “%s”.")
                                      : _ ("A date it is left out on cannot be read: “%s”."),
                      *value);
    }
}

static void
set_text (char **to, const char *value)
{
  g_free (*to);
  *to = way_calendar_unescape (value);
}

/* A UID of any length stays one of its own, and short. */
static void
set_uid (WayFileEvent *event, const char *value)
{
  set_text (&event->uid, value);
  if (strlen (value) > WAY_CALENDAR_MAX_TEXT)
    {
      g_free (event->uid);
      event->uid = g_compute_checksum_for_string (G_CHECKSUM_SHA256, value, -1);
    }
}

static void
read_end (WayFileReader *r, WayFileEvent *event, const WayContentLine *line)
{
  gboolean duration = g_str_equal (line->name, "DURATION");

  if (duration)
    event->has_duration = way_duration_parse (line->value, &event->days, &event->seconds);
  else
    event->has_end = read_time (r, line, line->value, &event->end);
  if (!(duration ? event->has_duration : event->has_end))
    report_value (r, line, _ ("Its end cannot be read: “%s”."), line->value);
}

static void
read_recurrence_id (WayFileReader *r, WayFileEvent *event, const WayContentLine *line)
{
  g_autofree char *range = way_content_line_param (line, "RANGE");

  event->has_recurrence_id = read_time (r, line, line->value, &event->recurrence_id);
  event->this_and_future = range != NULL && g_ascii_strcasecmp (range, "THISANDFUTURE") == 0;
  event->lost = !event->has_recurrence_id;
  if (event->lost)
    report_value (r, line, _ ("The time it stands for cannot be read, so it was left out: “%s”."),
                  line->value);
}

static void
add_rule (WayFileReader *r, GPtrArray *rules, const WayContentLine *line)
{
  if (rules->len < WAY_CALENDAR_MAX_RULES)
    g_ptr_array_add (rules, (gpointer) line);
  else
    way_calendar_skip (r->x.content->skipped, line->number, "",
                       g_strdup (_ ("It has more than 50 repeat rules; this one was left out.")));
}

/* What makes it a series. %FALSE for another property. */
static gboolean
read_event_series (WayFileReader *r, WayFileEvent *event, const WayContentLine *line)
{
  static const char *const names[] = { "RRULE", "EXRULE", "RDATE", "EXDATE", NULL };

  if (!g_strv_contains (names, line->name))
    return FALSE;
  own_lists (r, event);
  if (g_str_equal (line->name, "RRULE"))
    add_rule (r, event->rules, line);
  else if (g_str_equal (line->name, "EXRULE"))
    add_rule (r, event->except_rules, line);
  else if (g_str_equal (line->name, "RDATE"))
    read_dates (r, line, event->dates, event->periods);
  else
    read_dates (r, line, event->except, NULL);
  return TRUE;
}

/* %FALSE for another property. */
static gboolean
read_event_times (WayFileReader *r, WayFileEvent *event, const WayContentLine *line)
{
  if (g_str_equal (line->name, "DTSTART"))
    event->has_start = read_time (r, line, line->value, &event->start);
  else if (g_str_equal (line->name, "DTEND") || g_str_equal (line->name, "DURATION"))
    read_end (r, event, line);
  else if (g_str_equal (line->name, "RECURRENCE-ID"))
    read_recurrence_id (r, event, line);
  else
    return read_event_series (r, event, line);
  return TRUE;
}

static void
read_event_property (WayFileReader *r, WayFileEvent *event, const WayContentLine *line)
{
  WayFileTime stamp;

  if (read_event_times (r, event, line))
    return;
  if (g_str_equal (line->name, "UID"))
    set_uid (event, line->value);
  else if (g_str_equal (line->name, "SUMMARY"))
    set_text (&event->title, line->value);
  else if (g_str_equal (line->name, "SEQUENCE"))
    event->sequence = (int) CLAMP (g_ascii_strtoll (line->value, NULL, 10), 0, G_MAXINT);
  else if (g_str_equal (line->name, "DTSTAMP") && way_file_time_parse (line->value, &stamp))
    event->stamp = stamp.local;
  else if (g_str_equal (line->name, "LAST-MODIFIED") && way_file_time_parse (line->value, &stamp))
    event->modified = stamp.local;
  else if (g_str_equal (line->name, "STATUS"))
    event->cancelled = g_ascii_strcasecmp (line->value, "CANCELLED") == 0;
  else if (g_str_equal (line->name, "TRANSP") ||
           g_str_equal (line->name, "X-MICROSOFT-CDO-BUSYSTATUS"))
    event->free = event->free || g_ascii_strcasecmp (line->value, "TRANSPARENT") == 0 ||
                  g_ascii_strcasecmp (line->value, "FREE") == 0;
}

/* A type mismatch is repaired: the start decides whether it is an all-day event. */
static void
check_length (WayFileReader *r, WayFileEvent *event)
{
  GPtrArray *skipped = r->x.content->skipped;
  gint64 length = event->has_duration ? event->days * 86400 + event->seconds
                  : event->has_end    ? event->end.local - event->start.local
                                      : 0;

  if (event->has_end && event->end.is_date != event->start.is_date)
    {
      gint64 end = event->end.local;
      event->end = event->start;
      event->end.local = event->start.is_date ? way_local_day (end) * 86400 : end;
      way_calendar_skip (skipped, event->line, event->uid,
                         event->start.is_date
                             ? g_strdup (_ ("It starts on a date and ends at a time; it was read "
                                            "as all-day."))
                             : g_strdup (_ ("It starts at a time and ends on a date; it was read "
                                            "as ending when that day begins.")));
    }
  if (length > LONG_EVENT_S)
    way_calendar_skip (skipped, event->line, event->uid,
                       g_strdup (_ ("It lasts longer than a year; it was kept.")));
}

/* A reader that was not told what is ours has nothing of ours to leave out. */
static gboolean
is_own (const WayFileReader *r, const char *uid, gboolean own_product)
{
  GHashTable *uids = r->x.options->own_uids;

  return uids != NULL && (own_product || g_hash_table_contains (uids, uid));
}

/* What somebody else made of an event of ours. */
static void
add_own (WayFileReader *r, const WayFileEvent *event)
{
  gint64 start_utc, end_utc;

  if (r->cancel || event->cancelled || event->lost || !event->has_start ||
      !g_hash_table_contains (r->x.options->own_uids, event->uid) ||
      !way_expand_first (&r->x, event, &start_utc, &end_utc))
    return;
  WayCalendarOwn *own = g_new0 (WayCalendarOwn, 1);
  own->uid = g_strdup (event->uid);
  own->start_utc = start_utc;
  own->end_utc = end_utc;
  own->sequence = event->sequence;
  own->modified_utc = event->modified != 0 ? event->modified : event->stamp;
  if (event->has_recurrence_id)
    own->recurrence_utc = way_file_time_to_utc (&event->recurrence_id, r->x.floating);
  g_ptr_array_add (r->x.content->own, own);
}

/* Takes @event. @mark: where the reports about it begin, which could not name it yet. */
static void
finish_event (WayFileReader *r, WayFileEvent *event, guint mark)
{
  WayCalendarContent *content = r->x.content;

  content->n_events++;
  if (*event->uid == '\0')
    {
      g_free (event->uid);
      event->uid = g_strdup_printf ("%" G_GINT64_FORMAT "-%08x", event->start.local,
                                    g_str_hash (event->title));
    }
  for (guint i = mark; i < content->skipped->len; i++)
    {
      WayCalendarSkip *skip = g_ptr_array_index (content->skipped, i);
      g_free (skip->uid);
      skip->uid = g_strdup (event->uid);
    }
  if (event->has_start)
    count_times (r, &event->start);
  if (is_own (r, event->uid, r->own_product))
    {
      content->n_own++;
      add_own (r, event);
    }
  else if (!event->has_start)
    way_calendar_skip (content->skipped, event->line, event->uid,
                       g_strdup (_ ("It has no start that can be read.")));
  else if (!r->cancel && !event->lost)
    {
      check_length (r, event);
      g_ptr_array_add (r->events, event);
      return;
    }
  way_file_event_free (event);
}

guint
way_reader_event (WayFileReader *r, guint begin)
{
  const WayContentLine *first = g_ptr_array_index (r->lines, begin);
  WayFileEvent *event = event_new (r, first->number);
  guint mark = r->x.content->skipped->len;
  WayComponentEnd how;
  guint end = way_reader_component_end (r, begin, &how);
  int depth = 0;

  for (guint i = begin; i < end; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      if (g_str_equal (line->name, "BEGIN"))
        depth++;
      else if (g_str_equal (line->name, "END"))
        depth = MAX (1, depth - 1);
      else if (depth == 1)
        read_event_property (r, event, line);
    }
  if (how == WAY_COMPONENT_TRUNCATED)
    {
      way_calendar_skip (r->x.content->skipped, first->number, event->uid,
                         g_strdup (_ ("The file ends in the middle of it.")));
      way_file_event_free (event);
      return end;
    }
  if (how == WAY_COMPONENT_OPEN)
    way_calendar_skip (r->x.content->skipped, first->number, event->uid,
                       g_strdup (_ ("It has no END:VEVENT; it was read as far as the next part.")));
  finish_event (r, event, mark);
  return end;
}

static void
read_freebusy_line (WayFileReader *r, const WayContentLine *line)
{
  g_autofree char *type = way_content_line_param (line, "FBTYPE");
  g_autoptr (GArray) periods = way_interval_set_new ();
  g_auto (GStrv) values = g_strsplit (line->value, ",", -1);

  if (type != NULL && g_ascii_strcasecmp (type, "FREE") == 0)
    return;
  for (char **value = values; *value != NULL; value++)
    if (*g_strstrip (*value) != '\0')
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

/* Somebody else's free/busy file may be Waymark's too, and is busy time: only its UID tells. */
static gboolean
is_own_freebusy (const WayFileReader *r, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      if (g_str_equal (line->name, "UID"))
        return is_own (r, line->value, FALSE);
    }
  return FALSE;
}

guint
way_reader_freebusy (WayFileReader *r, guint begin)
{
  WayComponentEnd how;
  guint end = way_reader_component_end (r, begin, &how);
  gboolean own = is_own_freebusy (r, begin, end);

  r->x.content->n_events++;
  r->x.content->n_own += own;
  for (guint i = begin; i < end && !own; i++)
    {
      const WayContentLine *line = g_ptr_array_index (r->lines, i);
      if (g_str_equal (line->name, "FREEBUSY"))
        read_freebusy_line (r, line);
    }
  return end;
}

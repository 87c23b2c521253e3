#include "core/calendar/content.h"

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
way_calendar_times_free (WayCalendarTimes *times)
{
  g_free (times->tzid);
  g_free (times->zone);
  g_free (times);
}

void
way_calendar_own_free (WayCalendarOwn *own)
{
  g_free (own->uid);
  g_free (own);
}

const char *
way_times_kind_to_word (WayTimesKind kind)
{
  static const char *const words[] = { "utc",     "named",    "file",   "answered",
                                       "unknown", "floating", "all-day" };

  return words[kind];
}

void
way_calendar_content_free (WayCalendarContent *content)
{
  if (content == NULL)
    return;
  g_free (content->name);
  g_ptr_array_unref (content->events);
  g_ptr_array_unref (content->skipped);
  g_ptr_array_unref (content->times);
  g_ptr_array_unref (content->own);
  g_free (content);
}

WayCalendarContent *
way_calendar_content_new (void)
{
  WayCalendarContent *content = g_new0 (WayCalendarContent, 1);

  content->name = g_strdup ("");
  content->events = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_event_free);
  content->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_skip_free);
  content->times = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_times_free);
  content->own = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_own_free);
  return content;
}

WayCalendarTimes *
way_calendar_add_times (WayCalendarContent *content,
                        WayTimesKind kind,
                        const char *tzid,
                        const char *zone,
                        int n_events)
{
  WayCalendarTimes *times = g_new0 (WayCalendarTimes, 1);

  times->kind = kind;
  times->tzid = g_strdup (tzid);
  times->zone = g_strdup (zone);
  times->n_events = n_events;
  g_ptr_array_add (content->times, times);
  return times;
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

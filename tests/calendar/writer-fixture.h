/* Events as the writer takes them, and the file of them. */
#pragma once

#include "core/calendar/writer.h"

#define HOUR 3600
#define T0   G_GINT64_CONSTANT (1799053200) /* 2027-01-04T09:00:00Z */

static inline WayCalendarEntry
entry (const char *uid, gint64 start_utc, const char *summary)
{
  return (WayCalendarEntry) { .uid = uid,
                              .created_utc = T0,
                              .changed_utc = T0,
                              .summary = summary,
                              .description = "",
                              .categories = "",
                              .related_to = "",
                              .start_utc = start_utc,
                              .end_utc = start_utc + HOUR,
                              .busy = TRUE };
}

static inline char *
write_file (WayCalendarEntry **entries, const char *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile file = { "Plan", zone, array };

  for (; *entries != NULL; entries++)
    g_ptr_array_add (array, *entries);
  g_autoptr (GBytes) bytes = way_calendar_write (&file, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Reading a file that comes from outside in a process of its own, with limits of memory and time: whatever
 * the file does to its reader ends as a message. */
#pragma once

#include "core/calendar/input.h"
#include "core/calendar/reader.h"

G_BEGIN_DECLS

/**
 * way_calendar_worker_init:
 *
 * Comes first in main(), behind the setting up of translations. In a child it does the work and exits; else
 * way_calendar_read_isolated() starts this program again. In a program that does not call it (a test),
 * way_calendar_read_isolated() reads in this process.
 */
void way_calendar_worker_init (int argc, char **argv);

/**
 * way_calendar_read_isolated:
 *
 * As way_calendar_read(), from any thread. It blocks for as long as the child reads, at most 30 s.
 *
 * Returns: (transfer full): %NULL with what way_calendar_read() says, or with %WAY_ERROR_LIMIT when the
 * child took too long or too much memory, or ended without an answer
 */
WayCalendarContent *way_calendar_read_isolated (const WayCalendarInput *file,
                                                const char *name,
                                                const WayCalendarReadOptions *options,
                                                GError **error);

/* What a child may take. */
typedef struct
{
  gint64
      memory_bytes; /* of addresses; not in a build with the address sanitizer, which takes terabytes */
  gint64 cpu_s;
  gint64 wall_ms;
  gint64 answer_bytes;
} WayCalendarWorkerLimits;

/* With other limits, for tests. */
WayCalendarContent *way_calendar_read_limited (const WayCalendarInput *file,
                                               const char *name,
                                               const WayCalendarReadOptions *options,
                                               const WayCalendarWorkerLimits *limits,
                                               GError **error);

G_END_DECLS

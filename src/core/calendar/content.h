/* What is read of a calendar file: busy time, and a report on what was met. */
#pragma once

#include "core/base/interval.h"

G_BEGIN_DECLS

/* Limits of one file; each one that is met is named in the report. */
#define WAY_CALENDAR_MAX_BYTES (256 * 1024 * 1024)

typedef struct
{
  const char *zone; /* of floating and all-day times: IANA name */
  gint64 from_utc;  /* series are expanded over [from, to) */
  gint64 to_utc;
  gboolean all_day_busy; /* opaque all-day events block their days */
  /* Set of UIDs of our own blocks, never busy, as is no event of another plan of ours; %NULL: all that
   * the file says is busy. */
  GHashTable *own_uids;
  GHashTable *
      zones; /* TZID → IANA name: what a person said those mean that nobody knows; %NULL: nothing */
} WayCalendarReadOptions;

/* One instance of an event that blocks time. */
typedef struct
{
  char *uid;
  char *title;
  gint64 start_utc;
  gint64 end_utc;
  gboolean all_day;
} WayCalendarEvent;

/* How the times of an event are tied to the world. */
typedef enum
{
  WAY_TIMES_IN_UTC,
  WAY_TIMES_NAMED,    /* in a zone of this system, by its own name or by that of another vendor */
  WAY_TIMES_OF_FILE,  /* by rules that the file brings */
  WAY_TIMES_ANSWERED, /* in a zone that nobody knows, as a person said */
  WAY_TIMES_UNKNOWN,  /* in a zone that nobody knows: read as floating */
  WAY_TIMES_FLOATING, /* in no zone: those of the reader's */
  WAY_TIMES_ALL_DAY,  /* days in the reader's zone */
} WayTimesKind;

/* "calendar busy --json" and others name a kind so. */
const char *way_times_kind_to_word (WayTimesKind kind);

typedef struct
{
  WayTimesKind kind;
  char *tzid; /* as in the file; "" in UTC, floating and all-day */
  char *zone; /* IANA name of what they were read in; "": rules of the file */
  int n_events;
} WayCalendarTimes;

/* An event of ours in a file of somebody else. */
typedef struct
{
  char *uid;
  gint64 recurrence_utc; /* which time of a series; 0: it is the event itself */
  gint64 start_utc, end_utc;
  int sequence;
  gint64 modified_utc; /* LAST-MODIFIED, or DTSTAMP without it; 0: neither */
} WayCalendarOwn;

typedef struct
{
  int line; /* in the file, from 1; 0 unknown */
  char *uid;
  char *reason;
} WayCalendarSkip;

typedef struct
{
  char *name;         /* X-WR-CALNAME or NAME; "" without one */
  GPtrArray *events;  /* of WayCalendarEvent *, by start; clipped to nothing: whole instances that
                          meet [from, to) */
  int n_events;       /* VEVENTs and VFREEBUSYs in the file */
  int n_own;          /* of ours, left out */
  GPtrArray *skipped; /* of WayCalendarSkip * */
  GPtrArray *times;   /* of WayCalendarTimes *: by what its events are timed */
  GPtrArray *own; /* of WayCalendarOwn *: of @n_own those with a UID of @own_uids that take place */
} WayCalendarContent;

void way_calendar_event_free (WayCalendarEvent *event);
void way_calendar_skip_free (WayCalendarSkip *skip);
void way_calendar_times_free (WayCalendarTimes *times);
void way_calendar_own_free (WayCalendarOwn *own);
void way_calendar_content_free (WayCalendarContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCalendarContent, way_calendar_content_free)

/* With nothing in it (transfer full). */
WayCalendarContent *way_calendar_content_new (void);

WayCalendarTimes *way_calendar_add_times (WayCalendarContent *content,
                                          WayTimesKind kind,
                                          const char *tzid,
                                          const char *zone,
                                          int n_events);

/* The merged busy time of @content in [from_utc, to_utc): a normal interval set (transfer full). */
GArray *
way_calendar_content_busy (const WayCalendarContent *content, gint64 from_utc, gint64 to_utc);

G_END_DECLS

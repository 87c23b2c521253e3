/* Reading .ics files: bytes in, busy time and a report out. Pure: no database, no clock. */
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
  GPtrArray *unknown_zones; /* of char * */
} WayCalendarContent;

void way_calendar_event_free (WayCalendarEvent *event);
void way_calendar_skip_free (WayCalendarSkip *skip);
void way_calendar_content_free (WayCalendarContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCalendarContent, way_calendar_content_free)

/**
 * way_calendar_read:
 * @name: the file's name, for messages
 *
 * Returns: (transfer full): %NULL with %WAY_ERROR_INVALID when it is no calendar file (the message
 * names the line), %WAY_ERROR_LIMIT when it is too large
 */
WayCalendarContent *way_calendar_read (const char *data,
                                       gsize length,
                                       const char *name,
                                       const WayCalendarReadOptions *options,
                                       GError **error);

/* The merged busy time of @content in [from_utc, to_utc): a normal interval set (transfer full). */
GArray *
way_calendar_content_busy (const WayCalendarContent *content, gint64 from_utc, gint64 to_utc);

G_END_DECLS

/* Writing .ics files: plain structs in, bytes out. The profile is RFC 5545 as narrowed by what
 * calendar programs were seen to accept. Pure: same input, same bytes. */
#pragma once

#include "core/base/date.h"

G_BEGIN_DECLS

/* The times of an event that repeats: those of a rule, but for some. */
typedef struct
{
  char *rule;       /* value of RRULE; %NULL: it takes place once */
  GArray *except;   /* of gint64: starts of the rule that have no event */
  GPtrArray *moved; /* of WayCalendarEntry *: what the rule has at their recurrence_utc */
  gint64 last_utc;  /* start of the last time */
  GArray *
      regular; /* of gint64: where the rule has each of its times, also of those that are not written */
  char *content; /* what tells two revisions apart, whatever part of them is written */
} WayCalendarSeries;

/* One VEVENT, or one VTODO. Texts are UTF-8 and borrowed from the caller for the call. */
typedef struct
{
  const char *uid; /* of letters, digits, ".", "@" and "-"; unlike any other of the file */
  int sequence;
  gint64 created_utc;
  gint64 changed_utc; /* DTSTAMP and LAST-MODIFIED */
  const char *summary;
  const char *description;   /* "" to leave out */
  const char *categories;    /* comma-separated words; "" to leave out */
  const char *related_to;    /* UID; "" to leave out */
  const char *color;         /* CSS3 name, RFC 7986 5.9; "" or %NULL to leave out */
  gboolean all_day;          /* always so for a to-do */
  WayDate date;              /* all_day: the day; of a to-do: when it is due */
  gint64 start_utc, end_utc; /* timed */
  gboolean busy;             /* OPAQUE, else TRANSPARENT */
  gboolean is_private;       /* CLASS:PRIVATE */
  gboolean cancelled;
  gint64 completed_utc; /* of a to-do; 0: open */
  int alarm_minutes[2]; /* minutes before the start; 0 for none */
  const WayCalendarSeries
      *series; /* of a timed event, which is the first of its rule; %NULL: it does not repeat */
  gint64 recurrence_utc; /* of one in a series: the start it has by the rule */
} WayCalendarEntry;

/* How many components it is: one, and one for each of its series' moved ones. */
guint way_calendar_entry_count (const WayCalendarEntry *entry);

typedef struct
{
  const char *name;         /* of the calendar */
  const char *zone;         /* IANA name of the timed entries; %NULL writes UTC */
  const GPtrArray *entries; /* of WayCalendarEntry *, any order */
  gboolean todos;           /* the entries are VTODOs; all of them all-day */
} WayCalendarFile;

/* The file's bytes, checked by reading them back (transfer full). %WAY_ERROR_INVALID for text that
 * is not UTF-8 and for a UID that is missing, of other characters or there twice,
 * %WAY_ERROR_NOT_FOUND for an unknown zone. */
GBytes *way_calendar_write (const WayCalendarFile *file, GError **error);

G_END_DECLS

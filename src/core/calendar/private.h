/* What the files of the calendar reader share. */
#pragma once

#include "core/base/zone.h"
#include "core/calendar/content.h"
#include "core/calendar/rule.h"

#include <libical/ical.h>

G_BEGIN_DECLS

#define WAY_CALENDAR_MAX_COMPONENTS 1000000
#define WAY_CALENDAR_MAX_LINES      4000000 /* that are kept */
#define WAY_CALENDAR_MAX_REPORTED   10000
#define WAY_CALENDAR_MAX_ZONES      1000 /* TZIDs of one file */
#define WAY_CALENDAR_MAX_OWN_ZONES  50   /* VTIMEZONEs of one file that are used */
#define WAY_CALENDAR_MAX_TEXT       1000 /* bytes of a title or a UID */
#define WAY_CALENDAR_MAX_RULES      50   /* of one event */
#define WAY_CALENDAR_MAX_LINE       (256 * 1024)
#define WAY_CALENDAR_MAX_PARAMETERS 4096
#define WAY_CALENDAR_MAX_INSTANCES  5000    /* of one event */
#define WAY_CALENDAR_MAX_STEPS      2000000 /* of rules, of one file */

/* A content line: RFC 5545 section 3.1, unfolded, UTF-8. */
typedef struct
{
  int number;        /* of its first physical line */
  const char *name;  /* in capitals; static */
  const char *value; /* in @params, behind its end */
  char params[];     /* ";TZID=…", as written; "" for none */
} WayContentLine;

/* (element-type WayContentLine). Takes CRLF, CR and LF, a byte order mark and Windows-1252 text; what
 * is over a limit is left out and added to @skipped. The lines lie in blocks that are added to @chunks,
 * which must free them with g_free(), and live as long. */
GPtrArray *
way_calendar_lines (const char *data, gsize length, GPtrArray *skipped, GPtrArray *chunks);

/* The value of the parameter @name (transfer full), unquoted; %NULL without it. */
char *way_content_line_param (const WayContentLine *line, const char *name);

/* "\\n" and friends of TEXT (RFC 5545 section 3.3.11), undone; one line, of at most
 * %WAY_CALENDAR_MAX_TEXT bytes (transfer full). */
char *way_calendar_unescape (const char *value);

void way_calendar_skip (GPtrArray *skipped, int line, const char *uid, char *reason);

/* A zone of a file: a system zone, or a VTIMEZONE of the file. */
typedef struct
{
  WayZone *system;
  icaltimezone *own;       /* with its component; %NULL for a system zone */
  WayCalendarTimes *times; /* counts its events; borrowed */
} WayFileZone;

void way_file_zone_free (WayFileZone *zone);

/* An IANA name for what programs write as TZID: the name itself in any case, one behind a vendor's
 * prefix, a Windows name. %NULL when it is none of these. The answer is a zone that opens. */
WayZone *way_tzid_to_zone (const char *tzid);

/* A VTIMEZONE from its lines, "BEGIN" to "END". %NULL when it cannot be used. */
icaltimezone *way_vtimezone_parse (const GPtrArray *lines, guint first, guint last);

/* A time as written. */
typedef struct
{
  gint64 local; /* the wall clock counted as if it were UTC; a date is its midnight */
  gboolean is_date;
  gboolean is_utc;
  WayFileZone *zone; /* %NULL: UTC, floating or a date */
} WayFileTime;

/* Reads "20270104T090000Z", "20270104"; %FALSE when it is neither. @zone is left %NULL. */
gboolean way_file_time_parse (const char *value, WayFileTime *time);

/* The day of a wall clock, also before 1970. */
static inline gint64
way_local_day (gint64 local)
{
  return local / 86400 - (local % 86400 < 0);
}

/* The instant; @floating is the zone of floating times and dates. RFC 5545 section 3.3.5. */
gint64 way_file_time_to_utc (const WayFileTime *time, WayZone *floating);

/* The instant of another wall-clock time in the same zone. */
gint64 way_file_time_at (const WayFileTime *time, gint64 local, WayZone *floating);

/* The last wall-clock time of the zone of @time whose instant is not past @utc. */
gint64 way_file_time_last_local (const WayFileTime *time, gint64 utc, WayZone *floating);

/* The offset rule of RFC 5545 for any zone: @offset gives seconds east at an instant. */
typedef int (*WayOffsetFunc) (gpointer zone, gint64 utc);
gint64 way_local_to_utc (WayOffsetFunc offset, gpointer zone, gint64 local);

/* "P1DT2H": days are days of the calendar, seconds are exact. %FALSE when it is no duration. */
gboolean way_duration_parse (const char *value, gint64 *days, gint64 *seconds);

/* One VEVENT. */
typedef struct
{
  int line;
  char *uid;
  char *title;
  int sequence;
  gint64 stamp;
  gint64 modified;
  gboolean has_start;
  WayFileTime start;
  gboolean has_end;
  WayFileTime end;
  gboolean has_duration;
  gint64 days, seconds; /* DURATION */
  gboolean has_recurrence_id;
  gboolean this_and_future;
  WayFileTime recurrence_id;
  GPtrArray *rules;        /* of WayContentLine *, borrowed: RRULE */
  GPtrArray *except_rules; /* the same: EXRULE */
  GArray *dates;           /* of WayFileTime: RDATE */
  GArray *periods;         /* of WayInterval: RDATE;VALUE=PERIOD */
  GArray *except;          /* of WayFileTime: EXDATE */
  gboolean cancelled;
  gboolean free;
  gboolean lost; /* its RECURRENCE-ID cannot be read */
} WayFileEvent;

WayFileEvent *way_file_event_new (int line);
void way_file_event_free (WayFileEvent *event);

typedef struct
{
  const WayCalendarReadOptions *options;
  WayZone *floating;
  WayCalendarContent *content;
  gint64 steps; /* of rules so far */
} WayExpander;

typedef struct
{
  WayExpander x;
  const char *name;
  GPtrArray *lines;
  GPtrArray *chunks;      /* the memory of @lines */
  WayFileEvent *empty;    /* lends its lists to the many events that have nothing in them */
  GPtrArray *events;      /* of WayFileEvent * */
  GHashTable *zones;      /* TZID → WayFileZone *, with neither for one that is unknown */
  GHashTable *vtimezones; /* TZID → GUINT index of its BEGIN line */
  int n_own_zones;
  int n_utc, n_floating, n_all_day; /* events without a TZID */
  gboolean told_zones;              /* that there are too many */
  gboolean cancel;                  /* METHOD:CANCEL, REPLY or COUNTER: nothing in it is busy */
  gboolean own_product;             /* PRODID is ours */
} WayFileReader;

typedef enum
{
  WAY_COMPONENT_CLOSED,    /* by its own END */
  WAY_COMPONENT_OPEN,      /* by the next component, or the end of the calendar */
  WAY_COMPONENT_TRUNCATED, /* by the end of the file */
} WayComponentEnd;

/* The index behind the component that begins at @begin. */
guint way_reader_component_end (const WayFileReader *r, guint begin, WayComponentEnd *how);

/* The zone a TZID means: an installed one, else the file's own, else one that is neither (floating, and reported);
 * %NULL: there are too many. */
WayFileZone *way_reader_zone (WayFileReader *r, const char *tzid, int line);

/* Read the component that begins at @begin; the index behind it. */
guint way_reader_event (WayFileReader *r, guint begin);
guint way_reader_freebusy (WayFileReader *r, guint begin);

/* Adds the busy instances of one series: @master and its overrides (element-type WayFileEvent). Either
 * may be missing (%NULL, empty). */
void way_expand_series (WayExpander *x, const WayFileEvent *master, const GPtrArray *overrides);

/* When @event itself takes place, without its repetitions; %FALSE when it ends before it starts. */
gboolean way_expand_first (const WayExpander *x,
                           const WayFileEvent *event,
                           gint64 *start_utc,
                           gint64 *end_utc);

/* Reads a rule. %FALSE with the reason (transfer full) when only the first instance can be kept. @start: of the
 * series; @until: its last wall-clock time, %G_MAXINT64 for none. */
gboolean way_rule_prepare (const char *value,
                           const WayFileTime *start,
                           WayZone *floating,
                           WayRule *rule,
                           gint64 *until,
                           char **reason);

G_END_DECLS

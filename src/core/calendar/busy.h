/* Calendars to plan around, in the store. */
#pragma once

#include "core/calendar/reader.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* What an import did. Counts of instances, except n_own. */
typedef struct
{
  gint64 calendar_id;
  int added, updated, unchanged, removed;
  int n_own;
  int skipped;
  GPtrArray *skips;         /* of WayCalendarSkip * */
  GPtrArray *unknown_zones; /* of char * */
} WayBusyReport;

void way_busy_report_free (WayBusyReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayBusyReport, way_busy_report_free)

/* Imports the .ics file at @path ("-": standard input) as a busy calendar, as one action; a calendar
 * of the same path is brought up to date. Series are expanded from one year before @now_utc to four
 * years after. @zone: of floating and all-day times. Nothing is written when the file has not changed. */
WayBusyReport *way_busy_add (WayStore *store,
                             const char *path,
                             const char *zone,
                             gboolean all_day_busy,
                             gint64 now_utc,
                             GError **error);

typedef struct
{
  gint64 id;
  char *name;
  char *path;
  char *zone;
  int n_events; /* stored instances */
  gint64 imported_utc;
} WayBusyCalendar;

void way_busy_calendar_free (WayBusyCalendar *calendar);

/* (element-type WayBusyCalendar) by name. */
GPtrArray *way_busy_list (WayStore *store, GError **error);

/* Reads every calendar's file again, as one action; the sum of the reports. */
WayBusyReport *way_busy_refresh (WayStore *store, gint64 now_utc, GError **error);

/* %WAY_ERROR_NOT_FOUND for an unknown id. */
gboolean way_busy_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

/* The merged busy time of all calendars in [from_utc, to_utc): a normal set (transfer full). */
GArray *way_busy_load (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error);

/* (element-type WayCalendarEvent) the single events, for the views, by start. */
GPtrArray *way_busy_load_events (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error);

G_END_DECLS

/* Calendars to plan around, in the store. */
#pragma once

#include "core/calendar/reader.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* A calendar file on its way into the store: made from what the store knows, read anywhere, kept in the end. */
typedef struct _WayBusyReading WayBusyReading;

/**
 * way_busy_reading_new:
 * @path: of an .ics file; "-" is standard input
 * @zone: of floating and all-day times
 *
 * Series are expanded from one year before @now_utc to four years after. What a person once said about the zones
 * of the calendar of the same path still holds.
 *
 * Returns: (transfer full)
 */
WayBusyReading *way_busy_reading_new (WayStore *store,
                                      const char *path,
                                      const char *zone,
                                      gboolean all_day_busy,
                                      gint64 now_utc,
                                      GError **error);
void way_busy_reading_free (WayBusyReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayBusyReading, way_busy_reading_free)

const char *way_busy_reading_get_path (const WayBusyReading *self);
gboolean way_busy_reading_get_all_day_busy (const WayBusyReading *self);

/* Before the file is read, or read again. */
void way_busy_reading_set_all_day_busy (WayBusyReading *self, gboolean all_day_busy);

/* What @tzid of the file means. %WAY_ERROR_NOT_FOUND for a @zone that is no IANA name. */
gboolean
way_busy_reading_answer (WayBusyReading *self, const char *tzid, const char *zone, GError **error);

/**
 * way_busy_reading_run:
 * @always: also when the store has just this file, read in the same way
 *
 * Reads the file. It blocks, touches no store, and may run in any thread.
 */
gboolean way_busy_reading_run (WayBusyReading *self, gboolean always, GError **error);

/* %NULL: it was not read, or the store has just this. */
const WayCalendarContent *way_busy_reading_get_content (const WayBusyReading *self);

/* SHA-256 of the bytes; %NULL: they were not read. */
const char *way_busy_reading_get_hash (const WayBusyReading *self);

/* Whether keeping it would change anything but the time of the import. */
gboolean way_busy_reading_is_known (const WayBusyReading *self);

/* Whether the file is not the one that the store has; %FALSE when it could not be read. */
gboolean way_busy_reading_has_changed (const WayBusyReading *self);

/* What an import did. Counts of instances, except n_own; way_moved_list() has what was moved of ours. */
typedef struct
{
  gint64 calendar_id; /* of the last one */
  int added, updated, unchanged, removed;
  int n_own;
  int skipped;
  GPtrArray *skips;  /* of WayCalendarSkip * */
  GPtrArray *times;  /* of WayCalendarTimes * */
  GPtrArray *failed; /* of char *: why a file could not be read */
} WayBusyReport;

void way_busy_report_free (WayBusyReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayBusyReport, way_busy_report_free)

/* The report of a reading that is not kept: what is added is all of it. */
WayBusyReport *way_busy_reading_preview (const WayBusyReading *self);

/* Keeps @reading, as one action; a calendar of the same path is brought up to date. */
WayBusyReport *
way_busy_keep (WayStore *store, const WayBusyReading *reading, gint64 now_utc, GError **error);

/* Reads the file at @path and keeps it. */
WayBusyReport *way_busy_add (WayStore *store,
                             const char *path,
                             const char *zone,
                             gboolean all_day_busy,
                             gint64 now_utc,
                             GError **error);

/* (element-type WayBusyReading): of every calendar that has a file, to be run and kept again. */
GPtrArray *way_busy_refresh_new (WayStore *store, gint64 now_utc, GError **error);

/* Runs @readings. It blocks, touches no store, and may run in any thread. */
void way_busy_refresh_run (GPtrArray *readings);

/* Keeps those that could be read, as one action; the sum of the reports. */
WayBusyReport *
way_busy_refresh_keep (WayStore *store, GPtrArray *readings, gint64 now_utc, GError **error);

typedef struct
{
  gint64 id;
  char *name;
  char *path;
  char *zone;
  gboolean all_day_busy;
  int n_events; /* stored instances */
  char *hash;   /* of the bytes of its file when it was read */
  gint64 imported_utc;
} WayBusyCalendar;

void way_busy_calendar_free (WayBusyCalendar *calendar);

/* (element-type WayBusyCalendar) by name. */
GPtrArray *way_busy_list (WayStore *store, GError **error);

/* Whether the file of any of @calendars is not the one that was read; one that cannot be read does not count. It
 * blocks, touches no store, and may run in any thread. */
gboolean way_busy_any_changed (GPtrArray *calendars);

/* %WAY_ERROR_NOT_FOUND for an unknown id. */
gboolean way_busy_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

/* The merged busy time of all calendars in [from_utc, to_utc): a normal set (transfer full). */
GArray *way_busy_load (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error);

/* (element-type WayCalendarEvent) the single events, for the views, by start. */
GPtrArray *way_busy_load_events (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error);

G_END_DECLS

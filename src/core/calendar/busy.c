/* Busy calendars in the store: instances, merged by UID and time. */
#include "core/base/error.h"
#include "core/calendar/busy-merge.h"
#include "core/calendar/busy-private.h"
#include "core/calendar/moved.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
way_busy_report_free (WayBusyReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->skips);
  g_ptr_array_unref (report->times);
  g_ptr_array_unref (report->failed);
  g_free (report);
}

WayBusyReport *
way_busy_report_new (void)
{
  WayBusyReport *report = g_new0 (WayBusyReport, 1);

  report->skips = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_skip_free);
  report->times = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_times_free);
  report->failed = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
way_busy_report_take (WayBusyReport *report, const WayCalendarContent *content)
{
  report->n_own += content->n_own;
  report->skipped += (int) content->skipped->len;
  for (guint i = 0; i < content->skipped->len; i++)
    {
      WayCalendarSkip *skip = g_memdup2 (g_ptr_array_index (content->skipped, i), sizeof *skip);
      skip->uid = g_strdup (skip->uid);
      skip->reason = g_strdup (skip->reason);
      g_ptr_array_add (report->skips, skip);
    }
  for (guint i = 0; i < content->times->len; i++)
    {
      WayCalendarTimes *times = g_memdup2 (g_ptr_array_index (content->times, i), sizeof *times);
      times->tzid = g_strdup (times->tzid);
      times->zone = g_strdup (times->zone);
      g_ptr_array_add (report->times, times);
    }
}

void
way_busy_calendar_free (WayBusyCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_free (calendar->name);
  g_free (calendar->path);
  g_free (calendar->zone);
  g_free (calendar->hash);
  g_free (calendar);
}

/* A calendar on its way into the store. */
typedef struct
{
  WayStore *store;
  const WayBusyReading *reading;
  WayBusyReport *report;
} Importer;

static gboolean
put_answers (Importer *im, GError **error)
{
  g_autoptr (WayStatement) put = way_statement_new (
      im->store, "INSERT INTO busy_zone (calendar_id, tzid, zone) VALUES (?1, ?2, ?3) "
                 "ON CONFLICT (calendar_id, tzid) DO UPDATE SET zone = excluded.zone "
                 "WHERE zone <> excluded.zone");
  GHashTableIter iter;
  gpointer tzid, zone;

  g_hash_table_iter_init (&iter, im->reading->answers);
  while (g_hash_table_iter_next (&iter, &tzid, &zone))
    if (!way_statement_run (put, error, "iss", im->report->calendar_id, tzid, zone))
      return FALSE;
  return TRUE;
}

static gboolean
put_calendar (Importer *im, gint64 now_utc, GError **error)
{
  const WayBusyReading *r = im->reading;
  g_autofree char *base = g_path_get_basename (r->path);
  const char *name = *r->content->name != '\0' ? r->content->name : base;
  g_autoptr (WayStatement) put = way_statement_new (
      im->store,
      "INSERT INTO busy_calendar (name, path, zone, all_day_busy, content_hash, from_utc, to_utc, "
      "imported_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (path) DO UPDATE SET "
      "name = excluded.name, zone = excluded.zone, all_day_busy = excluded.all_day_busy, "
      "content_hash = excluded.content_hash, from_utc = excluded.from_utc, "
      "to_utc = excluded.to_utc, imported_utc = excluded.imported_utc");
  g_autoptr (WayStatement) find =
      way_statement_new (im->store, "SELECT id FROM busy_calendar WHERE path = ?1");

  if (!way_statement_run (put, error, "sssisiii", name, r->path, r->zone, (gint64) r->all_day_busy,
                          r->hash, r->from_utc, r->to_utc, now_utc))
    return FALSE;
  way_statement_bind (find, "s", r->path);
  if (way_statement_step (find))
    im->report->calendar_id = way_statement_int (find, 0);
  return way_statement_finish (find, error);
}

/* Inside an action. */
static gboolean
keep (WayStore *store,
      const WayBusyReading *reading,
      gint64 now_utc,
      WayBusyReport *report,
      GError **error)
{
  Importer im = { store, reading, report };

  if (reading->content != NULL)
    way_busy_report_take (report, reading->content);
  if (way_busy_reading_is_known (reading))
    {
      report->calendar_id = reading->calendar_id;
      report->unchanged += reading->n_known;
      return TRUE;
    }
  if (!put_calendar (&im, now_utc, error) || !put_answers (&im, error) ||
      !way_busy_merge (store, reading->content->events, report, error))
    return FALSE;
  return way_moved_store (store, report->calendar_id, reading->content->own, error);
}

/* @readings are kept as one action of that @name; those that failed are listed. */
static WayBusyReport *
keep_all (WayStore *store,
          const char *name,
          WayBusyReading *const *readings,
          guint n,
          gint64 now_utc,
          GError **error)
{
  g_autoptr (WayBusyReport) report = way_busy_report_new ();

  if (!way_store_begin (store, name, now_utc, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    if (readings[i]->failure != NULL)
      g_ptr_array_add (report->failed, g_strdup (readings[i]->failure));
    else if (!keep (store, readings[i], now_utc, report, error))
      {
        way_store_rollback (store);
        return NULL;
      }
  return way_store_commit (store, error) ? g_steal_pointer (&report) : NULL;
}

WayBusyReport *
way_busy_keep (WayStore *store, const WayBusyReading *reading, gint64 now_utc, GError **error)
{
  return keep_all (store, _ ("Import Calendar"), (WayBusyReading *const *) &reading, 1, now_utc,
                   error);
}

WayBusyReport *
way_busy_reading_preview (const WayBusyReading *self)
{
  WayBusyReport *report = way_busy_report_new ();

  way_busy_report_take (report, self->content);
  report->added = (int) self->content->events->len;
  return report;
}

WayBusyReport *
way_busy_add (WayStore *store,
              const char *path,
              const char *zone,
              gboolean all_day_busy,
              gint64 now_utc,
              GError **error)
{
  g_autoptr (WayBusyReading) reading =
      way_busy_reading_new (store, path, zone, all_day_busy, now_utc, error);

  return reading != NULL && way_busy_reading_run (reading, FALSE, error)
             ? way_busy_keep (store, reading, now_utc, error)
             : NULL;
}

GPtrArray *
way_busy_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) calendars =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_busy_calendar_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT c.id, c.name, c.path, c.zone, c.imported_utc, "
             "(SELECT count(*) FROM busy_event e WHERE e.calendar_id = c.id), "
             "c.all_day_busy, c.content_hash FROM busy_calendar c ORDER BY c.name, c.id");

  while (way_statement_step (s))
    {
      WayBusyCalendar *it = g_new0 (WayBusyCalendar, 1);
      g_ptr_array_add (calendars, it);
      it->id = way_statement_int (s, 0);
      it->name = g_strdup (way_statement_text (s, 1));
      it->path = g_strdup (way_statement_text (s, 2));
      it->zone = g_strdup (way_statement_text (s, 3));
      it->imported_utc = way_statement_int (s, 4);
      it->n_events = (int) way_statement_int (s, 5);
      it->all_day_busy = way_statement_int (s, 6) != 0;
      it->hash = g_strdup (way_statement_text (s, 7));
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&calendars) : NULL;
}

GPtrArray *
way_busy_refresh_new (WayStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) calendars = way_busy_list (store, error);
  g_autoptr (GPtrArray) readings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_busy_reading_free);

  if (calendars == NULL)
    return NULL;
  for (guint i = 0; i < calendars->len; i++)
    {
      const WayBusyCalendar *it = g_ptr_array_index (calendars, i);
      if (g_str_equal (it->path, "-"))
        continue; /* came from a pipe: there is nothing to read again */
      WayBusyReading *reading =
          way_busy_reading_new (store, it->path, it->zone, it->all_day_busy, now_utc, error);
      if (reading == NULL)
        return NULL;
      g_ptr_array_add (readings, reading);
    }
  return g_steal_pointer (&readings);
}

WayBusyReport *
way_busy_refresh_keep (WayStore *store, GPtrArray *readings, gint64 now_utc, GError **error)
{
  return keep_all (store, _ ("Refresh Calendars"), (WayBusyReading *const *) readings->pdata,
                   readings->len, now_utc, error);
}

gboolean
way_busy_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM busy_calendar WHERE id = ?1");

  if (!way_store_begin (store, _ ("Remove Calendar"), now_utc, error))
    return FALSE;
  if (way_statement_run (s, error, "i", id))
    {
      if (way_store_changes (store) == 1)
        return way_store_commit (store, error);
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("There is no calendar %d. “busy list” shows what there is."), (int) id);
    }
  way_store_rollback (store);
  return FALSE;
}

GArray *
way_busy_load (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error)
{
  g_autoptr (GArray) busy = way_interval_set_new ();
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT start_utc, end_utc FROM busy_event WHERE start_utc < ?2 AND end_utc > ?1 "
             "ORDER BY start_utc");

  way_statement_bind (s, "ii", from_utc, to_utc);
  while (way_statement_step (s))
    way_interval_set_add (busy, way_statement_int (s, 0), way_statement_int (s, 1));
  if (!way_statement_finish (s, error))
    return NULL;
  way_interval_set_normalize (busy);
  return g_steal_pointer (&busy);
}

GPtrArray *
way_busy_load_events (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_event_free);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT uid, title, start_utc, end_utc, all_day FROM busy_event "
                                "WHERE start_utc < ?2 AND end_utc > ?1 ORDER BY start_utc, id");

  way_statement_bind (s, "ii", from_utc, to_utc);
  while (way_statement_step (s))
    {
      WayCalendarEvent *it = g_new0 (WayCalendarEvent, 1);
      g_ptr_array_add (events, it);
      it->uid = g_strdup (way_statement_text (s, 0));
      it->title = g_strdup (way_statement_text (s, 1));
      it->start_utc = way_statement_int (s, 2);
      it->end_utc = way_statement_int (s, 3);
      it->all_day = way_statement_int (s, 4) != 0;
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&events) : NULL;
}

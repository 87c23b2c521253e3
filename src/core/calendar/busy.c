/* Busy calendars in the store: instances, merged by UID and time. */
#include "core/calendar/busy.h"

#include "core/base/date.h"
#include "core/base/error.h"
#include "core/calendar/busy-merge.h"
#include "core/calendar/collect.h"
#include "core/calendar/input.h"
#include "core/calendar/worker.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_BACK  366
#define DAYS_AHEAD (4 * 366)
#define RENEW_DAYS 30 /* how far the range may lag behind before a file is expanded again */

void
way_busy_report_free (WayBusyReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->skips);
  g_ptr_array_unref (report->unknown_zones);
  g_free (report);
}

static WayBusyReport *
report_new (void)
{
  WayBusyReport *report = g_new0 (WayBusyReport, 1);

  report->skips = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_skip_free);
  report->unknown_zones = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
way_busy_calendar_free (WayBusyCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_free (calendar->name);
  g_free (calendar->path);
  g_free (calendar->zone);
  g_free (calendar);
}

/* UIDs of what we exported, also of what has gone from the plan since: never busy, or the plan would dodge itself. */
static GHashTable *
own_uids (WayStore *store, GError **error)
{
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT uid FROM block UNION ALL SELECT uid FROM milestone "
                                "UNION ALL SELECT uid FROM checklist_item "
                                "UNION ALL SELECT uid FROM sent_revision");
  g_autofree char *free_busy = NULL;

  while (way_statement_step (s))
    g_hash_table_add (uids, g_strdup (way_statement_text (s, 0)));
  if (!way_statement_finish (s, error))
    return NULL;
  free_busy = way_exporter_free_busy_uid (store, error);
  if (free_busy == NULL)
    return NULL;
  g_hash_table_add (uids, g_steal_pointer (&free_busy));
  return g_steal_pointer (&uids);
}

typedef struct
{
  WayStore *store;
  const char *path; /* absolute, or "-" */
  const char *zone;
  gboolean all_day_busy;
  gint64 now_utc;
  char *hash;
  gint64 from_utc, to_utc;
  WayBusyReport *report;
} Importer;

static gboolean
put_calendar (Importer *im, const WayCalendarContent *content, GError **error)
{
  g_autofree char *base = g_path_get_basename (im->path);
  g_autoptr (WayStatement) put = way_statement_new (
      im->store,
      "INSERT INTO busy_calendar (name, path, zone, all_day_busy, content_hash, from_utc, to_utc, "
      "imported_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (path) DO UPDATE SET "
      "name = excluded.name, zone = excluded.zone, all_day_busy = excluded.all_day_busy, "
      "content_hash = excluded.content_hash, from_utc = excluded.from_utc, "
      "to_utc = excluded.to_utc, imported_utc = excluded.imported_utc");
  g_autoptr (WayStatement) find =
      way_statement_new (im->store, "SELECT id FROM busy_calendar WHERE path = ?1");

  if (!way_statement_run (put, error, "sssisiii", *content->name ? content->name : base, im->path,
                          im->zone, (gint64) im->all_day_busy, im->hash, im->from_utc, im->to_utc,
                          im->now_utc))
    return FALSE;
  way_statement_bind (find, "s", im->path);
  if (way_statement_step (find))
    im->report->calendar_id = way_statement_int (find, 0);
  return way_statement_finish (find, error);
}

/* Whether the stored calendar was read from the same bytes under the same settings, lately enough. */
static gboolean
is_current (Importer *im, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      im->store, "SELECT c.id, (SELECT count(*) FROM busy_event e WHERE e.calendar_id = c.id) "
                 "FROM busy_calendar c WHERE path = ?1 AND content_hash = ?2 AND zone = ?3 AND "
                 "all_day_busy = ?4 AND to_utc >= ?5");

  way_statement_bind (s, "sssii", im->path, im->hash, im->zone, (gint64) im->all_day_busy,
                      im->to_utc - RENEW_DAYS * 86400);
  gboolean found = way_statement_step (s);
  if (found)
    {
      im->report->calendar_id = way_statement_int (s, 0);
      im->report->unchanged = (int) way_statement_int (s, 1);
    }
  return way_statement_finish (s, error) && found;
}

static void
take_report (WayBusyReport *report, WayCalendarContent *content)
{
  report->n_own += content->n_own;
  report->skipped += (int) content->skipped->len;
  g_ptr_array_extend_and_steal (report->skips, g_steal_pointer (&content->skipped));
  g_ptr_array_extend_and_steal (report->unknown_zones, g_steal_pointer (&content->unknown_zones));
  content->skipped = g_ptr_array_new ();
  content->unknown_zones = g_ptr_array_new ();
}

static gboolean
import_file (Importer *im, const WayCalendarInput *file, GError **error)
{
  g_autoptr (GHashTable) own = own_uids (im->store, error);
  WayCalendarReadOptions options = { .zone = im->zone,
                                     .from_utc = im->from_utc,
                                     .to_utc = im->to_utc,
                                     .all_day_busy = im->all_day_busy,
                                     .own_uids = own };

  if (own == NULL)
    return FALSE;
  g_autoptr (WayCalendarContent) content =
      way_calendar_read_isolated (file, im->path, &options, error);
  if (content == NULL || !way_store_begin (im->store, _ ("Import Calendar"), im->now_utc, error))
    return FALSE;
  if (!put_calendar (im, content, error) ||
      !way_busy_merge (im->store, content->events, im->report, error))
    {
      way_store_rollback (im->store);
      return FALSE;
    }
  take_report (im->report, content);
  return way_store_commit (im->store, error);
}

static gboolean
import (Importer *im, GError **error)
{
  g_auto (WayCalendarInput) file = { 0 };
  g_autoptr (GError) failure = NULL;

  if (!way_calendar_input_read (im->path, &file, error))
    return FALSE;
  /* Whole days: the range does not change from one minute to the next. */
  gint64 today = im->now_utc / 86400 * 86400;
  im->from_utc = today - DAYS_BACK * 86400;
  im->to_utc = today + DAYS_AHEAD * (gint64) 86400;
  im->hash = way_calendar_input_checksum (&file, &failure);
  gboolean ok = im->hash != NULL && (is_current (im, &failure) ||
                                     (failure == NULL && import_file (im, &file, &failure)));
  g_clear_pointer (&im->hash, g_free);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return ok;
}

WayBusyReport *
way_busy_add (WayStore *store,
              const char *path,
              const char *zone,
              gboolean all_day_busy,
              gint64 now_utc,
              GError **error)
{
  g_autofree char *absolute =
      g_str_equal (path, "-") ? g_strdup (path) : g_canonicalize_filename (path, NULL);
  g_autoptr (WayBusyReport) report = report_new ();
  Importer im = { .store = store,
                  .path = absolute,
                  .zone = zone,
                  .all_day_busy = all_day_busy,
                  .now_utc = now_utc,
                  .report = report };

  return import (&im, error) ? g_steal_pointer (&report) : NULL;
}

GPtrArray *
way_busy_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) calendars =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_busy_calendar_free);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT c.id, c.name, c.path, c.zone, c.imported_utc, "
                                "(SELECT count(*) FROM busy_event e WHERE e.calendar_id = c.id) "
                                "FROM busy_calendar c ORDER BY c.name, c.id");

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
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&calendars) : NULL;
}

/* All-day settings of the stored calendars, beside way_busy_list(). */
static gboolean
is_all_day_busy (WayStore *store, gint64 id)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT all_day_busy FROM busy_calendar WHERE id = ?1");

  way_statement_bind (s, "i", id);
  return !way_statement_step (s) || way_statement_int (s, 0) != 0;
}

WayBusyReport *
way_busy_refresh (WayStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) calendars = way_busy_list (store, error);
  g_autoptr (WayBusyReport) report = report_new ();

  if (calendars == NULL || !way_store_begin (store, _ ("Refresh Calendars"), now_utc, error))
    return NULL;
  for (guint i = 0; i < calendars->len; i++)
    {
      const WayBusyCalendar *it = g_ptr_array_index (calendars, i);
      Importer im = { .store = store,
                      .path = it->path,
                      .zone = it->zone,
                      .all_day_busy = is_all_day_busy (store, it->id),
                      .now_utc = now_utc,
                      .report = report };
      if (g_str_equal (it->path, "-"))
        continue; /* came from a pipe: there is nothing to read again */
      if (!import (&im, error))
        {
          way_store_rollback (store);
          return NULL;
        }
    }
  return way_store_commit (store, error) ? g_steal_pointer (&report) : NULL;
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

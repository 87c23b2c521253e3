/* Reading a calendar to plan around: what the store knows goes in, what the file says comes out. Between the two
 * nothing touches the store, so that a window can read in a thread. */
#include "core/base/error.h"
#include "core/calendar/busy-private.h"
#include "core/calendar/collect.h"
#include "core/calendar/input.h"
#include "core/calendar/worker.h"
#include "core/store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define DAYS_BACK  366
#define DAYS_AHEAD (4 * 366)
#define RENEW_DAYS 30 /* how far the range may lag behind before a file is expanded again */

/* UIDs of what we exported, also of what has gone from the plan since: never busy, or the plan would dodge itself. */
static GHashTable *
load_own_uids (WayStore *store, GError **error)
{
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT uid FROM block UNION ALL SELECT uid FROM milestone "
                                "UNION ALL SELECT uid FROM checklist_item "
                                "UNION ALL SELECT uid FROM sent_revision");

  while (way_statement_step (s))
    g_hash_table_add (uids, g_strdup (way_statement_text (s, 0)));
  if (!way_statement_finish (s, error))
    return NULL;
  g_autofree char *free_busy = way_exporter_free_busy_uid (store, error);
  if (free_busy == NULL)
    return NULL;
  g_hash_table_add (uids, g_steal_pointer (&free_busy));
  return g_steal_pointer (&uids);
}

static gboolean
load_answers (WayBusyReading *self, WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT tzid, zone FROM busy_zone WHERE calendar_id = ?1");

  way_statement_bind (s, "i", self->calendar_id);
  while (way_statement_step (s))
    g_hash_table_insert (self->answers, g_strdup (way_statement_text (s, 0)),
                         g_strdup (way_statement_text (s, 1)));
  return way_statement_finish (s, error);
}

/* The stored calendar of the same path; its hash is known only while it was read as it would be now. */
static gboolean
load_known (WayBusyReading *self, WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT c.id, c.content_hash, c.zone = ?2 AND c.all_day_busy = ?3 AND c.to_utc >= ?4, "
             "(SELECT count(*) FROM busy_event e WHERE e.calendar_id = c.id) "
             "FROM busy_calendar c WHERE path = ?1");

  way_statement_bind (s, "ssii", self->path, self->zone, (gint64) self->all_day_busy,
                      self->to_utc - RENEW_DAYS * 86400);
  if (way_statement_step (s))
    {
      self->calendar_id = way_statement_int (s, 0);
      self->stored_hash = g_strdup (way_statement_text (s, 1));
      if (way_statement_int (s, 2) != 0)
        self->known_hash = g_strdup (self->stored_hash);
      self->n_known = (int) way_statement_int (s, 3);
    }
  return way_statement_finish (s, error);
}

WayBusyReading *
way_busy_reading_new (WayStore *store,
                      const char *path,
                      const char *zone,
                      gboolean all_day_busy,
                      gint64 now_utc,
                      GError **error)
{
  g_autoptr (WayBusyReading) self = g_new0 (WayBusyReading, 1);
  /* Whole days: the range does not change from one minute to the next. */
  gint64 today = now_utc / 86400 * 86400;

  self->path = g_str_equal (path, "-") ? g_strdup (path) : g_canonicalize_filename (path, NULL);
  self->zone = g_strdup (zone);
  self->all_day_busy = all_day_busy;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->from_utc = today - DAYS_BACK * 86400;
  self->to_utc = today + DAYS_AHEAD * (gint64) 86400;
  self->own_uids = load_own_uids (store, error);
  if (self->own_uids == NULL || !load_known (self, store, error) ||
      !load_answers (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
way_busy_reading_free (WayBusyReading *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->zone);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->own_uids, g_hash_table_unref);
  g_free (self->stored_hash);
  g_free (self->known_hash);
  g_free (self->hash);
  way_calendar_content_free (self->content);
  g_free (self->failure);
  g_free (self);
}

const char *
way_busy_reading_get_path (const WayBusyReading *self)
{
  return self->path;
}

gboolean
way_busy_reading_get_all_day_busy (const WayBusyReading *self)
{
  return self->all_day_busy;
}

void
way_busy_reading_set_all_day_busy (WayBusyReading *self, gboolean all_day_busy)
{
  if (all_day_busy != self->all_day_busy)
    g_clear_pointer (&self->known_hash, g_free);
  self->all_day_busy = all_day_busy;
}

gboolean
way_busy_reading_answer (WayBusyReading *self, const char *tzid, const char *zone, GError **error)
{
  g_autoptr (WayZone) opened = way_zone_new (zone, error);

  if (opened == NULL)
    return FALSE;
  if (g_strcmp0 (g_hash_table_lookup (self->answers, tzid), zone) != 0)
    g_clear_pointer (&self->known_hash, g_free);
  g_hash_table_insert (self->answers, g_strdup (tzid), g_strdup (zone));
  return TRUE;
}

gboolean
way_busy_reading_run (WayBusyReading *self, gboolean always, GError **error)
{
  const WayCalendarReadOptions options = { .zone = self->zone,
                                           .from_utc = self->from_utc,
                                           .to_utc = self->to_utc,
                                           .all_day_busy = self->all_day_busy,
                                           .own_uids = self->own_uids,
                                           .zones = self->answers };
  g_auto (WayCalendarInput) file = { 0 };

  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->content, way_calendar_content_free);
  if (!way_calendar_input_read (self->path, &file, error))
    return FALSE;
  self->hash = way_calendar_input_checksum (&file, error);
  if (self->hash == NULL)
    return FALSE;
  if (way_busy_reading_is_known (self) && !always)
    return TRUE;
  self->content = way_calendar_read_isolated (&file, self->path, &options, error);
  return self->content != NULL;
}

const WayCalendarContent *
way_busy_reading_get_content (const WayBusyReading *self)
{
  return self->content;
}

const char *
way_busy_reading_get_hash (const WayBusyReading *self)
{
  return self->hash;
}

gboolean
way_busy_reading_is_known (const WayBusyReading *self)
{
  return self->hash != NULL && g_strcmp0 (self->hash, self->known_hash) == 0;
}

gboolean
way_busy_reading_has_changed (const WayBusyReading *self)
{
  return self->failure == NULL && self->hash != NULL && self->stored_hash != NULL &&
         !g_str_equal (self->hash, self->stored_hash);
}

void
way_busy_refresh_run (GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    {
      WayBusyReading *it = g_ptr_array_index (readings, i);
      g_autoptr (GError) error = NULL;
      g_clear_pointer (&it->failure, g_free);
      if (!way_busy_reading_run (it, FALSE, &error))
        it->failure = g_strdup (error->message);
    }
}

gboolean
way_busy_any_changed (GPtrArray *calendars)
{
  for (guint i = 0; i < calendars->len; i++)
    {
      const WayBusyCalendar *it = g_ptr_array_index (calendars, i);
      g_auto (WayCalendarInput) file = { 0 };
      if (g_str_equal (it->path, "-") || !way_calendar_input_read (it->path, &file, NULL))
        continue;
      g_autofree char *hash = way_calendar_input_checksum (&file, NULL);
      if (hash != NULL && !g_str_equal (hash, it->hash))
        return TRUE;
    }
  return FALSE;
}

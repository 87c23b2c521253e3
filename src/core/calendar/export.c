#include "core/calendar/export.h"

#include "core/base/error.h"
#include "core/calendar/collect.h"
#include "core/calendar/free-busy.h"
#include "core/store/statement.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Of all free/busy files of a plan, whatever their range; it outlives all but the oldest block, whose UID
 * cannot be told from it. */
static char *
free_busy_uid (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT uid FROM block ORDER BY id LIMIT 1");
  g_autofree char *uid = NULL;

  while (way_statement_step (s))
    uid = way_exporter_named_uid ("free-busy", way_statement_text (s, 0), "");
  return way_statement_finish (s, error) ? g_steal_pointer (&uid) : NULL;
}

/* From the first day asked for, or that of the first block, to the end of the last. */
static GBytes *
write_free_busy (const WayExporter *x, WayStore *store, int *n_entries, GError **error)
{
  g_autoptr (GArray) busy = way_interval_set_new ();
  g_autofree char *uid = free_busy_uid (store, error);
  WayFreeBusy free_busy = { .uid = uid, .busy = busy };

  if (uid == NULL)
    return NULL;
  for (guint i = 0; i < x->entries->len; i++)
    {
      const WayCalendarEntry *entry = g_ptr_array_index (x->entries, i);
      way_interval_set_add (busy, entry->start_utc, entry->end_utc);
      free_busy.changed_utc = MAX (free_busy.changed_utc, entry->changed_utc);
    }
  way_interval_set_normalize (busy);
  WayDate from = x->options->from_date, to = x->options->to_date;
  if (from == WAY_DATE_NONE)
    from = way_zone_to_local (x->zone, g_array_index (busy, WayInterval, 0).start_utc, NULL);
  if (to == WAY_DATE_NONE)
    to = way_zone_to_local (x->zone, g_array_index (busy, WayInterval, busy->len - 1).end_utc - 1,
                            NULL);
  free_busy.from_utc = way_zone_to_utc (x->zone, from, 0);
  free_busy.to_utc = way_zone_to_utc (x->zone, to + 1, 0);
  way_interval_set_clip (busy, free_busy.from_utc, free_busy.to_utc);
  if (n_entries != NULL)
    *n_entries = (int) busy->len;
  return way_free_busy_write (&free_busy, error);
}

gboolean
way_export_count (WayStore *store,
                  const WayExportOptions *options,
                  int counts[WAY_EXPORT_N_KINDS],
                  GError **error)
{
  g_auto (WayExporter) x = { 0 };

  if (!way_exporter_collect (&x, store, options, error))
    return FALSE;
  memcpy (counts, x.counts, sizeof x.counts);
  return TRUE;
}

GBytes *
way_export_to_bytes (WayStore *store,
                     const WayExportOptions *options,
                     int *n_entries,
                     GError **error)
{
  g_auto (WayExporter) x = { 0 };

  if (!way_exporter_collect (&x, store, options, error))
    return NULL;
  if (x.entries->len == 0)
    {
      g_set_error (
          error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
          _ ("There is nothing of these kinds in this range, and no file was written. Make "
             "a plan first, or choose more kinds or a wider range."));
      return NULL;
    }
  if (options->form == WAY_EXPORT_AS_FREE_BUSY)
    return write_free_busy (&x, store, n_entries, error);
  WayCalendarFile file = { .name = _ ("Learning plan"),
                           .zone = options->utc ? NULL : way_zone_get_id (x.zone),
                           .entries = x.entries,
                           .todos = options->form == WAY_EXPORT_AS_TODOS };
  if (n_entries != NULL)
    *n_entries = (int) x.entries->len;
  return way_calendar_write (&file, error);
}

static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_str_equal (path, "-"))
    {
      if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
        return TRUE;
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _ ("it is a folder"));
      return FALSE;
    }
  /* The rename would put a file in the place of a device or a pipe. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("it is not an ordinary file"));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

gboolean
way_export_to_file (WayStore *store,
                    const WayExportOptions *options,
                    const char *path,
                    int *n_entries,
                    GError **error)
{
  g_autoptr (GBytes) bytes = way_export_to_bytes (store, options, n_entries, error);
  g_autoptr (GError) failure = NULL;

  if (bytes == NULL)
    return FALSE;
  if (write_bytes (path, bytes, &failure))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be written: %s"), path,
               failure->message);
  return FALSE;
}

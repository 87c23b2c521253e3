#include "core/calendar/export.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/calendar/collect.h"
#include "core/calendar/free-busy.h"
#include "core/calendar/ledger.h"
#include "core/store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

/* From the first day asked for, or that of the first block, to the end of the last. */
static GBytes *
write_free_busy (const WayExporter *x, WayStore *store, int *n_entries, GError **error)
{
  g_autoptr (GArray) busy = way_interval_set_new ();
  g_autofree char *uid = way_exporter_free_busy_uid (store, error);
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

void
way_export_result_clear (WayExportResult *result)
{
  g_free (result->kept_path);
}

static void
say_nothing (GError **error)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
               _ ("There is nothing of these kinds in this range, and no file was written. Make "
                  "a plan first, or choose more kinds or a wider range."));
}

static GBytes *
write_entries (const WayExporter *x, GError **error)
{
  WayCalendarFile file = { .name = _ ("Learning plan"),
                           .zone = x->options->utc ? NULL : way_zone_get_id (x->zone),
                           .entries = x->entries,
                           .todos = x->options->form == WAY_EXPORT_AS_TODOS };

  return way_calendar_write (&file, error);
}

static int
count_entries (const WayExporter *x)
{
  guint n = 0;

  for (guint i = 0; i < x->entries->len; i++)
    n += way_calendar_entry_count (g_ptr_array_index (x->entries, i));
  return (int) n;
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
      say_nothing (error);
      return NULL;
    }
  if (options->form == WAY_EXPORT_AS_FREE_BUSY)
    return write_free_busy (&x, store, n_entries, error);
  if (n_entries != NULL)
    *n_entries = count_entries (&x);
  return way_ledger_revise (&x, store, error) ? write_entries (&x, error) : NULL;
}

/* A file that somebody else has changed is not lost: it gets "~" behind its name. */
static gboolean
keep_edited (const char *path, WayExportResult *result, GError **error)
{
  g_autofree char *kept = g_strconcat (path, "~", NULL);
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, error) ||
      !g_file_set_contents_full (kept, content, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, error))
    return FALSE;
  result->kept_path = g_steal_pointer (&kept);
  return TRUE;
}

static gboolean
put_file (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return way_file_write (path, data, length, error);
}

/* Programs that follow the file look whether it has changed by whole seconds (Evolution Data Server 3.46 missed
 * a second change within one): its time is always a later one. */
static void
make_later (const char *path, gint64 before)
{
  GStatBuf now;

  if (g_stat (path, &now) == 0 && now.st_mtime <= before)
    g_utime (path, &(struct utimbuf) { .actime = now.st_atime, .modtime = before + 1 });
}

/* UIDs of the whole plan in the form of @x, whatever is chosen of it. */
static gboolean
list_uids (WayStore *store, const WayExporter *x, GHashTable *uids, GError **error)
{
  const WayExportOptions options = { .kinds = WAY_EXPORT_ALL,
                                     .from_date = WAY_DATE_NONE,
                                     .to_date = WAY_DATE_NONE,
                                     .form = x->options->form,
                                     .utc = x->options->utc };
  g_auto (WayExporter) all = { 0 };

  if (!way_exporter_collect (&all, store, &options, error))
    return FALSE;
  for (guint i = 0; i < all.entries->len; i++)
    {
      const WayCalendarEntry *entry = g_ptr_array_index (all.entries, i);
      g_hash_table_add (uids, g_strdup (entry->uid));
    }
  return TRUE;
}

/* Compares the entries with what the file was sent; with changes_only those that are in it go. */
static void
compare_with_sent (WayExporter *x, const WayLedger *ledger, WayExportResult *result)
{
  guint kept = 0;

  for (guint i = 0; i < x->entries->len; i++)
    {
      WayCalendarEntry *entry = g_ptr_array_index (x->entries, i);
      WaySent sent = way_ledger_find (ledger, entry);
      result->added += sent == WAY_SENT_NEVER;
      result->changed += sent == WAY_SENT_OLDER;
      result->unchanged += sent == WAY_SENT_SAME;
      if (sent == WAY_SENT_SAME && x->options->changes_only)
        g_free (entry);
      else
        g_ptr_array_index (x->entries, kept++) = entry;
    }
  x->entries->len = kept;
}

static gboolean
write_and_record (WayExporter *x,
                  WayLedger *ledger,
                  WayStore *store,
                  const char *path,
                  gint64 now_utc,
                  WayExportResult *result,
                  GError **error)
{
  g_autoptr (GBytes) bytes = write_entries (x, error);
  GStatBuf before;

  result->n_entries = count_entries (x);
  if (bytes == NULL || x->options->dry_run ||
      (x->options->live && way_ledger_is_now (ledger, bytes)))
    return bytes != NULL;
  gboolean existed = g_stat (path, &before) == 0;
  if (!way_store_begin_record (store, error))
    return FALSE;
  /* The file comes last but for the commit: a record of what was not sent would be worse than none of what
   * was. */
  gboolean ok = way_ledger_record (ledger, x, bytes, now_utc, error) &&
                (!result->was_edited || keep_edited (path, result, error)) &&
                put_file (path, bytes, error);
  if (ok && existed && x->options->live)
    make_later (path, before.st_mtime);
  result->written = ok;
  return way_store_end_record (store, ok, error) && ok;
}

static gboolean
export_entries (WayExporter *x,
                WayStore *store,
                const char *path,
                gint64 now_utc,
                WayExportResult *result,
                GError **error)
{
  const WayExportOptions *options = x->options;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (WayLedger) ledger = way_ledger_load (store, absolute, options->form, error);

  if (ledger == NULL || !list_uids (store, x, uids, error) || !way_ledger_revise (x, store, error))
    return FALSE;
  result->sent_utc = way_ledger_get_sent_utc (ledger);
  result->was_edited = way_ledger_get_state (ledger) == WAY_TARGET_EDITED;
  result->was_lost = way_ledger_get_state (ledger) == WAY_TARGET_LOST;
  compare_with_sent (x, ledger, result);
  if (!options->live)
    result->cancelled = way_ledger_add_cancelled (ledger, x, uids, options->changes_only, now_utc);
  if (x->entries->len > 0 || options->live)
    return write_and_record (x, ledger, store, absolute, now_utc, result, error);
  if (result->unchanged > 0)
    return TRUE;
  say_nothing (error);
  return FALSE;
}

gboolean
way_export_to_file (WayStore *store,
                    const WayExportOptions *options,
                    const char *path,
                    gint64 now_utc,
                    WayExportResult *result,
                    GError **error)
{
  *result = (WayExportResult) { 0 };
  if (options->form != WAY_EXPORT_AS_FREE_BUSY && !g_str_equal (path, "-"))
    {
      g_auto (WayExporter) x = { 0 };
      return way_exporter_collect (&x, store, options, error) &&
             export_entries (&x, store, path, now_utc, result, error);
    }
  g_autoptr (GBytes) bytes = way_export_to_bytes (store, options, &result->n_entries, error);
  result->added = result->n_entries;
  if (bytes == NULL || options->dry_run)
    return bytes != NULL;
  result->written = put_file (path, bytes, error);
  return result->written;
}

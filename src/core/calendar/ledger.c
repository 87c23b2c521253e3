#include "core/calendar/ledger.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* A person who has not imported a cancellation within that time has removed the event by hand. */
#define CANCELLED_FOR_S (30 * 86400)

/* What the file was sent of one event or to-do. */
typedef struct
{
  gint64 id;
  char *uid;
  char *summary;
  int sequence;          /* as sent */
  int newest_sequence;   /* of any file */
  gboolean is_cancelled; /* the newest revision of any file is its cancellation */
  gint64 stamp_utc;      /* of the newest revision */
  gboolean all_day;
  gint64 start_utc, end_utc;
  gint64 last_utc; /* of a series; else 0 */
  gint64 created_utc;
  gint64 cancelled_utc; /* 0: is in the plan */
} SentEntry;

struct _WayLedger
{
  WayStore *store;
  char *path;
  const char *form;
  WayTargetState state;
  char *hash; /* of the file as it is; %NULL: it cannot be read */
  gint64 sent_utc;
  GHashTable *sent; /* UID → SentEntry * */
};

static void
sent_entry_free (SentEntry *entry)
{
  g_free (entry->uid);
  g_free (entry->summary);
  g_free (entry);
}

void
way_ledger_free (WayLedger *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->store);
  g_free (self->path);
  g_free (self->hash);
  g_hash_table_unref (self->sent);
  g_free (self);
}

static const char *
form_word (WayExportForm form)
{
  return form == WAY_EXPORT_AS_TODOS ? "todo" : "event";
}

/* SHA-256 of a file's bytes; %NULL when it cannot be read, or would wait for a writer (transfer full). */
static char *
hash_file (const char *path)
{
  g_autoptr (GMappedFile) file =
      g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_mapped_file_new (path, FALSE, NULL) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static gboolean
load_target (WayLedger *self, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      self->store, "SELECT content_hash, sent_utc FROM sent_target WHERE path = ?1");

  way_statement_bind (s, "s", self->path);
  self->state = WAY_TARGET_NEW;
  if (way_statement_step (s))
    {
      self->sent_utc = way_statement_int (s, 1);
      self->state = WAY_TARGET_LOST;
      if (self->hash != NULL)
        self->state = g_str_equal (self->hash, way_statement_text (s, 0)) ? WAY_TARGET_KNOWN
                                                                          : WAY_TARGET_EDITED;
    }
  return way_statement_finish (s, error);
}

static gboolean
load_sent (WayLedger *self, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      self->store,
      "SELECT e.id, e.uid, e.summary, e.sequence, r.sequence, r.content_hash = '', r.stamp_utc, "
      "e.all_day, e.start_utc, e.end_utc, e.created_utc, e.cancelled_utc, e.last_utc "
      "FROM sent_entry e JOIN sent_target t ON t.id = e.target_id "
      "JOIN sent_revision r ON r.uid = e.uid AND r.form = e.form WHERE t.path = ?1 AND e.form = "
      "?2");

  way_statement_bind (s, "ss", self->path, self->form);
  while (way_statement_step (s))
    {
      SentEntry *it = g_new0 (SentEntry, 1);
      it->id = way_statement_int (s, 0);
      it->uid = g_strdup (way_statement_text (s, 1));
      it->summary = g_strdup (way_statement_text (s, 2));
      it->sequence = (int) way_statement_int (s, 3);
      it->newest_sequence = (int) way_statement_int (s, 4);
      it->is_cancelled = way_statement_int (s, 5) != 0;
      it->stamp_utc = way_statement_int (s, 6);
      it->all_day = way_statement_int (s, 7) != 0;
      it->start_utc = way_statement_int (s, 8);
      it->end_utc = way_statement_int (s, 9);
      it->created_utc = way_statement_int (s, 10);
      it->cancelled_utc = way_statement_int (s, 11);
      it->last_utc = way_statement_int (s, 12);
      g_hash_table_insert (self->sent, it->uid, it);
    }
  return way_statement_finish (s, error);
}

WayLedger *
way_ledger_load (WayStore *store, const char *path, WayExportForm form, GError **error)
{
  g_autoptr (WayLedger) self = g_new0 (WayLedger, 1);

  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  self->form = form_word (form);
  self->hash = hash_file (path);
  self->sent =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sent_entry_free);
  return load_target (self, error) && load_sent (self, error) ? g_steal_pointer (&self) : NULL;
}

WayTargetState
way_ledger_get_state (const WayLedger *self)
{
  return self->state;
}

gint64
way_ledger_get_sent_utc (const WayLedger *self)
{
  return self->sent_utc;
}

/* All that is exported about @entry but its sequence and stamps (transfer full); "" when cancelled. */
static char *
hash_entry (const WayCalendarEntry *entry, WayZone *zone)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const parts[] = { entry->summary,    entry->description, entry->categories,
                                entry->related_to, entry->color,       way_zone_get_id (zone) };

  /* What a range takes of a series is not a change of it. */
  gboolean repeats = entry->series != NULL;

  if (entry->cancelled)
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text, "%s%c", parts[i] != NULL ? parts[i] : "", '\0');
  g_string_append_printf (
      text, "%d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %" G_GINT64_FORMAT " %d %d",
      entry->all_day, entry->date, repeats ? 0 : entry->start_utc, repeats ? 0 : entry->end_utc,
      entry->busy, entry->is_private, entry->completed_utc, entry->alarm_minutes[0],
      entry->alarm_minutes[1]);
  if (repeats)
    g_string_append (text, entry->series->content);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
}

gboolean
way_ledger_revise (WayExporter *x, WayStore *store, GError **error)
{
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT content_hash, sequence, stamp_utc, uid FROM sent_revision WHERE form = ?1");

  for (guint i = 0; i < x->entries->len; i++)
    {
      WayCalendarEntry *entry = g_ptr_array_index (x->entries, i);
      g_hash_table_insert (entries, (gpointer) entry->uid, entry);
    }
  /* One question for all: outside a transaction each would take and give back the locks of the file. */
  way_statement_bind (s, "s", form_word (x->options->form));
  while (way_statement_step (s))
    {
      WayCalendarEntry *entry = g_hash_table_lookup (entries, way_statement_text (s, 3));
      if (entry == NULL)
        continue;
      g_autofree char *hash = hash_entry (entry, x->zone);
      int sequence = (int) way_statement_int (s, 1);
      gint64 stamp_utc = way_statement_int (s, 2);
      gboolean same = g_str_equal (hash, way_statement_text (s, 0));
      /* The stamp is the change's, not the export's: a second later than the last is enough where an undo
       * brought an older one back. */
      entry->sequence = same ? sequence : MAX (entry->sequence, sequence + 1);
      entry->changed_utc = same ? stamp_utc : MAX (entry->changed_utc, stamp_utc + 1);
    }
  return way_statement_finish (s, error);
}

WaySent
way_ledger_find (const WayLedger *self, const WayCalendarEntry *entry)
{
  const SentEntry *sent = g_hash_table_lookup (self->sent, entry->uid);

  if (sent == NULL)
    return WAY_SENT_NEVER;
  gboolean same = sent->cancelled_utc == 0 && sent->sequence == entry->sequence;
  /* The same revision with other times: another range was asked for. */
  if (entry->series != NULL)
    same = same && sent->start_utc == entry->start_utc && sent->last_utc == entry->series->last_utc;
  return same ? WAY_SENT_SAME : WAY_SENT_OLDER;
}

static void
add_cancelled (WayExporter *x, const SentEntry *sent)
{
  WayCalendarEntry *entry = g_new0 (WayCalendarEntry, 1);

  entry->uid = way_exporter_keep (x, g_strdup (sent->uid));
  /* Translators: an event that is not in the plan any more; some calendars show its title only. */
  entry->summary = way_exporter_keep (x, g_strdup_printf (_ ("Cancelled: %s"), sent->summary));
  entry->description = entry->categories = entry->related_to = "";
  entry->all_day = sent->all_day;
  entry->date = (WayDate) (sent->start_utc / 86400);
  entry->start_utc = sent->start_utc;
  entry->end_utc = sent->end_utc;
  entry->created_utc = sent->created_utc;
  entry->changed_utc =
      sent->is_cancelled ? sent->stamp_utc : MAX (sent->cancelled_utc, sent->stamp_utc + 1);
  entry->sequence = sent->newest_sequence + !sent->is_cancelled;
  entry->cancelled = TRUE;
  g_ptr_array_add (x->entries, entry);
}

int
way_ledger_add_cancelled (WayLedger *self,
                          WayExporter *x,
                          GHashTable *uids,
                          gboolean only_new,
                          gint64 now_utc)
{
  GHashTableIter iter;
  gpointer value;
  int n = 0;

  g_hash_table_iter_init (&iter, self->sent);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SentEntry *sent = value;
      gboolean is_new = sent->cancelled_utc == 0;
      if (g_hash_table_contains (uids, sent->uid))
        continue;
      if (is_new)
        sent->cancelled_utc = now_utc;
      if (now_utc >= sent->cancelled_utc + CANCELLED_FOR_S || (only_new && !is_new))
        continue;
      add_cancelled (x, sent);
      n++;
    }
  return n;
}

gboolean
way_ledger_is_now (const WayLedger *self, GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strcmp0 (hash, self->hash) == 0;
}

static gboolean
record_target (WayLedger *self, GBytes *bytes, gint64 now_utc, gint64 *id, GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (WayStatement) put = way_statement_new (
      self->store, "INSERT INTO sent_target (path, content_hash, sent_utc) VALUES (?1, ?2, ?3) "
                   "ON CONFLICT (path) DO UPDATE SET content_hash = excluded.content_hash, "
                   "sent_utc = excluded.sent_utc WHERE content_hash <> excluded.content_hash");
  g_autoptr (WayStatement) find =
      way_statement_new (self->store, "SELECT id FROM sent_target WHERE path = ?1");

  if (!way_statement_run (put, error, "ssi", self->path, hash, now_utc))
    return FALSE;
  way_statement_bind (find, "s", self->path);
  if (way_statement_step (find))
    *id = way_statement_int (find, 0);
  return way_statement_finish (find, error);
}

/* Forgets the cancellations that have been sent for long enough. */
static gboolean
forget_old (WayLedger *self, gint64 target_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      self->store, "DELETE FROM sent_entry WHERE target_id = ?1 AND cancelled_utc <= ?2");

  return way_statement_run (s, error, "ii", target_id, now_utc - CANCELLED_FOR_S);
}

gboolean
way_ledger_record (WayLedger *self, WayExporter *x, GBytes *bytes, gint64 now_utc, GError **error)
{
  gint64 target_id = 0;
  g_autoptr (WayStatement) revise = way_statement_new (
      self->store, "INSERT INTO sent_revision (uid, form, content_hash, sequence, stamp_utc) "
                   "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (uid, form) DO UPDATE SET "
                   "content_hash = excluded.content_hash, sequence = excluded.sequence, "
                   "stamp_utc = excluded.stamp_utc WHERE sequence <> excluded.sequence");
  g_autoptr (WayStatement) send = way_statement_new (
      self->store,
      "INSERT INTO sent_entry (target_id, uid, form, sequence, summary, all_day, start_utc, "
      "end_utc, created_utc, cancelled_utc, last_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
      "nullif (?10, 0), ?11) ON CONFLICT (target_id, uid, form) DO UPDATE SET "
      "sequence = excluded.sequence, cancelled_utc = excluded.cancelled_utc, "
      "summary = iif (excluded.cancelled_utc IS NULL, excluded.summary, summary), "
      "start_utc = excluded.start_utc, end_utc = excluded.end_utc, all_day = excluded.all_day, "
      "last_utc = excluded.last_utc");

  if (!record_target (self, bytes, now_utc, &target_id, error))
    return FALSE;
  for (guint i = 0; i < x->entries->len; i++)
    {
      const WayCalendarEntry *entry = g_ptr_array_index (x->entries, i);
      const SentEntry *sent = g_hash_table_lookup (self->sent, entry->uid);
      g_autofree char *hash = hash_entry (entry, x->zone);
      gint64 start = entry->all_day ? entry->date * 86400LL : entry->start_utc;
      gint64 end = entry->all_day ? start + 86400 : entry->end_utc;
      if (!entry->cancelled && way_ledger_find (self, entry) == WAY_SENT_SAME)
        continue;
      if (!way_statement_run (revise, error, "sssii", entry->uid, self->form, hash,
                              (gint64) entry->sequence, entry->changed_utc) ||
          !way_statement_run (send, error, "issisiiiiii", target_id, entry->uid, self->form,
                              (gint64) entry->sequence, entry->summary, (gint64) entry->all_day,
                              start, end, entry->created_utc,
                              entry->cancelled ? sent->cancelled_utc : 0,
                              entry->series != NULL ? entry->series->last_utc : 0))
        return FALSE;
    }
  return forget_old (self, target_id, now_utc, error);
}

/* An instance is one of its calendar by its UID and its time; its title may change. */
#include "core/calendar/busy-merge.h"

#include "core/store/statement.h"

#include <string.h>

#define ROWS_AT_ONCE 50
#define ROW_FORMAT   "issiii"
#define ROW_VALUES   "(?, ?, ?, ?, ?, ?)"

typedef struct
{
  WayCalendarEvent event; /* first: the functions for keys take it for one */
  gint64 id;
} StoredInstance;

static void
stored_instance_free (StoredInstance *stored)
{
  g_free (stored->event.uid);
  g_free (stored->event.title);
  g_free (stored);
}

static guint
hash_instance (gconstpointer data)
{
  const WayCalendarEvent *it = data;

  return g_str_hash (it->uid) * 31 + g_int64_hash (&it->start_utc);
}

static gboolean
instances_match (gconstpointer a, gconstpointer b)
{
  const WayCalendarEvent *x = a, *y = b;

  return x->start_utc == y->start_utc && x->end_utc == y->end_utc && g_str_equal (x->uid, y->uid);
}

/* (element-type StoredInstance) (transfer full) */
static GHashTable *
load_stored (WayStore *store, gint64 calendar_id, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (hash_instance, instances_match,
                                                      (GDestroyNotify) stored_instance_free, NULL);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT id, uid, title, start_utc, end_utc FROM busy_event WHERE calendar_id = ?1");

  way_statement_bind (s, "i", calendar_id);
  while (way_statement_step (s))
    {
      StoredInstance *it = g_new0 (StoredInstance, 1);
      it->id = way_statement_int (s, 0);
      it->event.uid = g_strdup (way_statement_text (s, 1));
      it->event.title = g_strdup (way_statement_text (s, 2));
      it->event.start_utc = way_statement_int (s, 3);
      it->event.end_utc = way_statement_int (s, 4);
      g_hash_table_add (all, it);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&all) : NULL;
}

/* SQLite prepares each statement for the case that it fails in the middle: one for many rows costs half. */
static WayStatement *
put_statement (WayStore *store, guint n_rows)
{
  g_autoptr (GString) sql = g_string_new (
      "INSERT INTO busy_event (calendar_id, uid, title, start_utc, end_utc, all_day) VALUES ");

  for (guint i = 0; i < n_rows; i++)
    g_string_append (sql, i > 0 ? "," ROW_VALUES : ROW_VALUES);
  g_string_append (sql, " ON CONFLICT (calendar_id, uid, start_utc, end_utc) "
                        "DO UPDATE SET title = excluded.title");
  return way_statement_new (store, sql->str);
}

static gboolean
put_rows (WayStatement *s,
          gint64 calendar_id,
          const GPtrArray *events,
          guint first,
          guint n_rows,
          GError **error)
{
  for (guint i = 0; i < n_rows; i++)
    {
      const WayCalendarEvent *it = g_ptr_array_index (events, first + i);
      way_statement_bind_from (s, (int) (i * strlen (ROW_FORMAT)), ROW_FORMAT, calendar_id, it->uid,
                               it->title, it->start_utc, it->end_utc, (gint64) it->all_day);
    }
  while (way_statement_step (s))
    ;
  return way_statement_finish (s, error);
}

static gboolean
put_events (WayStore *store, gint64 calendar_id, const GPtrArray *events, GError **error)
{
  guint rest = events->len % ROWS_AT_ONCE;
  g_autoptr (WayStatement) many = put_statement (store, ROWS_AT_ONCE);

  for (guint i = 0; i + ROWS_AT_ONCE <= events->len; i += ROWS_AT_ONCE)
    if (!put_rows (many, calendar_id, events, i, ROWS_AT_ONCE, error))
      return FALSE;
  if (rest == 0)
    return TRUE;
  g_autoptr (WayStatement) last = put_statement (store, rest);
  return put_rows (last, calendar_id, events, events->len - rest, rest, error);
}

static gboolean
drop_all (WayStore *store, GHashTable *gone, GError **error)
{
  g_autoptr (WayStatement) drop = way_statement_new (store, "DELETE FROM busy_event WHERE id = ?1");
  GHashTableIter iter;
  gpointer stored;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &stored, NULL))
    if (!way_statement_run (drop, error, "i", ((StoredInstance *) stored)->id))
      return FALSE;
  return TRUE;
}

gboolean
way_busy_merge (WayStore *store, const GPtrArray *events, WayBusyReport *report, GError **error)
{
  g_autoptr (GHashTable) stored = load_stored (store, report->calendar_id, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_instance, instances_match);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      WayCalendarEvent *it = g_ptr_array_index (events, i);
      const StoredInstance *old = g_hash_table_lookup (stored, it);
      gboolean same = old != NULL && g_str_equal (old->event.title, it->title);

      /* Of one that the file has twice the last title counts, and it counts once. */
      report->added += g_hash_table_add (seen, it) && old == NULL;
      report->updated += old != NULL && !same;
      report->unchanged += same;
      if (!same)
        g_ptr_array_add (changed, it);
      g_hash_table_remove (stored, it);
    }
  report->removed += (int) g_hash_table_size (stored);
  return put_events (store, report->calendar_id, changed, error) && drop_all (store, stored, error);
}

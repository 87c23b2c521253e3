/* An instance is one of its calendar by its UID and its time; its title may change. One that has gone while its
 * event has a new one is the one that has moved. */
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
  gboolean moved;
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
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT id, uid, title, start_utc, end_utc, all_day FROM "
                                "busy_event WHERE calendar_id = ?1 ORDER BY start_utc, id");

  way_statement_bind (s, "i", calendar_id);
  while (way_statement_step (s))
    {
      StoredInstance *it = g_new0 (StoredInstance, 1);
      it->id = way_statement_int (s, 0);
      it->event.uid = g_strdup (way_statement_text (s, 1));
      it->event.title = g_strdup (way_statement_text (s, 2));
      it->event.start_utc = way_statement_int (s, 3);
      it->event.end_utc = way_statement_int (s, 4);
      it->event.all_day = way_statement_int (s, 5) != 0;
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
                        "DO UPDATE SET title = excluded.title, all_day = excluded.all_day");
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

static int
compare_stored (gconstpointer a, gconstpointer b)
{
  const StoredInstance *x = *(StoredInstance *const *) a, *y = *(StoredInstance *const *) b;
  int order = strcmp (x->event.uid, y->event.uid);

  if (order != 0)
    return order;
  return (x->event.start_utc > y->event.start_utc) - (x->event.start_utc < y->event.start_utc);
}

/* What has gone, by UID and start; and where each UID begins. */
typedef struct
{
  GPtrArray *all;   /* of StoredInstance *, borrowed */
  GHashTable *next; /* UID → GUINT index of the first that has not moved yet */
} Gone;

static Gone
list_gone (GHashTable *stored)
{
  Gone gone = { g_ptr_array_new (), g_hash_table_new (g_str_hash, g_str_equal) };
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, stored);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (gone.all, key);
  g_ptr_array_sort (gone.all, compare_stored);
  for (guint i = gone.all->len; i-- > 0;)
    {
      StoredInstance *it = g_ptr_array_index (gone.all, i);
      g_hash_table_insert (gone.next, it->event.uid, GUINT_TO_POINTER (i));
    }
  return gone;
}

/* The next of that UID; %NULL when there is none left. */
static StoredInstance *
take_gone (Gone *gone, const char *uid)
{
  gpointer at;

  if (!g_hash_table_lookup_extended (gone->next, uid, NULL, &at))
    return NULL;
  guint i = GPOINTER_TO_UINT (at);
  StoredInstance *it = i < gone->all->len ? g_ptr_array_index (gone->all, i) : NULL;
  if (it == NULL || !g_str_equal (it->event.uid, uid))
    return NULL;
  g_hash_table_insert (gone->next, (gpointer) it->event.uid, GUINT_TO_POINTER (i + 1));
  return it;
}

/* Takes out of @fresh what an event had at another time before. */
static gboolean
move_events (WayStore *store, GPtrArray *fresh, Gone *gone, int *n_moved, GError **error)
{
  g_autoptr (WayStatement) move =
      way_statement_new (store, "UPDATE busy_event SET title = ?2, start_utc = ?3, end_utc = ?4, "
                                "all_day = ?5 WHERE id = ?1");
  guint n_rest = 0;

  for (guint i = 0; i < fresh->len; i++)
    {
      WayCalendarEvent *it = g_ptr_array_index (fresh, i);
      StoredInstance *old = take_gone (gone, it->uid);
      if (old == NULL)
        {
          g_ptr_array_index (fresh, n_rest++) = it;
          continue;
        }
      if (!way_statement_run (move, error, "isiii", old->id, it->title, it->start_utc, it->end_utc,
                              (gint64) it->all_day))
        return FALSE;
      old->moved = TRUE;
      (*n_moved)++;
    }
  g_ptr_array_set_size (fresh, (int) n_rest);
  return TRUE;
}

static gboolean
drop_rest (WayStore *store, const Gone *gone, int *n_removed, GError **error)
{
  g_autoptr (WayStatement) drop = way_statement_new (store, "DELETE FROM busy_event WHERE id = ?1");

  for (guint i = 0; i < gone->all->len; i++)
    {
      const StoredInstance *it = g_ptr_array_index (gone->all, i);
      if (it->moved)
        continue;
      if (!way_statement_run (drop, error, "i", it->id))
        return FALSE;
      (*n_removed)++;
    }
  return TRUE;
}

/* Sorts what the file has into what is as it was, what is to be written under its key, and what the store has no
 * instance of; out of @stored goes what was found. */
static void
match (const GPtrArray *events,
       GHashTable *stored,
       GPtrArray *changed,
       GPtrArray *fresh,
       WayBusyReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_instance, instances_match);

  for (guint i = 0; i < events->len; i++)
    {
      WayCalendarEvent *it = g_ptr_array_index (events, i);
      const StoredInstance *old = g_hash_table_lookup (stored, it);
      gboolean same = old != NULL && g_str_equal (old->event.title, it->title) &&
                      old->event.all_day == it->all_day;
      gboolean first = g_hash_table_add (seen, it);

      report->updated += old != NULL && !same;
      report->unchanged += same;
      /* Of one that the file has twice the last title counts, and it counts once. */
      if (old == NULL && first)
        g_ptr_array_add (fresh, it);
      else if (!same)
        g_ptr_array_add (changed, it);
      g_hash_table_remove (stored, it);
    }
}

gboolean
way_busy_merge (WayStore *store, const GPtrArray *events, WayBusyReport *report, GError **error)
{
  g_autoptr (GHashTable) stored = load_stored (store, report->calendar_id, error);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  if (stored == NULL)
    return FALSE;
  match (events, stored, changed, fresh, report);
  Gone gone = list_gone (stored);
  gboolean ok = move_events (store, fresh, &gone, &report->updated, error) &&
                put_events (store, report->calendar_id, fresh, error) &&
                put_events (store, report->calendar_id, changed, error) &&
                drop_rest (store, &gone, &report->removed, error);
  report->added += (int) fresh->len;
  g_ptr_array_unref (gone.all);
  g_hash_table_unref (gone.next);
  return ok;
}

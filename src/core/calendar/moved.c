#include "core/calendar/moved.h"

#include "core/calendar/collect.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

void
way_moved_block_free (WayMovedBlock *moved)
{
  if (moved == NULL)
    return;
  g_free (moved->title);
  g_free (moved->calendar);
  g_free (moved);
}

/* Looks for the blocks of events. */
typedef struct
{
  WayStore *store;
  WayStatement *find;
  WayExporter reviews; /* collected with the first review that is looked for */
  gboolean knows_reviews;
} Finder;

/* What the block of an event is, and its newest revision here or in any file. */
enum
{
  ID,
  TITLE,
  KIND,
  START,
  END,
  SEQUENCE,
  CHANGED,
};

static const WayExportOptions review_options = { .kinds = WAY_EXPORT_REVIEW,
                                                 .from_date = WAY_DATE_NONE,
                                                 .to_date = WAY_DATE_NONE };

static void
finder_init (Finder *self, WayStore *store)
{
  *self = (Finder) { .store = store };
  self->find = way_statement_new (
      store,
      "SELECT b.id, b.title, b.kind, b.start_utc, b.end_utc, "
      "max (b.sequence, ifnull (r.sequence, 0)), max (b.changed_utc, ifnull (r.stamp_utc, 0)) "
      "FROM block b LEFT JOIN sent_revision r ON r.uid = ?2 AND r.form = 'event' "
      "WHERE b.uid = ?1 AND b.state = 'planned'");
}

static void
finder_clear (Finder *self)
{
  way_statement_free (self->find);
  way_exporter_clear (&self->reviews);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

static gboolean
look_up (Finder *self, const char *uid, const WayCalendarOwn *own)
{
  way_statement_bind (self->find, "ss", uid, own->uid);
  return way_statement_step (self->find);
}

/* Steps to the block of @own; %FALSE when there is none to follow. */
static gboolean
find_block (Finder *self, const WayCalendarOwn *own, GError **error)
{
  if (!look_up (self, own->uid, own))
    return FALSE;
  if (!g_str_equal (way_statement_text (self->find, KIND), "review"))
    return own->recurrence_utc == 0;
  if (!self->knows_reviews &&
      !way_exporter_collect (&self->reviews, self->store, &review_options, error))
    return FALSE;
  self->knows_reviews = TRUE;
  const char *uid = way_exporter_find_review (&self->reviews, own->uid, own->recurrence_utc);
  return uid != NULL && look_up (self, uid, own);
}

/* Whether the calendar says it later than the plan: it was changed there, or there alone and without a word. */
static gboolean
is_moved (const Finder *self, const WayCalendarOwn *own)
{
  gint64 sequence = way_statement_int (self->find, SEQUENCE);
  gint64 changed_utc = way_statement_int (self->find, CHANGED);

  if (own->start_utc == way_statement_int (self->find, START) &&
      own->end_utc == way_statement_int (self->find, END))
    return FALSE;
  if (own->modified_utc == 0)
    return own->sequence > sequence;
  return own->modified_utc > changed_utc ||
         (own->modified_utc == changed_utc && own->sequence >= sequence);
}

gboolean
way_moved_store (WayStore *store, gint64 calendar_id, const GPtrArray *own, GError **error)
{
  g_auto (Finder) finder = { 0 };
  g_autoptr (WayStatement) drop =
      way_statement_new (store, "DELETE FROM busy_own WHERE calendar_id = ?1");
  g_autoptr (WayStatement) put = way_statement_new (
      store, "INSERT OR REPLACE INTO busy_own (calendar_id, uid, recurrence_utc, start_utc, "
             "end_utc, sequence, modified_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  g_autoptr (GError) failure = NULL;

  finder_init (&finder, store);
  if (!way_statement_run (drop, error, "i", calendar_id))
    return FALSE;
  for (guint i = 0; i < own->len && failure == NULL; i++)
    {
      const WayCalendarOwn *it = g_ptr_array_index (own, i);
      if (find_block (&finder, it, &failure) && is_moved (&finder, it))
        way_statement_run (put, &failure, "isiiiii", calendar_id, it->uid, it->recurrence_utc,
                           it->start_utc, it->end_utc, (gint64) it->sequence, it->modified_utc);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static WayMovedBlock *
moved_block_new (const Finder *finder, const WayCalendarOwn *own, const char *calendar)
{
  WayMovedBlock *moved = g_new0 (WayMovedBlock, 1);

  moved->block_id = way_statement_int (finder->find, ID);
  moved->title = g_strdup (way_statement_text (finder->find, TITLE));
  moved->calendar = g_strdup (calendar);
  moved->start_utc = way_statement_int (finder->find, START);
  moved->end_utc = way_statement_int (finder->find, END);
  moved->moved_start_utc = own->start_utc;
  moved->moved_end_utc = own->end_utc;
  return moved;
}

static int
compare_moved (gconstpointer a, gconstpointer b)
{
  const WayMovedBlock *x = *(WayMovedBlock *const *) a, *y = *(WayMovedBlock *const *) b;

  return (x->moved_start_utc > y->moved_start_utc) - (x->moved_start_utc < y->moved_start_utc);
}

GPtrArray *
way_moved_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_moved_block_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_auto (Finder) finder = { 0 };
  /* Two calendars may have it: the one that changed it last counts. */
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT o.uid, o.recurrence_utc, o.start_utc, o.end_utc, o.sequence, o.modified_utc, "
             "c.name FROM busy_own o JOIN busy_calendar c ON c.id = o.calendar_id "
             "ORDER BY o.modified_utc DESC, o.id");
  g_autoptr (GError) failure = NULL;

  finder_init (&finder, store);
  while (failure == NULL && way_statement_step (s))
    {
      const WayCalendarOwn own = { .uid = (char *) way_statement_text (s, 0),
                                   .recurrence_utc = way_statement_int (s, 1),
                                   .start_utc = way_statement_int (s, 2),
                                   .end_utc = way_statement_int (s, 3),
                                   .sequence = (int) way_statement_int (s, 4),
                                   .modified_utc = way_statement_int (s, 5) };
      if (!find_block (&finder, &own, &failure) || !is_moved (&finder, &own))
        continue;
      WayMovedBlock *moved = moved_block_new (&finder, &own, way_statement_text (s, 6));
      if (g_hash_table_add (seen, &moved->block_id))
        g_ptr_array_add (list, moved);
      else
        way_moved_block_free (moved);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (way_statement_finish (s, error))
    {
      g_ptr_array_sort (list, compare_moved);
      return g_steal_pointer (&list);
    }
  return NULL;
}

static gboolean
forget_all (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM busy_own");

  return way_statement_run (s, error, "");
}

/* A person put them there: planning leaves them alone from now on. */
static gboolean
move_all (WayStore *store, const GPtrArray *list, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE block SET start_utc = ?2, end_utc = ?3, pinned = 1, sequence = sequence + 1, "
             "changed_utc = ?4 WHERE id = ?1");

  for (guint i = 0; i < list->len; i++)
    {
      const WayMovedBlock *it = g_ptr_array_index (list, i);
      if (!way_statement_run (s, error, "iiii", it->block_id, it->moved_start_utc,
                              it->moved_end_utc, now_utc))
        return FALSE;
    }
  return forget_all (store, error);
}

int
way_moved_follow (WayStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) list = way_moved_list (store, error);

  if (list == NULL)
    return -1;
  if (list->len == 0)
    return 0;
  if (!way_store_begin (store, _ ("Follow Calendar"), now_utc, error))
    return -1;
  if (move_all (store, list, now_utc, error))
    return way_store_commit (store, error) ? (int) list->len : -1;
  way_store_rollback (store);
  return -1;
}

gboolean
way_moved_keep (WayStore *store, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, _ ("Keep Plan"), now_utc, error))
    return FALSE;
  if (forget_all (store, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

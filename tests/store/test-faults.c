/* Every disk operation of some scripts goes wrong once. Whatever was reported as done is there afterwards, what
 * failed is not, and the message names the cause.
 *
 * Some operations of a script meet a power cut and one way to fail, the next ones the next way; which ones is another
 * matter in each run. With WAYMARK_THOROUGH in the environment each meets every way, for some minutes. */
#include "core/store/private.h"
#include "fault-vfs.h"
#include "fixture.h"
#include "invariants.h"
#include "old-database.h"

#include <errno.h>
#include <string.h>

#define NOW ((gint64) 1800000000)

typedef struct
{
  char *folder;
  char *path;
  WayStore *store;
  GPtrArray *backups; /* of char *: those that were reported */
} Session;

typedef gboolean (*StepFunc) (Session *s, int i, GError **error);

/* What a script begins with: nothing, our own database, or one of version @version. */
enum
{
  NOTHING = 0,
  READY = -1,
};

typedef struct
{
  const char *name;
  int version;
  int stride; /* of so many operations one fails, and one meets a power cut */
  StepFunc steps[12];
} Script;

/* Contents of the file that a script begins with. */
static char *start_bytes;
static gsize start_length;

static gboolean
run (WayStore *store, GError **error, const char *format, int i)
{
  g_autofree char *sql = g_strdup_printf (format, i);
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  return way_statement_run (s, error, "");
}

/* An action of several statements; each must be there or none. */
static gboolean
act_or_fail (WayStore *store, const char *name, const char *const *formats, int i, GError **error)
{
  if (!way_store_begin (store, name, NOW + i, error))
    return FALSE;
  for (; *formats != NULL; formats++)
    if (!run (store, error, *formats, i))
      {
        way_store_rollback (store);
        return FALSE;
      }
  return way_store_commit (store, error);
}

/* With a checkpoint every few pages, so that the script is short and has some. */
static gboolean
step_open (Session *s, int i, GError **error)
{
  s->store = way_store_open (s->path, error);
  if (s->store == NULL)
    return FALSE;
  sqlite3_exec (s->store->db, "PRAGMA wal_autocheckpoint = 16", NULL, NULL, NULL);
  return TRUE;
}

/* With a cache that is soon full, so that an action writes in its middle, too. */
static gboolean
step_open_narrow (Session *s, int i, GError **error)
{
  if (!step_open (s, i, error))
    return FALSE;
  sqlite3_exec (s->store->db, "PRAGMA cache_size = 8", NULL, NULL, NULL);
  return TRUE;
}

static gboolean
step_close (Session *s, int i, GError **error)
{
  g_clear_object (&s->store);
  return TRUE;
}

static gboolean
step_add (Session *s, int i, GError **error)
{
  static const char *const formats[] = {
    "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (1%1$d, 'g%1$d', 'G', "
    "'pack', 'h')",
    "INSERT INTO phase (id, guide_id, key, position, title, min_days, max_days) VALUES (1%1$d, "
    "1%1$d, 'p', 0, 'P', 3, 5)",
    "INSERT INTO setting (key, value) VALUES ('step%1$d', 'whole')", NULL
  };

  return act_or_fail (s->store, "Add", formats, i, error);
}

static gboolean
step_change (Session *s, int i, GError **error)
{
  static const char *const formats[] = {
    "UPDATE guide SET title = title || ' %d'", "UPDATE phase SET max_days = max_days + %d",
    "INSERT INTO setting (key, value) VALUES ('step%d', 'x')",
    "DELETE FROM phase WHERE id = (SELECT max (id) FROM phase) "
    "AND %d > 0",
    NULL
  };

  return act_or_fail (s->store, "Change", formats, i, error);
}

static gboolean
step_import (Session *s, int i, GError **error)
{
  static const char *const formats[] = {
    "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, to_utc, "
    "imported_utc) VALUES (%1$d, 'C', '/c%1$d', 'UTC', 'h', 0, 1, 0)",
    "WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 120) INSERT INTO "
    "busy_event (calendar_id, uid, start_utc, end_utc) SELECT %d, 'event-' || k, k * 3600, k * "
    "3600 + 1800 FROM n",
    NULL
  };

  return act_or_fail (s->store, "Import", formats, i, error);
}

static gboolean
step_undo (Session *s, int i, GError **error)
{
  return way_store_undo (s->store, NULL, error);
}

static gboolean
step_redo (Session *s, int i, GError **error)
{
  return way_store_redo (s->store, NULL, error);
}

static gboolean
step_record (Session *s, int i, GError **error)
{
  return way_store_begin_record (s->store, error) &&
         way_store_end_record (
             s->store,
             run (s->store, error,
                  "INSERT INTO sent_target (path, content_hash, sent_utc) VALUES ('/%d', 'h', 0)",
                  i),
             error) &&
         (error == NULL || *error == NULL);
}

/* A feature that does not look at what became of its statements; the last one writes what no trigger watches. */
static gboolean
step_careless (Session *s, int i, GError **error)
{
  if (!way_store_begin (s->store, "Careless", NOW + i, error))
    return FALSE;
  run (s->store, NULL, "INSERT INTO setting (key, value) VALUES ('careless%d', 'x')", i);
  run (s->store, NULL,
       "WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 60) INSERT INTO "
       "setting (key, value) SELECT 'careless%d-' || k, hex (zeroblob (400)) FROM n",
       i);
  run (s->store, NULL,
       "INSERT INTO sent_target (path, content_hash, sent_utc) VALUES ('/careless%d', 'h', 0)", i);
  return way_store_commit (s->store, error);
}

static gboolean
step_backup (Session *s, int i, GError **error)
{
  char *path = way_store_backup (s->store, NULL, "manual", NOW + i, error);

  if (path != NULL)
    g_ptr_array_add (s->backups, path);
  return path != NULL;
}

static const Script scripts[] = {
  { "create", NOTHING, 3, { step_open, step_add, step_undo, step_close } },
  { "actions",
    READY,
    2,
    { step_open, step_add, step_change, step_undo, step_redo, step_import, step_record, step_undo,
      step_change, step_close } },
  { "careless", READY, 2, { step_open_narrow, step_careless, step_add, step_undo, step_close } },
  { "backup",
    READY,
    3,
    { step_open, step_add, step_backup, step_change, step_backup, step_close } },
  { "migrate", 1, 8, { step_open, step_undo, step_add, step_close } },
};

/* All that the scripts touch, with history and records, as one text. */
static char *
snapshot (WayStore *store)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT printf ('guides %s, phases %s, settings %s, calendars %s, %d events, %d blocks, "
      "actions %s, %d to replay, sent %s', (SELECT group_concat (id || title) FROM guide), (SELECT "
      "group_concat (id || title || max_days) FROM phase), (SELECT group_concat (key || value) "
      "FROM setting), (SELECT group_concat (id || path) FROM busy_calendar), (SELECT count (*) "
      "FROM busy_event), (SELECT count (*) FROM block), (SELECT group_concat (id || name || "
      "undone) FROM undo_action), (SELECT count (*) FROM undo_log), (SELECT group_concat (path) "
      "FROM sent_target))");

  g_assert_true (way_statement_step (s));
  return g_strdup (way_statement_text (s, 0));
}

static void
start (Session *s, const Script *script)
{
  g_autofree char *folder = NULL;

  s->folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  folder = g_build_filename (s->folder, "data", NULL);
  s->path = g_build_filename (folder, "waymark.db", NULL);
  s->backups = g_ptr_array_new_with_free_func (g_free);
  if (script->version == NOTHING)
    return;
  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents_full (s->path, start_bytes, (gssize) start_length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
finish (Session *s)
{
  g_clear_object (&s->store);
  remove_tree (s->folder);
  g_free (s->folder);
  g_free (s->path);
  g_ptr_array_unref (s->backups);
}

/* Makes what the script begins with. */
static void
prepare (const Script *script)
{
  Session s = { 0 };

  g_clear_pointer (&start_bytes, g_free);
  if (script->version == NOTHING)
    return;
  s.folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  s.path = g_build_filename (s.folder, "waymark.db", NULL);
  s.backups = g_ptr_array_new_with_free_func (g_free);
  if (script->version > 0)
    make_old_database (s.path, script->version);
  else
    {
      step_open (&s, 0, NULL);
      for (int i = 1; i < 4; i++)
        g_assert_true (step_add (&s, i, NULL));
      step_close (&s, 0, NULL);
    }
  g_assert_true (g_file_get_contents (s.path, &start_bytes, &start_length, NULL));
  finish (&s);
}

/* States by the number of steps that were done, without a fault. */
static GPtrArray *
list_states (const Script *script)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Session s = { 0 };

  start (&s, script);
  g_ptr_array_add (states, NULL);
  for (int i = 0; script->steps[i] != NULL; i++)
    {
      g_assert_true (script->steps[i](&s, i + 10, &error));
      g_assert_no_error (error);
      g_ptr_array_add (states, s.store != NULL ? snapshot (s.store)
                                               : g_strdup (states->pdata[states->len - 1]));
    }
  /* Before the file is opened it has what it has when it was. */
  states->pdata[0] = g_strdup (states->pdata[1]);
  finish (&s);
  return states;
}

/* In the words of ours, of the system or of SQLite. Who cannot be told what became of the last action is not told
 * that it is not there. */
static gboolean
names_cause (const char *message, gboolean full)
{
  if (full)
    return strstr (message, "no space left") != NULL || strstr (message, "full") != NULL;
  return (strstr (message, g_strerror (EIO)) != NULL || strstr (message, "I/O error") != NULL) &&
         strstr (message, "Nothing was changed") == NULL;
}

static void
assert_cause (const GError *error, FaultEffect effect)
{
  gboolean full = effect == FAULT_FULL_ONCE || effect == FAULT_FULL_ON;

  g_assert_nonnull (error);
  if (error->domain != WAY_ERROR ||
      (error->code != (full ? WAY_ERROR_FULL : WAY_ERROR_ACCESS) && error->code != WAY_ERROR_IO) ||
      !names_cause (error->message, full) || strstr (error->message, "damaged") != NULL)
    g_error ("%s, %d-th, %s: the error is not named: %s (%d)", fault_vfs_fired (),
             fault_vfs_count (), full ? "full" : "failing", error->message, error->code);
}

static void
assert_backups (Session *s)
{
  for (guint i = 0; i < s->backups->len; i++)
    g_assert_true (g_file_test (s->backups->pdata[i], G_FILE_TEST_EXISTS));
  assert_whole_backups (s->path);
}

/* The database works as if nothing had been: it is whole, undoes and redoes, and takes an action. */
static void
assert_works (Session *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayAction) next = way_store_peek_undo (s->store);
  g_autofree char *before = snapshot (s->store);

  assert_invariants (s->store);
  if (next != NULL)
    {
      way_store_undo (s->store, NULL, &error);
      g_assert_no_error (error);
      way_store_redo (s->store, NULL, &error);
      g_assert_no_error (error);
    }
  g_autofree char *after = snapshot (s->store);
  g_assert_cmpstr (after, ==, before);
  step_add (s, 99, &error);
  g_assert_no_error (error);
}

static gboolean
is_one_of (const char *state, const char *a, const char *b)
{
  return g_str_equal (state, a) || (b != NULL && g_str_equal (state, b));
}

static void
set_text (char **to, const char *text)
{
  g_free (*to);
  *to = g_strdup (text);
}

/* One session with one fault. The number of operations it had is returned. */
static int
run_session (const Script *script,
             GPtrArray *states,
             guint operations,
             int n,
             FaultEffect effect,
             guint32 seed)
{
  g_autofree char *known = g_strdup (states->pdata[0]); /* the last state that was seen */
  g_autofree char *maybe = NULL;                        /* the other one that is right */
  gboolean has_failed = FALSE;
  Session s = { 0 };

  start (&s, script);
  fault_vfs_arm (operations, n, effect, seed);
  for (int i = 0; script->steps[i] != NULL && (i == 0 || s.store != NULL); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = script->steps[i](&s, i + 10, &error);
      if (fault_vfs_fired () && (effect == FAULT_CUT || (effect == FAULT_IO_ON && !done)))
        {
          if (!done && effect == FAULT_IO_ON)
            assert_cause (error, effect);
          /* It may be on the disk though nobody could be told. */
          set_text (&known, states->pdata[done ? i + 1 : i]);
          set_text (&maybe, states->pdata[i + 1]);
          break;
        }
      /* A step may have nothing to do when one before it failed. */
      if (!done && !(has_failed && g_error_matches (error, WAY_ERROR, WAY_ERROR_NOT_FOUND)))
        assert_cause (error, effect);
      has_failed = has_failed || !done;
      if (s.store == NULL)
        continue;
      g_autofree char *now = snapshot (s.store);
      if (done && !fault_vfs_fired ())
        g_assert_cmpstr (now, ==, states->pdata[i + 1]);
      if (!done && i > 0)
        g_assert_cmpstr (now, ==, known);
      set_text (&known, now);
    }
  g_clear_object (&s.store);
  int count = fault_vfs_count ();
  g_autofree char *fired = g_strdup (fault_vfs_fired ());
  fault_vfs_repair (s.folder);

  g_autoptr (GError) error = NULL;
  s.store = way_store_open (s.path, &error);
  if (s.store == NULL)
    g_error ("After %s (%d): %s", fired, n, error->message);
  g_autofree char *found = snapshot (s.store);
  if (!is_one_of (found, known, maybe))
    g_error ("%s: after %s (%d, effect %d, seed %u) there is\n%s\ninstead of\n%s", script->name,
             fired, n, effect, seed, found, known);
  assert_works (&s);
  assert_backups (&s);
  finish (&s);
  return count;
}

/* Every operation once with each of the @effects in turn, or with all of them. */
static int
run_each (const Script *script,
          GPtrArray *states,
          const char *what,
          guint operations,
          const FaultEffect *effects)
{
  int count = run_session (script, states, operations, 0, FAULT_NONE, 0);
  int total = 0, n_effects = 0;
  gboolean all = g_getenv ("WAYMARK_THOROUGH") != NULL;
  int stride = all ? 1 : script->stride;

  while (effects[n_effects] != FAULT_NONE)
    n_effects++;
  for (int n = g_test_rand_int_range (1, stride + 1); n <= count; n += stride)
    for (int i = 0; i < n_effects; i++)
      if (all || n / stride % n_effects == i)
        {
          guint32 seed = (guint32) g_test_rand_int ();
          run_session (script, states, operations, n, effects[i], seed);
          total++;
        }
  g_test_message ("%s: %d times a %s", script->name, total, what);
  return total;
}

static void
test_script (gconstpointer data)
{
  static const FaultEffect write_effects[] = { FAULT_IO_ONCE, FAULT_FULL_ONCE, FAULT_IO_ON,
                                               FAULT_FULL_ON, FAULT_NONE };
  static const FaultEffect effects[] = { FAULT_IO_ONCE, FAULT_IO_ON, FAULT_NONE };
  static const FaultEffect cut[] = { FAULT_CUT, FAULT_NONE };
  const Script *script = data;
  int total = 0;

  prepare (script);
  g_autoptr (GPtrArray) states = list_states (script);
  total += run_each (script, states, "write that fails", FAULT_WRITE, write_effects);
  total += run_each (script, states, "sync that fails", FAULT_SYNC, effects);
  total += run_each (script, states, "truncation that fails", FAULT_TRUNCATE, effects);
  total += run_each (script, states, "deletion that fails", FAULT_DELETE, effects);
  total += run_each (script, states, "power cut", FAULT_ANY, cut);
  g_test_message ("%s: %d faults", script->name, total);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/%s", scripts[i].name);
      g_test_add_data_func (path, &scripts[i], test_script);
    }
  int code = g_test_run ();
  g_free (start_bytes);
  return code;
}

/* A random walk of 10,000 actions, undos and redos, by two processes' worth of stores on one file. The model is
 * what history means: a stack of the states that were, the place in it, and a thousand at most below. */
#include "fixture.h"
#include "invariants.h"

#define N_STEPS     10000
#define MAX_ACTIONS 1000
#define CHECK_EVERY 500

typedef struct
{
  const char *path;
  WayStore *store, *other;
  WayStatement *state;
  GPtrArray *stack; /* of char * */
  guint at;
} Walk;

/* Statements with one number, some of which fail: an action may go on after that. Texts have what quoting has to
 * get right, and REPLACE takes along what refers to the row. */
static const char *const changes[] = {
  "INSERT INTO guide (id, slug, title, origin, content_hash) VALUES (%1$d %% 7, 'g%1$d', 'it''s', "
  "'text', '')",
  "INSERT OR REPLACE INTO guide (id, slug, title, origin, content_hash) VALUES (%1$d %% 7, 'r' || "
  "%1$d %% 4, '\"', 'pack', 'x')",
  "UPDATE guide SET title = title || '%d', summary = char (10, 39, 8364, 128512) WHERE id %% 2 = "
  "0",
  "DELETE FROM guide WHERE id = %d %% 7",
  "INSERT INTO phase (guide_id, key, position, title, min_days, max_days) SELECT id, 'p%1$d', "
  "%1$d, 'P', 0, %1$d FROM guide WHERE id = %1$d %% 7",
  "UPDATE phase SET gate_closed_date = CASE WHEN gate_closed_date IS NULL THEN -%d END",
  "DELETE FROM phase WHERE id = %d %% 20",
  "INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, end_utc, created_utc, "
  "changed_utc) SELECT 'u%1$d', 'study', guide_id, id, '', 9007199254740993 + %1$d * 3600, "
  "9007199254740993 + %1$d * 3600 + 60, 0, 0 FROM phase WHERE id = %1$d %% 20",
  "INSERT INTO block (uid, kind, guide_id, title, start_utc, end_utc, created_utc, changed_utc) "
  "SELECT 'd' || id || '-%1$d', 'drill', id, 'D', %1$d * 7200, %1$d * 7200 + 60, 0, 0 FROM guide "
  "ORDER BY id LIMIT 1",
  "UPDATE block SET id = id + 100 WHERE id = %d %% 50",
  "UPDATE block SET phase_id = NULL, state = 'done' WHERE id %% 5 = %d %% 5",
  "DELETE FROM block WHERE id %% 3 = %d %% 3",
  "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, to_utc, imported_utc) "
  "VALUES (%1$d %% 3, 'C', '/%1$d', 'UTC', '', -9223372036854775807, 9223372036854775807, 0)",
  "INSERT OR IGNORE INTO busy_event (calendar_id, uid, start_utc, end_utc) SELECT c.id, 'e' || n.i "
  "|| '-%1$d', n.i, n.i + 1 FROM busy_calendar AS c, (SELECT 1 AS i UNION SELECT 2 UNION SELECT "
  "3) AS n WHERE c.id = %1$d %% 3",
  "UPDATE busy_event SET start_utc = start_utc - 1, title = title || '%d' WHERE length (title) < 9",
  "DELETE FROM busy_calendar WHERE id = %d %% 3",
  "DELETE FROM busy_event WHERE id %% 2 = %d %% 2",
  "INSERT INTO setting (key, value) VALUES ('k' || %1$d %% 9, '%1$d') ON CONFLICT (key) DO UPDATE "
  "SET value = '%1$d'",
  "REPLACE INTO setting (id, key, value) VALUES (%1$d %% 5, 'k' || %1$d %% 9, 'replaced')",
  "UPDATE setting SET value = value || %d - %1$d",
  "DELETE FROM setting WHERE id = %d %% 9",
};

static void
open_stores (Walk *w)
{
  static const char state[] =
      "SELECT (SELECT group_concat (id || slug || title || summary || origin) FROM guide) || ';' "
      "|| ifnull ((SELECT group_concat (id || ',' || guide_id || key || title || max_days || "
      "ifnull (gate_closed_date, '-')) FROM phase), '') || ';' || ifnull ((SELECT group_concat (id "
      "|| uid || ',' || guide_id || ifnull (phase_id, '-') || state || start_utc || '-' || "
      "end_utc) FROM block), '') || ';' || ifnull ((SELECT group_concat (id || name || path || "
      "from_utc || to_utc) FROM busy_calendar), '') || ';' || ifnull ((SELECT group_concat (id || "
      "',' || calendar_id || uid || title || start_utc || '-' || end_utc) FROM busy_event), '') || "
      "';' || ifnull ((SELECT group_concat (id || key || value) FROM setting), '')";
  WayStore **stores[] = { &w->store, &w->other };

  g_clear_pointer (&w->state, way_statement_free);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_clear_object (stores[i]);
      *stores[i] = way_store_open (w->path, &error);
      g_assert_no_error (error);
      /* It is not the disk that is tested here. */
      run_sql (*stores[i], "PRAGMA synchronous = OFF");
    }
  w->state = way_statement_new (w->store, state);
}

static char *
read_state (Walk *w)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_statement_step (w->state));
  char *text = g_strdup (way_statement_text (w->state, 0));
  way_statement_finish (w->state, &error);
  g_assert_no_error (error);
  return text;
}

static void
run_changes (WayStore *store)
{
  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    {
      const char *format = changes[g_test_rand_int_range (0, G_N_ELEMENTS (changes))];
      g_autofree char *sql = g_strdup_printf (format, g_test_rand_int_range (0, 1000));
      g_autoptr (WayStatement) s = way_statement_new (store, sql);
      way_statement_run (s, NULL, "");
    }
}

/* %FALSE: it was taken back, at the inner or the outer level. */
static gboolean
run_action (WayStore *store)
{
  int dice = g_test_rand_int_range (0, 12);
  g_autoptr (GError) error = NULL;

  way_store_begin (store, "Step", 0, &error);
  g_assert_no_error (error);
  run_changes (store);
  if (dice < 4)
    {
      g_assert_true (way_store_begin (store, "Inner", 0, NULL));
      run_changes (store);
      if (dice == 0)
        {
          way_store_rollback (store);
          g_assert_false (way_store_commit (store, NULL));
          return FALSE;
        }
      g_assert_true (way_store_commit (store, NULL));
      run_changes (store);
    }
  if (dice == 4)
    {
      way_store_rollback (store);
      return FALSE;
    }
  way_store_commit (store, &error);
  g_assert_no_error (error);
  return TRUE;
}

static gint64
newest_action (WayStore *store)
{
  g_autoptr (WayAction) action = way_store_peek_undo (store);

  return action != NULL ? action->id : 0;
}

/* By either store; the other one may notice at once or later. */
static void
step_act (Walk *w, WayStore *store)
{
  gint64 before = newest_action (store);
  gboolean kept = run_action (store);
  g_autofree char *now = read_state (w);

  if (!kept || newest_action (store) == before)
    {
      g_assert_cmpstr (now, ==, w->stack->pdata[w->at]);
      return;
    }
  g_ptr_array_set_size (w->stack, (int) w->at + 1);
  g_ptr_array_add (w->stack, g_steal_pointer (&now));
  w->at++;
  if (w->stack->len > MAX_ACTIONS + 1)
    {
      g_ptr_array_remove_index (w->stack, 0);
      w->at--;
    }
  g_assert_null (way_store_peek_redo (store));
}

/* Undo or redo by a store that may have something to learn first: then it says so, once. */
static void
step_history (Walk *w, WayStore *store, gboolean redo)
{
  gboolean (*step) (WayStore *, char **, GError **) = redo ? way_store_redo : way_store_undo;
  gboolean possible = redo ? w->at + 1 < w->stack->len : w->at > 0;
  g_autoptr (GError) error = NULL;
  gboolean done = step (store, NULL, &error);

  if (g_error_matches (error, WAY_ERROR, WAY_ERROR_CONFLICT))
    {
      g_autofree char *now = read_state (w);
      g_assert_cmpstr (now, ==, w->stack->pdata[w->at]);
      g_clear_error (&error);
      done = step (store, NULL, &error);
    }
  if (possible)
    g_assert_no_error (error);
  else
    g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_assert_cmpint (done, ==, possible);
  if (done)
    w->at += redo ? 1 : -1;
}

/* What happened outside is no part of history and no way to break it. */
static void
step_record (Walk *w)
{
  g_autoptr (GError) error = NULL;

  way_store_begin_record (w->store, &error);
  run_sql (w->store, "INSERT INTO sent_target (path, content_hash, sent_utc) VALUES ('/', '', 0) "
                     "ON CONFLICT (path) DO UPDATE SET sent_utc = sent_utc + 1");
  way_store_end_record (w->store, g_test_rand_int_range (0, 2), &error);
  g_assert_no_error (error);
}

static void
step (Walk *w)
{
  int dice = g_test_rand_int_range (0, 200);
  WayStore *store = g_test_rand_int_range (0, 8) == 0 ? w->other : w->store;

  if (dice == 0)
    open_stores (w);
  else if (dice < 4)
    step_record (w);
  else if (dice < 50)
    step_history (w, store, FALSE);
  else if (dice < 90)
    step_history (w, store, TRUE);
  else
    step_act (w, store);
  g_autofree char *now = read_state (w);
  g_assert_cmpstr (now, ==, w->stack->pdata[w->at]);
}

/* To the end of what is kept and back, past every state. */
static void
walk_all (Walk *w, gboolean redo)
{
  while (redo ? w->at + 1 < w->stack->len : w->at > 0)
    {
      step_history (w, w->store, redo);
      g_autofree char *now = read_state (w);
      g_assert_cmpstr (now, ==, w->stack->pdata[w->at]);
    }
  step_history (w, w->store, redo);
}

static void
test_walk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "waymark.db", NULL);
  Walk w = { path };

  open_stores (&w);
  w.stack = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (w.stack, read_state (&w));
  for (int i = 0; i < N_STEPS; i++)
    {
      step (&w);
      if (i % CHECK_EVERY == 0)
        assert_invariants (w.store);
    }
  while (w.stack->len <= MAX_ACTIONS)
    step_act (&w, w.store);
  walk_all (&w, FALSE);
  walk_all (&w, TRUE);
  assert_invariants (w.store);
  way_statement_free (w.state);
  g_clear_object (&w.store);
  g_clear_object (&w.other);
  g_ptr_array_unref (w.stack);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/equals-a-stack-of-states", test_walk);
  return g_test_run ();
}

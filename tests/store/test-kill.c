/* A process that writes is killed (SIGKILL) at 200 random moments, at 500 with WAYMARK_THOROUGH in the environment,
 * aimed at each step of a script in turn: it says on a pipe when it begins a step and when it was told that the step is
 * done. Afterwards the database is what it was behind the last step that was reported, or the one under way, and nothing
 * else; then it goes on from there.
 *
 * A new job of the program is a new row of script[]. */
#include "core/calendar/busy.h"
#include "core/store/archive.h"
#include "core/store/backup.h"
#include "core/store/restore.h"
#include "fixture.h"
#include "invariants.h"
#include "old-database.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_EVENTS 60
#define NOW      ((gint64) 1800000000)

typedef struct
{
  char *path;
  char *calendar; /* of an .ics file */
  WayStore *store;
} Writer;

typedef struct
{
  const char *name;
  gboolean (*run) (Writer *w, int i, GError **error);
  gint64 longest_us; /* it took when nobody was killed */
  int kills;
} Step;

static gboolean
run_open (Writer *w, int i, GError **error)
{
  w->store = way_store_open (w->path, error);
  return w->store != NULL;
}

static gboolean
run_change (Writer *w, int i, GError **error)
{
  static const char *const formats[] = {
    "INSERT INTO guide (slug, title, origin, content_hash) VALUES ('kill-%1$d', 'G', 'pack', '')",
    "INSERT INTO phase (guide_id, key, position, title, min_days, max_days) SELECT id, 'p%1$d', "
    "0, 'P', 1, 2 FROM guide",
    "UPDATE phase SET title = title || '%d'",
    "DELETE FROM guide WHERE id = (SELECT min (id) FROM guide) AND %d %% 2 = 0",
    "INSERT INTO setting (key, value) VALUES ('kill-%d', 'x')",
  };
  gboolean ok = way_store_begin (w->store, "Change", NOW + i, error);

  for (gsize f = 0; ok && f < G_N_ELEMENTS (formats); f++)
    {
      g_autofree char *sql = g_strdup_printf (formats[f], i);
      g_autoptr (WayStatement) s = way_statement_new (w->store, sql);
      ok = way_statement_run (s, error, "");
    }
  return ok && way_store_commit (w->store, error);
}

static gboolean
run_undo (Writer *w, int i, GError **error)
{
  return way_store_undo (w->store, NULL, error);
}

static gboolean
run_redo (Writer *w, int i, GError **error)
{
  return way_store_redo (w->store, NULL, error);
}

static gboolean
run_import (Writer *w, int i, GError **error)
{
  g_autoptr (WayBusyReport) report =
      way_busy_add (w->store, w->calendar, "Europe/Berlin", TRUE, NOW, error);

  return report != NULL;
}

static gboolean
run_backup (Writer *w, int i, GError **error)
{
  g_autofree char *path = way_store_backup (w->store, NULL, "manual", NOW + i, error);

  return path != NULL;
}

/* The first one that the script made. */
static gboolean
run_restore (Writer *w, int i, GError **error)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (w->path, error);
  const WayBackup *first = NULL;

  for (guint b = 0; backups != NULL && b < backups->len; b++)
    {
      const WayBackup *it = backups->pdata[b];
      if (g_str_equal (it->reason, "manual") && (first == NULL || it->time_utc < first->time_utc))
        first = it;
    }
  g_autoptr (WayRestore) restore =
      first != NULL ? way_restore_new (w->store, first->path, error) : NULL;
  return restore != NULL && way_restore_run (restore, NOW + i, error);
}

static char *
archive_path (Writer *w)
{
  return g_strconcat (w->path, ".json", NULL);
}

static gboolean
run_export (Writer *w, int i, GError **error)
{
  g_autofree char *path = archive_path (w);

  return way_archive_export (w->store, path, error);
}

static gboolean
run_import_archive (Writer *w, int i, GError **error)
{
  g_autofree char *path = archive_path (w);
  g_autoptr (WayArchive) archive = way_archive_read (path, error);

  return archive != NULL && way_archive_import (archive, w->store, NOW + i, NULL, error);
}

/* The first one opens, and migrates: it comes first in every process. */
static Step script[] = {
  { "open", run_open, 0, 0 },     { "change", run_change, 0, 0 },
  { "import", run_import, 0, 0 }, { "undo", run_undo, 0, 0 },
  { "redo", run_redo, 0, 0 },     { "backup", run_backup, 0, 0 },
  { "change", run_change, 0, 0 }, { "undo", run_undo, 0, 0 },
  { "undo", run_undo, 0, 0 },     { "change", run_change, 0, 0 },
  { "backup", run_backup, 0, 0 }, { "restore", run_restore, 0, 0 },
  { "undo", run_undo, 0, 0 },     { "export", run_export, 0, 0 },
  { "change", run_change, 0, 0 }, { "import archive", run_import_archive, 0, 0 },
  { "undo", run_undo, 0, 0 },
};

#define N_STEPS ((int) G_N_ELEMENTS (script))

/* The data and the history. */
static char *
read_state (WayStore *store)
{
  g_autofree char *data = dump (store);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT group_concat (name || undone), (SELECT count(*) FROM "
             "undo_log) FROM (SELECT name, undone FROM undo_action ORDER BY id)");

  g_assert_true (way_statement_step (s));
  return g_strdup_printf ("%s[history] %s, %s rows\n", data, way_statement_text (s, 0),
                          way_statement_text (s, 1));
}

static void
write_calendar (const char *path)
{
  g_autoptr (GString) text =
      g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\n");

  for (int i = 0; i < N_EVENTS; i++)
    g_string_append_printf (text,
                            "BEGIN:VEVENT\r\nUID:kill-%d@test\r\nDTSTAMP:20270101T000000Z\r\n"
                            "DTSTART:202702%02dT%02d0000Z\r\nDURATION:PT30M\r\nSUMMARY:Busy\r\n"
                            "END:VEVENT\r\n",
                            i, i % 28 + 1, i % 20);
  g_string_append (text, "END:VCALENDAR\r\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static gboolean
run_step (Writer *w, int i)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = script[i].run (w, i, &error);

  if (!ok)
    g_printerr ("# %s (%d): %s\n", script[i].name, i, error->message);
  return ok;
}

/* What there is behind each step when nothing happens, and how long it takes. */
static GPtrArray *
list_states (const char *folder, const char *calendar, int version)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  Writer w = { g_build_filename (folder, "waymark.db", NULL), (char *) calendar, NULL };

  make_old_database (w.path, version);
  for (int i = 0; i < N_STEPS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_assert_true (run_step (&w, i));
      script[i].longest_us = MAX (script[i].longest_us, g_get_monotonic_time () - begin);
      g_ptr_array_add (states, read_state (w.store));
    }
  g_clear_object (&w.store);
  remove_tree (folder);
  g_free (w.path);
  return states;
}

/* The process that is killed: it opens, goes on with step @from, and waits for its end. */
static void
write_until_killed (Writer *w, int from, int pipe)
{
  for (int i = 0; i < N_STEPS; i = i == 0 ? MAX (from, 1) : i + 1)
    {
      char begun[] = { 'b', (char) i }, done[] = { 'd', (char) i };
      if (write (pipe, begun, 2) != 2 || !run_step (w, i) || write (pipe, done, 2) != 2)
        _exit (1);
    }
  for (;;)
    pause ();
}

/* Waits until step @target has begun, and some time of that step. */
static void
aim (int pipe, int target, int *n_done)
{
  char word[2];

  while (read (pipe, word, 2) == 2)
    if (word[0] == 'd')
      *n_done = MAX (*n_done, word[1] + 1);
    else if (word[1] == target)
      break;
  g_usleep ((gulong) g_test_rand_int_range (0, (int) (script[target].longest_us * 5 / 4)));
}

/* One process from step @from on, killed during @target. The steps that are done, as it reported. */
static int
kill_one (Writer *w, int from, int target)
{
  int n_done = from, status = 0, ends[2];
  char word[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  pid_t child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      write_until_killed (w, from, ends[1]);
    }
  close (ends[1]);
  aim (ends[0], target, &n_done);
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  while (read (ends[0], word, 2) == 2)
    if (word[0] == 'd')
      n_done = MAX (n_done, word[1] + 1);
  close (ends[0]);
  if (!WIFSIGNALED (status))
    g_error ("The writer ended by itself during “%s”", script[target].name);
  script[target].kills++;
  return n_done;
}

/* How many steps were done: those reported, or the one under way too. */
static int
look (Writer *w, GPtrArray *states, int n_done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = way_store_open (w->path, &error);

  g_assert_no_error (error);
  assert_invariants (store);
  assert_whole_backups (w->path);
  g_autofree char *state = read_state (store);
  n_done = MAX (n_done, 1);
  if (g_str_equal (state, states->pdata[n_done - 1]))
    return n_done;
  if (n_done < N_STEPS && g_str_equal (state, states->pdata[n_done]))
    return n_done + 1;
  g_error ("Behind “%s” (%d) there is\n%s\ninstead of\n%s", script[n_done - 1].name, n_done - 1,
           state, (char *) states->pdata[n_done - 1]);
}

static void
test_kills (void)
{
  int newest = 0, kills = 0, n_kills = g_getenv ("WAYMARK_THOROUGH") != NULL ? 500 : 200;
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *calendar = g_build_filename (folder, "busy.ics", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autoptr (GPtrArray) states =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Writer w = { g_build_filename (data, "waymark.db", NULL), calendar, NULL };

  write_calendar (calendar);
  for (newest = 0;; newest++)
    {
      g_autofree char *sql = old_database_script (newest + 1);
      if (!g_file_test (sql, G_FILE_TEST_EXISTS))
        break;
      g_ptr_array_add (states, list_states (data, calendar, newest + 1));
    }
  g_assert_cmpint (newest, >, 0);
  for (int round = 0; kills < n_kills; round++)
    {
      int version = round % newest;
      int n_done = 0;
      make_old_database (w.path, version + 1);
      while (n_done < N_STEPS - 1 && kills < n_kills)
        {
          int next = n_done + g_test_rand_int_range (0, 3);
          int target = g_test_rand_int_range (0, 6) == 0 ? 0 : MIN (next, N_STEPS - 1);
          n_done = kill_one (&w, n_done, target);
          kills++;
          /* Some are killed while they clear up behind the first. */
          if (g_test_rand_int_range (0, 6) == 0 && n_done > 0)
            {
              kill_one (&w, N_STEPS, 0);
              kills++;
            }
          n_done = look (&w, states->pdata[version], n_done);
        }
      remove_tree (data);
    }
  for (int i = 0; i < N_STEPS; i++)
    g_test_message ("%d kills during “%s”", script[i].kills, script[i].name);
  g_test_message ("%d kills", kills);
  remove_tree (folder);
  g_free (w.path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/what-was-reported-is-there", test_kills);
  return g_test_run ();
}

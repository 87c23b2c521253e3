#include "app/calendar/calendar-watcher.h"

#include "app/session.h"
#include "app/window-private.h"
#include "core/calendar/busy.h"

#include <glib/gi18n.h>

#define DATA "way-calendar-watcher"

/* Programs write a file in several steps. */
#define SETTLE_MS 1000

typedef struct
{
  WayWindow *window;    /* owns this */
  GHashTable *monitors; /* path → GFileMonitor * */
  guint check;          /* source; 0: none */
  char *offered;        /* what was offered last: the files and their hashes */
} Watcher;

static void
watcher_free (gpointer data)
{
  Watcher *self = data;

  g_clear_handle_id (&self->check, g_source_remove);
  g_hash_table_unref (self->monitors);
  g_free (self->offered);
  g_free (self);
}

static void
run_look (GTask *task, gpointer source, gpointer calendars, GCancellable *cancellable)
{
  g_task_return_boolean (task, way_busy_any_changed (calendars));
}

static void
run_check (GTask *task, gpointer source, gpointer readings, GCancellable *cancellable)
{
  way_busy_refresh_run (readings);
  g_task_return_boolean (task, TRUE);
}

/* The names of those that differ from what the store has (transfer full), and @what they are. */
static char *
list_changed (GPtrArray *readings, char **what)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      const WayBusyReading *it = g_ptr_array_index (readings, i);
      g_autofree char *base = g_filename_display_basename (way_busy_reading_get_path (it));
      if (!way_busy_reading_has_changed (it))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", base);
      g_string_append_printf (state, "%s %s\n", way_busy_reading_get_path (it),
                              way_busy_reading_get_hash (it));
    }
  *what = g_string_free (state, FALSE);
  return g_strdup (names->str);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  Watcher *self = g_object_get_data (source, DATA);
  g_autofree char *what = NULL;

  if (self == NULL || way_window_get_store (self->window) == NULL)
    return; /* closed */
  g_autofree char *names = list_changed (g_task_get_task_data (G_TASK (result)), &what);
  if (*names == '\0' || g_strcmp0 (what, self->offered) == 0)
    return;
  g_free (self->offered);
  self->offered = g_steal_pointer (&what);
  /* Translators: names of files */
  g_autofree char *message = g_strdup_printf (_ ("Changed since it was read: %s"), names);
  way_window_say (self->window, message, _ ("_Read Again"), "win.refresh-calendars");
}

static void
run_in_thread (Watcher *self, GPtrArray *data, GTaskThreadFunc run, GAsyncReadyCallback on_done)
{
  g_autoptr (GTask) task = g_task_new (self->window, NULL, on_done, NULL);

  g_task_set_task_data (task, data, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, run);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  Watcher *self = g_object_get_data (source, DATA);
  WayStore *store = self != NULL ? way_window_get_store (self->window) : NULL;
  GPtrArray *readings = NULL;

  if (store != NULL && g_task_propagate_boolean (G_TASK (result), NULL))
    readings = way_busy_refresh_new (store, way_session_now (), NULL);
  if (readings != NULL)
    run_in_thread (self, readings, run_check, on_checked);
}

static void on_file_changed (WayWindow *window);

/* A monitor for each file that is not watched yet, and none for those that are not read any more. */
static void
watch (Watcher *self)
{
  g_autoptr (GPtrArray) calendars = way_busy_list (way_window_get_store (self->window), NULL);
  g_autoptr (GHashTable) old = g_steal_pointer (&self->monitors);

  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; calendars != NULL && i < calendars->len; i++)
    {
      const WayBusyCalendar *it = g_ptr_array_index (calendars, i);
      gpointer key, monitor = NULL;
      if (g_str_equal (it->path, "-"))
        continue;
      if (g_hash_table_steal_extended (old, it->path, &key, &monitor))
        {
          g_hash_table_insert (self->monitors, key, monitor);
          continue;
        }
      g_autoptr (GFile) file = g_file_new_for_path (it->path);
      monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (monitor == NULL)
        continue; /* no more watches in this system: Read Again is left */
      g_signal_connect_object (monitor, "changed", G_CALLBACK (on_file_changed), self->window,
                               G_CONNECT_SWAPPED);
      g_hash_table_insert (self->monitors, g_strdup (it->path), monitor);
    }
}

/* What is to be known to read a calendar is much, and mostly none has changed: first their bytes alone are looked at. */
static gboolean
on_check (gpointer data)
{
  Watcher *self = data;
  WayStore *store = way_window_get_store (self->window);
  GPtrArray *calendars = store != NULL ? way_busy_list (store, NULL) : NULL;

  self->check = 0;
  if (store != NULL)
    watch (self);
  if (calendars != NULL)
    run_in_thread (self, calendars, run_look, on_looked);
  return G_SOURCE_REMOVE;
}

static void
queue_check (Watcher *self)
{
  g_clear_handle_id (&self->check, g_source_remove);
  self->check = g_timeout_add (SETTLE_MS, on_check, self);
}

static void
on_file_changed (WayWindow *window)
{
  queue_check (g_object_get_data (G_OBJECT (window), DATA));
}

static void
on_store_changed (WayWindow *window)
{
  watch (g_object_get_data (G_OBJECT (window), DATA));
}

void
way_calendar_watcher_install (WayWindow *window)
{
  Watcher *self = g_new0 (Watcher, 1);

  self->window = window;
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_object_set_data_full (G_OBJECT (window), DATA, self, watcher_free);
  g_signal_connect_object (way_window_get_store (window), "changed", G_CALLBACK (on_store_changed),
                           window, G_CONNECT_SWAPPED);
  /* What changed while no window was open. */
  queue_check (self);
}

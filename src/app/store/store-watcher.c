/* A monitor says that something was written beside the database, PRAGMA data_version whether it was somebody else's
 * commit. The pages of a commit are in the log before it counts, so the look comes a moment after the last sign, and
 * once more later: a slow disk takes its time between the two. */
#include "app/store/store-watcher.h"

#include "app/window-private.h"

#define DATA "way-store-watcher"

#define SETTLE_MS 60
#define LATER_MS  1500

typedef struct
{
  WayStore *store;
  GFileMonitor *monitor;
  char *prefix; /* of the names of the database and its logs */
  guint soon, later;
} Watcher;

static void
watcher_free (gpointer data)
{
  Watcher *self = data;

  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_object (&self->monitor);
  g_object_unref (self->store);
  g_free (self->prefix);
  g_free (self);
}

static gboolean
on_soon (gpointer data)
{
  Watcher *self = data;

  self->soon = 0;
  way_store_poll (self->store);
  return G_SOURCE_REMOVE;
}

static gboolean
on_later (gpointer data)
{
  Watcher *self = data;

  self->later = 0;
  way_store_poll (self->store);
  return G_SOURCE_REMOVE;
}

static void
on_event (Watcher *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (!g_str_has_prefix (name, self->prefix))
    return;
  if (self->soon == 0)
    self->soon = g_timeout_add (SETTLE_MS, on_soon, self);
  g_clear_handle_id (&self->later, g_source_remove);
  self->later = g_timeout_add (LATER_MS, on_later, self);
}

void
way_store_watcher_install (WayWindow *window)
{
  Watcher *self = g_new0 (Watcher, 1);
  WayStore *store = way_window_get_store (window);
  g_autofree char *folder = g_path_get_dirname (way_store_get_path (store));
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  self->store = g_object_ref (store);
  self->prefix = g_path_get_basename (way_store_get_path (store));
  /* Without one (no more watches in this system) the window looks when it gets the focus. */
  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, SETTLE_MS);
      g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_event), self);
    }
  g_object_set_data_full (G_OBJECT (window), DATA, self, watcher_free);
}

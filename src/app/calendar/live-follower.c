#include "app/calendar/live-follower.h"

#include "app/session.h"
#include "app/window-private.h"
#include "core/calendar/live.h"

#define PENDING "way-live-pending"

static gboolean
on_idle (gpointer data)
{
  WayStore *store = way_window_get_store (data);
  g_autoptr (GError) error = NULL;

  g_object_set_data (data, PENDING, NULL);
  /* The window may be closed by now. */
  if (store != NULL && !way_live_update (store, way_session_now (), &error))
    way_window_say (data, error->message, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* After the views have drawn the change; once for several. */
static void
queue (WayWindow *window)
{
  if (g_object_get_data (G_OBJECT (window), PENDING) != NULL)
    return;
  g_object_set_data (G_OBJECT (window), PENDING, GINT_TO_POINTER (1));
  g_idle_add_full (G_PRIORITY_LOW, on_idle, g_object_ref (window), g_object_unref);
}

void
way_live_follower_install (WayWindow *window)
{
  g_signal_connect_object (way_window_get_store (window), "changed", G_CALLBACK (queue), window,
                           G_CONNECT_SWAPPED);
  /* What another program, or a lost file, changed while no window was open. */
  queue (window);
}

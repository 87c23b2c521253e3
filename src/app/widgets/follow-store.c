#include "app/widgets/follow-store.h"

#define DATA "way-follow-store"

typedef struct
{
  void (*reload) (GtkWidget *view);
  gboolean stale;
} Follower;

static void
on_map (GtkWidget *view)
{
  Follower *self = g_object_get_data (G_OBJECT (view), DATA);

  if (!self->stale)
    return;
  self->stale = FALSE;
  self->reload (view);
}

static void
on_changed (GtkWidget *view)
{
  Follower *self = g_object_get_data (G_OBJECT (view), DATA);

  self->stale = TRUE;
  if (gtk_widget_get_mapped (view))
    on_map (view);
}

void
way_follow_store (GtkWidget *view, WayStore *store, void (*reload) (GtkWidget *view))
{
  Follower *self = g_new0 (Follower, 1);

  self->reload = reload;
  g_object_set_data_full (G_OBJECT (view), DATA, self, g_free);
  g_signal_connect (view, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), view, G_CONNECT_SWAPPED);
  on_changed (view);
}

#include "app/today/over-notice.h"

#include "app/format.h"
#include "core/planner/timer.h"

#include <glib/gi18n.h>

#define ID "block-over"

static void
notify (const WayBlock *block)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("The planned time is over"));
  g_autofree char *length = way_format_minutes (way_timer_planned_minutes (block));
  /* Translators: title of a block, its planned length. */
  g_autofree char *body = g_strdup_printf (_ ("%s: %s"), block->title, length);

  g_notification_set_body (notification, body);
  g_application_send_notification (g_application_get_default (), ID, notification);
}

static gboolean
is_looked_at (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);

  return GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root));
}

void
way_over_notice_update (WayOverNotice *self,
                        GtkWidget *view,
                        const WayBlock *running,
                        gint64 now_utc)
{
  gboolean over = running != NULL &&
                  way_timer_minutes (running, now_utc) >= way_timer_planned_minutes (running);

  if (!over)
    {
      if (self->block_id != 0)
        g_application_withdraw_notification (g_application_get_default (), ID);
      *self = (WayOverNotice) { 0 };
      return;
    }
  if (self->block_id == running->id && self->started_utc == running->started_utc)
    return;
  *self = (WayOverNotice) { running->id, running->started_utc };
  if (!is_looked_at (view))
    notify (running);
}

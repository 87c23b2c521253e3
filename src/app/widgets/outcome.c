#include "app/widgets/outcome.h"

#include <glib/gi18n.h>

void
way_tell_outcome (GtkWidget *widget,
                  WayStore *store,
                  gboolean done,
                  const char *message,
                  const GError *error)
{
  if (done)
    gtk_widget_activate_action (widget, "win.show-undo", "s", message);
  else if (way_store_is_read_only (store))
    /* The notice of the window has the reason. */
    gtk_widget_activate_action (widget, "win.show-message", "s",
                                _ ("You can look, but nothing can be changed"));
  else
    gtk_widget_activate_action (widget, "win.show-message", "s", error->message);
}

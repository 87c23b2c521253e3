/* What a person sees of what is scrolled: what has to be right in this frame, while the rest may follow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether @widget is mapped, and a part of its extent along @orientation within every viewport that it is in. Where it
 * was at its last layout. */
gboolean way_sight_has (GtkWidget *widget, GtkOrientation orientation);

G_END_DECLS

/* Tooltips for what there is much of. gtk_widget_set_tooltip_text() asks the display where the pointer is, each time
 * (GTK 4.8): half of what it takes to show a list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: what the tooltip of @widget says, which has no other; %NULL for none. */
void way_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS

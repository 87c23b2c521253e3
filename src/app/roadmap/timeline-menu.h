/* The menu of a bar or a mark. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

void way_timeline_menu_add_actions (GtkWidgetClass *widget_class);
void way_timeline_menu_open (WayTimeline *self, double x, double y);
void way_timeline_menu_open_selected (WayTimeline *self);

G_END_DECLS

/* A bar that takes more lines where one is too short: children one after the other, the first with all room that is
 * left, and each on a line of its own as soon as they do not fit. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_WRAP_LAYOUT (way_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (WayWrapLayout, way_wrap_layout, WAY, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS

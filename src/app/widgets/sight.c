#include "app/widgets/sight.h"

gboolean
way_sight_has (GtkWidget *widget, GtkOrientation orientation)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    {
      graphene_rect_t area;
      if (!GTK_IS_VIEWPORT (at) || !gtk_widget_compute_bounds (widget, at, &area))
        continue;
      int room = across ? gtk_widget_get_width (at) : gtk_widget_get_height (at);
      float from = across ? area.origin.x : area.origin.y;
      float length = across ? area.size.width : area.size.height;
      if (from >= (float) room || from + length <= 0)
        return FALSE;
    }
  return gtk_widget_get_mapped (widget);
}

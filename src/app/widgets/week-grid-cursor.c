/* The cursor of the grid, and the brush: what pointer and keys do with them alike. */
#include "app/widgets/week-grid-cursor.h"

#include "app/widgets/week-grid-geometry.h"
#include "app/widgets/week-grid-hours.h"
#include "app/widgets/week-grid-words.h"

#include <glib/gi18n.h>

void
way_week_grid_tell_cursor (WayWeekGrid *self)
{
  WayWeekStroke selection = way_week_grid_selection (self);
  g_autofree char *hours = way_week_grid_name_hours (self, &selection, TRUE);
  g_autofree char *state = way_week_grid_describe (self, &selection);
  /* Translators: hours of the week, and what they are: "Monday, 18:30 – 19:00: Not free" */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), hours, state);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_week_grid_move (WayWeekGrid *self, WayWeekCell cursor, gboolean extend)
{
  if (cursor.slot * WAY_WEEK_GRID_SLOT < way_week_grid_first_minute (self))
    way_week_grid_set_early (self, TRUE);
  self->cursor = cursor;
  if (!extend)
    self->anchor = cursor;
  way_week_grid_tell_cursor (self);
  g_signal_emit_by_name (self, "cursor-moved");
}

void
way_week_grid_paint (WayWeekGrid *self, const WayWeekStroke *stroke)
{
  g_signal_emit_by_name (self, "stroke", stroke);
}

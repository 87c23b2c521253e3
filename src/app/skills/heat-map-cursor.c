/* The cursor of the heat map, and the keys that move it. */
#include "app/skills/heat-map-private.h"

void
way_heat_map_tell_cursor (WayHeatMap *self)
{
  g_autofree char *text = way_heat_map_describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  g_signal_emit_by_name (self, "cursor-moved");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_heat_map_move (WayHeatMap *self, int line, int column)
{
  double x, y;

  self->cursor_line = line;
  self->cursor_column = column;
  self->cursor_skill = g_array_index (self->lines, WayHeatMapLine, line).row->skill_id;
  way_heat_map_geometry_show (&self->geometry, line, column, &x, &y);
  gtk_adjustment_set_value (self->adjustments[0], x);
  /* The heading above the first skill comes into sight with it. */
  gtk_adjustment_set_value (self->adjustments[1], line == 1 ? 0 : y);
  way_heat_map_tell_cursor (self);
}

static gboolean
is_skill (WayHeatMap *self, int line)
{
  return g_array_index (self->lines, WayHeatMapLine, line).row != NULL;
}

/* The skill that is @by lines further, or the last one on the way; headings are passed. */
static int
line_after (WayHeatMap *self, int line, int by)
{
  int step = by < 0 ? -1 : 1, found = line;

  for (int i = line + step; i >= 0 && i < (int) self->lines->len; i += step)
    {
      if (!is_skill (self, i))
        continue;
      found = i;
      if (ABS (i - line) >= ABS (by))
        break;
    }
  return found;
}

static int
lines_of_page (WayHeatMap *self)
{
  return MAX (1, way_heat_map_geometry_room_y (&self->geometry) / MAX (1, self->geometry.line) - 1);
}

/* Where a key leads to, in columns towards the newest; 0: it is not one of these. */
static int
columns_of (WayHeatMap *self, guint key)
{
  int newer = self->geometry.rtl ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return -newer;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return newer;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return -way_heat_map_n_columns (self);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return way_heat_map_n_columns (self);
    default:
      return 0;
    }
}

static int
lines_of (WayHeatMap *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -lines_of_page (self);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return lines_of_page (self);
    default:
      return 0;
    }
}

static gboolean
on_key (WayHeatMap *self, guint key, guint code, GdkModifierType state)
{
  int columns = columns_of (self, key), lines = lines_of (self, key);
  gboolean whole = (state & GDK_CONTROL_MASK) != 0 && ABS (columns) > 1;

  if (self->cursor_line < 0 || (columns == 0 && lines == 0) || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  /* Control with Home or End: the first or the last skill of all. */
  if (whole)
    lines = columns < 0 ? -(int) self->lines->len : (int) self->lines->len;
  int line = lines != 0 ? line_after (self, self->cursor_line, lines) : self->cursor_line;
  int column = CLAMP (self->cursor_column + columns, 0, way_heat_map_n_columns (self) - 1);
  way_heat_map_move (self, line, column);
  return GDK_EVENT_STOP;
}

void
way_heat_map_add_keys (WayHeatMap *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

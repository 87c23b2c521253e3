/* The heat map itself: what it shows, its size, what is scrolled. */
#include "app/skills/heat-map-private.h"

#include <glib/gi18n.h>

#define LEAST 120 /* pixels, each way */

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (WayHeatMap,
                               way_heat_map,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* The newest columns are in sight, as they are before anything was scrolled. */
static gboolean
is_at_end (WayHeatMap *self)
{
  GtkAdjustment *x = self->adjustments[0];
  double left = gtk_adjustment_get_value (x);

  return self->geometry.rtl
             ? left < 1
             : left + gtk_adjustment_get_page_size (x) > gtk_adjustment_get_upper (x) - 1;
}

static void
measure (WayHeatMap *self)
{
  WayHeatMapGeometry *geometry = &self->geometry;
  GtkWidget *widget = GTK_WIDGET (self);
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

  geometry->em = PANGO_PIXELS (pango_font_metrics_get_height (metrics)) * 0.8;
  pango_font_metrics_unref (metrics);
  geometry->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  geometry->width = gtk_widget_get_width (widget);
  geometry->height = gtk_widget_get_height (widget);
  geometry->n_lines = (int) self->lines->len;
  geometry->n_columns = way_heat_map_n_columns (self);
  way_heat_map_geometry_fit (geometry);
}

/* Sizes after another content, size or font; what is scrolled stays where it can, and the newest columns in sight. */
static void
update_geometry (WayHeatMap *self)
{
  WayHeatMapGeometry *geometry = &self->geometry;
  gboolean scrolls = self->adjustments[0] != NULL && self->adjustments[1] != NULL;
  gboolean at_end = scrolls && (self->to_end || is_at_end (self));

  measure (self);
  if (!scrolls || geometry->width == 0)
    return;
  int upper = way_heat_map_geometry_upper_x (geometry);
  int room_x = way_heat_map_geometry_room_x (geometry),
      room_y = way_heat_map_geometry_room_y (geometry);
  double end = geometry->rtl ? 0 : upper - room_x;
  double x = at_end ? end : gtk_adjustment_get_value (self->adjustments[0]);
  self->to_end = FALSE;
  gtk_adjustment_configure (self->adjustments[0], CLAMP (x, 0, upper - room_x), 0, upper,
                            geometry->column, room_x, room_x);
  gtk_adjustment_configure (self->adjustments[1], gtk_adjustment_get_value (self->adjustments[1]),
                            0, way_heat_map_geometry_upper_y (geometry), geometry->line,
                            MAX (0, room_y - geometry->line), room_y);
}

static void
on_scrolled (WayHeatMap *self)
{
  self->geometry.scroll_x = gtk_adjustment_get_value (self->adjustments[0]);
  self->geometry.scroll_y = gtk_adjustment_get_value (self->adjustments[1]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fill_lines (WayHeatMap *self)
{
  const char *group = NULL;

  g_array_set_size (self->lines, 0);
  for (guint i = 0; self->table != NULL && i < self->table->rows->len; i++)
    {
      const WayScoreRow *row = g_ptr_array_index (self->table->rows, i);
      WayHeatMapLine heading = { row->group, NULL }, line = { NULL, row };
      if (group == NULL || !g_str_equal (group, row->group))
        g_array_append_val (self->lines, heading);
      group = row->group;
      g_array_append_val (self->lines, line);
    }
}

/* The cursor stays on its skill; it begins at the newest score of the first one. */
static void
restore_cursor (WayHeatMap *self, int columns_before)
{
  int columns = way_heat_map_n_columns (self), found = -1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const WayScoreRow *row = g_array_index (self->lines, WayHeatMapLine, i).row;
      if (row != NULL && (found < 0 || row->skill_id == self->cursor_skill))
        found = (int) i;
    }
  if (self->cursor_line < 0 || columns_before != columns)
    self->cursor_column = self->table != NULL ? (int) way_score_table_last (self->table) : 0;
  self->cursor_line = found;
  self->cursor_skill =
      found >= 0 ? g_array_index (self->lines, WayHeatMapLine, found).row->skill_id : 0;
}

void
way_heat_map_show (WayHeatMap *self, WayScoreTable *table, int compared, WayDate today)
{
  int columns = way_heat_map_n_columns (self);

  g_clear_pointer (&self->table, way_score_table_unref);
  self->table = way_score_table_ref (table);
  /* Differences that were just asked for come into sight. */
  if (compared >= 0 && self->compared < 0)
    self->to_end = TRUE;
  self->compared = compared;
  self->today = today;
  fill_lines (self);
  restore_cursor (self, columns);
  update_geometry (self);
  way_heat_map_tell_cursor (self);
}

static void
set_adjustment (WayHeatMap *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (adjustment != NULL && *own == adjustment)
    return;
  if (*own != NULL)
    g_signal_handlers_disconnect_by_data (*own, self);
  g_clear_object (own);
  *own =
      g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  if (self->adjustments[0] == NULL || self->adjustments[1] == NULL)
    return;
  for (int i = 0; i < 2; i++)
    {
      g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_signal_connect_object (self->adjustments[i], "value-changed", G_CALLBACK (on_scrolled),
                               self, G_CONNECT_SWAPPED);
    }
  update_geometry (self);
}

static void
on_pressed (WayHeatMap *self, int n_press, double x, double y)
{
  int line, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->table != NULL && way_heat_map_geometry_at (&self->geometry, x, y, &line, &column) &&
      column >= 0 && g_array_index (self->lines, WayHeatMapLine, line).row != NULL)
    way_heat_map_move (self, line, column);
}

static gboolean
way_heat_map_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WayHeatMap *self = WAY_HEAT_MAP (widget);
  g_autofree char *text = NULL;
  int line, column;

  if (keyboard)
    text = way_heat_map_describe (self);
  else if (self->table != NULL && way_heat_map_geometry_at (&self->geometry, x, y, &line, &column))
    text = way_heat_map_describe_cell (self, line, column);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static void
way_heat_map_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = LEAST;
}

static void
way_heat_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_geometry (WAY_HEAT_MAP (widget));
}

static void
way_heat_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  way_heat_map_draw (WAY_HEAT_MAP (widget), snapshot);
}

static void
forget_layouts (WayHeatMap *self)
{
  for (int i = 0; i <= WAY_SKILL_MAX; i++)
    g_clear_object (&self->digits[i]);
}

static void
way_heat_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (way_heat_map_parent_class)->css_changed (widget, change);
  forget_layouts (WAY_HEAT_MAP (widget));
  gtk_widget_queue_allocate (widget);
}

static void
way_heat_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayHeatMap *self = WAY_HEAT_MAP (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_heat_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WayHeatMap *self = WAY_HEAT_MAP (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_heat_map_dispose (GObject *object)
{
  WayHeatMap *self = WAY_HEAT_MAP (object);

  for (int i = 0; i < 2; i++)
    g_clear_object (&self->adjustments[i]);
  forget_layouts (self);
  G_OBJECT_CLASS (way_heat_map_parent_class)->dispose (object);
}

static void
way_heat_map_finalize (GObject *object)
{
  WayHeatMap *self = WAY_HEAT_MAP (object);

  g_array_unref (self->lines);
  g_clear_pointer (&self->table, way_score_table_unref);
  G_OBJECT_CLASS (way_heat_map_parent_class)->finalize (object);
}

static void
way_heat_map_class_init (WayHeatMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = way_heat_map_get_property;
  object_class->set_property = way_heat_map_set_property;
  object_class->dispose = way_heat_map_dispose;
  object_class->finalize = way_heat_map_finalize;
  widget_class->measure = way_heat_map_measure;
  widget_class->size_allocate = way_heat_map_size_allocate;
  widget_class->snapshot = way_heat_map_snapshot;
  widget_class->css_changed = way_heat_map_css_changed;
  widget_class->query_tooltip = way_heat_map_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  g_signal_new ("cursor-moved", WAY_TYPE_HEAT_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "heatmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_heat_map_init (WayHeatMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->lines = g_array_new (FALSE, FALSE, sizeof (WayHeatMapLine));
  self->compared = self->cursor_line = -1;
  way_heat_map_add_keys (self);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Heat map; the table says the same"), -1);
}

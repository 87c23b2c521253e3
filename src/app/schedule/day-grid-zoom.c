/* Closer and further away. The time of day under the pointer stays under it; with the keyboard, the one in the middle of
 * what is in sight stays there. */
#include "app/schedule/day-grid-private.h"

#define SCALE_LEAST 0.35
#define SCALE_MOST  3.2
#define STEP        1.25

static GtkAdjustment *
get_scroll (WayDayGrid *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

/* @y: in what is in sight, pixels from its top. */
static void
zoom_to (WayDayGrid *self, double scale, double y)
{
  GtkAdjustment *scroll = get_scroll (self);
  double value = scroll != NULL ? gtk_adjustment_get_value (scroll) : 0;
  int height;

  if (self->axis == NULL)
    return;
  double minute = way_day_grid_minute_at (self, value + y);
  self->scale = CLAMP (scale, SCALE_LEAST, SCALE_MOST);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (scroll == NULL)
    return;
  /* The range that the next layout gives it, now, so that nothing jumps for a frame. */
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_adjustment_set_upper (scroll, MAX (height, gtk_adjustment_get_page_size (scroll)));
  gtk_adjustment_set_value (scroll, way_day_grid_y (self, minute) - y);
}

static void
on_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayDayGrid *self = WAY_DAY_GRID (widget);
  GtkAdjustment *scroll = get_scroll (self);
  double middle = scroll != NULL ? gtk_adjustment_get_page_size (scroll) / 2 : 0;
  double scale = g_str_has_suffix (action, "in")    ? self->scale * STEP
                 : g_str_has_suffix (action, "out") ? self->scale / STEP
                                                    : WAY_GRID_SCALE;

  zoom_to (self, scale, middle);
}

static gboolean
on_scroll (WayDayGrid *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return FALSE;
  zoom_to (self, dy < 0 ? self->scale * STEP : self->scale / STEP, self->pointer_y);
  return TRUE;
}

static void
on_motion (WayDayGrid *self, double x, double y)
{
  GtkAdjustment *scroll = get_scroll (self);

  self->pointer_y = y - (scroll != NULL ? gtk_adjustment_get_value (scroll) : 0);
}

void
way_day_grid_zoom_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "grid.zoom-in" },         { GDK_KEY_equal, "grid.zoom-in" },
    { GDK_KEY_KP_Add, "grid.zoom-in" },       { GDK_KEY_minus, "grid.zoom-out" },
    { GDK_KEY_KP_Subtract, "grid.zoom-out" }, { GDK_KEY_0, "grid.zoom-normal" },
    { GDK_KEY_KP_0, "grid.zoom-normal" },
  };

  gtk_widget_class_install_action (widget_class, "grid.zoom-in", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "grid.zoom-out", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "grid.zoom-normal", NULL, on_zoom);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

void
way_day_grid_zoom_install (WayDayGrid *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* The week of hours itself: what it is told to show, and its size. The only file that knows all the others. */
#include "app/format.h"
#include "app/widgets/week-grid-cursor.h"
#include "app/widgets/week-grid-drag.h"
#include "app/widgets/week-grid-draw.h"
#include "app/widgets/week-grid-geometry.h"
#include "app/widgets/week-grid-hours.h"
#include "app/widgets/week-grid-keys.h"
#include "app/widgets/week-grid-words.h"

#include <math.h>

#define DAY        1440
#define LEAST_DAY  16 /* pixels */
#define USUAL_DAY  44
#define FIRST_SLOT (18 * 60 / WAY_WEEK_GRID_SLOT) /* where most people look for time first */

G_DEFINE_FINAL_TYPE (WayWeekGrid, way_week_grid, GTK_TYPE_WIDGET)

void
way_week_grid_set_availability (WayWeekGrid *self, const GArray *availability)
{
  way_week_free (self->week);
  self->week = way_week_new (availability);
  if (way_week_grid_needs_early (self))
    way_week_grid_set_early (self, TRUE);
  way_week_grid_tell_cursor (self);
}

void
way_week_grid_set_brush (WayWeekGrid *self, guint kinds, gboolean preferred)
{
  self->kinds = kinds;
  self->preferred = preferred;
}

int
way_week_grid_get_weekday (WayWeekGrid *self)
{
  return way_week_grid_weekday (self, self->cursor.column);
}

guint
way_week_grid_get_weekdays (WayWeekGrid *self)
{
  return way_week_grid_weekdays_between (self, self->cursor.column, self->anchor.column);
}

static void
show_cursor (WayWeekGrid *self)
{
  int minute = self->cursor.slot * WAY_WEEK_GRID_SLOT;

  way_week_grid_scroll_to (self, minute, minute + WAY_WEEK_GRID_SLOT);
}

static gboolean
on_key (WayWeekGrid *self, guint key, guint code, GdkModifierType state)
{
  gboolean taken = way_week_grid_on_key (self, key, code, state);

  if (taken && !self->dragging)
    show_cursor (self);
  return taken;
}

static void
way_week_grid_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  WayWeekGrid *self = WAY_WEEK_GRID (widget);

  way_week_grid_measure_labels (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil (way_week_grid_y (self, DAY)) + 1;
  else
    {
      *minimum = self->gutter + 7 * LEAST_DAY;
      *natural = self->gutter + 7 * USUAL_DAY;
    }
}

static void
way_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  way_week_grid_draw (WAY_WEEK_GRID (widget), snapshot);
}

static void
way_week_grid_finalize (GObject *object)
{
  way_week_free (WAY_WEEK_GRID (object)->week);
  G_OBJECT_CLASS (way_week_grid_parent_class)->finalize (object);
}

static void
way_week_grid_class_init (WayWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_week_grid_finalize;
  widget_class->snapshot = way_week_grid_snapshot;
  widget_class->measure = way_week_grid_measure;
  widget_class->query_tooltip = way_week_grid_query_tooltip;
  g_signal_new ("stroke", WAY_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_POINTER);
  g_signal_new ("cursor-moved", WAY_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_week_grid_init (WayWeekGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (WayAvailability));

  self->week = way_week_new (nothing);
  self->kinds = WAY_BLOCK_ALL_KINDS;
  self->first_weekday = way_format_first_weekday ();
  self->cursor = self->anchor = (WayWeekCell) { 0, FIRST_SLOT };
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  way_week_grid_add_drag (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

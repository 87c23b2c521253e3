#include "app/widgets/week-grid-private.h"

#include "app/format.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAY        1440
#define LEAST_DAY  16 /* pixels */
#define USUAL_DAY  44
#define FIRST_SLOT (18 * 60 / WAY_WEEK_GRID_SLOT) /* where most people look for time first */

G_DEFINE_FINAL_TYPE (WayWeekGrid, way_week_grid, GTK_TYPE_WIDGET)

enum
{
  STROKE,
  CURSOR_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_rtl (WayWeekGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

int
way_week_grid_weekday (const WayWeekGrid *self, int column)
{
  return (self->first_weekday - 1 + column) % 7 + 1;
}

int
way_week_grid_first_minute (const WayWeekGrid *self)
{
  return self->early ? 0 : WAY_WEEK_GRID_EARLY;
}

double
way_week_grid_width (WayWeekGrid *self)
{
  return floor ((gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter) / 7.0);
}

double
way_week_grid_x (WayWeekGrid *self, int column)
{
  double width = way_week_grid_width (self);
  double right = gtk_widget_get_width (GTK_WIDGET (self)) - (7 - column) * width;

  return is_rtl (self) ? (6 - column) * width : right;
}

double
way_week_grid_y (const WayWeekGrid *self, int minute)
{
  return self->heading + (minute - way_week_grid_first_minute (self)) / 60.0 * self->hour;
}

int
way_week_grid_column_at (WayWeekGrid *self, double x)
{
  double width = MAX (1, way_week_grid_width (self));
  double from = is_rtl (self) ? 7 * width - x : x - way_week_grid_x (self, 0);

  return CLAMP ((int) floor (from / width), 0, 6);
}

int
way_week_grid_minute_at (const WayWeekGrid *self, double y)
{
  int first = way_week_grid_first_minute (self);

  return CLAMP ((int) floor ((y - self->heading) / self->hour * 60) + first, first, DAY - 1);
}

gboolean
way_week_grid_is_extended (const WayWeekGrid *self)
{
  return self->cursor.column != self->anchor.column || self->cursor.slot != self->anchor.slot;
}

guint
way_week_grid_weekdays_between (const WayWeekGrid *self, int a, int b)
{
  guint weekdays = 0;

  for (int column = MIN (a, b); column <= MAX (a, b); column++)
    weekdays |= 1u << way_week_grid_weekday (self, column);
  return weekdays;
}

WayWeekStroke
way_week_grid_selection (WayWeekGrid *self)
{
  WayWeekCell a = self->cursor, b = self->anchor;
  WayWeekStroke stroke = { way_week_grid_weekdays_between (self, a.column, b.column),
                           MIN (a.slot, b.slot) * WAY_WEEK_GRID_SLOT,
                           (MAX (a.slot, b.slot) + 1) * WAY_WEEK_GRID_SLOT, self->kinds,
                           WAY_WEEK_FREE };

  stroke.change = way_week_grid_choose (self, &stroke);
  return stroke;
}

WayWeekChange
way_week_grid_choose (const WayWeekGrid *self, const WayWeekStroke *stroke)
{
  WayWeekStroke wanted = *stroke;

  wanted.change = self->preferred ? WAY_WEEK_PREFERRED : WAY_WEEK_FREE;
  if (!way_week_has (self->week, &wanted))
    return wanted.change;
  return self->preferred ? WAY_WEEK_NOT_PREFERRED : WAY_WEEK_CLEAR;
}

static GtkAdjustment *
get_page (WayWeekGrid *self, GtkWidget **content)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  return *content != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
}

void
way_week_grid_scroll_to (WayWeekGrid *self, int from_minute, int to_minute)
{
  double from = way_week_grid_y (self, from_minute), to = way_week_grid_y (self, to_minute), top;
  GtkWidget *content;
  GtkAdjustment *page = get_page (self, &content);

  if (page != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self), content, 0, 0, NULL, &top))
    gtk_adjustment_clamp_page (page, top + from - 4, top + to + 4);
}

/* Hours come or go above all others: those stay where they are on the screen. */
static void
hold_page (WayWeekGrid *self, double grown)
{
  GtkWidget *content;
  GtkAdjustment *page = get_page (self, &content);

  if (page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_adjustment_configure (
        page, gtk_adjustment_get_value (page) + grown, gtk_adjustment_get_lower (page),
        gtk_adjustment_get_upper (page) + grown, gtk_adjustment_get_step_increment (page),
        gtk_adjustment_get_page_increment (page), gtk_adjustment_get_page_size (page));
}

static void
tell_cursor (WayWeekGrid *self)
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
  tell_cursor (self);
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

void
way_week_grid_paint (WayWeekGrid *self, const WayWeekStroke *stroke)
{
  g_signal_emit (self, signals[STROKE], 0, stroke);
}

gboolean
way_week_grid_needs_early (WayWeekGrid *self)
{
  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    for (int minute = 0; minute < WAY_WEEK_GRID_EARLY; minute++)
      if (way_week_kinds (self->week, weekday, minute) != 0)
        return TRUE;
  return FALSE;
}

void
way_week_grid_set_availability (WayWeekGrid *self, const GArray *availability)
{
  way_week_free (self->week);
  self->week = way_week_new (availability);
  if (way_week_grid_needs_early (self))
    way_week_grid_set_early (self, TRUE);
  tell_cursor (self);
}

void
way_week_grid_set_brush (WayWeekGrid *self, guint kinds, gboolean preferred)
{
  self->kinds = kinds;
  self->preferred = preferred;
}

gboolean
way_week_grid_get_early (WayWeekGrid *self)
{
  return self->early;
}

void
way_week_grid_set_early (WayWeekGrid *self, gboolean early)
{
  int first = WAY_WEEK_GRID_EARLY / WAY_WEEK_GRID_SLOT;

  early = early || way_week_grid_needs_early (self);
  if (early == self->early)
    return;
  self->early = early;
  hold_page (self, (early ? 1 : -1) * WAY_WEEK_GRID_EARLY / 60.0 * self->hour);
  if (!early)
    {
      self->cursor.slot = MAX (self->cursor.slot, first);
      self->anchor.slot = MAX (self->anchor.slot, first);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
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
  signals[STROKE] = g_signal_new ("stroke", WAY_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", WAY_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
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

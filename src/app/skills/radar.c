#include "app/skills/radar.h"

#include "app/skills/radar-geometry.h"
#include "app/skills/score-words.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>

#define LEAST   220 /* pixels, each way */
#define NATURAL 420
#define DOT     3.5

struct _WayRadar
{
  GtkWidget parent_instance;

  WayScoreTable *table;
  GPtrArray *rows; /* of WayScoreRow; %NULL: none */
  int compared;
  int cursor;
  WayRadarGeometry geometry;
};

G_DEFINE_FINAL_TYPE (WayRadar, way_radar, GTK_TYPE_WIDGET)

static const WayScoreRow *
row_of (WayRadar *self, int axis)
{
  return g_ptr_array_index (self->rows, axis);
}

static int
n_axes (WayRadar *self)
{
  return self->rows != NULL ? (int) self->rows->len : 0;
}

static char *
describe_axis (WayRadar *self, int axis)
{
  g_autofree char *words = way_score_words_line (self->table, row_of (self, axis), self->compared);

  /* Translators: a skill, and its scores: "System design: 3, target 4" */
  return g_strdup_printf (_ ("%s: %s"), row_of (self, axis)->title, words);
}

char *
way_radar_describe (WayRadar *self)
{
  return self->cursor < n_axes (self) ? describe_axis (self, self->cursor) : g_strdup ("");
}

static void
move_cursor (WayRadar *self, int axis)
{
  self->cursor = axis;
  g_autofree char *text = way_radar_describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  g_signal_emit_by_name (self, "cursor-moved");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_geometry (WayRadar *self)
{
  WayRadarGeometry *geometry = &self->geometry;
  GtkWidget *widget = GTK_WIDGET (self);
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

  geometry->text =
      PANGO_PIXELS_CEIL ((int) (pango_font_metrics_get_height (metrics) * WAY_DRAW_LABEL)) + 1;
  pango_font_metrics_unref (metrics);
  geometry->n_axes = n_axes (self);
  geometry->width = gtk_widget_get_width (widget);
  geometry->height = gtk_widget_get_height (widget);
  geometry->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  if (geometry->n_axes >= WAY_RADAR_LEAST)
    way_radar_geometry_fit (geometry);
}

void
way_radar_show (WayRadar *self, WayScoreTable *table, GPtrArray *rows, int compared)
{
  gint64 skill = self->cursor < n_axes (self) ? row_of (self, self->cursor)->skill_id : 0;
  int cursor = 0;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->table, way_score_table_unref);
  self->table = way_score_table_ref (table);
  self->rows = g_ptr_array_ref (rows);
  self->compared = compared;
  for (guint i = 0; i < rows->len; i++)
    if (row_of (self, (int) i)->skill_id == skill)
      cursor = (int) i;
  update_geometry (self);
  move_cursor (self, cursor);
}

static void
set_color (cairo_t *cr, GdkRGBA color, double alpha)
{
  color.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (cr, &color);
}

/* Through the same score on all axes. */
static void
draw_rings (WayRadar *self, cairo_t *cr, const GdkRGBA *line)
{
  double x, y;

  cairo_set_line_width (cr, 1);
  gdk_cairo_set_source_rgba (cr, line);
  for (int score = WAY_SKILL_MIN; score <= WAY_SKILL_MAX; score++)
    {
      for (int i = 0; i < n_axes (self); i++)
        {
          way_radar_geometry_point (&self->geometry, i, score / (double) WAY_SKILL_MAX, &x, &y);
          cairo_line_to (cr, x, y);
        }
      cairo_close_path (cr);
      cairo_stroke (cr);
    }
  for (int i = 0; i < n_axes (self); i++)
    {
      way_radar_geometry_point (&self->geometry, i, 1, &x, &y);
      cairo_move_to (cr, self->geometry.x, self->geometry.y);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
    }
}

static void
draw_scores (WayRadar *self, cairo_t *cr, const GdkRGBA *color)
{
  guint last = way_score_table_last (self->table);
  double x, y;

  for (int i = 0; i < n_axes (self); i++)
    {
      way_radar_geometry_point (&self->geometry, i,
                                row_of (self, i)->scores[last] / (double) WAY_SKILL_MAX, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
  set_color (cr, *color, 0.2);
  cairo_fill_preserve (cr);
  set_color (cr, *color, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  for (int i = 0; i < n_axes (self); i++)
    {
      way_radar_geometry_point (&self->geometry, i,
                                row_of (self, i)->scores[last] / (double) WAY_SKILL_MAX, &x, &y);
      cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* A dashed line from axis to axis; where a target is blank it is interrupted. A mark on each axis says it alone. */
static void
draw_targets (WayRadar *self, cairo_t *cr, const GdkRGBA *color)
{
  const double dashes[] = { 5, 4 };
  double x, y;

  set_color (cr, *color, 0.75);
  cairo_set_line_width (cr, 1.5);
  for (int i = 0; i < n_axes (self); i++)
    {
      int next = (i + 1) % n_axes (self), target = row_of (self, i)->target;
      if (target == WAY_SKILL_BLANK)
        continue;
      way_radar_geometry_point (&self->geometry, i, target / (double) WAY_SKILL_MAX, &x, &y);
      cairo_set_dash (cr, dashes, 0, 0);
      cairo_rectangle (cr, x - DOT, y - DOT, 2 * DOT, 2 * DOT);
      cairo_stroke (cr);
      if (row_of (self, next)->target == WAY_SKILL_BLANK)
        continue;
      cairo_move_to (cr, x, y);
      way_radar_geometry_point (&self->geometry, next,
                                row_of (self, next)->target / (double) WAY_SKILL_MAX, &x, &y);
      cairo_line_to (cr, x, y);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (cr);
    }
}

static void
draw_label (WayRadar *self, GtkSnapshot *snapshot, int axis, const GdkRGBA *color)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER,
                                               PANGO_ALIGN_RIGHT };
  const WayScoreRow *row = row_of (self, axis);
  double align;
  GdkRectangle area = way_radar_geometry_label (&self->geometry, axis, &align);
  /* Translators: a skill, and its score: "System design: 3" */
  g_autofree char *text =
      g_strdup_printf (_ ("%s: %d"), row->title, row->scores[way_score_table_last (self->table)]);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (WAY_DRAW_LABEL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, MAX (1, area.width) * PANGO_SCALE);
  pango_layout_set_height (layout, -self->geometry.lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* The sides are those of the drawing, whatever the direction of the text. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, alignments[(int) (2 * align)]);
  pango_layout_get_pixel_size (layout, NULL, &height);
  area.y += align != 0.5                ? (area.height - height) / 2
            : area.y < self->geometry.y ? area.height - height
                                        : 0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_cursor (WayRadar *self, GtkSnapshot *snapshot)
{
  GdkRGBA accent = way_draw_color (GTK_WIDGET (self), "accent_color", 1);
  double align;
  GdkRectangle area = way_radar_geometry_label (&self->geometry, self->cursor, &align);

  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    way_draw_outline (snapshot, &area, 4, 2, &accent);
}

static void
way_radar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayRadar *self = WAY_RADAR (widget);
  GdkRGBA text = way_draw_color (widget, NULL, 1), line = way_draw_line_color (widget);
  GdkRGBA score = way_draw_color (widget, "way_score", 1);

  if (n_axes (self) < WAY_RADAR_LEAST)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));
  draw_rings (self, cr, &line);
  draw_targets (self, cr, &text);
  draw_scores (self, cr, &score);
  cairo_destroy (cr);
  for (int i = 0; i < n_axes (self); i++)
    draw_label (self, snapshot, i, &text);
  draw_cursor (self, snapshot);
}

static gboolean
on_key (WayRadar *self, guint key, guint code, GdkModifierType state)
{
  int n = n_axes (self), clockwise = self->geometry.rtl ? -1 : 1, by;

  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    by = clockwise;
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    by = -clockwise;
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    by = -self->cursor;
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    by = n - 1 - self->cursor;
  else
    return GDK_EVENT_PROPAGATE;
  if (n == 0 || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  move_cursor (self, (self->cursor + by + n) % n);
  return GDK_EVENT_STOP;
}

static void
on_pressed (WayRadar *self, int n_press, double x, double y)
{
  int axis = n_axes (self) > 0 ? way_radar_geometry_at (&self->geometry, x, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (axis >= 0)
    move_cursor (self, axis);
}

static gboolean
way_radar_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WayRadar *self = WAY_RADAR (widget);
  int axis = n_axes (self) == 0 ? -1
             : keyboard         ? self->cursor
                                : way_radar_geometry_at (&self->geometry, x, y);
  g_autofree char *text = axis >= 0 ? describe_axis (self, axis) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
way_radar_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = LEAST;
  *natural = NATURAL;
}

static void
way_radar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_geometry (WAY_RADAR (widget));
}

static void
way_radar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (way_radar_parent_class)->css_changed (widget, change);
  gtk_widget_queue_allocate (widget);
}

static void
way_radar_dispose (GObject *object)
{
  WayRadar *self = WAY_RADAR (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->table, way_score_table_unref);
  G_OBJECT_CLASS (way_radar_parent_class)->dispose (object);
}

static void
way_radar_class_init (WayRadarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_radar_dispose;
  widget_class->measure = way_radar_measure;
  widget_class->size_allocate = way_radar_size_allocate;
  widget_class->snapshot = way_radar_snapshot;
  widget_class->css_changed = way_radar_css_changed;
  widget_class->query_tooltip = way_radar_query_tooltip;
  g_signal_new ("cursor-moved", WAY_TYPE_RADAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  gtk_widget_class_set_css_name (widget_class, "radar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_radar_init (WayRadar *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->compared = -1;
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Radar; the table says the same"), -1);
}

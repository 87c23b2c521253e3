/* The timeline itself: what it is told to show, its size and its actions. The only file that knows all the others. */
#include "app/roadmap/timeline-drag.h"
#include "app/roadmap/timeline-draw.h"
#include "app/roadmap/timeline-geometry.h"
#include "app/roadmap/timeline-hit.h"
#include "app/roadmap/timeline-input.h"
#include "app/roadmap/timeline-menu.h"
#include "app/roadmap/timeline-text.h"

#include <math.h>

#define ZOOM_STEP  1.25
#define USUAL_FONT 11.0 /* points */

G_DEFINE_FINAL_TYPE (WayTimeline, way_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_SHOW_CRITICAL = 1,
  PROP_SHOW_SLACK,
  PROP_SHOW_LOAD,
};

/* The days of all there is, with a little room behind for what goes on. */
static void
set_ends (WayTimeline *self)
{
  const WayRoadmap *roadmap = self->roadmap;
  WayDate first = roadmap->start_date, last = roadmap->end_date;

  for (guint i = 0; i < roadmap->points->len; i++)
    last = MAX (last, ((WayRoadmapPoint *) g_ptr_array_index (roadmap->points, i))->due_date);
  if (self->weeks->len > 0)
    last = MAX (last, g_array_index (self->weeks, WayWeekLoad, self->weeks->len - 1).monday + 6);
  /* What was looked at stays where it is, whatever comes, goes or moves. */
  gboolean first_time = self->scale.first == 0;
  last += MAX (7, (last - first) / 12);
  self->scale.first = first;
  self->scale.last = last;
  if (first_time && self->scale.width > 0)
    way_time_scale_fit (&self->scale);
}

void
way_timeline_show (WayTimeline *self,
                   WayRoadmap *roadmap,
                   GArray *weeks,
                   GArray *reviews,
                   WayDate today)
{
  WayTimelineHit selected =
      self->mark >= 0 ? way_timeline_selected (self) : (WayTimelineHit) { WAY_TIMELINE_GROUND };

  way_timeline_drag_cancel (self);
  g_clear_pointer (&self->roadmap, way_roadmap_free);
  g_clear_pointer (&self->weeks, g_array_unref);
  g_clear_pointer (&self->reviews, g_array_unref);
  self->roadmap = roadmap;
  self->weeks = weeks;
  self->reviews = reviews;
  self->today = today;
  set_ends (self);
  way_timeline_lay_out (self);
  if (self->mark >= 0)
    self->mark = way_timeline_find_mark (self, selected.checklist, selected.id);
}

void
way_timeline_show_ghosts (WayTimeline *self, GArray *ghosts)
{
  g_clear_pointer (&self->ghosts, g_array_unref);
  self->ghosts = ghosts != NULL ? g_array_ref (ghosts) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_timeline_set_headings (WayTimeline *self, gboolean headings)
{
  self->headings = headings;
}

gint64
way_timeline_get_selected (WayTimeline *self)
{
  const WayRoadmapPhase *phase =
      self->selected >= 0 ? g_array_index (self->rows, WayTimelineRow, self->selected).phase : NULL;

  return phase != NULL ? phase->id : 0;
}

double
way_timeline_get_height (WayTimeline *self)
{
  return self->height;
}

void
way_timeline_draw_on_paper (WayTimeline *self,
                            GtkSnapshot *snapshot,
                            PangoContext *fonts,
                            double width,
                            WayDate first,
                            WayDate last)
{
  self->paper = fonts;
  self->scale.width = width;
  self->scale.last = last;
  self->scale.from = first;
  self->scale.day_width = width / (last + 1 - first);
  way_timeline_draw (self, snapshot);
  self->paper = NULL;
}

static void
on_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  way_timeline_zoom (self, self->scale.width / 2, ZOOM_STEP);
}

static void
on_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  way_timeline_zoom (self, self->scale.width / 2, 1 / ZOOM_STEP);
}

static void
on_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  way_time_scale_fit (&WAY_TIMELINE (widget)->scale);
  way_timeline_show_range (WAY_TIMELINE (widget));
}

static void
on_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  way_time_scale_center (&self->scale, self->today + 0.5);
  way_timeline_show_range (self);
}

static gboolean
way_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WayTimeline *self = WAY_TIMELINE (widget);
  const WayRoadmapPhase *phase =
      self->selected >= 0 ? g_array_index (self->rows, WayTimelineRow, self->selected).phase : NULL;
  g_autofree char *text = NULL;

  if (self->roadmap == NULL || self->drag.moving ||
      (self->menu != NULL && gtk_widget_get_mapped (self->menu)))
    return FALSE;
  if (!keyboard)
    text = way_timeline_describe (self, x, y);
  else if (phase != NULL)
    text = way_timeline_describe_phase (self, phase);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* By the size of the font, which the text scale of the desktop is part of. */
static void
measure_text (WayTimeline *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  self->em = MAX (1, size * 72 / 96 / USUAL_FONT);
  if (self->roadmap != NULL)
    way_timeline_lay_out (self);
}

static void
way_timeline_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_timeline_parent_class)->root (widget);
  measure_text (WAY_TIMELINE (widget));
}

static void
way_timeline_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (way_timeline_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    measure_text (WAY_TIMELINE (widget));
}

static void
way_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  if (self->roadmap != NULL && self->scale.width > 0)
    way_timeline_draw (self, snapshot);
}

static void
way_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  way_time_scale_set_width (&self->scale, width);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->roadmap != NULL)
    way_timeline_show_range (self);
}

static void
way_timeline_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  WayTimeline *self = WAY_TIMELINE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) ceil (self->height) : 240;
}

static gboolean *
flag_of (WayTimeline *self, guint id)
{
  return id == PROP_SHOW_CRITICAL ? &self->show_critical
         : id == PROP_SHOW_SLACK  ? &self->show_slack
                                  : &self->show_load;
}

static void
way_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, *flag_of (WAY_TIMELINE (object), id));
}

static void
way_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  WayTimeline *self = WAY_TIMELINE (object);

  *flag_of (self, id) = g_value_get_boolean (value);
  if (self->roadmap != NULL)
    way_timeline_lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
way_timeline_dispose (GObject *object)
{
  WayTimeline *self = WAY_TIMELINE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (way_timeline_parent_class)->dispose (object);
}

static void
way_timeline_finalize (GObject *object)
{
  WayTimeline *self = WAY_TIMELINE (object);

  g_clear_pointer (&self->roadmap, way_roadmap_free);
  g_clear_pointer (&self->weeks, g_array_unref);
  g_clear_pointer (&self->reviews, g_array_unref);
  g_clear_pointer (&self->ghosts, g_array_unref);
  g_array_unref (self->rows);
  g_hash_table_unref (self->folded);
  G_OBJECT_CLASS (way_timeline_parent_class)->finalize (object);
}

static void
way_timeline_class_init (WayTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = way_timeline_dispose;
  object_class->finalize = way_timeline_finalize;
  object_class->get_property = way_timeline_get_property;
  object_class->set_property = way_timeline_set_property;
  g_object_class_install_property (
      object_class, PROP_SHOW_CRITICAL,
      g_param_spec_boolean ("show-critical", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_SHOW_SLACK,
                                   g_param_spec_boolean ("show-slack", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_SHOW_LOAD,
                                   g_param_spec_boolean ("show-load", NULL, NULL, TRUE, flags));
  widget_class->root = way_timeline_root;
  widget_class->system_setting_changed = way_timeline_system_setting_changed;
  widget_class->snapshot = way_timeline_snapshot;
  widget_class->measure = way_timeline_measure;
  widget_class->size_allocate = way_timeline_size_allocate;
  widget_class->query_tooltip = way_timeline_query_tooltip;
  g_signal_new ("phase-activated", WAY_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, on_zoom_in);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, on_zoom_out);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, on_fit);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, on_today);
  way_timeline_menu_add_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_timeline_init (WayTimeline *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (WayTimelineRow));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->em = 1;
  self->height = WAY_TIMELINE_RULER (self);
  self->selected = self->mark = -1;
  self->show_load = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  way_timeline_add_input (self);
}

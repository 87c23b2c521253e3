#include "app/roadmap/phase-bar.h"

#define BAR_HEIGHT 14
#define ROW_HEIGHT 28
#define RADIUS     5
#define HATCH_STEP 7

struct _WayPhaseBar
{
  GtkWidget parent_instance;

  WayPhaseBarDates dates;
};

G_DEFINE_FINAL_TYPE (WayPhaseBar, way_phase_bar, GTK_TYPE_WIDGET)

static GdkRGBA
named_color (GtkWidget *widget, const char *name, float alpha)
{
  GdkRGBA color = { 0.2f, 0.5f, 0.9f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  color.alpha *= alpha;
  return color;
}

static double
x_of (WayPhaseBar *self, WayDate date)
{
  const WayPhaseBarDates *d = &self->dates;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = width * (date - d->scale_from) / MAX (1, d->scale_to - d->scale_from);

  x = CLAMP (x, 0, width);
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

/* The stretch from @from to the end of @to, on the row's middle line. */
static graphene_rect_t
stretch (WayPhaseBar *self, WayDate from, WayDate to)
{
  double a = x_of (self, from), b = x_of (self, to + 1);
  double left = MIN (a, b), right = MAX (a, b);
  double y = (gtk_widget_get_height (GTK_WIDGET (self)) - BAR_HEIGHT) / 2.0;

  return GRAPHENE_RECT_INIT ((float) left, (float) y, (float) MAX (3, right - left), BAR_HEIGHT);
}

static void
draw_hatched (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
  double x = rect->origin.x, y = rect->origin.y;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2);
  for (double at = -BAR_HEIGHT; at < rect->size.width; at += HATCH_STEP)
    {
      cairo_move_to (cr, x + at, y + BAR_HEIGHT);
      cairo_line_to (cr, x + at + BAR_HEIGHT, y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
fill (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, rect, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
draw_tail (WayPhaseBar *self, GtkSnapshot *snapshot)
{
  const WayPhaseBarDates *d = &self->dates;
  graphene_rect_t rect = stretch (self, d->start, d->late_finish);
  GdkRGBA faint = named_color (GTK_WIDGET (self), "way_study", 0.22f);
  GdkRGBA lines = named_color (GTK_WIDGET (self), "way_study", 0.5f);
  GskRoundedRect round;

  fill (snapshot, &rect, &faint);
  gsk_rounded_rect_init_from_rect (&round, &rect, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  draw_hatched (snapshot, &rect, &lines);
  gtk_snapshot_pop (snapshot);
}

static void
draw_ongoing (WayPhaseBar *self, GtkSnapshot *snapshot)
{
  graphene_rect_t rect = stretch (self, self->dates.start, self->dates.scale_to - 1);
  double from = x_of (self, self->dates.start), to = x_of (self, self->dates.scale_to);
  GskColorStop stops[] = { { 0, named_color (GTK_WIDGET (self), "way_study", 0.8f) },
                           { 1, named_color (GTK_WIDGET (self), "way_study", 0) } };

  gtk_snapshot_append_linear_gradient (snapshot, &rect, &GRAPHENE_POINT_INIT ((float) from, 0),
                                       &GRAPHENE_POINT_INIT ((float) to, 0), stops, 2);
}

static void
way_phase_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayPhaseBar *self = WAY_PHASE_BAR (widget);
  const WayPhaseBarDates *d = &self->dates;
  GdkRGBA solid = named_color (widget, "way_study", 1);
  GdkRGBA today = named_color (widget, "way_today", 1);

  if (d->early_finish == WAY_DATE_NONE)
    draw_ongoing (self, snapshot);
  else
    {
      graphene_rect_t early = stretch (self, d->start, d->early_finish);
      draw_tail (self, snapshot);
      fill (snapshot, &early, &solid);
    }
  if (d->today >= d->scale_from && d->today < d->scale_to)
    gtk_snapshot_append_color (snapshot, &today,
                               &GRAPHENE_RECT_INIT ((float) x_of (self, d->today), 0, 2,
                                                    (float) gtk_widget_get_height (widget)));
}

static void
way_phase_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : ROW_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : ROW_HEIGHT;
}

static void
way_phase_bar_class_init (WayPhaseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = way_phase_bar_snapshot;
  widget_class->measure = way_phase_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "phasebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_phase_bar_init (WayPhaseBar *self)
{
}

void
way_phase_bar_set_dates (WayPhaseBar *self, const WayPhaseBarDates *dates, const char *description)
{
  self->dates = *dates;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

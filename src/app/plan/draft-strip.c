#include "app/plan/draft-strip.h"

#define N_DAYS      7
#define DAY_LEAST   10 /* pixels */
#define DAY_NATURAL 17
#define HEIGHT      40
#define GAP         2
#define BAR_LEAST   3

struct _WayDraftStrip
{
  GtkWidget parent_instance;

  GArray *bars; /* of WayDraftBar */
  gboolean after;
  guint hours; /* mask of 1 << hour */
};

G_DEFINE_FINAL_TYPE (WayDraftStrip, way_draft_strip, GTK_TYPE_WIDGET)

void
way_draft_strip_show (WayDraftStrip *self, GArray *bars, gboolean after, guint hours)
{
  g_clear_pointer (&self->bars, g_array_unref);
  self->bars = g_array_ref (bars);
  self->after = after;
  self->hours = hours;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
way_draft_strip_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gboolean along = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = along ? N_DAYS * DAY_LEAST : HEIGHT;
  *natural = along ? N_DAYS * DAY_NATURAL : HEIGHT;
}

static GdkRGBA
color_of (WayDraftStrip *self, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= alpha;
  return color;
}

/* A day from the side where the language begins. */
static GskRoundedRect
day_area (WayDraftStrip *self, int day, double top, double bottom)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double width = (double) gtk_widget_get_width (widget) / N_DAYS;
  int place = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? N_DAYS - 1 - day : day;
  GskRoundedRect area;

  gsk_rounded_rect_init_from_rect (&area,
                                   &GRAPHENE_RECT_INIT ((float) (place * width + GAP / 2.0),
                                                        (float) top, (float) width - GAP,
                                                        (float) (bottom - top)),
                                   2);
  return area;
}

static void
fill (GtkSnapshot *snapshot, const GskRoundedRect *area, const GdkRGBA *color)
{
  gtk_snapshot_push_rounded_clip (snapshot, area);
  gtk_snapshot_append_color (snapshot, color, &area->bounds);
  gtk_snapshot_pop (snapshot);
}

/* From the top, of the hours that are shown. */
static double
y_of (WayDraftStrip *self, int minute)
{
  int shown = 0, before = 0;

  for (int hour = 0; hour < 24; hour++)
    if (self->hours & (1u << hour))
      {
        shown++;
        before += CLAMP (minute - hour * 60, 0, 60);
      }
  return gtk_widget_get_height (GTK_WIDGET (self)) * before / (60.0 * MAX (1, shown));
}

static void
draw_bar (WayDraftStrip *self, GtkSnapshot *snapshot, const WayDraftBar *bar)
{
  g_autofree char *name = g_strdup_printf ("way_%s", way_block_kind_to_string (bar->kind));
  double top = y_of (self, bar->from_minute);
  double bottom = MAX (top + BAR_LEAST, y_of (self, bar->to_minute));
  GskRoundedRect area = day_area (self, bar->day, top, bottom);
  GdkRGBA color = color_of (self, name, bar->changed ? 1 : 0.35f);

  if (bar->changed && !self->after)
    gtk_snapshot_append_border (snapshot, &area, (const float[4]) { 1.5, 1.5, 1.5, 1.5 },
                                (const GdkRGBA[4]) { color, color, color, color });
  else
    fill (snapshot, &area, &color);
}

static void
way_draft_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayDraftStrip *self = WAY_DRAFT_STRIP (widget);
  GdkRGBA ground = color_of (self, NULL, 0.07f);

  for (int day = 0; day < N_DAYS; day++)
    {
      GskRoundedRect area = day_area (self, day, 0, gtk_widget_get_height (widget));
      fill (snapshot, &area, &ground);
    }
  for (guint i = 0; self->bars != NULL && i < self->bars->len; i++)
    draw_bar (self, snapshot, &g_array_index (self->bars, WayDraftBar, i));
}

static void
way_draft_strip_dispose (GObject *object)
{
  g_clear_pointer (&WAY_DRAFT_STRIP (object)->bars, g_array_unref);
  G_OBJECT_CLASS (way_draft_strip_parent_class)->dispose (object);
}

static void
way_draft_strip_class_init (WayDraftStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_draft_strip_dispose;
  widget_class->measure = way_draft_strip_measure;
  widget_class->snapshot = way_draft_strip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
way_draft_strip_init (WayDraftStrip *self)
{
}

#include "app/skills/score-bar.h"

#include "app/widgets/draw.h"

#include <math.h>

#define LEAST_WIDTH 80 /* pixels */
#define WIDTH       240
#define BAR         14 /* its height */
#define MARK        4  /* what the mark of the target stands out, at each side */
#define BEFORE      3  /* height of the line of another day */
#define GAP         2  /* between parts */
#define RADIUS      3.0f
#define HATCH       6.0f

struct _WayScoreBar
{
  GtkWidget parent_instance;

  int score, target, before;
};

G_DEFINE_FINAL_TYPE (WayScoreBar, way_score_bar, GTK_TYPE_WIDGET)

void
way_score_bar_show (WayScoreBar *self, int score, int target, int before)
{
  self->score = score;
  self->target = target;
  self->before = before;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
way_score_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gboolean along = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = along ? LEAST_WIDTH : BAR + 2 * MARK + BEFORE;
  *natural = along ? WIDTH : *minimum;
}

/* From the side where the language begins. */
static double
x_of (WayScoreBar *self, double score)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), x = width * score / WAY_SKILL_MAX;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return round (rtl ? width - x : x);
}

static GdkRectangle
part_area (WayScoreBar *self, int part)
{
  double a = x_of (self, part), b = x_of (self, part + 1);

  return (GdkRectangle) { (int) MIN (a, b) + GAP / 2, MARK, (int) fabs (a - b) - GAP, BAR };
}

/* What is missing is empty to those, too, who see no colours. */
static void
draw_parts (WayScoreBar *self, GtkSnapshot *snapshot, const GdkRGBA *color, const GdkRGBA *line)
{
  GdkRGBA ground = way_draw_color (GTK_WIDGET (self), NULL, 0.06f);

  for (int i = 0; i < WAY_SKILL_MAX; i++)
    {
      GdkRectangle area = part_area (self, i);
      way_draw_fill (snapshot, area.x, area.y, area.width, area.height, RADIUS,
                     i < self->score ? color : &ground);
      if (i >= self->score)
        way_draw_outline (snapshot, &area, RADIUS, 1, line);
    }
}

static void
draw_blank (WayScoreBar *self, GtkSnapshot *snapshot, const GdkRGBA *line)
{
  GdkRectangle area = { 1, MARK, gtk_widget_get_width (GTK_WIDGET (self)) - 2, BAR };
  const GdkRGBA none = { 0, 0, 0, 0 };

  gtk_snapshot_append_repeating_linear_gradient (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width, (float) area.height),
      &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (HATCH, HATCH),
      (GskColorStop[]) { { 0, *line }, { 0.2f, *line }, { 0.2f, none }, { 1, none } }, 4);
  way_draw_outline (snapshot, &area, RADIUS, 1, line);
}

/* A line across the bar at its end of the target. */
static void
draw_target (WayScoreBar *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  double x =
      CLAMP (x_of (self, self->target) - 1.5, 0, gtk_widget_get_width (GTK_WIDGET (self)) - 3);

  way_draw_fill (snapshot, x, 0, 3, BAR + 2 * MARK, 1, color);
}

static void
draw_before (WayScoreBar *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  double a = x_of (self, 0), b = x_of (self, self->before);

  way_draw_fill (snapshot, MIN (a, b), BAR + 2 * MARK, fabs (a - b), BEFORE, 1, color);
}

static void
way_score_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayScoreBar *self = WAY_SCORE_BAR (widget);
  GdkRGBA color = way_draw_color (widget, "way_score", 1), text = way_draw_color (widget, NULL, 1);
  GdkRGBA line = way_draw_line_color (widget), faint = way_draw_color (widget, NULL, 0.45f);

  if (self->score == WAY_SKILL_BLANK)
    draw_blank (self, snapshot, &line);
  else
    draw_parts (self, snapshot, &color, &line);
  if (self->before != WAY_SKILL_BLANK)
    draw_before (self, snapshot, &faint);
  if (self->target != WAY_SKILL_BLANK)
    draw_target (self, snapshot, &text);
}

static void
way_score_bar_class_init (WayScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = way_score_bar_measure;
  widget_class->snapshot = way_score_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
way_score_bar_init (WayScoreBar *self)
{
}

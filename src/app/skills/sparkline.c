#include "app/skills/sparkline.h"

#include "app/widgets/draw.h"
#include "app/widgets/tooltip.h"

#include <glib/gi18n.h>

#define LEAST_WIDTH 32 /* pixels */
#define WIDTH       72
#define HEIGHT      24
#define DOT         3.0 /* its radius */
#define THICK       2.0
#define N_SAID      4 /* changes that are put into words */

struct _WaySparkline
{
  GtkWidget parent_instance;

  GArray *steps; /* of WaySparklineStep */
  gboolean open; /* the last one lasts */
};

G_DEFINE_FINAL_TYPE (WaySparkline, way_sparkline, GTK_TYPE_WIDGET)

GArray *
way_sparkline_steps (const GArray *points, WayDate today)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (WaySparklineStep));
  WayDate begin = way_date_add_months (today, -WAY_SPARKLINE_MONTHS);
  float days = (float) (today - begin);

  for (guint i = 0; points != NULL && i < points->len; i++)
    {
      const WaySkillPoint *point = &g_array_index (points, WaySkillPoint, i);
      WayDate end = i + 1 < points->len ? point[1].date : today;
      WaySparklineStep step = { (float) (MAX (point->date, begin) - begin) / days,
                                (float) (MIN (end, today) - begin) / days, point->score };
      WaySparklineStep *last =
          steps->len > 0 ? &g_array_index (steps, WaySparklineStep, steps->len - 1) : NULL;
      if (point->score == WAY_SKILL_BLANK || end < begin || point->date > today)
        continue;
      if (last != NULL && last->score == step.score && last->to >= step.from)
        last->to = step.to;
      else
        g_array_append_val (steps, step);
    }
  return steps;
}

static char *
describe_point (const WaySkillPoint *point, gboolean last)
{
  g_autofree char *month = way_date_format (point->date, "%B %Y");

  if (point->score == WAY_SKILL_BLANK)
    /* Translators: a skill without a score, from a month on */
    return last ? g_strdup_printf (_ ("blank since %s"), month)
                : g_strdup_printf (_ ("blank in %s"), month);
  if (last)
    /* Translators: a score, and a month: "4 since May 2027" */
    return g_strdup_printf (_ ("%d since %s"), point->score, month);
  /* Translators: a score, and a month: "3 in March 2027" */
  return g_strdup_printf (_ ("%d in %s"), point->score, month);
}

char *
way_sparkline_describe (const GArray *points, WayDate today)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (WaySkillPoint));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; points != NULL && i < points->len; i++)
    {
      const WaySkillPoint *point = &g_array_index (points, WaySkillPoint, i);
      int before = changes->len > 0 ? g_array_index (changes, WaySkillPoint, changes->len - 1).score
                                    : WAY_SKILL_BLANK;
      if (point->date <= today && point->score != before)
        g_array_append_val (changes, *point);
    }
  for (guint i = changes->len > N_SAID ? changes->len - N_SAID : 0; i < changes->len; i++)
    g_ptr_array_add (
        parts, describe_point (&g_array_index (changes, WaySkillPoint, i), i + 1 == changes->len));
  if (parts->len == 0)
    return g_strdup (_ ("No scores yet"));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a list */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

void
way_sparkline_set_points (WaySparkline *self, const GArray *points, WayDate today)
{
  g_autofree char *text = way_sparkline_describe (points, today);

  g_clear_pointer (&self->steps, g_array_unref);
  self->steps = way_sparkline_steps (points, today);
  self->open = self->steps->len > 0 &&
               g_array_index (self->steps, WaySparklineStep, self->steps->len - 1).to >= 1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  way_tooltip_set (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
way_sparkline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gboolean along = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = along ? LEAST_WIDTH : HEIGHT;
  *natural = along ? WIDTH : HEIGHT;
}

/* The middle of the line of @score, which lies between the lines of 1 and 5. */
static double
y_of (WaySparkline *self, int score)
{
  double room = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * (DOT + 1);

  return DOT + 1 + room * (WAY_SKILL_MAX - score) / (double) (WAY_SKILL_MAX - WAY_SKILL_MIN);
}

static double
x_of (WaySparkline *self, float part)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), room = width - 2 * DOT;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return DOT + room * (rtl ? 1 - part : part);
}

/* The riser between two steps; none over a gap. */
static void
draw_riser (WaySparkline *self, GtkSnapshot *snapshot, guint i, const GdkRGBA *color)
{
  const WaySparklineStep *step = &g_array_index (self->steps, WaySparklineStep, i);

  if (i == 0 || step[-1].to < step->from)
    return;
  double a = y_of (self, step[-1].score), b = y_of (self, step->score);
  way_draw_fill (snapshot, x_of (self, step->from) - THICK / 2, MIN (a, b) - THICK / 2, THICK,
                 ABS (a - b) + THICK, 0, color);
}

static void
way_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaySparkline *self = WAY_SPARKLINE (widget);
  GdkRGBA color = way_draw_color (widget, "way_score", 1);
  GdkRGBA ground = way_draw_line_color (widget);

  way_draw_fill (snapshot, DOT, y_of (self, WAY_SKILL_MIN) + DOT,
                 gtk_widget_get_width (widget) - 2 * DOT, 1, 0, &ground);
  for (guint i = 0; self->steps != NULL && i < self->steps->len; i++)
    {
      const WaySparklineStep *step = &g_array_index (self->steps, WaySparklineStep, i);
      double a = x_of (self, step->from), b = x_of (self, step->to), y = y_of (self, step->score);
      way_draw_fill (snapshot, MIN (a, b), y - THICK / 2, MAX (ABS (a - b), THICK), THICK, 0,
                     &color);
      draw_riser (self, snapshot, i, &color);
      if (self->open && i + 1 == self->steps->len)
        way_draw_fill (snapshot, b - DOT, y - DOT, 2 * DOT, 2 * DOT, (float) DOT, &color);
    }
}

static void
way_sparkline_finalize (GObject *object)
{
  g_clear_pointer (&WAY_SPARKLINE (object)->steps, g_array_unref);
  G_OBJECT_CLASS (way_sparkline_parent_class)->finalize (object);
}

static void
way_sparkline_class_init (WaySparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_sparkline_finalize;
  widget_class->measure = way_sparkline_measure;
  widget_class->snapshot = way_sparkline_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_sparkline_init (WaySparkline *self)
{
}

GtkWidget *
way_sparkline_new (void)
{
  return g_object_new (WAY_TYPE_SPARKLINE, NULL);
}

#include "app/skills/skill-row.h"

#include "app/skills/skill-columns.h"
#include "app/skills/skill-words.h"
#include "app/skills/sparkline.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>

#define STEP_GAP 3
#define RADIUS   3

struct _WaySkillRow
{
  GtkWidget parent_instance;

  const WaySkill *skill;
  WayDate today;
  WaySkillRowDrop drop;
  GtkWidget *sparkline; /* %NULL: the score never changed */
};

G_DEFINE_FINAL_TYPE (WaySkillRow, way_skill_row, GTK_TYPE_WIDGET)

/* Steps. */

static GdkRectangle
step_area (WaySkillRow *self, const WaySkillColumns *columns, int step, int y)
{
  int height = columns->line / 2 + 2;
  int width = columns->step - STEP_GAP;
  int x = columns->score.x + (step - 1) * columns->step;

  return (GdkRectangle) { way_skill_columns_place (GTK_WIDGET (self), x, width),
                          y + (columns->line - height) / 2, width, height };
}

/* The target is a line over and under its step; what is missing up to there has an outline. */
static void
draw_target (WaySkillRow *self, GtkSnapshot *snapshot, const GdkRectangle *area)
{
  GdkRGBA color = way_draw_color (GTK_WIDGET (self), NULL, 1);

  way_draw_fill (snapshot, area->x, area->y - 4, area->width, 2, 0, &color);
  way_draw_fill (snapshot, area->x, area->y + area->height + 2, area->width, 2, 0, &color);
}

static void
draw_steps (WaySkillRow *self, GtkSnapshot *snapshot, const WaySkillColumns *columns, int y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const WaySkill *skill = self->skill;
  GdkRGBA full = way_draw_color (widget, "way_score", 1);
  GdkRGBA missing = way_draw_color (widget, "way_score", 0.8f);
  GdkRGBA rest = way_draw_color (widget, NULL, 0.3f);

  for (int step = WAY_SKILL_MIN; step <= WAY_SKILL_MAX; step++)
    {
      GdkRectangle area = step_area (self, columns, step, y);
      /* A border as thick as half the step fills it: that is drawn faster than a clip with round corners. */
      if (step <= skill->score)
        way_draw_outline (snapshot, &area, RADIUS, (float) area.height / 2, &full);
      else
        way_draw_outline (snapshot, &area, RADIUS, 1,
                          skill->score != WAY_SKILL_BLANK && step <= skill->target ? &missing
                                                                                   : &rest);
      if (step == skill->target)
        draw_target (self, snapshot, &area);
    }
}

static void
draw_score (WaySkillRow *self, GtkSnapshot *snapshot, const WaySkillColumns *columns, int y)
{
  WaySkillSpan number = { columns->score.x + 5 * columns->step,
                          columns->score.width - 5 * columns->step };
  g_autofree char *text = way_skill_words_value (self->skill->score);
  gboolean blank = self->skill->score == WAY_SKILL_BLANK;

  draw_steps (self, snapshot, columns, y);
  number.x += 4;
  number.width -= 4;
  way_skill_columns_text (GTK_WIDGET (self), snapshot, text, number, y, columns->line,
                          blank ? WAY_SKILL_TEXT_SMALL | WAY_SKILL_TEXT_DIM : WAY_SKILL_TEXT_BOLD);
}

/* Four bars that grow: as many are full as the score is founded. */
static void
draw_proof_mark (WaySkillRow *self, GtkSnapshot *snapshot, const WaySkillColumns *columns, int y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA full = way_draw_color (widget, NULL, self->skill->stale ? 0.45f : 0.9f);
  GdkRGBA rest = way_draw_color (widget, NULL, 0.2f);
  int width = MAX (3, columns->line / 6), bottom = y + columns->line * 4 / 5;

  for (int bar = 1; bar <= WAY_SKILL_CONFIRMED; bar++)
    {
      int height = columns->line * bar * 3 / 20 + 1;
      int x = columns->proof.x + (bar - 1) * (width + 1);
      way_draw_fill (snapshot, way_skill_columns_place (widget, x, width), bottom - height, width,
                     height, 0, bar <= (int) self->skill->proof ? &full : &rest);
    }
}

/* Columns. */

static void
draw_two (WaySkillRow *self,
          GtkSnapshot *snapshot,
          const WaySkillColumns *columns,
          WaySkillSpan span,
          const char *first,
          const char *second)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int top = 7;

  way_skill_columns_text (widget, snapshot, first, span, top, columns->line, WAY_SKILL_TEXT_PLAIN);
  way_skill_columns_text (widget, snapshot, second, span, top + columns->line + 2, columns->line,
                          WAY_SKILL_TEXT_SMALL | WAY_SKILL_TEXT_DIM);
}

/* Below the title: the gap action, and what has no column. */
static char *
below_title (WaySkillRow *self, const WaySkillColumns *columns)
{
  g_autofree char *ratings = way_skill_words_ratings (self->skill);

  if (columns->others.width > 0 || *ratings == '\0')
    return g_strdup (self->skill->gap_action);
  if (*self->skill->gap_action == '\0')
    return g_steal_pointer (&ratings);
  return g_strdup_printf ("%s · %s", ratings, self->skill->gap_action);
}

static void
draw_proof (WaySkillRow *self, GtkSnapshot *snapshot, const WaySkillColumns *columns)
{
  int mark = 4 * (MAX (3, columns->line / 6) + 1) + 5;
  WaySkillSpan span = columns->proof;
  g_autofree char *age = way_skill_words_score_age (self->skill, self->today);

  if (self->skill->proof == WAY_SKILL_NO_SCORE)
    return;
  draw_proof_mark (self, snapshot, columns, 7);
  span.x += mark;
  span.width -= mark;
  draw_two (self, snapshot, columns, span, way_skill_words_proof (self->skill->proof), age);
}

static void
draw_others (WaySkillRow *self, GtkSnapshot *snapshot, const WaySkillColumns *columns)
{
  const WaySkill *skill = self->skill;

  if (skill->ratings->len == 0)
    return;
  const WaySkillRating *first = g_ptr_array_index (skill->ratings, 0);
  int more = (int) skill->ratings->len - 1;
  g_autofree char *name = g_strdup_printf (_ ("%s: %d"), first->rater, first->score);
  g_autofree char *difference = way_skill_words_difference (skill, first);
  g_autofree char *below =
      more == 0 ? g_steal_pointer (&difference)
                : g_strdup_printf (ngettext ("%s; and %d more", "%s; and %d more", (gulong) more),
                                   difference, more);
  draw_two (self, snapshot, columns, columns->others, name, below);
}

static void
draw_wide (WaySkillRow *self, GtkSnapshot *snapshot, const WaySkillColumns *columns)
{
  g_autofree char *target = way_skill_words_target (self->skill);
  g_autofree char *gap = way_skill_words_gap (self->skill);
  g_autofree char *below = below_title (self, columns);
  gboolean known = way_skill_gap (self->skill, &(int) { 0 });

  draw_two (self, snapshot, columns, columns->title, self->skill->title, below);
  draw_score (self, snapshot, columns, 7);
  draw_two (self, snapshot, columns, columns->score, "", target);
  way_skill_columns_text (GTK_WIDGET (self), snapshot, known ? gap : "–", columns->gap, 7,
                          columns->line, known ? WAY_SKILL_TEXT_PLAIN : WAY_SKILL_TEXT_DIM);
  draw_proof (self, snapshot, columns);
  draw_others (self, snapshot, columns);
}

static void
draw_narrow (WaySkillRow *self, GtkSnapshot *snapshot, const WaySkillColumns *columns)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *summary = way_skill_words_summary (self->skill, self->today);
  WaySkillSpan below = { columns->title.x,
                         columns->score.x + columns->score.width - columns->title.x };

  way_skill_columns_text (widget, snapshot, self->skill->title, columns->title, 7, columns->line,
                          WAY_SKILL_TEXT_PLAIN);
  draw_score (self, snapshot, columns, 7);
  way_skill_columns_text (widget, snapshot, summary, below, 7 + columns->line + 2, columns->line,
                          WAY_SKILL_TEXT_SMALL | WAY_SKILL_TEXT_DIM);
}

static void
way_skill_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaySkillRow *self = WAY_SKILL_ROW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA line = way_draw_color (widget, "accent_color", 1);
  WaySkillColumns columns;

  if (self->skill == NULL)
    return;
  way_skill_columns_set (&columns, widget, width);
  if (columns.wide)
    draw_wide (self, snapshot, &columns);
  else
    draw_narrow (self, snapshot, &columns);
  if (self->sparkline != NULL)
    gtk_widget_snapshot_child (widget, self->sparkline, snapshot);
  if (self->drop != WAY_SKILL_ROW_NO_DROP)
    way_draw_fill (snapshot, 0, self->drop == WAY_SKILL_ROW_DROP_BEFORE ? 0 : height - 2, width, 2,
                   0, &line);
}

static void
way_skill_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  WaySkillColumns columns;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = way_skill_columns_least_width (widget);
  else
    {
      way_skill_columns_set (&columns, widget, for_size);
      *minimum = *natural = columns.height;
    }
}

static void
way_skill_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaySkillRow *self = WAY_SKILL_ROW (widget);
  WaySkillColumns columns;
  int least;

  if (self->sparkline == NULL)
    return;
  way_skill_columns_set (&columns, widget, width);
  gtk_widget_measure (self->sparkline, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->sparkline, columns.points.width > 0);
  if (columns.points.width > 0)
    gtk_widget_size_allocate (
        self->sparkline,
        &(GtkAllocation) { way_skill_columns_place (widget, columns.points.x, columns.points.width),
                           (height - least) / 2, columns.points.width, least },
        -1);
}

/* Only for scores with a past: most rows have no such child. */
static void
show_points (WaySkillRow *self, GArray *points, WayDate today)
{
  if (points == NULL)
    g_clear_pointer (&self->sparkline, gtk_widget_unparent);
  else if (self->sparkline == NULL)
    {
      self->sparkline = way_sparkline_new ();
      gtk_widget_set_parent (self->sparkline, GTK_WIDGET (self));
    }
  if (points != NULL)
    way_sparkline_set_points (WAY_SPARKLINE (self->sparkline), points, today);
}

void
way_skill_row_set_skill (WaySkillRow *self, const WaySkill *skill, GArray *points, WayDate today)
{
  g_autofree char *name = way_skill_words_row (skill, today);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  self->skill = skill;
  self->today = today;
  self->drop = WAY_SKILL_ROW_NO_DROP;
  show_points (self, points, today);
  /* The keyboard is on the entry of the list. */
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const WaySkill *
way_skill_row_get_skill (WaySkillRow *self)
{
  return self->skill;
}

void
way_skill_row_set_drop (WaySkillRow *self, WaySkillRowDrop drop)
{
  if (drop == self->drop)
    return;
  self->drop = drop;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
way_skill_row_dispose (GObject *object)
{
  g_clear_pointer (&WAY_SKILL_ROW (object)->sparkline, gtk_widget_unparent);
  G_OBJECT_CLASS (way_skill_row_parent_class)->dispose (object);
}

static void
way_skill_row_class_init (WaySkillRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_skill_row_dispose;
  widget_class->measure = way_skill_row_measure;
  widget_class->size_allocate = way_skill_row_size_allocate;
  widget_class->snapshot = way_skill_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "skillrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_skill_row_init (WaySkillRow *self)
{
}

GtkWidget *
way_skill_row_new (void)
{
  return g_object_new (WAY_TYPE_SKILL_ROW, NULL);
}

#include "app/skills/skill-header.h"

#include "app/skills/skill-columns.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>

struct _WaySkillHeader
{
  GtkWidget parent_instance;

  gboolean narrow;
  guint narrowing; /* source */
};

G_DEFINE_FINAL_TYPE (WaySkillHeader, way_skill_header, GTK_TYPE_WIDGET)

static void
way_skill_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int height = gtk_widget_get_height (widget);
  WaySkillColumns columns;

  way_skill_columns_set (&columns, widget, gtk_widget_get_width (widget));
  const struct
  {
    WaySkillSpan span;
    const char *text;
  } texts[] = {
    /* Translators: headings of columns */
    { columns.title, _ ("Skill") },   { columns.score, _ ("Score and target") },
    { columns.gap, _ ("Gap") },       { columns.proof, _ ("Evidence") },
    { columns.others, _ ("Others") }, { columns.points, _ ("12 months") },
  };
  GdkRGBA line = way_draw_line_color (widget);

  if (!columns.wide || height == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    way_skill_columns_text (widget, snapshot, texts[i].text, texts[i].span, 0, height - 1,
                            WAY_SKILL_TEXT_SMALL | WAY_SKILL_TEXT_BOLD | WAY_SKILL_TEXT_DIM);
  way_draw_fill (snapshot, 0, height - 1, gtk_widget_get_width (widget), 1, 0, &line);
}

/* A height that grows with the width is none that GTK knows: it is that of the last width. */
static void
way_skill_header_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  WaySkillColumns columns;

  way_skill_columns_set (&columns, widget, 0);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = way_skill_columns_least_width (widget);
  else
    *minimum = *natural = WAY_SKILL_HEADER (widget)->narrow ? 0 : columns.line + 10;
}

static gboolean
narrow (gpointer data)
{
  WaySkillHeader *self = data;

  self->narrowing = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Another height not while it is laid out. */
static void
way_skill_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaySkillHeader *self = WAY_SKILL_HEADER (widget);
  WaySkillColumns columns;

  way_skill_columns_set (&columns, widget, width);
  if (columns.wide != self->narrow)
    return;
  self->narrow = !columns.wide;
  if (self->narrowing == 0)
    self->narrowing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow, self, NULL);
}

static void
way_skill_header_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_SKILL_HEADER (object)->narrowing, g_source_remove);
  G_OBJECT_CLASS (way_skill_header_parent_class)->dispose (object);
}

static void
way_skill_header_class_init (WaySkillHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_skill_header_dispose;
  widget_class->measure = way_skill_header_measure;
  widget_class->size_allocate = way_skill_header_size_allocate;
  widget_class->snapshot = way_skill_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "skillheader");
  /* Each row says what its parts are. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
way_skill_header_init (WaySkillHeader *self)
{
}

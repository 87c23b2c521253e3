#include "app/skills/skill-header.h"

#include "app/skills/skill-columns.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>

struct _WaySkillHeader
{
  GtkWidget parent_instance;
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

  if (!columns.wide)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    way_skill_columns_text (widget, snapshot, texts[i].text, texts[i].span, 0, height - 1,
                            WAY_SKILL_TEXT_SMALL | WAY_SKILL_TEXT_BOLD | WAY_SKILL_TEXT_DIM);
  way_draw_fill (snapshot, 0, height - 1, gtk_widget_get_width (widget), 1, 0, &line);
}

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

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = way_skill_columns_least_width (widget);
  else
    {
      way_skill_columns_set (&columns, widget, for_size);
      *minimum = *natural = columns.wide ? columns.line + 10 : 0;
    }
}

static GtkSizeRequestMode
way_skill_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
way_skill_header_class_init (WaySkillHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = way_skill_header_measure;
  widget_class->get_request_mode = way_skill_header_get_request_mode;
  widget_class->snapshot = way_skill_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "skillheader");
  /* Each row says what its parts are. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
way_skill_header_init (WaySkillHeader *self)
{
}

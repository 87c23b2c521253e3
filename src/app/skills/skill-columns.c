#include "app/skills/skill-columns.h"

#include "app/widgets/draw.h"

#define SMALL 0.85 /* of the size of text */
#define EDGE  8    /* pixels at both ends of a row */
#define SPACE 16   /* between columns */

/* Widths in characters. */
#define LEAST_TITLE 20
#define SCORE       18
#define GAP         9
#define PROOF       20
#define OTHERS      18
#define POINTS      12

static int
char_width (GtkWidget *widget, int *line)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  if (line != NULL)
    *line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
  return width;
}

/* Takes a column of @chars characters from the end, where enough stays for what comes before it. */
static WaySkillSpan
take (int *end, int least, int chars, int unit)
{
  WaySkillSpan span = { 0, 0 };
  int width = chars * unit;

  if (*end - width - SPACE < least)
    return span;
  span.x = *end - width;
  span.width = width;
  *end -= width + SPACE;
  return span;
}

/* The columns that are wanted most are taken first, but stand in their order. */
static void
set_wide (WaySkillColumns *columns, int unit, int width)
{
  int least = EDGE + (LEAST_TITLE + SCORE + GAP + PROOF) * unit + 3 * SPACE;
  int end = width - EDGE;
  gboolean others = end - OTHERS * unit - SPACE >= least;

  if (others)
    columns->points = take (&end, least + OTHERS * unit + SPACE, POINTS, unit);
  columns->others = take (&end, least, OTHERS, unit);
  columns->proof = take (&end, 0, PROOF, unit);
  columns->gap = take (&end, 0, GAP, unit);
  columns->score = take (&end, 0, SCORE, unit);
  columns->title = (WaySkillSpan) { EDGE, end - EDGE };
}

static void
set_narrow (WaySkillColumns *columns, int unit, int width)
{
  int score = 5 * columns->step + columns->digit;
  int end = width - EDGE;

  columns->score = (WaySkillSpan) { end - score, score };
  columns->title = (WaySkillSpan) { EDGE, MAX (0, end - score - SPACE / 2 - EDGE) };
}

void
way_skill_columns_set (WaySkillColumns *columns, GtkWidget *widget, int width)
{
  int line, unit = char_width (widget, &line);
  int least = 2 * EDGE + (LEAST_TITLE + SCORE + GAP + PROOF) * unit + 3 * SPACE;

  *columns = (WaySkillColumns) { .line = line, .step = unit * 2 + 2, .digit = unit * 5 };
  columns->wide = width >= least;
  columns->height = 2 * line + 16;
  if (columns->wide)
    set_wide (columns, unit, width);
  else
    set_narrow (columns, unit, width);
}

int
way_skill_columns_least_width (GtkWidget *widget)
{
  return 24 * char_width (widget, NULL);
}

int
way_skill_columns_place (GtkWidget *widget, int x, int width)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
             ? gtk_widget_get_width (widget) - x - width
             : x;
}

static PangoAttrList *
attributes_of (WaySkillTextFlags flags)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (flags & WAY_SKILL_TEXT_SMALL)
    pango_attr_list_insert (list, pango_attr_scale_new (SMALL));
  if (flags & WAY_SKILL_TEXT_BOLD)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));
  return list;
}

void
way_skill_columns_text (GtkWidget *widget,
                        GtkSnapshot *snapshot,
                        const char *text,
                        WaySkillSpan span,
                        int y,
                        int height,
                        WaySkillTextFlags flags)
{
  if (*text == '\0' || span.width <= 0)
    return;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = attributes_of (flags);
  GdkRGBA color = way_draw_color (widget, NULL, flags & WAY_SKILL_TEXT_DIM ? 0.7f : 1);
  PangoRectangle area;

  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, span.width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_extents (layout, NULL, &area);
  /* A text in a language of the other direction stands on the same side as the rest. */
  int x = flags & WAY_SKILL_TEXT_END ? span.x + span.width - area.width : span.x;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float) (way_skill_columns_place (widget, x, area.width) - area.x),
                            (float) (y + (height - area.height) / 2 - area.y)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

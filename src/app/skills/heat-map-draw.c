/* The drawing of the heat map: only what is in sight. */
#include "app/skills/heat-map-private.h"
#include "app/skills/score-words.h"
#include "app/widgets/draw.h"

#include <adwaita.h>
#include <string.h>

#define GAP    1 /* pixels around a cell */
#define RADIUS 4.0f
#define PAD    6 /* beside a title */
#define HATCH  7.0f

typedef struct
{
  WayHeatMap *self;
  GtkSnapshot *snapshot;
  const WayHeatMapGeometry *geometry;
  GdkRGBA text, faint, line, score;
  gboolean contrast;
} Draw;

/* How full the ground of a score is; text on it can be read in light and in dark. */
static float
fullness (int score)
{
  static const float alphas[] = { 0, 0.10f, 0.24f, 0.40f, 0.57f, 0.75f };

  return alphas[CLAMP (score, 0, WAY_SKILL_MAX)];
}

static PangoLayout *
digit (WayHeatMap *self, int score)
{
  if (self->digits[score] == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%d", score);
      self->digits[score] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
    }
  return self->digits[score];
}

static void
draw_digit (Draw *d, int score, const GdkRectangle *area)
{
  PangoLayout *layout = digit (d->self, score);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (
      d->snapshot, &GRAPHENE_POINT_INIT ((float) area->x + (float) (area->width - width) / 2,
                                         (float) area->y + (float) (area->height - height) / 2));
  gtk_snapshot_append_layout (d->snapshot, layout, &d->text);
  gtk_snapshot_restore (d->snapshot);
}

static void
draw_blank (Draw *d, const GdkRectangle *area)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) area->x, (float) area->y, (float) area->width,
                                             (float) area->height);
  const GdkRGBA none = { 0, 0, 0, 0 };

  gtk_snapshot_append_repeating_linear_gradient (
      d->snapshot, &rect, &rect.origin,
      &GRAPHENE_POINT_INIT (rect.origin.x + HATCH, rect.origin.y + HATCH),
      (GskColorStop[]) { { 0, d->line }, { 0.16f, d->line }, { 0.16f, none }, { 1, none } }, 4);
  way_draw_outline (d->snapshot, area, RADIUS, 1, &d->line);
}

static GdkRectangle
inside (GdkRectangle area, int gap)
{
  return (GdkRectangle) { area.x + gap, area.y + gap, area.width - 2 * gap, area.height - 2 * gap };
}

/* At the height of @place in @area: 0.5 the middle, 1 the foot. Where it is too long it ends in an ellipsis. */
static void
draw_text (Draw *d,
           const char *text,
           GdkRectangle area,
           int lines,
           double place,
           WayDrawFlags flags,
           const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (d->self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int height;

  if (lines > 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (WAY_DRAW_LABEL));
  if (flags & WAY_DRAW_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, MAX (1, area.width) * PANGO_SCALE);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (flags & WAY_DRAW_MIDDLE)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (
      d->snapshot,
      &GRAPHENE_POINT_INIT ((float) area.x, (float) (area.y + (area.height - height) * place)));
  gtk_snapshot_append_layout (d->snapshot, layout, color);
  gtk_snapshot_restore (d->snapshot);
}

static void
draw_change (Draw *d, const WayScoreRow *row, const GdkRectangle *area)
{
  g_autofree char *text = way_score_words_change (d->self->table, row, d->self->compared);

  draw_text (d, text, *area, 1, 0.5, WAY_DRAW_MIDDLE | WAY_DRAW_BOLD, &d->text);
}

static void
draw_cell (Draw *d, int line, int column)
{
  const WayScoreRow *row = g_array_index (d->self->lines, WayHeatMapLine, line).row;
  GdkRectangle area = inside (way_heat_map_geometry_cell (d->geometry, line, column), GAP);
  GdkRGBA ground = d->score;

  if (column >= (int) d->self->table->dates->len)
    draw_change (d, row, &area);
  else if (row->scores[column] == WAY_SKILL_BLANK)
    draw_blank (d, &area);
  else
    {
      ground.alpha *= fullness (row->scores[column]);
      way_draw_fill (d->snapshot, area.x, area.y, area.width, area.height, RADIUS, &ground);
      if (d->contrast)
        way_draw_outline (d->snapshot, &area, RADIUS, 1, &d->text);
      draw_digit (d, row->scores[column], &area);
    }
}

static void
push_clip (Draw *d, GdkRectangle area)
{
  gtk_snapshot_push_clip (d->snapshot,
                          &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width,
                                               (float) area.height));
}

static void
draw_cells (Draw *d)
{
  int first_line, end_line, first_column, end_column;

  way_heat_map_geometry_lines (d->geometry, &first_line, &end_line);
  way_heat_map_geometry_columns (d->geometry, &first_column, &end_column);
  push_clip (d, way_heat_map_geometry_cells (d->geometry));
  for (int line = first_line; line < end_line; line++)
    for (int column = first_column; column < end_column; column++)
      if (g_array_index (d->self->lines, WayHeatMapLine, line).row != NULL)
        draw_cell (d, line, column);
  gtk_snapshot_pop (d->snapshot);
}

/* Headings reach over the cells, of which they have none. */
static void
draw_titles (Draw *d)
{
  GdkRectangle all = { 0, d->geometry->head, d->geometry->width,
                       way_heat_map_geometry_room_y (d->geometry) };
  int from, to;

  way_heat_map_geometry_lines (d->geometry, &from, &to);
  push_clip (d, all);
  for (int i = from; i < to; i++)
    {
      const WayHeatMapLine *line = &g_array_index (d->self->lines, WayHeatMapLine, i);
      GdkRectangle area = way_heat_map_geometry_title (d->geometry, i);
      if (line->heading != NULL)
        {
          area.x = 0;
          area.width = d->geometry->width;
        }
      area.x += PAD;
      area.width -= 2 * PAD;
      draw_text (d, line->heading != NULL ? line->heading : line->row->title, area, 1, 0.5,
                 line->heading != NULL ? WAY_DRAW_BOLD : WAY_DRAW_PLAIN, &d->text);
    }
  gtk_snapshot_pop (d->snapshot);
}

/* In two lines, the year by itself: so all columns look alike (transfer full). */
static char *
two_lines (const WayHeatMap *self, int column)
{
  char *title = way_heat_map_column_title (self, column), *space = strrchr (title, ' ');

  if (space != NULL)
    *space = '\n';
  return title;
}

static void
draw_column_titles (Draw *d)
{
  GdkRectangle cells = way_heat_map_geometry_cells (d->geometry);
  int from, to;

  way_heat_map_geometry_columns (d->geometry, &from, &to);
  push_clip (d, (GdkRectangle) { cells.x, 0, cells.width, d->geometry->head });
  for (int i = from; i < to; i++)
    {
      g_autofree char *title = two_lines (d->self, i);
      GdkRectangle area = inside (way_heat_map_geometry_column_title (d->geometry, i), 2);
      gboolean now = i == (int) way_score_table_last (d->self->table);
      draw_text (d, title, area, 2, 1, WAY_DRAW_MIDDLE | (now ? WAY_DRAW_BOLD : 0),
                 now ? &d->text : &d->faint);
    }
  gtk_snapshot_pop (d->snapshot);
}

static void
draw_cursor (Draw *d)
{
  WayHeatMap *self = d->self;

  if (self->cursor_line < 0 || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  GdkRectangle area =
      way_heat_map_geometry_cell (d->geometry, self->cursor_line, self->cursor_column);
  GdkRGBA accent = way_draw_color (GTK_WIDGET (self), "accent_color", 1);
  push_clip (d, way_heat_map_geometry_cells (d->geometry));
  way_draw_outline (d->snapshot, &area, RADIUS + GAP, 2, &accent);
  gtk_snapshot_pop (d->snapshot);
}

void
way_heat_map_draw (WayHeatMap *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Draw d = { .self = self,
             .snapshot = snapshot,
             .geometry = &self->geometry,
             .text = way_draw_color (widget, NULL, 1),
             .faint = way_draw_color (widget, NULL, 0.7f),
             .line = way_draw_line_color (widget),
             .score = way_draw_color (widget, "way_score", 1),
             .contrast = adw_style_manager_get_high_contrast (
                 adw_style_manager_get_for_display (gtk_widget_get_display (widget))) };

  if (self->table == NULL)
    return;
  draw_column_titles (&d);
  draw_cells (&d);
  draw_titles (&d);
  draw_cursor (&d);
}

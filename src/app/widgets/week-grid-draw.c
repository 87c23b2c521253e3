/* The drawing of the week. What is free for every kind is plain; what is free for some has a striped band with an
 * icon for each of them. Preferred hours have a thick edge and a star. */
#include "app/widgets/week-grid-draw.h"

#include "app/format.h"
#include "app/widgets/block-row.h"
#include "app/widgets/draw.h"
#include "app/widgets/week-grid-geometry.h"
#include "app/widgets/week-grid-words.h"

#include <math.h>

#define LEAST_HOUR 22.0 /* pixels */
#define HEADING    10   /* around the names of the days */
#define RADIUS     3.0f
#define EDGE       3.0f /* of preferred hours */
#define ICON       0.85 /* of the height of a label */
#define LEAST_ICON 8.0

/* What a snapshot needs again and again. */
typedef struct
{
  WayWeekGrid *self;
  GtkSnapshot *snapshot;
  double column, icon; /* pixels */
  gboolean contrast;
  GdkRGBA text, faint, line, ground, free, accent, erase;
} Draw;

static GdkRGBA
with_alpha (GdkRGBA color, float alpha)
{
  color.alpha *= alpha;
  return color;
}

static PangoLayout *
make_layout (WayWeekGrid *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (WAY_DRAW_LABEL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_unref (attributes);
  return layout;
}

void
way_week_grid_measure_labels (WayWeekGrid *self)
{
  int width = 0, height = 0;

  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *label = way_format_clock (hour * 60);
      g_autoptr (PangoLayout) layout = make_layout (self, label);
      int w;
      pango_layout_get_pixel_size (layout, &w, &height);
      width = MAX (width, w);
    }
  self->gutter = width + 8;
  self->heading = height + HEADING;
  /* Each second hour has a label. */
  self->hour = MAX (LEAST_HOUR, ceil (height * 0.9));
}

/* @align: where @x is in the text, 0…1 */
static void
put_layout (Draw *d, PangoLayout *layout, double x, double y, double align, const GdkRGBA *color)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (
      d->snapshot, &GRAPHENE_POINT_INIT ((float) floor (x - width * align), (float) floor (y)));
  gtk_snapshot_append_layout (d->snapshot, layout, color);
  gtk_snapshot_restore (d->snapshot);
}

/* The longest form of the names that has room in every column. */
static char *
heading_of (Draw *d, int column, int form)
{
  int weekday = way_week_grid_weekday (d->self, column);
  g_autofree char *shorter = way_format_weekday_short (weekday);

  if (form == 0)
    return way_format_weekday (weekday);
  if (form == 1)
    return g_steal_pointer (&shorter);
  return g_utf8_substring (shorter, 0, 1);
}

static int
choose_form (Draw *d)
{
  for (int form = 0; form < 2; form++)
    {
      int widest = 0;
      for (int column = 0; column < 7; column++)
        {
          g_autofree char *name = heading_of (d, column, form);
          g_autoptr (PangoLayout) layout = make_layout (d->self, name);
          int width;
          pango_layout_get_pixel_size (layout, &width, NULL);
          widest = MAX (widest, width);
        }
      if (widest + 4 <= d->column)
        return form;
    }
  return 2;
}

static void
draw_headings (Draw *d)
{
  int form = choose_form (d);

  for (int column = 0; column < 7; column++)
    {
      g_autofree char *name = heading_of (d, column, form);
      g_autoptr (PangoLayout) layout = make_layout (d->self, name);
      put_layout (d, layout, way_week_grid_x (d->self, column) + d->column / 2, 3, 0.5, &d->text);
    }
}

static void
draw_hours (Draw *d)
{
  gboolean rtl = way_week_grid_is_rtl (d->self);
  double edge = rtl ? 7 * d->column + 6 : way_week_grid_x (d->self, 0) - 6;

  for (int minute = way_week_grid_first_minute (d->self); minute < 1440; minute += 120)
    {
      g_autofree char *label = way_format_clock (minute);
      g_autoptr (PangoLayout) layout = make_layout (d->self, label);
      int height;
      pango_layout_get_pixel_size (layout, NULL, &height);
      put_layout (d, layout, edge, way_week_grid_y (d->self, minute) - height / 2.0, rtl ? 0 : 1,
                  &d->faint);
    }
}

static void
draw_ground (Draw *d)
{
  WayWeekGrid *self = d->self;
  float left = (float) MIN (way_week_grid_x (self, 0), way_week_grid_x (self, 6));
  float top = (float) self->heading, height = (float) way_week_grid_y (self, 1440) - top;

  for (int column = 0; column < 7; column++)
    if (way_week_grid_weekday (self, column) >= WAY_SUNDAY - 1)
      gtk_snapshot_append_color (d->snapshot, &d->ground,
                                 &GRAPHENE_RECT_INIT ((float) way_week_grid_x (self, column), top,
                                                      (float) d->column, height));
  for (int minute = way_week_grid_first_minute (self); minute <= 1440; minute += 60)
    gtk_snapshot_append_color (
        d->snapshot, &d->line,
        &GRAPHENE_RECT_INIT (left, (float) floor (way_week_grid_y (self, minute)),
                             (float) (7 * d->column), minute % 360 == 0 ? 2 : 1));
  for (int column = 0; column <= 7; column++)
    gtk_snapshot_append_color (
        d->snapshot, &d->line,
        &GRAPHENE_RECT_INIT (left + (float) (column * d->column), top, 1, height));
}

static void
draw_icon (Draw *d, const char *name, double x, double y, double size)
{
  GtkWidget *widget = GTK_WIDGET (d->self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, name, NULL, (int) size, gtk_widget_get_scale_factor (widget),
      gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float) floor (x), (float) floor (y)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), d->snapshot, size, size,
                                            &d->text, 1);
  gtk_snapshot_restore (d->snapshot);
}

static void
fill_band (Draw *d, const GskRoundedRect *round, const GdkRGBA *color, gboolean striped)
{
  const graphene_rect_t *rect = &round->bounds;
  GdkRGBA light = with_alpha (*color, striped ? 0.22f : 0.42f), stripe = with_alpha (*color, 0.4f);
  GdkRGBA border = d->contrast ? d->text : with_alpha (*color, 0.9f);

  gtk_snapshot_push_rounded_clip (d->snapshot, round);
  gtk_snapshot_append_color (d->snapshot, &light, rect);
  if (striped)
    gtk_snapshot_append_repeating_linear_gradient (
        d->snapshot, rect, &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (5, 5),
        (GskColorStop[]) {
            { 0, stripe }, { 0.3f, stripe }, { 0.3f, { 0, 0, 0, 0 } }, { 1, { 0, 0, 0, 0 } } },
        4);
  gtk_snapshot_pop (d->snapshot);
  gtk_snapshot_append_border (d->snapshot, round, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { border, border, border, border });
}

/* One under the other, or side by side; what has no room is left out. Either may be %NULL. */
static void
draw_icons (Draw *d, const graphene_rect_t *rect, const char *kind, const char *star)
{
  double width = rect->size.width - 2, height = rect->size.height - 1;
  double size = MIN (d->icon, MIN (width, height));
  double x = rect->origin.x + (rect->size.width - size) / 2,
         y = rect->origin.y + (rect->size.height > size + 2 ? 1 : 0);
  gboolean both = kind != NULL && star != NULL;
  gboolean beside = both && height < 2 * size && width - EDGE > 2 * size;

  if (size < LEAST_ICON)
    return;
  if (kind != NULL)
    draw_icon (d, kind, beside ? x - size / 2 : x, y, size);
  if (star != NULL && (!both || beside || height >= 2 * size))
    draw_icon (d, star, beside ? x + size / 2 : x, both && !beside ? y + size : y, size);
}

/* @kind: %WAY_BLOCK_N_KINDS for all of them */
static void
draw_band (Draw *d, graphene_rect_t rect, guint kind, gboolean preferred)
{
  static const char *const colors[] = { "way_study", "way_mock", "way_drill", "way_review", NULL };
  gboolean all = kind == WAY_BLOCK_N_KINDS;
  GdkRGBA color = all ? d->free : way_draw_color (GTK_WIDGET (d->self), colors[kind], 1);
  gboolean rtl = way_week_grid_is_rtl (d->self);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &rect, RADIUS);
  fill_band (d, &round, &color, !all);
  if (preferred)
    gtk_snapshot_append_color (
        d->snapshot, d->contrast ? &d->text : &color,
        &GRAPHENE_RECT_INIT (rtl ? rect.origin.x + rect.size.width - EDGE : rect.origin.x,
                             rect.origin.y, EDGE, rect.size.height));
  draw_icons (d, &rect, all ? NULL : way_block_kind_icon ((WayBlockKind) kind),
              preferred ? "way-preferred-symbolic" : NULL);
}

static void
draw_block (Draw *d, int column, int from, int to, guint kinds, guint preferred)
{
  WayWeekGrid *self = d->self;
  gboolean plain =
      kinds == WAY_BLOCK_ALL_KINDS && (preferred == 0 || preferred == WAY_BLOCK_ALL_KINDS);
  guint n = 0, i = 0;
  double x = way_week_grid_x (self, column) + 2, y = way_week_grid_y (self, from) + 1;
  double height = MAX (3, way_week_grid_y (self, to) - y), width = d->column - 3;
  gboolean rtl = way_week_grid_is_rtl (self);

  if (plain)
    draw_band (d, GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height),
               WAY_BLOCK_N_KINDS, preferred != 0);
  for (guint kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    n += (kinds >> kind) & 1;
  for (guint kind = 0; kind < WAY_BLOCK_N_KINDS && !plain; kind++)
    if (kinds & (1u << kind))
      {
        guint place = rtl ? n - 1 - i : i;
        draw_band (d,
                   GRAPHENE_RECT_INIT ((float) (x + width * place / n), (float) y,
                                       (float) (width / n), (float) height),
                   kind, (preferred & (1u << kind)) != 0);
        i++;
      }
}

static void
draw_day (Draw *d, int column)
{
  const WayWeek *week = d->self->week;
  int weekday = way_week_grid_weekday (d->self, column);

  for (int from = way_week_grid_first_minute (d->self), to; from < 1440; from = to)
    {
      guint kinds = way_week_kinds (week, weekday, from);
      guint preferred = way_week_preferred (week, weekday, from);
      for (to = from + 1; to < 1440 && way_week_kinds (week, weekday, to) == kinds &&
                          way_week_preferred (week, weekday, to) == preferred;)
        to++;
      if (kinds != 0)
        draw_block (d, column, from, to, kinds, preferred);
    }
}

/* Around what is chosen, or about to be painted. */
static graphene_rect_t
frame_of (Draw *d, const WayWeekStroke *stroke)
{
  int first = 7, last = -1;

  for (int column = 0; column < 7; column++)
    if (stroke->weekdays & (1u << way_week_grid_weekday (d->self, column)))
      {
        first = MIN (first, column);
        last = column;
      }
  double a = way_week_grid_x (d->self, first), b = way_week_grid_x (d->self, last);
  double top = way_week_grid_y (d->self, stroke->from_minute);
  return GRAPHENE_RECT_INIT (
      (float) MIN (a, b), (float) top, (float) (fabs (a - b) + d->column + 1),
      (float) MAX (4, way_week_grid_y (d->self, stroke->to_minute) - top + 1));
}

static void
draw_frame (Draw *d, const graphene_rect_t *rect, const GdkRGBA *color, float alpha)
{
  GskRoundedRect round;
  GdkRGBA ground = with_alpha (*color, alpha);

  gsk_rounded_rect_init_from_rect (&round, rect, RADIUS);
  gtk_snapshot_append_color (d->snapshot, &ground, rect);
  gtk_snapshot_append_border (d->snapshot, &round, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
draw_bubble_ground (Draw *d, const graphene_rect_t *rect)
{
  GdkRGBA ground = way_draw_color (GTK_WIDGET (d->self), "popover_bg_color", 1);
  GdkRGBA border = with_alpha (d->text, 0.4f);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, rect, 6);
  gtk_snapshot_push_rounded_clip (d->snapshot, &round);
  gtk_snapshot_append_color (d->snapshot, &ground, &round.bounds);
  gtk_snapshot_pop (d->snapshot);
  gtk_snapshot_append_border (d->snapshot, &round, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { border, border, border, border });
}

/* The times, above the frame or below it, where there is room. @sign: icon before them, or %NULL */
static void
draw_bubble (Draw *d, const graphene_rect_t *frame, const WayWeekStroke *stroke, const char *sign)
{
  WayWeekGrid *self = d->self;
  g_autofree char *text = way_week_grid_name_hours (self, stroke, FALSE);
  g_autoptr (PangoLayout) layout = make_layout (self, text);
  gboolean rtl = way_week_grid_is_rtl (self);
  int text_width, height, room = gtk_widget_get_width (GTK_WIDGET (self));

  pango_layout_get_pixel_size (layout, &text_width, &height);
  double indent = sign != NULL ? d->icon + 4 : 0, width = text_width + indent;
  double x =
      CLAMP (frame->origin.x + (frame->size.width - width) / 2, 9, MAX (9, room - width - 9));
  double y = frame->origin.y - (float) height - 10;
  if (y < self->heading)
    y = MIN (frame->origin.y + frame->size.height + 6,
             gtk_widget_get_height (GTK_WIDGET (self)) - height - 6);
  draw_bubble_ground (d, &GRAPHENE_RECT_INIT ((float) x - 8, (float) y - 3, (float) width + 16,
                                              (float) height + 6));
  if (sign != NULL)
    draw_icon (d, sign, rtl ? x + width - d->icon : x, y + (height - d->icon) / 2, d->icon);
  put_layout (d, layout, rtl ? x : x + indent, y, 0, &d->text);
}

static void
draw_choice (Draw *d)
{
  WayWeekGrid *self = d->self;
  gboolean focus = gtk_widget_has_focus (GTK_WIDGET (self));
  gboolean cursor = focus && (gtk_widget_has_visible_focus (GTK_WIDGET (self)) ||
                              way_week_grid_is_extended (self));
  WayWeekStroke stroke = self->dragging ? self->stroke : way_week_grid_selection (self);
  gboolean erases = stroke.change == WAY_WEEK_CLEAR || stroke.change == WAY_WEEK_NOT_PREFERRED;
  const char *sign = erases ? "way-remove-symbolic" : "way-add-symbolic";
  graphene_rect_t frame = frame_of (d, &stroke);

  if (!self->dragging && !cursor)
    return;
  if (self->dragging && erases)
    draw_frame (d, &frame, &d->erase, 0.15f);
  else
    draw_frame (d, &frame, &d->accent,
                self->dragging || way_week_grid_is_extended (self) ? 0.2f : 0);
  draw_bubble (d, &frame, &stroke, self->dragging ? sign : NULL);
}

void
way_week_grid_draw (WayWeekGrid *self, GtkSnapshot *snapshot)
{
  gboolean contrast = adw_style_manager_get_high_contrast (
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  Draw d = { .self = self,
             .snapshot = snapshot,
             .column = way_week_grid_width (self),
             .icon = floor ((self->heading - HEADING) * ICON),
             .contrast = contrast,
             .text = way_draw_color (GTK_WIDGET (self), NULL, 1),
             .faint = way_draw_color (GTK_WIDGET (self), NULL, contrast ? 1 : 0.7f),
             .line = way_draw_color (GTK_WIDGET (self), NULL, contrast ? 0.3f : 0.1f),
             .ground = way_draw_color (GTK_WIDGET (self), NULL, 0.04f),
             .free = way_draw_color (GTK_WIDGET (self), "way_free", 1),
             .accent = way_draw_color (GTK_WIDGET (self), "accent_color", 1),
             .erase = way_draw_color (GTK_WIDGET (self), "error_color", 1) };

  draw_ground (&d);
  for (int column = 0; column < 7; column++)
    draw_day (&d, column);
  draw_headings (&d);
  draw_hours (&d);
  draw_choice (&d);
}

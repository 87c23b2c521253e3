#include "app/widgets/draw.h"

#include <adwaita.h>

GdkRGBA
way_draw_color (GtkWidget *widget, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= alpha;
  return color;
}

GdkRGBA
way_draw_line_color (GtkWidget *widget)
{
  gboolean contrast = adw_style_manager_get_high_contrast (
      adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  return way_draw_color (widget, NULL, contrast ? 0.5f : 0.12f);
}

void
way_draw_fill (GtkSnapshot *snapshot,
               double x,
               double y,
               double width,
               double height,
               float radius,
               const GdkRGBA *color)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  GskRoundedRect round;

  if (radius <= 0)
    {
      gtk_snapshot_append_color (snapshot, color, &rect);
      return;
    }
  gsk_rounded_rect_init_from_rect (&round, &rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, &rect);
  gtk_snapshot_pop (snapshot);
}

void
way_draw_outline (GtkSnapshot *snapshot,
                  const GdkRectangle *area,
                  float radius,
                  float thick,
                  const GdkRGBA *color)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) area->x, (float) area->y, (float) area->width,
                                             (float) area->height);
  float widths[4] = { thick, thick, thick, thick };
  GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &rect, radius);
  gtk_snapshot_append_border (snapshot, &round, widths, colors);
}

void
way_draw_text (GtkWidget *widget,
               GtkSnapshot *snapshot,
               const char *text,
               const GdkRectangle *area,
               int lines,
               WayDrawFlags flags,
               const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (WAY_DRAW_LABEL));
  if (flags & WAY_DRAW_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, MAX (1, area->width) * PANGO_SCALE);
  pango_layout_set_height (layout, lines > 0 ? -lines : area->height * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (flags & WAY_DRAW_MIDDLE)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

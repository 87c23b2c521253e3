#include "app/offers/series-fill.h"

#include "app/widgets/draw.h"

#include <adwaita.h>

#define N_COLORS   8
#define N_PATTERNS 5
#define STRIPE     6.0f /* pixels */

/* The first is plain, the others are striped in a direction each. */
static void
append_stripes (GtkSnapshot *snapshot,
                guint pattern,
                const graphene_rect_t *rect,
                const GdkRGBA *color)
{
  static const graphene_point_t ends[N_PATTERNS] = {
    { 0, 0 }, { STRIPE, STRIPE }, { 0, STRIPE }, { STRIPE, -STRIPE }, { STRIPE, 0 }
  };
  GdkRGBA none = *color;

  none.alpha = 0;
  gtk_snapshot_append_repeating_linear_gradient (
      snapshot, rect, &GRAPHENE_POINT_INIT (0, 0), &ends[pattern],
      (GskColorStop[]) { { 0, *color }, { 0.45f, *color }, { 0.45f, none }, { 1, none } }, 4);
}

void
way_series_fill (GtkWidget *widget,
                 GtkSnapshot *snapshot,
                 guint series,
                 const graphene_rect_t *rect)
{
  guint pattern = series % N_PATTERNS;
  g_autofree char *name = g_strdup_printf ("way_series_%u", series % N_COLORS + 1);
  GdkRGBA color = way_draw_color (widget, name, 1);
  GdkRGBA ground = way_draw_color (widget, name, pattern == 0 ? 1 : 0.35f);
  gboolean contrast = adw_style_manager_get_high_contrast (
      adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  gtk_snapshot_append_color (snapshot, &ground, rect);
  if (pattern != 0)
    append_stripes (snapshot, pattern, rect, &color);
  if (!contrast)
    return;
  GskRoundedRect round;
  GdkRGBA line = way_draw_color (widget, NULL, 1);
  gsk_rounded_rect_init_from_rect (&round, rect, 0);
  gtk_snapshot_append_border (snapshot, &round, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });
}

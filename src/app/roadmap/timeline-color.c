/* The colours of the timeline, on the screen and on paper. */
#include "app/roadmap/timeline-color.h"

#include "app/widgets/draw.h"

/* On paper the theme does not count: these are the light colours of style.css; what has none is black. */
static GdkRGBA
paper_color (const char *name)
{
  static const char *const colors[][2] = {
    { "way_study", "#3584e4" },   { "way_mock", "#9141ac" },      { "way_drill", "#2190a4" },
    { "way_review", "#e66100" },  { "way_milestone", "#26a269" }, { "way_today", "#1c71d8" },
    { "error_color", "#c01c28" },
  };
  GdkRGBA color = { 0, 0, 0, 1 };

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (colors); i++)
    if (g_str_equal (name, colors[i][0]))
      gdk_rgba_parse (&color, colors[i][1]);
  return color;
}

GdkRGBA
way_timeline_color (WayTimeline *self, const char *name, float alpha)
{
  GdkRGBA color;

  if (self->paper == NULL)
    return way_draw_color (GTK_WIDGET (self), name, alpha);
  color = paper_color (name);
  color.alpha *= alpha;
  return color;
}

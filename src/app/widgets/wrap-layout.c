#include "app/widgets/wrap-layout.h"

#define SPACING 6 /* pixels */

struct _WayWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WayWrapLayout, way_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* What all children need beside one another, and the widest of them. */
static void
measure_widths (GtkWidget *bar, int *line, int *widest_least, int *widest)
{
  *line = -SPACING;
  *widest_least = *widest = 0;
  for (GtkWidget *it = gtk_widget_get_first_child (bar); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    {
      int least, liked;
      if (!gtk_widget_should_layout (it))
        continue;
      gtk_widget_measure (it, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      *line += liked + SPACING;
      *widest_least = MAX (*widest_least, least);
      *widest = MAX (*widest, liked);
    }
  *line = MAX (0, *line);
}

static int
measure_height (GtkWidget *bar, gboolean one_line)
{
  int height = one_line ? 0 : -SPACING;

  for (GtkWidget *it = gtk_widget_get_first_child (bar); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    {
      int liked;
      if (!gtk_widget_should_layout (it))
        continue;
      gtk_widget_measure (it, GTK_ORIENTATION_VERTICAL, -1, NULL, &liked, NULL, NULL);
      height = one_line ? MAX (height, liked) : height + liked + SPACING;
    }
  return MAX (0, height);
}

static GtkSizeRequestMode
way_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *bar)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
way_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget *bar,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int line, least, widest;

  measure_widths (bar, &line, &least, &widest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = line;
      return;
    }
  *minimum = *natural = measure_height (bar, for_size < 0 || for_size >= line);
}

static void
way_wrap_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget *bar,
                          int width,
                          int height,
                          int baseline)
{
  int line, least, widest, at = 0;

  measure_widths (bar, &line, &least, &widest);
  gboolean rtl = gtk_widget_get_direction (bar) == GTK_TEXT_DIR_RTL, one_line = width >= line;
  for (GtkWidget *it = gtk_widget_get_first_child (bar); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    {
      int liked, high;
      if (!gtk_widget_should_layout (it))
        continue;
      gtk_widget_measure (it, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &liked, NULL, NULL);
      gtk_widget_measure (it, GTK_ORIENTATION_VERTICAL, -1, NULL, &high, NULL, NULL);
      if (one_line && at == 0)
        liked += width - line;
      GtkAllocation area = one_line
                               ? (GtkAllocation) { rtl ? width - at - liked : at, 0, liked, height }
                               : (GtkAllocation) { 0, at, width, high };
      gtk_widget_size_allocate (it, &area, -1);
      at += SPACING + (one_line ? liked : high);
    }
}

static void
way_wrap_layout_class_init (WayWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = way_wrap_layout_get_request_mode;
  layout_class->measure = way_wrap_layout_measure;
  layout_class->allocate = way_wrap_layout_allocate;
}

static void
way_wrap_layout_init (WayWrapLayout *self)
{
}

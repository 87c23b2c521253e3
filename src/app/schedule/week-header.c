#include "app/schedule/week-header.h"

#include "app/schedule/day-grid.h"

#include <glib/gi18n.h>

#define MOST_LINES 2 /* of what takes all day, above "2 more" */

struct _WayWeekHeader
{
  GtkWidget parent_instance;

  GPtrArray *days; /* of GtkWidget *: a column each */
};

G_DEFINE_FINAL_TYPE (WayWeekHeader, way_week_header, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget *column, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (column), label);
  return label;
}

static void
add_all_day (GtkWidget *column, const GPtrArray *titles)
{
  for (guint i = 0; i < titles->len && i < MOST_LINES; i++)
    {
      GtkWidget *label = add_label (column, g_ptr_array_index (titles, i), "all-day");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_tooltip_text (label, g_ptr_array_index (titles, i));
    }
  if (titles->len <= MOST_LINES)
    return;
  int rest = (int) titles->len - MOST_LINES;
  g_autofree char *more = g_strdup_printf (ngettext ("%d more", "%d more", (gulong) rest), rest);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = MOST_LINES; i < titles->len; i++)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (titles, i));
  gtk_widget_set_tooltip_text (add_label (column, more, "more"), all->str);
}

static GtkWidget *
new_column (WayDate date, WayDate today, const GPtrArray *titles)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *weekday = way_date_format (date, "%a");
  g_autofree char *number = way_date_format (date, "%-d");
  GtkWidget *label;

  add_label (column, weekday, "weekday");
  label = add_label (column, number, "day-number");
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  if (date == today)
    {
      gtk_widget_add_css_class (column, "today");
      /* Not by colour alone. */
      gtk_widget_set_tooltip_text (label, _ ("Today"));
    }
  add_all_day (column, titles);
  return column;
}

static void
clear (WayWeekHeader *self)
{
  while (self->days->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->days, self->days->len - 1));
}

void
way_week_header_show (WayWeekHeader *self,
                      WayDate first_date,
                      int n_days,
                      WayDate today,
                      GPtrArray *all_day)
{
  clear (self);
  for (int i = 0; i < n_days; i++)
    {
      GtkWidget *column = new_column (first_date + i, today, g_ptr_array_index (all_day, i));
      gtk_widget_set_parent (column, GTK_WIDGET (self));
      g_ptr_array_add (self->days, column);
    }
  g_ptr_array_unref (all_day);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The columns are those of the grid below. */
static void
way_week_header_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  WayWeekHeader *self = WAY_WEEK_HEADER (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < self->days->len; i++)
    {
      int least, liked;
      gtk_widget_measure (g_ptr_array_index (self->days, i), orientation, -1, &least, &liked, NULL,
                          NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, liked);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WAY_DAY_GRID_GUTTER + *minimum * (int) self->days->len;
      *natural = *minimum;
    }
}

static void
way_week_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayWeekHeader *self = WAY_WEEK_HEADER (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n = (int) self->days->len;
  double day = (double) (width - WAY_DAY_GRID_GUTTER) / MAX (1, n);

  for (int i = 0; i < n; i++)
    {
      int from = (int) (i * day), to = (int) ((i + 1) * day);
      GtkAllocation area = { rtl ? width - WAY_DAY_GRID_GUTTER - to : WAY_DAY_GRID_GUTTER + from, 0,
                             to - from, height };
      gtk_widget_size_allocate (g_ptr_array_index (self->days, i), &area, -1);
    }
}

static void
way_week_header_dispose (GObject *object)
{
  clear (WAY_WEEK_HEADER (object));
  G_OBJECT_CLASS (way_week_header_parent_class)->dispose (object);
}

static void
way_week_header_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_WEEK_HEADER (object)->days);
  G_OBJECT_CLASS (way_week_header_parent_class)->finalize (object);
}

static void
way_week_header_class_init (WayWeekHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_week_header_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_week_header_finalize;
  widget_class->measure = way_week_header_measure;
  widget_class->size_allocate = way_week_header_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "weekheader");
}

static void
way_week_header_init (WayWeekHeader *self)
{
  self->days = g_ptr_array_new ();
}

/* Which hours of the grid are to be seen: the early ones come and go, and the page that the grid is on scrolls. */
#include "app/widgets/week-grid-hours.h"

#include "app/widgets/week-grid-geometry.h"

static GtkAdjustment *
get_page (WayWeekGrid *self, GtkWidget **content)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  return *content != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
}

void
way_week_grid_scroll_to (WayWeekGrid *self, int from_minute, int to_minute)
{
  double from = way_week_grid_y (self, from_minute), to = way_week_grid_y (self, to_minute), top;
  GtkWidget *content;
  GtkAdjustment *page = get_page (self, &content);

  if (page != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self), content, 0, 0, NULL, &top))
    gtk_adjustment_clamp_page (page, top + from - 4, top + to + 4);
}

/* Hours come or go above all others: those stay where they are on the screen. */
static void
hold_page (WayWeekGrid *self, double grown)
{
  GtkWidget *content;
  GtkAdjustment *page = get_page (self, &content);

  if (page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_adjustment_configure (
        page, gtk_adjustment_get_value (page) + grown, gtk_adjustment_get_lower (page),
        gtk_adjustment_get_upper (page) + grown, gtk_adjustment_get_step_increment (page),
        gtk_adjustment_get_page_increment (page), gtk_adjustment_get_page_size (page));
}

gboolean
way_week_grid_needs_early (WayWeekGrid *self)
{
  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    for (int minute = 0; minute < WAY_WEEK_GRID_EARLY; minute++)
      if (way_week_kinds (self->week, weekday, minute) != 0)
        return TRUE;
  return FALSE;
}

gboolean
way_week_grid_get_early (WayWeekGrid *self)
{
  return self->early;
}

void
way_week_grid_set_early (WayWeekGrid *self, gboolean early)
{
  int first = WAY_WEEK_GRID_EARLY / WAY_WEEK_GRID_SLOT;

  early = early || way_week_grid_needs_early (self);
  if (early == self->early)
    return;
  self->early = early;
  hold_page (self, (early ? 1 : -1) * WAY_WEEK_GRID_EARLY / 60.0 * self->hour);
  if (!early)
    {
      self->cursor.slot = MAX (self->cursor.slot, first);
      self->anchor.slot = MAX (self->anchor.slot, first);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "cursor-moved");
}

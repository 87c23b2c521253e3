/* The menu of a bar or a mark: what the pointer and the keys do, in words. */
#include "app/roadmap/timeline-menu.h"

#include "app/roadmap/timeline-drag.h"
#include "app/roadmap/timeline-geometry.h"
#include "app/roadmap/timeline-hit.h"

#include <glib/gi18n.h>

static void
on_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
  way_timeline_drag_start_by_keys (WAY_TIMELINE (widget));
}

static void
on_set_dates (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimelineHit hit = way_timeline_selected (WAY_TIMELINE (widget));
  const char *kind = hit.part != WAY_TIMELINE_POINT ? "phase"
                     : hit.checklist                ? "checklist"
                                                    : "milestone";

  if (hit.part != WAY_TIMELINE_GROUND)
    gtk_widget_activate_action (widget, "dates.set", "(sx)", kind, hit.id);
}

/* Whether the person gave what is selected days of its own. */
static gboolean
has_own_dates (WayTimeline *self, const WayTimelineHit *hit)
{
  const WayRoadmapPhase *phase =
      hit->part == WAY_TIMELINE_POINT ? NULL : way_timeline_find_phase (self, hit->id);

  if (hit->part == WAY_TIMELINE_POINT)
    return ((WayRoadmapPoint *) g_ptr_array_index (self->roadmap->points, self->mark))->due_set;
  return phase != NULL &&
         (phase->release_date != WAY_DATE_NONE || phase->due_date != WAY_DATE_NONE);
}

static void
on_clear_dates (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayTimelineHit hit = way_timeline_selected (WAY_TIMELINE (widget));

  if (hit.part == WAY_TIMELINE_GROUND || !has_own_dates (WAY_TIMELINE (widget), &hit))
    return;
  if (hit.part == WAY_TIMELINE_POINT)
    gtk_widget_activate_action (widget, "dates.due", "(bxi)", hit.checklist, hit.id, WAY_DATE_NONE);
  else
    gtk_widget_activate_action (widget, "dates.phase", "(xii)", hit.id, WAY_DATE_NONE,
                                WAY_DATE_NONE);
}

void
way_timeline_menu_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.move", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "timeline.set-dates", NULL, on_set_dates);
  gtk_widget_class_install_action (widget_class, "timeline.clear-dates", NULL, on_clear_dates);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "timeline.set-dates", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "timeline.clear-dates",
                                       NULL);
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

void
way_timeline_menu_open (WayTimeline *self, double x, double y)
{
  WayTimelineHit hit = way_timeline_selected (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (hit.part == WAY_TIMELINE_GROUND)
    return;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  add_item (menu, _ ("_Move"), "timeline.move", "<Alt>Right");
  add_item (menu, _ ("Set _Dates…"), "timeline.set-dates", "F2");
  if (has_own_dates (self, &hit))
    add_item (menu, _ ("Back to the _Plan's Dates"), "timeline.clear-dates", "Delete");
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
way_timeline_menu_open_selected (WayTimeline *self)
{
  WayTimelineHit hit = way_timeline_selected (self);
  double x = way_timeline_x (self, hit.start + 0.5);
  double y = hit.part == WAY_TIMELINE_POINT ? self->marks_y + WAY_TIMELINE_MARKS / 2.0
                                            : WAY_TIMELINE_BAR_Y (self) + WAY_TIMELINE_BAR;

  if (hit.part == WAY_TIMELINE_GROUND)
    return;
  if (hit.part != WAY_TIMELINE_POINT)
    y += g_array_index (self->rows, WayTimelineRow, self->selected).y;
  way_timeline_menu_open (self, CLAMP (x, 0, self->scale.width), y);
}

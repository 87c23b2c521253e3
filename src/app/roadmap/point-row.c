#include "app/roadmap/point-row.h"

#include "app/format.h"

#include <glib/gi18n.h>

struct _WayPointRow
{
  GtkWidget parent_instance;

  gint64 id;
  gboolean checklist;
  gboolean done;
  gboolean filling; /* the check button follows the point, not the person */
  GtkCheckButton *check;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *due;
  GtkLabel *notes;
  GtkWidget *set_date;
};

G_DEFINE_FINAL_TYPE (WayPointRow, way_point_row, GTK_TYPE_WIDGET)

static void
show_done (WayPointRow *self)
{
  self->filling = TRUE;
  gtk_check_button_set_active (self->check, self->done);
  self->filling = FALSE;
}

static void
on_toggled (WayPointRow *self)
{
  if (self->filling)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "mark.point", "(bxb)", self->checklist, self->id,
                              gtk_check_button_get_active (self->check));
  show_done (self);
}

static void
on_set_date (WayPointRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dates.set", "(sx)",
                              self->checklist ? "checklist" : "milestone", self->id);
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static char *
due_text (const WayRoadmapPoint *point, WayDate today)
{
  g_autofree char *day = way_format_day_short (point->due_date, today);

  if (point->done_date != WAY_DATE_NONE)
    {
      g_autofree char *done = way_format_day_short (point->done_date, today);
      return g_strdup_printf (_ ("Done %s"), done);
    }
  /* Translators: a day, and the rule it comes from. */
  return g_strdup_printf (point->due_date < today ? _ ("Late: was due %s, %s") : _ ("Due %s, %s"),
                          day, point->due_rule);
}

void
way_point_row_set_point (WayPointRow *self, const WayRoadmapPoint *point, WayDate today)
{
  g_autofree char *due = due_text (point, today);
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), point->title);
  /* Translators: a milestone, or an item of the checklist */
  g_autofree char *set = g_strdup_printf (_ ("Set due date of %s"), point->title);
  const char *kind = point->checklist ? _ ("Checklist item") : _ ("Milestone");

  self->id = point->id;
  self->checklist = point->checklist;
  self->done = point->done_date != WAY_DATE_NONE;
  set_css_class (GTK_WIDGET (self), "done", self->done);
  set_css_class (GTK_WIDGET (self), "late", !self->done && point->due_date < today);
  set_css_class (GTK_WIDGET (self->icon), "kind-milestone", !point->checklist);
  gtk_image_set_from_icon_name (self->icon, point->checklist ? "way-checklist-symbolic"
                                                             : "way-milestone-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, kind,
                                  -1);
  gtk_label_set_text (self->title, point->title);
  gtk_label_set_text (self->due, due);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, due, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->set_date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  set, -1);
  show_done (self);
}

void
way_point_row_set_notes (WayPointRow *self, const char *notes)
{
  gtk_label_set_text (self->notes, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != '\0');
}

static void
way_point_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_point_row_parent_class)->dispose (object);
}

static void
way_point_row_class_init (WayPointRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_point_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/roadmap/point-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pointrow");
  gtk_widget_class_bind_template_child (widget_class, WayPointRow, check);
  gtk_widget_class_bind_template_child (widget_class, WayPointRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WayPointRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayPointRow, due);
  gtk_widget_class_bind_template_child (widget_class, WayPointRow, notes);
  gtk_widget_class_bind_template_child (widget_class, WayPointRow, set_date);
  gtk_widget_class_bind_template_callback (widget_class, on_set_date);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
way_point_row_init (WayPointRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_point_row_new (void)
{
  return g_object_new (WAY_TYPE_POINT_ROW, NULL);
}

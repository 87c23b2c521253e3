#include "app/plan/draft-row.h"

struct _WayDraftRow
{
  GtkWidget parent_instance;

  guint group;
  gboolean filling; /* the check button follows the draft, not the person */
  GtkCheckButton *check;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkButton *use;
  GtkLabel *use_label;
};

G_DEFINE_FINAL_TYPE (WayDraftRow, way_draft_row, GTK_TYPE_WIDGET)

void
way_draft_row_set_text (WayDraftRow *self,
                        const char *icon,
                        const char *title,
                        const char *subtitle,
                        gboolean late)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->use), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "left");
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "late");
}

void
way_draft_row_set_button (WayDraftRow *self,
                          const char *label,
                          const char *name,
                          const char *action,
                          GVariant *target)
{
  GtkActionable *use = GTK_ACTIONABLE (self->use);

  gtk_label_set_text (self->use_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->use), TRUE);
  gtk_actionable_set_action_target_value (use, target);
  /* Only now: an action without the target that it wants complains. */
  gtk_actionable_set_action_name (use, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (use), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
way_draft_row_set_group (WayDraftRow *self, guint group, gboolean chosen, const char *name)
{
  self->group = group;
  self->filling = TRUE;
  gtk_check_button_set_active (self->check, chosen);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->check), TRUE);
  if (!chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "left");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_toggled (WayDraftRow *self)
{
  if (!self->filling)
    gtk_widget_activate_action (GTK_WIDGET (self), "draft.choose", "(ub)", self->group,
                                gtk_check_button_get_active (self->check));
}

static void
way_draft_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_draft_row_parent_class)->dispose (object);
}

static void
way_draft_row_class_init (WayDraftRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_draft_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/plan/draft-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "draftrow");
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, check);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, use);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, use_label);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
way_draft_row_init (WayDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_draft_row_new (void)
{
  return g_object_new (WAY_TYPE_DRAFT_ROW, NULL);
}

#include "app/plan/draft-row.h"

struct _WayDraftRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkButton *use;
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
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "late");
}

void
way_draft_row_set_fix (WayDraftRow *self, guint fix, const char *name)
{
  GtkActionable *use = GTK_ACTIONABLE (self->use);

  gtk_widget_set_visible (GTK_WIDGET (self->use), TRUE);
  gtk_actionable_set_action_target (use, "u", fix);
  /* Only now: an action without the target that it wants complains. */
  gtk_actionable_set_action_name (use, "draft.use");
  gtk_accessible_update_property (GTK_ACCESSIBLE (use), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WayDraftRow, use);
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

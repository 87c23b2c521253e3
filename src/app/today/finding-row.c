#include "app/today/finding-row.h"

#include <glib/gi18n.h>

struct _WayFindingRow
{
  GtkWidget parent_instance;

  GtkLabel *text;
  GtkLabel *source;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (WayFindingRow, way_finding_row, GTK_TYPE_WIDGET)

static const char *
label_of (WayRemedy remedy)
{
  switch (remedy)
    {
    case WAY_REMEDY_CHOOSE:
      return _ ("Choose…");
    case WAY_REMEDY_PLAN:
      return _ ("Plan Again");
    case WAY_REMEDY_MOCK:
    case WAY_REMEDY_REVIEW:
      /* Translators: a mock interview, or a review. */
      return _ ("Plan One");
    case WAY_REMEDY_ROADMAP:
    default:
      return _ ("Show");
    }
}

static void
set_action (GtkActionable *button, const WayFinding *finding)
{
  switch (finding->remedy)
    {
    case WAY_REMEDY_CHOOSE:
      gtk_actionable_set_detailed_action_name (button, "win.what-if");
      break;
    case WAY_REMEDY_PLAN:
      gtk_actionable_set_detailed_action_name (button, "win.plan");
      break;
    case WAY_REMEDY_MOCK:
    case WAY_REMEDY_REVIEW:
      gtk_actionable_set_action_target (button, "(xs)", finding->guide_id,
                                        finding->remedy == WAY_REMEDY_MOCK ? "mock" : "review");
      gtk_actionable_set_action_name (button, "mark.plan");
      break;
    case WAY_REMEDY_ROADMAP:
    default:
      gtk_actionable_set_detailed_action_name (button, "win.view('roadmap')");
    }
}

static char *
source_text (const WayFinding *finding, gboolean name_guide)
{
  if (!name_guide && finding->line > 0)
    /* Translators: a line of the guide, and what it says there. */
    return g_strdup_printf (_ ("Line %d: “%s”"), finding->line, finding->source);
  if (!name_guide)
    return g_strdup_printf (_ ("“%s”"), finding->source);
  /* Translators: title of a guide, what it says. */
  return g_strdup_printf (_ ("%s: “%s”"), finding->guide_title, finding->source);
}

void
way_finding_row_set_finding (WayFindingRow *self, const WayFinding *finding, gboolean name_guide)
{
  g_autofree char *source = source_text (finding, name_guide);
  const char *label = label_of (finding->remedy);

  gtk_label_set_text (self->text, finding->text);
  gtk_label_set_text (self->source, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), source);
  gtk_button_set_label (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding->text, -1);
  set_action (GTK_ACTIONABLE (self->button), finding);
}

static void
way_finding_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_finding_row_parent_class)->dispose (object);
}

static void
way_finding_row_class_init (WayFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_finding_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/today/finding-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingrow");
  gtk_widget_class_bind_template_child (widget_class, WayFindingRow, text);
  gtk_widget_class_bind_template_child (widget_class, WayFindingRow, source);
  gtk_widget_class_bind_template_child (widget_class, WayFindingRow, button);
}

static void
way_finding_row_init (WayFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_finding_row_new (void)
{
  return g_object_new (WAY_TYPE_FINDING_ROW, NULL);
}

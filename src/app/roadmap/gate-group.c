#include "app/roadmap/gate-group.h"

#include "app/format.h"

#include <glib/gi18n.h>

struct _WayGateGroup
{
  AdwPreferencesGroup parent_instance;

  gint64 phase_id;
  gboolean closed;
  AdwActionRow *state_row;
  GtkWidget *icon;
  GtkWidget *open_button;
  AdwActionRow *text_row;
  GtkWidget *evidence;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (WayGateGroup, way_gate_group, ADW_TYPE_PREFERENCES_GROUP)

static void
set_title (AdwActionRow *row, const char *title)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
}

static void
set_subtitle (AdwActionRow *row, const char *subtitle)
{
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  adw_action_row_set_subtitle (row, markup);
}

/* transfer full */
static char *
describe_state (const WayGate *gate)
{
  if (gate->closed_date == WAY_DATE_NONE)
    return g_strdup (_ ("Open"));
  g_autofree char *day = way_format_date (gate->closed_date);
  /* Translators: a gate, and a day */
  return g_strdup_printf (
      *gate->evidence != '\0' ? _ ("Closed on %s") : _ ("Closed on %s, without evidence"), day);
}

static void
show_rows (WayGateGroup *self, const WayGate *gate)
{
  self->closed = gate->closed_date != WAY_DATE_NONE;
  gtk_widget_set_visible (self->open_button, self->closed);
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), self->closed);
  gtk_widget_set_visible (self->evidence, !self->closed);
  gtk_widget_set_visible (self->reason, !self->closed);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                self->closed ? "way-gate-closed-symbolic" : "way-gate-symbolic");
  if (self->closed)
    gtk_widget_add_css_class (self->icon, "kind-milestone");
  else
    gtk_widget_remove_css_class (self->icon, "kind-milestone");
}

static gboolean
holds_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

void
way_gate_group_show (WayGateGroup *self, const WayPhase *phase)
{
  const WayGate *gate = &phase->gate;
  g_autofree char *criteria = g_strjoinv ("\n", phase->exit_criteria);
  g_autofree char *state = describe_state (gate);
  gboolean was_closed = self->closed, focus = holds_focus (GTK_WIDGET (self));

  set_title (self->state_row,
             *criteria != '\0' ? criteria : _ ("The guide states no exit criteria"));
  set_subtitle (self->state_row, state);
  set_title (self->text_row,
             *gate->evidence != '\0' ? _ ("Evidence") : _ ("Why it went on without evidence"));
  set_subtitle (self->text_row, *gate->evidence != '\0' ? gate->evidence : gate->override_reason);
  show_rows (self, gate);
  if (self->closed || self->phase_id != phase->id)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->evidence), "");
      gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
    }
  /* What had the keyboard has gone. */
  if (focus && self->phase_id == phase->id && was_closed != self->closed)
    gtk_widget_grab_focus (self->closed ? self->open_button : self->evidence);
  self->phase_id = phase->id;
}

/* Without a text, the answer is what a gate needs. */
static void
on_evidence (WayGateGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "phase.close-gate", "(xss)", self->phase_id,
                              gtk_editable_get_text (GTK_EDITABLE (self->evidence)), "");
}

static void
on_reason (WayGateGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "phase.close-gate", "(xss)", self->phase_id, "",
                              gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

static void
on_open_again (WayGateGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "phase.open-gate", "x", self->phase_id);
}

static void
way_gate_group_class_init (WayGateGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/roadmap/gate-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WayGateGroup, state_row);
  gtk_widget_class_bind_template_child (widget_class, WayGateGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, WayGateGroup, open_button);
  gtk_widget_class_bind_template_child (widget_class, WayGateGroup, text_row);
  gtk_widget_class_bind_template_child (widget_class, WayGateGroup, evidence);
  gtk_widget_class_bind_template_child (widget_class, WayGateGroup, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_evidence);
  gtk_widget_class_bind_template_callback (widget_class, on_reason);
  gtk_widget_class_bind_template_callback (widget_class, on_open_again);
}

static void
way_gate_group_init (WayGateGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

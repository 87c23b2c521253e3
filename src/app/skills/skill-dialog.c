#include "app/skills/skill-dialog.h"

#include "app/session.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"
#include "core/skills/change.h"

#include <glib/gi18n.h>

#define WAY_TYPE_SKILL_DIALOG (way_skill_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaySkillDialog, way_skill_dialog, WAY, SKILL_DIALOG, AdwWindow)

struct _WaySkillDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  GtkLabel *message;
  GtkEditable *title;
  GtkEditable *group;
  GtkEditable *gap_action;
};

G_DEFINE_FINAL_TYPE (WaySkillDialog, way_skill_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_problem (WaySkillDialog *self, const char *text)
{
  way_form_set_error (GTK_WIDGET (self->title), text != NULL);
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
on_title_changed (WaySkillDialog *self)
{
  show_problem (self, NULL);
}

static void
on_add (WaySkillDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  WaySkillTexts texts = { gtk_editable_get_text (self->title),
                          gtk_editable_get_text (self->group),
                          gtk_editable_get_text (self->gap_action),
                          "",
                          "",
                          WAY_SKILL_UNKNOWN,
                          WAY_SKILL_UNKNOWN };
  gint64 id = 0;
  g_autoptr (GError) error = NULL;

  if (!way_skill_add (self->store, &texts, way_session_now (), &id, &error))
    {
      show_problem (self, error->message);
      way_form_focus_error (GTK_WIDGET (self));
      return;
    }
  way_tell_outcome (parent, self->store, TRUE, _ ("Skill added"), NULL);
  g_signal_emit (self, signals[ADDED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
way_skill_dialog_dispose (GObject *object)
{
  g_clear_object (&WAY_SKILL_DIALOG (object)->store);
  G_OBJECT_CLASS (way_skill_dialog_parent_class)->dispose (object);
}

static void
way_skill_dialog_class_init (WaySkillDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_skill_dialog_dispose;
  signals[ADDED] = g_signal_new ("added", WAY_TYPE_SKILL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/skill-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaySkillDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WaySkillDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WaySkillDialog, group);
  gtk_widget_class_bind_template_child (widget_class, WaySkillDialog, gap_action);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_skill_dialog_init (WaySkillDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_skill_dialog_new (WayStore *store)
{
  WaySkillDialog *self = g_object_new (WAY_TYPE_SKILL_DIALOG, NULL);

  self->store = g_object_ref (store);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return GTK_WIDGET (self);
}
